<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://teiedit.org/ns/function"
  xmlns:fp="https://teiedit.org/ns/function/private"
  xmlns:m="https://teiedit.org/ns/mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  default-mode="m:html"
  expand-text="yes"
  exclude-result-prefixes="#all">

  <!-- The TEI header alone, as it stands in the document's file. -->
  <xsl:function name="f:header" as="element(teiHeader)">
    <xsl:param name="tei" as="element(TEI)"/>
    <teiHeader xmlns="http://www.tei-c.org/ns/1.0" xsl:inherit-namespaces="no">
      <xsl:if test="$base-url">
        <!-- Its pointers lead into the file that it was taken from. -->
        <xsl:attribute name="xml:base" select="$base-url || 'tei/' || $tei/@xml:id || '.xml'"/>
      </xsl:if>
      <xsl:sequence select="$tei/@xml:lang[empty($tei/teiHeader/@xml:lang)], $tei/teiHeader/(@* except @xml:base), $tei/teiHeader/node()"/>
    </teiHeader>
  </xsl:function>

</xsl:stylesheet>
