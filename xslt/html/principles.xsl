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

  <!-- How the edition was made: what the encoding says of itself, and the rules that really fired. -->

  <xsl:template match="teiCorpus[$page eq 'principles']" as="element(h:html)">
    <xsl:sequence select="f:site-page('principles', f:word('nav-principles', $speak), f:word('principles-intro', $speak), f:principles(.))"/>
  </xsl:template>

  <xsl:function name="f:principles" as="element()*">
    <xsl:param name="corpus" as="element(teiCorpus)"/>
    <xsl:variable name="description" as="element(encodingDesc)?" select="$corpus/teiHeader/encodingDesc"/>
    <h1>{f:word('nav-principles', $speak)}</h1>
    <p>{f:word('principles-intro', $speak)}</p>
    <h2>{f:word('principles-text', $speak)}</h2>
    <dl class="principles">
      <xsl:for-each select="$description/editorialDecl/*">
        <dt>{f:word('principle-' || local-name(), $speak, local-name())}</dt>
        <dd>
          <xsl:sequence select="f:foreign('en')"/>
          <xsl:for-each select="p"><p>{normalize-space()}</p></xsl:for-each>
        </dd>
      </xsl:for-each>
    </dl>
    <h2>{f:word('principles-certainty', $speak)}</h2>
    <p>{f:word('principles-certainty-text', $speak)}</p>
    <xsl:sequence select="fp:rules($description/classDecl/taxonomy/category)"/>
  </xsl:function>

  <xsl:function name="fp:rules" as="element()*">
    <xsl:param name="rules" as="element(category)*"/>
    <xsl:if test="$rules">
      <h2>{f:word('principles-rules', $speak)}</h2>
      <p>{f:word('principles-rules-text', $speak)}</p>
      <div class="table" role="region" tabindex="0" aria-label="{f:word('principles-rules', $speak)}">
        <table class="rules">
          <thead>
            <tr>
              <xsl:for-each select="'rule', 'figure-documents', 'cert-high', 'cert-medium', 'cert-low'">
                <th scope="col">{f:word(., $speak)}</th>
              </xsl:for-each>
            </tr>
          </thead>
          <tbody>
            <xsl:for-each select="$rules">
              <xsl:sort select="xs:integer(@n)" order="descending"/>
              <xsl:sort select="string(@xml:id)" collation="http://www.w3.org/2005/xpath-functions/collation/codepoint"/>
              <tr id="{@xml:id}">
                <th scope="row"><xsl:sequence select="f:foreign('en')"/>{normalize-space(catDesc)}</th>
                <td class="number">{f:number(xs:integer(@n))}</td>
                <xsl:variable name="notes" as="element(note)*" select="note"/>
                <xsl:for-each select="'high', 'medium', 'low'">
                  <td class="number">{($notes[@type eq current()] ! f:number(xs:integer(.)), '–')[1]}</td>
                </xsl:for-each>
              </tr>
            </xsl:for-each>
          </tbody>
        </table>
      </div>
    </xsl:if>
  </xsl:function>

  <!-- What the pages do for readers of every kind, and what they do not. -->
  <xsl:template match="teiCorpus[$page eq 'accessibility']" as="element(h:html)">
    <xsl:variable name="content" as="element()*">
      <h1>{f:word('nav-accessibility', $speak)}</h1>
      <xsl:for-each select="'accessibility-aim', 'accessibility-text', 'accessibility-keys', 'accessibility-drawings', 'accessibility-limits'">
        <p>{f:word(., $speak)}</p>
      </xsl:for-each>
      <xsl:if test="$edition-publisher or $edition-editors">
        <p>{f:phrase('accessibility-contact', $speak, ($edition-publisher[.], $edition-editors)[1])}</p>
      </xsl:if>
    </xsl:variable>
    <xsl:sequence select="f:site-page('accessibility', f:word('nav-accessibility', $speak), f:word('accessibility-aim', $speak), $content)"/>
  </xsl:template>

  <!-- Shown by a web server in the place of a page that is not there, whatever its folder. -->
  <xsl:template match="teiCorpus[$page eq '404']" as="element(h:html)">
    <xsl:variable name="content" as="element()*">
      <h1>{f:word('not-found', $speak)}</h1>
      <p>{f:word('not-found-text', $speak)}</p>
      <ul class="ways">
        <xsl:for-each select="$site-pages">
          <li><a href="{f:page-href(. || '.html')}">{f:word('nav-' || ., $speak)}</a></li>
        </xsl:for-each>
      </ul>
    </xsl:variable>
    <xsl:sequence select="f:site-page('404', f:word('not-found', $speak), '', $content)"/>
  </xsl:template>

</xsl:stylesheet>
