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

  <!-- How to cite, and what to take away. -->

  <xsl:variable name="citation-styles" as="xs:string+" select="'chicago', 'mla', 'apa'"/>
  <xsl:variable name="citation-files" as="xs:string+" select="'bib', 'ris', 'json'"/>

  <!-- The citations of a document, and its files for reference managers; other outputs override this. -->
  <xsl:function name="f:cite" as="element()*">
    <xsl:param name="tei" as="element(TEI)"/>
    <section class="cite" aria-labelledby="te-cite">
      <h3 id="te-cite">{f:word('cite', $speak)}</h3>
      <xsl:sequence select="fp:citations($tei), f:citation-files(string($tei/@xml:id), 'cite-files')"/>
    </section>
  </xsl:function>

  <!-- The same of the edition, for its home page; nothing without a title. -->
  <xsl:function name="f:cite-edition" as="element(h:section)?">
    <xsl:if test="$edition-title">
      <section class="cite" aria-labelledby="te-cite">
        <h2 id="te-cite">{f:word('cite-edition', $speak)}</h2>
        <xsl:sequence select="fp:citations(()), f:citation-files('edition', if ($large) then 'cite-files-large' else 'cite-files-all')"/>
      </section>
    </xsl:if>
  </xsl:function>

  <!-- One block for each style, the first of them open; each can be selected, and copied where scripts run. -->
  <xsl:function name="fp:citations" as="element()+">
    <xsl:param name="tei" as="element(TEI)?"/>
    <xsl:for-each select="$citation-styles">
      <details>
        <xsl:if test="position() eq 1">
          <xsl:attribute name="open"/>
        </xsl:if>
        <summary>{f:word('cite-' || ., $speak)}</summary>
        <p class="citation" id="te-cite-{.}"><xsl:sequence select="fp:citation(f:citation($tei, ., $speak))"/></p>
        <xsl:if test="not($alone)">
          <button type="button" data-copy="te-cite-{.}">
            <xsl:text>{f:word('cite-copy', $speak)}</xsl:text>
            <span class="unseen">{' ' || f:word('cite-' || ., $speak)}</span>
          </button>
        </xsl:if>
      </details>
    </xsl:for-each>
    <xsl:if test="not($alone)">
      <p class="copied" role="status" data-copied="{f:word('cite-copied', $speak)}" data-failed="{f:word('cite-not-copied', $speak)}"></p>
      <script src="{f:file-href('assets/cite.js')}" defer=""></script>
    </xsl:if>
  </xsl:function>

  <xsl:function name="fp:citation" as="node()*">
    <xsl:param name="parts" as="map(xs:string, xs:string)"/>
    <xsl:value-of select="$parts?before"/>
    <xsl:if test="$parts?title">
      <i>{$parts?title}</i>
    </xsl:if>
    <xsl:value-of select="$parts?after"/>
  </xsl:function>

  <xsl:function name="f:citation-files" as="element()*">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="key" as="xs:string"/>
    <xsl:if test="not($alone)">
      <p class="files-for">{f:word($key, $speak)}</p>
      <ul class="cite-files">
        <xsl:for-each select="$citation-files">
          <li><a href="{f:citation-file($name, .)}" type="{f:citation-type(.)}" download="">{f:word('cite-' || ., $speak)}</a></li>
        </xsl:for-each>
      </ul>
    </xsl:if>
  </xsl:function>

  <!-- Where a file for reference managers lies. $name: a document's identifier, or "edition". -->
  <xsl:function name="f:citation-file" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="ending" as="xs:string"/>
    <xsl:sequence select="f:file-href('cite/' || $name || '.' || $ending)"/>
  </xsl:function>

  <xsl:function name="f:citation-type" as="xs:string">
    <xsl:param name="ending" as="xs:string"/>
    <xsl:sequence select="map{'bib': 'application/x-bibtex', 'ris': 'application/x-research-info-systems',
      'json': 'application/vnd.citationstyles.csl+json'}($ending)"/>
  </xsl:function>

  <!-- The document in its other formats. -->
  <xsl:function name="f:format-links" as="element()*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:if test="not($alone) and exists(f:formats())">
      <h3>{f:word('formats', $speak)}</h3>
      <ul class="formats">
        <xsl:for-each select="f:formats()">
          <li><a href="{f:format-path(., $tei/@xml:id)}" type="{f:media-type(.)}">{f:word('format-' || ., $speak)}</a></li>
        </xsl:for-each>
      </ul>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
