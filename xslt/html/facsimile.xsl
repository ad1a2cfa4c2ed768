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

  <!-- Images of the source, where the file names them. Those of the edition are shown; of those elsewhere there is a
       link, because a page fetches nothing from other hosts.
       https://tei-c.org/release/doc/tei-p5-doc/en/html/PH.html#PHFAX -->

  <!-- The images; other outputs override this. -->
  <xsl:function name="f:facsimile" as="element(h:section)?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="images" as="element(h:li)*" select="
      $tei/facsimile/surface ! fp:image(.),
      $tei/text//pb[@facs][empty(f:target(@facs))][f:safe-address(tokenize(@facs)[1])] ! fp:image(.),
      $tei/facsimile[f:safe-address(@corresp)] ! fp:elsewhere(f:word('facsimile-iiif', $speak), f:safe-address(@corresp))"/>
    <xsl:if test="$images">
      <section class="facsimile" aria-labelledby="te-facsimile">
        <xsl:sequence select="f:own-voice($tei)"/>
        <h2 id="te-facsimile">{f:word('facsimile', $speak)}</h2>
        <ul><xsl:sequence select="$images"/></ul>
      </section>
    </xsl:if>
  </xsl:function>

  <!-- The page that an image shows, in words. -->
  <xsl:function name="fp:image-name" as="xs:string">
    <xsl:param name="image" as="element()"/>
    <xsl:sequence select="
      if (normalize-space($image/label[1])) then normalize-space($image/label[1])
      else if ($image/@n) then f:phrase('page', $speak, $image/@n)
      else f:word('facsimile-page', $speak)"/>
  </xsl:function>

  <!-- A surface, or a page break that names a file itself. -->
  <xsl:function name="fp:image" as="element(h:li)?">
    <xsl:param name="image" as="element()"/>
    <xsl:variable name="address" as="xs:string?"
      select="if ($image/self::pb) then f:safe-address(tokenize($image/@facs)[1]) else f:safe-address($image/graphic[1]/@url)"/>
    <xsl:variable name="words" as="xs:string" select="f:phrase('facsimile-of', $speak, fp:image-name($image))"/>
    <xsl:sequence select="
      if (empty($address)) then ()
      else if (matches($address, '^https?:', 'i')) then fp:elsewhere($words, $address)
      else fp:shown($image, $words, if ($alone) then $address else f:file-href('tei/' || $address))"/>
  </xsl:function>

  <xsl:function name="fp:shown" as="element(h:li)">
    <xsl:param name="image" as="element()"/>
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="address" as="xs:string"/>
    <xsl:variable name="place" as="xs:string" select="fp:image-place($image)"/>
    <li>
      <xsl:if test="$place">
        <xsl:attribute name="data-at" select="$place"/>
      </xsl:if>
      <figure id="te-image-{fp:image-id($image)}">
        <a href="{$address}">
          <img src="{$address}" alt="{$words}" loading="lazy" decoding="async">
            <xsl:attribute name="width" select="fp:size($image, 'width')"/>
            <xsl:attribute name="height" select="fp:size($image, 'height')"/>
          </img>
        </a>
        <figcaption>
          <xsl:choose>
            <xsl:when test="$place"><a href="#{$place}">{fp:image-name($image)}</a></xsl:when>
            <xsl:otherwise>{fp:image-name($image)}</xsl:otherwise>
          </xsl:choose>
        </figcaption>
      </figure>
    </li>
  </xsl:function>

  <xsl:function name="fp:image-id" as="xs:string">
    <xsl:param name="image" as="element()"/>
    <xsl:sequence select="
      if ($image/self::pb) then f:anchor($image)
      else string(($image/@xml:id, count($image/preceding-sibling::surface) + 1)[1])"/>
  </xsl:function>

  <!-- Where in the text the image belongs: the page break or the division that names it. -->
  <xsl:function name="fp:image-place" as="xs:string">
    <xsl:param name="image" as="element()"/>
    <xsl:variable name="pointer" as="xs:string" select="'#' || $image/@xml:id"/>
    <xsl:sequence select="
      string(if ($image/self::pb) then f:anchor($image)
      else (root($image)//text//*[tokenize(@facs) = $pointer] ! f:anchor(.)[.])[1])"/>
  </xsl:function>

  <!-- The size in pixels: of the file, or of the coordinates; otherwise that of an upright page. -->
  <xsl:function name="fp:size" as="xs:integer">
    <xsl:param name="image" as="element()"/>
    <xsl:param name="which" as="xs:string"/>
    <xsl:variable name="graphic" as="element(graphic)?" select="$image/graphic[1][matches(@width, '^[1-9][0-9]*px$') and matches(@height, '^[1-9][0-9]*px$')]"/>
    <xsl:variable name="frame" as="xs:double*" select="
      if ($which eq 'width') then $image/(@lrx ! number(.)) - $image/(@ulx ! number(.))
      else $image/(@lry ! number(.)) - $image/(@uly ! number(.))"/>
    <xsl:sequence select="
      if ($graphic) then xs:integer(replace($graphic/@*[local-name() eq $which], 'px', ''))
      else if ($frame ge 1) then xs:integer(round($frame))
      else map{'width': 300, 'height': 400}($which)"/>
  </xsl:function>

  <!-- A link to another host says which. -->
  <xsl:function name="fp:elsewhere" as="element(h:li)">
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="address" as="xs:string"/>
    <li class="elsewhere">
      <xsl:sequence select="f:linked($words || ' ' || f:phrase('opens-at', $speak, f:host($address)), $address, 'external')"/>
    </li>
  </xsl:function>

  <!-- "example.org" of "https://example.org:8080/a". -->
  <xsl:function name="f:host" as="xs:string">
    <xsl:param name="address" as="xs:string"/>
    <xsl:sequence select="replace($address, '^https?://([^/?#@]*@)?([^/:?#]+).*$', '$2', 'i')"/>
  </xsl:function>

</xsl:stylesheet>
