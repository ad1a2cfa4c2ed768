<xsl:stylesheet version="3.0"
  xmlns="http://www.w3.org/1999/xhtml"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:h="http://www.w3.org/1999/xhtml"
  xmlns:f="https://teiedit.org/ns/function"
  xmlns:fp="https://teiedit.org/ns/function/private"
  xmlns:m="https://teiedit.org/ns/mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  default-mode="m:html"
  expand-text="yes"
  exclude-result-prefixes="#all">

  <!-- The home page of the edition, from a teiCorpus of headers. -->

  <xsl:template match="teiCorpus" as="element(h:html)">
    <xsl:sequence select="f:site-page('index', ($edition-title[.], f:word('documents', $speak))[1], $edition-description,
      (fp:edition-head(), fp:document-list(TEI)))"/>
  </xsl:template>

  <xsl:function name="fp:edition-head" as="element(h:header)">
    <header class="edition">
      <h1>{($edition-title[.], f:word('documents', $speak))[1]}</h1>
      <xsl:if test="$edition-subtitle">
        <p class="subtitle">{$edition-subtitle}</p>
      </xsl:if>
      <xsl:if test="$edition-description">
        <p class="description">{$edition-description}</p>
      </xsl:if>
      <xsl:if test="$edition-editors">
        <p class="editors">{f:word('editor', $speak)}: {$edition-editors}</p>
      </xsl:if>
    </header>
  </xsl:function>

  <xsl:function name="fp:document-list" as="element(h:section)">
    <xsl:param name="documents" as="element(TEI)*"/>
    <section aria-labelledby="te-documents">
      <h2 id="te-documents">{f:word('documents', $speak)}</h2>
      <xsl:choose>
        <xsl:when test="$documents">
          <xsl:if test="'epub' = $made">
            <p class="volume"><a href="{f:file-href('epub/' || $edition-id || '.epub')}" type="application/epub+zip">{f:word('volume', $speak)}</a></p>
          </xsl:if>
          <xsl:sequence select="fp:document-table($documents)"/>
        </xsl:when>
        <xsl:otherwise>
          <p>{f:word('no-documents', $speak)}</p>
        </xsl:otherwise>
      </xsl:choose>
    </section>
  </xsl:function>

  <xsl:function name="fp:document-table" as="element(h:table)">
    <xsl:param name="documents" as="element(TEI)*"/>
    <table class="documents">
      <caption>
        <xsl:text>{f:word('document-list', $speak)}</xsl:text>
      </caption>
      <thead>
        <tr>
          <xsl:for-each select="'date', 'from', 'to', 'document', 'kind'">
            <th scope="col">{f:word(., $speak)}</th>
          </xsl:for-each>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="$documents">
          <xsl:sort select="f:date-sort(f:sent-date(.))" collation="http://www.w3.org/2005/xpath-functions/collation/codepoint"/>
          <xsl:sequence select="fp:document-row(.)"/>
        </xsl:for-each>
      </tbody>
    </table>
  </xsl:function>

  <xsl:function name="fp:document-row" as="element(h:tr)">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="date" as="xs:string" select="f:date-label(f:sent-date($tei), $speak)"/>
    <tr>
      <td data-label="{f:word('date', $speak)}">{($date[.], f:word('undated', $speak))[1]}</td>
      <td data-label="{f:word('from', $speak)}">{f:sender($tei)}</td>
      <td data-label="{f:word('to', $speak)}">{f:recipient($tei)}</td>
      <th scope="row">
        <a href="{f:page-href('documents/' || $tei/@xml:id || '.html')}">
          <xsl:if test="f:language($tei) ne 'und' and not(starts-with(lower-case(f:language($tei)), $speak))">
            <xsl:sequence select="f:lang(f:language($tei)), f:direction(f:language($tei), ())"/>
          </xsl:if>
          <xsl:text>{f:title($tei)}</xsl:text>
        </a>
      </th>
      <td data-label="{f:word('kind', $speak)}">{f:kind-label($tei, $speak)}</td>
    </tr>
  </xsl:function>

</xsl:stylesheet>
