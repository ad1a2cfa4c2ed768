<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://teiedit.org/ns/function"
  xmlns:fp="https://teiedit.org/ns/function/private"
  xmlns:m="https://teiedit.org/ns/mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  default-mode="m:unhandled"
  expand-text="yes"
  exclude-result-prefixes="#all">

  <!-- Names for places in the text, the same in every format and every run. -->

  <xsl:key name="f:id" match="*[@xml:id]" use="@xml:id"/>

  <!-- Counts of the elements that are given a name by their number; only those of the text. Paragraphs are cited by
       their number, so those of notes, and the second halves of broken ones, are not counted. -->
  <xsl:accumulator name="f:count-p" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="text//p[not(ancestor::note or (@xml:id and @part = ('M', 'F')))]" select="$value + 1"/>
  </xsl:accumulator>
  <xsl:accumulator name="f:count-note-p" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="text//note//p" select="$value + 1"/>
  </xsl:accumulator>
  <xsl:accumulator name="f:count-div" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="text//div | text//floatingText" select="$value + 1"/>
  </xsl:accumulator>
  <xsl:accumulator name="f:count-note" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="text//note" select="$value + 1"/>
  </xsl:accumulator>
  <xsl:accumulator name="f:count-pb" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="text//pb" select="$value + 1"/>
  </xsl:accumulator>

  <!-- An element's xml:id, or for p, div, note and pb one made from its number: te-p3. Others have ''.
       An xml:id that begins with te- is the name that a paragraph has by its number, written into the file because
       something points to it, or te-b and a number, which is never made here: so the two kinds do not meet. -->
  <xsl:function name="f:anchor" as="xs:string" visibility="public">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
      if ($element/@xml:id) then string($element/@xml:id)
      else if (empty($element/ancestor::text)) then ''
      else $element ! (
        if (self::p and ancestor::note) then 'te-np' || accumulator-before('f:count-note-p')
        else if (self::p) then 'te-p' || accumulator-before('f:count-p')
        else if (self::div or self::floatingText) then 'te-s' || accumulator-before('f:count-div')
        else if (self::note) then 'te-n' || accumulator-before('f:count-note')
        else if (self::pb) then 'te-pb' || accumulator-before('f:count-pb')
        else '')"/>
  </xsl:function>

  <!-- The element of the same document that a pointer such as "#p-1" means, or nothing. -->
  <xsl:function name="f:target" as="element()?" visibility="public" cache="yes">
    <xsl:param name="pointer" as="attribute()?"/>
    <xsl:variable name="first" as="xs:string?" select="tokenize($pointer)[1]"/>
    <xsl:variable name="document" as="node()?" select="($pointer/ancestor::TEI, root($pointer))[1]"/>
    <xsl:sequence select="if (starts-with($first, '#')) then key('f:id', substring($first, 2), $document)[1] else ()"/>
  </xsl:function>

  <!-- An address that may be linked to: on the web, or relative; no other scheme. -->
  <xsl:function name="f:safe-address" as="xs:string?" visibility="public" cache="yes">
    <xsl:param name="address" as="xs:string?"/>
    <xsl:sequence select="
      normalize-space($address)[matches(., '^https?://[^\s]+$', 'i') or matches(., '^[^:\s\\]+$')][not(starts-with(., '//'))]"/>
  </xsl:function>

</xsl:stylesheet>
