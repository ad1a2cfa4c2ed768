<xsl:stylesheet version="3.0"
  xmlns="http://www.w3.org/2005/Atom"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:atom="http://www.w3.org/2005/Atom"
  xmlns:dc="http://purl.org/dc/terms/"
  xmlns:f="https://teiedit.org/ns/function"
  xmlns:fp="https://teiedit.org/ns/function/private"
  xmlns:m="https://teiedit.org/ns/mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  default-mode="m:feed"
  expand-text="yes"
  exclude-result-prefixes="#all">

  <!-- What programs read of the edition as a whole, from a teiCorpus: a feed of the documents, a catalogue
       of the e-books. The list of pages for search engines is made in publish/_sitemap.py.
       https://www.rfc-editor.org/rfc/rfc4287 (Atom)
       https://specs.opds.io/opds-1.2 -->

  <xsl:include href="../common/common.xsl"/>
  <xsl:include href="params.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <xsl:mode name="m:feed" on-no-match="fail" on-multiple-match="fail" use-accumulators="#all"/>

  <xsl:key name="fp:changed" match="list/item/date" use="../@n"/>

  <xsl:template match="/" as="element()">
    <xsl:apply-templates select="teiCorpus"/>
  </xsl:template>

  <xsl:template match="teiCorpus[$feed eq 'atom']" as="element(atom:feed)">
    <feed>
      <xsl:attribute name="xml:lang" select="f:spoken($language)"/>
      <xsl:sequence select="fp:feed-head('atom.xml', 'application/atom+xml')"/>
      <xsl:for-each select="TEI">
        <entry>
          <xsl:sequence select="fp:entry-head(., 'documents')"/>
          <link rel="alternate" type="text/html" href="{$base-url}documents/{@xml:id}.html"/>
          <xsl:if test="'tei' = tokenize($formats)">
            <link rel="enclosure" type="application/tei+xml" href="{$base-url}tei/{@xml:id}.xml"/>
          </xsl:if>
        </entry>
      </xsl:for-each>
    </feed>
  </xsl:template>

  <!-- An acquisition feed: the whole edition first, then each document. -->
  <xsl:template match="teiCorpus[$feed eq 'opds']" as="element(atom:feed)">
    <feed>
      <xsl:attribute name="xml:lang" select="f:spoken($language)"/>
      <xsl:sequence select="fp:feed-head('opds.xml', 'application/atom+xml;profile=opds-catalog;kind=acquisition')"/>
      <xsl:if test="TEI and $file eq 'opds.xml'">
        <entry>
          <id>{$identifier}epub/{$edition-id}.epub</id>
          <title>{$edition-title}</title>
          <updated>{$updated}</updated>
          <xsl:for-each select="$edition-editors[.]"><author><name>{.}</name></author></xsl:for-each>
          <summary>{f:word('volume', $language)}</summary>
          <xsl:sequence select="fp:book($edition-id)"/>
        </entry>
      </xsl:if>
      <xsl:for-each select="TEI">
        <entry>
          <xsl:sequence select="fp:entry-head(., 'epub'), fp:book(@xml:id)"/>
        </entry>
      </xsl:for-each>
    </feed>
  </xsl:template>

  <xsl:function name="fp:feed-head" as="element()+">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="type" as="xs:string"/>
    <id>{$identifier}{$name}</id>
    <title>{$edition-title}</title>
    <xsl:if test="$edition-subtitle"><subtitle>{$edition-subtitle}</subtitle></xsl:if>
    <updated>{$updated}</updated>
    <author><name>{($edition-editors[.], $edition-publisher[.], $edition-title)[1]}</name></author>
    <link rel="self" type="{$type}" href="{$base-url}{$file}"/>
    <xsl:for-each select="$ways/list/ref">
      <link rel="{@type}" type="{$type}" href="{$base-url}{@target}"/>
    </xsl:for-each>
    <xsl:if test="$name eq 'opds.xml'">
      <link rel="start" type="{$type}" href="{$base-url}{$name}"/>
    </xsl:if>
    <link rel="alternate" type="text/html" href="{$base-url}index.html"/>
    <xsl:for-each select="f:web-address-of($licence-url)"><link rel="license" href="{.}"/></xsl:for-each>
  </xsl:function>

  <xsl:function name="fp:entry-head" as="element()+">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:param name="folder" as="xs:string"/>
    <id>{$identifier}{$folder}/{$tei/@xml:id}</id>
    <title>{f:title($tei)}</title>
    <updated>{($changed/key('fp:changed', $tei/@xml:id, .)/@when, $updated)[1]}</updated>
    <xsl:for-each select="f:parties(f:sent($tei)) ! f:name(.)[.]">
      <author><name>{.}</name></author>
    </xsl:for-each>
    <xsl:for-each select="f:language($tei)[. ne 'und']"><dc:language>{.}</dc:language></xsl:for-each>
    <category term="{f:kind($tei)}" label="{f:kind-label($tei, $language)}"/>
    <summary>{string-join((f:kind-label($tei, $language), f:date-label(f:sent-date($tei), $language), f:reference($tei))[.], ', ')}</summary>
  </xsl:function>

  <xsl:function name="fp:book" as="element(atom:link)">
    <xsl:param name="name" as="xs:string"/>
    <link rel="http://opds-spec.org/acquisition/open-access" type="application/epub+zip" href="{$base-url}epub/{$name}.epub"/>
  </xsl:function>

  <xsl:function name="f:web-address-of" as="xs:string?">
    <xsl:param name="address" as="xs:string"/>
    <xsl:sequence select="$address[matches(., '^https?://[^\s]+$')]"/>
  </xsl:function>

</xsl:stylesheet>
