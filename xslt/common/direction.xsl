<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://teiedit.org/ns/function"
  xmlns:fp="https://teiedit.org/ns/function/private"
  xmlns:m="https://teiedit.org/ns/mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  default-mode="m:unhandled"
  expand-text="yes"
  exclude-result-prefixes="#all">

  <!-- Which way words run: by their language, and a block without one by its letters. -->

  <!-- Whether a language, as BCP 47 tags it, is written from right to left: by its script if the tag has one. -->
  <xsl:function name="f:is-right-to-left" as="xs:boolean">
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="tags" as="xs:string*" select="tokenize(lower-case($lang), '-')"/>
    <xsl:variable name="script" as="xs:string?" select="$tags[position() gt 1][string-length(.) eq 4][1]"/>
    <xsl:sequence select="
      if ($script) then $script = ('arab', 'hebr', 'syrc', 'thaa', 'nkoo')
      else $tags[1] = ('ar', 'fa', 'he', 'iw', 'ur', 'yi', 'ji', 'ps', 'sd', 'ug', 'dv', 'syr', 'arc', 'ckb', 'ota', 'prs')"/>
  </xsl:function>

  <xsl:variable name="fp:leftward" as="xs:string" static="yes"
    select="'[&#x590;-&#x8FF;&#xFB1D;-&#xFDFF;&#xFE70;-&#xFEFC;]'"/>

  <!-- A document without such letters is not looked at any further. -->
  <xsl:key name="fp:leftward" match="text()[matches(., $fp:leftward)]" use="true()"/>

  <xsl:function name="fp:has-leftward" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:variable name="root" as="node()" select="root($node)"/>
    <xsl:sequence select="$root instance of document-node() and exists(key('fp:leftward', true(), $root))"/>
  </xsl:function>

  <!-- Whether the words of an element run from right to left: as the nearest language or block around them does. -->
  <xsl:function name="f:runs-right-to-left" as="xs:boolean">
    <xsl:param name="element" as="element()?"/>
    <xsl:variable name="letters" as="xs:boolean" select="exists($element) and fp:has-leftward($element)"/>
    <xsl:variable name="nearest" as="element()?"
      select="$element/ancestor-or-self::*[@xml:lang or ($letters and f:is-line(.))][1]"/>
    <xsl:sequence select="
      if (empty($nearest)) then false()
      else if ($nearest/@xml:lang) then f:is-right-to-left($nearest/@xml:lang)
      else fp:letters-run($nearest)"/>
  </xsl:function>

  <!-- Whether more letters of a block run from right to left than from left to right; without letters, as around it. -->
  <xsl:function name="fp:letters-run" as="xs:boolean">
    <xsl:param name="block" as="element()"/>
    <xsl:variable name="all" as="xs:integer" select="string-length(replace($block, '[^\p{L}]', ''))"/>
    <xsl:variable name="forward" as="xs:integer" select="string-length(replace($block, '[^\p{L}]|' || $fp:leftward, ''))"/>
    <xsl:sequence select="if ($all eq 0) then f:runs-right-to-left($block/parent::*) else $all gt 2 * $forward"/>
  </xsl:function>

  <!-- Whether an element turns the direction of what stands around it. -->
  <xsl:function name="f:turns" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
      ($element/@xml:lang or (f:is-line($element) and fp:has-leftward($element)))
      and f:runs-right-to-left($element) ne f:runs-right-to-left($element/parent::*)"/>
  </xsl:function>

  <!-- What begins lines of its own. -->
  <xsl:function name="f:is-line" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
      local-name($element) = ('p', 'head', 'salute', 'signed', 'dateline', 'trailer', 'item', 'cell', 'titlePart',
        'address', 'stage', 'quote', 'list', 'table')
      and exists($element/ancestor::text)"/>
  </xsl:function>

</xsl:stylesheet>
