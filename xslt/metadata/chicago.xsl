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

  <!-- The Chicago Manual of Style, notes and bibliography: the first note. Letters in a published collection, with the
       archive that holds the original; needs citation.xsl. -->

  <xsl:function name="f:chicago" as="map(xs:string, xs:string)">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="document" as="xs:string" select="fp:chicago-letter($tei, $lang)"/>
    <xsl:variable name="held" as="xs:string" select="f:joined((f:reference($tei), f:archive($tei), f:archive-place($tei)))"/>
    <xsl:variable name="end" as="xs:string" select="f:address($tei)[.] ! (', ' || .) => string()"/>
    <xsl:variable name="start" as="xs:string" select="$document || $held[.] ! (', ' || .)"/>
    <xsl:sequence select="
      if ($edition-title) then f:citation-parts($start || ', ' || f:word('cite-in', $lang) || ' ', $edition-title,
        fp:chicago-editors($tei, $lang) || f:imprint() || $end || '.')
      else f:citation-parts($start || $end || '.', '', '')"/>
  </xsl:function>

  <!-- Who to whom, or the title; what it is, if it is no letter; where and when. -->
  <xsl:function name="fp:chicago-letter" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="from" as="xs:string" select="fp:chicago-names(f:authors($tei) ! f:in-order(f:name-parts(.)), $lang)"/>
    <xsl:variable name="to" as="xs:string" select="fp:chicago-names(f:recipients($tei) ! f:in-order(f:name-parts(.)), $lang)"/>
    <xsl:variable name="when" as="xs:string" select="f:joined((f:sent-place($tei), f:cited-date(f:sent-date($tei), $lang)))"/>
    <xsl:variable name="what" as="xs:string" select="f:kind-within($tei, $lang)[f:kind($tei) ne 'letter'] => string()"/>
    <xsl:sequence select="
      if (f:is-described($tei) and $from and $to) then f:joined((f:from-to($from, $to, $lang), $what, $when))
      else if (f:is-described($tei) and $from) then f:joined(($from, f:kind-within($tei, $lang), $when))
      else if (f:is-described($tei)) then f:joined((f:described($tei, $lang), $when))
      else $from[.] ! (. || ', ') || f:quoted-title($tei, 'cite-quoted-comma', $lang) || ' ' || $when"/>
  </xsl:function>

  <!-- Four or more: the first and others. -->
  <xsl:function name="fp:chicago-names" as="xs:string">
    <xsl:param name="names" as="xs:string*"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="
      if (count($names) gt 3) then f:phrase('cite-others', $lang, $names[1]) else f:listed($names, $lang)"/>
  </xsl:function>

  <xsl:function name="fp:chicago-editors" as="xs:string">
    <xsl:param name="tei" as="element(TEI)?"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="names" as="xs:string" select="fp:chicago-names(f:editors($tei) ! f:in-order(f:person-parts(.)), $lang)"/>
    <xsl:sequence select="$names[.] ! (', ' || f:phrase('cite-ed', $lang, .)) => string()"/>
  </xsl:function>

  <xsl:function name="f:chicago-edition" as="map(xs:string, xs:string)">
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="names" as="xs:string" select="fp:chicago-names(f:editors(()) ! f:in-order(f:person-parts(.)), $lang)"/>
    <xsl:variable name="key" as="xs:string" select="if (count(f:editors(())) gt 1) then 'cite-eds-after' else 'cite-ed-after'"/>
    <xsl:sequence select="f:citation-parts($names[.] ! (f:phrase($key, $lang, .) || ', ') => string(), $edition-title,
      f:imprint() || f:edition-address() ! (', ' || .) || '.')"/>
  </xsl:function>

</xsl:stylesheet>
