<xsl:stylesheet version="3.0"
  xmlns="http://www.w3.org/1999/xhtml"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:h="http://www.w3.org/1999/xhtml"
  xmlns:f="https://teiedit.org/ns/function"
  xmlns:fp="https://teiedit.org/ns/function/private"
  xmlns:m="https://teiedit.org/ns/mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  default-mode="m:html"
  expand-text="yes"
  exclude-result-prefixes="#all">

  <!-- Typed links for machines, in the head of a document's page; the same as in its linksets
       (publish/_signposting.py), but without profiles, for which HTML has no attribute.
       https://signposting.org/FAIR/ -->

  <xsl:function name="f:signposting" as="element(h:link)*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:if test="$base-url and $harvested and not($alone)">
      <link rel="cite-as" href="{f:address($tei)}"/>
      <xsl:for-each select="f:authors($tei) ! f:target(@ref) ! (idno ! f:safe-address(.)[matches(., '^https?:', 'i')])[1]">
        <link rel="author" href="{.}"/>
      </xsl:for-each>
      <link rel="type" href="https://schema.org/AboutPage"/>
      <link rel="type" href="https://schema.org/{if (f:is-message($tei)) then 'Message' else 'CreativeWork'}"/>
      <xsl:sequence select="fp:described-by($tei/@xml:id), fp:items($tei/@xml:id)"/>
      <link rel="collection" type="text/html" href="{$base-url}"/>
      <xsl:for-each select="'json', 'txt'">
        <link rel="linkset" type="application/linkset{'+json'[current() eq 'json']}" href="{f:file-href('linkset/' || $tei/@xml:id || '.' || .)}"/>
      </xsl:for-each>
    </xsl:if>
  </xsl:function>

  <!-- Its records, and the files for bibliographies. -->
  <xsl:function name="fp:described-by" as="element(h:link)*">
    <xsl:param name="id" as="xs:string"/>
    <xsl:for-each select="tokenize($records)">
      <xsl:variable name="parts" as="xs:string+" select="tokenize(., '\|')"/>
      <link rel="describedby" type="{$parts[3]}" href="{f:file-href($parts[1] || $id || $parts[2])}"/>
    </xsl:for-each>
    <xsl:for-each select="$citation-files">
      <link rel="describedby" type="{f:citation-type(.)}" href="{f:citation-file($id, .)}"/>
    </xsl:for-each>
  </xsl:function>

  <!-- The document itself, in its other formats. -->
  <xsl:function name="fp:items" as="element(h:link)*">
    <xsl:param name="id" as="xs:string"/>
    <xsl:for-each select="f:formats()">
      <link rel="item" type="{f:media-type(.)}" href="{f:format-path(., $id)}"/>
    </xsl:for-each>
  </xsl:function>

</xsl:stylesheet>
