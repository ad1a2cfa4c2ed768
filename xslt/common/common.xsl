<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="https://teiedit.org/ns/mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  default-mode="m:unhandled"
  expand-text="yes"
  exclude-result-prefixes="#all">

  <!-- What every output shares; it imports nothing. -->
  <xsl:include href="words.xsl"/>
  <xsl:include href="ids.xsl"/>
  <xsl:include href="names.xsl"/>
  <xsl:include href="dates.xsl"/>
  <xsl:include href="direction.xsl"/>
  <xsl:include href="header.xsl"/>
  <xsl:include href="signs.xsl"/>
  <xsl:include href="unhandled.xsl"/>
  <xsl:include href="commentary.xsl"/>

</xsl:stylesheet>
