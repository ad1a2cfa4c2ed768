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

  <!-- How the text came to be encoded as it is: signs, inferences with their evidence, principles. -->

  <xsl:function name="f:encoding" as="element(h:section)">
    <xsl:param name="tei" as="element(TEI)"/>
    <section id="te-encoding" class="encoding" aria-labelledby="te-encoding-head">
      <h2 id="te-encoding-head">{f:word('encoding', $speak)}</h2>
      <xsl:sequence select="fp:signs($tei)"/>
      <xsl:sequence select="fp:inferences($tei), fp:principles($tei)"/>
    </section>
  </xsl:function>

  <!-- A key to the signs, of those that are used. -->
  <xsl:function name="fp:signs" as="element()*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="text" as="element()*" select="$tei/text//*"/>
    <xsl:variable name="word" as="xs:string" select="f:word('sample-word', $speak)"/>
    <xsl:variable name="rows" as="element(h:li)*">
      <xsl:if test="$text[self::corr or self::reg or self::expan]">
        <li><span class="sign"><span class="corr">[{$word}]</span></span><xsl:text> </xsl:text><span>{f:word('sign-correction', $speak)}</span></li>
      </xsl:if>
      <xsl:if test="$text[self::unclear]">
        <li><span class="sign"><span class="unclear">{$word}</span></span><xsl:text> </xsl:text><span>{f:word('sign-uncertain', $speak)}</span></li>
      </xsl:if>
      <xsl:if test="$text[self::supplied]">
        <li><span class="sign"><span class="supplied">[{$word}]</span></span><xsl:text> </xsl:text><span>{f:word('sign-supplied', $speak)}</span></li>
      </xsl:if>
      <xsl:if test="$text[self::del]">
        <li><span class="sign"><del>{$word}</del></span><xsl:text> </xsl:text><span>{f:word('sign-deleted', $speak)}</span></li>
      </xsl:if>
      <xsl:if test="$text[self::add]">
        <li><span class="sign"><ins>{$word}</ins></span><xsl:text> </xsl:text><span>{f:word('sign-added', $speak)}</span></li>
      </xsl:if>
      <xsl:if test="$text[self::pb]">
        <li><span class="sign"><span class="page">{f:phrase('page-short', $speak, '2')}</span></span><xsl:text> </xsl:text><span>{f:word('sign-page', $speak)}</span></li>
      </xsl:if>
    </xsl:variable>
    <xsl:if test="$rows">
      <h3>{f:word('signs', $speak)}</h3>
      <ul class="signs"><xsl:sequence select="$rows"/></ul>
    </xsl:if>
  </xsl:function>

  <xsl:function name="fp:inferences" as="element()*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:choose>
      <xsl:when test="f:inferences($tei)">
        <xsl:variable name="reasons" as="element()+">
          <p>{f:word('encoding-intro', $speak)}</p>
          <ul><xsl:apply-templates select="f:inferences($tei)"/></ul>
        </xsl:variable>
        <xsl:sequence select="f:disclosure('evidence', $reasons)"/>
      </xsl:when>
      <xsl:otherwise>
        <p>{f:word('encoding-none', $speak)}</p>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:template match="certainty" as="element(h:li)">
    <xsl:variable name="targets" as="element()*" select="tokenize(@target) ! key('f:id', substring(., 2), root(current()))"/>
    <li>
      <p>
        <b>{fp:subject($targets[1])}</b>
        <xsl:text> </xsl:text>
        <xsl:for-each select="$targets">
          <xsl:if test="position() ne 1"><xsl:text>, </xsl:text></xsl:if>
          <xsl:sequence select="fp:mention(.)"/>
        </xsl:for-each>
        <xsl:text> </xsl:text>
        <span class="aspect">({f:word('aspect-' || @locus, $speak, @locus)}): {f:word('cert-' || @cert, $speak, string(@cert))}</span>
      </p>
      <xsl:for-each select="f:target(@ana)/catDesc, desc">
        <p class="{local-name()}">
          <xsl:sequence select="f:common(.)"/>
          <xsl:text>{normalize-space()}</xsl:text>
        </p>
      </xsl:for-each>
    </li>
  </xsl:template>

  <!-- What an inference is about, in words. -->
  <xsl:function name="fp:subject" as="xs:string">
    <xsl:param name="target" as="element()?"/>
    <xsl:variable name="name" as="xs:string" select="string-join(($target/local-name(), $target/self::correspAction/@type), '-')"/>
    <xsl:sequence select="f:word('about-' || $name, $speak, f:word('about-' || $target/local-name(), $speak, string($target/local-name())))"/>
  </xsl:function>

  <!-- The words concerned, linked to where they stand in the text; long ones are cut. -->
  <xsl:function name="fp:mention" as="node()">
    <xsl:param name="target" as="element()"/>
    <xsl:variable name="words" as="xs:string*" select="
      tokenize(if ($target/self::correspAction) then string-join(f:parties($target) ! f:name(.), ', ') else normalize-space($target))"/>
    <xsl:variable name="quoted" as="xs:string" select="
      '“' || string-join($words[position() le 8], ' ') || (if (count($words) gt 8) then ' …' else '') || '”'"/>
    <xsl:sequence select="f:linked($quoted, if ($target/ancestor::text) then '#' || $target/@xml:id else (), '')"/>
  </xsl:function>

  <!-- Something that is shown when asked for; other outputs override this. -->
  <xsl:function name="f:disclosure" as="element()">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="content" as="element()+"/>
    <details class="{$key}">
      <summary>{f:word($key, $speak)}</summary>
      <xsl:sequence select="$content"/>
    </details>
  </xsl:function>

  <xsl:function name="fp:principles" as="element()?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="paragraphs" as="element(p)*" select="$tei/teiHeader/encodingDesc/(projectDesc | editorialDecl//*)/self::*/p | $tei/teiHeader/encodingDesc/editorialDecl/p"/>
    <xsl:if test="$paragraphs">
      <xsl:variable name="list" as="element(h:ul)">
        <ul>
          <xsl:for-each select="$paragraphs">
            <li>{normalize-space()}</li>
          </xsl:for-each>
        </ul>
      </xsl:variable>
      <xsl:sequence select="f:disclosure('principles', $list)"/>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
