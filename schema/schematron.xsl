<?xml version="1.0" encoding="UTF-8"?>
<!-- Schematron (ISO/IEC 19757-3, query binding xslt3) to an XSLT 3.0 stylesheet that reports in te:diagnostics.

     Known: ns, let, pattern, rule (also abstract, with extends), assert, report, value-of, name, emph, dir, span,
     diagnostic, and in the schema itself xsl:function, xsl:key and xsl:variable. Phases are passed over: all patterns
     are active. Anything else stops the compilation. Within a pattern the first rule that fits a node wins, as the
     standard says.

     Each rule becomes one path over the whole document, not a walk of the tree: on a letter this is some three
     times faster. A context must therefore be a pattern that is also a path from the root when // is put before
     it; in a predicate, last() and positions count siblings as usual. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all" default-mode="m:compile"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:out="https://teiedit.org/ns/out"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="https://teiedit.org/ns/function"
    xmlns:m="https://teiedit.org/ns/mode"
    xmlns:te="https://teiedit.org/ns/diagnostic"
    xmlns:sch="http://purl.oclc.org/dsdl/schematron"
    xpath-default-namespace="http://purl.oclc.org/dsdl/schematron">

  <xsl:namespace-alias stylesheet-prefix="out" result-prefix="xsl"/>
  <xsl:output method="xml" indent="no"/>

  <!-- the structure of the schema -->
  <xsl:mode name="m:compile" on-no-match="fail" on-multiple-match="fail"/>
  <!-- the words of a message -->
  <xsl:mode name="m:words" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/" as="document-node()">
    <xsl:document><xsl:apply-templates/></xsl:document>
  </xsl:template>

  <xsl:template match="comment() | processing-instruction() | title | p | phase | rule[@abstract = 'true']" as="empty-sequence()"/>
  <xsl:template match="schema/text() | pattern/text() | rule/text()" as="empty-sequence()"/>

  <xsl:template match="schema" as="element()">
    <out:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="no">
      <xsl:for-each select="ns"><xsl:namespace name="{@prefix}" select="@uri"/></xsl:for-each>
      <xsl:namespace name="te" select="'https://teiedit.org/ns/diagnostic'"/>
      <xsl:namespace name="xs" select="'http://www.w3.org/2001/XMLSchema'"/>
      <out:output method="xml" indent="no"/>
      <xsl:copy-of select="xsl:function | xsl:key | xsl:variable" copy-namespaces="no"/>
      <xsl:apply-templates select="* except (ns | pattern | diagnostics | xsl:function | xsl:key | xsl:variable)"/>
      <out:template match="/" as="element()">
        <te:diagnostics><xsl:apply-templates select="pattern"/></te:diagnostics>
      </out:template>
      <!-- the place: how many elements begin before this one -->
      <out:mode use-accumulators="te:index"/>
      <out:accumulator name="te:index" as="xs:integer" initial-value="-1">
        <out:accumulator-rule match="*" select="$value + 1"/>
      </out:accumulator>
      <out:function name="te:index" as="xs:integer">
        <out:param name="node" as="node()"/>
        <out:sequence select="($node/ancestor-or-self::*[1]/accumulator-before('te:index'), 0)[1]"/>
      </out:function>
    </out:stylesheet>
  </xsl:template>

  <xsl:template match="pattern" as="element()*">
    <xsl:apply-templates select="* except rule"/>
    <xsl:apply-templates select="rule"/>
  </xsl:template>

  <xsl:template match="rule[not(@abstract = 'true')]" as="element()">
    <xsl:variable name="earlier" select="preceding-sibling::rule[not(@abstract = 'true')]/@context" as="attribute()*"/>
    <out:for-each select="{string-join((@context, $earlier) ! f:path(.), ' except ')}">
      <xsl:apply-templates/>
    </out:for-each>
  </xsl:template>

  <!-- A context as a path over the whole document. Saxon walks //a as one axis, but not //(a | b). -->
  <xsl:function name="f:path" as="xs:string">
    <xsl:param name="context" as="xs:string"/>
    <xsl:variable name="plain" as="xs:boolean" select="not(matches($context, '[(\[/]'))"/>
    <xsl:sequence select="
      if ($plain) then '(' || string-join(tokenize($context, '\s*\|\s*') ! ('//' || .), ' | ') || ')'
      else if (not(contains($context, '|')) and not(starts-with($context, '/'))) then '//' || $context
      else '//(' || $context || ')'"/>
  </xsl:function>

  <xsl:template match="extends[@rule]" as="element()*">
    <xsl:apply-templates select="key('abstract', @rule)/*"/>
  </xsl:template>

  <xsl:key name="abstract" match="rule[@abstract = 'true']" use="@id"/>

  <xsl:template match="let" as="element()">
    <out:variable name="{@name}" select="{@value}"><xsl:copy-of select="@as"/></out:variable>
  </xsl:template>

  <xsl:template match="assert | report" as="element()">
    <out:if test="{if (self::assert) then 'not(' || @test || ')' else @test}">
      <te:diagnostic code="{@id}" severity="{(@role, 'error')[1]}">
        <out:attribute name="index" select="te:index(.)"/>
        <te:message><xsl:apply-templates select="." mode="m:words"/></te:message>
        <te:hint><xsl:apply-templates select="key('diagnostic', @diagnostics)" mode="m:words"/></te:hint>
      </te:diagnostic>
    </out:if>
  </xsl:template>

  <xsl:key name="diagnostic" match="diagnostic" use="@id"/>

  <xsl:template match="assert | report | diagnostic" mode="m:words" as="element()">
    <out:value-of>
      <xsl:attribute name="select">
        <xsl:text>normalize-space(string-join((</xsl:text>
        <xsl:variable name="parts" as="xs:string*"><xsl:apply-templates mode="m:words"/></xsl:variable>
        <xsl:value-of select="$parts" separator=", "/>
        <xsl:text>)))</xsl:text>
      </xsl:attribute>
    </out:value-of>
  </xsl:template>

  <xsl:template match="text()" mode="m:words" as="xs:string">
    <xsl:sequence select="'''' || replace(., '''', '''''') || ''''"/>
  </xsl:template>
  <xsl:template match="value-of" mode="m:words" as="xs:string">
    <xsl:sequence select="'string-join((' || @select || ') ! string(), '' '')'"/>
  </xsl:template>
  <xsl:template match="name" mode="m:words" as="xs:string">
    <xsl:sequence select="'name(' || (@path, '.')[1] || ')'"/>
  </xsl:template>
  <xsl:template match="emph | dir | span | *[not(self::sch:*)]" mode="m:words" as="xs:string*">
    <xsl:apply-templates mode="m:words"/>
  </xsl:template>

</xsl:stylesheet>
