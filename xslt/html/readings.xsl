<xsl:stylesheet version="3.0"
  xmlns="http://www.w3.org/1999/xhtml"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:h="http://www.w3.org/1999/xhtml"
  xmlns:f="https://teiedit.org/ns/function"
  xmlns:fp="https://teiedit.org/ns/function/private"
  xmlns:m="https://teiedit.org/ns/mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  default-mode="m:html"
  expand-text="yes"
  exclude-result-prefixes="#all">

  <!-- Readings, losses and corrections: each is told apart by signs and by words, never by colour alone.
       https://tei-c.org/release/doc/tei-p5-doc/en/html/PH.html -->

  <xsl:template match="choice" as="element(h:span)">
    <span class="choice">
      <xsl:sequence select="f:common(.)"/>
      <xsl:for-each select="*">
        <xsl:if test="position() ne 1"><span class="sign"><xsl:text> </xsl:text></span></xsl:if>
        <xsl:apply-templates select="."/>
      </xsl:for-each>
    </span>
  </xsl:template>

  <xsl:template match="sic | orig | abbr" as="element(h:span)">
    <span class="{local-name()}">
      <xsl:sequence select="f:common(.)"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>

  <!-- What an editor proposes, in brackets after what stands. -->
  <xsl:template match="corr | reg | expan" as="element(h:span)">
    <xsl:variable name="key" as="xs:string"
      select="map{'corr': 'corrected', 'reg': 'regular', 'expan': 'expanded'}(local-name())"/>
    <span class="corr">
      <xsl:sequence select="f:common(.)"/>
      <xsl:sequence select="f:sign('['), f:heard-sign(f:word($key, $speak) || ' ', .)"/>
      <xsl:apply-templates/>
      <xsl:sequence select="f:sign(']')"/>
    </span>
  </xsl:template>

  <xsl:template match="unclear" as="element(h:span)">
    <span class="unclear">
      <xsl:sequence select="f:common(.)"/>
      <xsl:sequence select="f:unseen(f:word('unclear', $speak) || ' ', .)"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>

  <!-- Where the transcript has no mark of its own, the brackets that it was typed with. -->
  <xsl:template priority="1" as="element(h:span)"
    match="unclear[not(parent::choice or f:signed(.))]">
    <span class="unclear">
      <xsl:sequence select="f:common(.)"/>
      <xsl:sequence select="f:unseen(f:word('unclear', $speak) || ' ', .)"/>
      <xsl:sequence select="f:sign('[')"/>
      <xsl:apply-templates/>
      <xsl:sequence select="f:sign('?]')"/>
    </span>
  </xsl:template>

  <!-- Another reading of the same word. -->
  <xsl:template match="choice/unclear[preceding-sibling::unclear]" priority="2" as="element(h:span)">
    <span class="unclear other">
      <xsl:sequence select="f:common(.)"/>
      <span class="note-word">
        <xsl:sequence select="f:own-language(.)"/>
        <xsl:text>[{f:word('or', $speak)} </xsl:text>
      </span>
      <xsl:apply-templates/>
      <span class="note-word">]</span>
    </span>
  </xsl:template>

  <xsl:template match="supplied" as="element(h:span)">
    <span class="supplied">
      <xsl:sequence select="f:common(.)"/>
      <xsl:text>{'['[not(f:own-signs(current()))]}</xsl:text>
      <xsl:sequence select="f:heard-sign(f:word('supplied', $speak) || ' ', .)"/>
      <xsl:apply-templates/>
      <xsl:text>{']'[not(f:own-signs(current()))]}</xsl:text>
    </span>
  </xsl:template>

  <!-- The words of the transcript for what is missing. -->
  <xsl:template match="gap[normalize-space(desc)]" priority="1" as="element(h:span)">
    <span class="gap">
      <xsl:sequence select="f:common(.)"/>
      <xsl:apply-templates select="desc/node()"/>
    </span>
  </xsl:template>

  <xsl:template match="gap" as="element(h:span)">
    <xsl:variable name="reason" as="xs:string" select="string(tokenize(@reason)[1])"/>
    <xsl:variable name="size" as="xs:string?" select="
      if (@quantity and @unit) then @quantity || ' ' || f:word('unit-' || @unit, $speak, @unit) else @extent ! string()"/>
    <span class="gap">
      <xsl:sequence select="f:common(.), f:own-language(.)"/>
      <xsl:text>[{string-join((f:word('gap-' || $reason, $speak, f:word('gap', $speak)), $size), ', ')}]</xsl:text>
    </span>
  </xsl:template>

  <xsl:template match="del" as="element(h:del)">
    <del>
      <xsl:sequence select="f:common(.)"/>
      <xsl:sequence select="f:unseen(f:word('deleted', $speak) || ' ', .)"/>
      <xsl:apply-templates/>
      <xsl:sequence select="f:unseen(' ' || f:word('deleted-end', $speak), .)"/>
    </del>
  </xsl:template>

  <xsl:template match="add" as="element(h:ins)">
    <xsl:variable name="place" as="xs:string*" select="tokenize(@place) ! f:word('place-' || ., $speak, .)"/>
    <xsl:variable name="before" as="xs:string" select="
      if (exists($place)) then f:phrase('added-at', $speak, string-join($place, ', ')) else f:word('added', $speak)"/>
    <ins class="{@place}">
      <xsl:sequence select="f:common(.)"/>
      <xsl:sequence select="f:heard-sign($before || ' ', .)"/>
      <xsl:apply-templates/>
      <xsl:sequence select="f:heard-sign(' ' || f:word('added-end', $speak), .)"/>
    </ins>
  </xsl:template>

  <xsl:template match="subst" as="element(h:span)">
    <span class="subst">
      <xsl:sequence select="f:common(.)"/>
      <xsl:apply-templates select="del"/>
      <xsl:text> </xsl:text>
      <xsl:apply-templates select="* except del"/>
    </span>
  </xsl:template>

</xsl:stylesheet>
