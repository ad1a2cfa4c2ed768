<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="https://teiedit.org/ns/mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  default-mode="m:html"
  expand-text="yes"
  exclude-result-prefixes="#all">

  <!-- What records say of the edition, beside what pages do (html/params.xsl). -->

  <xsl:param name="provider" as="xs:string" select="''">
    <!-- Whose data a portal shows. edition.toml: harvest.provider, or publisher -->
  </xsl:param>

  <xsl:param name="rights" as="xs:string" select="''">
    <!-- A statement from rightsstatements.org, or a licence. edition.toml: harvest.rights -->
  </xsl:param>

</xsl:stylesheet>
