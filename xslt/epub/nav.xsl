<xsl:stylesheet version="3.0"
  xmlns="http://www.w3.org/1999/xhtml"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:epub="http://www.idpf.org/2007/ops" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:h="http://www.w3.org/1999/xhtml"
  xmlns:f="https://teiedit.org/ns/function"
  xmlns:fp="https://teiedit.org/ns/function/private"
  xmlns:m="https://teiedit.org/ns/mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  default-mode="m:html"
  expand-text="yes"
  exclude-result-prefixes="#all">

  <!-- The navigation document. https://www.w3.org/TR/epub-33/#sec-nav -->

  <!-- The headings of a document, as entries with the file's name before the place. -->
  <xsl:mode name="m:nav" on-no-match="shallow-copy" on-multiple-match="fail"/>

  <xsl:function name="f:navigation" as="element(h:html)" xpath-default-namespace="">
    <xsl:param name="book" as="element(book)"/>
    <xsl:variable name="body" as="element(h:body)">
      <body>
        <xsl:sequence select="fp:contents-nav($book), fp:landmarks($book), fp:page-list($book)"/>
      </body>
    </xsl:variable>
    <xsl:sequence select="f:book-page(f:word('contents', $speak), $speak, $body)"/>
  </xsl:function>

  <xsl:function name="fp:contents-nav" as="element(h:nav)" xpath-default-namespace="">
    <xsl:param name="book" as="element(book)"/>
    <nav role="doc-toc" aria-labelledby="te-contents">
      <xsl:attribute name="epub:type" select="'toc'"/>
      <h1 id="te-contents">{f:word('contents', $speak)}</h1>
      <ol>
        <xsl:sequence select="$fore-parts[f:has($book, .)] ! fp:part(.)"/>
        <xsl:sequence select="fp:documents($book)"/>
        <xsl:sequence select="$after-parts[f:has($book, .)] ! fp:part(.)"/>
      </ol>
    </nav>
  </xsl:function>

  <xsl:function name="fp:part" as="element(h:li)">
    <xsl:param name="part" as="xs:string"/>
    <li><a href="{$part}.xhtml">{f:word($part-words($part), $speak)}</a></li>
  </xsl:function>

  <!-- Under their chapters; a chapter leads to its first document. -->
  <xsl:function name="fp:documents" as="element(h:li)*" xpath-default-namespace="">
    <xsl:param name="book" as="element(book)"/>
    <xsl:for-each-group select="$book/entry" group-adjacent="xs:integer(@chapter)">
      <xsl:variable name="chapter" as="element(chapter)?" select="$book/chapter[position() eq current-grouping-key()]"/>
      <xsl:choose>
        <xsl:when test="$chapter">
          <li>
            <a href="{f:document-file(@id)}">{($chapter/string()[.], f:word('book-' || $chapter/@word, $speak))[1]}</a>
            <ol><xsl:apply-templates select="current-group()" mode="m:nav"/></ol>
          </li>
        </xsl:when>
        <xsl:otherwise>
          <xsl:apply-templates select="current-group()" mode="m:nav"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:function>

  <!-- A document and its parts. -->
  <xsl:template match="*:entry" mode="m:nav" as="element(h:li)" xpath-default-namespace="">
    <li>
      <a href="{f:document-file(@id)}">
        <xsl:if test="@lang ne 'und'">
          <xsl:sequence select="f:lang(@lang), f:direction(@lang, ())"/>
        </xsl:if>
        <xsl:text>{string-join((@n[. ne '0'], dc:title), '. ')}</xsl:text>
      </a>
      <xsl:if test="parts/h:li">
        <ol><xsl:apply-templates select="parts/h:li" mode="m:nav"/></ol>
      </xsl:if>
    </li>
  </xsl:template>

  <xsl:template match="h:a/@href" mode="m:nav" as="attribute()">
    <xsl:attribute name="href" select="f:document-file(ancestor::*:entry/@id) || ."/>
  </xsl:template>

  <!-- White space between entries is no part of them. -->
  <xsl:template match="text()[not(normalize-space())]" mode="m:nav" as="empty-sequence()"/>

  <xsl:template match="h:ul" mode="m:nav" as="element(h:ol)">
    <ol><xsl:apply-templates mode="m:nav"/></ol>
  </xsl:template>

  <xsl:function name="fp:landmarks" as="element(h:nav)" xpath-default-namespace="">
    <xsl:param name="book" as="element(book)"/>
    <nav hidden="hidden" aria-label="{f:word('epub-landmarks', $speak)}">
      <xsl:attribute name="epub:type" select="'landmarks'"/>
      <ol>
        <xsl:sequence select="fp:landmark('cover', 'cover.xhtml', 'epub-cover')"/>
        <xsl:if test="f:is-volume($book)">
          <xsl:sequence select="
            fp:landmark('titlepage', 'title.xhtml', 'epub-titlepage'),
            fp:landmark('copyright-page', 'imprint.xhtml', 'epub-imprint'),
            fp:landmark('introduction', 'introduction.xhtml', 'epub-introduction')[f:has($book, 'introduction')],
            fp:landmark('toc', 'nav.xhtml', 'contents')"/>
        </xsl:if>
        <xsl:sequence select="
          fp:landmark('bodymatter', f:document-file($book/entry[1]/@id), 'epub-start'),
          ('persons', 'places', 'organisations')[f:has($book, .)] ! fp:landmark('index', . || '.xhtml', $part-words(.)),
          fp:landmark('colophon', 'principles.xhtml', 'nav-principles')[f:has($book, 'principles')]"/>
      </ol>
    </nav>
  </xsl:function>

  <xsl:function name="fp:landmark" as="element(h:li)">
    <xsl:param name="type" as="xs:string"/>
    <xsl:param name="address" as="xs:string"/>
    <xsl:param name="key" as="xs:string"/>
    <li>
      <a href="{$address}">
        <xsl:attribute name="epub:type" select="$type"/>
        <xsl:text>{f:word($key, $speak)}</xsl:text>
      </a>
    </li>
  </xsl:function>

  <!-- The pages of the source; in a volume, with the document that they belong to. -->
  <xsl:function name="fp:page-list" as="element(h:nav)?" xpath-default-namespace="">
    <xsl:param name="book" as="element(book)"/>
    <xsl:if test="$book/entry/pages/page">
      <nav role="doc-pagelist" hidden="hidden" aria-label="{f:word('epub-pages', $speak)}">
        <xsl:attribute name="epub:type" select="'page-list'"/>
        <ol>
          <xsl:for-each select="$book/entry/pages/page">
            <li>
              <a href="{f:document-file(../../@id)}#{@anchor}">{
                if (f:is-volume($book) and count($book/entry) gt 1) then ../../dc:title || ', ' || . else .
              }</a>
            </li>
          </xsl:for-each>
        </ol>
      </nav>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
