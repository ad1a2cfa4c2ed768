<xsl:stylesheet version="3.0"
  xmlns="http://www.w3.org/1999/xhtml"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:h="http://www.w3.org/1999/xhtml"
  xmlns:f="https://teiedit.org/ns/function"
  xmlns:fp="https://teiedit.org/ns/function/private"
  xmlns:m="https://teiedit.org/ns/mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  default-mode="m:html"
  expand-text="yes"
  exclude-result-prefixes="#all">

  <!-- What reference managers and networks read in the head: Dublin Core, the citation_* names, Zotero's own, Open Graph.

       The names are chosen by what Zotero's translator "Embedded Metadata" makes of them:
       - citation_inbook_title and its like would make a section of a book of every letter, so the edition is told in z:extra;
       - z:itemType decides what is saved, and each z: name is a field of Zotero's;
       - an editor would become an author, because letters have none, and citation_publication_date the letter's date.
       https://www.zotero.org/support/dev/exposing_metadata
       https://www.zotero.org/support/kb/item_types_and_fields -->

  <xsl:function name="f:tags" as="element()*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="fp:meta-dc($tei), fp:meta-citation($tei), fp:meta-zotero($tei), fp:open-graph($tei)"/>
  </xsl:function>

  <xsl:function name="fp:meta" as="element(h:meta)?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="content" as="xs:string?"/>
    <xsl:if test="normalize-space($content)">
      <meta name="{$name}" content="{normalize-space($content)}"/>
    </xsl:if>
  </xsl:function>

  <!-- https://www.dublincore.org/specifications/dublin-core/dc-html/ -->
  <xsl:function name="fp:meta-dc" as="element()*">
    <xsl:param name="tei" as="element(TEI)"/>
    <link rel="schema.DC" href="http://purl.org/dc/elements/1.1/"/>
    <xsl:sequence select="
      fp:meta('DC.title', f:title($tei)),
      f:authors($tei) ! fp:meta('DC.creator', f:parted-name(.)),
      fp:meta('DC.date', f:interval(f:sent-date($tei))),
      fp:meta('DC.type', f:kind($tei)),
      fp:meta('DC.type', 'Text'),
      fp:meta('DC.format', 'text/html'),
      fp:meta('DC.language', f:language($tei)[. ne 'und']),
      fp:meta('DC.identifier', $tei/@xml:id),
      fp:meta('DC.source', string-join((f:repository($tei), f:reference($tei))[.], ', ')),
      fp:meta('DC.publisher', $edition-publisher),
      f:keywords($tei) ! fp:meta('DC.subject', .),
      f:licences($tei) ! fp:meta('DC.rights', .)"/>
  </xsl:function>

  <!-- The date only where it is a point: these names have no other. -->
  <xsl:function name="fp:meta-citation" as="element(h:meta)*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="page" as="xs:string" select="'documents/' || $tei/@xml:id || '.html'"/>
    <xsl:variable name="authors" as="element()*" select="f:authors($tei)"/>
    <xsl:sequence select="
      fp:meta('citation_title', f:title($tei)),
      $authors ! fp:meta-author(f:name-parts(.), count($authors) eq 1),
      fp:meta('citation_date', translate(f:point(f:sent-date($tei)), '-', '/')),
      fp:meta('citation_publisher', $edition-publisher),
      fp:meta('citation_language', f:language($tei)[. ne 'und']),
      fp:meta('citation_keywords', string-join(f:keywords($tei), '; ')),
      fp:meta('citation_abstract', f:abstract($tei)),
      fp:meta('citation_public_url', f:web-address($page)),
      fp:meta('citation_fulltext_html_url', f:web-address($page)),
      fp:meta('citation_pdf_url', $base-url[. and not($alone)][$made = 'pdf'] ! (. || 'pdf/' || $tei/@xml:id || '.pdf'))"/>
  </xsl:function>

  <!-- "Family, Given". A name that is not parted ends with a comma, and so is kept whole. Where one author stands alone
       and both parts have several words, the comma would be read as between two people: there the family name's spaces
       do not break. -->
  <xsl:function name="fp:meta-author" as="element(h:meta)">
    <xsl:param name="name" as="map(xs:string, xs:string)"/>
    <xsl:param name="single" as="xs:boolean"/>
    <xsl:variable name="family" as="xs:string"
      select="if ($single) then translate($name?family, ' ', '&#160;') else string($name?family)"/>
    <meta name="citation_author" content="{if ($name?literal) then $name?literal || ',' else f:inverted(map:put($name, 'family', $family))}"/>
  </xsl:function>

  <!-- Fields of Zotero that no other vocabulary has. A date that is no point, or unknown, is said in words: otherwise
       the first time in the text would be taken for it. -->
  <xsl:function name="fp:meta-zotero" as="element(h:meta)*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="date" as="element(date)?" select="f:sent-date($tei)"/>
    <xsl:variable name="type" as="xs:string"
      select="if (f:is-message($tei)) then 'letter' else (f:kind($tei)[. eq 'report'], 'manuscript')[1]"/>
    <xsl:sequence select="
      fp:meta('z:itemType', $type),
      fp:meta('z:' || $type || 'Type', f:kind-label($tei, $speak)),
      fp:meta('z:date', f:cited-date($date, $speak)[empty(f:point($date))]),
      fp:meta('z:place', f:sent-place($tei)[$type eq 'manuscript']),
      fp:meta('z:archive', f:repository($tei)),
      fp:meta('z:archiveLocation', f:reference($tei)),
      fp:zotero-extra(fp:zotero-lines($tei))"/>
  </xsl:function>

  <!-- What a letter of Zotero's has no field for, as its citations read it.
       https://www.zotero.org/support/kb/item_types_and_fields#citing_fields_from_extra -->
  <xsl:function name="fp:zotero-lines" as="xs:string*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="person" as="function(map(xs:string, xs:string)) as xs:string" select="function($name) {
      if ($name?literal) then $name?literal else $name?family || ' || ' || string-join(($name?given, $name?particle), ' ') }"/>
    <xsl:sequence select="
      f:recipients($tei) ! ('Recipient: ' || $person(f:name-parts(.))),
      $edition-title[.] ! ('Collection Title: ' || .),
      f:editors($tei)[$edition-title] ! ('Editor: ' || $person(f:person-parts(.))),
      string-join(($edition-publisher, f:edition-year())[.], ', ')[.][$edition-title] ! ('Publisher: ' || .)"/>
  </xsl:function>

  <xsl:function name="fp:zotero-extra" as="element(h:meta)?">
    <xsl:param name="lines" as="xs:string*"/>
    <xsl:if test="exists($lines)">
      <meta name="z:extra" content="{string-join($lines ! normalize-space(), '&#10;')}"/>
    </xsl:if>
  </xsl:function>

  <!-- https://ogp.me -->
  <xsl:function name="fp:open-graph" as="element(h:meta)*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="
      fp:property('og:type', 'article'),
      fp:property('og:title', f:title($tei)),
      fp:property('og:description', f:description($tei)),
      fp:property('og:url', f:web-address('documents/' || $tei/@xml:id || '.html')),
      fp:property('og:site_name', $edition-title[not($alone)]),
      fp:property('og:locale', fp:locale($language)),
      $interface[not($alone)][. ne $language] ! fp:property('og:locale:alternate', fp:locale(.))"/>
  </xsl:function>

  <!-- A language with its country, as Open Graph wants it. -->
  <xsl:function name="fp:locale" as="xs:string">
    <xsl:param name="tag" as="xs:string"/>
    <xsl:variable name="country" as="xs:string?" select="tokenize($tag, '-')[position() gt 1][matches(., '^[A-Za-z]{2}$')][1]"/>
    <xsl:variable name="usual" as="map(xs:string, xs:string)" select="map{'en': 'GB', 'de': 'DE', 'fr': 'FR'}"/>
    <xsl:sequence select="f:spoken($tag) || '_' || upper-case(($country[starts-with($tag, f:spoken($tag))], $usual(f:spoken($tag)))[1])"/>
  </xsl:function>

  <xsl:function name="fp:property" as="element(h:meta)?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="content" as="xs:string?"/>
    <xsl:if test="normalize-space($content)">
      <meta property="{$name}" content="{normalize-space($content)}"/>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
