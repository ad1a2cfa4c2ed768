<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://teiedit.org/ns/function"
  xmlns:m="https://teiedit.org/ns/mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  default-mode="m:unhandled"
  expand-text="yes"
  exclude-result-prefixes="#all">

  <!-- Names of persons, places and organisations; needs ids.xsl. -->

  <!-- A name as text: its own words, or those of the record that it points to. -->
  <xsl:function name="f:name" as="xs:string" visibility="public" cache="yes">
    <xsl:param name="name" as="element()"/>
    <xsl:variable name="own" as="xs:string" select="normalize-space($name)"/>
    <xsl:sequence select="
      if ($own) then $own
      else normalize-space((f:target($name/@ref)/(persName | orgName | placeName))[1])"/>
  </xsl:function>

  <!-- What names are put in order by: letters without accents, in lower case. -->
  <xsl:function name="f:fold" as="xs:string" visibility="public">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="lower-case(replace(normalize-unicode($text, 'NFKD'), '\p{M}', '')) => replace('ß', 'ss')"/>
  </xsl:function>

  <!-- A person's name as it is looked for, by its last word first, "Ada Lovelace" under L; whoever is not known comes last. -->
  <xsl:function name="f:family-first" as="xs:string" visibility="public">
    <xsl:param name="name" as="xs:string"/>
    <xsl:variable name="words" as="xs:string*" select="tokenize($name)"/>
    <xsl:sequence select="
      if (empty($words)) then '~'
      else f:fold(if (contains($name, ',')) then $name else string-join(($words[last()], $words[position() lt last()]), ' '))"/>
  </xsl:function>

  <!-- The office that a person's record gives, or ''. -->
  <xsl:function name="f:office" as="xs:string" visibility="public">
    <xsl:param name="person" as="element()"/>
    <xsl:sequence select="normalize-space(string-join($person/occupation ! normalize-space(), '; '))"/>
  </xsl:function>

</xsl:stylesheet>
