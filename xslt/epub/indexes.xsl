<xsl:stylesheet version="3.0"
  xmlns="http://www.w3.org/1999/xhtml"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:epub="http://www.idpf.org/2007/ops"
  xmlns:h="http://www.w3.org/1999/xhtml"
  xmlns:f="https://teiedit.org/ns/function"
  xmlns:fp="https://teiedit.org/ns/function/private"
  xmlns:m="https://teiedit.org/ns/mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  default-mode="m:html"
  expand-text="yes"
  exclude-result-prefixes="#all">

  <!-- The registers as indexes: who and what is named, with links to each passage, by the numbers of the documents.
       https://idpf.org/epub/idx/ and https://www.w3.org/TR/dpub-aria-1.1/#doc-index -->

  <xsl:template match="teiCorpus[$page = ('persons', 'organisations', 'places')]" as="element(h:html)?">
    <xsl:variable name="entries" as="element(h:li)*" select="f:records(.) ! fp:index-entry(.)"/>
    <xsl:if test="exists($entries)">
      <xsl:variable name="title" as="xs:string" select="f:word('epub-index-' || $page, $speak)"/>
      <xsl:variable name="index" as="element(h:section)">
        <section role="doc-index" aria-labelledby="te-index">
          <xsl:attribute name="epub:type" select="'index'"/>
          <h1 id="te-index">{$title}</h1>
          <p class="headnote">
            <xsl:attribute name="epub:type" select="'index-headnotes'"/>
            <xsl:text>{f:word('epub-index-note', $speak)}</xsl:text>
          </p>
          <xsl:sequence select="if (count($entries) gt 24) then fp:index-groups($entries) else fp:index-list($entries)"/>
        </section>
      </xsl:variable>
      <xsl:sequence select="f:book-page($title, $speak, f:book-body('backmatter', $index))"/>
    </xsl:if>
  </xsl:template>

  <xsl:function name="fp:index-list" as="element(h:ul)">
    <xsl:param name="entries" as="element(h:li)+"/>
    <ul class="index">
      <xsl:attribute name="epub:type" select="'index-entry-list'"/>
      <xsl:sequence select="$entries ! fp:without-initial(.)"/>
    </ul>
  </xsl:function>

  <!-- Under initials. -->
  <xsl:function name="fp:index-groups" as="element(h:section)+">
    <xsl:param name="entries" as="element(h:li)+"/>
    <xsl:for-each-group select="$entries" group-adjacent="string(@data-initial)">
      <section class="initial" aria-labelledby="te-initial-{position()}">
        <xsl:attribute name="epub:type" select="'index-group'"/>
        <h2 id="te-initial-{position()}">{current-grouping-key()}</h2>
        <xsl:sequence select="fp:index-list(current-group())"/>
      </section>
    </xsl:for-each-group>
  </xsl:function>

  <xsl:function name="fp:without-initial" as="element(h:li)">
    <xsl:param name="entry" as="element(h:li)"/>
    <li>
      <xsl:sequence select="$entry/(@* except @data-initial), $entry/node()"/>
    </li>
  </xsl:function>

  <!-- A record that occurs somewhere, with its initial for the groups. -->
  <xsl:function name="fp:index-entry" as="element(h:li)?">
    <xsl:param name="record" as="element()"/>
    <xsl:variable name="kinds" as="element(h:li)*" select="fp:index-kinds($record)"/>
    <xsl:if test="exists($kinds)">
      <li id="{$record/@xml:id}" data-initial="{f:initial($record)}">
        <xsl:attribute name="epub:type" select="'index-entry'"/>
        <span class="term">
          <xsl:attribute name="epub:type" select="'index-term'"/>
          <xsl:text>{f:record-name($record)}</xsl:text>
        </span>
        <xsl:sequence select="f:known($record)"/>
        <ul>
          <xsl:attribute name="epub:type" select="'index-entry-list'"/>
          <xsl:sequence select="$kinds"/>
        </ul>
      </li>
    </xsl:if>
  </xsl:function>

  <xsl:function name="fp:index-kinds" as="element(h:li)*">
    <xsl:param name="record" as="element()"/>
    <xsl:variable name="id" as="xs:string" select="$record/@xml:id"/>
    <xsl:variable name="place" as="xs:boolean" select="exists($record/self::place)"/>
    <xsl:variable name="actions" as="element(correspAction)*" select="
      (key('f:party', $id, root($record)), key('f:dispatch', $id, root($record)))/parent::correspAction"/>
    <xsl:variable name="received" as="element(correspAction)*" select="$actions[@type eq 'received']"/>
    <xsl:sequence select="
      fp:index-kind(if ($place) then 'sent-from' else 'sent', fp:runs($actions[@type eq 'sent']/ancestor::TEI)),
      fp:index-kind(if ($place) then 'received-at' else 'received-by', fp:runs($received[not(@subtype eq 'cc')]/ancestor::TEI)),
      fp:index-kind('copied-to', fp:runs($received[@subtype eq 'cc']/ancestor::TEI)),
      fp:index-kind('mentioned', fp:mentions(key('f:mention', $id, root($record))))"/>
  </xsl:function>

  <xsl:function name="fp:index-kind" as="element(h:li)?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="locators" as="element()*"/>
    <xsl:if test="exists($locators)">
      <li>
        <xsl:attribute name="epub:type" select="'index-entry'"/>
        <span class="kind">
          <xsl:attribute name="epub:type" select="'index-term'"/>
          <xsl:text>{f:word('occurs-' || $key, $speak)}</xsl:text>
        </span>
        <xsl:text> </xsl:text>
        <span>
          <xsl:attribute name="epub:type" select="'index-locator-list'"/>
          <xsl:sequence select="f:row($locators)"/>
        </span>
      </li>
    </xsl:if>
  </xsl:function>

  <!-- Documents that follow one another, from the third on, are said by their first and last. -->
  <xsl:function name="fp:runs" as="element()*">
    <xsl:param name="documents" as="element(TEI)*"/>
    <xsl:for-each-group select="fp:numbered($documents)" group-adjacent="xs:integer(@n) - position()">
      <xsl:choose>
        <xsl:when test="count(current-group()) lt 3">
          <xsl:sequence select="current-group() ! fp:locator(., @n, '')"/>
        </xsl:when>
        <xsl:otherwise>
          <span>
            <xsl:attribute name="epub:type" select="'index-locator-range'"/>
            <xsl:sequence select="fp:locator(current-group()[1], @n, '')"/>
            <xsl:text>–</xsl:text>
            <xsl:sequence select="current-group()[last()] ! fp:locator(., @n, '')"/>
          </span>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:function>

  <!-- Each once, in the book's order, in a sequence of its own. -->
  <xsl:function name="fp:numbered" as="element(TEI)*">
    <xsl:param name="documents" as="element(TEI)*"/>
    <xsl:sequence select="$documents/."/>
  </xsl:function>

  <!-- The passages of a document: the first by the document's number, the others by theirs below it. -->
  <xsl:function name="fp:mentions" as="element(h:a)*">
    <xsl:param name="mentions" as="element(ref)*"/>
    <xsl:for-each-group select="$mentions" group-adjacent="string(ancestor::TEI/@n)">
      <xsl:variable name="tei" as="element(TEI)" select="ancestor::TEI"/>
      <xsl:for-each select="distinct-values(current-group()/@n/string())">
        <xsl:sequence select="fp:locator($tei, string-join(($tei/@n, position()[. gt 1]), '.'), .)"/>
      </xsl:for-each>
    </xsl:for-each-group>
  </xsl:function>

  <xsl:function name="fp:locator" as="element(h:a)">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:param name="number" as="xs:string"/>
    <xsl:param name="anchor" as="xs:string"/>
    <a href="{f:document-file($tei/@xml:id)}{if ($anchor) then '#' || $anchor else ''}">
      <xsl:attribute name="epub:type" select="'index-locator'"/>
      <xsl:text>{$number}</xsl:text>
    </a>
  </xsl:function>

  <!-- How the edition was made. -->
  <xsl:template match="teiCorpus[$page eq 'principles']" as="element(h:html)">
    <xsl:variable name="colophon" as="element(h:section)">
      <section role="doc-colophon" aria-label="{f:word('nav-principles', $speak)}">
        <xsl:attribute name="epub:type" select="'colophon'"/>
        <xsl:sequence select="f:principles(.)"/>
      </section>
    </xsl:variable>
    <xsl:sequence select="f:book-page(f:word('nav-principles', $speak), $speak, f:book-body('backmatter', $colophon))"/>
  </xsl:template>

</xsl:stylesheet>
