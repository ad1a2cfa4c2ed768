<xsl:stylesheet version="3.0"
  xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://teiedit.org/ns/function"
  xmlns:fp="https://teiedit.org/ns/function/private"
  xmlns:m="https://teiedit.org/ns/mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  default-mode="m:html"
  expand-text="yes"
  exclude-result-prefixes="#all">

  <!-- Unqualified Dublin Core, which every OAI-PMH repository must give.
       https://www.openarchives.org/OAI/openarchivesprotocol.html#dublincore -->
  <xsl:function name="f:dublin-core" as="element(oai_dc:dc)">
    <xsl:param name="tei" as="element(TEI)"/>
    <oai_dc:dc xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd">
      <xsl:namespace name="dc" select="'http://purl.org/dc/elements/1.1/'"/>
      <xsl:sequence select="
        fp:dc('title', f:title($tei)),
        f:authors($tei) ! fp:dc('creator', f:parted-name(.)),
        f:recipients($tei) ! fp:dc('contributor', f:parted-name(.)),
        f:editors($tei) ! fp:dc('contributor', .),
        fp:dc('date', f:interval(f:sent-date($tei))),
        fp:dc('type', f:kind($tei)),
        fp:dc('type', 'Text'),
        fp:dc('format', 'text/html'),
        fp:dc('identifier', (f:address($tei), string($tei/@xml:id))[1]),
        fp:dc('identifier', f:reference($tei)),
        fp:dc('language', f:language($tei)[. ne 'und']),
        fp:dc('description', f:abstract($tei)),
        fp:dc('coverage', f:sent-place($tei)),
        fp:dc('source', string-join((f:repository($tei), f:reference($tei))[.], ', ')),
        fp:dc('relation', ($edition-title, $base-url)[.][1]),
        fp:dc('publisher', $edition-publisher),
        f:keywords($tei) ! fp:dc('subject', .),
        f:licences($tei) ! (fp:dc('rights', .), fp:dc('rights', f:safe-address(@target)))"/>
    </oai_dc:dc>
  </xsl:function>

  <xsl:function name="fp:dc" as="element()?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:if test="normalize-space($value)">
      <xsl:element name="dc:{$name}">{normalize-space($value)}</xsl:element>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
