<xsl:stylesheet version="3.0"
  xmlns="http://www.w3.org/1999/xhtml"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:h="http://www.w3.org/1999/xhtml"
  xmlns:f="https://teiedit.org/ns/function"
  xmlns:fp="https://teiedit.org/ns/function/private"
  xmlns:m="https://teiedit.org/ns/mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  default-mode="m:html"
  expand-text="yes"
  exclude-result-prefixes="#all">

  <!-- Everything that a page depends on beside the document itself. -->

  <xsl:param name="alone" as="xs:boolean" select="false()">
    <!-- One self-contained file: no links into the edition, the style sheet inside. Set by `teiedit transform`. -->
  </xsl:param>

  <xsl:param name="css" as="xs:string" select="''">
    <!-- The style sheet to put inside the page; '' to link to assets/style.css. -->
  </xsl:param>

  <xsl:param name="language" as="xs:string" select="'en'">
    <!-- The language of the page's own words. edition.toml: language -->
  </xsl:param>

  <xsl:param name="edition-id" as="xs:string" select="'edition'">
    <!-- The name of the volume's file. edition.toml: id -->
  </xsl:param>

  <xsl:param name="edition-title" as="xs:string" select="''">
    <!-- The edition's title. edition.toml: title -->
  </xsl:param>

  <xsl:param name="edition-subtitle" as="xs:string" select="''">
    <!-- edition.toml: subtitle -->
  </xsl:param>

  <xsl:param name="edition-description" as="xs:string" select="''">
    <!-- A few sentences for the home page. edition.toml: description -->
  </xsl:param>

  <xsl:param name="edition-publisher" as="xs:string" select="''">
    <!-- edition.toml: publisher -->
  </xsl:param>

  <xsl:param name="edition-place" as="xs:string" select="''">
    <!-- edition.toml: place -->
  </xsl:param>

  <xsl:param name="edition-date" as="xs:string" select="''">
    <!-- When the edition was published. edition.toml: date -->
  </xsl:param>

  <xsl:param name="edition-editors" as="xs:string" select="''">
    <!-- The editors' names, joined for reading. edition.toml: editors -->
  </xsl:param>

  <xsl:param name="edition-editor-names" as="xs:string" select="''">
    <!-- The same names, one a line, for citations. edition.toml: editors -->
  </xsl:param>

  <xsl:param name="licence" as="xs:string" select="''">
    <!-- The name of the edition's licence. edition.toml: licence -->
  </xsl:param>

  <xsl:param name="licence-url" as="xs:string" select="''">
    <!-- Where its terms stand. edition.toml: licence -->
  </xsl:param>

  <xsl:param name="base-url" as="xs:string" select="''">
    <!-- Where the edition will stand on the web, ending in "/". edition.toml: base_url -->
  </xsl:param>

  <xsl:param name="languages-of-site" as="xs:string" select="''">
    <!-- The languages that the site speaks, separated by spaces; the first has no folder of its own.
         edition.toml: language, interface -->
  </xsl:param>

  <xsl:param name="house" as="document-node()?" select="()">
    <!-- What the edition brings of its own: o:house with style, logo, footer, introduction, page. Of the last two
         only what the page shows has a body. edition.toml: style; and files beside it -->
  </xsl:param>

  <xsl:param name="up" as="xs:string" select="'../'">
    <!-- The way from the page to the folder of its language. -->
  </xsl:param>

  <xsl:param name="beside" as="document-node()?" select="()">
    <!-- The documents to lead on to: list/item/ref of type previous, next, earlier, later. -->
  </xsl:param>

  <xsl:param name="page" as="xs:string" select="'index'">
    <!-- Which page of the edition to make from a corpus. -->
  </xsl:param>

  <xsl:param name="large" as="xs:boolean" select="false()">
    <!-- The edition is large: its lists are divided into pages, and each entry of a register has a page of its own. -->
  </xsl:param>

  <xsl:param name="part" as="xs:string" select="''">
    <!-- The path of a page that is one of several of a list, or of one entry, without ".html". -->
  </xsl:param>

  <xsl:param name="entry" as="xs:string" select="''">
    <!-- The record of which a page is made. -->
  </xsl:param>

  <xsl:param name="ways" as="document-node()?" select="()">
    <!-- The ways through a list that is divided: list, see `teiedit.publish._division.ways`. -->
  </xsl:param>

  <xsl:param name="site" as="xs:string" select="''">
    <!-- The pages that the banner names, separated by spaces. -->
  </xsl:param>

  <xsl:param name="site-foot" as="xs:string" select="''">
    <!-- The pages that the foot names, separated by spaces. -->
  </xsl:param>

  <xsl:param name="formats" as="xs:string" select="'html'">
    <!-- The formats that are made, separated by spaces; there are links to these only. edition.toml: formats -->
  </xsl:param>

  <xsl:param name="records" as="xs:string" select="''">
    <!-- The records that are made of every document: "folder/|.ending|type" each, separated by spaces. -->
  </xsl:param>

  <xsl:variable name="speak" as="xs:string" select="f:spoken($language)"/>
  <xsl:variable name="site-pages" as="xs:string*" select="tokenize($site)"/>
  <xsl:variable name="foot-pages" as="xs:string*" select="tokenize($site-foot)"/>
  <xsl:variable name="made" as="xs:string*" select="tokenize($formats)"/>
  <!-- Whether there are records and linksets. -->
  <xsl:variable name="harvested" as="xs:boolean" select="$made = 'metadata'"/>

</xsl:stylesheet>
