<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://teiedit.org/ns/function"
  xmlns:m="https://teiedit.org/ns/mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  default-mode="m:unhandled"
  expand-text="yes"
  exclude-result-prefixes="#all">

  <!-- What the formats without links have in common: the words as read, and the calls of notes. Needs words.xsl,
       header.xsl and a mode with use-accumulators="#all". -->

  <xsl:accumulator name="f:numbered" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="text//note[f:called(.)][@type = 'footnote' or not(@type)]" select="$value + 1"/>
  </xsl:accumulator>

  <xsl:accumulator name="f:lettered" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule select="$value + 1"
      match="text//note[f:called(.)][@type != 'footnote'] | text//choice[corr or reg or expan]"/>
  </xsl:accumulator>

  <!-- A note is called in the text, or stands as a block where there is no text to call it. -->
  <xsl:function name="f:called" as="xs:boolean">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="
      empty($note/(parent::div | parent::body | parent::front | parent::back | parent::sp | parent::postscript))"/>
  </xsl:function>

  <!-- The document's own notes keep their numbers, or are counted; those of the edition have letters. -->
  <xsl:function name="f:note-label" as="xs:string">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="
      if ($note/self::choice or $note/@type != 'footnote')
        then format-integer($note/accumulator-before('f:lettered'), 'a')
      else string(($note/@n, $note/accumulator-before('f:numbered'))[1])"/>
  </xsl:function>

  <!-- "In the margin, in the left margin, pencil": what kind of note, where, by whom. -->
  <xsl:function name="f:note-kind" as="xs:string">
    <xsl:param name="note" as="element()"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="type" as="xs:string?" select="if ($note/self::abstract) then 'abstract' else $note/@type"/>
    <xsl:variable name="kind" as="xs:string" select="f:word('note-' || $type, $lang, f:word('note', $lang))"/>
    <xsl:variable name="place" as="xs:string*"
      select="tokenize($note/@place)[not(. = 'margin')] ! f:word('place-' || ., $lang, .)"/>
    <xsl:variable name="hand" as="xs:string*"
      select="f:target($note/@hand)[self::handNote] ! normalize-space() ! replace(., '\.$', '')"/>
    <xsl:sequence select="string-join(($kind, $place, $hand), ', ')"/>
  </xsl:function>

  <!-- The words of an element as they are read: without corrections, notes and descriptions. -->
  <xsl:function name="f:read" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="normalize-space(string-join($element//text()[not(ancestor::corr | ancestor::reg
      | ancestor::expan | ancestor::note | ancestor::figDesc)]))"/>
  </xsl:function>

  <!-- An inference, or a reading, that is not sure. -->
  <xsl:function name="f:unsure" as="xs:boolean">
    <xsl:param name="element" as="element()?"/>
    <xsl:sequence select="$element/@cert = ('medium', 'low', 'unknown')"/>
  </xsl:function>

  <!-- A list inside a sentence. -->
  <xsl:function name="f:inline" as="xs:boolean">
    <xsl:param name="list" as="element()"/>
    <xsl:sequence select="tokenize($list/@rend) = 'inline'"/>
  </xsl:function>

</xsl:stylesheet>
