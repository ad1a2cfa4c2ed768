<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="https://teiedit.org/ns/function"
  xmlns:fp="https://teiedit.org/ns/function/private"
  xmlns:m="https://teiedit.org/ns/mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  default-mode="m:unhandled"
  expand-text="yes"
  exclude-result-prefixes="#all">

  <!-- The Publication Manual of the American Psychological Association, seventh edition: the entry in the list of
       references of an archival letter that is also published. Needs citation.xsl. -->

  <xsl:function name="f:apa" as="map(xs:string, xs:string)">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="names" as="xs:string" select="fp:apa-names(f:authors($tei) ! f:name-parts(.), $lang)"/>
    <xsl:variable name="what" as="xs:string" select="
      if (f:is-described($tei)) then '[' || f:described($tei, $lang) || ']'
      else f:title($tei) || ' [' || f:kind-label($tei, $lang) || ']'"/>
    <xsl:variable name="when" as="xs:string" select="'(' || f:apa-date(f:sent-date($tei), $lang) || ')'"/>
    <xsl:variable name="start" as="xs:string" select="
      (if ($names) then f:stopped($names) || f:stopped($when) || f:stopped($what)
       else f:stopped($what) || f:stopped($when)) || f:stopped(fp:apa-held($tei))"/>
    <xsl:sequence select="
      if ($edition-title) then f:citation-parts($start || f:word('cite-in-capital', $lang) || ' ' || fp:apa-editors($tei, $lang),
        $edition-title, fp:apa-end(f:joined(($edition-publisher, f:edition-year())), f:address($tei)))
      else f:citation-parts(replace($start || f:address($tei), '\s+$', ''), '', '')"/>
  </xsl:function>

  <!-- "Kennedy, J. F., & Rusk, D." -->
  <xsl:function name="fp:apa-names" as="xs:string">
    <xsl:param name="names" as="map(xs:string, xs:string)*"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="forms" as="xs:string*" select="$names ! (
      if (?literal) then ?literal else ?family || ', ' || string-join((f:initials(?given), ?particle), ' '))"/>
    <xsl:sequence select="
      if (count($forms) le 1) then string($forms)
      else f:two('cite-last-apa', string-join($forms[position() lt last()], ', '), $forms[last()], $lang)"/>
  </xsl:function>

  <!-- "1962, October 27", "ca. 1895", "n.d." -->
  <xsl:function name="f:apa-date" as="xs:string">
    <xsl:param name="date" as="element(date)?"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="label" as="xs:string" select="f:date-label($date, $lang)"/>
    <xsl:variable name="year" as="xs:string?" select="f:point($date) ! substring(., 1, 4) ! replace(., '^0+', '')"/>
    <xsl:variable name="day" as="xs:string" select="normalize-space(substring($label, 1, string-length($label) - string-length($year)))"/>
    <xsl:variable name="turned" as="xs:string"
      select="if (f:spoken($lang) eq 'en') then replace($day, '^(\d+) (\S+)$', '$2 $1') else $day"/>
    <xsl:variable name="shown" as="xs:string" select="if ($year) then f:joined(($year, $turned)) else $label"/>
    <xsl:sequence select="
      if ($label eq '') then f:word('cite-undated', $lang)
      else if (f:is-doubted($date)) then f:phrase('cite-circa', $lang, $shown)
      else $shown"/>
  </xsl:function>

  <!-- "The National Archives (FO 371/162388), Kew". -->
  <xsl:function name="fp:apa-held" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="reference" as="xs:string" select="f:reference($tei)"/>
    <xsl:variable name="archive" as="xs:string" select="f:archive($tei)"/>
    <xsl:sequence select="f:joined((
      if ($archive and $reference) then $archive || ' (' || $reference || ')' else ($archive, $reference), f:archive-place($tei)))"/>
  </xsl:function>

  <!-- "J. Roe (Ed.), ". -->
  <xsl:function name="fp:apa-editors" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="names" as="xs:string*" select="f:editors($tei) ! f:person-parts(.) ! (
      if (?literal) then ?literal else string-join((f:initials(?given), ?particle, ?family), ' '))"/>
    <xsl:variable name="key" as="xs:string" select="if (count($names) gt 1) then 'cite-eds-apa' else 'cite-ed-apa'"/>
    <xsl:variable name="all" as="xs:string" select="
      if (count($names) le 1) then string($names)
      else f:two(if (count($names) eq 2) then 'cite-pair-apa' else 'cite-last-apa',
        string-join($names[position() lt last()], ', '), $names[last()], $lang)"/>
    <xsl:sequence select="$all[.] ! (f:phrase($key, $lang, .) || ', ') => string()"/>
  </xsl:function>

  <!-- An address has no stop after it. -->
  <xsl:function name="fp:apa-end" as="xs:string">
    <xsl:param name="imprint" as="xs:string"/>
    <xsl:param name="address" as="xs:string?"/>
    <xsl:sequence select="normalize-space('. ' || f:stopped($imprint) || $address)"/>
  </xsl:function>

  <xsl:function name="f:apa-edition" as="map(xs:string, xs:string)">
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="names" as="xs:string" select="fp:apa-names(f:editors(()) ! f:person-parts(.), $lang)"/>
    <xsl:variable name="key" as="xs:string" select="if (count(f:editors(())) gt 1) then 'cite-eds-apa' else 'cite-ed-apa'"/>
    <xsl:variable name="year" as="xs:string" select="f:stopped('(' || (f:edition-year()[.], f:word('cite-undated', $lang))[1] || ')')"/>
    <xsl:sequence select="
      if ($names) then f:citation-parts(f:stopped(f:phrase($key, $lang, $names)) || $year, $edition-title,
        fp:apa-end($edition-publisher, f:edition-address()))
      else f:citation-parts('', $edition-title, normalize-space('. ' || $year || f:stopped($edition-publisher) || f:edition-address()))"/>
  </xsl:function>

</xsl:stylesheet>
