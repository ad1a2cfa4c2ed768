<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://teiedit.org/ns/function"
  xmlns:fp="https://teiedit.org/ns/function/private"
  xmlns:m="https://teiedit.org/ns/mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  default-mode="m:typst"
  expand-text="yes"
  exclude-result-prefixes="#all">

  <!-- Names, emphasis, references, pages and lines.
       https://tei-c.org/release/doc/tei-p5-doc/en/html/CO.html -->

  <xsl:template mode="m:typst" as="item()*" match="
      persName | placeName | orgName | rs | roleName | forename | surname | date | time | idno | measure | num
      | q | quote | soCalled | term | foreign | seg | bibl | author | editor | publisher | pubPlace | g | pc | name">
    <xsl:apply-templates/>
  </xsl:template>

  <!-- Where a name stands is told to the indexes of a book; it leads to its entry there, unless a link stands around or
       in it. -->
  <xsl:template mode="m:typst" priority="10" as="item()*"
    match="(persName | placeName | orgName | rs | name)[$in-book][starts-with(@ref, '#')]">
    <xsl:variable name="content" as="item()*">
      <xsl:next-match/>
    </xsl:variable>
    <xsl:variable name="entry" as="xs:string?" select="fp:entry(.)"/>
    <xsl:sequence select="
      fp:marks(.),
      if ($entry and exists($content)) then fp:frame('link', map { 'url': 'teiedit:index/' || $entry }, $content) else $content"/>
  </xsl:template>

  <xsl:template match="emph | titlePart//title | text//title" mode="m:typst" as="item()*">
    <xsl:call-template name="fp:block">
      <xsl:with-param name="kind" select="'emph'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A date in the title is not broken. -->
  <xsl:template match="titlePart//date" mode="m:typst" priority="1" as="item()*">
    <xsl:call-template name="fp:block">
      <xsl:with-param name="kind" select="'whole'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- The looks named by @rend, one around the other; a look without a rule is not shown. -->
  <xsl:template match="hi" mode="m:typst" as="item()*">
    <xsl:variable name="content" as="item()*">
      <xsl:apply-templates/>
    </xsl:variable>
    <xsl:sequence select="fold-left(tokenize(@rend), $content, function($inner as item()*, $look as xs:string) as item()* {
      let $kind := $looks($look) return if (exists($kind) and exists($inner)) then fp:frame($kind, $inner) else $inner })"/>
  </xsl:template>

  <xsl:variable name="looks" as="map(xs:string, xs:string)" select="map {
    'italic': 'emph', 'bold': 'strong', 'underline': 'underline', 'smallcaps': 'smallcaps',
    'superscript': 'super', 'subscript': 'sub', 'spaced': 'spaced' }"/>

  <!-- Within the document by name; to another document only where the edition has an address. -->
  <xsl:template match="ref" mode="m:typst" as="item()*">
    <xsl:variable name="content" as="item()*">
      <xsl:apply-templates/>
    </xsl:variable>
    <xsl:variable name="target" as="xs:string" select="string(tokenize(@target)[1])"/>
    <xsl:sequence select="
      if (exists(f:target(@target)[ancestor::text])) then fp:frame('link', map { 'to': substring($target, 2) }, $content)
      else if ($in-book and matches($target, '^[^/:?#]+\.xml(#.*)?$'))
        then fp:frame('link', map { 'url': 'teiedit:document/' || replace($target, '\.xml(#.*)?$', '$1') }, $content)
      else if ($base-url and matches($target, '^[^/:?#]+\.xml(#.*)?$'))
        then fp:frame('link', map { 'url': $base-url || 'pdf/' || replace($target, '\.xml(#.*)?$', '.pdf') }, $content)
      else if (matches($target, '^https?://')) then fp:frame('link', map { 'url': $target }, $content)
      else $content"/>
  </xsl:template>

  <!-- The new page is told in the margin. -->
  <xsl:template match="pb" mode="m:typst" as="item()*">
    <xsl:sequence select="fp:margin(.,
      if (@n) then f:phrase('page-short', $language, @n) else f:word('new-page', $language)), fp:anchor(.)"/>
  </xsl:template>

  <xsl:template match="cb" mode="m:typst" as="item()*">
    <xsl:sequence select="fp:margin(.,
      if (@n) then f:phrase('column', $language, @n) else f:word('new-column', $language))"/>
  </xsl:template>

  <xsl:template match="milestone" mode="m:typst" as="item()*">
    <xsl:sequence select="fp:margin(., string-join((f:word('unit-' || @unit, $language, @unit), @n), ' '))"/>
  </xsl:template>

  <!-- Pages on the left, columns and other counts on the right; an inferred number has its own brackets. -->
  <xsl:function name="fp:margin" as="item()*">
    <xsl:param name="border" as="element()"/>
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="fp:frame('margin',
      map { 'left': exists($border/self::pb), 'joined': $border/@break = 'no' },
      fp:own(if (contains($words, '[')) then $words else '[' || $words || ']'))"/>
  </xsl:function>

  <xsl:template match="lb" mode="m:typst" as="item()*">
    <xsl:sequence select="fp:frame('lb', ())"/>
  </xsl:template>

  <xsl:template match="lb[@break = 'no']" mode="m:typst" priority="1" as="empty-sequence()"/>

  <xsl:template match="anchor" mode="m:typst" as="item()*">
    <xsl:sequence select="fp:anchor(.)"/>
  </xsl:template>

  <!-- Matter that is not part of the message: a line of its own, or quiet words in the text. -->
  <xsl:template match="fw" mode="m:typst" as="item()*">
    <xsl:call-template name="fp:block">
      <xsl:with-param name="kind" select="if (parent::div or parent::opener or parent::closer or parent::body or parent::front) then 'fw' else 'quiet'"/>
      <xsl:with-param name="given" select="map { 'type': string(@type) }"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="fw[f:numbers-page(.)]" mode="m:typst" priority="1" as="empty-sequence()"/>

  <xsl:template match="stamp" mode="m:typst" as="item()*">
    <xsl:call-template name="fp:block">
      <xsl:with-param name="kind" select="if (parent::opener or parent::closer) then 'stamp' else 'boxed'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="metamark[f:shown-otherwise(.)]" mode="m:typst" priority="1" as="empty-sequence()"/>

  <xsl:template match="metamark" mode="m:typst" as="item()*">
    <xsl:call-template name="fp:block">
      <xsl:with-param name="kind" select="'quiet'"/>
    </xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
