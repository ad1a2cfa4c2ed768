<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:j="http://www.w3.org/2005/xpath-functions"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="https://teiedit.org/ns/function"
  xmlns:fp="https://teiedit.org/ns/function/private"
  xmlns:m="https://teiedit.org/ns/mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  default-mode="m:unhandled"
  expand-text="yes"
  exclude-result-prefixes="#all">

  <!-- CSL JSON, the data of citation processors, as the XML from which XPath makes JSON. Needs work.xsl.
       https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables -->

  <xsl:function name="f:csl" as="element(j:map)">
    <xsl:param name="tei" as="element(TEI)"/>
    <j:map>
      <xsl:sequence select="
        f:json-string('id', $tei/@xml:id),
        f:json-string('type', fp:csl-type($tei)),
        fp:csl-names('author', f:authors($tei) ! f:name-parts(.)),
        fp:csl-names('recipient', f:recipients($tei) ! f:name-parts(.)),
        f:json-string('title', f:title($tei)),
        f:json-string('genre', f:kind-label($tei, $speak)),
        fp:csl-date(f:sent-date($tei)),
        f:json-string('event-place', f:sent-place($tei)),
        f:json-string('archive', f:archive($tei)),
        f:json-string('archive-place', f:archive-place($tei)),
        f:json-string('archive_collection', f:archive-part($tei)),
        f:json-string('archive_location', f:reference($tei)),
        f:json-string('collection-title', $edition-title),
        fp:csl-names('editor', f:editors($tei)[$edition-title] ! f:person-parts(.)),
        f:json-string('publisher', $edition-publisher),
        f:json-string('publisher-place', $edition-place),
        f:json-string('language', f:language($tei)[. ne 'und']),
        f:json-string('abstract', f:abstract($tei)),
        f:json-string('keyword', string-join(f:keywords($tei), ', ')),
        f:json-string('URL', f:address($tei))"/>
    </j:map>
  </xsl:function>

  <xsl:function name="f:csl-edition" as="element(j:map)">
    <j:map>
      <xsl:sequence select="
        f:json-string('id', $edition-id),
        f:json-string('type', 'book'),
        fp:csl-names('editor', f:editors(()) ! f:person-parts(.)),
        f:json-string('title', ($edition-title[.], $edition-id)[1]),
        fp:csl-parts(($edition-date[matches(., '^\d{4}(-\d\d){0,2}$')]), false()),
        f:json-string('publisher', $edition-publisher),
        f:json-string('publisher-place', $edition-place),
        f:json-string('language', $language),
        f:json-string('abstract', $edition-description),
        f:json-string('URL', f:edition-address())"/>
    </j:map>
  </xsl:function>

  <xsl:function name="fp:csl-type" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="
      if (f:is-message($tei)) then 'personal_communication'
      else (f:kind($tei)[. = ('report', 'speech', 'treaty')], 'manuscript')[1]"/>
  </xsl:function>

  <xsl:function name="fp:csl-names" as="element(j:array)?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="names" as="map(xs:string, xs:string)*"/>
    <xsl:if test="exists($names)">
      <j:array key="{$key}">
        <xsl:for-each select="$names">
          <j:map>
            <xsl:sequence select="
              f:json-string('family', ?family), f:json-string('given', ?given),
              f:json-string('dropping-particle', ?particle), f:json-string('literal', ?literal)"/>
          </j:map>
        </xsl:for-each>
      </j:array>
    </xsl:if>
  </xsl:function>

  <!-- A point or a range in figures. What is bounded on one side only is said in words: figures would claim a point. -->
  <xsl:function name="fp:csl-date" as="element(j:map)?">
    <xsl:param name="date" as="element(date)?"/>
    <xsl:variable name="ends" as="map(xs:string, xs:string)" select="f:ends($date)"/>
    <xsl:variable name="label" as="xs:string" select="f:date-label($date, $speak)"/>
    <xsl:choose>
      <xsl:when test="map:size($ends) eq 2">
        <xsl:sequence select="fp:csl-parts(distinct-values(($ends?from, $ends?to)), f:is-doubted($date) or exists($date/@notBefore))"/>
      </xsl:when>
      <xsl:when test="$label">
        <j:map key="issued">
          <j:string key="literal">{$label}</j:string>
        </j:map>
      </xsl:when>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="fp:csl-parts" as="element(j:map)?">
    <xsl:param name="days" as="xs:string*"/>
    <xsl:param name="circa" as="xs:boolean"/>
    <xsl:if test="exists($days)">
      <j:map key="issued">
        <j:array key="date-parts">
          <xsl:for-each select="$days">
            <j:array>
              <xsl:for-each select="tokenize(., '-')">
                <j:number>{xs:integer(.)}</j:number>
              </xsl:for-each>
            </j:array>
          </xsl:for-each>
        </j:array>
        <xsl:if test="$circa">
          <j:boolean key="circa">true</j:boolean>
        </xsl:if>
      </j:map>
    </xsl:if>
  </xsl:function>

  <!-- A string of a map, if it says anything. -->
  <xsl:function name="f:json-string" as="element(j:string)?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:if test="normalize-space($value)">
      <j:string key="{$key}">{normalize-space($value)}</j:string>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
