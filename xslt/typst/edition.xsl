<xsl:package version="3.0"
  name="https://teiedit.org/ns/typst"
  package-version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="https://teiedit.org/ns/mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  default-mode="m:typst"
  declared-modes="yes"
  expand-text="yes"
  exclude-result-prefixes="#all">

  <!-- The entry: one TEI document in, the events that template.typ sets out, as JSON. -->
  <xsl:include href="typst.xsl"/>

</xsl:package>
