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

  <!-- Notes, and the readings that editors propose: at the foot of the page. The document's own notes keep their
       numbers, those of the edition have letters.
       https://tei-c.org/release/doc/tei-p5-doc/en/html/CO.html#CONO -->

  <!-- Notes that are not plainly notes to the words say what they are. -->
  <xsl:function name="fp:introduced" as="xs:boolean">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="not(f:called($note)) or $note/self::abstract or $note/@type = ('marginal', 'endorsement')"/>
  </xsl:function>

  <xsl:template match="note | abstract" mode="m:typst" as="item()*">
    <xsl:variable name="content" as="item()*">
      <xsl:apply-templates/>
    </xsl:variable>
    <xsl:sequence select="fp:frame('block-note', (fp:anchor(.), if (p) then () else fp:kind-of-note(.), $content))"/>
  </xsl:template>

  <xsl:template match="note[f:called(.)]" mode="m:typst" priority="2" as="item()*">
    <xsl:variable name="content" as="item()*">
      <xsl:apply-templates/>
    </xsl:variable>
    <xsl:variable name="intro" as="item()*" select="if (fp:introduced(.) and not(p)) then fp:kind-of-note(.) else ()"/>
    <xsl:sequence select="fp:frame('note', map { 'label': f:note-label(.) }, (fp:anchor(.), $intro, $content))"/>
  </xsl:template>

  <!-- "In the margin, in the left margin:", in the edition's words. -->
  <xsl:function name="fp:kind-of-note" as="item()*">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="fp:frame('emph', fp:own(f:note-kind($note, $language) || ':')), ' '"/>
  </xsl:function>

  <!-- or] to be read as: on -->
  <xsl:function name="fp:apparatus" as="item()*">
    <xsl:param name="choice" as="element(choice)"/>
    <xsl:variable name="proposed" as="element()?" select="$choice/(corr | reg | expan)"/>
    <xsl:variable name="words" as="map(*)" select="map { 'corr': 'corrected', 'reg': 'regular', 'expan': 'expanded' }"/>
    <xsl:if test="$proposed">
      <xsl:variable name="content" as="item()*">
        <xsl:apply-templates select="$proposed" mode="m:typst"/>
      </xsl:variable>
      <xsl:sequence select="fp:frame('note', map { 'label': f:note-label($choice) }, (
        fp:frame('emph', f:read($choice)), '] ',
        fp:own(f:word($words(local-name($proposed)), $language)), ' ',
        $content))"/>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
