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
      fp:ris-line('TY', fp:ris-type($tei)),
      fp:ris-line('ID', $tei/@xml:id),
      f:authors($tei) ! fp:ris-line('AU', f:parted-name(.)),
      f:recipients($tei) ! fp:ris-line('A2', f:parted-name(.)),
      fp:ris-line('TI', f:title($tei)),
      fp:ris-line('M3', f:kind-label($tei, $speak)),
      fp:ris-date($date),
      fp:ris-line('CY', f:sent-place($tei)),
      fp:ris-line('T2', $edition-title),
      f:editors($tei)[$edition-title] ! fp:ris-line('ED', f:inverted(f:person-parts(.))),
      fp:ris-line('PB', $edition-publisher),
      fp:ris-line('DB', f:joined((f:archive($tei), f:archive-place($tei)))),
      fp:ris-line('AV', f:reference($tei)),
      fp:ris-line('CN', f:reference($tei)),
      fp:ris-line('LA', f:language($tei)[. ne 'und']),
      f:keywords($tei) ! fp:ris-line('KW', .),
      fp:ris-line('AB', f:abstract($tei)),
      fp:ris-line('UR', f:address($tei))))"/>
  </xsl:function>

  <xsl:function name="f:ris-edition" as="xs:string">
    <xsl:sequence select="fp:ris-record((
      fp:ris-line('TY', 'BOOK'),
      fp:ris-line('ID', $edition-id),
      f:editors(()) ! fp:ris-line('ED', f:inverted(f:person-parts(.))),
      fp:ris-line('TI', ($edition-title[.], $edition-id)[1]),
      fp:ris-line('PY', f:edition-year()),
      fp:ris-line('CY', $edition-place),
      fp:ris-line('PB', $edition-publisher),
      fp:ris-line('LA', $language),
      fp:ris-line('AB', $edition-description),
      fp:ris-line('UR', f:edition-address())))"/>
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
      fp:ris-line('PY', f:one-year($date)),
      if (map:size($ends) eq 0) then ()
      else fp:ris-line('DA', (f:one-year($date), '')[1] || '/' || $point[2] || '/'
        || $point[3] || '/' || $words)"/>
  </xsl:function>

  <xsl:function name="fp:ris-record" as="xs:string">
    <xsl:param name="lines" as="xs:string*"/>
    <xsl:sequence select="string-join(($lines, 'ER  - '), '&#13;&#10;') || '&#13;&#10;'"/>
  </xsl:function>

  <xsl:function name="fp:ris-line" as="xs:string?">
    <xsl:param name="tag" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:sequence select="normalize-space($value)[.] ! ($tag || '  - ' || .)"/>
  </xsl:function>

</xsl:stylesheet>
