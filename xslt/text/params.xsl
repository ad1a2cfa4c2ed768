<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://teiedit.org/ns/function"
  xmlns:m="https://teiedit.org/ns/mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  default-mode="m:text"
  expand-text="yes"
  exclude-result-prefixes="#all">

  <xsl:param name="language" as="xs:string" select="'en'">
    <!-- BCP 47 tag of the edition's own words; edition.toml: language -->
  </xsl:param>

  <xsl:param name="edition-title" as="xs:string" select="''">
    <!-- The edition's title, for the last lines; edition.toml: title -->
  </xsl:param>

  <xsl:param name="braille" as="xs:boolean" select="false()">
    <!-- Whether the text is for translation into braille: notes after their paragraph, words for signs;
         edition.toml: braille in [text] -->
  </xsl:param>

</xsl:stylesheet>
