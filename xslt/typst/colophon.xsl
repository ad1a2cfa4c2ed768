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

  <!-- The last lines: the signs used, what is not certain and why, who made the edition and on what terms. -->

  <xsl:function name="fp:colophon" as="item()*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="fp:frame('colophon', fp:own((
      fp:frame('head', map { 'level': 2, 'type': 'colophon' }, f:word('about', $language)),
      fp:frame('facts', map { 'last': true() }, (
        fp:signs($tei), fp:doubts($tei), fp:publication($tei),
        fp:fact('licence', fp:licence($tei)), fp:fact('status', fp:status($tei)), fp:program($tei))))))"/>
  </xsl:function>

  <!-- Only the signs that this document uses. -->
  <xsl:function name="fp:signs" as="item()*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="fp:fact('pdf-signs', fp:shown-signs(fp:used-signs($tei)))"/>
  </xsl:function>

  <xsl:function name="fp:used-signs" as="xs:string*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="text" as="element(text)?" select="$tei/text"/>
    <xsl:sequence select="
      'deleted'[$text//del], 'added'[$text//add], 'supplied'[$text//supplied], 'uncertain'[$text//unclear],
      'inferred'[$text//*[f:unsure(.)][not(self::unclear or self::p or self::div or self::list or self::corr)]]"/>
  </xsl:function>

  <xsl:function name="fp:shown-signs" as="item()*">
    <xsl:param name="used" as="xs:string*"/>
    <xsl:variable name="word" as="xs:string" select="f:word('sample-word', $language)"/>
    <xsl:variable name="signs" as="array(*)*" select="
      [fp:frame('strike', $word), 'deleted'], ['\' || $word || '/', 'added'], ['[' || $word || ']', 'supplied'],
      ['[' || $word || '?]', 'uncertain'], [fp:frame('unsure', $word), 'inferred']"/>
    <xsl:variable name="shown" as="array(*)*" select="$signs[.(2) = $used]"/>
    <xsl:sequence select="for $i in 1 to count($shown) return (
      '; '[$i gt 1], $shown[$i](1), ' ', f:word((if ($shown[$i](2) eq 'inferred') then 'pdf-' else '') || 'sign-' || $shown[$i](2), $language))"/>
  </xsl:function>

  <!-- Inferences that are not sure, each with its reason. -->
  <xsl:function name="fp:doubts" as="item()*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:for-each select="f:inferences($tei)[f:unsure(.)]">
      <xsl:variable name="target" as="element()?" select="f:target(@target)"/>
      <xsl:variable name="about" as="xs:string" select="
        f:word('about-' || string-join(($target/local-name(), $target/@type[$target/self::correspAction]), '-'), $language,
          f:word('certainty', $language))"/>
      <xsl:variable name="words" as="xs:string" select="if ($target/ancestor::text) then fp:excerpt($target) else ''"/>
      <xsl:sequence select="fp:frame('field', (
        fp:frame('label', $about),
        ($words[.] ! (fp:frame('emph', .), ': '), f:word('cert-' || @cert, $language, @cert),
         ' (', f:word('aspect-' || @locus, $language, @locus), '). ', normalize-space(desc))))"/>
    </xsl:for-each>
  </xsl:function>

  <!-- The first words of an element, for a reader who looks for the place. -->
  <xsl:function name="fp:excerpt" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="words" as="xs:string*" select="tokenize(f:read($element), ' ')"/>
    <xsl:sequence select="replace(string-join(subsequence($words, 1, 8), ' '), '[.,;:]+$', '') || '…'[count($words) gt 8]"/>
  </xsl:function>

  <xsl:function name="fp:publication" as="item()*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="published" as="element(publicationStmt)" select="$tei/teiHeader/fileDesc/publicationStmt"/>
    <xsl:variable name="people" as="element(respStmt)*" select="$tei/teiHeader/fileDesc/titleStmt/respStmt"/>
    <xsl:variable name="imprint" as="xs:string*" select="
      $published/(publisher | authority) ! normalize-space(), $published/pubPlace ! normalize-space(),
      $published/date ! f:date-label(., $language)"/>
    <xsl:sequence select="
      fp:fact('pdf-edition', $edition-title[.]),
      fp:fact('publisher', string-join($imprint[.], ', ')[.]),
      fp:fact('editor', string-join($people[matches(@xml:id, '^editor(-\d+)?$')]/(persName | orgName | name) ! normalize-space(), ', ')[.]),
      fp:fact('transcriber', string-join($people[@xml:id eq 'transcriber']/(persName | orgName | name) ! normalize-space(), ', ')[.])"/>
  </xsl:function>

  <!-- The licences, each a link where it has an address; or what the header says instead. -->
  <xsl:function name="fp:licence" as="item()*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="licences" as="element(licence)*" select="f:licences($tei)"/>
    <xsl:variable name="said" as="xs:string" select="
      string-join($tei/teiHeader/fileDesc/publicationStmt/availability/p ! normalize-space(), ' ')"/>
    <xsl:sequence select="
      if (empty($licences)) then ($said[.], f:word('no-licence', $language))[1]
      else for $i in 1 to count($licences) return (' '[$i gt 1], normalize-space($licences[$i]),
        $licences[$i]/@target[matches(., '^https?://')] ! (' ', fp:frame('link', map { 'url': string() }, string())))"/>
  </xsl:function>

  <xsl:function name="fp:status" as="xs:string?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="f:status($tei, $language)"/>
  </xsl:function>

  <xsl:function name="fp:program" as="item()*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="version" as="xs:string?"
      select="$tei/teiHeader/encodingDesc/appInfo/application[@ident eq 'teiedit'][1]/@version"/>
    <xsl:sequence select="fp:fact('pdf-file', (
      f:phrase('pdf-attached', $language, $tei/@xml:id || '.xml'), ' ',
      if ($version) then f:phrase('made-with', $language, $version) else f:word('made', $language)))"/>
  </xsl:function>

</xsl:stylesheet>
