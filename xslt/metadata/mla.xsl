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

  <!-- The MLA Handbook, ninth edition: the entry in the list of works cited; the archive stands at the end, as an
       optional element. Needs citation.xsl. -->

  <xsl:function name="f:mla" as="map(xs:string, xs:string)">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="what" as="xs:string" select="
      if (f:is-described($tei)) then f:stopped(f:described($tei, $lang))
      else f:quoted-title($tei, 'cite-quoted-stop', $lang) || ' '"/>
    <xsl:variable name="start" as="xs:string" select="
      f:stopped(fp:mla-names(f:authors($tei) ! f:name-parts(.), $lang)) || $what
      || f:stopped(fp:short-months(f:cited-date(f:sent-date($tei), $lang), $lang))"/>
    <xsl:variable name="held" as="xs:string"
      select="f:stopped(f:joined((f:archive($tei), f:archive-place($tei), f:reference($tei))))"/>
    <xsl:variable name="by" as="xs:string"
      select="f:listed(f:editors($tei) ! f:in-order(f:person-parts(.)), $lang)[.] ! f:phrase('cite-edited-by', $lang, .) => string()"/>
    <xsl:variable name="rest" as="xs:string" select="f:joined(($by, $edition-publisher, f:edition-year(), f:address($tei)))"/>
    <xsl:sequence select="
      if ($edition-title) then f:citation-parts($start, $edition-title, replace($rest[.] ! (', ' || .) || '. ' || $held, '\s+$', ''))
      else f:citation-parts(replace($start || $held || f:stopped(string(f:address($tei))), '\s+$', ''), '', '')"/>
  </xsl:function>

  <!-- "Roe, Jane", "Roe, Jane, and John Doe", "Roe, Jane, et al." -->
  <xsl:function name="fp:mla-names" as="xs:string">
    <xsl:param name="names" as="map(xs:string, xs:string)*"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="first" as="xs:string" select="string($names[1] ! f:inverted(.))"/>
    <xsl:sequence select="
      if (count($names) gt 2) then f:phrase('cite-others', $lang, $first || ',')
      else f:listed(($first || (if (count($names) eq 2) then ',' else ''), $names[2] ! f:in-order(.))[.], $lang)"/>
  </xsl:function>

  <!-- The months as MLA shortens them: "27 Oct. 1962". -->
  <xsl:function name="fp:short-months" as="xs:string">
    <xsl:param name="date" as="xs:string"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="
      fold-left(1 to 12, $date, function($words, $month) {
        let $number := format-integer($month, '00')
        return replace($words, f:word('month-' || $number, $lang), f:word('cite-month-' || $number, $lang), 'q') })"/>
  </xsl:function>

  <xsl:function name="f:mla-edition" as="map(xs:string, xs:string)">
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="names" as="xs:string" select="fp:mla-names(f:editors(()) ! f:person-parts(.), $lang)"/>
    <xsl:variable name="key" as="xs:string" select="if (count(f:editors(())) gt 1) then 'cite-editors' else 'cite-editor'"/>
    <xsl:sequence select="f:citation-parts($names[.] ! f:stopped(f:phrase($key, $lang, .)) => string(), $edition-title,
      normalize-space('. ' || f:stopped(f:joined(($edition-publisher, f:edition-year(), f:edition-address())))))"/>
  </xsl:function>

</xsl:stylesheet>
