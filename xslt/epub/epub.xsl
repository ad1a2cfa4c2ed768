<xsl:stylesheet version="3.0"
  xmlns="http://www.w3.org/1999/xhtml"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:epub="http://www.idpf.org/2007/ops"
  xmlns:h="http://www.w3.org/1999/xhtml"
  xmlns:f="https://teiedit.org/ns/function"
  xmlns:fp="https://teiedit.org/ns/function/private"
  xmlns:m="https://teiedit.org/ns/mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  default-mode="m:html"
  expand-text="yes"
  exclude-result-prefixes="#all">

  <!-- A document's page in an e-book: the HTML page without what belongs to a web site, with the roles of EPUB.
       Beside it, as entry.xml, what the book's own files need to know of it.
       https://www.w3.org/TR/epub-33/#sec-xhtml -->

  <xsl:import href="../html/document.xsl"/>
  <xsl:include href="params.xsl"/>
  <xsl:include href="entry.xsl"/>
  <xsl:include href="book.xsl"/>
  <xsl:include href="front.xsl"/>
  <xsl:include href="notes.xsl"/>
  <xsl:include href="indexes.xsl"/>
  <xsl:include href="opf.xsl"/>
  <xsl:include href="nav.xsl"/>

  <xsl:output method="xhtml" html-version="5" encoding="UTF-8" indent="no" include-content-type="no"
    escape-uri-attributes="no" omit-xml-declaration="no"/>

  <!-- A book's page is too narrow for two columns: translations follow the document. -->
  <xsl:function name="f:laid-beside" as="element(div)*">
    <xsl:param name="text" as="element(text)"/>
    <xsl:sequence select="()"/>
  </xsl:function>

  <xsl:template match="/" as="element()?">
    <xsl:apply-templates select="TEI | teiCorpus | *:book"/>
  </xsl:template>

  <xsl:template match="TEI" as="element(h:html)">
    <xsl:result-document href="entry.xml" method="xml" indent="no">
      <xsl:sequence select="f:entry(.)"/>
    </xsl:result-document>
    <xsl:variable name="body" as="element(h:body)">
      <body>
        <xsl:attribute name="epub:type" select="'bodymatter'"/>
        <xsl:sequence select="f:direction(f:language(.), ())"/>
        <section role="doc-chapter" aria-label="{f:title(.)}">
          <xsl:attribute name="epub:type" select="'chapter'"/>
          <xsl:sequence select="fp:number(.)"/>
          <xsl:apply-templates select="text"/>
          <div>
            <xsl:sequence select="f:lang($speak), f:direction($speak, .)"/>
            <section id="te-about" class="about" aria-labelledby="te-about-head">
              <xsl:sequence select="f:panel(.)"/>
            </section>
            <xsl:sequence select="f:encoding(.)"/>
          </div>
        </section>
      </body>
    </xsl:variable>
    <xsl:sequence select="f:book-page(f:title(.), f:language(.), $body)"/>
  </xsl:template>

  <!-- What the indexes call the document by. -->
  <xsl:function name="fp:number" as="element(h:p)?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:if test="$number gt 0">
      <p class="number">
        <xsl:sequence select="f:lang($speak), f:direction($speak, $tei)"/>
        <xsl:text>{f:phrase('epub-document', $speak, string($number))}</xsl:text>
      </p>
    </xsl:if>
  </xsl:function>

  <!-- A file of the book. -->
  <xsl:function name="f:book-page" as="element(h:html)">
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:param name="body" as="element(h:body)"/>
    <html>
      <xsl:namespace name="epub" select="'http://www.idpf.org/2007/ops'"/>
      <xsl:attribute name="epub:prefix" select="'z3998: http://www.daisy.org/z3998/2012/vocab/structure/#'"/>
      <xsl:sequence select="f:lang(if ($lang eq 'und') then $speak else $lang)"/>
      <head>
        <meta charset="utf-8"/>
        <title>{$title}</title>
        <link rel="stylesheet" type="text/css" href="{'../'[$body//*:section[@role eq 'doc-chapter']]}style.css"/>
      </head>
      <xsl:sequence select="$body"/>
    </html>
  </xsl:function>

  <!-- XHTML is read by XML's rules and by HTML's. -->
  <xsl:function name="f:lang" as="attribute()*">
    <xsl:param name="lang" as="xs:string"/>
    <xsl:attribute name="lang" select="$lang"/>
    <xsl:attribute name="xml:lang" select="$lang"/>
  </xsl:function>

  <!-- The roles of a letter's parts. https://www.daisy.org/z3998/2012/vocab/structure/ -->
  <xsl:function name="f:semantics" as="attribute()*">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="type" as="xs:string?" select="fp:role($element)"/>
    <xsl:if test="$type">
      <xsl:attribute name="epub:type" select="$type"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="fp:role" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="$element ! (
      if (self::div[@type eq 'letter']) then 'z3998:letter'
      else if (self::salute[parent::closer]) then 'z3998:valediction'
      else if (self::salute) then 'z3998:salutation'
      else if (self::signed) then 'z3998:signature'
      else if (self::persName or self::orgName) then fp:party(.)
      else if (self::postscript) then 'z3998:postscript'
      else if (self::pb) then 'pagebreak'
      else ())"/>
  </xsl:function>

  <!-- Who signs, or stands in the field of senders; who is greeted, or stands in that of recipients. -->
  <xsl:function name="fp:party" as="xs:string?">
    <xsl:param name="name" as="element()"/>
    <xsl:variable name="field" as="xs:string?" select="$name/ancestor::seg[@type eq 'field'][1]/@subtype"/>
    <xsl:sequence select="
      if ($name/ancestor::signed or $field eq 'from') then 'z3998:sender'
      else if ($field eq 'to' or $name/ancestor::salute[parent::opener]) then 'z3998:recipient'
      else ()"/>
  </xsl:function>

  <!-- In a book everything is open. -->
  <xsl:function name="f:disclosure" as="element()">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="content" as="element()+"/>
    <section class="{$key}" aria-labelledby="te-{$key}">
      <h3 id="te-{$key}">{f:word($key, $speak)}</h3>
      <xsl:sequence select="$content"/>
    </section>
  </xsl:function>

  <!-- A book has no files beside it. -->
  <xsl:function name="f:cite" as="element()*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="()"/>
  </xsl:function>

  <!-- A book has one view, its own ways to cite, and no pages of registers. -->
  <xsl:function name="f:views" as="element(h:div)?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="()"/>
  </xsl:function>

  <xsl:function name="f:facsimile" as="element(h:section)?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="()"/>
  </xsl:function>

  <xsl:function name="f:handle" as="element(h:a)?">
    <xsl:param name="p" as="element(p)"/>
    <xsl:sequence select="()"/>
  </xsl:function>

  <xsl:function name="f:cited" as="xs:boolean">
    <xsl:param name="label" as="element(label)"/>
    <xsl:sequence select="false()"/>
  </xsl:function>

  <xsl:function name="f:why" as="element(h:a)?">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="()"/>
  </xsl:function>

  <!-- The entry of a name in an index of the volume. -->
  <xsl:function name="f:register-link" as="xs:string?">
    <xsl:param name="name" as="element()"/>
    <xsl:variable name="record" as="xs:string?"
      select="f:target($name/@ref)[self::person or self::place or self::org]/@xml:id[. = $indexed-records]"/>
    <xsl:sequence select="
      if (empty($record) or f:holds-or-is-held($name)) then ()
      else '../' || $register-pages(substring-before($record, '-')) || '.xhtml#' || $record"/>
  </xsl:function>

  <xsl:function name="f:format-links" as="element()*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="()"/>
  </xsl:function>

  <!-- A document of the same book, or its page on the web. Whether a book has the place is seen when all its pages are
       made (publish/_passages.py). -->
  <xsl:function name="f:document-link" as="xs:string?">
    <xsl:param name="document" as="xs:string"/>
    <xsl:param name="anchor" as="xs:string"/>
    <xsl:variable name="tail" as="xs:string" select="if ($anchor) then '#' || $anchor else ''"/>
    <xsl:sequence select="
      if ($document = $book-mates) then fp:way() || $document || '.xhtml' || $tail
      else if ($base-url) then $base-url || 'documents/' || $document || '.html' || $tail
      else ()"/>
  </xsl:function>

  <!-- Documents lie beside one another; other files above them. -->
  <xsl:function name="fp:way" as="xs:string">
    <xsl:sequence select="if ($in-front) then 'documents/' else ''"/>
  </xsl:function>

</xsl:stylesheet>
