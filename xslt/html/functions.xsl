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

  <!-- Small questions that many templates ask. -->

  <!-- Containers of phrases alone: a list or table that strays in is shown as a phrase. -->
  <xsl:function name="fp:in-phrase" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="
      exists($node/ancestor::*[self::head or self::salute or self::dateline or self::signed or self::speaker
        or self::stage or self::label or self::titlePart or self::addrLine or self::trailer or self::fw
        or self::persName or self::date or self::ref or self::del or self::add or self::choice or self::bibl][1])"/>
  </xsl:function>

  <!-- What is a block wherever it may stand; what is one between other blocks; what is one around others. -->
  <xsl:variable name="always-blocks" as="xs:string+" select="'p', 'div', 'table', 'floatingText', 'sp', 'opener',
    'closer', 'postscript', 'head', 'signed', 'salute', 'dateline', 'trailer'"/>
  <xsl:variable name="blocks-alone" as="xs:string+" select="'stage', 'label', 'note', 'fw', 'address'"/>
  <xsl:variable name="blocks-around" as="xs:string+" select="'hi', 'emph', 'q', 'seg', 'quote'"/>

  <!-- Whether a node is shown as a block of its own. -->
  <xsl:function name="f:is-block" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="
      if (local-name($node) = $always-blocks) then not(fp:in-phrase($node))
      else if (local-name($node) = $blocks-alone) then f:stands-alone($node)
      else if (local-name($node) = $blocks-around) then
        ($node/self::quote[p or parent::div or parent::body or parent::sp] or f:holds-block($node))
        and not(fp:in-phrase($node))
      else $node/self::list[not(tokenize(@rend) = 'inline')] and not(fp:in-phrase($node))"/>
  </xsl:function>

  <!-- Whether a node's parent holds blocks rather than phrases. -->
  <xsl:function name="f:stands-alone" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="
      exists($node/parent::*[self::div or self::body or self::front or self::back or self::sp or self::postscript
        or self::opener or self::closer or self::quote[p]])"/>
  </xsl:function>

  <!-- Whether blocks stand among the content; what a note holds is shown elsewhere. -->
  <xsl:function name="f:holds-block" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="some $child in $element/* satisfies not($child/self::note) and f:is-block($child)"/>
  </xsl:function>

  <!-- id, language and direction: attributes that any element may have. -->
  <xsl:function name="f:common" as="attribute()*">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="anchor" as="xs:string" select="f:anchor($element)"/>
    <xsl:sequence select="f:semantics($element)"/>
    <xsl:if test="$anchor">
      <xsl:attribute name="id" select="$anchor"/>
    </xsl:if>
    <xsl:if test="$element/@xml:lang">
      <xsl:sequence select="f:lang($element/@xml:lang)"/>
    </xsl:if>
    <xsl:sequence select="fp:turn($element)"/>
  </xsl:function>

  <!-- The language; other outputs override this. -->
  <xsl:function name="f:lang" as="attribute()*">
    <xsl:param name="lang" as="xs:string"/>
    <xsl:attribute name="lang" select="$lang"/>
  </xsl:function>

  <!-- dir where words run from right to left, or turn back from such words. -->
  <xsl:function name="f:direction" as="attribute()?">
    <xsl:param name="lang" as="xs:string"/>
    <xsl:param name="around" as="element()?"/>
    <xsl:variable name="rtl" as="xs:boolean" select="f:is-right-to-left($lang)"/>
    <xsl:if test="$rtl or f:runs-right-to-left($around)">
      <xsl:attribute name="dir" select="if ($rtl) then 'rtl' else 'ltr'"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="fp:turn" as="attribute()?">
    <xsl:param name="element" as="element()"/>
    <xsl:if test="f:turns($element)">
      <xsl:attribute name="dir" select="if (f:runs-right-to-left($element)) then 'rtl' else 'ltr'"/>
    </xsl:if>
  </xsl:function>

  <!-- Words of ours for those who do not see the page. -->
  <xsl:function name="f:unseen" as="element(h:span)">
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="context" as="node()"/>
    <span class="unseen">
      <xsl:sequence select="f:own-language($context)"/>
      <xsl:text>{$words}</xsl:text>
    </span>
  </xsl:function>

  <!-- Words of ours in the midst of a text: their language, if the text has another. -->
  <xsl:function name="f:own-language" as="attribute()*">
    <xsl:param name="context" as="node()"/>
    <xsl:if test="f:spoken(string($context/ancestor-or-self::*[@xml:lang][1]/@xml:lang)) ne $speak
        or not(starts-with(lower-case($context/ancestor-or-self::*[@xml:lang][1]/@xml:lang), $speak))">
      <xsl:sequence select="f:lang($speak)"/>
    </xsl:if>
  </xsl:function>

  <!-- Where a pointer leads: "#id" within the document, "file.xml#id" to another document of the edition, or the web. -->
  <xsl:function name="f:link" as="xs:string?">
    <xsl:param name="pointer" as="attribute()?"/>
    <xsl:variable name="first" as="xs:string?" select="f:safe-address(tokenize($pointer)[1])"/>
    <xsl:sequence select="
      if (starts-with($first, '#')) then f:target($pointer)[ancestor::text or self::text] ! ('#' || @xml:id)
      else if (matches($first, '^[^/:#?]+\.xml(#.*)?$')) then
        f:document-link(replace($first, '\.xml(#.*)?$', ''), substring-after($first, '#'))
      else $first[matches(., '^https?:', 'i')]"/>
  </xsl:function>

  <!-- The page of another document of the edition; other outputs override this. -->
  <xsl:function name="f:document-link" as="xs:string?">
    <xsl:param name="document" as="xs:string"/>
    <xsl:param name="anchor" as="xs:string"/>
    <xsl:sequence select="if ($alone) then () else $document || '.html' || (if ($anchor) then '#' || $anchor else '')"/>
  </xsl:function>

</xsl:stylesheet>
