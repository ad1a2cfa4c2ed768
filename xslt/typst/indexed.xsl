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

  <!-- What a book must know of a document: its year, the signs that it uses, and who and what it names. -->

  <xsl:function name="fp:indexed" as="map(*)">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="date" as="xs:string" select="f:date-sort(f:sent-date($tei))"/>
    <xsl:variable name="named" as="element()*" select="($tei/teiHeader/profileDesc/correspDesc, $tei/text)/fp:named(.)"/>
    <xsl:sequence select="map {
      'year': if ($date eq '9999') then '' else replace(substring($date, 1, 4), '^0+', ''),
      'date': f:date-label(f:sent-date($tei), $language),
      'signs': array { fp:used-signs($tei) },
      'principles': array { $tei/teiHeader/encodingDesc/editorialDecl/* ! array {
        f:word('principle-' || local-name(), $language, local-name()), p ! normalize-space() } },
      'parties': array { distinct-values($tei/teiHeader/profileDesc/correspDesc/fp:named(.)/@xml:id) },
      'names': array { $named/. ! map {
        'id': string(@xml:id),
        'kind': local-name(),
        'name': normalize-space(*[self::persName or self::orgName or self::placeName][1]),
        'surname': normalize-space(persName[1]/surname[1]) } } }"/>
  </xsl:function>

  <!-- The records that names in an element point to. -->
  <xsl:function name="fp:named" as="element()*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
      for $name in $element/descendant::*[self::persName or self::placeName or self::orgName or self::rs or self::name][@ref]
      return fp:records($name)"/>
  </xsl:function>

  <xsl:function name="fp:records" as="element()*">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="
      for $pointer in tokenize($name/@ref)[starts-with(., '#')]
      return key('f:id', substring($pointer, 2), root($name))[self::person or self::org or self::place][1]"/>
  </xsl:function>

  <xsl:function name="fp:marks" as="item()*">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="fp:records($name) ! fp:frame('mark', map { 'name': string(@xml:id) }, ())"/>
  </xsl:function>

  <!-- The entry that a name leads to: that of the first record that has a name. -->
  <xsl:function name="fp:entry" as="xs:string?">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="
      if (empty($name/ancestor::text) or $name/(ancestor::ref | ancestor::persName | ancestor::placeName | ancestor::orgName
          | ancestor::rs | ancestor::name | descendant::ref | descendant::note)) then ()
      else fp:records($name)[normalize-space(*[self::persName or self::orgName or self::placeName][1])][1] ! string(@xml:id)"/>
  </xsl:function>

</xsl:stylesheet>
