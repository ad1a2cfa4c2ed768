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

  <!-- Paragraphs, quotations, speech.
       https://tei-c.org/release/doc/tei-p5-doc/en/html/CO.html -->

  <xsl:template match="p" as="element(h:p)">
    <p>
      <xsl:sequence select="fp:paragraph-class(.), f:common(.), f:handle(.), fp:paragraph-start(.)"/>
      <xsl:apply-templates/>
    </p>
  </xsl:template>

  <!-- HTML's p holds no list or table: the paragraph is a division of its phrases and its blocks. -->
  <xsl:template match="p[f:holds-block(.)]" priority="1" as="element(h:div)">
    <div class="paragraph">
      <xsl:sequence select="f:common(.), f:handle(.)"/>
      <xsl:sequence select="f:flow(node())"/>
    </div>
  </xsl:template>

  <xsl:function name="fp:paragraph-class" as="attribute()?">
    <xsl:param name="p" as="element(p)"/>
    <xsl:variable name="classes" as="xs:string*" select="
      if ($p/@part = ('M', 'F')) then 'continued' else (),
      if ($p/@part = ('I', 'M')) then 'unfinished' else (),
      if ($p/@n and $p/label) then 'numbered' else ()"/>
    <xsl:if test="exists($classes)">
      <xsl:attribute name="class" select="string-join($classes, ' ')"/>
    </xsl:if>
  </xsl:function>

  <!-- What is read before the paragraph's own words. -->
  <xsl:function name="fp:paragraph-start" as="node()*">
    <xsl:param name="p" as="element(p)"/>
    <xsl:variable name="before" as="element()?" select="$p/preceding-sibling::*[1]"/>
    <xsl:if test="$p/@part = ('M', 'F')">
      <xsl:sequence select="f:unseen(f:word('continued', $speak) || ' ', $p)"/>
    </xsl:if>
    <xsl:if test="$before[self::label][parent::postscript] or $before[self::speaker]">
      <span class="{$before/local-name()}">
        <xsl:sequence select="f:common($before)"/>
        <xsl:apply-templates select="$before/node()"/>
      </span>
      <xsl:text> </xsl:text>
    </xsl:if>
  </xsl:function>

  <!-- Phrases gathered into paragraphs between blocks; phrases alone stay as they are. -->
  <xsl:function name="f:flow" as="node()*">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:variable name="mixed" as="xs:boolean" select="some $node in $nodes satisfies f:is-block($node)"/>
    <xsl:for-each-group select="$nodes" group-adjacent="f:is-block(.)">
      <xsl:choose>
        <xsl:when test="current-grouping-key() or not($mixed)">
          <xsl:apply-templates select="current-group()"/>
        </xsl:when>
        <xsl:when test="current-group()[self::* or normalize-space()]">
          <p><xsl:apply-templates select="current-group()"/></p>
        </xsl:when>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:function>

  <xsl:template match="quote[f:is-block(.)]" priority="1" as="element(h:blockquote)">
    <blockquote>
      <xsl:sequence select="f:common(.)"/>
      <xsl:sequence select="f:flow(node())"/>
    </blockquote>
  </xsl:template>

  <!-- A phrase that holds blocks. -->
  <xsl:template match="(hi | emph | q | seg[not(@type eq 'field')])[f:is-block(.)]" priority="2" as="element(h:div)">
    <div class="{string-join((local-name(), @rend), ' ')}">
      <xsl:sequence select="f:common(.)"/>
      <xsl:sequence select="f:flow(node())"/>
    </div>
  </xsl:template>

  <xsl:template match="sp" as="element(h:div)">
    <div class="sp">
      <xsl:sequence select="f:common(.)"/>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <xsl:template match="speaker" as="element(h:p)">
    <p class="speaker">
      <xsl:sequence select="f:common(.)"/>
      <xsl:apply-templates/>
    </p>
  </xsl:template>

  <!-- The speaker's name begins the paragraph that follows it. -->
  <xsl:template match="speaker[following-sibling::*[1][self::p]]" priority="1" as="empty-sequence()"/>

  <xsl:template match="stage | label" as="element()">
    <xsl:element name="{if (f:is-block(.)) then 'p' else 'span'}">
      <xsl:attribute name="class" select="local-name()"/>
      <xsl:sequence select="f:common(.)"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

</xsl:stylesheet>
