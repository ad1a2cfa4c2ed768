<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  default-mode="m:feed"
  xmlns:m="https://teiedit.org/ns/mode"
  expand-text="yes"
  exclude-result-prefixes="#all">

  <!-- What a feed depends on beside the corpus; the keys of edition.toml, as for the pages. -->

  <xsl:param name="feed" as="xs:string">
    <!-- Which to make: atom or opds. -->
  </xsl:param>

  <xsl:param name="file" as="xs:string" select="$feed || '.xml'">
    <!-- The name of its file, where it is one page of several. -->
  </xsl:param>

  <xsl:param name="ways" as="document-node()?" select="()">
    <!-- The other pages: list/ref of type first, previous, next, last. -->
  </xsl:param>

  <xsl:param name="identifier" as="xs:string">
    <!-- What identifiers begin with: the edition's address, or a name made from its own. -->
  </xsl:param>

  <xsl:param name="updated" as="xs:string">
    <!-- When the edition was last changed, as xs:dateTime: the last of these changes, or the day that edition.toml gives. -->
  </xsl:param>

  <xsl:param name="changed" as="document-node()?" select="()">
    <!-- When documents were last changed, of which the ledger knows it: list/item[@n]/date[@when]. -->
  </xsl:param>

  <xsl:param name="language" as="xs:string" select="'en'"/>
  <xsl:param name="languages-of-site" as="xs:string" select="'en'"/>
  <xsl:param name="edition-id" as="xs:string" select="'edition'"/>
  <xsl:param name="edition-title" as="xs:string" select="''"/>
  <xsl:param name="edition-subtitle" as="xs:string" select="''"/>
  <xsl:param name="edition-publisher" as="xs:string" select="''"/>
  <xsl:param name="edition-editors" as="xs:string" select="''"/>
  <xsl:param name="licence-url" as="xs:string" select="''"/>
  <xsl:param name="base-url" as="xs:string" select="''"/>
  <xsl:param name="formats" as="xs:string" select="'html'"/>

  <xsl:variable name="interface" as="xs:string*" select="tokenize($languages-of-site)"/>

</xsl:stylesheet>
