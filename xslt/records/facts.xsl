<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:j="http://www.w3.org/2005/xpath-functions"
  xmlns:f="https://teiedit.org/ns/function"
  xmlns:fp="https://teiedit.org/ns/function/private"
  xmlns:m="https://teiedit.org/ns/mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  default-mode="m:html"
  expand-text="yes"
  exclude-result-prefixes="#all">

  <!-- What the header says, as JSON for programs: the catalogue keeps it, and the lists of the edition are made of it.
       A key is there only where there is something to say, but for id, title, language, sort and the two parties. -->
  <xsl:function name="f:facts" as="element(j:map)">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="date" as="element(date)?" select="f:sent-date($tei)"/>
    <j:map>
      <j:string key="id">{$tei/@xml:id}</j:string>
      <j:string key="title">{f:title($tei)}</j:string>
      <j:string key="language">{f:language($tei)}</j:string>
      <j:string key="sort">{f:date-sort($date)}</j:string>
      <xsl:sequence select="
        f:json-string('kind', f:kind($tei)),
        f:json-string('kindLabel', f:kind-label($tei, $speak)),
        f:json-string('address', f:address($tei)),
        f:json-string('year', f:one-year($date)),
        $date ! fp:facts-date(., 'sent'),
        (f:received($tei)/date)[1] ! fp:facts-date(., 'received')"/>
      <xsl:sequence select="
        fp:facts-names('senders', f:authors($tei)),
        fp:facts-names('recipients', f:recipients($tei)),
        fp:facts-names('placesSent', f:sent($tei)/placeName[f:name(.) != '']),
        fp:facts-names('placesReceived', f:received($tei)/placeName[f:name(.) != '']),
        fp:facts-mentions($tei),
        fp:facts-source($tei),
        f:json-string('abstract', f:abstract($tei)),
        f:json-string('licence', (f:licences($tei)/@target ! f:safe-address(.))[1])"/>
      <xsl:sequence select="fp:facts-replies($tei, 'prev', 'answers'), fp:facts-replies($tei, 'next', 'answeredBy')"/>
    </j:map>
  </xsl:function>

  <!-- The attributes of a date under TEI's own names, and its words. -->
  <xsl:function name="fp:facts-date" as="element(j:map)">
    <xsl:param name="date" as="element(date)"/>
    <xsl:param name="key" as="xs:string"/>
    <j:map key="{$key}">
      <xsl:for-each select="$date/(@when, @from, @to, @notBefore, @notAfter, @cert, @evidence)">
        <j:string key="{local-name()}">{.}</j:string>
      </xsl:for-each>
      <j:string key="text">{f:date-label($date, $speak)}</j:string>
    </j:map>
  </xsl:function>

  <xsl:function name="fp:facts-names" as="element(j:array)">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="names" as="element()*"/>
    <j:array key="{$key}">
      <xsl:for-each select="$names">
        <xsl:variable name="record" as="element()?" select="f:target(@ref)"/>
        <j:map>
          <j:string key="name">{f:name(.)}</j:string>
          <xsl:sequence select="fp:facts-record($record), f:json-string('type', local-name()), f:json-string('cert', @cert)"/>
        </j:map>
      </xsl:for-each>
    </j:array>
  </xsl:function>

  <!-- The entry of a register, and the same in the authority files. -->
  <xsl:function name="fp:facts-record" as="element()*">
    <xsl:param name="record" as="element()?"/>
    <xsl:sequence select="f:json-string('ref', $record/@xml:id)"/>
    <xsl:variable name="uris" as="xs:string*" select="$record/idno ! f:safe-address(.)[matches(., '^https?:', 'i')]"/>
    <xsl:if test="exists($uris)">
      <j:array key="uris">
        <xsl:for-each select="$uris"><j:string>{.}</j:string></xsl:for-each>
      </j:array>
    </xsl:if>
  </xsl:function>

  <!-- Whom and what the text names, of whom the file has a record. -->
  <xsl:function name="fp:facts-mentions" as="element(j:array)">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="parties" as="element()*" select="f:correspondence($tei)/correspAction/*/@ref ! f:target(.)"/>
    <j:array key="mentions">
      <xsl:for-each select="$tei/standOff/(listPerson/person, listOrg/org, listPlace/place) except $parties">
        <j:map>
          <j:string key="name">{normalize-space((persName | orgName | placeName)[1])}</j:string>
          <xsl:sequence select="fp:facts-record(.)"/>
          <j:string key="type">{map{'person': 'persName', 'org': 'orgName', 'place': 'placeName'}(local-name())}</j:string>
        </j:map>
      </xsl:for-each>
    </j:array>
  </xsl:function>

  <xsl:function name="fp:facts-source" as="element(j:map)">
    <xsl:param name="tei" as="element(TEI)"/>
    <j:map key="source">
      <xsl:sequence select="
        f:json-string('archive', f:archive($tei)),
        f:json-string('place', f:archive-place($tei)),
        f:json-string('collection', f:archive-part($tei)),
        f:json-string('reference', f:reference($tei))"/>
    </j:map>
  </xsl:function>

  <xsl:function name="fp:facts-replies" as="element(j:array)?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:param name="type" as="xs:string"/>
    <xsl:param name="key" as="xs:string"/>
    <xsl:variable name="targets" as="xs:string*"
      select="f:correspondence($tei)/correspContext/ref[@type eq $type]/@target ! replace(., '\.xml$', '')"/>
    <xsl:if test="exists($targets)">
      <j:array key="{$key}">
        <xsl:for-each select="$targets"><j:string>{.}</j:string></xsl:for-each>
      </j:array>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
