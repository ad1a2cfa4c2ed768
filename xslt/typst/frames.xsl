<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="https://teiedit.org/ns/function"
  xmlns:fp="https://teiedit.org/ns/function/private"
  xmlns:m="https://teiedit.org/ns/mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  default-mode="m:typst"
  expand-text="yes"
  exclude-result-prefixes="#all">

  <!-- Frames, and what wraps any element: its language, its doubtfulness, its name as a link's target. -->

  <xsl:function name="fp:frame" as="item()+">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:param name="content" as="item()*"/>
    <xsl:sequence select="fp:frame($kind, map {}, $content)"/>
  </xsl:function>

  <xsl:function name="fp:frame" as="item()+">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:param name="given" as="map(*)"/>
    <xsl:param name="content" as="item()*"/>
    <xsl:sequence select="map:put($given, 's', $kind), $content, 0"/>
  </xsl:function>

  <!-- Words of the edition, marked as being in its language and not the document's. -->
  <xsl:function name="fp:own" as="item()*">
    <xsl:param name="words" as="item()*"/>
    <xsl:sequence select="if (exists($words)) then fp:frame('lang', fp:language($language), $words) else ()"/>
  </xsl:function>

  <!-- A BCP 47 tag as Typst takes it: a language of two or three letters, a region of two, a script of four; and which way
       it runs.
       https://www.rfc-editor.org/rfc/rfc5646#section-2.1 -->
  <xsl:function name="fp:language" as="map(*)">
    <xsl:param name="tag" as="xs:string"/>
    <xsl:variable name="parts" as="xs:string*" select="tokenize(lower-case($tag), '-')"/>
    <xsl:variable name="single" as="xs:integer" select="(index-of($parts ! (string-length() eq 1), true()), 99)[1]"/>
    <xsl:variable name="sure" as="xs:string*" select="subsequence($parts, 1, $single - 1)"/>
    <xsl:variable name="region" as="xs:string?" select="tail($sure)[matches(., '^[a-z]{2}$')][1]"/>
    <xsl:variable name="script" as="xs:string?" select="tail($sure)[matches(., '^[a-z]{4}$')][1]"/>
    <xsl:sequence select="map:merge((
      map { 'lang': ($sure[1][matches(., '^[a-z]{2,3}$')], 'und')[1] },
      if (f:is-right-to-left($tag)) then map { 'dir': 'rtl' } else (),
      $region ! map { 'region': upper-case(.) },
      $script ! map { 'script': . }))"/>
  </xsl:function>

  <!-- A block whose letters run the other way than what stands around it, though no language says so. -->
  <xsl:template match="*[not(@xml:lang)][f:turns(.)]" mode="m:typst" priority="29" as="item()*">
    <xsl:variable name="content" as="item()*">
      <xsl:next-match/>
    </xsl:variable>
    <xsl:sequence select="
      if (empty($content)) then () else fp:frame('turn', map { 'dir': if (f:runs-right-to-left(.)) then 'rtl' else 'ltr' }, $content)"/>
  </xsl:template>

  <xsl:template match="*[@xml:lang][ancestor::text or self::abstract][not(self::row)]" mode="m:typst" priority="30" as="item()*">
    <xsl:variable name="content" as="item()*">
      <xsl:next-match/>
    </xsl:variable>
    <xsl:sequence select="
      if (empty($content) or @xml:lang eq ../ancestor-or-self::*[@xml:lang][1]/@xml:lang) then $content
      else (fp:frame('lang', fp:language(@xml:lang), $content), fp:turned-back(.))"/>
  </xsl:template>

  <!-- After words that run the other way, an unseen mark: without it, a number or sign behind them would run with them.
       https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters -->
  <xsl:function name="fp:turned-back" as="item()*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
      if (not(f:turns($element)) or f:is-line($element)) then ()
      else fp:frame('back', if (f:runs-right-to-left($element)) then map {} else map { 'dir': 'rtl' }, ())"/>
  </xsl:function>

  <!-- An inference that is not sure is underlined with dots; readings have their own signs. -->
  <xsl:template mode="m:typst" priority="20" as="item()*" match="
      (persName | placeName | orgName | rs | roleName | forename | surname | date | time | idno | measure | num
      | ref | q | quote | soCalled | title | term | foreign | seg | hi | signed | salute | dateline)[f:unsure(.)]">
    <xsl:variable name="content" as="item()*">
      <xsl:next-match/>
    </xsl:variable>
    <xsl:sequence select="if (empty($content)) then () else fp:frame('unsure', $content)"/>
  </xsl:template>

  <!-- The place that a link within the document leads to, if there is any link; in a book, a passage that other documents
       may point to. -->
  <xsl:key name="fp:called" match="ref[starts-with(@target, '#')][ancestor::text]" use="substring(tokenize(@target)[1], 2)"/>

  <xsl:function name="fp:anchor" as="item()*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
      $element/@xml:id[exists(key('fp:called', ., root($element)))] ! fp:frame('anchor', map { 'id': string() }, ()),
      $element/@xml:id[$in-book] ! fp:frame('passage', map { 'name': string() }, ())"/>
  </xsl:function>

  <!-- What no rule knows keeps its text, and is reported. -->
  <xsl:template match="*" mode="m:typst" priority="-10" as="item()*">
    <xsl:apply-templates select="." mode="m:unhandled"/>
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="text | body | back | floatingText/body" mode="m:typst" as="item()*">
    <xsl:apply-templates/>
  </xsl:template>

  <!-- White space becomes spaces here; the publisher folds them, within a text and over borders of elements. -->
  <xsl:template match="text()" mode="m:typst" as="xs:string?">
    <xsl:sequence select="translate(., '&#x9;&#xD;&#xA;', '   ')"/>
  </xsl:template>

  <!-- A hyphen at the end of a line or page inside a word is the line's, not the word's. -->
  <xsl:template mode="m:typst" priority="5" as="xs:string?"
    match="text()[following-sibling::node()[1][self::lb or self::pb or self::cb]/@break = 'no']">
    <xsl:sequence select="replace(translate(., '&#x9;&#xD;&#xA;', '   '), '[-‐] *$', '')"/>
  </xsl:template>

</xsl:stylesheet>
