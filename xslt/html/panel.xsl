<xsl:stylesheet version="3.0"
  xmlns="http://www.w3.org/1999/xhtml"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:h="http://www.w3.org/1999/xhtml"
  xmlns:f="https://teiedit.org/ns/function"
  xmlns:fp="https://teiedit.org/ns/function/private"
  xmlns:m="https://teiedit.org/ns/mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  default-mode="m:html"
  expand-text="yes"
  exclude-result-prefixes="#all">

  <!-- What the header says, beside the text. -->

  <xsl:function name="f:panel" as="element()*">
    <xsl:param name="tei" as="element(TEI)"/>
    <h2 id="te-about-head">{f:word('about', $speak)}</h2>
    <dl class="facts">
      <xsl:sequence select="f:facts($tei)"/>
    </dl>
    <xsl:sequence select="f:cite($tei), f:format-links($tei), f:entities($tei)"/>
  </xsl:function>

  <!-- One row for each fact that is known. -->
  <xsl:function name="f:facts" as="element(h:div)*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="source" as="element()*" select="$tei/teiHeader/fileDesc/sourceDesc/*"/>
    <xsl:variable name="letter" as="element(correspDesc)?" select="f:correspondence($tei)"/>
    <xsl:sequence select="
      fp:fact('kind', fp:text(f:kind-label($tei, $speak))),
      fp:fact('from', fp:parties-or-unknown(f:sent($tei))),
      fp:fact('to', fp:parties-or-unknown(f:received($tei))),
      fp:fact('copy', fp:parties($letter/correspAction[@type eq 'received'][@subtype eq 'cc'])),
      fp:fact('place', fp:doubted(f:sent($tei)/placeName[1], f:sent-place($tei))),
      fp:fact('date', fp:date(f:sent-date($tei))),
      fp:fact('received', fp:date((f:received($tei)/date)[1])),
      fp:fact('context-prev', $letter/correspContext/ref[@type eq 'prev'] ! fp:line(fp:context(.))),
      fp:fact('context-next', $letter/correspContext/ref[@type eq 'next'] ! fp:line(fp:context(.))),
      fp:fact('reference', fp:text(f:reference($tei))),
      fp:fact('repository', fp:doubted($source/msIdentifier/repository, f:repository($tei))),
      fp:fact('source', $source/self::bibl ! fp:source(.)[.] ! fp:line(fp:text(.))),
      fp:fact('language', fp:text(string-join($tei/teiHeader/profileDesc/langUsage/language ! f:language-name(string(@ident), normalize-space()), ', '))),
      fp:fact('status', fp:text(fp:status($tei))),
      fp:fact('licence', fp:licence($tei))"/>
  </xsl:function>

  <!-- What a source is called, without the edition's own name, which the page says. -->
  <xsl:function name="fp:source" as="xs:string">
    <xsl:param name="source" as="element(bibl)"/>
    <xsl:variable name="words" as="xs:string" select="normalize-space(string-join($source//text()
      [not(ancestor::idno)][not(ancestor::title[normalize-space() eq $edition-title])]))"/>
    <xsl:sequence select="replace($words, '^[\s.,;:]+', '')"/>
  </xsl:function>

  <xsl:function name="fp:fact" as="element(h:div)?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="value" as="node()*"/>
    <xsl:if test="normalize-space(string-join($value))">
      <div>
        <dt>{f:word($key, $speak)}</dt>
        <dd><xsl:sequence select="$value"/></dd>
      </div>
    </xsl:if>
  </xsl:function>

  <xsl:function name="fp:text" as="text()">
    <xsl:param name="text" as="xs:string"/>
    <xsl:value-of select="$text"/>
  </xsl:function>

  <!-- One of several values. -->
  <xsl:function name="fp:line" as="element(h:span)">
    <xsl:param name="value" as="node()*"/>
    <span class="value"><xsl:sequence select="$value"/></span>
  </xsl:function>

  <!-- A fact, and how sure it is where it is not certain. -->
  <xsl:function name="fp:doubted" as="node()*">
    <xsl:param name="element" as="element()?"/>
    <xsl:param name="text" as="xs:string"/>
    <xsl:value-of select="$text"/>
    <xsl:sequence select="fp:doubt($element)"/>
  </xsl:function>

  <xsl:function name="fp:parties" as="node()*">
    <xsl:param name="actions" as="element(correspAction)*"/>
    <xsl:for-each select="f:parties($actions)">
      <span class="party"><xsl:sequence select="fp:doubted(., f:name(.))"/></span>
      <xsl:if test="position() ne last()"><xsl:text>, </xsl:text></xsl:if>
    </xsl:for-each>
  </xsl:function>

  <!-- The parties, or that they are not known, where the header has the act at all. -->
  <xsl:function name="fp:parties-or-unknown" as="node()*">
    <xsl:param name="actions" as="element(correspAction)*"/>
    <xsl:variable name="parties" as="node()*" select="fp:parties($actions)"/>
    <xsl:sequence select="if (exists($parties)) then $parties else fp:text(f:word('unknown', $speak))[exists($actions)]"/>
  </xsl:function>

  <xsl:function name="fp:date" as="node()*">
    <xsl:param name="date" as="element(date)?"/>
    <xsl:if test="$date">
      <xsl:sequence select="fp:doubted($date, f:date-label($date, $speak))"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="fp:context" as="node()*">
    <xsl:param name="ref" as="element(ref)"/>
    <xsl:sequence select="f:linked(normalize-space($ref), f:link($ref/@target), ''), fp:doubt($ref)"/>
  </xsl:function>

  <!-- How sure a fact is, in words that lead to the evidence. -->
  <xsl:function name="fp:doubt" as="node()*">
    <xsl:param name="element" as="element()?"/>
    <xsl:variable name="doubt" as="xs:string" select="f:doubt($element, $speak)"/>
    <xsl:variable name="reason" as="element(certainty)?"
      select="$element/ancestor-or-self::*[f:reasons(.)][1] ! f:reasons(.)[1]"/>
    <xsl:if test="$doubt">
      <xsl:text> </xsl:text>
      <span class="doubt">
        <xsl:text>(</xsl:text>
        <xsl:sequence select="f:linked($doubt, $reason ! ('#' || f:reason-anchor(.)), '')"/>
        <xsl:text>)</xsl:text>
      </span>
    </xsl:if>
  </xsl:function>

  <xsl:function name="fp:status" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="string(f:status($tei, $speak))"/>
  </xsl:function>

  <xsl:function name="fp:licence" as="node()*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:for-each select="f:licences($tei)">
      <xsl:sequence select="fp:line(f:linked(f:licence-words(., $speak), @target, 'license'))"/>
    </xsl:for-each>
    <xsl:if test="empty(f:licences($tei))">
      <xsl:value-of select="f:word('no-licence', $speak)"/>
    </xsl:if>
  </xsl:function>

  <!-- Who and what is named, where the file has more than the name. -->
  <xsl:function name="f:entities" as="element()*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="persons" as="element(person)*"
      select="$tei/standOff/listPerson/person[occupation or idno or note]"/>
    <xsl:if test="$persons">
      <h3>{f:word('persons', $speak)}</h3>
      <ul class="entities">
        <xsl:for-each select="$persons">
          <li>
            <b>{normalize-space(persName[1])}</b>
            <xsl:text>{f:office(.)[.] ! (', ' || .)}</xsl:text>
            <xsl:for-each select="idno[f:safe-address(.)]">
              <xsl:text> </xsl:text>
              <xsl:sequence select="f:linked(f:word('authority-' || @type, $speak, f:host(.)), ., '')"/>
            </xsl:for-each>
          </li>
        </xsl:for-each>
      </ul>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
