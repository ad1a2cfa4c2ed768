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

  <!-- What the three styles of citation share: lists of names, dates, descriptions, imprints. Each style is a function
       that gives a map: the words before the title of the edition, the title, which is set in italics, and those after.
       Needs work.xsl. -->

  <!-- The citation of a document, or of the edition if there is none. $style: chicago, mla or apa. -->
  <xsl:function name="f:citation" as="map(xs:string, xs:string)">
    <xsl:param name="tei" as="element(TEI)?"/>
    <xsl:param name="style" as="xs:string"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="
      if ($style eq 'chicago') then (if ($tei) then f:chicago($tei, $lang) else f:chicago-edition($lang))
      else if ($style eq 'mla') then (if ($tei) then f:mla($tei, $lang) else f:mla-edition($lang))
      else if ($tei) then f:apa($tei, $lang)
      else f:apa-edition($lang)"/>
  </xsl:function>

  <xsl:function name="f:citation-parts" as="map(xs:string, xs:string)">
    <xsl:param name="before" as="xs:string"/>
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="after" as="xs:string"/>
    <xsl:sequence select="map{'before': $before, 'title': $title, 'after': $after}"/>
  </xsl:function>

  <!-- "A", "A and B", "A, B, and C". -->
  <xsl:function name="f:listed" as="xs:string">
    <xsl:param name="names" as="xs:string*"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="
      if (count($names) le 1) then string($names)
      else f:two(if (count($names) eq 2) then 'cite-two' else 'cite-last', string-join($names[position() lt last()], ', '),
        $names[last()], $lang)"/>
  </xsl:function>

  <!-- Words with two gaps, filled. -->
  <xsl:function name="f:two" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="first" as="xs:string"/>
    <xsl:param name="second" as="xs:string"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="f:word($key, $lang) => replace('{1}', $first, 'q') => replace('{2}', $second, 'q')"/>
  </xsl:function>

  <!-- "Kennedy to Khrushchev", "Letter to Khrushchev". -->
  <xsl:function name="f:from-to" as="xs:string">
    <xsl:param name="sender" as="xs:string"/>
    <xsl:param name="recipient" as="xs:string"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="f:two('cite-from-to', $sender, $recipient, $lang)"/>
  </xsl:function>

  <!-- Whether a document is described rather than named: a message to somebody, and what has no title but the one that
       the program made of its parties and date. -->
  <xsl:function name="f:is-described" as="xs:boolean">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="
      f:is-message($tei) and exists(f:recipients($tei))
      or $tei/teiHeader/fileDesc/titleStmt/title[1]/@resp = '#teiedit'"/>
  </xsl:function>

  <!-- "Letter to Nikita Khrushchev", "Minutes". -->
  <xsl:function name="f:described" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="to" as="xs:string" select="f:listed(f:recipients($tei) ! f:in-order(f:name-parts(.)), $lang)"/>
    <xsl:variable name="what" as="xs:string" select="f:kind-label($tei, $lang)"/>
    <xsl:sequence select="if ($to) then f:from-to($what, $to, $lang) else $what"/>
  </xsl:function>

  <!-- The kind of document within a sentence: German writes it with a capital. -->
  <xsl:function name="f:kind-within" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="label" as="xs:string" select="f:kind-label($tei, $lang)"/>
    <xsl:sequence select="if (f:spoken($lang) eq 'de') then $label else lower-case($label)"/>
  </xsl:function>

  <!-- A title in quotation marks, with the stop or comma where the language puts it. $key: cite-quoted-stop, … -->
  <xsl:function name="f:quoted-title" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="f:phrase($key, $lang, replace(f:title($tei), '\.$', ''))"/>
  </xsl:function>

  <!-- "27 October 1962", "[October 1962]", "[1895?]", "n.d.". -->
  <xsl:function name="f:cited-date" as="xs:string">
    <xsl:param name="date" as="element(date)?"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="label" as="xs:string" select="f:date-label($date, $lang)"/>
    <xsl:sequence select="
      if ($label eq '') then f:word('cite-undated', $lang)
      else if (f:is-doubted($date)) then '[' || $label || '?]'
      else if (f:is-supplied($date)) then '[' || $label || ']'
      else $label"/>
  </xsl:function>

  <!-- "The National Archives, Kew, FO 371/162388", in the order asked for. -->
  <xsl:function name="f:joined" as="xs:string">
    <xsl:param name="parts" as="xs:string*"/>
    <xsl:sequence select="string-join($parts[.], ', ')"/>
  </xsl:function>

  <!-- A sentence with its stop, and the space after it; nothing of nothing. -->
  <xsl:function name="f:stopped" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="
      if ($words eq '') then '' else $words || (if (matches($words, '[.?!][”»“]?$')) then ' ' else '. ')"/>
  </xsl:function>

  <!-- " (London: Publisher, 2026)", as much as is known. -->
  <xsl:function name="f:imprint" as="xs:string">
    <xsl:variable name="publisher" as="xs:string" select="string-join(($edition-place, $edition-publisher)[.], ': ')"/>
    <xsl:variable name="all" as="xs:string" select="f:joined(($publisher, f:edition-year()))"/>
    <xsl:sequence select="$all[.] ! (' (' || . || ')')[1] => string()"/>
  </xsl:function>

</xsl:stylesheet>
