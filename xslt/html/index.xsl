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

  <xsl:template match="teiCorpus[$page eq 'index']" as="element(h:html)">
    <xsl:sequence select="f:site-page('index', ($edition-title[.], f:word('documents', $speak))[1], $edition-description,
      (fp:edition-head(), f:introduction(), fp:holdings(.), f:cite-edition()))"/>
  </xsl:template>

  <!-- How many documents the home page lists itself. -->
  <xsl:variable name="at-once" as="xs:integer" select="40"/>

  <xsl:function name="fp:edition-head" as="element(h:header)">
    <header class="edition">
      <h1>
        <xsl:if test="$edition-title">
          <xsl:sequence select="f:edition-words()"/>
        </xsl:if>
        <xsl:text>{($edition-title[.], f:word('documents', $speak))[1]}</xsl:text>
      </h1>
      <xsl:if test="$edition-subtitle">
        <p class="subtitle"><xsl:sequence select="f:edition-words()"/>{$edition-subtitle}</p>
      </xsl:if>
      <xsl:if test="$edition-description">
        <p class="description"><xsl:sequence select="f:edition-words()"/>{$edition-description}</p>
      </xsl:if>
      <xsl:if test="$edition-editors">
        <p class="editors">{f:word(if (contains($edition-editors, ', ')) then 'editors' else 'editor', $speak)}: {$edition-editors}</p>
      </xsl:if>
    </header>
  </xsl:function>

  <!-- What there is, and the ways to it; a small edition shows its documents at once. -->
  <xsl:function name="fp:holdings" as="element()*">
    <xsl:param name="corpus" as="element(teiCorpus)"/>
    <xsl:variable name="years" as="xs:string*" select="sort(distinct-values(f:years($corpus) ! ?1[.]))"/>
    <section aria-labelledby="te-documents">
      <h2 id="te-documents">{f:word('documents', $speak)}</h2>
      <xsl:choose>
        <xsl:when test="f:figure($corpus, 'documents', count($corpus/TEI)) eq 0">
          <p>{f:word('no-documents', $speak)}</p>
        </xsl:when>
        <xsl:otherwise>
          <p class="sum">{string-join((f:count('count-documents', f:figure($corpus, 'documents', count($corpus/TEI))), string-join(distinct-values(($years[1], $years[last()])), '–')[.]), ', ')}</p>
          <xsl:if test="'epub' = $made">
            <p class="volume"><a href="{f:file-href('epub/' || $edition-id || '.epub')}" type="application/epub+zip">{f:word('volume', $speak)}</a></p>
          </xsl:if>
          <xsl:if test="'pdf' = $made">
            <p class="volume"><a href="{f:file-href('pdf/' || $edition-id || '.pdf')}" type="application/pdf">{f:word('volume-pdf', $speak)}</a></p>
          </xsl:if>
          <xsl:if test="count($corpus/TEI) = 1 to $at-once">
            <xsl:sequence select="f:document-table($corpus/TEI)"/>
          </xsl:if>
        </xsl:otherwise>
      </xsl:choose>
    </section>
    <xsl:if test="exists($site-pages)">
      <nav class="holdings" aria-labelledby="te-holdings">
        <h2 id="te-holdings">{f:word('ways-in', $speak)}</h2>
        <ul>
          <xsl:for-each select="$site-pages, $foot-pages">
            <li>
              <a href="{f:page-href(. || '.html')}">{f:word('nav-' || ., $speak)}</a>
              <xsl:text> </xsl:text>
              <span>{f:word('about-page-' || ., $speak, '')}</span>
            </li>
          </xsl:for-each>
        </ul>
      </nav>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
