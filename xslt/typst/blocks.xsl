<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://teiedit.org/ns/function"
  xmlns:fp="https://teiedit.org/ns/function/private"
  xmlns:m="https://teiedit.org/ns/mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  default-mode="m:typst"
  expand-text="yes"
  exclude-result-prefixes="#all">

  <!-- Divisions, openings and closings, paragraphs, speech.
       https://tei-c.org/release/doc/tei-p5-doc/en/html/DS.html -->

  <xsl:template match="div" mode="m:typst" as="item()*">
    <xsl:variable name="content" as="item()*">
      <xsl:apply-templates/>
    </xsl:variable>
    <xsl:sequence select="
      if (@type = ('enclosure', 'translation') or ancestor::back) then fp:frame('rule', ()) else (),
      fp:anchor(.),
      if (f:by-editors(.) and empty(head)) then fp:frame('subhead', fp:own(f:translation-heading(., $language))) else (),
      $content"/>
  </xsl:template>

  <!-- The level counts the divisions with a heading around it, so that none is left out; the title is 1. -->
  <xsl:template match="div/head" mode="m:typst" as="item()*">
    <xsl:variable name="content" as="item()*">
      <xsl:apply-templates/>
    </xsl:variable>
    <xsl:variable name="level" as="xs:integer" select="1 + count(ancestor::div[head])"/>
    <xsl:sequence select="fp:frame('head',
      map { 'level': min(($level, 6)), 'type': string(../@type) }, $content)"/>
  </xsl:template>

  <!-- A second heading of the same division is a line below the first. -->
  <xsl:template match="div/head[preceding-sibling::head]" mode="m:typst" priority="1" as="item()*">
    <xsl:call-template name="fp:block">
      <xsl:with-param name="kind" select="'subhead'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="postscript/head | figure/head" mode="m:typst" as="item()*">
    <xsl:call-template name="fp:block">
      <xsl:with-param name="kind" select="'subhead'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A frame of one kind around what the element holds. -->
  <xsl:template name="fp:block" as="item()*">
    <xsl:param name="kind" as="xs:string" required="yes"/>
    <xsl:param name="given" as="map(*)" select="map {}"/>
    <xsl:variable name="content" as="item()*">
      <xsl:apply-templates/>
    </xsl:variable>
    <xsl:sequence select="fp:frame($kind, $given, (fp:anchor(.), $content))"/>
  </xsl:template>

  <!-- Fields that stand side by side are one list. -->
  <xsl:template match="opener | closer" mode="m:typst" as="item()*">
    <xsl:variable name="content" as="item()*">
      <xsl:for-each-group select="node()"
        group-adjacent="exists(self::seg[@type eq 'field']) or (fp:blank(.) and exists(preceding-sibling::*[1]/self::seg[@type eq 'field']))">
        <xsl:variable name="group" as="item()*">
          <xsl:apply-templates select="current-group()"/>
        </xsl:variable>
        <xsl:sequence select="if (current-grouping-key()) then fp:frame('fields', $group) else $group"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:sequence select="fp:frame(local-name(), $content)"/>
  </xsl:template>

  <xsl:function name="fp:blank" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="$node instance of text() and not(normalize-space($node))"/>
  </xsl:function>

  <xsl:template match="(opener | closer)/seg[@type eq 'field']" mode="m:typst" priority="6" as="item()*">
    <xsl:call-template name="fp:block">
      <xsl:with-param name="kind" select="'field'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="seg[@type eq 'field']/label" mode="m:typst" priority="6" as="item()*">
    <xsl:call-template name="fp:block">
      <xsl:with-param name="kind" select="'label'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="dateline | salute | signed | trailer" mode="m:typst" as="item()*">
    <xsl:call-template name="fp:block">
      <xsl:with-param name="kind" select="local-name()"/>
      <xsl:with-param name="given" select="map { 'in': local-name(..), 'mirrored': f:runs-right-to-left(..) }"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="(opener | closer | div)/address" mode="m:typst" priority="1" as="item()*">
    <xsl:call-template name="fp:block">
      <xsl:with-param name="kind" select="'address'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="address" mode="m:typst" as="item()*">
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="addrLine" mode="m:typst" as="item()*">
    <xsl:sequence select="if (preceding-sibling::addrLine) then fp:frame('lb', ()) else ()"/>
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="postscript" mode="m:typst" as="item()*">
    <xsl:call-template name="fp:block">
      <xsl:with-param name="kind" select="'postscript'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- The second half of a paragraph that runs over the border of a part is no new paragraph: it has no indent. -->
  <!-- The first paragraph of a note at the foot stands in the line of its number. -->
  <xsl:template match="note[f:called(.)]/p[not(preceding-sibling::node()[normalize-space()])]" mode="m:typst" priority="2"
    as="item()*">
    <xsl:sequence select="fp:anchor(.), parent::note[fp:introduced(.)] ! fp:kind-of-note(.)"/>
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="p" mode="m:typst" as="item()*">
    <xsl:variable name="lead" as="element()?"
      select="preceding-sibling::*[1][self::speaker or self::label[parent::postscript]]"/>
    <xsl:variable name="content" as="item()*">
      <xsl:apply-templates select="$lead" mode="m:lead"/>
      <xsl:sequence select="(parent::note | parent::abstract)[fp:introduced(.)][current() is p[1]] ! fp:kind-of-note(.)"/>
      <xsl:apply-templates/>
    </xsl:variable>
    <xsl:sequence select="fp:frame('p',
      map { 'flush': exists($lead | label[not(preceding-sibling::node()[normalize-space()])] | parent::note | parent::abstract) or @part = ('M', 'F') },
      (fp:anchor(.), fp:count(.), $content))"/>
  </xsl:template>

  <!-- The number by which a paragraph is cited, in the margin. -->
  <xsl:function name="fp:count" as="item()*">
    <xsl:param name="p" as="element(p)"/>
    <xsl:variable name="name" as="xs:string" select="if ($numbers eq 'paragraphs' and not($p/ancestor::div[f:by-editors(.)])) then f:anchor($p) else ''"/>
    <xsl:sequence select="
      if (matches($name, '^(te-p|para-)[0-9]+$'))
      then fp:frame('margin', map { 'left': false(), 'joined': false(), 'count': true() }, replace($name, '^\D+', ''))
      else ()"/>
  </xsl:function>

  <!-- What leads into the paragraph after it stands in its first line. -->
  <xsl:mode name="m:lead" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="speaker | postscript/label" mode="m:lead" as="item()*">
    <xsl:variable name="content" as="item()*">
      <xsl:apply-templates mode="m:typst"/>
    </xsl:variable>
    <xsl:sequence select="fp:frame('lead', $content), ' '"/>
  </xsl:template>

  <xsl:template match="(speaker | postscript/label)[following-sibling::*[1][self::p]]" mode="m:typst" priority="7"
    as="empty-sequence()"/>

  <xsl:template match="speaker | postscript/label" mode="m:typst" priority="6" as="item()*">
    <xsl:call-template name="fp:block">
      <xsl:with-param name="kind" select="'lead'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="sp" mode="m:typst" as="item()*">
    <xsl:call-template name="fp:block">
      <xsl:with-param name="kind" select="'sp'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="stage" mode="m:typst" as="item()*">
    <xsl:call-template name="fp:block">
      <xsl:with-param name="kind" select="if (parent::div or parent::sp) then 'stage' else 'emph'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="quote[p] | (div | item | sp)/quote" mode="m:typst" priority="4" as="item()*">
    <xsl:call-template name="fp:block">
      <xsl:with-param name="kind" select="'quote'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="floatingText" mode="m:typst" as="item()*">
    <xsl:call-template name="fp:block">
      <xsl:with-param name="kind" select="'float'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Images are not fetched: the description stands for them. -->
  <xsl:template match="figure" mode="m:typst" as="item()*">
    <xsl:call-template name="fp:block">
      <xsl:with-param name="kind" select="'figure'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="figDesc" mode="m:typst" as="item()*">
    <xsl:variable name="content" as="item()*">
      <xsl:apply-templates/>
    </xsl:variable>
    <xsl:sequence select="fp:frame('stage', ('[', fp:own(f:word('figure', $language)), ' ', $content, ']'))"/>
  </xsl:template>

  <xsl:template match="graphic" mode="m:typst" as="empty-sequence()"/>

</xsl:stylesheet>
