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

  <!-- No identifier of ours meets one of a document's: theirs begin with d-. -->
  <xsl:function name="fp:manifest" as="element(opf:manifest)" xpath-default-namespace="">
    <xsl:param name="book" as="element(book)"/>
    <manifest xmlns="http://www.idpf.org/2007/opf">
      <item id="te-nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
      <item id="te-style" href="style.css" media-type="text/css"/>
      <item id="te-cover-image" href="cover.svg" media-type="image/svg+xml" properties="cover-image"/>
      <item id="te-cover" href="cover.xhtml" media-type="application/xhtml+xml"/>
      <xsl:for-each select="($fore-parts, $after-parts)[f:has($book, .)]">
        <item id="te-{.}" href="{.}.xhtml" media-type="application/xhtml+xml"/>
      </xsl:for-each>
      <xsl:for-each select="$book/font">
        <item id="te-font-{position()}" href="fonts/{.}" media-type="font/woff2"/>
      </xsl:for-each>
      <item id="te-font-licence" href="fonts/OFL.txt" media-type="text/plain"/>
      <xsl:for-each select="$book/entry">
        <item id="d-{@id}" href="{f:document-file(@id)}" media-type="application/xhtml+xml"/>
      </xsl:for-each>
    </manifest>
  </xsl:function>

  <!-- The order of reading; from right to left where every document is. -->
  <xsl:function name="fp:spine" as="element(opf:spine)" xpath-default-namespace="">
    <xsl:param name="book" as="element(book)"/>
    <spine xmlns="http://www.idpf.org/2007/opf">
      <xsl:if test="every $lang in distinct-values($book/entry/@lang) satisfies f:direction($lang, ()) = 'rtl'">
        <xsl:attribute name="page-progression-direction" select="'rtl'"/>
      </xsl:if>
      <itemref idref="te-cover"/>
      <xsl:for-each select="$fore-parts[f:has($book, .)], 'nav'[f:is-volume($book)]">
        <itemref idref="te-{.}"/>
      </xsl:for-each>
      <xsl:for-each select="$book/entry">
        <itemref idref="d-{@id}"/>
      </xsl:for-each>
      <xsl:for-each select="$after-parts[f:has($book, .)]">
        <itemref idref="te-{.}"/>
      </xsl:for-each>
    </spine>
  </xsl:function>

  <!-- A book of more writers or sources than a shelf can show is not described by them; its documents are. -->
  <xsl:variable name="most-writers" as="xs:integer" select="12"/>

  <!-- Who wrote it, when, whence and under which terms. -->
  <xsl:function name="fp:described" as="element()*" xpath-default-namespace="">
    <xsl:param name="book" as="element(book)"/>
    <xsl:variable name="writers" as="xs:string*" select="distinct-values($book/entry/dc:creator)"/>
    <xsl:for-each select="$writers[count($writers) le $most-writers]">
      <dc:creator>{.}</dc:creator>
    </xsl:for-each>
    <xsl:for-each select="tokenize($edition-editor-names, '\n')[.]">
      <dc:contributor id="te-editor-{position()}">{.}</dc:contributor>
      <meta xmlns="http://www.idpf.org/2007/opf" refines="#te-editor-{position()}" property="role" scheme="marc:relators">edt</meta>
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
    <xsl:variable name="sources" as="xs:string*" select="distinct-values($book/entry/dc:source)"/>
    <xsl:for-each select="$sources[count($sources) le $most-writers]">
      <dc:source>{.}</dc:source>
    </xsl:for-each>
    <xsl:for-each select="distinct-values(($book/entry/dc:rights, $licence))[.]">
      <dc:rights>{.}</dc:rights>
    </xsl:for-each>
  </xsl:function>

  <!-- What the content is to those who do not see it: text, and one picture, which is described.
       https://www.w3.org/TR/epub-a11y-11/#sec-disc-package -->
  <xsl:function name="fp:accessibility" as="element(opf:meta)*" xpath-default-namespace="">
    <xsl:param name="book" as="element(book)"/>
    <xsl:variable name="pages" as="xs:boolean" select="exists($book/entry/pages/page)"/>
    <xsl:sequence select="fp:meta-property('schema:accessMode', 'textual')"/>
    <xsl:sequence select="fp:meta-property('schema:accessModeSufficient', 'textual')"/>
    <xsl:variable name="index" as="xs:boolean" select="('persons', 'places', 'organisations') ! f:has($book, .) = true()"/>
    <xsl:for-each select="'tableOfContents', 'readingOrder', 'structuralNavigation', 'displayTransformability',
        'alternativeText', 'ARIA', 'index'[$index], 'pageBreakMarkers'[$pages], 'pageNavigation'[$pages]">
      <xsl:sequence select="fp:meta-property('schema:accessibilityFeature', .)"/>
    </xsl:for-each>
    <xsl:sequence select="fp:meta-property('schema:accessibilityHazard', 'none')"/>
    <xsl:sequence select="fp:meta-property('schema:accessibilitySummary', f:word('epub-accessibility', $speak))"/>
    <xsl:for-each select="distinct-values($book/entry[pages/page]/dc:source)">
      <xsl:sequence select="fp:meta-property('pageBreakSource', .)"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="fp:meta-property" as="element(opf:meta)">
    <xsl:param name="property" as="xs:string"/>
    <xsl:param name="value" as="xs:string"/>
    <meta xmlns="http://www.idpf.org/2007/opf" property="{$property}">{$value}</meta>
  </xsl:function>

</xsl:stylesheet>
