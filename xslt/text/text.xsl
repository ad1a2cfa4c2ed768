<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://teiedit.org/ns/function"
  xmlns:fp="https://teiedit.org/ns/function/private"
  xmlns:m="https://teiedit.org/ns/mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  default-mode="m:text"
  expand-text="yes"
  exclude-result-prefixes="#all">

  <!-- TEI to plain text, UTF-8: a head in the edition's words, the transcript as it was typed, and notes at the
       foot. One paragraph is one line; blocks are set apart by an empty line. -->

  <xsl:include href="../common/common.xsl"/>
  <xsl:include href="../common/apparatus.xsl"/>
  <xsl:include href="params.xsl"/>
  <xsl:include href="blocks.xsl"/>
  <xsl:include href="lines.xsl"/>
  <xsl:include href="notes.xsl"/>

  <xsl:output method="text" encoding="UTF-8" indent="no"/>

  <!-- Blocks, one string each, which may hold line ends. -->
  <xsl:mode name="m:text" on-no-match="fail" on-multiple-match="fail" use-accumulators="#all"/>

  <!-- Words in a line, in pieces; a line end is a line feed. -->
  <xsl:mode name="m:line" on-no-match="shallow-skip" on-multiple-match="fail" use-accumulators="#all"/>

  <xsl:template match="/" mode="m:text" as="xs:string">
    <xsl:variable name="tei" as="element(TEI)" select="TEI"/>
    <xsl:variable name="text" as="xs:string*" 
      select="$tei/teiHeader/profileDesc/abstract ! fp:commentary(.), $tei/text/(front, body, back) ! fp:flow(.)"/>
    <xsl:variable name="sections" as="xs:string*"
      select="fp:head($tei), string-join($text, $blank), fp:foot($tei)"/>
    <xsl:sequence select="string-join($sections[.], $blank || '* * *' || $blank)"/>
  </xsl:template>

  <xsl:variable name="blank" as="xs:string" select="'&#xA;&#xA;'"/>

  <!-- Title and facts. -->
  <xsl:function name="fp:head" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="title" as="xs:string" select="f:title($tei)"/>
    <xsl:variable name="date" as="element(date)?" select="f:sent-date($tei)"/>
    <xsl:variable name="archive" as="element(repository)?"
      select="$tei/teiHeader/fileDesc/sourceDesc/msDesc[1]/msIdentifier/repository"/>
    <xsl:variable name="facts" as="xs:string*" select="
      fp:fact('from', f:sender($tei), f:parties(f:sent($tei))[1]),
      fp:fact('to', f:recipient($tei), f:parties(f:received($tei))[1]),
      fp:fact('place', f:sent-place($tei), f:sent($tei)/placeName[1]),
      fp:fact('date', f:date-label($date, $language), $date),
      fp:fact('reference', f:reference($tei), ()),
      fp:fact('repository', f:repository($tei), $archive),
      f:correspondence($tei)/correspContext/ref[@type = ('prev', 'next')]
        ! fp:fact('context-' || @type, normalize-space(), .)"/>
    <xsl:sequence select="string-join(
      (string-join(($title, replace($title, '.', '=')[not($braille)]), '&#xA;'), string-join($facts, '&#xA;')[.]), $blank)"/>
  </xsl:function>

  <!-- "Date: 27 October 1962 (probable)"; nothing where there is no value. -->
  <xsl:function name="fp:fact" as="xs:string?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="value" as="xs:string"/>
    <xsl:param name="element" as="element()?"/>
    <xsl:variable name="doubt" as="xs:string?" select="f:doubt($element, $language)[.] ! (' (' || . || ')')"/>
    <xsl:sequence select="$value[.] ! (f:word($key, $language) || ': ' || . || $doubt)"/>
  </xsl:function>

</xsl:stylesheet>
