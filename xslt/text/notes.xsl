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

  <!-- The foot: notes, signs, and who made the edition. -->

  <xsl:function name="fp:call" as="xs:string">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="'[' || f:note-label($note) || ']'"/>
  </xsl:function>

  <xsl:function name="fp:with-note" as="element()*">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:sequence select="$nodes/(descendant-or-self::note[f:called(.)] | descendant-or-self::choice[corr or reg or expan])"/>
  </xsl:function>

  <!-- For braille: the notes to these nodes of an element, but those to blocks and notes in it, which have their own. -->
  <xsl:function name="fp:notes-here" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="nodes" as="node()*"/>
    <xsl:if test="$braille">
      <xsl:for-each select="fp:with-note($nodes)">
        <xsl:variable name="within" as="element()*" select="ancestor::*[ancestor::*[. is $element]]"/>
        <xsl:sequence select="fp:note(.)[not($within[fp:is-block(.) or self::note])]"/>
      </xsl:for-each>
    </xsl:if>
  </xsl:function>

  <xsl:function name="fp:foot" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="notes" as="xs:string*" select="fp:with-note($tei/text[not($braille)]) ! fp:note(.)"/>
    <xsl:sequence select="string-join((
      $notes, string-join(fp:signs($tei), '&#xA;')[.], string-join(fp:colophon($tei), '&#xA;')[.]), $blank)"/>
  </xsl:function>

  <!-- "[a] or] to be read as: on" -->
  <xsl:function name="fp:note" as="xs:string">
    <xsl:param name="note" as="element()"/>
    <xsl:variable name="proposed" as="element()?" select="$note/self::choice/(corr | reg | expan)"/>
    <xsl:variable name="words" as="map(*)" select="map { 'corr': 'corrected', 'reg': 'regular', 'expan': 'expanded' }"/>
    <xsl:variable name="intro" as="xs:string?" select="
      if ($proposed) then f:read($note) || '] ' || normalize-space(f:word($words(local-name($proposed)), $language))
      else $note[@type = ('marginal', 'endorsement')] ! (f:note-kind(., $language) || ':')"/>
    <xsl:variable name="content" as="xs:string*" select="if ($proposed) then fp:line($proposed) else fp:flow($note)"/>
    <xsl:sequence select="string-join((fp:call($note), $intro, string-join($content, '&#xA;')), ' ')"/>
  </xsl:function>

  <!-- Only the signs that this document uses. -->
  <xsl:function name="fp:signs" as="xs:string*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="text" as="element(text)?" select="$tei/text"/>
    <xsl:variable name="word" as="xs:string" select="f:word('sample-word', $language)"/>
    <xsl:sequence select="
      ('~~' || $word || '~~ ' || f:word('sign-deleted', $language))[not($braille)][$text//del],
      ('\' || $word || '/ ' || f:word('sign-added', $language))[not($braille)][$text//add],
      ('[' || $word || '] ' || f:word('sign-supplied', $language))[$text//supplied],
      ('[' || $word || '?] ' || f:word('sign-uncertain', $language))[$text//unclear]"/>
  </xsl:function>

  <xsl:function name="fp:colophon" as="xs:string*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="published" as="element(publicationStmt)?" select="$tei/teiHeader/fileDesc/publicationStmt"/>
    <xsl:variable name="imprint" as="xs:string*" select="
      $edition-title, $published/(publisher | authority) ! normalize-space(), $published/date ! f:date-label(., $language)"/>
    <xsl:variable name="version" as="xs:string?"
      select="$tei/teiHeader/encodingDesc/appInfo/application[@ident eq 'teiedit'][1]/@version"/>
    <xsl:sequence select="
      string-join(distinct-values($imprint[.]), ', ')[.],
      f:licences($tei) ! string-join((f:licence-words(., $language), @target), ' '),
      $published/availability/p ! normalize-space()[.],
      if ($version) then f:phrase('made-with', $language, $version) else f:word('made', $language)"/>
  </xsl:function>

</xsl:stylesheet>
