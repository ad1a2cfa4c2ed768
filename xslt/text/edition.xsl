<xsl:package version="3.0"
  name="https://teiedit.org/ns/text"
  package-version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="https://teiedit.org/ns/mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  default-mode="m:text"
  declared-modes="yes"
  expand-text="yes"
  exclude-result-prefixes="#all">

  <!-- The entry: one TEI document in, a plain text file out. -->
  <xsl:include href="text.xsl"/>

</xsl:package>
