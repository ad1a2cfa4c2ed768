<xsl:stylesheet version="3.0"
  xmlns="http://www.w3.org/1999/xhtml"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:h="http://www.w3.org/1999/xhtml"
  xmlns:o="https://teiedit.org/ns/house"
  xmlns:f="https://teiedit.org/ns/function"
  xmlns:fp="https://teiedit.org/ns/function/private"
  xmlns:m="https://teiedit.org/ns/mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  default-mode="m:html"
  expand-text="yes"
  exclude-result-prefixes="#all">

  <!-- What an edition brings of its own: logo, style sheets, a line at the foot, an introduction, pages. -->

  <!-- Its words, made of Markdown: addresses begin at the home page, and are moved to where the page stands. -->
  <xsl:mode name="m:own" on-no-match="shallow-copy" on-multiple-match="fail"/>

  <xsl:variable name="own" as="element(o:house)?" select="$house/o:house[not($alone)]"/>
  <xsl:variable name="own-pages" as="element(o:page)*" select="$own/o:page"/>

  <!-- A page of the edition's own. -->
  <xsl:template match="teiCorpus[$page = $own-pages[o:body]/@name]" as="element(h:html)">
    <xsl:variable name="made" as="element(o:page)" select="$own-pages[o:body][@name eq $page]"/>
    <xsl:variable name="content" as="element()+">
      <h1>
        <xsl:sequence select="f:foreign($made/@lang)"/>
        <xsl:text>{$made/@title}</xsl:text>
      </h1>
      <xsl:sequence select="fp:words($made)"/>
    </xsl:variable>
    <xsl:sequence select="f:site-page($page, $made/@title, '', $content)"/>
  </xsl:template>

  <xsl:function name="f:introduction" as="element(h:div)?">
    <xsl:sequence select="$own/o:introduction/fp:words(.)"/>
  </xsl:function>

  <xsl:function name="fp:words" as="element(h:div)">
    <xsl:param name="page" as="element()"/>
    <div class="own-words">
      <xsl:sequence select="f:foreign($page/@lang)"/>
      <xsl:apply-templates select="$page/o:body/h:div/node()" mode="m:own"/>
    </div>
  </xsl:function>

  <!-- The ways to the edition's own pages. -->
  <xsl:function name="f:own-ways" as="element(h:li)*">
    <xsl:param name="here" as="xs:string"/>
    <xsl:for-each select="$own-pages">
      <li>
        <a href="{f:page-href(@name || '.html')}">
          <xsl:sequence select="f:foreign(@lang)"/>
          <xsl:if test="@name || '.html' eq $here">
            <xsl:attribute name="aria-current" select="'page'"/>
          </xsl:if>
          <xsl:text>{@title}</xsl:text>
        </a>
      </li>
    </xsl:for-each>
  </xsl:function>

  <!-- The logo says nothing that the edition's name beside it does not, unless the edition says what. -->
  <xsl:function name="f:logo" as="element(h:img)?">
    <xsl:for-each select="$own/o:logo">
      <img class="logo" src="{f:file-href(encode-for-uri(@src) => replace('%2F', '/'))}" width="{@width}" height="{@height}" alt="{@alt}"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="f:own-styles" as="element(h:link)*">
    <xsl:for-each select="$own/o:style">
      <link rel="stylesheet" href="{f:file-href(@href)}"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="f:own-foot" as="element(h:p)?">
    <xsl:for-each select="$own/o:footer">
      <p class="own-foot">
        <xsl:apply-templates select="h:div/node()" mode="m:own"/>
      </p>
    </xsl:for-each>
  </xsl:function>

  <!-- Within the site: files that are the same in all languages, and pages. -->
  <xsl:template match="h:a[not(matches(@href, '^(https?:|mailto:|//|#)', 'i'))]" mode="m:own" as="element(h:a)">
    <a href="{if (matches(@href, '^(assets|tei|pdf|epub|text|cite)/')) then f:file-href(@href) else f:page-href(fp:moved(@href))}">
      <xsl:apply-templates select="@* except @href, node()" mode="m:own"/>
    </a>
  </xsl:template>

  <!-- Where entries of the registers have pages of their own, a link to one leads there. -->
  <xsl:function name="fp:moved" as="xs:string">
    <xsl:param name="address" as="xs:string"/>
    <xsl:sequence select="if ($large) then replace($address, '^(persons|places|organisations)\.html#(.+)$', '$1/$2.html') else $address"/>
  </xsl:function>

  <xsl:template match="h:img/@src" mode="m:own" as="attribute(src)">
    <xsl:attribute name="src" select="f:file-href(.)"/>
  </xsl:template>

  <xsl:template match="h:table" mode="m:own" as="element(h:div)">
    <div class="table">
      <table>
        <xsl:apply-templates mode="m:own"/>
      </table>
    </div>
  </xsl:template>

  <!-- Notes: the number is the call, and the way back says where it leads. -->
  <xsl:template match="h:sup[@class eq 'footnote-ref']" mode="m:own" as="element(h:a)">
    <a class="call" role="doc-noteref">
      <xsl:sequence select="h:a/(@href, @id)"/>
      <xsl:attribute name="aria-label" select="f:phrase('note-call', $speak, fp:note-number(.))"/>
      <xsl:text>{fp:note-number(.)}</xsl:text>
    </a>
  </xsl:template>

  <xsl:template match="h:hr[@class eq 'footnotes-sep']" mode="m:own" as="empty-sequence()"/>

  <xsl:template match="h:section[@class eq 'footnotes']" mode="m:own" as="element(h:section)">
    <section class="own-notes" role="doc-endnotes" aria-label="{f:word('notes', $speak)}">
      <xsl:apply-templates mode="m:own"/>
    </section>
  </xsl:template>

  <xsl:template match="h:a[@class eq 'footnote-backref']" mode="m:own" priority="1" as="element(h:a)">
    <a class="back" href="{@href}" role="doc-backlink"
      aria-label="{f:phrase('note-back', $speak, string(count(ancestor::h:li[1]/preceding-sibling::h:li) + 1))}">↩</a>
  </xsl:template>

  <xsl:function name="fp:note-number" as="xs:string">
    <xsl:param name="call" as="element(h:sup)"/>
    <xsl:sequence select="replace($call, '[\[\]]', '')"/>
  </xsl:function>

</xsl:stylesheet>
