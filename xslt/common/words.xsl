<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="https://teiedit.org/ns/function"
  xmlns:m="https://teiedit.org/ns/mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  default-mode="m:unhandled"
  expand-text="yes"
  exclude-result-prefixes="#all">

  <!-- The words that readers see: i18n/<language>.xml, one word of each key in every language. -->

  <xsl:variable name="languages" static="yes" as="xs:string*" select="'en', 'de', 'fr'"/>

  <!-- Static, because a transformation may read no file: language, then key, then the words. -->
  <xsl:variable name="words" static="yes" as="map(xs:string, map(xs:string, xs:string))"
    xpath-default-namespace=""
    select="map:merge(
      for $language in $languages return map:entry($language, map:merge(
        for $word in doc('i18n/' || $language || '.xml')/words/word
        return map:entry(string($word/@key), string($word)))))"/>

  <!-- The language to speak: that of a BCP 47 tag if we have its words, otherwise English. -->
  <xsl:function name="f:spoken" as="xs:string" visibility="public" cache="yes">
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="primary" as="xs:string" select="lower-case(replace($lang, '[-_].*$', ''))"/>
    <xsl:sequence select="if ($primary = $languages) then $primary else 'en'"/>
  </xsl:function>

  <!-- The words for $key; a key without words is a fault of ours and stops. -->
  <xsl:function name="f:word" as="xs:string" visibility="public">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="
      let $word := $words(f:spoken($lang))($key)
      return if (exists($word)) then $word else error(xs:QName('f:no-such-word'), 'no words for ' || $key)"/>
  </xsl:function>

  <!-- The words for a key made from data (a type, a function), or $default where there are none. -->
  <xsl:function name="f:word" as="xs:string" visibility="public">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:param name="default" as="xs:string"/>
    <xsl:sequence select="($words(f:spoken($lang))($key), $default)[1]"/>
  </xsl:function>

  <!-- The words for $key with $value in the place of {}. -->
  <xsl:function name="f:phrase" as="xs:string" visibility="public">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:param name="value" as="xs:string"/>
    <xsl:sequence select="replace(f:word($key, $lang), '{}', $value, 'q')"/>
  </xsl:function>

</xsl:stylesheet>
