<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://teiedit.org/ns/function"
  xmlns:m="https://teiedit.org/ns/mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  default-mode="m:unhandled"
  expand-text="yes"
  exclude-result-prefixes="#all">

  <!-- What the header says of a document, as strings and as the elements that say it; needs words.xsl, dates.xsl,
       ids.xsl and names.xsl. Strings are '' where the header is silent. What is asked again and again
       of one document is worked out once (cache).
       https://tei-c.org/release/doc/tei-p5-doc/en/html/HD.html -->

  <xsl:function name="f:title" as="xs:string" visibility="public" cache="yes">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="titles" as="element(title)*" select="$tei/teiHeader/fileDesc/titleStmt/title"/>
    <xsl:variable name="title" as="xs:string" select="normalize-space(($titles[@type eq 'main'], $titles)[1])"/>
    <xsl:sequence select="if ($title) then $title else string($tei/@xml:id)"/>
  </xsl:function>

  <!-- The one act of correspondence that the document itself is. -->
  <xsl:function name="f:correspondence" as="element(correspDesc)?" visibility="public" cache="yes">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="all" as="element(correspDesc)*" select="$tei/teiHeader/profileDesc/correspDesc"/>
    <xsl:variable name="chosen" as="xs:string*" select="$tei/text/body/div[1]/@decls ! tokenize(.) ! substring(., 2)"/>
    <xsl:sequence select="($all[@xml:id = $chosen], $all)[1]"/>
  </xsl:function>

  <xsl:function name="f:sent" as="element(correspAction)*" visibility="public" cache="yes">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="f:correspondence($tei)/correspAction[@type eq 'sent']"/>
  </xsl:function>

  <!-- Copies are left out. -->
  <xsl:function name="f:received" as="element(correspAction)*" visibility="public" cache="yes">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="f:correspondence($tei)/correspAction[@type eq 'received'][not(@subtype eq 'cc')]"/>
  </xsl:function>

  <!-- The names of those who act, persons first; "Unknown" says that nobody knows, and is no name. -->
  <xsl:function name="f:parties" as="element()*" visibility="public" cache="yes">
    <xsl:param name="actions" as="element(correspAction)*"/>
    <xsl:sequence select="($actions/persName, $actions/orgName)[@ref or not(lower-case(normalize-space()) = ('', 'unknown'))]"/>
  </xsl:function>

  <!-- The senders' names joined by commas; where nobody is said to have sent it, the author's. -->
  <xsl:function name="f:sender" as="xs:string" visibility="public" cache="yes">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="senders" as="element()*" select="f:parties(f:sent($tei))"/>
    <xsl:variable name="authors" as="element(author)*" select="$tei/teiHeader/fileDesc/titleStmt/author"/>
    <xsl:sequence select="string-join((if ($senders) then $senders else $authors/(persName, .)[1]) ! f:name(.), ', ')"/>
  </xsl:function>

  <xsl:function name="f:recipient" as="xs:string" visibility="public" cache="yes">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="string-join(f:parties(f:received($tei)) ! f:name(.), ', ')"/>
  </xsl:function>

  <xsl:function name="f:sent-date" as="element(date)?" visibility="public" cache="yes">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="(f:sent($tei)/date, $tei/teiHeader/profileDesc/creation/date)[1]"/>
  </xsl:function>

  <xsl:function name="f:sent-place" as="xs:string" visibility="public" cache="yes">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="string-join(f:sent($tei)/placeName ! f:name(.), ', ')"/>
  </xsl:function>

  <!-- letter, telegram, memorandum …: the category of the document, or that of its first division. -->
  <xsl:function name="f:kind" as="xs:string" visibility="public" cache="yes">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="category" as="xs:string?"
      select="$tei/teiHeader/profileDesc/textClass/catRef[@scheme eq '#doctypes'][1]/@target ! replace(., '^#dt-', '')"/>
    <xsl:sequence select="string(($category, $tei/text/body/div[1]/@type)[1])"/>
  </xsl:function>

  <xsl:function name="f:kind-label" as="xs:string" visibility="public" cache="yes">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="f:word('kind-' || f:kind($tei), $lang, f:kind($tei))"/>
  </xsl:function>

  <xsl:function name="f:reference" as="xs:string" visibility="public" cache="yes">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="normalize-space($tei/teiHeader/fileDesc/sourceDesc/msDesc[1]/msIdentifier/idno[1])"/>
  </xsl:function>

  <!-- The archive, its town and country: "The National Archives, Kew, United Kingdom". -->
  <xsl:function name="f:repository" as="xs:string" visibility="public" cache="yes">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="where" as="element(msIdentifier)?" select="$tei/teiHeader/fileDesc/sourceDesc/msDesc[1]/msIdentifier"/>
    <xsl:sequence select="string-join(($where/repository, $where/settlement, $where/country) ! normalize-space(), ', ')"/>
  </xsl:function>

  <xsl:function name="f:licences" as="element(licence)*" visibility="public" cache="yes">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="$tei/teiHeader/fileDesc/publicationStmt/availability/licence"/>
  </xsl:function>

  <!-- A licence's words; those that the encoder writes before its name, in the reader's language. -->
  <xsl:function name="f:licence-words" as="xs:string" visibility="public" cache="yes">
    <xsl:param name="licence" as="element(licence)"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="words" as="xs:string" select="normalize-space($licence)"/>
    <xsl:sequence select="
      if (starts-with($words, 'Encoding: ')) then f:phrase('licence-encoding', $lang, substring-after($words, ': '))
      else if (starts-with($words, 'Transcript: ')) then f:phrase('licence-transcript', $lang, substring-after($words, ': '))
      else $words"/>
  </xsl:function>

  <xsl:function name="f:language" as="xs:string" visibility="public" cache="yes">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="string(($tei/@xml:lang, $tei/teiHeader/profileDesc/langUsage/language[1]/@ident, 'und')[1])"/>
  </xsl:function>

  <!-- The reasons recorded for what the program inferred. -->
  <xsl:function name="f:inferences" as="element(certainty)*" visibility="public" cache="yes">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="$tei/standOff/certainty"/>
  </xsl:function>

  <!-- Whether an editor has decided so, and not the program. -->
  <xsl:function name="f:is-decided" as="xs:boolean" visibility="public">
    <xsl:param name="reason" as="element(certainty)"/>
    <xsl:sequence select="matches($reason/@resp, '^#editor(-[0-9]+)?$')"/>
  </xsl:function>

  <!-- The name of the editor who has decided. -->
  <xsl:function name="f:decided-by" as="xs:string" visibility="public">
    <xsl:param name="reason" as="element(certainty)"/>
    <xsl:sequence select="string-join(root($reason)//titleStmt/respStmt[@xml:id = substring($reason/@resp, 2)]/name ! normalize-space(), ', ')"/>
  </xsl:function>

  <!-- How far a document was reviewed, in words. -->
  <xsl:function name="f:status" as="xs:string?" visibility="public">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="status" as="attribute()?" select="$tei/teiHeader/revisionDesc/@status"/>
    <xsl:variable name="decided" as="xs:boolean" select="$status = 'draft' and $tei/teiHeader/revisionDesc/change/@who[matches(., '^#editor(-[0-9]+)?$')]"/>
    <xsl:sequence select="$status ! f:word('status-' || (if ($decided) then 'decided' else .), $lang, .)"/>
  </xsl:function>

  <!-- How sure an inference is, in words, where it is not high: "probable"; '' otherwise. -->
  <xsl:function name="f:doubt" as="xs:string" visibility="public" cache="yes">
    <xsl:param name="element" as="element()?"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="cert" as="xs:string" select="string($element/ancestor-or-self::*[@cert][1]/@cert)"/>
    <xsl:sequence select="if ($cert = ('', 'high')) then '' else f:word('cert-' || $cert, $lang, $cert)"/>
  </xsl:function>

</xsl:stylesheet>
