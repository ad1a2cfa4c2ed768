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

  <!-- BibTeX. Each document is @misc with the fields that classic BibTeX styles print, and beside them those of biblatex
       (date, location, langid, entrysubtype), which the old styles pass over. Needs work.xsl.
       https://ctan.org/pkg/biblatex, manual, section 2 -->

  <xsl:function name="f:bibtex" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="date" as="element(date)?" select="f:sent-date($tei)"/>
    <xsl:variable name="held" as="xs:string" select="f:joined((f:archive($tei), f:archive-place($tei), f:reference($tei)))"/>
    <xsl:sequence select="fp:bibtex-entry('misc', $tei/@xml:id, (
      fp:bibtex-field('author', fp:bibtex-names(f:authors($tei) ! f:name-parts(.))),
      fp:bibtex-field('title', '{' || fp:latex(f:title($tei)) || '}'),
      fp:bibtex-field('entrysubtype', f:kind($tei)[f:is-message($tei)]),
      fp:bibtex-field('type', fp:latex(f:kind-label($tei, $speak))),
      fp:bibtex-date($date),
      fp:bibtex-field('howpublished', fp:latex(fp:bibtex-edition($tei))),
      fp:bibtex-field('location', fp:latex(f:sent-place($tei))),
      fp:bibtex-field('recipient', fp:bibtex-names(f:recipients($tei) ! f:name-parts(.))),
      fp:bibtex-field('editor', fp:bibtex-names(f:editors($tei)[$edition-title] ! f:person-parts(.))),
      fp:bibtex-field('note', fp:latex($held)),
      fp:bibtex-field('url', f:address($tei) ! fp:latex-address(.)),
      fp:bibtex-field('langid', f:language($tei)[. ne 'und']),
      fp:bibtex-field('keywords', fp:latex(string-join(f:keywords($tei), ', '))),
      fp:bibtex-field('abstract', fp:latex(f:abstract($tei)))))"/>
  </xsl:function>

  <xsl:function name="f:bibtex-edition" as="xs:string">
    <xsl:variable name="editors" as="xs:string" select="fp:bibtex-names(f:editors(()) ! f:person-parts(.))"/>
    <xsl:variable name="whole" as="xs:boolean" select="$editors and $edition-publisher and f:edition-year()"/>
    <xsl:sequence select="fp:bibtex-entry(if ($whole) then 'book' else 'misc', $edition-id, (
      fp:bibtex-field('editor', $editors),
      fp:bibtex-field('title', '{' || fp:latex(($edition-title[.], $edition-id)[1]) || '}'),
      fp:bibtex-field('subtitle', fp:latex($edition-subtitle)),
      fp:bibtex-field('publisher', fp:latex($edition-publisher)),
      fp:bibtex-field('address', fp:latex($edition-place)),
      fp:bibtex-field('year', f:edition-year()),
      fp:bibtex-field('url', f:edition-address() ! fp:latex-address(.)),
      fp:bibtex-field('langid', $language)))"/>
  </xsl:function>

  <!-- An entry; the key has only what every program takes. -->
  <xsl:function name="fp:bibtex-entry" as="xs:string">
    <xsl:param name="type" as="xs:string"/>
    <xsl:param name="key" as="xs:string?"/>
    <xsl:param name="fields" as="xs:string*"/>
    <xsl:sequence select="'@' || $type || '{' || replace($key, '[^A-Za-z0-9_.:\-]', '-') || ',&#10;'
      || string-join($fields, ',&#10;') || '&#10;}&#10;'"/>
  </xsl:function>

  <xsl:function name="fp:bibtex-field" as="xs:string?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:sequence select="$value[. != ''] ! ('  ' || $name || ' = {' || . || '}')"/>
  </xsl:function>

  <!-- date for biblatex, with its mark of doubt (EDTF, level 1); year and month for BibTeX, where it is one point. -->
  <xsl:function name="fp:bibtex-date" as="xs:string*">
    <xsl:param name="date" as="element(date)?"/>
    <xsl:variable name="point" as="xs:string?" select="f:point($date)"/>
    <xsl:variable name="doubt" as="xs:string" select="'?'[f:is-doubted($date)] => string()"/>
    <xsl:sequence select="
      fp:bibtex-field('date', f:interval($date)[.] ! (. || $doubt[not(contains(f:interval($date), '/'))])),
      fp:bibtex-field('year', f:one-year($date)),
      $point[string-length(.) ge 7] ! ('  month = ' || ('jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct',
        'nov', 'dec')[xs:integer(substring($point, 6, 2))])"/>
  </xsl:function>

  <!-- "In: Heroes & Villains. London: Publisher, 2026". -->
  <xsl:function name="fp:bibtex-edition" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="imprint" as="xs:string" select="f:imprint() => replace('^ \(|\)$', '')"/>
    <xsl:sequence select="string-join(($edition-title, $imprint)[.][$edition-title], '. ')"/>
  </xsl:function>

  <!-- "Kennedy, John F. and {Foreign Office}". -->
  <xsl:function name="fp:bibtex-names" as="xs:string">
    <xsl:param name="names" as="map(xs:string, xs:string)*"/>
    <xsl:sequence select="string-join($names ! (
      if (?literal) then '{' || fp:latex(?literal) || '}'
      else string-join((?particle, fp:bibtex-family(?family)), ' ') || ', ' || fp:latex(?given)), ' and ')"/>
  </xsl:function>

  <!-- A family name of several words is kept together. -->
  <xsl:function name="fp:bibtex-family" as="xs:string">
    <xsl:param name="family" as="xs:string"/>
    <xsl:sequence select="if (contains($family, ' ')) then '{' || fp:latex($family) || '}' else fp:latex($family)"/>
  </xsl:function>

  <!-- Text for LaTeX: its ten special characters are escaped, everything else stays Unicode. A brace is written by name,
       because BibTeX counts braces, escaped or not. -->
  <xsl:function name="fp:latex" as="xs:string">
    <xsl:param name="text" as="xs:string?"/>
    <xsl:sequence select="string-join(
      for $part in analyze-string(normalize-space($text), '[\\{}&amp;%$#_~^]')/*
      return if ($part/self::*:match) then fp:latex-sign($part) else string($part))"/>
  </xsl:function>

  <xsl:function name="fp:latex-sign" as="xs:string">
    <xsl:param name="sign" as="xs:string"/>
    <xsl:variable name="names" as="map(xs:string, xs:string)" select="map{'\': 'textbackslash', '{': 'textbraceleft',
      '}': 'textbraceright', '~': 'textasciitilde', '^': 'textasciicircum'}"/>
    <xsl:sequence select="'\' || ($names($sign) ! (. || '{}'), $sign)[1]"/>
  </xsl:function>

  <!-- An address is read word by word; only what would end the field is written otherwise. -->
  <xsl:function name="fp:latex-address" as="xs:string">
    <xsl:param name="address" as="xs:string"/>
    <xsl:sequence select="replace($address, '\{', '%7B') => replace('\}', '%7D') => replace('\\', '%5C')"/>
  </xsl:function>

</xsl:stylesheet>
