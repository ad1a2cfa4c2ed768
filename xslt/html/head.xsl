<xsl:stylesheet version="3.0"
  xmlns="http://www.w3.org/1999/xhtml"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:j="http://www.w3.org/2005/xpath-functions"
  xmlns:h="http://www.w3.org/1999/xhtml"
  xmlns:f="https://teiedit.org/ns/function"
  xmlns:fp="https://teiedit.org/ns/function/private"
  xmlns:m="https://teiedit.org/ns/mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  default-mode="m:html"
  expand-text="yes"
  exclude-result-prefixes="#all">

  <!-- The head of a page. What machines read in it is made in tags.xsl, signposting.xsl and
       metadata/linked-data.xsl. -->

  <xsl:function name="f:head" as="element(h:head)">
    <xsl:param name="tei" as="element(TEI)"/>
    <head>
      <xsl:variable name="title" as="xs:string+" select="f:title($tei), $edition-title[not($alone)][.]"/>
      <xsl:sequence select="f:head-start(string-join($title, ' – '), f:description($tei))"/>
      <xsl:sequence select="f:style-sheet(), f:own-styles(), f:scripts()"/>
      <xsl:sequence select="f:tags($tei), f:signposting($tei), fp:alternates($tei)"/>
      <script type="application/ld+json">
        <xsl:value-of select="f:script-safe(xml-to-json(f:linked-data($tei)))"/>
      </script>
    </head>
  </xsl:function>

  <!-- What every page has. -->
  <xsl:function name="f:head-start" as="element()+">
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="description" as="xs:string"/>
    <meta charset="utf-8"/>
    <title>{$title}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <meta name="color-scheme" content="light dark"/>
    <xsl:if test="$description">
      <meta name="description" content="{$description}"/>
    </xsl:if>
  </xsl:function>

  <!-- The fonts have a style sheet of their own, which a page alone does without. -->
  <xsl:function name="f:style-sheet" as="element()+">
    <xsl:choose>
      <xsl:when test="$css">
        <style><xsl:value-of select="$css"/></style>
      </xsl:when>
      <xsl:otherwise>
        <xsl:for-each select="'assets/fonts/fonts.css', 'assets/style.css'">
          <link rel="stylesheet" href="{f:file-href(.)}"/>
        </xsl:for-each>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- What a document's page can do beyond showing it; a page alone does without. Nothing is drawn before it has set
       the chosen view and the margin, so that the text does not move under the reader's eyes.
       https://html.spec.whatwg.org/multipage/urls-and-fetching.html#blocking-attributes -->
  <xsl:function name="f:scripts" as="element(h:script)?">
    <xsl:if test="not($alone)">
      <script src="{f:file-href('assets/document.js')}" defer="defer" blocking="render"></script>
    </xsl:if>
  </xsl:function>

  <!-- One sentence: the header's abstract, or kind, parties, date and reference. -->
  <xsl:function name="f:description" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="abstract" as="xs:string" select="f:abstract($tei)"/>
    <xsl:variable name="facts" as="xs:string*" select="
      f:kind-label($tei, $speak),
      f:sender($tei)[.] ! (f:word('from', $speak) || ': ' || .),
      f:recipient($tei)[.] ! (f:word('to', $speak) || ': ' || .),
      f:date-label(f:sent-date($tei), $speak),
      f:reference($tei)"/>
    <xsl:sequence select="if ($abstract) then $abstract else string-join($facts[.], '. ')"/>
  </xsl:function>

  <!-- The day of a date, without its hour; '' for a span. -->
  <xsl:function name="f:plain-date" as="xs:string">
    <xsl:param name="date" as="element(date)?"/>
    <xsl:sequence select="replace(string(f:datetime($date)), 'T.*$', '')"/>
  </xsl:function>

  <xsl:function name="fp:alternates" as="element(h:link)*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:if test="not($alone)">
      <xsl:for-each select="f:formats()">
        <link rel="alternate" type="{f:media-type(.)}" title="{f:word('format-' || ., $speak)}" href="{f:format-path(., $tei/@xml:id)}"/>
      </xsl:for-each>
      <xsl:for-each select="$citation-files">
        <link rel="alternate" type="{f:citation-type(.)}" title="{f:word('cite-' || ., $speak)}" href="{f:citation-file($tei/@xml:id, .)}"/>
      </xsl:for-each>
      <xsl:sequence select="f:translations('documents/' || $tei/@xml:id || '.html')"/>
    </xsl:if>
    <xsl:for-each select="distinct-values(f:licences($tei)/@target ! f:safe-address(.))[position() eq 1]">
      <link rel="license" href="{.}"/>
    </xsl:for-each>
  </xsl:function>

  <!-- JSON that cannot end the element it stands in: a script's text has no escapes but JSON's own.
       https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements -->
  <xsl:function name="f:script-safe" as="xs:string" visibility="public">
    <xsl:param name="json" as="xs:string"/>
    <xsl:sequence select="
      replace($json, '&lt;', '\u003c', 'q') => replace('>', '\u003e', 'q') => replace('&amp;', '\u0026', 'q')"/>
  </xsl:function>

</xsl:stylesheet>
