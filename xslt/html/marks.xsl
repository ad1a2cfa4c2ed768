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

  <!-- Pages, lines, stamps and marks.
       https://tei-c.org/release/doc/tei-p5-doc/en/html/CO.html#CORS -->

  <xsl:template match="pb" as="element(h:span)">
    <xsl:variable name="page" as="xs:string" select="if (@n) then f:phrase('page', $speak, @n) else f:word('new-page', $speak)"/>
    <span class="{string-join(('page', 'between'[current()[parent::div or parent::body or parent::list]]), ' ')}" role="doc-pagebreak" aria-label="{$page}">
      <xsl:sequence select="f:common(.)"/>
      <span class="at">{if (@n) then f:phrase('page-short', $speak, @n) else '|'}</span>
    </span>
  </xsl:template>

  <xsl:template match="cb | milestone" as="element(h:span)">
    <xsl:variable name="name" as="xs:string" select="
      if (self::milestone) then string-join((@unit, @n), ' ')
      else if (@n) then f:phrase('column', $speak, @n)
      else f:word('new-column', $speak)"/>
    <span class="milestone">
      <xsl:sequence select="f:common(.)"/>
      <xsl:text>[{$name}]</xsl:text>
    </span>
  </xsl:template>

  <xsl:template match="lb" as="element(h:br)">
    <br/>
  </xsl:template>

  <!-- A word that runs over the end of a line is closed up again, and its hyphen left out. -->
  <xsl:template match="lb[@break eq 'no']" priority="1" as="element(h:span)?">
    <xsl:if test="@xml:id">
      <span class="anchor"><xsl:sequence select="f:common(.)"/></span>
    </xsl:if>
  </xsl:template>

  <xsl:template match="text()[following-sibling::node()[1][self::lb or self::pb][@break eq 'no']]" as="text()?">
    <xsl:value-of select="replace(., '[\-=&#xAD;¬‐]\s*$', '')"/>
  </xsl:template>

  <xsl:template match="anchor" as="element(h:span)">
    <span class="anchor"><xsl:sequence select="f:common(.)"/></span>
  </xsl:template>

  <xsl:template match="fw" as="element()">
    <xsl:element name="{if (f:is-block(.)) then 'p' else 'span'}">
      <xsl:attribute name="class" select="string-join(('fw', @type), ' ')"/>
      <xsl:sequence select="f:common(.)"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="fw[f:numbers-page(.)]" priority="1" as="empty-sequence()"/>

  <xsl:template match="stamp" as="element(h:span)">
    <span class="{string-join(('stamp', @type), ' ')}">
      <xsl:sequence select="f:common(.)"/>
      <xsl:sequence select="f:unseen(f:word('stamp', $speak) || ' ', .)"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>

  <xsl:template match="metamark[f:shown-otherwise(.)]" priority="1" as="empty-sequence()"/>

  <xsl:template match="metamark | pc | g" as="element(h:span)">
    <span class="{string-join((local-name(), @function, @type, 'sign'[current()[self::metamark[f:is-sign(.)]]]), ' ')}">
      <xsl:sequence select="f:common(.)"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>

</xsl:stylesheet>
