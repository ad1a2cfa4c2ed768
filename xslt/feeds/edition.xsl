<xsl:package version="3.0"
  name="https://teiedit.org/xslt/feeds"
  package-version="1.0"
  declared-modes="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:m="https://teiedit.org/ns/mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  default-mode="m:feed"
  expand-text="yes"
  exclude-result-prefixes="#all">

  <!-- The entry: compiled as a package, so that the name of every mode is checked. -->
  <xsl:include href="feeds.xsl"/>

</xsl:package>
