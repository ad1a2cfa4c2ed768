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

  <!-- Names, dates, references, emphasis, quotation.
       https://tei-c.org/release/doc/tei-p5-doc/en/html/CO.html -->

  <xsl:template match="persName | placeName | orgName | rs | roleName | q | soCalled | quote | idno | measure | num | bibl | seg"
    as="element(h:span)">
    <span class="{replace(local-name(), 'Name$', '')}">
      <xsl:sequence select="f:common(.)"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>

  <!-- A name whose record the edition has is a link to it, unless a link stands around or in it. -->
  <xsl:template match="(persName | placeName | orgName | rs)[f:register-link(.)]" priority="1" as="element(h:a)">
    <a class="{replace(local-name(), 'Name$', '')}" href="{f:register-link(.)}">
      <xsl:sequence select="f:common(.)"/>
      <xsl:apply-templates/>
    </a>
  </xsl:template>

  <xsl:variable name="register-pages" as="map(xs:string, xs:string)"
    select="map{'p': 'persons', 'pl': 'places', 'o': 'organisations'}"/>

  <!-- The entry of a name in a register that the site has; other outputs override this. -->
  <xsl:function name="f:register-link" as="xs:string?">
    <xsl:param name="name" as="element()"/>
    <xsl:variable name="record" as="element()?" select="f:target($name/@ref)[self::person or self::place or self::org]"/>
    <xsl:variable name="register" as="xs:string?" select="$record/@xml:id ! $register-pages(substring-before(., '-'))"/>
    <xsl:sequence select="
      if ($alone or f:holds-or-is-held($name) or not($register = $site-pages)) then ()
      else f:page-href(f:entry-path($register, $record/@xml:id))"/>
  </xsl:function>

  <!-- Whether a name can be no link, because one may stand around it or in it. -->
  <xsl:function name="f:holds-or-is-held" as="xs:boolean">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="empty($name/ancestor::text)
      or exists($name/(ancestor::ref | ancestor::label | ancestor::persName | ancestor::rs | ancestor::orgName
        | descendant::note | descendant::ref | descendant::label))"/>
  </xsl:function>

  <xsl:template match="forename | surname | author | editor | publisher | pubPlace | name" as="node()*">
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="date | time" as="element(h:span)">
    <span class="{local-name()}">
      <xsl:sequence select="f:common(.)"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>

  <!-- A point of time that HTML can say. -->
  <xsl:template match="(date | time)[f:datetime(.)]" priority="1" as="element(h:time)">
    <time datetime="{f:datetime(.)}">
      <xsl:sequence select="f:common(.)"/>
      <xsl:apply-templates/>
    </time>
  </xsl:template>

  <!-- A reference is a link where it leads to something, unless it stands in one. -->
  <xsl:template match="ref" as="element()">
    <xsl:variable name="address" as="xs:string?" select="f:link(@target)[not(current()/ancestor::ref)]"/>
    <xsl:element name="{if ($address) then 'a' else 'span'}">
      <xsl:if test="$address">
        <xsl:attribute name="href" select="$address"/>
      </xsl:if>
      <xsl:attribute name="class" select="'ref'"/>
      <xsl:sequence select="f:common(.)"/>
      <xsl:apply-templates/>
      <xsl:sequence select="$address ! fp:destination(., current())"/>
    </xsl:element>
  </xsl:template>

  <!-- Where a link leads, for those who do not see its address; a place on this page needs no saying. -->
  <xsl:function name="fp:destination" as="element(h:span)?">
    <xsl:param name="address" as="xs:string"/>
    <xsl:param name="ref" as="element(ref)"/>
    <xsl:variable name="words" as="xs:string?" select="
      if (starts-with($address, '#')) then ()
      else if (matches($address, '^https?:', 'i')) then f:phrase('opens-at', $speak, f:host($address))
      else f:word('other-document', $speak)"/>
    <xsl:sequence select="$words ! f:unseen(' ' || ., $ref)"/>
  </xsl:function>

  <xsl:template match="hi" as="element()">
    <xsl:variable name="rend" as="xs:string*" select="tokenize(@rend)"/>
    <xsl:variable name="elements" as="map(xs:string, xs:string)" select="map{
      'underline': 'em', 'spaced': 'em', 'italic': 'i', 'bold': 'b', 'superscript': 'sup', 'subscript': 'sub'}"/>
    <xsl:element name="{($rend ! $elements(.), 'span')[1]}">
      <xsl:attribute name="class" select="string-join(('hi', $rend), ' ')"/>
      <xsl:sequence select="f:common(.)"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="emph | foreign | term | title" as="element()">
    <xsl:variable name="elements" as="map(xs:string, xs:string)"
      select="map{'emph': 'em', 'foreign': 'i', 'term': 'i', 'title': 'cite'}"/>
    <xsl:element name="{$elements(local-name())}">
      <xsl:attribute name="class" select="local-name()"/>
      <xsl:sequence select="f:common(.)"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <!-- A figure is described in words; no picture is fetched from elsewhere. -->
  <xsl:template match="figure" as="element(h:span)">
    <span class="figure">
      <xsl:sequence select="f:common(.)"/>
      <xsl:sequence select="f:unseen(f:word('figure', $speak) || ' ', .)"/>
      <xsl:for-each select="head, figDesc, p">
        <xsl:apply-templates/>
        <xsl:if test="position() ne last()"><br/></xsl:if>
      </xsl:for-each>
    </span>
  </xsl:template>

  <xsl:template match="graphic" as="empty-sequence()"/>

  <!-- Two hyphens for a dash are as typed, but not parted at the end of a line. -->
  <xsl:template match="text()[contains(., '--')]" priority="-1" as="node()+">
    <xsl:analyze-string select="." regex="--+">
      <xsl:matching-substring>
        <span class="dash">{.}</span>
      </xsl:matching-substring>
      <xsl:non-matching-substring>
        <xsl:value-of select="."/>
      </xsl:non-matching-substring>
    </xsl:analyze-string>
  </xsl:template>

</xsl:stylesheet>
