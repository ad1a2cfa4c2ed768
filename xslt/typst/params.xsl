<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="https://teiedit.org/ns/mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  default-mode="m:typst"
  expand-text="yes"
  exclude-result-prefixes="#all">

  <xsl:param name="language" as="xs:string" select="'en'">
    <!-- BCP 47 tag of the edition's own words; edition.toml: language -->
  </xsl:param>

  <xsl:param name="edition-title" as="xs:string" select="''">
    <!-- The edition's title, for the colophon; edition.toml: title -->
  </xsl:param>

  <xsl:param name="base-url" as="xs:string" select="''">
    <!-- Where the edition stands, ending in "/": only then can references to other documents be links;
         edition.toml: base_url -->
  </xsl:param>

  <xsl:param name="numbers" as="xs:string" select="'none'">
    <!-- 'paragraphs' to count them in the margin; edition.toml: [pdf] numbers -->
  </xsl:param>

  <xsl:param name="in-book" as="xs:boolean" select="false()">
    <!-- Whether the document is part of a book: then names are marked for its indexes, links to other documents lead
         to their place in it, and what the last lines of a document alone say is said once, at its end. -->
  </xsl:param>

</xsl:stylesheet>
