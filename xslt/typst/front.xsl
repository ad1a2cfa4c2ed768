<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://teiedit.org/ns/function"
  xmlns:fp="https://teiedit.org/ns/function/private"
  xmlns:m="https://teiedit.org/ns/mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  default-mode="m:typst"
  expand-text="yes"
  exclude-result-prefixes="#all">

  <!-- The head of the first page: the lines above the document, its title, and what the header says of it. -->

  <!-- The transcript's own title line is the heading where it says the same as the header;
       otherwise the header's title comes first. -->
  <xsl:function name="fp:front" as="item()*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="own-title" as="element(titlePart)?" select="fp:title-line($tei)"/>
    <xsl:sequence select="
      if ($own-title) then () else fp:frame('title', f:title($tei))"/>
    <xsl:variable name="headnotes" as="element(note)*" select="$tei/text/front/note[@type = 'headnote']"/>
    <xsl:apply-templates select="$tei/text/front/node() except $headnotes"/>
    <xsl:sequence select="fp:own(fp:frame('facts', fp:facts($tei)))"/>
    <xsl:variable name="commentary" as="element()*" select="$tei/teiHeader/profileDesc/abstract, $headnotes"/>
    <xsl:apply-templates select="$commentary"/>
    <xsl:sequence select="if ($commentary) then fp:frame('rule', ()) else ()"/>
  </xsl:function>

  <xsl:function name="fp:title-line" as="element(titlePart)?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="lines" as="element(titlePart)*" select="$tei/text/front/titlePart[@type eq 'main']"/>
    <xsl:sequence select="$lines[f:read(.) eq f:title($tei)][1]"/>
  </xsl:function>

  <xsl:template match="titlePart" mode="m:typst" as="item()*">
    <xsl:variable name="content" as="item()*">
      <xsl:apply-templates/>
    </xsl:variable>
    <xsl:variable name="kind" as="xs:string" select="if (. is fp:title-line(/TEI)) then 'title' else 'front'"/>
    <xsl:sequence select="fp:frame($kind, map { 'type': string(@type) }, $content)"/>
  </xsl:template>

  <!-- From, to, when, where: in the edition's words. -->
  <xsl:function name="fp:facts" as="item()*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="where" as="element(msIdentifier)?" select="$tei/teiHeader/fileDesc/sourceDesc/msDesc[1]/msIdentifier"/>
    <xsl:variable name="date" as="element(date)?" select="f:sent-date($tei)"/>
    <xsl:variable name="copies" as="element(correspAction)*" select="f:correspondence($tei)/correspAction[@subtype eq 'cc']"/>
    <xsl:sequence select="
      fp:fact('from', fp:parties(f:sent($tei), f:sender($tei))),
      fp:fact('to', fp:parties(f:received($tei), f:recipient($tei))),
      fp:fact('copy', fp:parties($copies, '')),
      fp:fact('place', f:sent-place($tei)[.] ! (., fp:doubt(f:sent($tei)/placeName[1]))),
      fp:fact('date', f:date-label($date, $language)[.] ! (., fp:doubt($date))),
      fp:fact('reference', f:reference($tei)[.]),
      fp:fact('repository', f:repository($tei)[.] ! (., fp:doubt($where/repository))),
      for $ref in f:correspondence($tei)/correspContext/ref[@type = ('prev', 'next')]
        return fp:fact('context-' || $ref/@type, (normalize-space($ref), fp:doubt($ref)))"/>
  </xsl:function>

  <!-- A label and a value; nothing where there is no value. -->
  <xsl:function name="fp:fact" as="item()*">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="value" as="item()*"/>
    <xsl:sequence select="
      if (exists($value[. instance of xs:string]))
      then fp:frame('field', (fp:frame('label', f:word($key, $language)), $value)) else ()"/>
  </xsl:function>

  <!-- Who acts, each with the office that the record gives; the names alone where no act is recorded. -->
  <xsl:function name="fp:parties" as="item()*">
    <xsl:param name="actions" as="element(correspAction)*"/>
    <xsl:param name="names" as="xs:string"/>
    <xsl:variable name="parties" as="element()*" select="f:parties($actions)"/>
    <xsl:sequence select="
      if (empty($parties)) then $names[.]
      else for $i in 1 to count($parties) return (
        '; '[$i gt 1], f:name($parties[$i]), fp:office($parties[$i]), fp:doubt($parties[$i]))"/>
  </xsl:function>

  <xsl:function name="fp:office" as="item()*">
    <xsl:param name="name" as="element()"/>
    <xsl:variable name="person" as="element()?" select="f:target($name/@ref)"/>
    <xsl:variable name="office" as="xs:string" select="if ($person) then f:office($person) else ''"/>
    <xsl:sequence select="if ($office) then fp:frame('quiet', ', ' || $office) else ()"/>
  </xsl:function>

  <!-- How sure, in words, where it is not sure. -->
  <xsl:function name="fp:doubt" as="item()*">
    <xsl:param name="element" as="element()?"/>
    <xsl:variable name="words" as="xs:string" select="if ($element) then f:doubt($element, $language) else ''"/>
    <xsl:sequence select="if ($words) then fp:frame('quiet', ' (' || $words || ')') else ()"/>
  </xsl:function>

</xsl:stylesheet>
