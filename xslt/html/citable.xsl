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

  <!-- Places that can be cited: paragraphs by their running number, clauses and numbered paragraphs by the label that
       the document prints. Each is a link to itself; js/document.js makes it copy a citation. -->

  <!-- The number in the margin; other outputs override this. -->
  <xsl:function name="f:handle" as="element(h:a)?">
    <xsl:param name="p" as="element(p)"/>
    <xsl:if test="$p/ancestor::text and not($p/ancestor::note or $p/ancestor::div[f:by-editors(.)] or $p/label[f:cited(.)] or fp:continues($p))">
      <a class="n" href="#{f:anchor($p)}" aria-label="{f:place-name($p)}">
        <xsl:sequence select="f:own-language($p)"/>
        <xsl:text>{$p/accumulator-before('f:count-p')}</xsl:text>
      </a>
    </xsl:if>
  </xsl:function>

  <!-- The second half of a paragraph has the number of the first. -->
  <xsl:function name="fp:continues" as="xs:boolean">
    <xsl:param name="p" as="element(p)"/>
    <xsl:sequence select="$p/@part = ('M', 'F') and exists($p/@xml:id)"/>
  </xsl:function>

  <!-- Whether a label is the link to what it labels: not where a link stands in it. Other outputs override this. -->
  <xsl:function name="f:cited" as="xs:boolean">
    <xsl:param name="label" as="element(label)"/>
    <xsl:sequence select="
      exists(fp:labelled($label)) and normalize-space($label)
      and empty($label//(ref | note | persName | placeName | orgName | rs)) and empty($label/ancestor::note)"/>
  </xsl:function>

  <!-- The clause or numbered paragraph that a label stands before. -->
  <xsl:function name="fp:labelled" as="element()?">
    <xsl:param name="label" as="element(label)"/>
    <xsl:sequence select="
      if ($label/parent::list) then $label/following-sibling::item[1][@xml:id][not(../tokenize(@rend) = 'bulleted')]
      else $label/parent::p[@n][label[1] is $label]"/>
  </xsl:function>

  <xsl:template match="label[f:cited(.)]" priority="1" as="element(h:a)">
    <xsl:variable name="place" as="element()" select="fp:labelled(.)"/>
    <a class="label" href="#{f:anchor($place)}" aria-label="{f:place-name($place)}">
      <xsl:sequence select="f:common(.), f:own-language(.)[empty(current()/@xml:lang)]"/>
      <xsl:apply-templates/>
    </a>
  </xsl:template>

  <!-- "Paragraph 3", "Clause 2(b)", "Article 4, paragraph 1" in the reader's language. -->
  <xsl:function name="f:place-name" as="xs:string">
    <xsl:param name="place" as="element()"/>
    <xsl:variable name="article" as="element(div)?" select="$place/ancestor::div[@type eq 'article'][@n][1]"/>
    <xsl:variable name="name" as="xs:string" select="
      if ($place/self::p[label and @n]) then f:phrase('cite-paragraph', $speak, $place/@n)
      else if ($place/self::p) then f:phrase('cite-paragraph', $speak, string($place/accumulator-before('f:count-p')))
      else f:phrase('cite-clause', $speak, fp:clause-path($place))"/>
    <xsl:sequence select="
      if ($article and not($place/self::p[not(label and @n)]))
      then f:word('div-article', $speak) || ' ' || $article/@n || ', ' || f:running($name)
      else $name"/>
  </xsl:function>

  <!-- "2", "2(b)", "2(b)(i)". -->
  <xsl:function name="fp:clause-path" as="xs:string">
    <xsl:param name="item" as="element()"/>
    <xsl:variable name="steps" as="xs:string*" select="$item/ancestor-or-self::item/string((@n, preceding-sibling::label[1])[1])"/>
    <xsl:sequence select="string-join(($steps[1], $steps[position() gt 1] ! ('(' || . || ')')))"/>
  </xsl:function>

  <!-- A word as it is written within a sentence: German keeps its capitals. -->
  <xsl:function name="f:running" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="if ($speak eq 'de') then $words else lower-case(substring($words, 1, 1)) || substring($words, 2)"/>
  </xsl:function>

  <!-- What is said when something was copied, and the beginning of what is copied: the place follows. Without scripts it is
       never seen. -->
  <xsl:function name="f:toast" as="element(h:div)?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:if test="not($alone)">
      <xsl:variable name="date" as="xs:string" select="f:date-label(f:sent-date($tei), $speak)"/>
      <div class="toast" hidden="hidden" data-cite="{string-join((f:title($tei), $date[. and not(contains(f:title($tei), .))]), ', ')}">
        <p role="status" data-citation="{f:word('copied-citation', $speak)}" data-link="{f:word('copied-link', $speak)}"
          data-failed="{f:word('copy-failed', $speak)}"></p>
        <button type="button" class="link-only">{f:word('copy-link', $speak)}</button>
        <button type="button" class="close">{f:word('close', $speak)}</button>
      </div>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
