<xsl:stylesheet version="3.0"
  xmlns:ead="urn:isbn:1-931666-22-9"
  xmlns:xlink="http://www.w3.org/1999/xlink"
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

  <!-- EAD 2002, an archive's finding aid: of this one item, as a whole document. https://www.loc.gov/ead/tglib/ -->
  <xsl:function name="f:ead" as="element(ead:ead)">
    <xsl:param name="tei" as="element(TEI)"/>
    <ead:ead xsl:inherit-namespaces="no" xsi:schemaLocation="urn:isbn:1-931666-22-9 http://www.loc.gov/ead/ead.xsd">
      <xsl:sequence select="fp:ead-header($tei)"/>
      <ead:archdesc level="item" xsl:inherit-namespaces="no">
        <ead:did xsl:inherit-namespaces="no">
          <xsl:sequence select="
            fp:ead-repository($tei),
            fp:ead('unitid', f:reference($tei), f:attribute('type', 'shelfmark')),
            fp:ead('unitid', $tei/@xml:id, f:attribute('type', 'edition')),
            fp:ead('unittitle', f:title($tei), ()),
            fp:ead-date(f:sent-date($tei)),
            fp:ead-list('origination', f:authors($tei) ! fp:ead-party(., f:target(@ref), 'aut')),
            fp:ead-language($tei),
            fp:ead('abstract', f:abstract($tei), ()),
            fp:ead-files($tei)"/>
        </ead:did>
        <xsl:sequence select="
          fp:ead-list('userestrict', f:licences($tei)[normalize-space()] ! fp:ead-licence(.)), fp:ead-edition($tei), fp:ead-related($tei),
          fp:ead-list('controlaccess', fp:ead-access($tei)), fp:ead-process($tei)"/>
      </ead:archdesc>
    </ead:ead>
  </xsl:function>

  <xsl:function name="fp:ead" as="element()?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:param name="attributes" as="attribute()*"/>
    <xsl:sequence select="f:said('urn:isbn:1-931666-22-9', 'ead:' || $name, $value, $attributes)"/>
  </xsl:function>

  <xsl:function name="fp:ead-list" as="element()?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="members" as="element()*"/>
    <xsl:if test="exists($members)">
      <xsl:element name="ead:{$name}" namespace="urn:isbn:1-931666-22-9"><xsl:sequence select="$members"/></xsl:element>
    </xsl:if>
  </xsl:function>

  <xsl:function name="fp:ead-header" as="element(ead:eadheader)">
    <xsl:param name="tei" as="element(TEI)"/>
    <ead:eadheader langencoding="iso639-2b" scriptencoding="iso15924" dateencoding="iso8601" countryencoding="iso3166-1" repositoryencoding="iso15511">
      <ead:eadid>
        <xsl:sequence select="f:attribute('url', f:web-page($tei))"/>
        <xsl:text>{$tei/@xml:id}</xsl:text>
      </ead:eadid>
      <ead:filedesc>
        <ead:titlestmt>
          <ead:titleproper>{f:title($tei)}</ead:titleproper>
          <xsl:sequence select="fp:ead('author', string-join(f:editors($tei), '; '), ())"/>
        </ead:titlestmt>
        <xsl:sequence select="fp:ead-list('publicationstmt', (
          fp:ead('publisher', f:publisher($tei), ()), fp:ead('date', f:published($tei), f:attribute('normal', f:published($tei)))))"/>
      </ead:filedesc>
      <ead:profiledesc>
        <ead:langusage><ead:language langcode="{f:language-code($speak)}">{f:language-name($speak, $speak)}</ead:language></ead:langusage>
      </ead:profiledesc>
    </ead:eadheader>
  </xsl:function>

  <xsl:function name="fp:ead-repository" as="element(ead:repository)?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="fp:ead-list('repository', (fp:ead('corpname', f:archive($tei), ()),
      fp:ead-list('address', fp:ead('addressline', f:archive-place($tei), ()))))"/>
  </xsl:function>

  <!-- The words, and the first and the last day where both are known. -->
  <xsl:function name="fp:ead-date" as="element(ead:unitdate)?">
    <xsl:param name="date" as="element(date)?"/>
    <xsl:variable name="interval" as="xs:string" select="f:interval($date)"/>
    <xsl:sequence select="fp:ead('unitdate', f:date-label($date, $speak), (
      f:attribute('normal', $interval[matches(., '^[012]\d{3}(-\d\d){0,2}(/[012]\d{3}(-\d\d){0,2})?$')]),
      f:attribute('certainty', if (f:is-doubted($date)) then (f:doubt($date, 'en')[.], 'uncertain')[1] else ''),
      f:attribute('datechar', 'creation')))"/>
  </xsl:function>

  <xsl:function name="fp:ead-party" as="element()?">
    <xsl:param name="name" as="element()"/>
    <xsl:param name="record" as="element()?"/>
    <xsl:param name="role" as="xs:string"/>
    <xsl:sequence select="fp:ead(if ($name/self::orgName) then 'corpname' else 'persname', f:name($name),
      (f:attribute('role', $role), f:attribute('normal', f:parted-name($name)), fp:ead-authority($record)))"/>
  </xsl:function>

  <xsl:function name="fp:ead-authority" as="attribute()*">
    <xsl:param name="record" as="element()?"/>
    <xsl:for-each select="f:authority-addresses($record)[1]">
      <xsl:sequence select="f:attribute('source', f:authority(.)?code), f:attribute('authfilenumber', .)"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="fp:ead-language" as="element(ead:langmaterial)?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="tag" as="xs:string" select="f:language($tei)"/>
    <xsl:sequence select="fp:ead-list('langmaterial',
      fp:ead('language', f:language-name($tag, $tag)[$tag ne 'und'], f:attribute('langcode', f:language-code($tag))))"/>
  </xsl:function>

  <!-- The page and the files of the edition. -->
  <xsl:function name="fp:ead-files" as="element(ead:dao)*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="
      f:web-page($tei) ! fp:ead-file(., 'text/html'),
      f:formats()[$base-url] ! fp:ead-file($base-url || f:format-file(., $tei/@xml:id), f:media-type(.))"/>
  </xsl:function>

  <xsl:function name="fp:ead-file" as="element(ead:dao)">
    <xsl:param name="address" as="xs:string"/>
    <xsl:param name="type" as="xs:string"/>
    <ead:dao xlink:type="simple" xlink:role="{$type}"><xsl:sequence select="f:link-attribute($address)"/></ead:dao>
  </xsl:function>

  <xsl:function name="fp:ead-licence" as="element(ead:p)">
    <xsl:param name="licence" as="element(licence)"/>
    <xsl:sequence select="fp:ead-linked($licence, f:terms($licence))"/>
  </xsl:function>

  <xsl:function name="fp:ead-linked" as="element(ead:p)">
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="address" as="xs:string?"/>
    <ead:p>
      <xsl:choose>
        <xsl:when test="$address">
          <ead:extref xlink:type="simple"><xsl:sequence select="f:link-attribute($address)"/>{normalize-space($words)}</ead:extref>
        </xsl:when>
        <xsl:otherwise>{normalize-space($words)}</xsl:otherwise>
      </xsl:choose>
    </ead:p>
  </xsl:function>

  <!-- The edition is another form in which the letter is to be had. -->
  <xsl:function name="fp:ead-edition" as="element(ead:altformavail)?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="fp:ead-list('altformavail', $edition-title[.] !
      fp:ead-linked(string-join(($edition-title, f:publisher($tei)[.], f:published($tei)), ', '), f:edition-address()))"/>
  </xsl:function>

  <!-- The collection, and the letters that it answers or that answer it. -->
  <xsl:function name="fp:ead-related" as="element(ead:relatedmaterial)?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="letters" as="element(ref)*" select="f:correspondence($tei)/correspContext/ref[@type = ('prev', 'next')][matches(@target, '^[^/:#]+\.xml$')]"/>
    <xsl:sequence select="fp:ead-list('relatedmaterial', (
      f:archive-part($tei)[.] ! fp:ead-linked(., ()),
      $letters ! fp:ead-linked((normalize-space()[.], string(@target))[1],
        ($base-url || 'documents/' || replace(@target, '\.xml$', '.html'))[$base-url])))"/>
  </xsl:function>

  <!-- By what it is found: recipients, people, bodies and places named, kind, keywords. -->
  <xsl:function name="fp:ead-access" as="element()*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="kind" as="xs:string" select="f:kind($tei)"/>
    <xsl:sequence select="
      (f:recipients($tei), f:copied($tei)) ! fp:ead-party(., f:target(@ref), 'rcp'),
      f:places-sent($tei) ! fp:ead('geogname', f:name(.), (f:attribute('role', 'place of writing'), fp:ead-authority(f:target(@ref)))),
      f:mentioned($tei) ! (if (self::place) then fp:ead('geogname', f:record-name(.), (f:attribute('role', 'subject'), fp:ead-authority(.)))
        else fp:ead-party((persName | orgName)[1], ., 'subject')),
      fp:ead('genreform', (f:aat-term($kind), f:kind-label($tei, $speak)[$kind])[1],
        f:aat-uri($kind) ! (f:attribute('source', 'aat'), f:attribute('authfilenumber', .))),
      f:keywords($tei) ! fp:ead('subject', ., ())"/>
  </xsl:function>

  <xsl:function name="fp:ead-process" as="element(ead:processinfo)?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="fp:ead-list('processinfo', $tei/teiHeader/fileDesc/titleStmt/respStmt[not(name/@type = 'software')]
      ! fp:ead-linked(string-join((normalize-space(resp[1])[.], (name, persName, orgName)[1] ! normalize-space()), ': '), ()))"/>
  </xsl:function>

</xsl:stylesheet>
