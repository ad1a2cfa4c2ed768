<xsl:package version="3.0"
  name="https://teiedit.org/xslt/metadata"
  package-version="1.0"
  declared-modes="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:j="http://www.w3.org/2005/xpath-functions"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="https://teiedit.org/ns/function"
  xmlns:fp="https://teiedit.org/ns/function/private"
  xmlns:m="https://teiedit.org/ns/mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  default-mode="m:html"
  expand-text="yes"
  exclude-result-prefixes="#all">

  <!-- The files for reference managers, as one JSON object: the texts "bib" and "ris", and the items of CSL as "json". TEI gives those of one
       document, teiCorpus those of the edition with all its documents. -->
  <xsl:include href="../common/common.xsl"/>
  <xsl:include href="../html/params.xsl"/>
  <xsl:include href="metadata.xsl"/>

  <xsl:output method="text" encoding="UTF-8"/>

  <!-- The mode of params.xsl; two roots, and nothing else is read. -->
  <xsl:mode name="m:html" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/" as="text()">
    <xsl:apply-templates select="TEI | teiCorpus"/>
  </xsl:template>

  <xsl:template match="TEI" as="text()">
    <xsl:sequence select="fp:files(f:bibtex(.), f:ris(.), f:csl(.))"/>
  </xsl:template>

  <xsl:template match="teiCorpus" as="text()">
    <xsl:sequence select="fp:files((f:bibtex-edition()[not($part)], TEI ! f:bibtex(.)), (f:ris-edition()[not($part)], TEI ! f:ris(.)),
      (f:csl-edition()[not($part)], TEI ! f:csl(.)))"/>
  </xsl:template>

  <xsl:function name="fp:files" as="text()">
    <xsl:param name="bibtex" as="xs:string*"/>
    <xsl:param name="ris" as="xs:string*"/>
    <xsl:param name="csl" as="element(j:map)*"/>
    <xsl:variable name="files" as="element(j:map)">
      <j:map>
        <j:string key="bib">{string-join($bibtex, '&#10;')}</j:string>
        <j:string key="ris">{string-join($ris, '&#13;&#10;')}</j:string>
        <j:array key="json"><xsl:sequence select="$csl"/></j:array>
      </j:map>
    </xsl:variable>
    <xsl:value-of select="xml-to-json($files)"/>
  </xsl:function>

</xsl:package>
