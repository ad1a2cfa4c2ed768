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

  <!-- Front matter, divisions, headings.
       https://tei-c.org/release/doc/tei-p5-doc/en/html/DS.html -->

  <xsl:template match="text" as="element()+">
    <xsl:variable name="body" as="node()*">
      <xsl:apply-templates select="body"/>
    </xsl:variable>
    <xsl:sequence select="f:front(.), f:introduced(.), f:views(ancestor::TEI), f:facsimile(ancestor::TEI)"/>
    <div class="text">
      <xsl:sequence select="f:common(.)"/>
      <xsl:sequence select="f:with-translations($body, f:laid-beside(.))"/>
      <xsl:apply-templates select="back/node() except f:laid-beside(.)"/>
    </div>
    <xsl:sequence select="f:notes-section(.)"/>
  </xsl:template>

  <!-- The head of the page: the lines that the transcript prints above the text, its own title as the heading. Where
       the transcript has no title, or not the one of the header, the header's title leads. -->
  <xsl:function name="f:front" as="element(h:header)">
    <xsl:param name="text" as="element(text)"/>
    <xsl:variable name="tei" as="element(TEI)" select="$text/ancestor::TEI"/>
    <header class="front">
      <xsl:if test="empty($text/front/titlePart[f:is-heading(.)])">
        <h1>{f:title($tei)}</h1>
      </xsl:if>
      <xsl:apply-templates select="$text/front/node()[not(self::note[@type = 'headnote'])]"/>
    </header>
  </xsl:function>

  <!-- Whether a line of the front matter is the title that the header also has. -->
  <xsl:function name="f:is-heading" as="xs:boolean">
    <xsl:param name="part" as="element(titlePart)"/>
    <xsl:sequence select="
      $part/@type = 'main' and empty($part/preceding-sibling::titlePart[@type eq 'main'])
      and normalize-space($part) eq f:title($part/ancestor::TEI)"/>
  </xsl:function>

  <xsl:template match="titlePart" as="element()">
    <xsl:element name="{if (f:is-heading(.)) then 'h1' else 'p'}">
      <xsl:attribute name="class" select="(@type, 'sub')[1]"/>
      <xsl:sequence select="f:common(.)"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="front" as="node()*">
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="body" as="node()*">
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="div" as="element(h:div)">
    <div class="{string-join((@type, @subtype), ' ')}">
      <xsl:sequence select="f:common(.)"/>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <!-- A division with a heading is a section named by it. -->
  <xsl:template match="div[f:heading(.)]" priority="1" as="element(h:section)">
    <section class="{string-join((@type, @subtype), ' ')}" aria-labelledby="{f:anchor(.)}-head">
      <xsl:sequence select="f:common(.)"/>
      <xsl:sequence select="f:made-heading(.)"/>
      <xsl:apply-templates/>
    </section>
  </xsl:template>

  <!-- The words that name a division: its heading, or, for a document within the document, what it is. -->
  <xsl:function name="f:heading" as="xs:string?">
    <xsl:param name="div" as="element()"/>
    <xsl:sequence select="
      if ($div/head) then normalize-space(string-join($div/head[1]//(text()[not(ancestor::note)] | lb) ! (if (self::lb) then ' ' else string())))
      else if (f:by-editors($div)) then f:translation-heading($div, $speak)
      else if ($div/@type = ('enclosure', 'translation')) then string-join((f:word('div-' || $div/@type, $speak), $div/@n), ' ')
      else ()"/>
  </xsl:function>

  <!-- Level 1 is the page's; each heading around adds one. -->
  <xsl:function name="f:level" as="xs:integer">
    <xsl:param name="div" as="element()"/>
    <xsl:sequence select="min((6, 2 + count($div/ancestor::*[self::div[f:heading(.)] or self::floatingText])))"/>
  </xsl:function>

  <!-- A heading of ours for a division that has none of its own. -->
  <xsl:function name="f:made-heading" as="element()?">
    <xsl:param name="div" as="element()"/>
    <xsl:if test="empty($div/head)">
      <xsl:element name="h{f:level($div)}">
        <xsl:attribute name="id" select="f:anchor($div) || '-head'"/>
        <xsl:attribute name="class" select="'made'"/>
        <xsl:sequence select="f:own-language($div)"/>
        <xsl:text>{f:heading($div)}</xsl:text>
      </xsl:element>
    </xsl:if>
  </xsl:function>

  <xsl:template match="div/head[1]" priority="1" as="element()">
    <xsl:element name="h{f:level(..)}">
      <xsl:attribute name="id" select="f:anchor(..) || '-head'"/>
      <xsl:if test="string-length(f:heading(..)) le 16">
        <xsl:attribute name="class" select="'short'"/>
      </xsl:if>
      <xsl:sequence select="f:common(.)[local-name() ne 'id']"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="head" as="element(h:p)">
    <p class="head">
      <xsl:sequence select="f:common(.)"/>
      <xsl:apply-templates/>
    </p>
  </xsl:template>

  <xsl:template match="floatingText" as="element(h:div)">
    <div class="floating {@type}" role="group" aria-label="{f:word('enclosed', $speak)}">
      <xsl:sequence select="f:common(.)"/>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <!-- The table of contents. -->
  <xsl:template match="div[f:heading(.)]" mode="m:toc" as="element(h:li)">
    <xsl:variable name="inner" as="element(h:li)*">
      <xsl:apply-templates mode="m:toc"/>
    </xsl:variable>
    <li>
      <a href="#{f:anchor(.)}">
        <span>
          <xsl:sequence select="fp:entry-language(.)"/>
          <xsl:text>{f:heading(.)}</xsl:text>
        </span>
      </a>
      <xsl:if test="$inner">
        <ul><xsl:sequence select="$inner"/></ul>
      </xsl:if>
    </li>
  </xsl:template>

  <!-- The language of a heading that is quoted away from its text. -->
  <xsl:function name="fp:entry-language" as="attribute()*">
    <xsl:param name="div" as="element()"/>
    <xsl:variable name="lang" as="xs:string" select="string($div/ancestor-or-self::*[@xml:lang][1]/@xml:lang)"/>
    <xsl:if test="$div/head and $lang and not(starts-with(lower-case($lang), $speak))">
      <xsl:sequence select="f:lang($lang), f:direction($lang, ())"/>
    </xsl:if>
  </xsl:function>

  <xsl:template match="floatingText | note" mode="m:toc" as="empty-sequence()"/>

  <!-- What stands beside the text has no place of its own. -->
  <xsl:template match="div[. intersect f:laid-beside(ancestor::text)]" mode="m:toc" priority="2" as="empty-sequence()"/>
  <xsl:template match="text()" mode="m:toc" as="empty-sequence()"/>

</xsl:stylesheet>
