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

  <!-- Notes that a reading system opens where they are called.
       https://www.w3.org/TR/epub-ssv-11/#notes and https://www.w3.org/TR/dpub-aria-1.1/#doc-footnote -->

  <xsl:template match="note[f:is-end-note(.)]" as="element(h:a)">
    <xsl:variable name="call" as="element(h:a)">
      <xsl:next-match/>
    </xsl:variable>
    <a>
      <xsl:attribute name="epub:type" select="'noteref'"/>
      <xsl:sequence select="$call/@*, $call/node()"/>
    </a>
  </xsl:template>

  <xsl:function name="f:notes-section" as="element(h:section)?">
    <xsl:param name="text" as="element(text)"/>
    <xsl:variable name="notes" as="element(note)*" select="f:end-notes($text)"/>
    <xsl:if test="$notes">
      <section id="te-notes" class="notes" aria-labelledby="te-notes-head">
        <xsl:attribute name="epub:type" select="'footnotes'"/>
        <h2 id="te-notes-head">
          <xsl:sequence select="f:own-language($text)"/>
          <xsl:text>{f:word('notes', $speak)}</xsl:text>
        </h2>
        <xsl:apply-templates select="$notes" mode="m:note"/>
      </section>
    </xsl:if>
  </xsl:function>

  <!-- The way back is an arrow that the book's own font has. -->
  <xsl:template match="note" mode="m:note" as="element(h:aside)">
    <xsl:variable name="number" as="xs:string" select="f:note-number(.)"/>
    <aside class="footnote" role="doc-footnote">
      <xsl:attribute name="epub:type" select="'footnote'"/>
      <xsl:sequence select="f:common(.)"/>
      <a class="back" role="doc-backlink" href="#{f:anchor(.)}-call" aria-label="{f:phrase('note-back', $speak, $number)}">
        <xsl:sequence select="f:own-language(.)"/>
        <xsl:text>{$number}</xsl:text>
      </a>
      <xsl:text> </xsl:text>
      <div class="item">
        <xsl:sequence select="f:flow(node())"/>
      </div>
    </aside>
  </xsl:template>

</xsl:stylesheet>
