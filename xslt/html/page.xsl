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

  <!-- The page of one document: banner, contents, text, facts, foot. -->

  <xsl:template match="/" as="element(h:html)">
    <xsl:apply-templates select="TEI | teiCorpus"/>
  </xsl:template>

  <xsl:template match="TEI" as="element(h:html)">
    <html>
      <xsl:sequence select="f:lang($speak)"/>
      <xsl:sequence select="f:head(.)"/>
      <body class="document">
        <a class="skip" href="#te-text">{f:word('skip', $speak)}</a>
        <xsl:sequence select="f:banner('documents/' || @xml:id || '.html')"/>
        <div class="layout">
          <xsl:sequence select="fp:contents(.)"/>
          <main id="te-text" tabindex="-1">
            <article>
              <xsl:sequence select="fp:text-language(.)"/>
              <xsl:apply-templates select="text"/>
            </article>
            <xsl:sequence select="f:beside(), f:encoding(.)"/>
          </main>
          <aside id="te-about" aria-labelledby="te-about-head">
            <xsl:sequence select="f:panel(.)"/>
          </aside>
        </div>
        <xsl:sequence select="f:foot(), f:toast(.), f:evidence-box(.)"/>
      </body>
    </html>
  </xsl:template>

  <!-- The language of the transcript, which need not be that of the page. -->
  <xsl:function name="fp:text-language" as="attribute()*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:if test="f:language($tei) ne 'und'">
      <xsl:sequence select="f:lang(f:language($tei)), f:direction(f:language($tei), ())"/>
    </xsl:if>
  </xsl:function>

  <!-- The ways on: in the correspondence, and in the edition. -->
  <xsl:function name="f:beside" as="element(h:nav)?">
    <xsl:variable name="refs" as="element(ref)*" select="$beside/list/item/ref"/>
    <xsl:variable name="exchange" as="element(ref)*" select="$refs[@type = ('earlier', 'later')]"/>
    <xsl:variable name="order" as="element(ref)*"
      select="$refs[@type = ('previous', 'next')][not(@target = $exchange/@target)]"/>
    <xsl:if test="$refs and not($alone)">
      <nav class="beside" aria-label="{f:word('beside', $speak)}">
        <ul>
          <xsl:for-each select="$exchange, $order">
            <li class="{@type}">
              <a href="{@target}" rel="{if (@type = ('earlier', 'previous')) then 'prev' else 'next'}">
                <span class="way">{f:word(@type, $speak)}</span>
                <xsl:text> </xsl:text>
                <span class="title"><xsl:sequence select="f:foreign(string(@xml:lang))"/>{normalize-space()}</span>
              </a>
            </li>
          </xsl:for-each>
        </ul>
      </nav>
    </xsl:if>
  </xsl:function>

  <!-- Links within the page; the list is closed at first where it is long and the window narrow. -->
  <xsl:function name="fp:contents" as="element(h:nav)">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="entries" as="element(h:li)*">
      <xsl:apply-templates select="$tei/text" mode="m:toc"/>
    </xsl:variable>
    <nav class="contents" aria-label="{f:word('on-this-page', $speak)}">
      <details>
        <xsl:if test="count($entries/descendant-or-self::h:li) le 4">
          <xsl:attribute name="open"/>
        </xsl:if>
        <summary>{f:word('on-this-page', $speak)}</summary>
        <ul>
          <xsl:sequence select="$entries"/>
          <xsl:if test="f:end-notes($tei/text)">
            <li><a href="#te-notes">{f:word('notes', $speak)}</a></li>
          </xsl:if>
          <li><a href="#te-about">{f:word('about', $speak)}</a></li>
          <li><a href="#te-encoding">{f:word('encoding', $speak)}</a></li>
        </ul>
      </details>
    </nav>
  </xsl:function>

  <!-- Words with a link, if the address is one that may be followed. -->
  <xsl:function name="f:linked" as="node()">
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="address" as="xs:string?"/>
    <xsl:param name="rel" as="xs:string"/>
    <xsl:variable name="href" as="xs:string?" select="f:safe-address($address)"/>
    <xsl:choose>
      <xsl:when test="$href">
        <a href="{$href}">
          <xsl:if test="$rel">
            <xsl:attribute name="rel" select="$rel"/>
          </xsl:if>
          <xsl:text>{$words}</xsl:text>
        </a>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="$words"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

</xsl:stylesheet>
