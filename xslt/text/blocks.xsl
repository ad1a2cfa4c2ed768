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

  <!-- Blocks. https://tei-c.org/release/doc/tei-p5-doc/en/html/DS.html -->

  <!-- The blocks in an element: what stands between two of them in lines is a block too. -->
  <xsl:function name="fp:flow" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:for-each-group select="$element/node()" group-adjacent="fp:is-block(.)">
      <xsl:variable name="blocks" as="xs:string*">
        <xsl:apply-templates select="current-group()[current-grouping-key()]" mode="m:text"/>
      </xsl:variable>
      <xsl:sequence select="
        if (current-grouping-key()) then $blocks else (fp:line(current-group())[.], fp:notes-here($element, current-group()))"/>
    </xsl:for-each-group>
  </xsl:function>

  <!-- Nodes as one line (or more, where the lines of the document are kept). -->
  <xsl:function name="fp:line" as="xs:string">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:variable name="words" as="xs:string*">
      <xsl:apply-templates select="$nodes" mode="m:line"/>
    </xsl:variable>
    <xsl:sequence select="fp:folded(string-join($words))"/>
  </xsl:function>

  <xsl:function name="fp:folded" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="lines" as="xs:string*" select="tokenize($text, '\n') ! normalize-space()"/>
    <xsl:sequence select="
      if (count($lines) le 1) then string($lines) else replace(string-join($lines, '&#xA;'), '^\n+|\n+$', '')"/>
  </xsl:function>

  <!-- Whether a node is a block: some elements are everywhere, some only where blocks are. -->
  <xsl:mode name="m:is-block" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:function name="fp:is-block" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:apply-templates select="$node" mode="m:is-block"/>
  </xsl:function>

  <xsl:template match="node()" mode="m:is-block" priority="-1" as="xs:boolean">
    <xsl:sequence select="false()"/>
  </xsl:template>

  <xsl:template mode="m:is-block" as="xs:boolean" match="
      div | p | head | titlePart | opener | closer | dateline | salute | signed | trailer | postscript | table | sp
      | floatingText | body | figure | quote[p] | list[not(f:inline(.))] | item[not(f:inline(..))] | note[not(f:called(.))]
      | (div | opener | closer | sp | body | front)/(stage | address | fw | stamp)
      | (opener | closer)/seg[@type eq 'field'] | (div | item | sp)/quote">
    <xsl:sequence select="true()"/>
  </xsl:template>

  <xsl:template match="div | opener | closer | postscript | floatingText | body | figure" mode="m:text" as="xs:string*">
    <xsl:sequence select="fp:flow(.)"/>
  </xsl:template>

  <xsl:template match="*" mode="m:text" priority="-1" as="xs:string*">
    <xsl:sequence select="fp:flow(.)"/>
  </xsl:template>

  <!-- The speaker's name and the paragraph after it are one line. -->
  <xsl:template match="p" mode="m:text" as="xs:string*">
    <xsl:variable name="lead" as="element()?"
      select="preceding-sibling::*[1][self::speaker or self::label[parent::postscript]]"/>
    <xsl:variable name="blocks" as="xs:string*" select="fp:flow(.)"/>
    <xsl:sequence select="string-join(($lead ! fp:line(node()), $blocks[1]), ' ')[.] ! fp:paragraph(.), tail($blocks)"/>
  </xsl:template>

  <!-- A paragraph for braille is begun by a tab, from which Python sees that it is one. -->
  <xsl:function name="fp:paragraph" as="xs:string">
    <xsl:param name="line" as="xs:string"/>
    <xsl:sequence select="if ($braille) then '&#x9;' || $line else $line"/>
  </xsl:function>

  <!-- Fields that stand side by side are lines of one block; each gives its block with the first. -->
  <xsl:template match="seg[@type eq 'field']" mode="m:text" as="xs:string*">
    <xsl:variable name="before" as="node()?" select="preceding-sibling::node()[normalize-space()][1]"/>
    <xsl:sequence select="if ($before/self::seg[@type eq 'field']) then () else (string-join(fp:fields(.), '&#xA;'), fp:field-notes(.))"/>
  </xsl:template>

  <xsl:function name="fp:fields" as="xs:string*">
    <xsl:param name="field" as="element(seg)"/>
    <xsl:variable name="next" as="node()?" select="$field/following-sibling::node()[normalize-space()][1]"/>
    <xsl:sequence select="fp:line($field/node())[.], $next/self::seg[@type eq 'field'] ! fp:fields(.)"/>
  </xsl:function>

  <xsl:function name="fp:field-notes" as="xs:string*">
    <xsl:param name="field" as="element(seg)"/>
    <xsl:variable name="next" as="node()?" select="$field/following-sibling::node()[normalize-space()][1]"/>
    <xsl:sequence select="fp:notes-here($field, $field/node()), $next/self::seg[@type eq 'field'] ! fp:field-notes(.)"/>
  </xsl:function>

  <!-- What is quoted or enclosed in the text is indented. -->
  <xsl:template match="quote | floatingText[p or body]" mode="m:text" as="xs:string*" priority="1">
    <xsl:sequence select="fp:flow(.) ! fp:indented(.)"/>
  </xsl:template>

  <xsl:function name="fp:indented" as="xs:string">
    <xsl:param name="block" as="xs:string"/>
    <xsl:sequence select="replace($block, '^(.)', '    $1', 'm')"/>
  </xsl:function>

  <xsl:template match="note" mode="m:text" as="xs:string*">
    <xsl:sequence select="fp:commentary(.)"/>
  </xsl:template>

  <!-- A text by itself, with what it is. -->
  <xsl:function name="fp:commentary" as="xs:string*">
    <xsl:param name="words" as="element()"/>
    <xsl:variable name="blocks" as="xs:string*" select="fp:flow($words)"/>
    <xsl:sequence select="f:note-kind($words, $language) || ': ' || $blocks[1], tail($blocks)"/>
  </xsl:function>

  <xsl:template match="div[f:by-editors(.)]" mode="m:text" priority="1" as="xs:string*">
    <xsl:sequence select="'* * *', f:translation-heading(., $language)[empty(current()/head)], fp:flow(.)"/>
  </xsl:template>

  <!-- Labels stand before their items; short lists without labels have no empty lines. -->
  <xsl:template match="list" mode="m:text" as="xs:string*">
    <xsl:variable name="gap" as="xs:string" select="if (@type = 'clauses' or .//p or .//list) then $blank else '&#xA;'"/>
    <xsl:variable name="items" as="xs:string*" select="item ! fp:item(., $gap)"/>
    <xsl:sequence select="head ! (fp:line(node()), fp:notes-here(., node())), string-join($items, $gap)"/>
  </xsl:template>

  <!-- An item with its label, and with what stands between the two or after it. -->
  <xsl:function name="fp:item" as="xs:string">
    <xsl:param name="item" as="element(item)"/>
    <xsl:param name="gap" as="xs:string"/>
    <xsl:variable name="before" as="node()*" select="$item/preceding-sibling::node()
      [not(self::item or self::head)][. >> $item/preceding-sibling::item[1] or not($item/preceding-sibling::item)]"/>
    <xsl:variable name="after" as="node()*"
      select="if ($item/following-sibling::item) then () else $item/following-sibling::node()"/>
    <xsl:variable name="blocks" as="xs:string*" select="fp:flow($item)"/>
    <xsl:variable name="first" as="xs:string"
      select="string-join((fp:line($before), $blocks[1])[.], ' ') || fp:line($after)"/>
    <xsl:sequence select="string-join(($first, tail($blocks) ! fp:indented(.)), $gap)"/>
  </xsl:function>

  <!-- Cells are set apart by tabs. -->
  <xsl:template match="table" mode="m:text" as="xs:string*">
    <xsl:variable name="between" as="xs:string" select="if ($braille) then '; ' else '&#x9;'"/>
    <xsl:sequence select="(head ! fp:line(node()))[.],
      string-join(row ! string-join(cell ! fp:line(node()), $between), '&#xA;'), fp:notes-here(., node())"/>
  </xsl:template>

</xsl:stylesheet>
