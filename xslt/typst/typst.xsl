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

  <!-- A TEI document becomes a flat list of events, because a Typst function may call no deeper than 80:
       a map opens a frame and names its kind under "s", a string is text, 0 closes the frame. -->

  <xsl:include href="../common/common.xsl"/>
  <xsl:include href="../common/apparatus.xsl"/>
  <xsl:include href="params.xsl"/>
  <xsl:include href="frames.xsl"/>
  <xsl:include href="front.xsl"/>
  <xsl:include href="blocks.xsl"/>
  <xsl:include href="lists.xsl"/>
  <xsl:include href="inline.xsl"/>
  <xsl:include href="readings.xsl"/>
  <xsl:include href="notes.xsl"/>
  <xsl:include href="colophon.xsl"/>
  <xsl:include href="indexed.xsl"/>

  <xsl:output method="json" indent="no"/>

  <!-- The words of the document, as events. -->
  <xsl:mode name="m:typst" on-no-match="shallow-skip" on-multiple-match="fail" use-accumulators="#all"/>

  <xsl:template match="/" mode="m:typst" as="map(*)">
    <xsl:variable name="tei" as="element(TEI)" select="TEI"/>
    <xsl:variable name="text" as="item()*">
      <xsl:apply-templates select="$tei/text/(* except front)"/>
    </xsl:variable>
    <xsl:sequence select="map {
      'meta': fp:meta($tei),
      'words': fp:words(),
      'book': if ($in-book) then fp:indexed($tei) else map {},
      'events': array { fp:front($tei), $text, if ($in-book) then () else fp:colophon($tei) } }"/>
  </xsl:template>

  <!-- What the PDF says of itself outside its pages. -->
  <xsl:function name="fp:meta" as="map(*)">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="title" as="element(title)*" select="$tei/teiHeader/fileDesc/titleStmt/title"/>
    <xsl:sequence select="map {
      'id': string($tei/@xml:id),
      'title': f:title($tei),
      'titled': exists($title[normalize-space()]),
      'authors': array { $tei/teiHeader/fileDesc/titleStmt/author ! normalize-space()[.] },
      'corner': fp:corner($tei),
      'description': string-join((f:reference($tei), f:repository($tei))[.], '. '),
      'keywords': array { distinct-values((
        'TEI', f:kind-label($tei, $language), f:sender($tei), f:recipient($tei), f:reference($tei))[.]) },
      'file': string($tei/teiHeader/fileDesc/sourceDesc/bibl/idno[@type eq 'file'][1]),
      'language': fp:language(f:language($tei)),
      'own': fp:language($language) }"/>
  </xsl:function>

  <!-- Beside the title at the head of a page: the date, or the reference where the title has the date already. -->
  <xsl:function name="fp:corner" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="date" as="xs:string" select="f:date-label(f:sent-date($tei), $language)"/>
    <xsl:sequence select="if ($date and not(contains(f:title($tei), $date))) then $date else f:reference($tei)"/>
  </xsl:function>

  <!-- The words that the template itself sets. -->
  <xsl:function name="fp:words" as="map(*)">
    <xsl:sequence select="map {
      'page': f:word('pdf-page', $language),
      'attachment': f:word('pdf-attachment', $language),
      'note': f:word('pdf-note', $language),
      'undated': f:word('book-undated', $language),
      'others': f:word('book-others', $language) }"/>
  </xsl:function>

</xsl:stylesheet>
