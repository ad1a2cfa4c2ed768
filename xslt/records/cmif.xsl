<xsl:stylesheet version="3.0"
  xmlns="http://www.tei-c.org/ns/1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://teiedit.org/ns/function"
  xmlns:fp="https://teiedit.org/ns/function/private"
  xmlns:m="https://teiedit.org/ns/mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  default-mode="m:html"
  expand-text="yes"
  exclude-result-prefixes="#all">

  <!-- A letter as the Correspondence Metadata Interchange Format describes it, version 1.1, with what the draft of
       version 2 adds in a note. Nothing where nobody sent it or received it, or where it has no address: a service
       that finds letters must lead to them. The envelope is made in publish/_harvest_cmif.py.
       https://github.com/TEI-Correspondence-SIG/CMIF/blob/main/doc/documentation-en.md
       https://github.com/TEI-Correspondence-SIG/CMIF/blob/main/proposals/CMIFv2_proposal.md -->
  <xsl:function name="f:cmif" as="element(correspDesc)?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:if test="$base-url and (f:sent($tei) or f:received($tei)) and (f:authors($tei) or f:recipients($tei))">
      <correspDesc ref="{f:address($tei)}">
        <correspAction type="sent">
          <xsl:sequence select="fp:cmif-action(f:authors($tei), f:sent($tei))"/>
        </correspAction>
        <correspAction type="received">
          <xsl:sequence select="fp:cmif-action(f:recipients($tei), f:received($tei))"/>
        </correspAction>
        <xsl:sequence select="fp:cmif-note($tei)"/>
      </correspDesc>
    </xsl:if>
  </xsl:function>

  <!-- Who, where and when. -->
  <xsl:function name="fp:cmif-action" as="element()+">
    <xsl:param name="parties" as="element()*"/>
    <xsl:param name="actions" as="element(correspAction)*"/>
    <xsl:sequence select="$parties ! fp:cmif-party(.)"/>
    <xsl:if test="empty($parties)">
      <persName>Unknown</persName>
    </xsl:if>
    <xsl:sequence select="$actions/placeName[f:name(.) != ''] ! fp:cmif-place(.), fp:cmif-date(($actions/date)[1])"/>
  </xsl:function>

  <!-- By the name of the record, where there is one: the letter's own words may be "Mr. Chairman". -->
  <xsl:function name="fp:cmif-party" as="element()">
    <xsl:param name="party" as="element()"/>
    <xsl:variable name="record" as="element()?" select="f:target($party/@ref)"/>
    <xsl:variable name="name" as="element()" select="($record/(persName | orgName)[normalize-space()], $party)[1]"/>
    <xsl:element name="{if ($party/self::orgName or $record/self::org) then 'orgName' else 'persName'}">
      <xsl:sequence select="fp:cmif-identifier($record, $fp:agent-authorities), fp:cmif-doubt($party)"/>
      <xsl:value-of select="f:parted-name($name)"/>
    </xsl:element>
  </xsl:function>

  <xsl:function name="fp:cmif-place" as="element(placeName)">
    <xsl:param name="place" as="element(placeName)"/>
    <placeName>
      <xsl:sequence select="fp:cmif-identifier(f:target($place/@ref), $fp:place-authorities), fp:cmif-doubt($place)"/>
      <xsl:value-of select="f:name($place)"/>
    </placeName>
  </xsl:function>

  <!-- Days, months and years only; nothing where the date has no value. -->
  <xsl:function name="fp:cmif-date" as="element(date)?">
    <xsl:param name="date" as="element(date)?"/>
    <xsl:variable name="values" as="attribute()*"
      select="$date/(@when, @from, @to, @notBefore, @notAfter)[exists(fp:calendar-day(.))]"/>
    <xsl:if test="exists($values)">
      <date>
        <xsl:for-each select="$values">
          <xsl:attribute name="{local-name()}" select="fp:calendar-day(.)"/>
        </xsl:for-each>
        <xsl:sequence select="fp:cmif-doubt($date)"/>
        <xsl:value-of select="normalize-space($date)"/>
      </date>
    </xsl:if>
  </xsl:function>

  <!-- The only certainty that the format knows is "low", and the only evidence "conjecture": what is not stated in the
       letter itself. -->
  <xsl:function name="fp:cmif-doubt" as="attribute()*">
    <xsl:param name="said" as="element()"/>
    <xsl:if test="$said/(@cert, parent::correspAction/@cert)[1] = ('medium', 'low', 'unknown')">
      <xsl:attribute name="cert" select="'low'"/>
    </xsl:if>
    <xsl:if test="$said/@evidence = ('external', 'conjecture')">
      <xsl:attribute name="evidence" select="'conjecture'"/>
    </xsl:if>
  </xsl:function>

  <!-- The authority files by which services search, in this order: GND, VIAF, Library of Congress, BnF, NDL. -->
  <xsl:variable name="fp:agent-authorities" as="xs:string+" select="
    '^https?://d-nb\.info/gnd/', '^https?://(www\.)?viaf\.org/viaf/', '^https?://id\.loc\.gov/authorities/',
    '^https?://(data|catalogue)\.bnf\.fr/', '^https?://id\.ndl\.go\.jp/auth/'"/>
  <xsl:variable name="fp:place-authorities" as="xs:string" select="'^https?://(www\.|sws\.)?geonames\.org/[0-9]'"/>

  <!-- The best identifier of a record; one of another authority file where there is none of those. -->
  <xsl:function name="fp:cmif-identifier" as="attribute(ref)?">
    <xsl:param name="record" as="element()?"/>
    <xsl:param name="authorities" as="xs:string+"/>
    <xsl:variable name="known" as="xs:string*" select="$record/idno ! f:safe-address(.)[matches(., '^https?:', 'i')]"/>
    <xsl:variable name="chosen" as="xs:string?"
      select="($authorities ! (for $authority in . return $known[matches(., $authority)]), $known)[1]"/>
    <xsl:if test="$chosen">
      <xsl:attribute name="ref" select="$chosen"/>
    </xsl:if>
  </xsl:function>

  <!-- The draft's terms, as addresses: a prefix would need a declaration that version 1.1 has no place for. -->
  <xsl:variable name="fp:cmif-terms" as="xs:string" select="'https://lod.academy/cmif/vocab/terms#'"/>

  <xsl:function name="fp:cmif-note" as="element(note)">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="letter" as="element(correspDesc)?" select="f:correspondence($tei)"/>
    <xsl:variable name="known" as="element()*" select="$letter/correspAction/*/@ref ! f:target(.)"/>
    <note>
      <xsl:sequence select="
        f:language($tei)[. ne 'und'] ! fp:cmif-ref('hasLanguage', ., ''),
        fp:cmif-ref('isPublishedWith', $fp:cmif-terms || 'Transcription', ''),
        ($base-url || 'tei/' || $tei/@xml:id || '.xml')[$made = 'tei'] ! fp:cmif-ref('isAvailableAsTEIfile', ., ''),
        ($tei/standOff/(listPerson/person, listOrg/org, listPlace/place) except $known) ! fp:cmif-mention(.)"/>
    </note>
  </xsl:function>

  <!-- Whom and what the text names, by their identifiers; nothing without one. -->
  <xsl:function name="fp:cmif-mention" as="element(ref)?">
    <xsl:param name="record" as="element()"/>
    <xsl:variable name="kind" as="xs:string" select="map{'person': 'Person', 'org': 'Org', 'place': 'Place'}(local-name($record))"/>
    <xsl:variable name="identifier" as="attribute(ref)?"
      select="fp:cmif-identifier($record, if ($kind eq 'Place') then $fp:place-authorities else $fp:agent-authorities)"/>
    <xsl:sequence select="
      $identifier ! fp:cmif-ref('mentions' || $kind, ., normalize-space($record/(persName | orgName | placeName)[1]))"/>
  </xsl:function>

  <xsl:function name="fp:cmif-ref" as="element(ref)">
    <xsl:param name="term" as="xs:string"/>
    <xsl:param name="target" as="xs:string"/>
    <xsl:param name="words" as="xs:string"/>
    <ref type="{$fp:cmif-terms || $term}" target="{$target}">{$words}</ref>
  </xsl:function>

</xsl:stylesheet>
