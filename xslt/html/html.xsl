<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:m="https://teiedit.org/ns/mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  default-mode="m:html"
  expand-text="yes"
  exclude-result-prefixes="#all">

  <!-- TEI to an HTML page: TEI gives the page of a document, teiCorpus (headers only) the home page of the edition.
       An edition that wants another look imports this file and overrides templates. -->

  <xsl:include href="document.xsl"/>
  <xsl:include href="source.xsl"/>
  <xsl:include href="index.xsl"/>
  <xsl:include href="documents.xsl"/>
  <xsl:include href="chronology.xsl"/>
  <xsl:include href="correspondence.xsl"/>
  <xsl:include href="statistics.xsl"/>
  <xsl:include href="search.xsl"/>
  <xsl:include href="divided.xsl"/>

</xsl:stylesheet>
