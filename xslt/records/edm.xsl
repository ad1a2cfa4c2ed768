<xsl:stylesheet version="3.0"
  xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:dcterms="http://purl.org/dc/terms/"
  xmlns:edm="http://www.europeana.eu/schemas/edm/"
  xmlns:ore="http://www.openarchives.org/ore/terms/"
  xmlns:owl="http://www.w3.org/2002/07/owl#"
  xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  xmlns:skos="http://www.w3.org/2004/02/skos/core#"
  xmlns:wgs84="http://www.w3.org/2003/01/geo/wgs84_pos#"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://teiedit.org/ns/function"
  xmlns:fp="https://teiedit.org/ns/function/private"
  xmlns:m="https://teiedit.org/ns/mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  default-mode="m:html"
  expand-text="yes"
  exclude-result-prefixes="#all">

  <!-- The Europeana Data Model: the letter, the files that show it, what joins them, and the people and places.
       Nothing where Europeana would refuse it: without an address, a provider and a statement of rights that it knows.
       https://europeana.atlassian.net/wiki/spaces/EF/pages/2106294284 -->
  <xsl:function name="f:edm" as="element(rdf:RDF)?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:if test="f:web-page($tei) and $provider and $rights">
      <rdf:RDF xsl:inherit-namespaces="no">
        <xsl:for-each select="'dc', 'dcterms', 'edm', 'ore', 'owl', 'skos', 'wgs84'">
          <xsl:namespace name="{.}" select="$fp:edm-namespaces(.)"/>
        </xsl:for-each>
        <xsl:sequence select="
          fp:edm-object($tei), fp:edm-files($tei), fp:edm-records($tei) ! fp:edm-context(., $tei), fp:edm-aggregation($tei)"/>
      </rdf:RDF>
    </xsl:if>
  </xsl:function>

  <xsl:variable name="fp:edm-namespaces" as="map(xs:string, xs:string)" select="map{
    'dc': 'http://purl.org/dc/elements/1.1/', 'dcterms': 'http://purl.org/dc/terms/',
    'edm': 'http://www.europeana.eu/schemas/edm/', 'ore': 'http://www.openarchives.org/ore/terms/',
    'owl': 'http://www.w3.org/2002/07/owl#', 'skos': 'http://www.w3.org/2004/02/skos/core#',
    'wgs84': 'http://www.w3.org/2003/01/geo/wgs84_pos#'}"/>

  <!-- $name: with its prefix. -->
  <xsl:function name="fp:edm" as="element()?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:sequence select="fp:edm($name, $value, ())"/>
  </xsl:function>

  <xsl:function name="fp:edm" as="element()?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:param name="language" as="xs:string?"/>
    <xsl:sequence select="f:said($fp:edm-namespaces(substring-before($name, ':')), $name, $value, f:language-of($language))"/>
  </xsl:function>

  <!-- An element that points to a resource. -->
  <xsl:function name="fp:edm-to" as="element()?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="address" as="xs:string?"/>
    <xsl:if test="$address">
      <xsl:element name="{$name}" namespace="{$fp:edm-namespaces(substring-before($name, ':'))}">
        <xsl:attribute name="rdf:resource" select="iri-to-uri($address)"/>
      </xsl:element>
    </xsl:if>
  </xsl:function>

  <!-- An address for what is no page of the web, below that of the page. -->
  <xsl:function name="fp:edm-part" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:param name="part" as="xs:string"/>
    <xsl:variable name="page" as="xs:string" select="f:web-page($tei)"/>
    <xsl:sequence select="$page || (if (contains($page, '#')) then '.' else '#') || iri-to-uri($part)"/>
  </xsl:function>

  <!-- The letter itself. -->
  <xsl:function name="fp:edm-object" as="element(edm:ProvidedCHO)">
    <xsl:param name="tei" as="element(TEI)"/>
    <edm:ProvidedCHO rdf:about="{fp:edm-part($tei, 'object')}">
      <xsl:sequence select="
        f:authors($tei) ! fp:edm-party('dc:creator', ., $tei),
        (f:recipients($tei), f:copied($tei)) ! fp:edm-party('dc:contributor', ., $tei),
        fp:edm('dc:title', f:title($tei), f:language($tei)),
        fp:edm('dc:description', f:abstract($tei), f:summary($tei)/@xml:lang),
        fp:edm('dc:identifier', f:reference($tei)),
        fp:edm('dc:identifier', $tei/@xml:id),
        fp:edm('dc:language', (f:language($tei)[.], 'und')[1]),
        fp:edm-kinds($tei),
        f:keywords($tei) ! fp:edm('dc:subject', .),
        f:mentioned($tei) ! fp:edm-to('dc:subject', fp:edm-about(., $tei)),
        fp:edm('dc:source', string-join((f:repository($tei), f:reference($tei))[.], ', ')[f:repository($tei)]),
        fp:edm('dcterms:created', f:edtf(f:sent-date($tei))),
        fp:edm('dcterms:isPartOf', $edition-title[not($base-url)], $speak),
        fp:edm-to('dcterms:isPartOf', f:edition-address()),
        fp:edm('dcterms:isPartOf', f:archive-part($tei)),
        f:replies($tei, 'prev')[$base-url] ! fp:edm-to('dcterms:references', . || '#object'),
        f:replies($tei, 'next')[$base-url] ! fp:edm-to('dcterms:isReferencedBy', . || '#object'),
        f:places-sent($tei) ! fp:edm-party('dcterms:spatial', ., $tei),
        fp:edm('edm:currentLocation', f:repository($tei))"/>
      <edm:type>TEXT</edm:type>
    </edm:ProvidedCHO>
  </xsl:function>

  <!-- Something of the kind is always said: Europeana asks for it. -->
  <xsl:function name="fp:edm-kinds" as="element(dc:type)+">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="kind" as="xs:string" select="(f:kind($tei)[.], 'other')[1]"/>
    <xsl:sequence select="fp:edm-to('dc:type', f:aat-uri($kind)), fp:edm('dc:type', f:word('kind-' || $kind, $speak, $kind), $speak)"/>
  </xsl:function>

  <!-- A name: what it points to, or its words. -->
  <xsl:function name="fp:edm-party" as="element()?">
    <xsl:param name="element" as="xs:string"/>
    <xsl:param name="name" as="element()"/>
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="record" as="element()?" select="f:target($name/@ref)[self::person or self::org or self::place]"/>
    <xsl:sequence select="if ($record) then fp:edm-to($element, fp:edm-about($record, $tei)) else fp:edm($element, f:name($name))"/>
  </xsl:function>

  <!-- The entry in the edition's register, the same for all letters; else in the document's own file. -->
  <xsl:function name="fp:edm-about" as="xs:string">
    <xsl:param name="record" as="element()"/>
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="page" as="xs:string" select="f:register($record)"/>
    <xsl:sequence select="
      if ($base-url and $page = ($site-pages, $foot-pages)) then $base-url || f:entry-path($page, $record/@xml:id) else fp:edm-part($tei, $record/@xml:id)"/>
  </xsl:function>

  <!-- The people, bodies and places that the letter's description points to. -->
  <xsl:function name="fp:edm-records" as="element()*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="named" as="element()*"
      select="(f:authors($tei), f:recipients($tei), f:copied($tei), f:places-sent($tei))/@ref ! f:target(.)"/>
    <xsl:sequence select="($named[self::person or self::org or self::place], f:mentioned($tei)) | ()"/>
  </xsl:function>

  <xsl:function name="fp:edm-context" as="element()">
    <xsl:param name="record" as="element()"/>
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:element name="edm:{if ($record/self::place) then 'Place' else 'Agent'}" namespace="http://www.europeana.eu/schemas/edm/">
      <xsl:attribute name="rdf:about" select="iri-to-uri(fp:edm-about($record, $tei))"/>
      <xsl:variable name="where" as="xs:string*" select="f:coordinates($record)"/>
      <xsl:sequence select="
        fp:edm('wgs84:lat', $where[1]), fp:edm('wgs84:long', $where[2]),
        fp:edm('skos:prefLabel', f:record-name($record)),
        f:authority-addresses($record) ! fp:edm-to('owl:sameAs', .)"/>
    </xsl:element>
  </xsl:function>

  <!-- The page, and the files that are read without it. -->
  <xsl:function name="fp:edm-files" as="element(edm:WebResource)+">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="fp:edm-file(f:web-page($tei), 'text/html')"/>
    <xsl:sequence select="f:formats()[$base-url] ! fp:edm-file($base-url || f:format-file(., $tei/@xml:id), f:media-type(.))"/>
  </xsl:function>

  <xsl:function name="fp:edm-file" as="element(edm:WebResource)">
    <xsl:param name="address" as="xs:string"/>
    <xsl:param name="type" as="xs:string"/>
    <edm:WebResource rdf:about="{$address}">
      <dc:format>{$type}</dc:format>
      <edm:rights rdf:resource="{$rights}"/>
    </edm:WebResource>
  </xsl:function>

  <!-- Who gives it, where it is seen, and under which terms. The PDF is the file that a portal shows itself. -->
  <xsl:function name="fp:edm-aggregation" as="element(ore:Aggregation)">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="files" as="xs:string*" select="f:formats()[$base-url]"/>
    <ore:Aggregation rdf:about="{fp:edm-part($tei, 'aggregation')}">
      <edm:aggregatedCHO rdf:resource="{fp:edm-part($tei, 'object')}"/>
      <edm:dataProvider>{$provider}</edm:dataProvider>
      <xsl:sequence select="
        $files[. ne 'pdf'] ! fp:edm-to('edm:hasView', $base-url || f:format-file(., $tei/@xml:id)),
        fp:edm-to('edm:isShownAt', f:web-page($tei)),
        $files[. eq 'pdf'] ! fp:edm-to('edm:isShownBy', $base-url || f:format-file(., $tei/@xml:id))"/>
      <edm:provider>{$provider}</edm:provider>
      <xsl:sequence select="f:licences($tei) ! fp:edm('dc:rights', .)"/>
      <edm:rights rdf:resource="{$rights}"/>
    </ore:Aggregation>
  </xsl:function>

</xsl:stylesheet>
