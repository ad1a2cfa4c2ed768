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

  <!-- Opening and closing, postscript, and the fields of telegrams, memoranda and minutes.
       https://tei-c.org/release/doc/tei-p5-doc/en/html/DS.html#DSOC -->

  <xsl:template match="opener | closer" as="element(h:div)">
    <div class="{local-name()}">
      <xsl:sequence select="f:common(.)"/>
      <xsl:sequence select="f:lines(node())"/>
    </div>
  </xsl:template>

  <!-- Fields become rows, blocks stay blocks, and the phrases between them lines. -->
  <xsl:function name="f:lines" as="element()*">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:for-each-group select="$nodes" group-adjacent="f:line-kind(.)">
      <xsl:choose>
        <xsl:when test="starts-with(current-grouping-key(), 'field')">
          <dl class="fields"><xsl:apply-templates select="current-group()[self::*]"/></dl>
        </xsl:when>
        <xsl:when test="current-grouping-key() eq 'block'">
          <xsl:apply-templates select="current-group()[self::*]"/>
        </xsl:when>
        <xsl:when test="current-group()[self::* or normalize-space()]">
          <p class="line"><xsl:apply-templates select="current-group()"/></p>
        </xsl:when>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:function>

  <!-- White space goes with what stands before it. -->
  <xsl:function name="f:line-kind" as="xs:string">
    <xsl:param name="node" as="node()"/>
    <xsl:variable name="judged" as="node()?"
      select="$node/(preceding-sibling::node() | .)[self::* or normalize-space()][last()]"/>
    <xsl:sequence select="
      if ($judged/self::seg[@type eq 'field']) then fp:field-run($judged)
      else if (exists($judged) and f:is-block($judged)) then 'block'
      else 'line'"/>
  </xsl:function>

  <!-- One list has no label twice: with a label that is there already another list begins. -->
  <xsl:function name="fp:field-run" as="xs:string">
    <xsl:param name="field" as="element(seg)"/>
    <xsl:variable name="same" as="element(seg)*"
      select="$field/preceding-sibling::seg[@type eq 'field'][f:field-label(.) eq f:field-label($field)]"/>
    <xsl:sequence select="'field' || count($same)"/>
  </xsl:function>

  <!-- The label of a field: as it was typed, or what the field is. -->
  <xsl:function name="f:field-label" as="xs:string">
    <xsl:param name="field" as="element(seg)"/>
    <xsl:sequence select="
      if ($field/label) then normalize-space(string-join($field/label))
      else f:word('field-' || $field/@subtype, $speak, f:word('field', $speak))"/>
  </xsl:function>

  <xsl:template match="dateline | salute | signed | trailer" as="element(h:p)">
    <p class="{local-name()}">
      <xsl:sequence select="f:common(.)"/>
      <xsl:apply-templates/>
    </p>
  </xsl:template>

  <!-- In an opener or closer: a row with its label, or one of ours that is not seen. -->
  <xsl:template match="seg[@type eq 'field'][parent::opener or parent::closer]" priority="1" as="element(h:div)">
    <div class="{string-join(('field', @subtype, 'unlabelled'[empty(current()/label)]), ' ')}">
      <xsl:sequence select="f:common(.)"/>
      <dt>
        <xsl:choose>
          <xsl:when test="label">
            <xsl:apply-templates select="label/node()"/>
          </xsl:when>
          <xsl:otherwise>
            <xsl:sequence select="f:unseen(f:field-label(.), .)"/>
          </xsl:otherwise>
        </xsl:choose>
      </dt>
      <dd>
        <xsl:sequence select="f:flow(node()[not(self::label)])"/>
      </dd>
    </div>
  </xsl:template>

  <xsl:template match="postscript" as="element(h:div)">
    <div class="postscript">
      <xsl:sequence select="f:common(.)"/>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <!-- "P.S." begins the paragraph that follows it. -->
  <xsl:template match="postscript/label[following-sibling::*[1][self::p]]" priority="1" as="empty-sequence()"/>

  <xsl:template match="address" as="element()">
    <xsl:element name="{if (f:is-block(.)) then 'p' else 'span'}">
      <xsl:attribute name="class" select="'address'"/>
      <xsl:sequence select="f:common(.)"/>
      <xsl:for-each select="*">
        <xsl:apply-templates select="."/>
        <xsl:if test="self::addrLine and following-sibling::addrLine"><br/></xsl:if>
      </xsl:for-each>
    </xsl:element>
  </xsl:template>

  <xsl:template match="addrLine" as="node()*">
    <xsl:apply-templates/>
  </xsl:template>

</xsl:stylesheet>
