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

  <!-- What the program inferred, and why: beside the words when asked for, and as a list after the text. -->

  <!-- The reasons given for an element. -->
  <xsl:key name="f:reason" match="standOff/certainty" use="tokenize(@target) ! substring(., 2)"/>

  <xsl:function name="f:reasons" as="element(certainty)*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="$element/@xml:id ! key('f:reason', ., root(.))"/>
  </xsl:function>

  <!-- The name of a reason on the page. -->
  <xsl:function name="f:reason-anchor" as="xs:string">
    <xsl:param name="reason" as="element(certainty)"/>
    <xsl:sequence select="'te-e' || $reason/accumulator-before('f:count-reason')"/>
  </xsl:function>

  <xsl:accumulator name="f:count-reason" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="standOff/certainty" select="$value + 1"/>
  </xsl:accumulator>

  <!-- The least of the certainties: what is said of the whole. -->
  <xsl:function name="fp:least" as="xs:string">
    <xsl:param name="reasons" as="element(certainty)+"/>
    <xsl:sequence select="('unknown', 'low', 'medium', 'high')[. = $reasons/@cert][1], 'unknown'[empty($reasons/@cert)]"/>
  </xsl:function>

  <!-- Words that were inferred say how surely, and lead to the evidence. -->
  <xsl:template match="text//*[f:reasons(.)]" priority="50" as="node()*">
    <xsl:variable name="made" as="node()*">
      <xsl:next-match/>
    </xsl:variable>
    <xsl:sequence select="if (count($made) eq 1 and f:why(.)) then fp:with-why($made, f:why(.)) else $made"/>
  </xsl:template>

  <!-- The link to the evidence; other outputs override this. -->
  <xsl:function name="f:why" as="element(h:a)?">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="reasons" as="element(certainty)*" select="f:reasons($element)"/>
    <xsl:if test="$reasons and not(fp:within-link($element))">
      <xsl:variable name="cert" as="xs:string" select="fp:least($reasons)"/>
      <xsl:variable name="words" as="xs:string" select="f:word('cert-' || $cert, $speak)"/>
      <a class="why {$cert}" href="#{f:reason-anchor($reasons[1])}"
        aria-label="{f:word('evidence', $speak)}: {f:running(f:subject($element))} {fp:quoted($element)}, {$words}">
        <xsl:sequence select="f:own-language($element)"/>
        <span>{if ($cert eq 'high') then 'i' else $words}</span>
      </a>
    </xsl:if>
  </xsl:function>

  <!-- Whether a link stands around an element, which can hold no other. -->
  <xsl:function name="fp:within-link" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/ancestor::*[self::ref or self::label
      or (self::persName | self::placeName | self::orgName | self::rs)[f:register-link(.)]])"/>
  </xsl:function>

  <!-- Where the link can stand: at the end of the words; after a link, which can hold no other; in the value of a
       field; nowhere in lists, tables, headings and divisions. -->
  <xsl:function name="fp:with-why" as="node()+">
    <xsl:param name="made" as="node()"/>
    <xsl:param name="why" as="element(h:a)"/>
    <xsl:choose>
      <xsl:when test="$made/self::h:a">
        <xsl:sequence select="$made, $why"/>
      </xsl:when>
      <xsl:when test="$made[self::h:p or self::h:span or self::h:time or self::h:i or self::h:em or self::h:cite]">
        <xsl:sequence select="fp:ending($made, $why)"/>
      </xsl:when>
      <xsl:when test="$made/self::h:div[h:dd]">
        <xsl:copy select="$made">
          <xsl:sequence select="$made/@*, $made/h:dt, fp:ending($made/h:dd, $why)"/>
        </xsl:copy>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$made"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="fp:ending" as="element()">
    <xsl:param name="made" as="element()"/>
    <xsl:param name="last" as="element()"/>
    <xsl:copy select="$made">
      <xsl:sequence select="$made/@*, $made/node(), $last"/>
    </xsl:copy>
  </xsl:function>

  <!-- What an element is beside its id: how surely it was inferred. -->
  <xsl:function name="f:semantics" as="attribute()*">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="reasons" as="element(certainty)*" select="f:reasons($element)"/>
    <xsl:if test="$reasons and $element/ancestor::text">
      <xsl:attribute name="data-cert" select="fp:least($reasons)"/>
    </xsl:if>
  </xsl:function>

  <!-- The list: what is not certain first, and open; the rest on demand. -->
  <xsl:function name="f:evidence" as="element()+">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="decided" as="element(certainty)*" select="f:inferences($tei)[f:is-decided(.)]"/>
    <xsl:variable name="sure" as="element(certainty)*" select="f:inferences($tei)[@cert eq 'high'] except $decided"/>
    <xsl:variable name="unsure" as="element(certainty)*" select="f:inferences($tei) except ($sure, $decided)"/>
    <xsl:if test="$decided">
      <h3 id="te-decided">{f:word('evidence-decided', $speak)}</h3>
      <xsl:sequence select="fp:kinds($decided)"/>
    </xsl:if>
    <p>{f:word(if ($sure or $unsure) then 'encoding-intro' else 'encoding-none', $speak)}</p>
    <xsl:if test="$unsure">
      <h3 id="te-unsure">{f:word('evidence-unsure', $speak)}</h3>
      <xsl:sequence select="fp:kinds($unsure)"/>
    </xsl:if>
    <xsl:if test="$sure">
      <xsl:sequence select="f:disclosure('evidence-sure', fp:kinds($sure))"/>
    </xsl:if>
  </xsl:function>

  <!-- Reasons by what they are about, and under it by the rule. -->
  <xsl:function name="fp:kinds" as="element(h:ul)">
    <xsl:param name="reasons" as="element(certainty)+"/>
    <ul class="kinds">
      <xsl:for-each-group select="$reasons" group-by="f:subject(fp:targets(.)[1])">
        <li>
          <b class="kind">{current-grouping-key()}</b>
          <xsl:for-each-group select="current-group()" group-by="string(f:target(@ana)/catDesc)">
            <div class="rule">
              <xsl:if test="current-grouping-key()">
                <p class="catDesc">{normalize-space(current-grouping-key())}</p>
              </xsl:if>
              <ul>
                <xsl:for-each select="current-group()">
                  <xsl:sort select="index-of(('low', 'unknown', 'medium', 'high'), string(@cert))[1]"/>
                  <xsl:apply-templates select="."/>
                </xsl:for-each>
              </ul>
            </div>
          </xsl:for-each-group>
        </li>
      </xsl:for-each-group>
    </ul>
  </xsl:function>

  <xsl:function name="fp:targets" as="element()*">
    <xsl:param name="reason" as="element(certainty)"/>
    <xsl:sequence select="tokenize($reason/@target) ! key('f:id', substring(., 2), root($reason))"/>
  </xsl:function>

  <xsl:template match="certainty" as="element(h:li)">
    <li id="{f:reason-anchor(.)}">
      <xsl:for-each select="fp:targets(.)">
        <xsl:if test="position() ne 1"><xsl:text>, </xsl:text></xsl:if>
        <xsl:sequence select="fp:mention(.)"/>
      </xsl:for-each>
      <xsl:text> </xsl:text>
      <span class="aspect">
        <xsl:text>({f:word('aspect-' || @locus, $speak, @locus)}): </xsl:text>
        <xsl:text>{f:word('cert-' || @cert, $speak, string(@cert))}</xsl:text>
        <xsl:if test="f:is-decided(.)">
          <xsl:text>; {f:decided-by(.)}</xsl:text>
        </xsl:if>
      </span>
      <xsl:for-each select="desc">
        <span class="desc">
          <xsl:sequence select="f:common(.)"/>
          <xsl:text>{normalize-space()}</xsl:text>
        </span>
      </xsl:for-each>
    </li>
  </xsl:template>

  <!-- What an inference is about, in words. -->
  <xsl:function name="f:subject" as="xs:string">
    <xsl:param name="target" as="element()?"/>
    <xsl:variable name="name" as="xs:string" select="string($target/local-name())"/>
    <xsl:variable name="full-name" as="xs:string" select="string-join(($name, $target/self::correspAction/@type), '-')"/>
    <xsl:sequence select="f:word('about-' || $full-name, $speak, f:word('about-' || $name, $speak, $name))"/>
  </xsl:function>

  <!-- The words concerned, linked to where they stand in the text; long ones are cut. -->
  <xsl:function name="fp:mention" as="node()">
    <xsl:param name="target" as="element()"/>
    <xsl:sequence select="f:linked(fp:quoted($target), if ($target[ancestor::text][not(self::lb) or @break eq 'no']) then '#' || $target/@xml:id else (), '')"/>
  </xsl:function>

  <xsl:function name="fp:quoted" as="xs:string">
    <xsl:param name="target" as="element()"/>
    <xsl:variable name="text" as="xs:string" select="
      if ($target/self::correspAction) then string-join(f:parties($target) ! f:name(.), ', ')
      else if ($target/self::catRef) then f:kind-label($target/ancestor::TEI, $speak)
      else if ($target/self::lb) then tokenize($target/preceding-sibling::text()[1])[last()] || ' '
        || tokenize($target/following-sibling::text()[1])[1]
      else string-join($target/node() ! string(), if ($target[self::signed or self::sp]) then ' ' else '')"/>
    <xsl:variable name="words" as="xs:string*" select="tokenize($text)"/>
    <xsl:sequence select="
      f:phrase('quoted', $speak, string-join(($words[position() le 8], '…'[count($words) gt 8]), ' '))"/>
  </xsl:function>

  <!-- The frame in which js/document.js shows the evidence beside the words. -->
  <xsl:function name="f:evidence-box" as="element(h:div)?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:if test="f:inferences($tei) and not($alone)">
      <div id="te-evidence-box" class="evidence-box" popover="auto" role="dialog" tabindex="-1" aria-label="{f:word('evidence', $speak)}">
        <div class="found"></div>
        <button type="button" class="close" popovertarget="te-evidence-box" popovertargetaction="hide">{f:word('close', $speak)}</button>
      </div>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
