<xsl:stylesheet version="3.0"
  xmlns="http://www.w3.org/1999/xhtml"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:h="http://www.w3.org/1999/xhtml"
  xmlns:f="https://teiedit.org/ns/function"
  xmlns:fp="https://teiedit.org/ns/function/private"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:m="https://teiedit.org/ns/mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  default-mode="m:html"
  expand-text="yes"
  exclude-result-prefixes="#all">

  <!-- Translations by the editors. In a page each passage stands beside the one that it translates: where the finished
       page has the place that @corresp names, the two become a pair. What is beside nothing stands with the passage
       before it; a translation of which nothing is aligned stands whole below the document, as in the formats that
       cannot set passages side by side. -->

  <xsl:mode name="m:beside" on-no-match="shallow-copy" on-multiple-match="fail"/>

  <!-- The translations whose passages are shown beside the text; other outputs override this. -->
  <xsl:function name="f:laid-beside" as="element(div)*">
    <xsl:param name="text" as="element(text)"/>
    <xsl:sequence select="$text/back/div[f:by-editors(.)][.//@corresp[fp:place(.)]]"/>
  </xsl:function>

  <!-- The identifier, in the page, of what a passage lies beside; a clause within a sentence is beside its paragraph. -->
  <xsl:function name="fp:place" as="xs:string?">
    <xsl:param name="corresp" as="attribute(corresp)"/>
    <xsl:variable name="block" as="element()?" select="f:target($corresp)/ancestor-or-self::*
      [self::p or self::head or self::table or self::opener or self::closer or self::item[not(f:inline-item(.))]
        or self::dateline or self::salute or self::signed or self::trailer or self::seg[@type eq 'field'] or self::speaker][1]"/>
    <xsl:sequence select="$block ! (if (self::head[parent::div]) then f:anchor(..) || '-head' else f:anchor(.))[.]"/>
  </xsl:function>

  <xsl:function name="f:inline-item" as="xs:boolean">
    <xsl:param name="item" as="element()"/>
    <xsl:sequence select="exists($item/parent::list[tokenize(@rend) = 'inline'])"/>
  </xsl:function>

  <!-- The body of a document, with its translations beside it. -->
  <xsl:function name="f:with-translations" as="node()*">
    <xsl:param name="body" as="node()*"/>
    <xsl:param name="translations" as="element(div)*"/>
    <xsl:choose>
      <xsl:when test="$translations">
        <xsl:apply-templates select="$body" mode="m:beside">
          <xsl:with-param name="beside" tunnel="yes" select="map:merge($translations ! fp:beside(., position()),
            map { 'duplicates': 'combine' })"/>
        </xsl:apply-templates>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$body"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- What of a translation is to be shown at which place of the page. -->
  <xsl:function name="fp:beside" as="map(xs:string, element(h:div)*)">
    <xsl:param name="translation" as="element(div)"/>
    <xsl:param name="number" as="xs:integer"/>
    <xsl:variable name="passages" as="element()*" select="fp:passages($translation)"/>
    <xsl:variable name="first" as="element()" select="$passages[@corresp/fp:place(.)][1]"/>
    <xsl:variable name="parts" as="map(xs:string, element()*)*">
      <xsl:for-each-group select="$passages"
        group-starting-with="*[(@corresp/fp:place(.) and not(. is $first)) or . is $passages[1]]">
        <xsl:map-entry key="(current-group()/@corresp/fp:place(.))[1]" select="current-group()"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:variable name="placed" as="map(xs:string, element()*)" select="map:merge($parts, map { 'duplicates': 'combine' })"/>
    <xsl:map>
      <xsl:for-each select="map:keys($placed)">
        <xsl:map-entry key=".">
          <div class="translated t{$number}">
            <xsl:sequence select="f:lang($translation/@xml:lang), f:direction($translation/@xml:lang, $translation/ancestor::text)"/>
            <xsl:sequence select="$placed(.) ! fp:passage(.)"/>
          </div>
        </xsl:map-entry>
      </xsl:for-each>
    </xsl:map>
  </xsl:function>

  <xsl:function name="fp:passages" as="element()*">
    <xsl:param name="translation" as="element(div)"/>
    <xsl:sequence select="$translation//(p | head | table | item[not(p)])[not(ancestor::note | ancestor::table)]"/>
  </xsl:function>

  <!-- A passage by itself, with the number that its list gives it. -->
  <xsl:function name="fp:passage" as="element()+">
    <xsl:param name="passage" as="element()"/>
    <xsl:variable name="label" as="element(label)?" select="
      $passage/(self::item | self::p[empty(preceding-sibling::*)]/parent::item)/preceding-sibling::*[1][self::label]"/>
    <xsl:choose>
      <xsl:when test="$passage/(self::table | self::p[f:holds-block(.)])">
        <xsl:apply-templates select="$passage"/>
      </xsl:when>
      <xsl:otherwise>
        <p>
          <xsl:attribute name="class" select="string-join(($passage/local-name()[. ne 'p'], 'quoted'[$passage/parent::quote]), ' ')"/>
          <xsl:sequence select="f:common($passage)"/>
          <xsl:for-each select="$passage/self::head/parent::div[not(f:by-editors(.))]">
            <xsl:attribute name="id" select="f:anchor(.)"/>
          </xsl:for-each>
          <xsl:if test="$label">
            <span class="label"><xsl:apply-templates select="$label/node()"/></span>
            <xsl:text> </xsl:text>
          </xsl:if>
          <xsl:apply-templates select="$passage/node()[not(self::list)]"/>
        </p>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Where an element can have nothing beside it, its translation stands in it. -->
  <xsl:template match="h:li | h:td | h:th" mode="m:beside" as="element()">
    <xsl:param name="beside" as="map(xs:string, element(h:div)*)" tunnel="yes"/>
    <xsl:copy>
      <xsl:sequence select="@*"/>
      <xsl:apply-templates mode="m:beside"/>
      <xsl:sequence select="$beside(string(@id))"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="h:div[tokenize(@class) = 'field']/h:dd" mode="m:beside" as="element(h:dd)">
    <xsl:param name="beside" as="map(xs:string, element(h:div)*)" tunnel="yes"/>
    <xsl:copy>
      <xsl:sequence select="@*"/>
      <xsl:apply-templates mode="m:beside"/>
      <xsl:sequence select="$beside(string(../@id))"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="h:p[@id] | h:div[@id][not(tokenize(@class) = 'field')] | h:table[@id] | (h:h2 | h:h3 | h:h4 | h:h5 | h:h6)[@id]"
    mode="m:beside" as="element()">
    <xsl:param name="beside" as="map(xs:string, element(h:div)*)" tunnel="yes"/>
    <xsl:variable name="element" as="element()">
      <xsl:copy>
        <xsl:sequence select="@*"/>
        <xsl:apply-templates mode="m:beside"/>
      </xsl:copy>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="exists($beside(string(@id)))">
        <div class="pair">
          <xsl:sequence select="$element, $beside(string(@id))"/>
        </div>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$element"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Which translation is shown, if any: without a script. -->
  <xsl:function name="f:translation-choice" as="element(h:fieldset)?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="translations" as="element(div)*" select="$tei/text ! f:laid-beside(.)"/>
    <xsl:if test="$translations">
      <fieldset>
        <legend>{f:word('div-translation', $speak)}:</legend>
        <xsl:for-each select="$translations">
          <label id="{f:anchor(.)}">
            <input type="radio" name="te-translation" id="te-translation-{position()}">
              <xsl:if test="position() eq 1">
                <xsl:attribute name="checked" select="'checked'"/>
              </xsl:if>
            </input>
            <xsl:text> {f:language-name(@xml:lang, @xml:lang)}</xsl:text>
          </label>
        </xsl:for-each>
        <label><input type="radio" name="te-translation" id="te-translation-none"/> {f:word('view-untranslated', $speak)}</label>
      </fieldset>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
