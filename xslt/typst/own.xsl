<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:h="http://www.w3.org/1999/xhtml"
  xmlns:fp="https://teiedit.org/ns/function/private"
  xmlns:m="https://teiedit.org/ns/mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  default-mode="m:own"
  expand-text="yes"
  exclude-result-prefixes="#all">

  <!-- XHTML made of the edition's own Markdown (tools/markdown.py), as events. Pictures are told by their words. -->

  <xsl:mode name="m:own" on-no-match="shallow-skip" on-multiple-match="fail"/>

  <xsl:template match="text()" mode="m:own" as="xs:string">
    <xsl:sequence select="translate(., '&#x9;&#xD;&#xA;', '   ')"/>
  </xsl:template>

  <xsl:template name="fp:own-frame" as="item()*">
    <xsl:param name="kind" as="xs:string" required="yes"/>
    <xsl:param name="given" as="map(*)" select="map {}"/>
    <xsl:variable name="content" as="item()*">
      <xsl:apply-templates mode="m:own"/>
    </xsl:variable>
    <xsl:sequence select="fp:frame($kind, $given, $content)"/>
  </xsl:template>

  <xsl:template match="h:p | h:pre | h:dd" mode="m:own" as="item()*">
    <xsl:call-template name="fp:own-frame">
      <xsl:with-param name="kind" select="'p'"/>
      <xsl:with-param name="given"
        select="map { 'flush': empty(preceding-sibling::*[1][self::h:p]) }"/>
    </xsl:call-template>
  </xsl:template>

  <!-- The levels as they are; the publisher closes gaps between them. -->
  <xsl:template match="h:h2 | h:h3 | h:h4 | h:h5 | h:h6" mode="m:own" as="item()*">
    <xsl:call-template name="fp:own-frame">
      <xsl:with-param name="kind" select="'head'"/>
      <xsl:with-param name="given" select="map { 'level': xs:integer(substring(local-name(), 2)), 'type': '' }"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="h:dt | h:figcaption" mode="m:own" as="item()*">
    <xsl:call-template name="fp:own-frame">
      <xsl:with-param name="kind" select="'subhead'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="h:ul | h:ol" mode="m:own" as="item()*">
    <xsl:call-template name="fp:own-frame">
      <xsl:with-param name="kind" select="'list'"/>
      <xsl:with-param name="given" select="map { 'rend': '', 'labelled': true() }"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="h:li" mode="m:own" as="item()*">
    <xsl:sequence select="fp:frame('label',
      if (parent::h:ol) then (xs:integer((../@start[. castable as xs:integer], 1)[1]) + count(preceding-sibling::h:li)) || '.' else '•')"/>
    <xsl:call-template name="fp:own-frame">
      <xsl:with-param name="kind" select="'item'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="h:blockquote" mode="m:own" as="item()*">
    <xsl:call-template name="fp:own-frame">
      <xsl:with-param name="kind" select="'quote'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="h:em | h:i | h:strong | h:b | h:sup | h:sub" mode="m:own" as="item()*">
    <xsl:call-template name="fp:own-frame">
      <xsl:with-param name="kind" select="
        map { 'em': 'emph', 'i': 'emph', 'strong': 'strong', 'b': 'strong', 'sup': 'super', 'sub': 'sub' }(local-name())"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Pages of the site are no part of the book. -->
  <xsl:template match="h:a[matches(@href, '^https?://')]" mode="m:own" as="item()*">
    <xsl:call-template name="fp:own-frame">
      <xsl:with-param name="kind" select="'link'"/>
      <xsl:with-param name="given" select="map { 'url': string(@href) }"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="h:br" mode="m:own" as="item()*">
    <xsl:sequence select="fp:frame('lb', ())"/>
  </xsl:template>

  <xsl:template match="h:table" mode="m:own" as="item()*">
    <xsl:variable name="rows" as="item()*">
      <xsl:apply-templates select=".//h:tr" mode="m:own"/>
    </xsl:variable>
    <xsl:sequence select="fp:frame('table', $rows)"/>
  </xsl:template>

  <xsl:template match="h:tr" mode="m:own" as="item()*">
    <xsl:variable name="cells" as="item()*">
      <xsl:for-each select="h:th | h:td">
        <xsl:variable name="content" as="item()*">
          <xsl:apply-templates select="node()" mode="m:own"/>
        </xsl:variable>
        <xsl:sequence select="fp:frame('cell', map { 'head': exists(self::h:th), 'wide': 1, 'high': 1 }, $content)"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="fp:frame('row', map { 'head': exists(h:th) and empty(h:td) }, $cells)"/>
  </xsl:template>

  <xsl:template match="h:img[@alt ne '']" mode="m:own" as="item()*">
    <xsl:sequence select="'[' || @alt || ']'"/>
  </xsl:template>

</xsl:stylesheet>
