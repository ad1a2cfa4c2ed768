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

  <!-- RIS, as reference managers read it: two letters, two spaces, a hyphen, a space, the value; records end with ER.
       Needs work.xsl. https://en.wikipedia.org/wiki/RIS_(file_format) -->

  <xsl:function name="f:ris" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="date" as="element(date)?" select="f:sent-date($tei)"/>
    <xsl:sequence select="fp:ris-record((
      fp:line('TY', fp:ris-type($tei)),
      fp:line('ID', $tei/@xml:id),
      f:authors($tei) ! fp:line('AU', f:parted-name(.)),
      f:recipients($tei) ! fp:line('A2', f:parted-name(.)),
      fp:line('TI', f:title($tei)),
      fp:line('M3', f:kind-label($tei, $speak)),
      fp:ris-date($date),
      fp:line('CY', f:sent-place($tei)),
      fp:line('T2', $edition-title),
      f:editors($tei)[$edition-title] ! fp:line('ED', f:inverted(f:person-parts(.))),
      fp:line('PB', $edition-publisher),
      fp:line('DB', f:joined((f:archive($tei), f:archive-place($tei)))),
      fp:line('AV', f:reference($tei)),
      fp:line('CN', f:reference($tei)),
      fp:line('LA', f:language($tei)[. ne 'und']),
      f:keywords($tei) ! fp:line('KW', .),
      fp:line('AB', f:abstract($tei)),
      fp:line('UR', f:address($tei))))"/>
  </xsl:function>

  <xsl:function name="f:ris-edition" as="xs:string">
    <xsl:sequence select="fp:ris-record((
      fp:line('TY', 'BOOK'),
      fp:line('ID', $edition-id),
      f:editors(()) ! fp:line('ED', f:inverted(f:person-parts(.))),
      fp:line('TI', ($edition-title[.], $edition-id)[1]),
      fp:line('PY', f:edition-year()),
      fp:line('CY', $edition-place),
      fp:line('PB', $edition-publisher),
      fp:line('LA', $language),
      fp:line('AB', $edition-description),
      fp:line('UR', f:edition-address())))"/>
  </xsl:function>

  <xsl:function name="fp:ris-type" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="
      if (f:is-message($tei)) then 'PCOMM'
      else (map{'report': 'RPRT', 'treaty': 'GOVDOC', 'speech': 'UNPB'}(f:kind($tei)), 'MANSCPT')[1]"/>
  </xsl:function>

  <!-- DA has slashes, also for what is missing, and after the last a word where the date is more than a point. -->
  <xsl:function name="fp:ris-date" as="xs:string*">
    <xsl:param name="date" as="element(date)?"/>
    <xsl:variable name="ends" as="map(xs:string, xs:string)" select="f:ends($date)"/>
    <xsl:variable name="point" as="xs:string*" select="tokenize(f:point($date), '-')"/>
    <xsl:variable name="words" as="xs:string" select="f:cited-date($date, $speak)[empty($point) or f:is-supplied($date)] => string()"/>
    <xsl:sequence select="
      fp:line('PY', f:one-year($date)),
      if (map:size($ends) eq 0) then ()
      else fp:line('DA', (f:one-year($date), '')[1] || '/' || $point[2] || '/'
        || $point[3] || '/' || $words)"/>
  </xsl:function>

  <xsl:function name="fp:ris-record" as="xs:string">
    <xsl:param name="lines" as="xs:string*"/>
    <xsl:sequence select="string-join(($lines, 'ER  - '), '&#13;&#10;') || '&#13;&#10;'"/>
  </xsl:function>

  <xsl:function name="fp:line" as="xs:string?">
    <xsl:param name="tag" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:sequence select="normalize-space($value)[.] ! ($tag || '  - ' || .)"/>
  </xsl:function>

</xsl:stylesheet>
