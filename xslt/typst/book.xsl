<xsl:package version="3.0"
  name="https://teiedit.org/ns/typst-book"
  package-version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:b="https://teiedit.org/ns/book"
  xmlns:h="http://www.w3.org/1999/xhtml"
  xmlns:f="https://teiedit.org/ns/function"
  xmlns:fp="https://teiedit.org/ns/function/private"
  xmlns:m="https://teiedit.org/ns/mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  default-mode="m:book"
  declared-modes="yes"
  expand-text="yes"
  exclude-result-prefixes="#all">

  <!-- What stands in a book before and behind its documents, as the events that book.typ sets, in JSON.
       In: b:book with its facts, the edition's introduction, its principles and the signs that it uses. -->

  <xsl:include href="typst.xsl"/>
  <xsl:include href="own.xsl"/>

  <xsl:mode name="m:book" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/" mode="m:book" as="map(*)">
    <xsl:variable name="book" as="element(b:book)" select="b:book"/>
    <xsl:sequence select="map {
      'titles': array { fp:titles($book) },
      'introduction': array { fp:introduction($book) },
      'about': array { fp:about($book) },
      'own': fp:language($language),
      'edited': (fp:edited($book), '')[1],
      'words': map:merge(('contents', 'persons', 'places', 'organisations', 'about', 'page')
        ! map { .: f:word('book-' || ., $language) }) => map:put('attachment', f:word('pdf-attachment', $language))
        => map:put('note', f:word('pdf-note', $language)) }"
      xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>
  </xsl:template>

  <!-- The title page, and the imprint behind it. -->
  <xsl:function name="fp:titles" as="item()*">
    <xsl:param name="book" as="element(b:book)"/>
    <xsl:variable name="imprint" as="xs:string" select="string-join(($book/b:publisher, $book/b:place, $book/b:date)[string()], ', ')"/>
    <xsl:sequence select="
      fp:frame('titles', (
        fp:frame('book-title', string($book/b:title)),
        fp:line($book/b:subtitle, 15),
        fp:line(fp:edited($book), 12),
        fp:frame('foot', fp:line(string-join(($book/b:publisher, $book/b:place)[string()], ', '), 12)))),
      fp:frame('imprint', (
        fp:paragraph($book/b:description),
        fp:frame('facts', (
          fp:fact('pdf-edition', string-join(($book/b:title, $book/b:subtitle)[string()], '. ')[.]),
          fp:fact('publisher', $imprint[.]),
          fp:fact('editor', string-join($book/b:editor, ', ')[.]),
          fp:fact('transcriber', string($book/b:transcriber)[.]),
          fp:fact('licence', fp:terms($book)),
          fp:fact('book-address', $base-url[.] ! fp:frame('link', map { 'url': . }, .)),
          fp:fact('pdf-file', fp:made($book))))))"/>
  </xsl:function>

  <xsl:function name="fp:edited" as="xs:string?">
    <xsl:param name="book" as="element(b:book)"/>
    <xsl:sequence select="string-join($book/b:editor, ', ')[.] ! f:phrase('book-edited', $language, .)"/>
  </xsl:function>

  <xsl:function name="fp:made" as="xs:string">
    <xsl:param name="book" as="element(b:book)"/>
    <xsl:sequence select="string-join((f:phrase('book-made', $language, $book/@version),
      f:word('book-attached', $language)[$book/@attached eq 'true']), ' ')"/>
  </xsl:function>

  <xsl:function name="fp:terms" as="item()*">
    <xsl:param name="book" as="element(b:book)"/>
    <xsl:sequence select="
      if (empty($book/b:licence)) then f:word('no-licence', $language)
      else for $i in 1 to count($book/b:licence) return ('; '[$i gt 1], string($book/b:licence[$i]),
        $book/b:licence[$i]/@url[.] ! (' ', fp:frame('link', map { 'url': string() }, string())))"/>
  </xsl:function>

  <xsl:function name="fp:line" as="item()*">
    <xsl:param name="words" as="item()?"/>
    <xsl:param name="points" as="xs:integer"/>
    <xsl:sequence select="if (string($words)) then fp:frame('book-line', map { 'points': $points }, string($words)) else ()"/>
  </xsl:function>

  <xsl:function name="fp:paragraph" as="item()*">
    <xsl:param name="words" as="item()?"/>
    <xsl:sequence select="if (string($words)) then fp:frame('p', map { 'flush': true() }, string($words)) else ()"/>
  </xsl:function>

  <!-- The editor's introduction: XHTML made of introduction.md. -->
  <xsl:function name="fp:introduction" as="item()*">
    <xsl:param name="book" as="element(b:book)"/>
    <xsl:variable name="nodes" as="node()*" select="$book/b:introduction/h:div/node()"/>
    <!-- its own first heading is that of the chapter -->
    <xsl:variable name="heading" as="element()?" select="$nodes[self::*][1][self::h:h2]"/>
    <xsl:variable name="content" as="item()*">
      <xsl:apply-templates select="$nodes except $heading" mode="m:own"/>
    </xsl:variable>
    <xsl:sequence select="if (exists($content)) then (
      fp:frame('chapter', map { 'name': '=introduction' }, (fp:frame('anchor', map { 'id': '=introduction' }, ()),
        ($heading ! normalize-space(), string($book/b:introduction/@title), f:word('book-introduction', $language))[.][1])),
      $content) else ()"/>
  </xsl:function>

  <!-- The editorial principles, the signs, who made the edition and with what. -->
  <xsl:function name="fp:about" as="item()*">
    <xsl:param name="book" as="element(b:book)"/>
    <xsl:sequence select="
      fp:frame('chapter', map { 'name': '=about' }, f:word('book-about', $language)),
      fp:paragraph(f:word('principles-intro', $language)),
      if ($book/b:principle) then (
        fp:frame('head', map { 'level': 2, 'type': '' }, f:word('book-text', $language)),
        fp:frame('facts', for $principle in $book/b:principle return
          fp:frame('field', (fp:frame('label', string($principle/@name)),
            fp:frame('lang', fp:language('en'), string($principle)))))) else (),
      fp:frame('head', map { 'level': 2, 'type': '' }, f:word('principles-certainty', $language)),
      fp:paragraph(f:word('principles-certainty-text', $language)),
      fp:frame('facts', map { 'last': true() }, (
        fp:fact('pdf-signs', fp:shown-signs(tokenize($book/@signs))),
        fp:fact('pdf-file', fp:made($book))))"/>
  </xsl:function>

</xsl:package>
