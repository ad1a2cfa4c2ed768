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

  <!-- What all pages of the site share: addresses, banner with the ways through the edition, foot. -->

  <!-- A page of the edition in the reader's language: 'documents.html', 'documents/a.html'. -->
  <xsl:function name="f:page-href" as="xs:string">
    <xsl:param name="path" as="xs:string"/>
    <xsl:sequence select="$up || $path"/>
  </xsl:function>

  <!-- A page that is not a document's.
       $name: its file's name without ".html". $words: attributes of body. $content: what stands in main. -->
  <xsl:function name="f:site-page" as="element(h:html)">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="description" as="xs:string"/>
    <xsl:param name="content" as="node()*"/>
    <html>
      <xsl:sequence select="f:lang($speak)"/>
      <head>
        <xsl:sequence select="
          f:head-start(string-join(distinct-values(($title, $edition-title)[.]), ' – '), $description),
          f:style-sheet(), f:site-sheet(), f:own-styles(), f:translations($name || '.html'), f:neighbours()"/>
        <link rel="alternate" type="application/atom+xml" title="{($edition-title[.], f:word('documents', $speak))[1]}" href="{f:file-href('atom.xml')}"/>
        <xsl:if test="'epub' = $made">
          <link rel="alternate" type="application/atom+xml;profile=opds-catalog;kind=acquisition" title="EPUB" href="{f:file-href('opds.xml')}"/>
        </xsl:if>
      </head>
      <body class="site {if ($name = $own-pages/@name) then 'own' else if ($part) then $page else $name}">
        <a class="skip" href="#te-text">{f:word('skip', $speak)}</a>
        <xsl:sequence select="f:banner($name || '.html')"/>
        <main id="te-text" tabindex="-1">
          <xsl:sequence select="$content"/>
        </main>
        <xsl:sequence select="f:foot()"/>
      </body>
    </html>
  </xsl:function>

  <!-- What documents’ own pages do not need. -->
  <xsl:function name="f:site-sheet" as="element(h:link)">
    <link rel="stylesheet" href="{f:file-href('assets/site.css')}"/>
  </xsl:function>

  <!-- The pages before and after this one, where a list is divided.
       https://html.spec.whatwg.org/multipage/links.html#sequential-link-types -->
  <xsl:function name="f:neighbours" as="element(h:link)*">
    <xsl:for-each select="$ways/list/ref[@type = ('prev', 'next')]">
      <link rel="{@type}" href="{f:page-href(@target)}"/>
    </xsl:for-each>
  </xsl:function>

  <!-- The page's own address, and its translations. -->
  <xsl:function name="f:translations" as="element(h:link)*">
    <xsl:param name="path" as="xs:string"/>
    <xsl:variable name="plain" as="xs:string" select="if ($path eq 'index.html') then '' else $path"/>
    <xsl:if test="exists(f:web-address(''))">
      <link rel="canonical" href="{f:web-address($plain)}"/>
      <xsl:for-each select="$interface[count($interface) gt 1]">
        <link rel="alternate" hreflang="{.}" href="{$base-url || f:language-folder(.) || $plain}"/>
      </xsl:for-each>
    </xsl:if>
  </xsl:function>

  <!-- The edition's name, the ways through it, and the languages. $path: the page itself. -->
  <xsl:function name="f:banner" as="element(h:header)?">
    <xsl:param name="path" as="xs:string"/>
    <xsl:if test="not($alone)">
      <header class="banner">
        <p class="edition-name"><a href="{f:page-href('index.html')}"><xsl:sequence select="f:logo()"/>{($edition-title[.], f:word('home', $speak))[1]}</a></p>
        <nav class="ways" aria-label="{f:word('nav-site', $speak)}">
          <ul>
            <xsl:for-each select="$site-pages">
              <li><xsl:sequence select="fp:way(. || '.html', f:word('nav-' || ., $speak), $path)"/></li>
            </xsl:for-each>
            <xsl:sequence select="f:own-ways($path)"/>
          </ul>
        </nav>
        <xsl:sequence select="fp:languages($path)"/>
      </header>
    </xsl:if>
  </xsl:function>

  <xsl:function name="fp:way" as="element(h:a)">
    <xsl:param name="target" as="xs:string"/>
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="here" as="xs:string"/>
    <a href="{f:page-href($target)}">
      <xsl:if test="$target eq $here">
        <xsl:attribute name="aria-current" select="'page'"/>
      </xsl:if>
      <xsl:if test="$part and $target eq $page || '.html' and $target ne $here">
        <xsl:attribute name="aria-current" select="'true'"/>
      </xsl:if>
      <xsl:text>{$words}</xsl:text>
    </a>
  </xsl:function>

  <xsl:function name="fp:languages" as="element(h:nav)?">
    <xsl:param name="path" as="xs:string"/>
    <xsl:if test="count($interface) gt 1">
      <nav class="languages" aria-label="{f:word('nav-languages', $speak)}">
        <ul>
          <xsl:for-each select="$interface">
            <li>
              <a href="{f:file-href(f:language-folder(.) || $path)}" hreflang="{.}" lang="{.}">
                <xsl:if test=". eq $language">
                  <xsl:attribute name="aria-current" select="'true'"/>
                </xsl:if>
                <xsl:text>{f:word('own-name', .)}</xsl:text>
              </a>
            </li>
          </xsl:for-each>
        </ul>
      </nav>
    </xsl:if>
  </xsl:function>

  <xsl:function name="f:foot" as="element(h:footer)">
    <footer class="foot">
      <xsl:variable name="imprint" as="xs:string*"
        select="($edition-title, string-join(($edition-publisher, $edition-place, $edition-date)[.], ', '))[.]"/>
      <xsl:if test="exists($imprint)">
        <p>{string-join($imprint, ' · ')}</p>
      </xsl:if>
      <xsl:if test="$licence">
        <p>
          <xsl:text>{f:word('licence', $speak)}: </xsl:text>
          <xsl:sequence select="f:linked($licence, $licence-url, 'license')"/>
        </p>
      </xsl:if>
      <xsl:if test="not($alone)">
        <ul class="ways">
          <xsl:for-each select="$foot-pages">
            <li><a href="{f:page-href(. || '.html')}">{f:word('nav-' || ., $speak)}</a></li>
          </xsl:for-each>
        </ul>
      </xsl:if>
      <xsl:sequence select="f:own-foot()"/>
      <p>{f:word('made', $speak)}</p>
    </footer>
  </xsl:function>

</xsl:stylesheet>
