<xsl:stylesheet version="3.0"
  xmlns:r="https://teiedit.org/ns/records"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://teiedit.org/ns/function"
  xmlns:fp="https://teiedit.org/ns/function/private"
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

  <!-- A format that asks for more than is known of the document has no record of it. -->
  <xsl:function name="f:records" as="element(r:record)+">
    <xsl:param name="tei" as="element(TEI)"/>
    <r:record format="json">{xml-to-json(f:facts($tei))}</r:record>
    <r:record format="jsonld">{xml-to-json(f:linked-data($tei))}</r:record>
    <xsl:sequence select="
      fp:record('tei_header', f:header($tei)), fp:record('oai_dc', f:dublin-core($tei)), fp:record('mods', f:mods($tei)),
      fp:record('edm', f:edm($tei)), fp:record('oai_datacite', f:datacite($tei)), fp:record('ead', f:ead($tei)),
      fp:record('cmif', f:cmif($tei))"/>
  </xsl:function>

  <xsl:function name="fp:record" as="element(r:record)?">
    <xsl:param name="format" as="xs:string"/>
    <xsl:param name="content" as="element()?"/>
    <xsl:if test="exists($content)">
      <r:record format="{$format}" xsl:inherit-namespaces="no"><xsl:sequence select="$content"/></r:record>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
