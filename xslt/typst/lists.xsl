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

  <!-- Clauses and other lists, tables.
       https://tei-c.org/release/doc/tei-p5-doc/en/html/CO.html#COLI -->

  <!-- The labels are those of the transcript, never counted. -->
  <xsl:template match="list" mode="m:typst" as="item()*">
    <xsl:call-template name="fp:block">
      <xsl:with-param name="kind" select="'list'"/>
      <xsl:with-param name="given" select="map { 'rend': string(@rend), 'labelled': exists(label) }"/>
    </xsl:call-template>
  </xsl:template>

  <!-- An enumeration inside a sentence stays in it. -->
  <xsl:template match="list[f:inline(.)]" mode="m:typst" priority="1" as="item()*">
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="list/head | table/head" mode="m:typst" as="item()*">
    <xsl:call-template name="fp:block">
      <xsl:with-param name="kind" select="'caption'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- The end of an item may be an inference: then its label is marked. -->
  <xsl:template match="list/label" mode="m:typst" priority="1" as="item()*">
    <xsl:variable name="content" as="item()*">
      <xsl:apply-templates/>
    </xsl:variable>
    <xsl:variable name="shown" as="item()*"
      select="if (f:unsure(following-sibling::item[1])) then fp:frame('unsure', $content) else $content"/>
    <xsl:sequence select="if (f:inline(..)) then $shown else fp:frame('label', $shown)"/>
  </xsl:template>

  <xsl:template match="item" mode="m:typst" as="item()*">
    <xsl:call-template name="fp:block">
      <xsl:with-param name="kind" select="'item'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="list[f:inline(.)]/item" mode="m:typst" priority="1" as="item()*">
    <xsl:sequence select="fp:anchor(.)"/>
    <xsl:apply-templates/>
  </xsl:template>

  <!-- A label in running text. -->
  <xsl:template match="label" mode="m:typst" as="item()*">
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="table" mode="m:typst" as="item()*">
    <xsl:call-template name="fp:block">
      <xsl:with-param name="kind" select="'table'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="row" mode="m:typst" as="item()*">
    <xsl:variable name="content" as="item()*">
      <xsl:apply-templates select="cell"/>
    </xsl:variable>
    <xsl:sequence select="fp:frame('row', map { 'head': @role = 'label' }, $content)"/>
  </xsl:template>

  <xsl:template match="cell" mode="m:typst" as="item()*">
    <xsl:call-template name="fp:block">
      <xsl:with-param name="kind" select="'cell'"/>
      <xsl:with-param name="given" select="map {
        'head': @role = 'label', 'wide': fp:cells(@cols), 'high': fp:cells(@rows) }"/>
    </xsl:call-template>
  </xsl:template>

  <!-- How many columns or rows a cell takes: at least one, and no more than a page can hold. -->
  <xsl:function name="fp:cells" as="xs:integer">
    <xsl:param name="value" as="attribute()?"/>
    <xsl:sequence select="
      if ($value castable as xs:integer) then min((max((1, xs:integer($value))), 30)) else 1"/>
  </xsl:function>

</xsl:stylesheet>
