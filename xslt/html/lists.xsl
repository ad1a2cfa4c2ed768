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

  <!-- Clauses and other lists, tables.
       https://tei-c.org/release/doc/tei-p5-doc/en/html/CO.html#COLI -->

  <!-- A list of its own. The enumerators are those that were typed, so the list has no numbers of its own. -->
  <xsl:template match="list[f:is-block(.)]" priority="1" as="element()+">
    <xsl:apply-templates select="head"/>
    <xsl:variable name="rows" as="node()*" select="node()[not(self::head)][self::* or normalize-space()]"/>
    <xsl:element name="{if (label and tokenize(@rend) = 'numbered') then 'ol' else 'ul'}">
      <xsl:attribute name="class" select="string-join((@type, @subtype, if (label) then 'labelled' else 'plain'), ' ')"/>
      <xsl:sequence select="f:common(.)"/>
      <xsl:for-each-group select="$rows" group-ending-with="item">
        <xsl:if test="current-group()/self::item">
          <xsl:sequence select="fp:item(current-group())"/>
        </xsl:if>
      </xsl:for-each-group>
    </xsl:element>
    <xsl:apply-templates select="item[last()]/following-sibling::*"/>
  </xsl:template>

  <!-- One item with what stands before it: its label, and a page that begins there. -->
  <xsl:function name="fp:item" as="element(h:li)">
    <xsl:param name="nodes" as="node()+"/>
    <xsl:variable name="item" as="element(item)" select="$nodes[self::item]"/>
    <li>
      <xsl:sequence select="f:common($item)"/>
      <xsl:apply-templates select="$nodes[not(self::item)]"/>
      <xsl:if test="$nodes[self::label]"><xsl:text> </xsl:text></xsl:if>
      <xsl:choose>
        <xsl:when test="f:holds-block($item)">
          <div class="item"><xsl:sequence select="f:flow($item/node()), f:why($item)"/></div>
        </xsl:when>
        <xsl:otherwise>
          <span class="item"><xsl:apply-templates select="$item/node()"/><xsl:sequence select="f:why($item)"/></span>
        </xsl:otherwise>
      </xsl:choose>
    </li>
  </xsl:function>

  <!-- A list within a sentence. -->
  <xsl:template match="list" as="element(h:span)">
    <span class="clauses">
      <xsl:sequence select="f:common(.)"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>

  <xsl:template match="item" as="element(h:span)">
    <span class="clause">
      <xsl:sequence select="f:common(.)"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>

  <xsl:template match="list[not(f:is-block(.))]/head" as="element(h:span)">
    <span class="head">
      <xsl:sequence select="f:common(.)"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>

  <!-- A table may be wider than a telephone: it scrolls within its own box, which the keyboard can reach. -->
  <xsl:template match="table[f:is-block(.)]" priority="1" as="element(h:div)">
    <xsl:variable name="heads" as="element(row)*"
      select="row[@role eq 'label'][not(preceding-sibling::row[not(@role eq 'label')])]"/>
    <div class="table" role="region" tabindex="0" aria-label="{(normalize-space(head[1])[.], f:word('table', $speak))[1]}">
      <table>
        <xsl:sequence select="f:common(.)"/>
        <xsl:if test="head">
          <caption>
            <xsl:for-each select="head">
              <xsl:apply-templates/>
              <xsl:if test="position() ne last()"><br/></xsl:if>
            </xsl:for-each>
          </caption>
        </xsl:if>
        <xsl:if test="$heads and row except $heads">
          <thead><xsl:apply-templates select="$heads"/></thead>
        </xsl:if>
        <tbody><xsl:apply-templates select="if (row except $heads) then row except $heads else row"/></tbody>
      </table>
    </div>
    <xsl:apply-templates select="row[last()]/following-sibling::*"/>
  </xsl:template>

  <xsl:template match="row" as="element(h:tr)">
    <tr>
      <xsl:sequence select="f:common(.)"/>
      <xsl:apply-templates select="cell"/>
    </tr>
  </xsl:template>

  <!-- HTML has no place for a page break between rows: the next row's first cell begins with it. -->
  <xsl:template match="cell" as="element()">
    <xsl:variable name="row" as="element(row)" select=".."/>
    <xsl:variable name="scope" as="xs:string?" select="('col'[$row/@role eq 'label'], 'row'[current()/@role eq 'label'])[1]"/>
    <xsl:element name="{if ($scope) then 'th' else 'td'}">
      <xsl:if test="$scope">
        <xsl:attribute name="scope" select="$scope"/>
      </xsl:if>
      <xsl:for-each select="(@rows, @cols)[matches(., '^[1-9][0-9]?$') and . ne '1']">
        <xsl:attribute name="{if (self::attribute(rows)) then 'rowspan' else 'colspan'}" select="."/>
      </xsl:for-each>
      <xsl:sequence select="f:common(.)"/>
      <xsl:if test="not(preceding-sibling::cell)">
        <xsl:apply-templates
          select="$row/preceding-sibling::*[not(self::row or self::head)][following-sibling::row[1] is $row]"/>
      </xsl:if>
      <xsl:sequence select="f:flow(node())"/>
    </xsl:element>
  </xsl:template>

  <!-- A table within a phrase: its cells one after another. -->
  <xsl:template match="table" as="element(h:span)">
    <span class="table">
      <xsl:sequence select="f:common(.)"/>
      <xsl:for-each select=".//cell">
        <xsl:if test="position() ne 1"><xsl:text> </xsl:text></xsl:if>
        <xsl:apply-templates/>
      </xsl:for-each>
    </span>
  </xsl:template>

</xsl:stylesheet>
