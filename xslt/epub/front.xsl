<xsl:stylesheet version="3.0"
  xmlns="http://www.w3.org/1999/xhtml"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:epub="http://www.idpf.org/2007/ops"
  xmlns:h="http://www.w3.org/1999/xhtml"
  xmlns:o="https://teiedit.org/ns/house"
  xmlns:f="https://teiedit.org/ns/function"
  xmlns:fp="https://teiedit.org/ns/function/private"
  xmlns:m="https://teiedit.org/ns/mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  default-mode="m:html"
  expand-text="yes"
  exclude-result-prefixes="#all">

  <!-- What stands before the documents: cover, title page, imprint, introduction. -->

  <xsl:template match="*:book[@file eq 'cover']" as="element(h:html)">
    <xsl:variable name="picture" as="element(h:section)">
      <section class="cover" aria-label="{f:word('epub-cover', $speak)}">
        <xsl:attribute name="epub:type" select="'cover'"/>
        <img src="cover.svg" role="doc-cover" alt="{f:phrase('epub-cover-alt', $speak, @cover)}"/>
      </section>
    </xsl:variable>
    <xsl:sequence select="f:book-page(f:word('epub-cover', $speak), $speak, f:book-body('frontmatter', $picture))"/>
  </xsl:template>

  <xsl:template match="*:book[@file eq 'title']" as="element(h:html)">
    <xsl:variable name="title" as="element(h:section)">
      <section class="titlepage" aria-label="{f:word('epub-titlepage', $speak)}">
        <xsl:attribute name="epub:type" select="'titlepage'"/>
        <h1>{f:book-title(.)}</h1>
        <xsl:sequence select="
          fp:subtitle(),
          fp:title-line('editors', fp:editors()),
          fp:title-line('description', $edition-description),
          fp:title-line('imprint', string-join(($edition-publisher, $edition-place, $edition-date)[.], ', '))"/>
      </section>
    </xsl:variable>
    <xsl:sequence select="f:book-page(f:book-title(.), $speak, f:book-body('frontmatter', $title))"/>
  </xsl:template>

  <xsl:function name="fp:subtitle" as="element(h:p)?">
    <xsl:if test="$edition-subtitle">
      <p class="subtitle" role="doc-subtitle">{$edition-subtitle}</p>
    </xsl:if>
  </xsl:function>

  <xsl:function name="fp:title-line" as="element(h:p)?">
    <xsl:param name="class" as="xs:string"/>
    <xsl:param name="words" as="xs:string?"/>
    <xsl:if test="$words">
      <p class="{$class}">{$words}</p>
    </xsl:if>
  </xsl:function>

  <xsl:function name="fp:editors" as="xs:string?">
    <xsl:sequence select="$edition-editors[.] !
      (f:word(if (contains(., ', ')) then 'editors' else 'editor', $speak) || ': ' || .)"/>
  </xsl:function>

  <!-- Who publishes it, where, when and under which terms, and how it is identified. -->
  <xsl:template match="*:book[@file eq 'imprint']" as="element(h:html)">
    <xsl:variable name="name" as="xs:string" select="f:word('epub-imprint', $speak)"/>
    <xsl:variable name="imprint" as="element(h:section)">
      <section class="copyright" aria-labelledby="te-imprint">
        <xsl:attribute name="epub:type" select="'copyright-page'"/>
        <h1 id="te-imprint">{$name}</h1>
        <xsl:sequence select="
          fp:title-line('work', string-join((f:book-title(.), $edition-subtitle)[.], '. ')),
          fp:title-line('editors', fp:editors()),
          fp:title-line('publisher', string-join(($edition-publisher, $edition-place, $edition-date)[.], ', ')),
          fp:terms(), fp:web(),
          fp:title-line('identifier', f:word('epub-identifier', $speak) || ': ' || $identifier),
          fp:title-line('type', f:word('epub-type', $speak))"/>
      </section>
    </xsl:variable>
    <xsl:sequence select="f:book-page($name, $speak, f:book-body('frontmatter', $imprint))"/>
  </xsl:template>

  <xsl:function name="fp:terms" as="element(h:p)?">
    <xsl:if test="$licence">
      <p class="licence">
        <xsl:text>{f:word('licence', $speak)}: </xsl:text>
        <xsl:sequence select="f:linked($licence, $licence-url, '')"/>
      </p>
    </xsl:if>
  </xsl:function>

  <xsl:function name="fp:web" as="element(h:p)?">
    <xsl:if test="$base-url">
      <p class="web"><a href="{$base-url}">{$base-url}</a></p>
    </xsl:if>
  </xsl:function>

  <!-- The editors' own introduction. -->
  <xsl:template match="*:book[@file eq 'introduction']" as="element(h:html)">
    <xsl:variable name="name" as="xs:string" select="fp:introduction-title()"/>
    <xsl:variable name="introduction" as="element(h:section)">
      <section role="doc-introduction" aria-label="{$name}">
        <xsl:attribute name="epub:type" select="'introduction'"/>
        <h1>{$name}</h1>
        <xsl:sequence select="f:introduction()"/>
      </section>
    </xsl:variable>
    <xsl:sequence select="f:book-page($name, $speak, f:book-body('frontmatter', $introduction))"/>
  </xsl:template>

  <xsl:function name="fp:introduction-title" as="xs:string">
    <xsl:sequence select="($own/o:introduction/@title[.] ! string(), f:word('epub-introduction', $speak))[1]"/>
  </xsl:function>

  <!-- A heading that says what the page is called is its first heading already. -->
  <xsl:template match="o:introduction/o:body/h:div/*[1][self::h:h2][. = fp:introduction-title()]" mode="m:own"
    as="empty-sequence()"/>

  <!-- Those below it then stand in its place. -->
  <xsl:template match="o:introduction/o:body/h:div[*[1][self::h:h2][. = fp:introduction-title()]]//(h:h3 | h:h4 | h:h5 | h:h6)"
    mode="m:own" as="element()">
    <xsl:element name="h{number(substring(local-name(), 2)) - 1}">
      <xsl:apply-templates select="@*, node()" mode="m:own"/>
    </xsl:element>
  </xsl:template>

  <!-- Its links: to documents of the book, else to the web; to nothing where there is neither. -->
  <xsl:template match="h:a[not(matches(@href, '^(https?:|mailto:|//|#)', 'i'))]" mode="m:own" as="element()">
    <xsl:variable name="document" as="xs:string?" select="
      replace(@href, '^documents/([^/?#]+)\.html(#.*)?$', '$1')[current()/@href ne .]"/>
    <xsl:variable name="address" as="xs:string?" select="
      if ($document) then f:document-link($document, substring-after(@href, '#'))
      else ($base-url || @href)[$base-url]"/>
    <xsl:element name="{if ($address) then 'a' else 'span'}">
      <xsl:if test="$address">
        <xsl:attribute name="href" select="$address"/>
      </xsl:if>
      <xsl:apply-templates select="@* except @href, node()" mode="m:own"/>
    </xsl:element>
  </xsl:template>

  <!-- A book's only picture is its cover: what a picture shows is said. -->
  <xsl:template match="h:img" mode="m:own" as="element(h:span)">
    <span class="figure">{(normalize-space(@alt)[.], f:word('figure', $speak))[1]}</span>
  </xsl:template>

</xsl:stylesheet>
