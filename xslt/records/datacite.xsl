<xsl:stylesheet version="3.0"
  xmlns:oai_datacite="http://schema.datacite.org/oai/oai-1.1/"
  xmlns:datacite="http://datacite.org/schema/kernel-4"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://teiedit.org/ns/function"
  xmlns:fp="https://teiedit.org/ns/function/private"
  xmlns:m="https://teiedit.org/ns/mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  default-mode="m:html"
  expand-text="yes"
  exclude-result-prefixes="#all">

  <!-- DataCite 4.6 in the envelope that harvesters of DataCite take. Nothing where the year of publication, which it asks
       for, is not known. https://datacite-metadata-schema.readthedocs.io/en/4.6/ -->
  <xsl:function name="f:datacite" as="element(oai_datacite:oai_datacite)?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:if test="f:published($tei)">
      <oai_datacite:oai_datacite xsi:schemaLocation="http://schema.datacite.org/oai/oai-1.1/ http://schema.datacite.org/oai/oai-1.1/oai.xsd">
        <oai_datacite:schemaVersion>4.6</oai_datacite:schemaVersion>
        <oai_datacite:datacentreSymbol>{fp:datacite-publisher($tei)}</oai_datacite:datacentreSymbol>
        <oai_datacite:payload><xsl:sequence select="fp:datacite-resource($tei)"/></oai_datacite:payload>
      </oai_datacite:oai_datacite>
    </xsl:if>
  </xsl:function>

  <xsl:function name="fp:datacite-resource" as="element(datacite:resource)">
    <xsl:param name="tei" as="element(TEI)"/>
    <datacite:resource xsl:inherit-namespaces="no" xsi:schemaLocation="http://datacite.org/schema/kernel-4 http://schema.datacite.org/meta/kernel-4.6/metadata.xsd">
      <datacite:identifier identifierType="{if (f:doi($tei)) then 'DOI' else if (f:web-page($tei)) then 'URL' else 'Local'}">
        <xsl:text>{(f:doi($tei), f:web-page($tei), string($tei/@xml:id))[1]}</xsl:text>
      </datacite:identifier>
      <datacite:creators><xsl:sequence select="fp:datacite-creators($tei)"/></datacite:creators>
      <datacite:titles><datacite:title>{f:title($tei)}</datacite:title></datacite:titles>
      <datacite:publisher>{fp:datacite-publisher($tei)}</datacite:publisher>
      <datacite:publicationYear>{substring(f:published($tei), 1, 4)}</datacite:publicationYear>
      <datacite:resourceType resourceTypeGeneral="Text">{(f:kind-label($tei, 'en')[f:kind($tei)], 'Document')[1]}</datacite:resourceType>
      <xsl:sequence select="
        fp:datacite-list('subjects', (f:keywords($tei) ! fp:datacite('subject', ., ()), fp:datacite-genre($tei), f:mentioned($tei) ! fp:datacite-subject(.))),
        fp:datacite-list('contributors', fp:datacite-contributors($tei)),
        fp:datacite-list('dates', fp:datacite-dates($tei)),
        fp:datacite('language', f:language($tei)[. ne 'und'], ()),
        fp:datacite-list('alternateIdentifiers', fp:datacite-others($tei)),
        fp:datacite-list('relatedIdentifiers', fp:datacite-related($tei)),
        fp:datacite-list('formats', ('text/html'[f:web-page($tei)], f:formats()[$base-url] ! f:media-type(.)) ! fp:datacite('format', ., ())),
        fp:datacite-list('rightsList', f:licences($tei) ! fp:datacite('rights', ., f:attribute('rightsURI', f:terms(.)))),
        fp:datacite-list('descriptions', fp:datacite('description', f:abstract($tei),
          (f:attribute('descriptionType', 'Abstract'), f:language-of(f:summary($tei)/@xml:lang)))),
        fp:datacite-list('geoLocations', f:places-sent($tei) ! fp:datacite-place(.)),
        fp:datacite-list('relatedItems', fp:datacite-wholes($tei))"/>
    </datacite:resource>
  </xsl:function>

  <xsl:function name="fp:datacite" as="element()?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:param name="attributes" as="attribute()*"/>
    <xsl:sequence select="f:said('http://datacite.org/schema/kernel-4', 'datacite:' || $name, $value, $attributes)"/>
  </xsl:function>

  <xsl:function name="fp:datacite-list" as="element()?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="members" as="element()*"/>
    <xsl:if test="exists($members)">
      <xsl:element name="datacite:{$name}" namespace="http://datacite.org/schema/kernel-4"><xsl:sequence select="$members"/></xsl:element>
    </xsl:if>
  </xsl:function>

  <!-- ":unav" and ":unkn" are DataCite's own words for what is not known. -->
  <xsl:function name="fp:datacite-publisher" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="(f:publisher($tei)[.], ':unav')[1]"/>
  </xsl:function>

  <xsl:function name="fp:datacite-creators" as="element(datacite:creator)+">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:for-each select="f:authors($tei)">
      <datacite:creator><xsl:sequence select="fp:datacite-party('creatorName', .)"/></datacite:creator>
    </xsl:for-each>
    <xsl:if test="empty(f:authors($tei))">
      <datacite:creator><datacite:creatorName>:unkn</datacite:creatorName></datacite:creator>
    </xsl:if>
  </xsl:function>

  <xsl:function name="fp:datacite-party" as="element()+">
    <xsl:param name="element" as="xs:string"/>
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="
      fp:datacite-name($element, f:name-parts($name), if ($name/self::orgName) then 'Organizational' else 'Personal'),
      fp:datacite-authorities(f:target($name/@ref))"/>
  </xsl:function>

  <!-- A name in its order for lists, and in its parts where they are known. -->
  <xsl:function name="fp:datacite-name" as="element()+">
    <xsl:param name="element" as="xs:string"/>
    <xsl:param name="parts" as="map(xs:string, xs:string)"/>
    <xsl:param name="type" as="xs:string?"/>
    <xsl:sequence select="
      fp:datacite($element, f:inverted($parts), f:attribute('nameType', $type)),
      fp:datacite('givenName', f:given($parts), ()), fp:datacite('familyName', $parts?family, ())"/>
  </xsl:function>

  <xsl:function name="fp:datacite-authorities" as="element(datacite:nameIdentifier)*">
    <xsl:param name="record" as="element()?"/>
    <xsl:for-each select="f:authority-addresses($record)">
      <datacite:nameIdentifier nameIdentifierScheme="{f:authority(.)?name}">
        <xsl:sequence select="f:attribute('schemeURI', f:authority(.)?home)"/>
        <xsl:text>{.}</xsl:text>
      </datacite:nameIdentifier>
    </xsl:for-each>
  </xsl:function>

  <!-- Recipients, editors, transcribers, the archive. DataCite knows neither addressees nor transcribers. -->
  <xsl:function name="fp:datacite-contributors" as="element(datacite:contributor)*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:for-each select="f:recipients($tei), f:copied($tei)">
      <datacite:contributor contributorType="{if (self::orgName) then 'Other' else 'RelatedPerson'}">
        <xsl:sequence select="fp:datacite-party('contributorName', .)"/>
      </datacite:contributor>
    </xsl:for-each>
    <xsl:sequence select="
      f:editors($tei) ! fp:datacite-helper(f:person-parts(.), 'Editor'), f:transcribers($tei) ! fp:datacite-helper(., 'Other')"/>
    <xsl:if test="f:archive($tei)">
      <datacite:contributor contributorType="HostingInstitution">
        <datacite:contributorName nameType="Organizational">{f:archive($tei)}</datacite:contributorName>
      </datacite:contributor>
    </xsl:if>
  </xsl:function>

  <!-- Somebody of whom only the name is known: a person, if its parts are sure. -->
  <xsl:function name="fp:datacite-helper" as="element(datacite:contributor)">
    <xsl:param name="parts" as="map(xs:string, xs:string)"/>
    <xsl:param name="type" as="xs:string"/>
    <datacite:contributor contributorType="{$type}">
      <xsl:sequence select="fp:datacite-name('contributorName', $parts, 'Personal'[$parts?family])"/>
    </datacite:contributor>
  </xsl:function>

  <!-- Ranges as RKMS-ISO8601 writes them: what is open is left out. -->
  <xsl:function name="fp:datacite-dates" as="element(datacite:date)*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="date" as="element(date)?" select="f:sent-date($tei)"/>
    <xsl:sequence select="
      fp:datacite('date', replace(f:interval($date), '\.\.', ''), (f:attribute('dateType', 'Created'),
        f:attribute('dateInformation', f:date-label($date, $speak)[f:is-supplied($date)] || f:doubt($date, $speak)[.] ! (' (' || . || ')')))),
      fp:datacite('date', f:published($tei), f:attribute('dateType', 'Issued'))"/>
  </xsl:function>

  <xsl:function name="fp:datacite-others" as="element(datacite:alternateIdentifier)*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="
      fp:datacite('alternateIdentifier', f:web-page($tei)[f:doi($tei)], f:attribute('alternateIdentifierType', 'URL')),
      fp:datacite('alternateIdentifier', $tei/@xml:id[f:web-page($tei) or f:doi($tei)], f:attribute('alternateIdentifierType', 'Local')),
      fp:datacite('alternateIdentifier', string-join((f:archive($tei), f:reference($tei))[.], ', ')[f:reference($tei)],
        f:attribute('alternateIdentifierType', 'Shelf mark'))"/>
  </xsl:function>

  <!-- The edition, and the letters that it answers or that answer it, where they have addresses. -->
  <xsl:function name="fp:datacite-related" as="element(datacite:relatedIdentifier)*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:if test="$base-url">
      <xsl:sequence select="
        fp:datacite-relation($base-url, 'IsPartOf'),
        f:replies($tei, 'prev') ! fp:datacite-relation(., 'References'),
        f:replies($tei, 'next') ! fp:datacite-relation(., 'IsReferencedBy')"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="fp:datacite-relation" as="element(datacite:relatedIdentifier)">
    <xsl:param name="address" as="xs:string"/>
    <xsl:param name="type" as="xs:string"/>
    <datacite:relatedIdentifier relatedIdentifierType="URL" relationType="{$type}">{$address}</datacite:relatedIdentifier>
  </xsl:function>

  <xsl:function name="fp:datacite-genre" as="element(datacite:subject)?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="fp:datacite('subject', f:aat-term(f:kind($tei)), (f:attribute('subjectScheme', 'AAT'),
      f:attribute('schemeURI', 'http://vocab.getty.edu/aat'), f:attribute('valueURI', f:aat-uri(f:kind($tei)))))"/>
  </xsl:function>

  <xsl:function name="fp:datacite-subject" as="element(datacite:subject)">
    <xsl:param name="record" as="element()"/>
    <xsl:variable name="address" as="xs:string?" select="f:authority-addresses($record)[1]"/>
    <xsl:variable name="authority" as="map(xs:string, xs:string)?" select="$address ! f:authority(.)"/>
    <xsl:sequence select="fp:datacite('subject', f:record-name($record), (f:attribute('subjectScheme', $authority?name),
      f:attribute('schemeURI', $authority?home), $address ! f:attribute('valueURI', iri-to-uri(.))))"/>
  </xsl:function>

  <xsl:function name="fp:datacite-place" as="element(datacite:geoLocation)">
    <xsl:param name="name" as="element(placeName)"/>
    <xsl:variable name="where" as="xs:string*" select="f:coordinates(f:target($name/@ref))"/>
    <datacite:geoLocation>
      <datacite:geoLocationPlace>{f:name($name)}</datacite:geoLocationPlace>
      <xsl:if test="exists($where)">
        <datacite:geoLocationPoint>
          <datacite:pointLongitude>{$where[2]}</datacite:pointLongitude>
          <datacite:pointLatitude>{$where[1]}</datacite:pointLatitude>
        </datacite:geoLocationPoint>
      </xsl:if>
    </datacite:geoLocation>
  </xsl:function>

  <!-- The edition, and the archive's collection, with their titles. -->
  <xsl:function name="fp:datacite-wholes" as="element(datacite:relatedItem)*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:for-each select="($edition-title, f:archive-part($tei))[.]">
      <datacite:relatedItem relatedItemType="Collection" relationType="IsPartOf">
        <datacite:titles><datacite:title>{.}</datacite:title></datacite:titles>
      </datacite:relatedItem>
    </xsl:for-each>
  </xsl:function>

</xsl:stylesheet>
