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

  <!-- Words in a line; what was notation in the transcript is notation again.
       https://tei-c.org/release/doc/tei-p5-doc/en/html/CO.html -->

  <xsl:template match="text()" mode="m:line" as="xs:string">
    <xsl:sequence select="translate(., '&#x9;&#xD;&#xA;', '   ')"/>
  </xsl:template>

  <xsl:template mode="m:line" as="xs:string*" match="
      persName | placeName | orgName | rs | roleName | forename | surname | date | time | idno | measure | num
      | q | quote | soCalled | title | term | foreign | seg | bibl | author | editor | publisher | pubPlace | g | pc
      | name | emph | hi | ref | label | speaker | metamark | stamp | fw | address | subst | sic | orig | abbr | corr
      | reg | expan | stage | text | desc | list[f:inline(.)] | list[f:inline(.)]/item">
    <xsl:apply-templates mode="m:line"/>
  </xsl:template>

  <xsl:template match="*" mode="m:line" priority="-1" as="xs:string*">
    <xsl:apply-templates select="." mode="m:unhandled"/>
    <xsl:apply-templates mode="m:line"/>
  </xsl:template>

  <!-- A block where the line cannot be left: on lines of its own. -->
  <xsl:template mode="m:line" priority="3" as="xs:string*" match="
      (p | list | item | table | quote | floatingText | sp | figure | note | stage | div | dateline | salute | signed
      )[fp:is-block(.)]">
    <xsl:variable name="blocks" as="xs:string*">
      <xsl:apply-templates select="." mode="m:text"/>
    </xsl:variable>
    <xsl:sequence select="'&#xA;' || string-join($blocks, '&#xA;') || '&#xA;'"/>
  </xsl:template>

  <!-- What leads into a paragraph stands in its line already. -->
  <xsl:template match="(speaker | postscript/label)[following-sibling::*[1][self::p]]" mode="m:line" priority="4"
    as="empty-sequence()"/>

  <xsl:template match="hi[tokenize(@rend) = 'underline'][not(f:own-signs(.))]" mode="m:line" priority="1" as="xs:string*">
    <xsl:sequence select="'_'"/>
    <xsl:apply-templates mode="m:line"/>
    <xsl:sequence select="'_'"/>
  </xsl:template>

  <xsl:template match="hi[tokenize(@rend) = 'underline'][$braille]" mode="m:line" priority="2" as="xs:string*">
    <xsl:apply-templates mode="m:line"/>
  </xsl:template>

  <xsl:template match="addrLine" mode="m:line" as="xs:string*">
    <xsl:sequence select="'&#xA;'[current()/preceding-sibling::addrLine]"/>
    <xsl:apply-templates mode="m:line"/>
  </xsl:template>

  <xsl:template match="lb" mode="m:line" as="xs:string">
    <xsl:sequence select="'&#xA;'"/>
  </xsl:template>

  <xsl:template match="lb[@break = 'no'] | anchor | graphic" mode="m:line" priority="1" as="empty-sequence()"/>

  <xsl:template match="pb" mode="m:line" as="xs:string">
    <xsl:sequence select="fp:border(., if (@n) then f:phrase('page-short', $language, @n) else f:word('new-page', $language))"/>
  </xsl:template>

  <xsl:template match="cb" mode="m:line" as="xs:string">
    <xsl:sequence select="fp:border(., if (@n) then f:phrase('column', $language, @n) else f:word('new-column', $language))"/>
  </xsl:template>

  <xsl:template match="milestone" mode="m:line" as="xs:string">
    <xsl:sequence select="fp:border(., string-join((f:word('unit-' || @unit, $language, @unit), @n), ' '))"/>
  </xsl:template>

  <!-- The border as the transcript has it. -->
  <xsl:template mode="m:line" priority="1" as="empty-sequence()"
    match="(pb | milestone)[following-sibling::node()[self::* or normalize-space()][1]/self::metamark[@function = 'transcriber']]"/>

  <xsl:template mode="m:line" priority="1" as="empty-sequence()"
    match="pb[following-sibling::node()[self::* or normalize-space()][1]/self::fw[f:numbers-page(.)]]"/>

  <!-- [p. 2], in a word without spaces. -->
  <xsl:function name="fp:border" as="xs:string">
    <xsl:param name="border" as="element()"/>
    <xsl:param name="words" as="xs:string"/>
    <xsl:variable name="shown" as="xs:string" select="if (contains($words, '[')) then $words else '[' || $words || ']'"/>
    <xsl:sequence select="if ($border/@break = 'no') then $shown else ' ' || $shown || ' '"/>
  </xsl:function>

  <xsl:template match="del" mode="m:line" as="xs:string*">
    <xsl:sequence select="fp:around(., ('~~', '~~'), f:word('deleted', $language))"/>
  </xsl:template>

  <xsl:template match="add" mode="m:line" as="xs:string*">
    <xsl:sequence select="fp:around(., ('\', '/'), f:word('added', $language))"/>
  </xsl:template>

  <!-- An element between our signs, or for braille between brackets with words. -->
  <xsl:function name="fp:around" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="signs" as="xs:string+"/>
    <xsl:param name="words" as="xs:string"/>
    <xsl:variable name="shown" as="xs:string+" select="if ($braille) then ('[' || $words || ' ', ']') else $signs"/>
    <xsl:sequence select="$shown[1][not(f:signed($element))]"/>
    <xsl:apply-templates select="$element/node()" mode="m:line"/>
    <xsl:sequence select="$shown[2][not(f:signed($element))]"/>
  </xsl:function>

  <xsl:template match="supplied" mode="m:line" as="xs:string*">
    <xsl:sequence select="'['[not(f:signed(current()))]"/>
    <xsl:apply-templates mode="m:line"/>
    <xsl:sequence select="']'[not(f:signed(current()))]"/>
  </xsl:template>

  <!-- Where the transcriber's own mark follows, it says enough. -->
  <xsl:template match="unclear" mode="m:line" as="xs:string*">
    <xsl:sequence select="'['[not(f:signed(current()))]"/>
    <xsl:apply-templates mode="m:line"/>
    <xsl:sequence select="'?]'[not(f:signed(current()))]"/>
  </xsl:template>

  <xsl:template match="choice[unclear]" mode="m:line" priority="1" as="xs:string">
    <xsl:sequence select="'[' || string-join(unclear ! fp:line(node()), ' / ') || '?]'"/>
  </xsl:template>

  <!-- The transcript's marker, or one of ours that gives the reason. -->
  <xsl:template match="gap" mode="m:line" as="xs:string">
    <xsl:variable name="reason" as="xs:string" select="string(tokenize(@reason)[1])"/>
    <xsl:sequence select="
      if (normalize-space(desc)) then string(desc)
      else '[' || f:word('gap-' || $reason, $language, f:word('gap', $language)) || ']'"/>
  </xsl:template>

  <xsl:template match="figDesc" mode="m:line" as="xs:string">
    <xsl:sequence select="'[' || f:word('figure', $language) || ' ' || fp:line(node()) || ']'"/>
  </xsl:template>

  <xsl:template match="choice" mode="m:line" as="xs:string*">
    <xsl:apply-templates select="sic | orig | abbr" mode="m:line"/>
    <xsl:sequence select="fp:call(.)[current()/(corr | reg | expan)]"/>
  </xsl:template>

  <xsl:template match="note" mode="m:line" as="xs:string">
    <xsl:sequence select="fp:call(.)"/>
  </xsl:template>

</xsl:stylesheet>
