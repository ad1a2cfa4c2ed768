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

  <!-- The page of a document, and what the other pages are made of. An e-book takes this alone: to compile the pages of
       the site for it too takes half as long again. -->

  <xsl:include href="../common/common.xsl"/>
  <xsl:include href="../metadata/metadata.xsl"/>
  <xsl:include href="../metadata/addresses.xsl"/>
  <xsl:include href="../metadata/linked-data.xsl"/>
  <xsl:include href="params.xsl"/>
  <xsl:include href="functions.xsl"/>
  <xsl:include href="site.xsl"/>
  <xsl:include href="page.xsl"/>
  <xsl:include href="head.xsl"/>
  <xsl:include href="tags.xsl"/>
  <xsl:include href="signposting.xsl"/>
  <xsl:include href="panel.xsl"/>
  <xsl:include href="cite.xsl"/>
  <xsl:include href="encoding.xsl"/>
  <xsl:include href="evidence.xsl"/>
  <xsl:include href="views.xsl"/>
  <xsl:include href="facsimile.xsl"/>
  <xsl:include href="citable.xsl"/>
  <xsl:include href="own.xsl"/>
  <xsl:include href="corpus.xsl"/>
  <xsl:include href="registers.xsl"/>
  <xsl:include href="principles.xsl"/>
  <xsl:include href="divisions.xsl"/>
  <xsl:include href="commentary.xsl"/>
  <xsl:include href="translations.xsl"/>
  <xsl:include href="letter.xsl"/>
  <xsl:include href="blocks.xsl"/>
  <xsl:include href="lists.xsl"/>
  <xsl:include href="inline.xsl"/>
  <xsl:include href="readings.xsl"/>
  <xsl:include href="marks.xsl"/>
  <xsl:include href="notes.xsl"/>

  <xsl:output method="html" html-version="5" encoding="UTF-8" indent="no" include-content-type="no"
    escape-uri-attributes="no"/>

  <!-- The text, and everything else on the page. -->
  <xsl:mode name="m:html" on-no-match="text-only-copy" on-multiple-match="fail" use-accumulators="#all"/>
  <!-- The notes at the foot of the text. -->
  <xsl:mode name="m:note" on-no-match="fail" on-multiple-match="fail" use-accumulators="#all"/>
  <!-- The entries of the table of contents. -->
  <xsl:mode name="m:toc" on-no-match="shallow-skip" on-multiple-match="fail" use-accumulators="#all"/>

  <!-- An element that nothing else matches is shown, and reported. -->
  <xsl:template match="*" priority="-10" as="node()*">
    <xsl:apply-templates select="." mode="m:unhandled"/>
    <xsl:element name="{if (f:is-block(.)) then 'div' else 'span'}">
      <xsl:attribute name="class" select="'unknown'"/>
      <xsl:sequence select="f:common(.)"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

</xsl:stylesheet>
