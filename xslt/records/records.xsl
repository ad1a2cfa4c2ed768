<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:r="https://teiedit.org/ns/records"
  xmlns:f="https://teiedit.org/ns/function"
  xmlns:m="https://teiedit.org/ns/mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  default-mode="m:html"
  expand-text="yes"
  exclude-result-prefixes="#all">

  <!-- The records, one file a format. Needs common.xsl, metadata.xsl and the parameters. -->
  <xsl:include href="facts.xsl"/>
  <xsl:include href="dc.xsl"/>
  <xsl:include href="cmif.xsl"/>

  <xsl:function name="f:records" as="element(r:record)+">
    <xsl:param name="tei" as="element(TEI)"/>
    <r:record format="json">{xml-to-json(f:facts($tei))}</r:record>
    <r:record format="oai_dc"><xsl:sequence select="f:dublin-core($tei)"/></r:record>
    <xsl:for-each select="f:cmif($tei)">
      <r:record format="cmif"><xsl:sequence select="."/></r:record>
    </xsl:for-each>
  </xsl:function>

</xsl:stylesheet>
