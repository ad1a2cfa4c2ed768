<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:m="https://teiedit.org/ns/mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  default-mode="m:unhandled"
  expand-text="yes"
  exclude-result-prefixes="#all">

  <!-- What bibliographies say of documents, for the pages and for files of their own. Needs common.xsl, and the
       parameters of the HTML. -->
  <xsl:include href="people.xsl"/>
  <xsl:include href="work.xsl"/>
  <xsl:include href="citation.xsl"/>
  <xsl:include href="chicago.xsl"/>
  <xsl:include href="mla.xsl"/>
  <xsl:include href="apa.xsl"/>
  <xsl:include href="bibtex.xsl"/>
  <xsl:include href="ris.xsl"/>
  <xsl:include href="csl.xsl"/>

</xsl:stylesheet>
