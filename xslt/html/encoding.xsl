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
    <xsl:variable name="used" as="xs:string*" select="distinct-values($tei/text//* ! local-name())"/>
    <xsl:variable name="word" as="xs:string" select="f:word('sample-word', $speak)"/>
    <xsl:variable name="samples" as="element()+">
      <span class="corr">[{$word}]</span>
      <span class="unclear">{$word}</span>
      <span class="supplied">[{$word}]</span>
      <del>{$word}</del>
      <ins>{$word}</ins>
      <span class="page">{f:phrase('page-short', $speak, '2')}</span>
    </xsl:variable>
    <xsl:variable name="rows" as="element(h:li)*" select="
      fp:sign($samples[1], 'correction')[$used = ('corr', 'reg', 'expan')],
      fp:sign($samples[2], 'uncertain')[$used = 'unclear'],
      fp:sign($samples[3], 'supplied')[$used = 'supplied'],
      fp:sign($samples[4], 'deleted')[$used = 'del'],
      fp:sign($samples[5], 'added')[$used = 'add'],
      fp:sign($samples[6], 'page')[$used = 'pb']"/>
    <xsl:if test="$rows">
      <h3>{f:word('signs', $speak)}</h3>
      <ul class="signs"><xsl:sequence select="$rows"/></ul>
    </xsl:if>
  </xsl:function>

  <xsl:function name="fp:sign" as="element(h:li)">
    <xsl:param name="sample" as="element()"/>
    <xsl:param name="key" as="xs:string"/>
    <li>
      <span class="sign"><xsl:sequence select="$sample"/></span>
      <xsl:text> </xsl:text>
      <span>{f:word('sign-' || $key, $speak)}</span>
    </li>
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
    <xsl:variable name="targets" as="element()*"
      select="tokenize(@target) ! key('f:id', substring(., 2), root(current()))"/>
    <li>
      <p>
        <b>{fp:subject($targets[1])}</b>
        <xsl:text> </xsl:text>
        <xsl:for-each select="$targets">
          <xsl:if test="position() ne 1"><xsl:text>, </xsl:text></xsl:if>
          <xsl:sequence select="fp:mention(.)"/>
        </xsl:for-each>
        <xsl:text> </xsl:text>
        <span class="aspect">
          <xsl:text>({f:word('aspect-' || @locus, $speak, @locus)}): </xsl:text>
          <xsl:text>{f:word('cert-' || @cert, $speak, string(@cert))}</xsl:text>
        </span>
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
    <xsl:variable name="name" as="xs:string" select="string($target/local-name())"/>
    <xsl:variable name="full-name" as="xs:string" select="string-join(($name, $target/self::correspAction/@type), '-')"/>
    <xsl:sequence select="f:word('about-' || $full-name, $speak, f:word('about-' || $name, $speak, $name))"/>
  </xsl:function>

  <!-- The words concerned, linked to where they stand in the text; long ones are cut. -->
  <xsl:function name="fp:mention" as="node()">
    <xsl:param name="target" as="element()"/>
    <xsl:variable name="text" as="xs:string" select="
      if ($target/self::correspAction) then string-join(f:parties($target) ! f:name(.), ', ')
      else if ($target/self::catRef) then f:kind-label($target/ancestor::TEI, $speak)
      else string($target)"/>
    <xsl:variable name="words" as="xs:string*" select="tokenize($text)"/>
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
    <xsl:variable name="paragraphs" as="element(p)*"
      select="$tei/teiHeader/encodingDesc/(projectDesc | editorialDecl)//p"/>
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
