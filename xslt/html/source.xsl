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

  <!-- A document's TEI source as a page: as the file is, line by line, each element that the text's page can link to
       under the same name. -->

  <xsl:mode name="m:source" on-no-match="fail" on-multiple-match="fail" use-accumulators="#all"/>

  <xsl:template match="TEI[$page eq 'source']" priority="1" as="element(h:html)">
    <xsl:variable name="name" as="xs:string" select="'documents/' || @xml:id || '.tei.html'"/>
    <html>
      <xsl:sequence select="f:lang($speak)"/>
      <head>
        <xsl:sequence select="
          f:head-start(string-join((f:title(.) || ': ' || f:word('view-source', $speak), $edition-title[.]), ' – '), ''),
          f:style-sheet(), f:site-sheet(), f:own-styles(), f:scripts(), f:translations($name)"/>
        <meta name="robots" content="noindex"/>
      </head>
      <body class="source">
        <a class="skip" href="#te-text">{f:word('skip', $speak)}</a>
        <xsl:sequence select="f:banner($name)"/>
        <main id="te-text" tabindex="-1">
          <h1>
            <span>
              <xsl:sequence select="f:lang(f:language(.)[. ne 'und']), f:direction(f:language(.), ())"/>
              <xsl:text>{f:title(.)}</xsl:text>
            </span>
            <xsl:text> </xsl:text>
            <small>{f:word('view-source', $speak)}</small>
          </h1>
          <xsl:sequence select="fp:source-bar(.), fp:listing(.)"/>
        </main>
        <xsl:sequence select="f:foot()"/>
      </body>
    </html>
  </xsl:template>

  <xsl:function name="fp:source-bar" as="element(h:div)">
    <xsl:param name="tei" as="element(TEI)"/>
    <div class="views">
      <a class="other-view" href="{f:page-href('documents/' || $tei/@xml:id || '.html')}">{f:word('view-text', $speak)}</a>
      <label><input type="checkbox" id="te-wrap" checked="checked"/> {f:word('source-wrap', $speak)}</label>
      <xsl:if test="'tei' = $made">
        <a href="{f:file-href('tei/' || $tei/@xml:id || '.xml')}" type="application/tei+xml">{f:word('source-file', $speak)}</a>
      </xsl:if>
    </div>
  </xsl:function>

  <!-- The lines. A line that is longer than the window is wrapped, or scrolls within the listing. -->
  <xsl:function name="fp:listing" as="element(h:pre)">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="tokens" as="node()*">
      <span class="c">{'&lt;?xml version="1.0" encoding="UTF-8"?>'}</span>
      <br/>
      <xsl:for-each select="$tei/preceding-sibling::node(), $tei">
        <xsl:apply-templates select="." mode="m:source"/>
        <br/>
      </xsl:for-each>
    </xsl:variable>
    <pre role="region" tabindex="0" aria-label="{f:word('view-source', $speak)}" translate="no">
      <xsl:for-each-group select="$tokens[position() lt last()]" group-starting-with="h:br">
        <span class="l">
          <xsl:sequence select="current-group()[not(self::h:br)]"/>
          <xsl:text>&#10;</xsl:text>
        </span>
      </xsl:for-each-group>
    </pre>
  </xsl:function>

  <xsl:template match="*" mode="m:source" as="node()*">
    <span class="t">
      <xsl:for-each select="(f:anchor(.), string(@xml:id))[.][1]">
        <xsl:attribute name="id" select="."/>
      </xsl:for-each>
      <xsl:text>&lt;{name()}</xsl:text>
    </span>
    <xsl:sequence select="fp:namespaces(.)"/>
    <xsl:apply-templates select="@*" mode="m:source"/>
    <xsl:choose>
      <xsl:when test="node()">
        <xsl:text>></xsl:text>
        <xsl:apply-templates mode="m:source"/>
        <span class="t">&lt;/{name()}></span>
      </xsl:when>
      <xsl:otherwise>
        <xsl:text>/></xsl:text>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The namespaces that an element declares: those that its parent has not. -->
  <xsl:function name="fp:namespaces" as="node()*">
    <xsl:param name="element" as="element()"/>
    <xsl:for-each select="in-scope-prefixes($element)[. ne 'xml']">
      <xsl:variable name="address" as="xs:string" select="string(namespace-uri-for-prefix(., $element))"/>
      <xsl:if test="not(string($element/parent::*/namespace-uri-for-prefix(current(), .)) eq $address)">
        <xsl:sequence select="fp:pair(string-join(('xmlns', .[.]), ':'), $address)"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:function>

  <xsl:template match="@*" mode="m:source" as="node()*">
    <xsl:sequence select="fp:pair(name(), .)"/>
  </xsl:template>

  <xsl:function name="fp:pair" as="node()*">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="xs:string"/>
    <xsl:text> </xsl:text>
    <span class="a">{$name}</span>
    <xsl:text>=</xsl:text>
    <span class="v">"{fp:escaped($value) => replace('"', '&amp;quot;') => replace('&#10;', '&amp;#10;') => replace('&#9;', '&amp;#9;')}"</span>
  </xsl:function>

  <xsl:function name="fp:escaped" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="
      replace($text, '&amp;', '&amp;amp;', 'q') => replace('&lt;', '&amp;lt;', 'q') => replace('>', '&amp;gt;', 'q')
      => replace('&#13;', '&amp;#13;', 'q')"/>
  </xsl:function>

  <xsl:template match="text()" mode="m:source" as="node()*">
    <xsl:for-each select="tokenize(fp:escaped(.), '\n')">
      <xsl:if test="position() ne 1"><br/></xsl:if>
      <xsl:value-of select="."/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="comment() | processing-instruction()" mode="m:source" as="node()*">
    <xsl:variable name="source" as="xs:string" select="
      if (self::comment()) then '&lt;!--' || . || '-->' else '&lt;?' || string-join((name(), string(.)[.]), ' ') || '?>'"/>
    <xsl:for-each select="tokenize($source, '\n')">
      <xsl:if test="position() ne 1"><br/></xsl:if>
      <span class="c">{.}</span>
    </xsl:for-each>
  </xsl:template>

</xsl:stylesheet>
