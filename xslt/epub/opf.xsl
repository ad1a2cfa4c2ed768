<xsl:stylesheet version="3.0"
  xmlns="http://www.w3.org/1999/xhtml"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:epub="http://www.idpf.org/2007/ops" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf"
  xmlns:h="http://www.w3.org/1999/xhtml"
  xmlns:f="https://teiedit.org/ns/function"
  xmlns:fp="https://teiedit.org/ns/function/private"
  xmlns:m="https://teiedit.org/ns/mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  default-mode="m:html"
  expand-text="yes"
  exclude-result-prefixes="#all">

  <!-- The package document. https://www.w3.org/TR/epub-33/#sec-package-doc -->

  <xsl:function name="f:package" as="element(opf:package)" xpath-default-namespace="">
    <xsl:param name="book" as="element(book)"/>
    <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="{$speak}">
      <metadata>
        <xsl:namespace name="dc" select="'http://purl.org/dc/elements/1.1/'"/>
        <dc:identifier id="id">{$identifier}</dc:identifier>
        <dc:title xml:lang="{if (f:is-volume($book)) then $speak else replace($book/entry[1]/@lang, '^und$', $speak)}">
          <xsl:text>{f:book-title($book)}</xsl:text>
        </dc:title>
        <xsl:for-each select="distinct-values($book/entry/@lang)">
          <dc:language>{.}</dc:language>
        </xsl:for-each>
        <xsl:sequence select="fp:described($book), fp:accessibility($book)"/>
        <meta property="dcterms:modified">{$modified}</meta>
      </metadata>
      <xsl:sequence select="fp:manifest($book), fp:spine($book)"/>
    </package>
  </xsl:function>

  <xsl:function name="fp:manifest" as="element(opf:manifest)" xpath-default-namespace="">
    <xsl:param name="book" as="element(book)"/>
    <manifest xmlns="http://www.idpf.org/2007/opf">
      <item id="te-nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
      <item id="te-style" href="style.css" media-type="text/css"/>
      <xsl:if test="f:is-volume($book)">
        <item id="te-title" href="title.xhtml" media-type="application/xhtml+xml"/>
      </xsl:if>
      <xsl:for-each select="$book/entry">
        <item id="{@id}" href="{@id}.xhtml" media-type="application/xhtml+xml"/>
      </xsl:for-each>
    </manifest>
  </xsl:function>

  <!-- The order of reading. -->
  <xsl:function name="fp:spine" as="element(opf:spine)" xpath-default-namespace="">
    <xsl:param name="book" as="element(book)"/>
    <spine xmlns="http://www.idpf.org/2007/opf">
      <xsl:if test="f:is-volume($book)">
        <itemref idref="te-title"/>
        <itemref idref="te-nav"/>
      </xsl:if>
      <xsl:for-each select="$book/entry">
        <itemref idref="{@id}"/>
      </xsl:for-each>
    </spine>
  </xsl:function>

  <!-- Who wrote it, when, whence and under which terms. -->
  <xsl:function name="fp:described" as="element()*" xpath-default-namespace="">
    <xsl:param name="book" as="element(book)"/>
    <xsl:for-each select="distinct-values($book/entry/dc:creator)">
      <dc:creator>{.}</dc:creator>
    </xsl:for-each>
    <xsl:for-each select="$edition-publisher[.]">
      <dc:publisher>{.}</dc:publisher>
    </xsl:for-each>
    <xsl:for-each select="$edition-description[.][f:is-volume($book)]">
      <dc:description>{.}</dc:description>
    </xsl:for-each>
    <xsl:for-each select="$edition-date[.]">
      <dc:date>{.}</dc:date>
    </xsl:for-each>
    <xsl:for-each select="distinct-values($book/entry/dc:source)">
      <dc:source>{.}</dc:source>
    </xsl:for-each>
    <xsl:for-each select="distinct-values(($book/entry/dc:rights, $licence))[.]">
      <dc:rights>{.}</dc:rights>
    </xsl:for-each>
  </xsl:function>

  <!-- What the content is to those who do not see it: text, with nothing but text.
       https://www.w3.org/TR/epub-a11y-11/#sec-disc-package -->
  <xsl:function name="fp:accessibility" as="element(opf:meta)*" xpath-default-namespace="">
    <xsl:param name="book" as="element(book)"/>
    <xsl:variable name="pages" as="xs:boolean" select="exists($book/entry/pages/page)"/>
    <xsl:sequence select="fp:meta-property('schema:accessMode', 'textual')"/>
    <xsl:sequence select="fp:meta-property('schema:accessModeSufficient', 'textual')"/>
    <xsl:for-each select="'tableOfContents', 'readingOrder', 'structuralNavigation', 'displayTransformability',
        'pageBreakMarkers'[$pages], 'pageNavigation'[$pages]">
      <xsl:sequence select="fp:meta-property('schema:accessibilityFeature', .)"/>
    </xsl:for-each>
    <xsl:sequence select="fp:meta-property('schema:accessibilityHazard', 'none')"/>
    <xsl:sequence select="fp:meta-property('schema:accessibilitySummary', f:word('epub-accessibility', $speak))"/>
    <xsl:for-each select="$book/entry[pages/page]/dc:source">
      <xsl:sequence select="fp:meta-property('pageBreakSource', .)"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="fp:meta-property" as="element(opf:meta)">
    <xsl:param name="property" as="xs:string"/>
    <xsl:param name="value" as="xs:string"/>
    <meta xmlns="http://www.idpf.org/2007/opf" property="{$property}">{$value}</meta>
  </xsl:function>

</xsl:stylesheet>
