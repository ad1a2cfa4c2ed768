<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://teiedit.org/ns/function"
  xmlns:m="https://teiedit.org/ns/mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  default-mode="m:unhandled"
  expand-text="yes"
  exclude-result-prefixes="#all">

  <!-- The transcriber's signs: where they stand in the text, and where an element stands for them.
       https://tei-c.org/release/doc/tei-p5-doc/en/html/ref-metamark.html -->

  <!-- The transcriber's own mark of doubt is the next thing after the reading, but for what editors add. -->
  <xsl:function name="f:marked" as="xs:boolean">
    <xsl:param name="reading" as="element()"/>
    <xsl:sequence select="exists($reading/following::node()
      [self::metamark or self::text()[normalize-space()]]
      [not(ancestor::corr or ancestor::note[@type = 'editorial'])][1]/self::metamark[@function = 'uncertain'])"/>
  </xsl:function>

  <!-- The transcript's own signs stand inside the element: it needs none of ours. -->
  <xsl:function name="f:own-signs" as="xs:boolean">
    <xsl:param name="reading" as="element()"/>
    <xsl:sequence select="exists($reading/node()[1]/self::metamark[@function = 'transcriber'])"/>
  </xsl:function>

  <!-- No sign of ours is wanted around a reading. -->
  <xsl:function name="f:signed" as="xs:boolean">
    <xsl:param name="reading" as="element()"/>
    <xsl:sequence select="f:own-signs($reading) or $reading/self::unclear[f:marked(.)]"/>
  </xsl:function>

  <!-- A sign whose element is shown in a way of its own: a line through the words, a page number in the margin. -->
  <xsl:function name="f:shown-otherwise" as="xs:boolean">
    <xsl:param name="mark" as="element(metamark)"/>
    <xsl:sequence select="$mark/@function = 'transcriber' and (
      $mark[parent::del or parent::add or parent::hi or parent::note][f:own-signs(..)][. is ../node()[1] or . is ../node()[last()]]
      or exists($mark/preceding-sibling::node()[self::* or normalize-space()][1][self::pb or self::milestone]))"/>
  </xsl:function>

  <!-- A typed page number beside its page boundary, which shows it already. -->
  <xsl:function name="f:numbers-page" as="xs:boolean">
    <xsl:param name="number" as="element(fw)"/>
    <xsl:sequence select="$number/@type = 'pageNum' and exists(
      $number/preceding-sibling::node()[self::* or normalize-space()][1]/self::pb[@n])"/>
  </xsl:function>

</xsl:stylesheet>
