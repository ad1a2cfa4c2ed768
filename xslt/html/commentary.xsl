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

  <!-- What the editors say of the document as a whole, above it: their summaries and their introduction.
       https://www.w3.org/TR/dpub-aria-1.1/#doc-abstract, #doc-introduction -->

  <xsl:function name="f:introduced" as="element(h:section)*">
    <xsl:param name="text" as="element(text)"/>
    <xsl:sequence select="
      fp:introduction($text/ancestor::TEI/teiHeader/profileDesc/abstract, 'abstract', 'doc-abstract'),
      fp:introduction($text/front/note[@type eq 'headnote'], 'headnote', 'doc-introduction')"/>
  </xsl:function>

  <!-- One section for all languages: landmarks of one name could not be told apart. -->
  <xsl:function name="fp:introduction" as="element(h:section)?">
    <xsl:param name="texts" as="element()*"/>
    <xsl:param name="kind" as="xs:string"/>
    <xsl:param name="role" as="xs:string"/>
    <xsl:if test="$texts">
      <section class="by-editors {$kind}" role="{$role}" aria-label="{f:word('note-' || $kind, $speak)}">
        <p class="note-kind">
          <xsl:sequence select="f:own-language($texts[1]/ancestor::TEI/text)"/>
          <xsl:text>{f:word('note-' || $kind, $speak)}</xsl:text>
        </p>
        <xsl:for-each select="$texts">
          <div>
            <xsl:sequence select="f:common(.)"/>
            <xsl:sequence select="f:flow(node())"/>
          </div>
        </xsl:for-each>
      </section>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
