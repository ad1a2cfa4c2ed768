<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://teiedit.org/ns/function"
  xmlns:m="https://teiedit.org/ns/mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  default-mode="m:unhandled"
  expand-text="yes"
  exclude-result-prefixes="#all">

  <!-- What the editors have written about a document, and what it is called. -->

  <!-- Whether a division is a translation that the editors have made, and not one of the transcript. -->
  <xsl:function name="f:by-editors" as="xs:boolean" cache="yes">
    <xsl:param name="div" as="element()"/>
    <xsl:sequence select="$div/@type = 'translation' and $div/@resp = '#editor'"/>
  </xsl:function>

  <!-- "Translation: English" -->
  <xsl:function name="f:translation-heading" as="xs:string">
    <xsl:param name="div" as="element()"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="tag" as="xs:string" select="string($div/@xml:lang)"/>
    <xsl:sequence select="
      f:word('div-translation', $lang) || ': ' || f:word('language-' || lower-case(tokenize($tag, '-')[1]), $lang, $tag)"/>
  </xsl:function>

</xsl:stylesheet>
