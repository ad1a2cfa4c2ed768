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
      <xsl:sequence select="f:evidence($tei), fp:principles($tei)"/>
    </section>
  </xsl:function>

  <!-- A key to the signs, of those that are used. -->
  <xsl:function name="fp:signs" as="element()*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="used" as="xs:string*" select="distinct-values($tei/text//* ! local-name())"/>
    <xsl:variable name="word" as="xs:string" select="f:word('sample-word', $speak)"/>
    <xsl:variable name="samples" as="element()+">
      <span class="corr"><span class="sign">[</span>{$word}<span class="sign">]</span></span>
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
