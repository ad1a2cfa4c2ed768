<xsl:stylesheet version="3.0"
  xmlns:r="https://teiedit.org/ns/records"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://teiedit.org/ns/function"
  xmlns:m="https://teiedit.org/ns/mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  default-mode="m:html"
  expand-text="yes"
  exclude-result-prefixes="#all">

  <!-- The records, one file a format. Needs common.xsl, metadata.xsl and the parameters. -->
  <xsl:include href="terms.xsl"/>
  <xsl:include href="shared.xsl"/>
  <xsl:include href="facts.xsl"/>
  <xsl:include href="header.xsl"/>
  <xsl:include href="dc.xsl"/>
  <xsl:include href="mods.xsl"/>
  <xsl:include href="edm.xsl"/>
  <xsl:include href="datacite.xsl"/>
  <xsl:include href="ead.xsl"/>
  <xsl:include href="cmif.xsl"/>

  <!-- A format that asks for more than is known of the document has an empty r:record. Each is written where it is
       to stand: what goes through a variable or a parameter is copied. -->
  <xsl:function name="f:records" as="element(r:record)+">
    <xsl:param name="tei" as="element(TEI)"/>
    <r:record format="json">{xml-to-json(f:facts($tei))}</r:record>
    <r:record format="jsonld">{xml-to-json(f:linked-data($tei))}</r:record>
    <r:record format="tei_header" xsl:inherit-namespaces="no"><xsl:sequence select="f:header($tei)"/></r:record>
    <r:record format="oai_dc" xsl:inherit-namespaces="no"><xsl:sequence select="f:dublin-core($tei)"/></r:record>
    <r:record format="mods" xsl:inherit-namespaces="no"><xsl:sequence select="f:mods($tei)"/></r:record>
    <r:record format="edm" xsl:inherit-namespaces="no"><xsl:sequence select="f:edm($tei)"/></r:record>
    <r:record format="oai_datacite" xsl:inherit-namespaces="no"><xsl:sequence select="f:datacite($tei)"/></r:record>
    <r:record format="ead" xsl:inherit-namespaces="no"><xsl:sequence select="f:ead($tei)"/></r:record>
    <r:record format="cmif" xsl:inherit-namespaces="no"><xsl:sequence select="f:cmif($tei)"/></r:record>
  </xsl:function>

</xsl:stylesheet>
