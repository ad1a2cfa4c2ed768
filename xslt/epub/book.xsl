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

  <xsl:template match="*:book[@file eq 'title']" as="element(h:html)">
    <xsl:variable name="body" as="element(h:body)">
      <body><xsl:sequence select="fp:title-page(f:book-title(.))"/></body>
    </xsl:variable>
    <xsl:sequence select="f:book-page(f:book-title(.), $speak, $body)"/>
  </xsl:template>

  <xsl:function name="fp:title-page" as="element(h:section)">
    <xsl:param name="title" as="xs:string"/>
    <section class="titlepage">
      <xsl:attribute name="epub:type" select="'titlepage'"/>
      <h1>{$title}</h1>
      <xsl:sequence select="
        fp:title-line('subtitle', $edition-subtitle),
        fp:title-line('editors', $edition-editors[.] ! (f:word('editor', $speak) || ': ' || .)),
        fp:title-line('description', $edition-description),
        fp:title-line('imprint', string-join(($edition-publisher, $edition-place, $edition-date)[.], ', '))"/>
      <xsl:if test="$licence">
        <p class="imprint">
          <xsl:text>{f:word('licence', $speak)}: </xsl:text>
          <xsl:sequence select="f:linked($licence, $licence-url, '')"/>
        </p>
      </xsl:if>
    </section>
  </xsl:function>

  <xsl:function name="fp:title-line" as="element(h:p)?">
    <xsl:param name="class" as="xs:string"/>
    <xsl:param name="words" as="xs:string?"/>
    <xsl:if test="$words">
      <p class="{$class}">{$words}</p>
    </xsl:if>
  </xsl:function>

  <xsl:function name="f:book-title" as="xs:string">
    <xsl:param name="book" as="element()"/>
    <xsl:sequence select="
      if (f:is-volume($book)) then ($edition-title[.], f:word('documents', $speak))[1]
      else string($book/Q{}entry[1]/dc:title)"/>
  </xsl:function>

</xsl:stylesheet>
