<xsl:package version="3.0"
  name="https://teiedit.org/xslt/records"
  package-version="1.0"
  declared-modes="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:r="https://teiedit.org/ns/records"
  xmlns:f="https://teiedit.org/ns/function"
  xmlns:m="https://teiedit.org/ns/mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  default-mode="m:html"
  expand-text="yes"
  exclude-result-prefixes="#all">

  <!-- All records of one document: r:records with one r:record for each format. -->
  <xsl:include href="../common/common.xsl"/>
  <xsl:include href="../html/params.xsl"/>
  <xsl:include href="../metadata/metadata.xsl"/>
  <xsl:include href="../metadata/addresses.xsl"/>
  <xsl:include href="../metadata/linked-data.xsl"/>
  <xsl:include href="params.xsl"/>
  <xsl:include href="records.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" omit-xml-declaration="yes" indent="no"/>

  <!-- The mode of params.xsl; one root, and nothing else is read. -->
  <xsl:mode name="m:html" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/" as="element(r:records)">
    <r:records id="{TEI/@xml:id}" xsl:inherit-namespaces="no">
      <xsl:sequence select="f:records(TEI)"/>
    </r:records>
  </xsl:template>

</xsl:package>
