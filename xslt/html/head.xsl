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

  <!-- What machines read at the top of a page: Dublin Core, the citation_* names that reference managers know, and
       schema.org as JSON-LD. https://schema.org/Message -->

  <xsl:function name="f:head" as="element(h:head)">
    <xsl:param name="tei" as="element(TEI)"/>
    <head>
      <xsl:variable name="title" as="xs:string+" select="f:title($tei), $edition-title[not($alone)][.]"/>
      <xsl:sequence select="f:head-start(string-join($title, ' – '), f:description($tei))"/>
      <xsl:sequence select="f:style-sheet()"/>
      <xsl:sequence select="fp:meta-dc($tei), fp:meta-citation($tei), fp:alternates($tei)"/>
      <script type="application/ld+json">
        <xsl:value-of select="f:script-safe(xml-to-json(fp:json-ld($tei)))"/>
      </script>
      <xsl:sequence select="f:found-script()"/>
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

  <xsl:function name="f:style-sheet" as="element()">
    <xsl:choose>
      <xsl:when test="$css">
        <style><xsl:value-of select="$css"/></style>
      </xsl:when>
      <xsl:otherwise>
        <link rel="stylesheet" href="{f:file-href('assets/style.css')}"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- One sentence: the header's abstract, or kind, parties, date and reference. -->
  <xsl:function name="f:description" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="abstract" as="xs:string" select="normalize-space($tei/teiHeader/profileDesc/abstract)"/>
    <xsl:variable name="facts" as="xs:string*" select="
      f:kind-label($tei, $speak),
      f:sender($tei)[.] ! (f:word('from', $speak) || ': ' || .),
      f:recipient($tei)[.] ! (f:word('to', $speak) || ': ' || .),
      f:date-label(f:sent-date($tei), $speak),
      f:reference($tei)"/>
    <xsl:sequence select="if ($abstract) then $abstract else string-join($facts[.], '. ')"/>
  </xsl:function>

  <xsl:function name="fp:meta" as="element(h:meta)?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="content" as="xs:string?"/>
    <xsl:if test="normalize-space($content)">
      <meta name="{$name}" content="{normalize-space($content)}"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="fp:meta-dc" as="element()*">
    <xsl:param name="tei" as="element(TEI)"/>
    <link rel="schema.DC" href="http://purl.org/dc/elements/1.1/"/>
    <xsl:sequence select="
      fp:meta('DC.title', f:title($tei)),
      f:parties(f:sent($tei)) ! fp:meta('DC.creator', f:name(.)),
      fp:meta('DC.date', f:plain-date(f:sent-date($tei))),
      fp:meta('DC.type', f:kind($tei)),
      fp:meta('DC.language', f:language($tei)[. ne 'und']),
      fp:meta('DC.identifier', $tei/@xml:id),
      fp:meta('DC.source', string-join((f:repository($tei), f:reference($tei))[.], ', ')),
      fp:meta('DC.publisher', $edition-publisher),
      f:licences($tei) ! fp:meta('DC.rights', .)"/>
  </xsl:function>

  <!-- https://www.zotero.org/support/dev/exposing_metadata -->
  <xsl:function name="fp:meta-citation" as="element(h:meta)*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="
      fp:meta('citation_title', f:title($tei)),
      f:parties(f:sent($tei)) ! fp:meta('citation_author', f:sort-name(.)),
      fp:meta('citation_date', translate(f:plain-date(f:sent-date($tei)), '-', '/')),
      fp:meta('citation_publication_date', translate($edition-date, '-', '/')),
      fp:meta('citation_inbook_title', $edition-title),
      fp:meta('citation_publisher', $edition-publisher),
      fp:meta('citation_language', f:language($tei)[. ne 'und']),
      if ($base-url and not($alone)) then (
        fp:meta('citation_public_url', f:web-address('documents/' || $tei/@xml:id || '.html')),
        fp:meta('citation_pdf_url', ($base-url || 'pdf/' || $tei/@xml:id || '.pdf')['pdf' = $made]))
      else ()"/>
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
        <link rel="alternate" type="{f:media-type(.)}" href="{f:format-path(., $tei/@xml:id)}"/>
      </xsl:for-each>
      <xsl:sequence select="f:translations('documents/' || $tei/@xml:id || '.html')"/>
    </xsl:if>
    <xsl:for-each select="distinct-values(f:licences($tei)/@target ! f:safe-address(.))[position() eq 1]">
      <link rel="license" href="{.}"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="fp:json-ld" as="element(j:map)">
    <xsl:param name="tei" as="element(TEI)"/>
    <j:map>
      <j:string key="@context">https://schema.org</j:string>
      <j:string key="@type">{if (f:kind($tei) = ('letter', 'telegram')) then 'Message' else 'CreativeWork'}</j:string>
      <j:string key="name">{f:title($tei)}</j:string>
      <j:string key="identifier">{$tei/@xml:id}</j:string>
      <xsl:sequence select="
        fp:json-parties('sender', f:parties(f:sent($tei))),
        fp:json-parties('recipient', f:parties(f:received($tei))),
        fp:json-string('dateSent', f:plain-date(f:sent-date($tei))),
        fp:json-string('inLanguage', f:language($tei)[. ne 'und']),
        fp:json-string('license', (f:licences($tei)/@target ! f:safe-address(.))[1])"/>
      <xsl:if test="$edition-title">
        <j:map key="isPartOf">
          <j:string key="@type">Collection</j:string>
          <j:string key="name">{$edition-title}</j:string>
        </j:map>
      </xsl:if>
    </j:map>
  </xsl:function>

  <xsl:function name="fp:json-string" as="element(j:string)?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:if test="normalize-space($value)">
      <j:string key="{$key}">{$value}</j:string>
    </xsl:if>
  </xsl:function>

  <xsl:function name="fp:json-parties" as="element(j:array)?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="parties" as="element()*"/>
    <xsl:if test="$parties">
      <j:array key="{$key}">
        <xsl:for-each select="$parties">
          <j:map>
            <j:string key="@type">{if (self::orgName) then 'Organization' else 'Person'}</j:string>
            <j:string key="name">{f:name(.)}</j:string>
          </j:map>
        </xsl:for-each>
      </j:array>
    </xsl:if>
  </xsl:function>

  <!-- JSON that cannot end the element it stands in: a script's text has no escapes but JSON's own.
       https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements -->
  <xsl:function name="f:script-safe" as="xs:string" visibility="public">
    <xsl:param name="json" as="xs:string"/>
    <xsl:sequence select="
      replace($json, '&lt;', '\u003c', 'q') => replace('>', '\u003e', 'q') => replace('&amp;', '\u0026', 'q')"/>
  </xsl:function>

</xsl:stylesheet>
