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

  <!-- What the edition's pages ask of the corpus of all documents. -->

  <xsl:key name="f:record" match="standOff/*/person | standOff/*/org | standOff/*/place" use="@xml:id"/>
  <xsl:key name="f:mention" match="standOff[@type eq 'digest']/ref" use="substring(@target, 2)"/>
  <xsl:key name="f:party" match="correspAction/persName[@ref] | correspAction/orgName[@ref]" use="tokenize(@ref) ! substring(., 2)"/>
  <xsl:key name="f:dispatch" match="correspAction/placeName[@ref]" use="tokenize(@ref) ! substring(., 2)"/>

  <!-- The year of a document, of the latest day that its date allows; '' where it has none. -->
  <xsl:function name="f:year" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="sort" as="xs:string" select="f:date-sort(f:sent-date($tei))"/>
    <xsl:sequence select="if ($sort eq '9999') then '' else replace(substring($sort, 1, 4), '^0+', '')"/>
  </xsl:function>

  <!-- A figure that the corpus gives in the place of its documents, or else $counted. -->
  <xsl:function name="f:figure" as="xs:integer">
    <xsl:param name="corpus" as="element(teiCorpus)"/>
    <xsl:param name="type" as="xs:string"/>
    <xsl:param name="counted" as="xs:integer"/>
    <xsl:sequence select="($corpus/standOff[@type eq 'figures']/measure[@type eq $type]/@quantity ! xs:integer(.), $counted)[1]"/>
  </xsl:function>

  <!-- The years of the documents, '' for none, each with how many documents it stands for. -->
  <xsl:function name="f:years" as="array(*)*">
    <xsl:param name="corpus" as="element(teiCorpus)"/>
    <xsl:sequence select="
      $corpus/TEI ! [f:year(.), 1],
      $corpus/standOff[@type eq 'figures']/measure[@type eq 'year'] ! [string(), xs:integer(@quantity)]"/>
  </xsl:function>

  <!-- The date of a document in words, or that it has none. -->
  <xsl:function name="f:when" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="(f:date-label(f:sent-date($tei), $speak)[.], f:word('undated', $speak))[1]"/>
  </xsl:function>

  <!-- A document's title, leading to its page, in its own language. -->
  <xsl:function name="f:title-link" as="element(h:a)">
    <xsl:param name="tei" as="element(TEI)"/>
    <a href="{f:page-href('documents/' || $tei/@xml:id || '.html')}">
      <xsl:sequence select="f:foreign(f:language($tei))"/>
      <xsl:text>{f:title($tei)}</xsl:text>
    </a>
  </xsl:function>

  <!-- The language of words that are not the page's own, if it is another. -->
  <xsl:function name="f:foreign" as="attribute()*">
    <xsl:param name="language" as="xs:string"/>
    <xsl:if test="$language ne 'und' and not(starts-with(lower-case($language), $speak))">
      <xsl:sequence select="f:lang($language), f:direction($language, ())"/>
    </xsl:if>
  </xsl:function>

  <!-- The edition's own words on a page in another language. -->
  <xsl:function name="f:edition-words" as="attribute()*">
    <xsl:sequence select="$interface[1] ! f:foreign(.)"/>
  </xsl:function>

  <!-- The first record of what a name points to, where the edition has a page for it. -->
  <xsl:function name="f:record" as="element()?">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="
      tokenize($name/@ref)[starts-with(., '#')][1] ! key('f:record', substring(., 2), root($name))[1]
        [f:register(.) = $site-pages]"/>
  </xsl:function>

  <!-- Nodes in a row, parted by commas. -->
  <xsl:function name="f:row" as="node()*">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:for-each select="$nodes">
      <xsl:sequence select="."/>
      <xsl:if test="position() ne last()"><xsl:text>, </xsl:text></xsl:if>
    </xsl:for-each>
  </xsl:function>

  <!-- "{n} letters", with the word that belongs to the number. -->
  <xsl:function name="f:count" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="number" as="xs:integer"/>
    <xsl:sequence select="f:phrase($key || (if ($number eq 1) then '-1' else ''), $speak, f:number($number))"/>
  </xsl:function>

  <!-- A number as the language writes it: 12,345 and 12.345 and 12 345. -->
  <xsl:function name="f:number" as="xs:string">
    <xsl:param name="number" as="xs:integer"/>
    <xsl:sequence select="translate(format-number($number, '#,##0'), ',', substring(f:word('thousands', $speak), 2, 1))"/>
  </xsl:function>

</xsl:stylesheet>
