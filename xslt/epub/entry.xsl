<xsl:stylesheet version="3.0"
  xmlns="http://www.w3.org/1999/xhtml"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:epub="http://www.idpf.org/2007/ops" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:h="http://www.w3.org/1999/xhtml"
  xmlns:f="https://teiedit.org/ns/function"
  xmlns:fp="https://teiedit.org/ns/function/private"
  xmlns:m="https://teiedit.org/ns/mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  default-mode="m:html"
  expand-text="yes"
  exclude-result-prefixes="#all">

  <!-- What the book's package and navigation need to know of a document. -->

  <xsl:function name="f:entry" as="element(Q{}entry)">
    <xsl:param name="tei" as="element(TEI)"/>
    <entry xmlns="" id="{$tei/@xml:id}" lang="{f:language($tei)}" chapter="{$chapter}" n="{$number}">
      <dc:title>{f:title($tei)}</dc:title>
      <xsl:for-each select="distinct-values(f:parties(f:sent($tei)) ! f:name(.))">
        <dc:creator>{.}</dc:creator>
      </xsl:for-each>
      <xsl:for-each select="f:plain-date(f:sent-date($tei))[.]">
        <dc:date>{.}</dc:date>
      </xsl:for-each>
      <xsl:for-each select="string-join((f:repository($tei), f:reference($tei))[.], ', ')[.]">
        <dc:source>{.}</dc:source>
      </xsl:for-each>
      <xsl:for-each select="f:licences($tei)">
        <dc:rights>{normalize-space()}</dc:rights>
      </xsl:for-each>
      <parts>
        <xsl:apply-templates select="$tei/text" mode="m:toc"/>
      </parts>
      <pages>
        <xsl:for-each select="$tei/text//pb[@n]">
          <page anchor="{f:anchor(.)}">{@n}</page>
        </xsl:for-each>
      </pages>
    </entry>
  </xsl:function>

</xsl:stylesheet>
