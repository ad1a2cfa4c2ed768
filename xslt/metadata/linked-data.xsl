<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:j="http://www.w3.org/2005/xpath-functions"
  xmlns:f="https://teiedit.org/ns/function"
  xmlns:fp="https://teiedit.org/ns/function/private"
  xmlns:m="https://teiedit.org/ns/mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  default-mode="m:unhandled"
  expand-text="yes"
  exclude-result-prefixes="#all">

  <!-- The document for search engines and harvesters: schema.org as JSON-LD, in the page's head and as a record.
       Needs addresses.xsl, csl.xsl and work.xsl.
       https://schema.org/Message https://schema.org/ArchiveComponent -->

  <xsl:function name="f:linked-data" as="element(j:map)">
    <xsl:param name="tei" as="element(TEI)"/>
    <j:map>
      <j:string key="@context">https://schema.org</j:string>
      <xsl:sequence select="
        fp:json-strings('@type', (if (f:is-message($tei)) then 'Message' else 'CreativeWork',
          'ArchiveComponent'[f:archive($tei) or f:reference($tei)])),
        f:json-string('@id', f:address($tei)),
        f:json-string('url', f:web-address('documents/' || $tei/@xml:id || '.html')),
        f:json-string('name', f:title($tei)),
        fp:json-identifiers($tei),
        fp:json-correspondents($tei),
        fp:json-dates($tei),
        fp:json-place('locationCreated', f:sent($tei)/placeName[f:name(.) != '']),
        fp:json-archive($tei),
        fp:json-wholes($tei),
        f:json-string('genre', f:kind-label($tei, $speak)),
        f:json-string('inLanguage', f:language($tei)[. ne 'und']),
        f:json-string('license', (f:licences($tei)/@target ! f:safe-address(.))[1]),
        f:json-string('abstract', f:abstract($tei)),
        fp:json-translations(f:translated-into($tei)),
        fp:json-strings('keywords', f:keywords($tei)),
        fp:json-files($tei),
        fp:json-mentions($tei)"/>
    </j:map>
  </xsl:function>

  <!-- https://schema.org/workTranslation -->
  <xsl:function name="fp:json-translations" as="element(j:array)?">
    <xsl:param name="languages" as="xs:string*"/>
    <xsl:if test="exists($languages)">
      <j:array key="workTranslation">
        <xsl:for-each select="$languages">
          <j:map>
            <j:string key="@type">CreativeWork</j:string>
            <j:string key="inLanguage">{.}</j:string>
          </j:map>
        </xsl:for-each>
      </j:array>
    </xsl:if>
  </xsl:function>

  <!-- One string as such, several as a list. -->
  <xsl:function name="fp:json-strings" as="element()?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="values" as="xs:string*"/>
    <xsl:choose>
      <xsl:when test="count($values) gt 1">
        <j:array key="{$key}">
          <xsl:for-each select="$values"><j:string>{.}</j:string></xsl:for-each>
        </j:array>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="f:json-string($key, $values)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="fp:json-list" as="element(j:array)?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="maps" as="element(j:map)*"/>
    <xsl:if test="exists($maps)">
      <j:array key="{$key}"><xsl:sequence select="$maps"/></j:array>
    </xsl:if>
  </xsl:function>

  <!-- The edition's identifier, and the archive's. -->
  <xsl:function name="fp:json-identifiers" as="element(j:array)">
    <xsl:param name="tei" as="element(TEI)"/>
    <j:array key="identifier">
      <j:string>{$tei/@xml:id}</j:string>
      <xsl:if test="f:reference($tei)">
        <j:map>
          <xsl:sequence select="
            f:json-string('@type', 'PropertyValue'),
            f:json-string('propertyID', f:word('reference', $speak)),
            f:json-string('value', f:reference($tei))"/>
        </j:map>
      </xsl:if>
    </j:array>
  </xsl:function>

  <!-- Only a message has sender and recipient; of everything else there are authors. -->
  <xsl:function name="fp:json-correspondents" as="element(j:array)*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="copies" as="element()*"
      select="f:parties(f:correspondence($tei)/correspAction[@type eq 'received'][@subtype eq 'cc'])"/>
    <xsl:sequence select="
      if (f:is-message($tei)) then (
        fp:json-list('sender', f:authors($tei) ! fp:json-party(.)),
        fp:json-list('recipient', f:recipients($tei) ! fp:json-party(.)),
        fp:json-list('ccRecipient', $copies ! fp:json-party(.)))
      else fp:json-list('author', f:authors($tei) ! fp:json-party(.))"/>
  </xsl:function>

  <xsl:function name="fp:json-party" as="element(j:map)">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="fp:json-entity(if ($name/self::orgName) then 'Organization' else 'Person', f:name($name), f:target($name/@ref))"/>
  </xsl:function>

  <!-- A person, body or place, and the same in the authority files. -->
  <xsl:function name="fp:json-entity" as="element(j:map)">
    <xsl:param name="type" as="xs:string"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="record" as="element()?"/>
    <xsl:variable name="where" as="xs:string*" select="tokenize($record/self::place/location[1]/geo)"/>
    <j:map>
      <xsl:sequence select="
        f:json-string('@type', $type),
        f:json-string('@id', $record ! fp:json-address(.)),
        f:json-string('name', $name),
        fp:json-strings('sameAs', $record/idno ! f:safe-address(.)[matches(., '^https?:', 'i')])"/>
      <xsl:if test="count($where) eq 2 and (every $number in $where satisfies $number castable as xs:decimal)">
        <j:map key="geo">
          <j:string key="@type">GeoCoordinates</j:string>
          <j:number key="latitude">{xs:decimal($where[1])}</j:number>
          <j:number key="longitude">{xs:decimal($where[2])}</j:number>
        </j:map>
      </xsl:if>
    </j:map>
  </xsl:function>

  <!-- The entry in the edition's register: the same for all documents that name it. -->
  <xsl:function name="fp:json-address" as="xs:string?">
    <xsl:param name="record" as="element()"/>
    <xsl:variable name="register" as="xs:string" select="f:register($record)"/>
    <xsl:sequence select="($base-url[.] ! (. || f:entry-path($register, $record/@xml:id)))[not($alone)][$register = $site-pages]"/>
  </xsl:function>

  <xsl:function name="fp:json-place" as="element(j:map)?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="names" as="element(placeName)*"/>
    <xsl:for-each select="$names[1]">
      <j:map key="{$key}">
        <xsl:sequence select="fp:json-entity('Place', f:name(.), f:target(@ref))/*"/>
      </j:map>
    </xsl:for-each>
  </xsl:function>

  <!-- An interval where the date is one; the days of sending and receiving only where they are known as points. -->
  <xsl:function name="fp:json-dates" as="element(j:string)*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="date" as="element(date)?" select="f:sent-date($tei)"/>
    <xsl:sequence select="
      f:json-string('dateCreated', f:interval($date)),
      if (f:is-message($tei)) then (
        f:json-string('dateSent', f:point($date)),
        f:json-string('dateReceived', f:point((f:received($tei)/date)[1])))
      else ()"/>
  </xsl:function>

  <!-- The archive, and where in it the original lies. -->
  <xsl:function name="fp:json-archive" as="element()*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:if test="f:archive($tei)">
      <j:map key="holdingArchive">
        <j:string key="@type">ArchiveOrganization</j:string>
        <j:string key="name">{f:archive($tei)}</j:string>
        <xsl:if test="f:archive-place($tei)">
          <j:map key="location">
            <j:string key="@type">Place</j:string>
            <j:string key="name">{f:archive-place($tei)}</j:string>
          </j:map>
        </xsl:if>
      </j:map>
    </xsl:if>
    <xsl:sequence select="f:json-string('itemLocation', f:reference($tei))"/>
  </xsl:function>

  <!-- The edition, and the archive's collection. -->
  <xsl:function name="fp:json-wholes" as="element(j:array)?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="edition" as="element(j:map)">
      <j:map>
        <j:string key="@type">Collection</j:string>
        <xsl:sequence select="
          f:json-string('@id', f:edition-address()[not($alone)]),
          f:json-string('url', f:edition-address()[not($alone)]),
          f:json-string('name', $edition-title),
          fp:json-list('editor', f:editors($tei) ! fp:json-entity('Person', ., ())),
          fp:json-list('publisher', $edition-publisher[.] ! fp:json-entity('Organization', ., ())),
          f:json-string('datePublished', $edition-date),
          f:json-string('license', f:safe-address($licence-url))"/>
      </j:map>
    </xsl:variable>
    <xsl:variable name="collection" as="element(j:map)">
      <j:map>
        <j:string key="@type">ArchiveComponent</j:string>
        <j:string key="name">{f:archive-part($tei)}</j:string>
      </j:map>
    </xsl:variable>
    <xsl:sequence select="fp:json-list('isPartOf', ($edition[$edition-title != ''], $collection[f:archive-part($tei)]))"/>
  </xsl:function>

  <!-- The document's files. -->
  <xsl:function name="fp:json-files" as="element(j:array)?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="files" as="element(j:map)*">
      <xsl:for-each select="f:formats()[not($alone)]">
        <j:map>
          <j:string key="@type">MediaObject</j:string>
          <j:string key="name">{f:word('format-' || ., $speak)}</j:string>
          <j:string key="encodingFormat">{f:media-type(.)}</j:string>
          <j:string key="contentUrl">{if ($base-url) then $base-url || f:format-file(., $tei/@xml:id) else f:format-path(., $tei/@xml:id)}</j:string>
        </j:map>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="fp:json-list('encoding', $files)"/>
  </xsl:function>

  <!-- Those of whom the file has a record, without its correspondents. -->
  <xsl:function name="fp:json-mentions" as="element(j:array)?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="letter" as="element(correspDesc)?" select="f:correspondence($tei)"/>
    <xsl:variable name="known" as="element()*" select="$letter/correspAction/*/@ref ! f:target(.)"/>
    <xsl:variable name="records" as="element()*"
      select="$tei/standOff/(listPerson/person, listOrg/org, listPlace/place) except $known"/>
    <xsl:variable name="types" as="map(xs:string, xs:string)" select="map{'person': 'Person', 'org': 'Organization', 'place': 'Place'}"/>
    <xsl:sequence select="fp:json-list('mentions',
      $records ! fp:json-entity($types(local-name()), normalize-space((persName | orgName | placeName)[1]), .))"/>
  </xsl:function>

</xsl:stylesheet>
