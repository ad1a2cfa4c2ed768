<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:te="https://teiedit.org/ns/diagnostic"
  xmlns:m="https://teiedit.org/ns/mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  default-mode="m:unhandled"
  expand-text="yes"
  exclude-result-prefixes="#all">

  <!-- Says that an element has no template; apply to it from an output's template for any element. -->
  <xsl:mode name="m:unhandled" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="*" mode="m:unhandled" as="empty-sequence()">
    <xsl:message>
      <te:diagnostic code="X001" severity="warning">no rule shows the element "{local-name()}"; its text is kept</te:diagnostic>
    </xsl:message>
  </xsl:template>

</xsl:stylesheet>
