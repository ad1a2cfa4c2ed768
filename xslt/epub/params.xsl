<xsl:stylesheet version="3.0"
  xmlns="http://www.w3.org/1999/xhtml"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:epub="http://www.idpf.org/2007/ops"
  xmlns:h="http://www.w3.org/1999/xhtml"
  xmlns:f="https://teiedit.org/ns/function"
  xmlns:fp="https://teiedit.org/ns/function/private"
  xmlns:m="https://teiedit.org/ns/mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  default-mode="m:html"
  expand-text="yes"
  exclude-result-prefixes="#all">

  <!-- What an e-book depends on beside what a page does. -->

  <xsl:param name="in-book" as="xs:string" select="''">
    <!-- The documents that are in the same book, by xml:id, separated by spaces; only these can be linked to. -->
  </xsl:param>

  <xsl:param name="identifier" as="xs:string" select="''">
    <!-- The book's unique identifier, a URI. Made from edition.toml: id, base_url -->
  </xsl:param>

  <xsl:param name="modified" as="xs:string" select="''">
    <!-- When the book was last changed, as CCYY-MM-DDThh:mm:ssZ. Made from edition.toml: date -->
  </xsl:param>

  <xsl:variable name="book-mates" as="xs:string*" select="tokenize($in-book)"/>

</xsl:stylesheet>
