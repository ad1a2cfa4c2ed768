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

  <!-- The list of all documents: a table that needs no script; with one it can be sorted and filtered. -->

  <xsl:template match="teiCorpus[$page eq 'documents']" as="element(h:html)">
    <xsl:variable name="content" as="element()*">
      <h1>{f:word('nav-documents', $speak)}</h1>
      <p class="sum">{f:count('count-documents', count(TEI))}</p>
      <xsl:sequence select="f:document-list(TEI)"/>
    </xsl:variable>
    <xsl:sequence select="f:site-page('documents', f:word('nav-documents', $speak), f:word('document-list', $speak), $content)"/>
  </xsl:template>

  <!-- The table, with what it can be filtered by. -->
  <xsl:function name="f:document-list" as="element()+">
    <xsl:param name="documents" as="element(TEI)*"/>
    <xsl:sequence select="fp:filters($documents), f:document-table($documents)"/>
    <script src="{f:file-href('assets/list.js')}" defer=""/>
  </xsl:function>

  <!-- Not shown where there are no scripts to serve it. -->
  <xsl:function name="fp:filters" as="element(h:form)?">
    <xsl:param name="documents" as="element(TEI)*"/>
    <xsl:if test="count($documents) gt 1">
      <form class="filters" role="search" aria-label="{f:word('filter', $speak)}"
        data-none="{f:word('filter-none', $speak)}" data-some="{f:word('filter-some', $speak)}">
        <p>
          <label for="te-f-words">{f:word('filter-words', $speak)}</label>
          <input id="te-f-words" name="words" type="search" autocomplete="off"/>
        </p>
        <xsl:sequence select="
          fp:choice('person', distinct-values($documents ! fp:people(.))),
          fp:choice('year', distinct-values($documents ! f:year(.))[.]),
          fp:choice('place', distinct-values($documents ! f:sent-place(.))[.]),
          fp:choice('kind', distinct-values($documents ! f:kind-label(., $speak))),
          fp:choice('language', distinct-values($documents ! fp:language(.)))"/>
        <p class="reset"><button type="reset">{f:word('filter-reset', $speak)}</button></p>
        <p class="status" role="status"></p>
      </form>
    </xsl:if>
  </xsl:function>

  <xsl:function name="fp:choice" as="element(h:p)?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="all" as="xs:string*"/>
    <xsl:variable name="values" as="xs:string*" select="$all[normalize-space()]"/>
    <xsl:if test="count($values) gt 1">
      <p>
        <label for="te-f-{$name}">{f:word('filter-' || $name, $speak)}</label>
        <select id="te-f-{$name}" name="{$name}">
          <option value="">{f:word('filter-all', $speak)}</option>
          <xsl:for-each select="$values">
            <xsl:sort select="f:fold(.)" collation="http://www.w3.org/2005/xpath-functions/collation/codepoint"/>
            <option>{.}</option>
          </xsl:for-each>
        </select>
      </p>
    </xsl:if>
  </xsl:function>

  <xsl:function name="fp:people" as="xs:string*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="f:parties((f:sent($tei), f:received($tei)))[@ref] ! f:name(.)"/>
  </xsl:function>

  <xsl:function name="fp:language" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="f:language-name(f:language($tei), string($tei/teiHeader/profileDesc/langUsage/language[1]))"/>
  </xsl:function>

  <xsl:function name="f:document-table" as="element(h:table)">
    <xsl:param name="documents" as="element(TEI)*"/>
    <table class="documents">
      <caption>{f:word('document-list', $speak)}</caption>
      <thead>
        <tr>
          <xsl:for-each select="'date', 'from', 'to', 'document', 'kind'">
            <th scope="col">
              <xsl:if test=". eq 'date'">
                <xsl:attribute name="aria-sort" select="'ascending'"/>
              </xsl:if>
              <xsl:text>{f:word(., $speak)}</xsl:text>
            </th>
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

  <!-- What the filters look at stands in data-attributes, several values parted by "|". -->
  <xsl:function name="fp:document-row" as="element(h:tr)">
    <xsl:param name="tei" as="element(TEI)"/>
    <tr data-year="{f:year($tei)}" data-language="{fp:language($tei)}" data-place="{f:sent-place($tei)}"
      data-person="{string-join(fp:people($tei) ! translate(., '|', '/'), '|')}" data-kind="{f:kind-label($tei, $speak)}">
      <td data-label="{f:word('date', $speak)}" data-sort="{f:date-sort(f:sent-date($tei))}">{f:when($tei)}</td>
      <td data-label="{f:word('from', $speak)}" data-sort="{f:family-first(f:sender($tei))}">{f:sender($tei)}</td>
      <td data-label="{f:word('to', $speak)}" data-sort="{f:family-first(f:recipient($tei))}">{f:recipient($tei)}</td>
      <th scope="row"><xsl:sequence select="f:title-link($tei)"/></th>
      <td data-label="{f:word('kind', $speak)}">{f:kind-label($tei, $speak)}</td>
    </tr>
  </xsl:function>

</xsl:stylesheet>
