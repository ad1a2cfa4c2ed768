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

  <!-- Readings, losses and corrections, by the signs that documentary editions use.
       https://tei-c.org/release/doc/tei-p5-doc/en/html/PH.html -->

  <xsl:template match="del" mode="m:typst" as="item()*">
    <xsl:call-template name="fp:block">
      <xsl:with-param name="kind" select="'strike'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="add" mode="m:typst" as="item()*">
    <xsl:sequence select="fp:sign('\')"/>
    <xsl:apply-templates/>
    <xsl:sequence select="fp:sign('/')"/>
  </xsl:template>

  <xsl:template match="subst" mode="m:typst" as="item()*">
    <xsl:apply-templates select="*"/>
  </xsl:template>

  <!-- A sign of the editor's, told from the words by its colour. -->
  <xsl:function name="fp:sign" as="item()+">
    <xsl:param name="sign" as="xs:string"/>
    <xsl:sequence select="fp:frame('quiet', $sign)"/>
  </xsl:function>

  <!-- Where the transcriber's own mark follows, it says enough. -->
  <xsl:template match="unclear" mode="m:typst" as="item()*">
    <xsl:sequence select="fp:sign('[')[not(f:signed(current()))]"/>
    <xsl:apply-templates/>
    <xsl:sequence select="fp:sign('?]')[not(f:signed(current()))]"/>
  </xsl:template>

  <!-- Two readings of one place: [six / sixty?] -->
  <xsl:template match="choice[unclear]" mode="m:typst" priority="1" as="item()*">
    <xsl:sequence select="fp:sign('[')"/>
    <xsl:for-each select="unclear">
      <xsl:sequence select="if (position() gt 1) then fp:sign(' / ') else ()"/>
      <xsl:apply-templates/>
    </xsl:for-each>
    <xsl:sequence select="fp:sign('?]')"/>
  </xsl:template>

  <xsl:template match="supplied" mode="m:typst" as="item()*">
    <xsl:sequence select="fp:sign('[')[not(f:own-signs(current()))]"/>
    <xsl:apply-templates/>
    <xsl:sequence select="fp:sign(']')[not(f:own-signs(current()))]"/>
  </xsl:template>

  <!-- The transcript's marker, or one of ours that gives the reason. -->
  <xsl:template match="gap" mode="m:typst" as="item()*">
    <xsl:variable name="reason" as="xs:string" select="string(tokenize(@reason)[1])"/>
    <xsl:sequence select="fp:frame('quiet',
      if (normalize-space(desc)) then normalize-space(desc)
      else fp:own('[' || f:word('gap-' || $reason, $language, f:word('gap', $language)) || ']'))"/>
  </xsl:template>

  <!-- What stands is shown; what is proposed stands in a note. -->
  <xsl:template match="choice" mode="m:typst" as="item()*">
    <xsl:apply-templates select="sic | orig | abbr"/>
    <xsl:sequence select="fp:apparatus(.)"/>
  </xsl:template>

  <xsl:template match="sic | orig | abbr | corr | reg | expan" mode="m:typst" as="item()*">
    <xsl:apply-templates/>
  </xsl:template>

</xsl:stylesheet>
