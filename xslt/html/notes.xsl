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

  <!-- Notes: those that belong to a place in the text are called there and stand at its foot; those that stand between
       blocks, and short words in a margin, are shown where they are.
       https://tei-c.org/release/doc/tei-p5-doc/en/html/CO.html#CONO -->

  <!-- The notes of a text that stand at its foot. -->
  <xsl:function name="f:end-notes" as="element(note)*">
    <xsl:param name="text" as="element(text)"/>
    <xsl:sequence select="$text//note[f:is-end-note(.)]"/>
  </xsl:function>

  <xsl:function name="f:is-end-note" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="not(f:is-block($note)) and (not($note/@type = 'marginal') or exists($note/(p | list | table)))"/>
  </xsl:function>

  <!-- The notes that the transcript does not number. -->
  <xsl:accumulator name="f:count-letters" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="text//note[not(@n)][f:is-end-note(.)]" select="$value + 1"/>
  </xsl:accumulator>

  <!-- The number that the transcript gives, or a letter by order. -->
  <xsl:function name="f:note-number" as="xs:string">
    <xsl:param name="note" as="element(note)"/>
    <xsl:variable name="letter" as="xs:string">
      <xsl:number value="$note/accumulator-before('f:count-letters')" format="a"/>
    </xsl:variable>
    <xsl:sequence select="if ($note/@n) then string($note/@n) else $letter"/>
  </xsl:function>

  <!-- The call. -->
  <xsl:template match="note" as="element(h:a)">
    <a class="call" role="doc-noteref" id="{f:anchor(.)}-call" href="#{f:anchor(.)}"
      aria-label="{f:phrase('note-call', $speak, f:note-number(.))}">
      <xsl:sequence select="f:own-language(.)"/>
      <xsl:text>{f:note-number(.)}</xsl:text>
    </a>
  </xsl:template>

  <xsl:template match="note[not(f:is-end-note(.))]" priority="1" as="element(h:span)">
    <span class="note marginal" role="note">
      <xsl:sequence select="f:common(.)"/>
      <xsl:sequence select="fp:note-kind(.)"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>

  <xsl:template match="note[f:is-block(.)]" priority="2" as="element(h:div)">
    <div class="{string-join(('note', @type), ' ')}" role="note">
      <xsl:sequence select="f:common(.)"/>
      <p class="note-kind"><xsl:sequence select="fp:note-kind(.)"/></p>
      <xsl:choose>
        <xsl:when test="f:holds-block(.)"><xsl:sequence select="f:flow(node())"/></xsl:when>
        <xsl:otherwise><p><xsl:apply-templates/></p></xsl:otherwise>
      </xsl:choose>
    </div>
  </xsl:template>

  <!-- What kind of note it is, and where it stands. -->
  <xsl:function name="fp:note-kind" as="element(h:span)">
    <xsl:param name="note" as="element(note)"/>
    <xsl:variable name="place" as="xs:string*"
      select="tokenize($note[not(@type = 'marginal')]/@place) ! f:word('place-' || ., $speak, .)"/>
    <span class="note-word">
      <xsl:sequence select="f:own-language($note)"/>
      <xsl:text>{string-join((f:word('note-' || $note/@type, $speak, f:word('note', $speak)), $place), ', ')}: </xsl:text>
    </span>
  </xsl:function>

  <xsl:function name="f:notes-section" as="element(h:section)?">
    <xsl:param name="text" as="element(text)"/>
    <xsl:variable name="notes" as="element(note)*" select="f:end-notes($text)"/>
    <xsl:if test="$notes">
      <section id="te-notes" class="notes" role="doc-endnotes" aria-labelledby="te-notes-head">
        <h2 id="te-notes-head">
          <xsl:sequence select="f:own-language($text)"/>
          <xsl:text>{f:word('notes', $speak)}</xsl:text>
        </h2>
        <ol class="labelled">
          <xsl:apply-templates select="$notes" mode="m:note"/>
        </ol>
      </section>
    </xsl:if>
  </xsl:function>

  <xsl:template match="note" mode="m:note" as="element(h:li)">
    <xsl:variable name="number" as="xs:string" select="f:note-number(.)"/>
    <li>
      <xsl:sequence select="f:common(.)"/>
      <span class="label">{$number}</span>
      <xsl:text> </xsl:text>
      <div class="item">
        <xsl:sequence select="f:flow(node())"/>
        <xsl:text> </xsl:text>
        <a class="back" role="doc-backlink" href="#{f:anchor(.)}-call" aria-label="{f:phrase('note-back', $speak, $number)}">
          <xsl:sequence select="f:own-language(.)"/>
          <xsl:text>↩</xsl:text>
        </a>
      </div>
    </li>
  </xsl:template>

</xsl:stylesheet>
