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
       https://www.openarchives.org/OAI/openarchivesprotocol.html#dublincore
       https://www.dublincore.org/specifications/dublin-core/dces/ -->
  <xsl:function name="f:dublin-core" as="element(oai_dc:dc)">
    <xsl:param name="tei" as="element(TEI)"/>
    <oai_dc:dc xsl:inherit-namespaces="no" xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd">
      <xsl:namespace name="dc" select="'http://purl.org/dc/elements/1.1/'"/>
      <xsl:sequence select="
        fp:dc('title', f:title($tei)),
        f:authors($tei) ! fp:dc('creator', f:parted-name(.)),
        (f:recipients($tei), f:copied($tei)) ! fp:dc('contributor', f:parted-name(.)),
        distinct-values((f:editors($tei) ! f:person-parts(.), f:transcribers($tei)) ! f:inverted(.)) ! fp:dc('contributor', .),
        fp:dc('date', f:edtf(f:sent-date($tei))),
        fp:dc-types($tei),
        ('text/html'[f:web-page($tei)], f:formats()[$base-url] ! f:media-type(.)) ! fp:dc('format', .),
        fp:dc('identifier', (f:web-page($tei), string($tei/@xml:id))[1]),
        fp:dc('identifier', f:reference($tei)),
        (f:language($tei)[. ne 'und'], f:translated-into($tei)) ! fp:dc('language', .),
        $tei/teiHeader/profileDesc/abstract ! fp:dc-in('description', normalize-space(), @xml:lang),
        f:places-sent($tei) ! fp:dc('coverage', f:name(.)),
        fp:dc('source', string-join((f:repository($tei), f:archive-part($tei), f:reference($tei))[.], ', ')),
        ($edition-title, $base-url) ! fp:dc('relation', .),
        (f:replies($tei, 'prev'), f:replies($tei, 'next')) ! fp:dc('relation', .),
        fp:dc('publisher', f:publisher($tei)),
        f:keywords($tei) ! fp:dc('subject', .),
        f:mentioned($tei) ! fp:dc('subject', f:record-name(.)),
        f:licences($tei) ! (fp:dc('rights', .), fp:dc('rights', f:terms(.)))"/>
    </oai_dc:dc>
  </xsl:function>

  <!-- The kind in the readers' words and as the thesaurus has it, and the type of DCMI. -->
  <xsl:function name="fp:dc-types" as="element()+">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="kind" as="xs:string" select="f:kind($tei)"/>
    <xsl:sequence select="
      fp:dc-in('type', f:kind-label($tei, $speak)[$kind], $speak),
      f:aat-uri($kind) ! fp:dc('type', .),
      fp:dc('type', 'Text')"/>
  </xsl:function>

  <xsl:function name="fp:dc" as="element()?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:sequence select="f:said('http://purl.org/dc/elements/1.1/', 'dc:' || $name, $value, ())"/>
  </xsl:function>

  <!-- Words whose language is known. -->
  <xsl:function name="fp:dc-in" as="element()?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:param name="language" as="xs:string?"/>
    <xsl:sequence select="f:said('http://purl.org/dc/elements/1.1/', 'dc:' || $name, $value, f:language-of($language))"/>
  </xsl:function>

</xsl:stylesheet>
