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

  <xsl:function name="fp:package" as="element(opf:package)" xpath-default-namespace="">
    <xsl:param name="book" as="element(book)"/>
    <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="{$speak}">
      <metadata>
        <xsl:namespace name="dc" select="'http://purl.org/dc/elements/1.1/'"/>
        <dc:identifier id="id">{$identifier}</dc:identifier>
        <dc:title xml:lang="{if (fp:is-volume($book)) then $speak else replace($book/entry[1]/@lang, '^und$', $speak)}">
          <xsl:text>{fp:book-title($book)}</xsl:text>
        </dc:title>
        <xsl:for-each select="distinct-values($book/entry/@lang)">
          <dc:language>{.}</dc:language>
        </xsl:for-each>
        <xsl:sequence select="fp:described($book), fp:accessibility($book)"/>
        <meta property="dcterms:modified">{$modified}</meta>
      </metadata>
      <manifest>
        <item id="te-nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
        <item id="te-style" href="style.css" media-type="text/css"/>
        <xsl:if test="fp:is-volume($book)">
          <item id="te-title" href="title.xhtml" media-type="application/xhtml+xml"/>
        </xsl:if>
        <xsl:for-each select="$book/entry">
          <item id="{@id}" href="{@id}.xhtml" media-type="application/xhtml+xml"/>
        </xsl:for-each>
      </manifest>
      <spine>
        <xsl:if test="fp:is-volume($book)">
          <itemref idref="te-title"/>
          <itemref idref="te-nav"/>
        </xsl:if>
        <xsl:for-each select="$book/entry">
          <itemref idref="{@id}"/>
        </xsl:for-each>
      </spine>
    </package>
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
    <xsl:for-each select="$edition-description[.][fp:is-volume($book)]">
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
    <meta xmlns="http://www.idpf.org/2007/opf" property="schema:accessMode">textual</meta>
    <meta xmlns="http://www.idpf.org/2007/opf" property="schema:accessModeSufficient">textual</meta>
    <xsl:for-each select="'tableOfContents', 'readingOrder', 'structuralNavigation', 'displayTransformability',
        'pageBreakMarkers'[$pages], 'pageNavigation'[$pages]">
      <meta xmlns="http://www.idpf.org/2007/opf" property="schema:accessibilityFeature">{.}</meta>
    </xsl:for-each>
    <meta xmlns="http://www.idpf.org/2007/opf" property="schema:accessibilityHazard">none</meta>
    <meta xmlns="http://www.idpf.org/2007/opf" property="schema:accessibilitySummary">{f:word('epub-accessibility', $speak)}</meta>
    <xsl:for-each select="$book/entry[pages/page]/dc:source">
      <meta xmlns="http://www.idpf.org/2007/opf" property="pageBreakSource">{.}</meta>
    </xsl:for-each>
  </xsl:function>

</xsl:stylesheet>
