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

  <!-- The ways to look at a document: the reading text, the text with the editor's marks, the TEI source. The first two
       are one text, of which the style sheet shows more or less; the choice is kept by js/document.js, and print
       follows it. -->

  <!-- What only the view with marks shows. -->
  <xsl:function name="f:has-marks" as="xs:boolean">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="exists($tei/text//(del | add | choice | unclear | supplied | metamark[f:is-sign(.)]))"/>
  </xsl:function>

  <!-- A sign of the transcriber's about the words beside it; "(s)" and "[L.S.]" are words of the document. -->
  <xsl:function name="f:is-sign" as="xs:boolean">
    <xsl:param name="mark" as="element(metamark)"/>
    <xsl:sequence select="$mark/@function = ('sic', 'uncertain') or $mark[@function = 'transcriber'][parent::unclear]"/>
  </xsl:function>

  <!-- The bar above the text; nothing where there is nothing to choose. -->
  <xsl:function name="f:views" as="element(h:div)?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="choices" as="element()*"
      select="fp:view-choice($tei), f:translation-choice($tei), fp:inference-switch($tei), fp:source-link($tei)"/>
    <xsl:if test="$choices">
      <div class="views">
        <xsl:sequence select="f:own-voice($tei), $choices"/>
      </div>
    </xsl:if>
  </xsl:function>

  <!-- The bar stands in the article, whose language is that of the transcript. -->
  <xsl:function name="f:own-voice" as="attribute()*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="f:own-language($tei/text), f:direction($speak, $tei)"/>
  </xsl:function>

  <xsl:function name="fp:view-choice" as="element(h:fieldset)?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:if test="f:has-marks($tei)">
      <fieldset>
        <legend class="unseen">{f:word('view', $speak)}</legend>
        <label><input type="radio" name="te-view" id="te-view-reading" checked="checked"/> {f:word('view-reading', $speak)}</label>
        <label><input type="radio" name="te-view" id="te-view-marks"/> {f:word('view-marks', $speak)}</label>
      </fieldset>
    </xsl:if>
  </xsl:function>

  <xsl:function name="fp:inference-switch" as="element(h:label)?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:if test="$tei/text//*[f:reasons(.)]">
      <label><input type="checkbox" id="te-show-inferences"/> {f:word('view-inferences', $speak)}</label>
    </xsl:if>
  </xsl:function>

  <xsl:function name="fp:source-link" as="element(h:a)?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:if test="not($alone)">
      <a class="other-view" href="{f:page-href('documents/' || $tei/@xml:id || '.tei.html')}">{f:word('view-source', $speak)}</a>
    </xsl:if>
  </xsl:function>

  <!-- A sign of the editor's around words: only the view with marks has it. -->
  <xsl:function name="f:sign" as="element(h:span)?">
    <xsl:param name="sign" as="xs:string"/>
    <xsl:if test="$sign">
      <span class="sign">{$sign}</span>
    </xsl:if>
  </xsl:function>

  <!-- The same for words that are heard, not seen. -->
  <xsl:function name="f:heard-sign" as="element(h:span)">
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="context" as="node()"/>
    <span class="unseen sign">
      <xsl:sequence select="f:own-language($context)"/>
      <xsl:text>{$words}</xsl:text>
    </span>
  </xsl:function>

</xsl:stylesheet>
