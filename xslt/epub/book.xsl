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

  <!-- The files that belong to the book as a whole, from the entries of its documents:
       one of them for each call, as the attribute `file` of the book says. -->

  <!-- A book of one document is that document; a book of the edition has a title page. -->
  <xsl:function name="f:is-volume" as="xs:boolean">
    <xsl:param name="book" as="element()"/>
    <xsl:sequence select="$book/@kind eq 'volume'"/>
  </xsl:function>

  <xsl:template match="*:book[@file eq 'package']" as="element()">
    <xsl:sequence select="f:package(.)"/>
  </xsl:template>

  <xsl:template match="*:book[@file eq 'nav']" as="element(h:html)">
    <xsl:sequence select="f:navigation(.)"/>
  </xsl:template>

  <!-- Whether the book has a file beside its documents. -->
  <xsl:function name="f:has" as="xs:boolean">
    <xsl:param name="book" as="element()"/>
    <xsl:param name="part" as="xs:string"/>
    <xsl:sequence select="tokenize($book/@parts) = $part"/>
  </xsl:function>

  <!-- The files that stand before the documents and after them, in order, with the words that name them. -->
  <xsl:variable name="fore-parts" as="xs:string+" select="'title', 'imprint', 'introduction'"/>
  <xsl:variable name="after-parts" as="xs:string+" select="'persons', 'places', 'organisations', 'principles'"/>
  <xsl:variable name="part-words" as="map(xs:string, xs:string)" select="map{
    'title': 'epub-titlepage', 'imprint': 'epub-imprint', 'introduction': 'epub-introduction',
    'persons': 'epub-index-persons', 'places': 'epub-index-places', 'organisations': 'epub-index-organisations',
    'principles': 'nav-principles'}"/>

  <!-- Where a document of the book lies, from its other files. -->
  <xsl:function name="f:document-file" as="xs:string">
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="'documents/' || $id || '.xhtml'"/>
  </xsl:function>

  <xsl:function name="f:book-body" as="element(h:body)">
    <xsl:param name="type" as="xs:string"/>
    <xsl:param name="content" as="element()+"/>
    <body>
      <xsl:attribute name="epub:type" select="$type"/>
      <xsl:sequence select="$content"/>
    </body>
  </xsl:function>

  <xsl:function name="f:book-title" as="xs:string">
    <xsl:param name="book" as="element()"/>
    <xsl:sequence select="
      if (f:is-volume($book)) then ($edition-title[.], f:word('documents', $speak))[1]
      else string($book/Q{}entry[1]/dc:title)"/>
  </xsl:function>

</xsl:stylesheet>
