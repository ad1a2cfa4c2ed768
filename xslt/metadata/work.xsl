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

  <!-- What a bibliography says of a document, and of the edition: the one source of citations, of files for reference
       managers and of the data in a page's head. Needs common.xsl, people.xsl and the parameters of the HTML. -->

  <!-- Kinds of document that one party sends to another. -->
  <xsl:variable name="fp:sent-kinds" as="xs:string+" select="'letter', 'telegram', 'note'"/>

  <xsl:function name="f:is-message" as="xs:boolean" cache="yes">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="f:kind($tei) = $fp:sent-kinds"/>
  </xsl:function>

  <!-- Those who wrote it: the senders, or where none is said the authors; nobody who is only called "Unknown". -->
  <xsl:function name="f:authors" as="element()*" cache="yes">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="senders" as="element()*" select="fp:named-parties(f:parties(f:sent($tei)))"/>
    <xsl:sequence select="
      if ($senders) then $senders
      else fp:named-parties($tei/teiHeader/fileDesc/titleStmt/author/(persName, orgName, .)[1])"/>
  </xsl:function>

  <xsl:function name="f:recipients" as="element()*" cache="yes">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="fp:named-parties(f:parties(f:received($tei)))"/>
  </xsl:function>

  <xsl:function name="fp:named-parties" as="element()*">
    <xsl:param name="names" as="element()*"/>
    <xsl:sequence select="$names[f:name(.) != ''][@ref or lower-case(f:name(.)) ne 'unknown']"/>
  </xsl:function>

  <!-- The editors of the edition, or those whom the file names. -->
  <xsl:function name="f:editors" as="xs:string*" cache="yes">
    <xsl:param name="tei" as="element(TEI)?"/>
    <xsl:variable name="statements" as="element(respStmt)*"
      select="$tei/teiHeader/fileDesc/titleStmt/respStmt[matches(@xml:id, '^editor(-\d+)?$')]"/>
    <xsl:sequence select="
      if ($edition-editor-names) then tokenize($edition-editor-names, '\n')[normalize-space()]
      else $statements/(name | persName | orgName) ! normalize-space()"/>
  </xsl:function>

  <!-- The archive's own name. -->
  <xsl:function name="f:archive" as="xs:string" cache="yes">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="normalize-space(fp:manuscript($tei)/repository)"/>
  </xsl:function>

  <!-- Where the archive is: "Kew, United Kingdom". -->
  <xsl:function name="f:archive-place" as="xs:string" cache="yes">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="string-join(fp:manuscript($tei) ! (settlement, country) ! normalize-space(), ', ')"/>
  </xsl:function>

  <xsl:function name="f:archive-part" as="xs:string" cache="yes">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="string-join(fp:manuscript($tei)/collection ! normalize-space(), ', ')"/>
  </xsl:function>

  <xsl:function name="fp:manuscript" as="element(msIdentifier)?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="$tei/teiHeader/fileDesc/sourceDesc/msDesc[1]/msIdentifier"/>
  </xsl:function>

  <!-- The one address by which a document is cited, whatever language its reader has chosen; nothing where it is not known. -->
  <xsl:function name="f:address" as="xs:string?" cache="yes">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="stated" as="xs:string?"
      select="$tei/teiHeader/fileDesc/publicationStmt/idno[@type eq 'URI'][1] ! normalize-space()"/>
    <xsl:sequence select="
      if ($base-url and not($alone)) then $base-url || 'documents/' || $tei/@xml:id || '.html'
      else $stated[matches(., '^https?://\S+$', 'i')]"/>
  </xsl:function>

  <xsl:function name="f:edition-address" as="xs:string?" cache="yes">
    <xsl:sequence select="$base-url[.]"/>
  </xsl:function>

  <xsl:function name="f:edition-year" as="xs:string" cache="yes">
    <xsl:sequence select="string(substring($edition-date, 1, 4)[matches(., '^\d{4}$')])"/>
  </xsl:function>

  <xsl:function name="f:abstract" as="xs:string" cache="yes">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="normalize-space(f:summary($tei))"/>
  </xsl:function>

  <!-- The summary in the language that is spoken, or the first. -->
  <xsl:function name="f:summary" as="element(abstract)?" cache="yes">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="summaries" as="element(abstract)*" select="$tei/teiHeader/profileDesc/abstract"/>
    <xsl:sequence select="
      ($summaries[f:spoken(string((@xml:lang, $tei/@xml:lang)[1])) eq $speak], $summaries)[1]"/>
  </xsl:function>

  <!-- The languages into which the editors have translated it. -->
  <xsl:function name="f:translated-into" as="xs:string*" cache="yes">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="$tei/text/back/div[@type = 'translation'][@resp = '#editor']/string(@xml:lang)[.]"/>
  </xsl:function>

  <xsl:function name="f:keywords" as="xs:string*" cache="yes">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="distinct-values($tei/teiHeader/profileDesc/textClass/keywords/term ! normalize-space())[.]"/>
  </xsl:function>

  <!-- A language by its name as the page's language calls it; $default where it has no word. -->
  <xsl:function name="f:language-name" as="xs:string" cache="yes">
    <xsl:param name="tag" as="xs:string"/>
    <xsl:param name="default" as="xs:string"/>
    <xsl:sequence select="f:word('language-' || lower-case(tokenize($tag, '-')[1]), $speak, ($default[.], $tag)[1])"/>
  </xsl:function>

  <!-- The ends of a date as YYYY, YYYY-MM or YYYY-MM-DD: never finer than the source. Keys: from, to, or neither.
       A point has both, and they are the same; what is only bounded on one side has one. -->
  <xsl:function name="f:ends" as="map(xs:string, xs:string)" cache="yes">
    <xsl:param name="date" as="element(date)?"/>
    <xsl:variable name="from" as="xs:string?" select="fp:calendar-day(($date/@when, $date/@from, $date/@notBefore)[1])"/>
    <xsl:variable name="to" as="xs:string?" select="fp:calendar-day(($date/@when, $date/@to, $date/@notAfter)[1])"/>
    <xsl:sequence select="map:merge(($from ! map{'from': .}, $to ! map{'to': .}))"/>
  </xsl:function>

  <xsl:function name="fp:calendar-day" as="xs:string?">
    <xsl:param name="value" as="attribute()?"/>
    <xsl:sequence select="
      $value ! replace(., 'T.*$', '')[matches(., '^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$')][. ne '0000']"/>
  </xsl:function>

  <!-- As ISO 8601 writes it: "1962-10-27", "1962-10", "1962-10-26/1962-10-28", "1801/..", "../1801"; '' for none. -->
  <xsl:function name="f:interval" as="xs:string" cache="yes">
    <xsl:param name="date" as="element(date)?"/>
    <xsl:variable name="ends" as="map(xs:string, xs:string)" select="f:ends($date)"/>
    <xsl:sequence select="
      if (map:size($ends) eq 0) then ''
      else if ($ends?from = $ends?to) then $ends?from
      else string-join((($ends?from, '..')[1], ($ends?to, '..')[1]), '/')"/>
  </xsl:function>

  <!-- The point, where the date is one. -->
  <xsl:function name="f:point" as="xs:string?" cache="yes">
    <xsl:param name="date" as="element(date)?"/>
    <xsl:variable name="ends" as="map(xs:string, xs:string)" select="f:ends($date)"/>
    <xsl:sequence select="$ends?from[. = $ends?to]"/>
  </xsl:function>

  <!-- The year, where the date lies in one. -->
  <xsl:function name="f:one-year" as="xs:string?" cache="yes">
    <xsl:param name="date" as="element(date)?"/>
    <xsl:variable name="ends" as="map(xs:string, xs:string)" select="f:ends($date)"/>
    <xsl:sequence select="$ends?from ! substring(., 1, 4)[. eq substring($ends?to, 1, 4)]"/>
  </xsl:function>

  <!-- A date that somebody has worked out, and is not sure of. -->
  <xsl:function name="f:is-doubted" as="xs:boolean" cache="yes">
    <xsl:param name="date" as="element(date)?"/>
    <xsl:sequence select="$date/@cert = ('medium', 'low', 'unknown') or $date/@evidence = 'conjecture'"/>
  </xsl:function>

  <!-- A date that the document does not state itself. -->
  <xsl:function name="f:is-supplied" as="xs:boolean" cache="yes">
    <xsl:param name="date" as="element(date)?"/>
    <xsl:sequence select="f:is-doubted($date) or exists($date/(@evidence, @notBefore, @notAfter))"/>
  </xsl:function>

</xsl:stylesheet>
