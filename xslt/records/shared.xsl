<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="https://teiedit.org/ns/function"
  xmlns:fp="https://teiedit.org/ns/function/private"
  xmlns:m="https://teiedit.org/ns/mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  default-mode="m:html"
  expand-text="yes"
  exclude-result-prefixes="#all">

  <!-- What several records say of a document, beside what work.xsl has. -->

  <!-- The document's page, with nothing in its address that an address may not hold. -->
  <xsl:function name="f:web-page" as="xs:string?" cache="yes">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="f:address($tei) ! iri-to-uri(.)"/>
  </xsl:function>

  <!-- A licence's terms. -->
  <xsl:function name="f:terms" as="xs:string?" cache="yes">
    <xsl:param name="licence" as="element(licence)"/>
    <xsl:sequence select="f:safe-address($licence/@target) ! iri-to-uri(.)"/>
  </xsl:function>

  <!-- The record that a name points to, in the authority files. -->
  <xsl:function name="f:authority-addresses" as="xs:string*" cache="yes">
    <xsl:param name="record" as="element()?"/>
    <xsl:sequence select="distinct-values($record/idno ! f:safe-address(.)[matches(., '^https?:', 'i')]) ! iri-to-uri(.)"/>
  </xsl:function>

  <!-- Latitude and longitude of a place, or nothing. -->
  <xsl:function name="f:coordinates" as="xs:string*" cache="yes">
    <xsl:param name="record" as="element()?"/>
    <xsl:variable name="numbers" as="xs:string*" select="tokenize($record/self::place/location[1]/geo)"/>
    <xsl:sequence select="$numbers[count($numbers) eq 2][every $n in $numbers satisfies $n castable as xs:decimal]"/>
  </xsl:function>

  <!-- Those to whom a copy went. -->
  <xsl:function name="f:copied" as="element()*" cache="yes">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="f:parties(f:correspondence($tei)/correspAction[@type eq 'received'][@subtype eq 'cc'])"/>
  </xsl:function>

  <xsl:function name="f:places-sent" as="element(placeName)*" cache="yes">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="(f:sent($tei)/placeName, $tei/teiHeader/profileDesc/creation/placeName[empty(f:sent($tei)/placeName)])[f:name(.) != '']"/>
  </xsl:function>

  <!-- The transcribers' names in their parts; whole where it is not said that it is a person's. -->
  <xsl:function name="f:transcribers" as="map(xs:string, xs:string)*" cache="yes">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="editors" as="xs:string*" select="f:editors($tei)"/>
    <xsl:for-each select="$tei/teiHeader/fileDesc/titleStmt/respStmt[@xml:id eq 'transcriber']/(name | persName | orgName)[normalize-space()]">
      <xsl:variable name="name" as="xs:string" select="normalize-space()"/>
      <xsl:sequence select="
        if (self::persName or @type = 'person' or $name = $editors) then f:person-parts($name) else map{'literal': $name}"/>
    </xsl:for-each>
  </xsl:function>

  <!-- The records of whom and what the text names, without the correspondents and the places of the header. -->
  <xsl:function name="f:mentioned" as="element()*" cache="yes">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="known" as="element()*" select="
      (f:correspondence($tei)/correspAction/*/@ref, f:places-sent($tei)/@ref) ! f:target(.)"/>
    <xsl:sequence select="$tei/standOff/(listPerson/person, listOrg/org, listPlace/place)[f:record-name(.)] except $known"/>
  </xsl:function>

  <xsl:function name="f:record-name" as="xs:string" cache="yes">
    <xsl:param name="record" as="element()"/>
    <xsl:sequence select="normalize-space($record/(persName | orgName | placeName)[1])"/>
  </xsl:function>

  <!-- The documents of the edition that this one answers (prev), or that answer it (next). -->
  <xsl:function name="f:replies" as="xs:string*" cache="yes">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:param name="type" as="xs:string"/>
    <xsl:sequence select="f:correspondence($tei)/correspContext/ref[@type eq $type]/@target[matches(., '^[^/:#]+\.xml$')]
      ! replace(., '\.xml$', '') ! (if ($base-url) then $base-url || 'documents/' || . || '.html' else .)"/>
  </xsl:function>

  <xsl:function name="f:publisher" as="xs:string" cache="yes">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="normalize-space(($edition-publisher[.], $tei/teiHeader/fileDesc/publicationStmt/publisher[1])[1])"/>
  </xsl:function>

  <!-- When the edition was published, as its settings or the file say: YYYY, YYYY-MM or YYYY-MM-DD. -->
  <xsl:function name="f:published" as="xs:string?" cache="yes">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="stated" as="xs:string*" select="$edition-date, $tei/teiHeader/fileDesc/publicationStmt/date[1]/@when ! string()"/>
    <xsl:sequence select="$stated[matches(., '^\d{4}(-\d\d(-\d\d)?)?$')][1]"/>
  </xsl:function>

  <!-- The date in the Extended Date/Time Format, levels 0 and 1: "?" where it is doubted, "~" where only its bounds
       are known. '' for none. https://www.loc.gov/standards/datetime/ -->
  <xsl:function name="f:edtf" as="xs:string" cache="yes">
    <xsl:param name="date" as="element(date)?"/>
    <xsl:variable name="bounded" as="xs:boolean" select="exists($date/(@notBefore, @notAfter)) and empty($date/(@when, @from, @to))"/>
    <xsl:variable name="mark" as="xs:string" select="
      if ($bounded and f:is-doubted($date)) then '%' else if ($bounded) then '~' else if (f:is-doubted($date)) then '?' else ''"/>
    <xsl:sequence select="string-join(tokenize(f:interval($date), '/') ! (if (. eq '..') then . else . || $mark), '/')"/>
  </xsl:function>

  <!-- The parts of a name with its particle among the given names, where libraries that know only two parts put it. -->
  <xsl:function name="f:given" as="xs:string" cache="yes">
    <xsl:param name="parts" as="map(xs:string, xs:string)"/>
    <xsl:sequence select="string-join(($parts?given, $parts?particle), ' ')"/>
  </xsl:function>

  <!-- The DOI of the document. -->
  <xsl:function name="f:doi" as="xs:string?" cache="yes">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="$tei/teiHeader/fileDesc/publicationStmt/idno[upper-case(@type) eq 'DOI'][1]
      ! replace(normalize-space(), '^(https?://(dx\.)?doi\.org/|doi:)', '', 'i')[matches(., '^10\.\d+/\S+$')]"/>
  </xsl:function>

  <!-- What MARC calls the part that somebody has. https://id.loc.gov/vocabulary/relators.html -->
  <xsl:function name="f:relator" as="xs:string" cache="yes">
    <xsl:param name="code" as="xs:string"/>
    <xsl:sequence select="map{'aut': 'author', 'rcp': 'addressee', 'edt': 'editor', 'trc': 'transcriber'}($code)"/>
  </xsl:function>

  <!-- An attribute, if it says anything. -->
  <xsl:function name="f:attribute" as="attribute()?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:if test="normalize-space($value)">
      <xsl:attribute name="{$name}" select="$value"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="f:link-attribute" as="attribute(xlink:href)" xmlns:xlink="http://www.w3.org/1999/xlink">
    <xsl:param name="address" as="xs:string"/>
    <xsl:attribute name="xlink:href" select="iri-to-uri($address)"/>
  </xsl:function>

  <xsl:function name="f:language-of" as="attribute(xml:lang)?">
    <xsl:param name="tag" as="xs:string?"/>
    <xsl:if test="not($tag = ('', 'und'))">
      <xsl:sequence select="$tag ! f:attribute('xml:lang', .)"/>
    </xsl:if>
  </xsl:function>

  <!-- An element with text, if there is any. $name: with its prefix. -->
  <xsl:function name="f:said" as="element()?">
    <xsl:param name="namespace" as="xs:string"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:param name="attributes" as="attribute()*"/>
    <xsl:variable name="text" as="xs:string" select="normalize-space($value)"/>
    <xsl:if test="$text">
      <xsl:element name="{$name}" namespace="{$namespace}">
        <xsl:sequence select="$attributes"/>
        <xsl:value-of select="$text"/>
      </xsl:element>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
