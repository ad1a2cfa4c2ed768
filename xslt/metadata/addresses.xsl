<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://teiedit.org/ns/function"
  xmlns:m="https://teiedit.org/ns/mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  default-mode="m:unhandled"
  expand-text="yes"
  exclude-result-prefixes="#all">

  <!-- Where the files of the edition are, on the web and from each other. Needs the parameters of the HTML. -->

  <xsl:variable name="interface" as="xs:string*" select="tokenize($languages-of-site)"/>
  <!-- The part of an address that leads from a language's folder to that of the site. -->
  <xsl:variable name="to-site" as="xs:string" select="if ($language = $interface[1] or empty($interface)) then '' else '../'"/>

  <!-- A file that is the same in all languages: 'assets/style.css', 'tei/a.xml'. -->
  <xsl:function name="f:file-href" as="xs:string">
    <xsl:param name="path" as="xs:string"/>
    <xsl:sequence select="$up || $to-site || $path"/>
  </xsl:function>

  <!-- The folder of a language within the site. -->
  <xsl:function name="f:language-folder" as="xs:string">
    <xsl:param name="tag" as="xs:string"/>
    <xsl:sequence select="if ($tag = $interface[1]) then '' else $tag || '/'"/>
  </xsl:function>

  <!-- Where a page will stand on the web; nothing where the edition does not say. -->
  <xsl:function name="f:web-address" as="xs:string?">
    <xsl:param name="path" as="xs:string"/>
    <xsl:sequence select="($base-url[.] ! (. || (if (empty($interface)) then '' else f:language-folder($language)) || $path))[not($alone)]"/>
  </xsl:function>

  <!-- The page of the registers on which a record stands. -->
  <xsl:function name="f:register" as="xs:string">
    <xsl:param name="record" as="element()"/>
    <xsl:sequence select="if ($record/self::person) then 'persons' else if ($record/self::org) then 'organisations' else 'places'"/>
  </xsl:function>

  <!-- The page and place of a record's entry, from the folder of the pages. -->
  <xsl:function name="f:entry-path" as="xs:string">
    <xsl:param name="register" as="xs:string"/>
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="$register || (if ($large) then '/' || $id || '.html' else '.html#' || $id)"/>
  </xsl:function>

  <!-- The formats of a document beside the page itself, as the edition makes them. -->
  <xsl:function name="f:formats" as="xs:string*">
    <xsl:sequence select="('pdf', 'epub', 'text', 'tei')[. = $made]"/>
  </xsl:function>

  <!-- A document's file in a format, from the folder of the site. -->
  <xsl:function name="f:format-file" as="xs:string">
    <xsl:param name="format" as="xs:string"/>
    <xsl:param name="id" as="xs:string"/>
    <xsl:variable name="ending" as="xs:string" select="map{'text': 'txt', 'tei': 'xml', 'pdf': 'pdf', 'epub': 'epub'}($format)"/>
    <xsl:sequence select="$format || '/' || $id || '.' || $ending"/>
  </xsl:function>

  <xsl:function name="f:format-path" as="xs:string">
    <xsl:param name="format" as="xs:string"/>
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="f:file-href(f:format-file($format, $id))"/>
  </xsl:function>

  <xsl:function name="f:media-type" as="xs:string">
    <xsl:param name="format" as="xs:string"/>
    <xsl:variable name="types" as="map(xs:string, xs:string)" select="map{
      'text': 'text/plain', 'tei': 'application/tei+xml', 'pdf': 'application/pdf', 'epub': 'application/epub+zip'}"/>
    <xsl:sequence select="$types($format)"/>
  </xsl:function>

</xsl:stylesheet>
