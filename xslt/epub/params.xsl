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
    <!-- The documents in the same book that this one may link to, by xml:id, separated by spaces. -->
  </xsl:param>

  <xsl:param name="identifier" as="xs:string" select="''">
    <!-- The book's unique identifier, a URI. Made from edition.toml: id, base_url -->
  </xsl:param>

  <xsl:param name="modified" as="xs:string" select="''">
    <!-- When the book was last changed, as CCYY-MM-DDThh:mm:ssZ. Made from edition.toml: date -->
  </xsl:param>

  <xsl:param name="number" as="xs:integer" select="0">
    <!-- The document's number in the volume; 0 for a book of its own. -->
  </xsl:param>

  <xsl:param name="chapter" as="xs:integer" select="0">
    <!-- The number of the chapter in which the document stands; 0 where the volume is not divided. -->
  </xsl:param>

  <xsl:param name="in-front" as="xs:boolean" select="false()">
    <!-- Whether links are made for a file above the documents. -->
  </xsl:param>

  <xsl:param name="indexed" as="xs:string" select="''">
    <!-- The records of this document that have an entry in an index of the book, by xml:id, separated by spaces. -->
  </xsl:param>

  <xsl:variable name="indexed-records" as="xs:string*" select="tokenize($indexed)"/>
  <xsl:variable name="book-mates" as="xs:string*" select="tokenize($in-book)"/>

</xsl:stylesheet>
