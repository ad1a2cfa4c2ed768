<xsl:stylesheet version="3.0"
  xmlns="http://www.w3.org/1999/xhtml"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:math="http://www.w3.org/2005/xpath-functions/math"
  xmlns:svg="http://www.w3.org/2000/svg"
  xmlns:h="http://www.w3.org/1999/xhtml"
  xmlns:f="https://teiedit.org/ns/function"
  xmlns:fp="https://teiedit.org/ns/function/private"
  xmlns:m="https://teiedit.org/ns/mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  default-mode="m:html"
  expand-text="yes"
  exclude-result-prefixes="#all">

  <!-- The edition in figures. -->

  <xsl:template match="teiCorpus[$page eq 'statistics']" as="element(h:html)">
    <xsl:variable name="corpus" as="element(teiCorpus)" select="."/>
    <xsl:variable name="content" as="element()*">
      <h1>{f:word('nav-statistics', $speak)}</h1>
      <dl class="facts figures">
        <xsl:sequence select="
          fp:figure('documents', f:figure(., 'documents', count(TEI))),
          fp:figure('words', f:figure(., 'words', sum(TEI/standOff/note[@type eq 'words'] ! xs:integer(.)) cast as xs:integer)),
          fp:figure('senders', f:figure(., 'senders', count(distinct-values(TEI ! f:parties(f:sent(.))/@ref)))),
          fp:figure('recipients', f:figure(., 'recipients', count(distinct-values(TEI ! f:parties(f:received(.))/@ref)))),
          fp:figure('places', f:figure(., 'places', count(distinct-values(TEI/standOff/listPlace/place/@xml:id)))),
          fp:figure('mentions', f:figure(., 'mentions', count(TEI/standOff/ref[@type eq 'mention'])))"/>
      </dl>
      <xsl:sequence select="
        fp:shares('kind', (TEI ! [f:kind-label(., $speak), 1],
          fp:given(., 'kind') ! [f:word('kind-' || @n, $speak, @n), xs:integer(@quantity)]), false()),
        fp:shares('language', (TEI ! [f:language-name(f:language(.), string(teiHeader/profileDesc/langUsage/language[1])), 1],
          fp:given(., 'language') ! [f:language-name(@n, string()), xs:integer(@quantity)]), false()),
        fp:shares('year', f:years(.) ! [(?1[.], f:word('undated', $speak))[1], ?2], true()),
        fp:certainties($corpus)"/>
    </xsl:variable>
    <xsl:sequence select="f:site-page('statistics', f:word('nav-statistics', $speak), f:word('statistics', $speak), $content)"/>
  </xsl:template>

  <xsl:function name="fp:figure" as="element(h:div)">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="number" as="xs:integer"/>
    <div>
      <dt>{f:word('figure-' || $key, $speak)}</dt>
      <dd>{f:number($number)}</dd>
    </div>
  </xsl:function>

  <!-- Figures that the corpus gives in the place of its documents. -->
  <xsl:function name="fp:given" as="element(measure)*">
    <xsl:param name="corpus" as="element(teiCorpus)"/>
    <xsl:param name="type" as="xs:string"/>
    <xsl:sequence select="$corpus/standOff[@type eq 'figures']/measure[@type eq $type]"/>
  </xsl:function>

  <!-- How often each value occurs, in the order of the values or of the counts. $values: each with how often. -->
  <xsl:function name="fp:shares" as="element(h:table)?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="values" as="array(*)*"/>
    <xsl:param name="by-value" as="xs:boolean"/>
    <xsl:variable name="rows" as="array(*)*">
      <xsl:for-each-group select="$values" group-by="?1">
        <xsl:sort select="if ($by-value) then current-grouping-key() else format-integer(1000000000 - xs:integer(sum(current-group() ! ?2)), '0000000000') || current-grouping-key()"
          collation="http://www.w3.org/2005/xpath-functions/collation/codepoint"/>
        <xsl:sequence select="[current-grouping-key(), xs:integer(sum(current-group() ! ?2))]"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:sequence select="fp:bars(f:word('shares-' || $key, $speak), f:word($key, $speak), f:word('figure-documents', $speak), $rows)"/>
  </xsl:function>

  <xsl:function name="fp:bars" as="element(h:table)?">
    <xsl:param name="caption" as="xs:string"/>
    <xsl:param name="what" as="xs:string"/>
    <xsl:param name="how-many" as="xs:string"/>
    <xsl:param name="rows" as="array(*)*"/>
    <xsl:variable name="most" as="xs:integer?" select="max($rows ! ?2)"/>
    <xsl:if test="exists($rows)">
      <table class="shares">
        <caption>{$caption}</caption>
        <thead>
          <tr><th scope="col">{$what}</th><th scope="col">{$how-many}</th></tr>
        </thead>
        <tbody>
          <xsl:for-each select="$rows">
            <tr>
              <th scope="row">{?1}</th>
              <td style="--share: {f:coordinate(100 * ?2 div $most)}%"><span class="number">{f:number(?2)}</span></td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </xsl:if>
  </xsl:function>

  <xsl:function name="fp:certainties" as="element(h:table)?">
    <xsl:param name="corpus" as="element(teiCorpus)"/>
    <xsl:variable name="counts" as="element(note)*" select="$corpus/teiHeader/encodingDesc/classDecl/taxonomy/category/note"/>
    <xsl:variable name="rows" as="array(*)*" select="
      for $level in ('high', 'medium', 'low')[. = $counts/@type]
      return [f:word('cert-' || $level, $speak), sum($counts[@type eq $level] ! xs:integer(.)) cast as xs:integer]"/>
    <xsl:sequence select="fp:bars(f:word('shares-certainty', $speak), f:word('certainty', $speak), f:word('figure-inferences', $speak), $rows)"/>
  </xsl:function>

</xsl:stylesheet>
