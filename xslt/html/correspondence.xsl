<xsl:stylesheet version="3.0"
  xmlns="http://www.w3.org/1999/xhtml"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:math="http://www.w3.org/2005/xpath-functions/math"
  xmlns:svg="http://www.w3.org/2000/svg"
  xmlns:h="http://www.w3.org/1999/xhtml"
  xmlns:f="https://teiedit.org/ns/function"
  xmlns:fp="https://teiedit.org/ns/function/private"
  xmlns:m="https://teiedit.org/ns/mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  default-mode="m:html"
  expand-text="yes"
  exclude-result-prefixes="#all">

  <!-- Who wrote to whom: a drawing, and the same as a table. -->

  <!-- How many parties the drawing shows; the table has all. -->
  <xsl:variable name="drawn" as="xs:integer" select="24"/>

  <xsl:template match="teiCorpus[$page eq 'correspondence']" as="element(h:html)">
    <!-- one "line" for each sender and addressee of a document: from, to, and the document's number -->
    <xsl:variable name="lines" as="map(xs:string, element())*" select="TEI ! fp:lines(.)"/>
    <xsl:variable name="content" as="element()*">
      <h1>{f:word('nav-correspondence', $speak)}</h1>
      <xsl:choose>
        <xsl:when test="exists($lines)">
          <xsl:sequence select="fp:network($lines), f:exchange-table(fp:exchanges($lines))"/>
        </xsl:when>
        <xsl:otherwise><p>{f:word('network-none', $speak)}</p></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:sequence select="f:site-page('correspondence', f:word('nav-correspondence', $speak), f:word('network', $speak), $content)"/>
  </xsl:template>

  <xsl:function name="fp:lines" as="map(xs:string, element())*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="
      for $from in f:parties(f:sent($tei))[@ref], $to in f:parties(f:received($tei))[@ref]
      return map{'from': $from, 'to': $to, 'tei': $tei}"/>
  </xsl:function>

  <xsl:function name="fp:party-key" as="xs:string">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="tokenize($name/@ref)[1]"/>
  </xsl:function>

  <!-- What a party is called: as the register has it. -->
  <xsl:function name="fp:party-name" as="xs:string">
    <xsl:param name="name" as="element()"/>
    <xsl:variable name="record" as="element()?" select="key('f:record', substring(fp:party-key($name), 2), root($name))[1]"/>
    <xsl:sequence select="(normalize-space($record/*[self::persName or self::orgName][1])[.], f:name($name))[1]"/>
  </xsl:function>

  <!-- A party's entry. -->
  <xsl:function name="fp:party-link" as="xs:string?">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="f:record($name) ! f:page-href(f:entry-path(f:register(.), @xml:id))"/>
  </xsl:function>

  <!-- A party by its name, leading to its entry. -->
  <xsl:function name="fp:party" as="node()">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="link" as="xs:string?"/>
    <xsl:choose>
      <xsl:when test="$link"><a href="{$link}">{$name}</a></xsl:when>
      <xsl:otherwise><xsl:value-of select="$name"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="fp:network" as="element(h:figure)?">
    <xsl:param name="lines" as="map(xs:string, element())*"/>
    <xsl:variable name="ends" as="element()*" select="$lines ! (?from, ?to)"/>
    <xsl:variable name="parties" as="element()*">
      <xsl:for-each-group select="$ends" group-by="fp:party-key(.)">
        <xsl:sort select="count(current-group())" data-type="number" order="descending"/>
        <xsl:sort select="current-grouping-key()" collation="http://www.w3.org/2005/xpath-functions/collation/codepoint"/>
        <xsl:sequence select="current-group()[1]"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:variable name="shown" as="element()*" select="$parties[position() le $drawn]"/>
    <xsl:variable name="keys" as="xs:string*" select="$shown ! fp:party-key(.)"/>
    <xsl:variable name="nodes" as="map(*)*" select="
      for $party in $shown
      return map{'name': fp:party-name($party), 'link': fp:party-link($party),
        'letters': count($ends[fp:party-key(.) eq fp:party-key($party)])}"/>
    <xsl:sequence select="f:network($nodes, fp:pairs($lines, $keys), count($parties))"/>
  </xsl:function>

  <!-- Parties on a circle, those of most letters first; the width of a line says how many went along it.
       $parties: those shown, each with name, link, letters. $pairs: two numbers of them, and how many letters. -->
  <xsl:function name="f:network" as="element(h:figure)?">
    <xsl:param name="parties" as="map(*)*"/>
    <xsl:param name="pairs" as="array(*)*"/>
    <xsl:param name="of" as="xs:integer"/>
    <xsl:if test="count($parties) gt 1">
      <figure class="network">
        <figcaption id="te-network">
          <xsl:text>{f:word('network', $speak)}</xsl:text>
          <xsl:if test="$of gt $drawn">
            <xsl:text> {f:phrase('network-most', $speak, string($drawn))}</xsl:text>
          </xsl:if>
        </figcaption>
        <div class="drawing" role="region" tabindex="0" aria-labelledby="te-network">
          <svg xmlns="http://www.w3.org/2000/svg" viewBox="-60 0 1020 560" role="group" aria-labelledby="te-network">
            <xsl:sequence select="fp:edges($pairs, count($parties))"/>
            <xsl:for-each select="$parties">
              <xsl:sequence select="fp:node(., position(), count($parties), max($parties?letters))"/>
            </xsl:for-each>
          </svg>
        </div>
      </figure>
    </xsl:if>
  </xsl:function>

  <!-- Each two parties that wrote to each other: their numbers among those shown, as far as they are, and the letters. -->
  <xsl:function name="fp:pairs" as="array(*)*">
    <xsl:param name="lines" as="map(xs:string, element())*"/>
    <xsl:param name="keys" as="xs:string*"/>
    <xsl:for-each-group select="$lines" group-by="string-join(sort((fp:party-key(?from), fp:party-key(?to))), ' ')">
      <xsl:sort select="current-grouping-key()" collation="http://www.w3.org/2005/xpath-functions/collation/codepoint"/>
      <xsl:sequence select="[tokenize(current-grouping-key()) ! index-of($keys, .), count(current-group())]"/>
    </xsl:for-each-group>
  </xsl:function>

  <xsl:function name="fp:edges" as="element(svg:path)*">
    <xsl:param name="pairs" as="array(*)*"/>
    <xsl:param name="count" as="xs:integer"/>
    <xsl:variable name="most" as="xs:integer?" select="max($pairs ! ?2)"/>
    <xsl:for-each select="$pairs[count(?1) eq 2 and ?1[1] ne ?1[2]]">
      <xsl:variable name="a" as="xs:double+" select="fp:point(?1[1], $count, 200)"/>
      <xsl:variable name="b" as="xs:double+" select="fp:point(?1[2], $count, 200)"/>
      <path xmlns="http://www.w3.org/2000/svg" class="edge" stroke-width="{f:coordinate(1.5 + 8 * math:sqrt(?2 div $most))}"
        d="M{f:coordinate($a[1])} {f:coordinate($a[2])}Q450 280 {f:coordinate($b[1])} {f:coordinate($b[2])}"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="fp:node" as="element()">
    <xsl:param name="party" as="map(*)"/>
    <xsl:param name="number" as="xs:integer"/>
    <xsl:param name="of" as="xs:integer"/>
    <xsl:param name="most" as="xs:integer"/>
    <xsl:variable name="at" as="xs:double+" select="fp:point($number, $of, 200)"/>
    <xsl:variable name="words" as="xs:double+" select="fp:point($number, $of, 218)"/>
    <xsl:variable name="side" as="xs:string" select="
      if (abs($words[1] - 450) lt 20) then 'middle' else if ($words[1] gt 450) then 'start' else 'end'"/>
    <xsl:variable name="drop" as="xs:double" select="if ($side ne 'middle') then 6 else if ($words[2] gt 280) then 16 else -4"/>
    <xsl:variable name="name" as="xs:string" select="$party?name"/>
    <xsl:variable name="radius" as="xs:double" select="
      6 + (if ($large) then 14 * math:sqrt($party?letters div $most) else 2 * math:sqrt($party?letters))"/>
    <xsl:variable name="drawing" as="element()*">
      <circle xmlns="http://www.w3.org/2000/svg" class="node" cx="{f:coordinate($at[1])}" cy="{f:coordinate($at[2])}" r="{f:coordinate($radius)}"/>
      <text xmlns="http://www.w3.org/2000/svg" class="name" x="{f:coordinate($words[1])}" y="{f:coordinate($words[2] + $drop)}" text-anchor="{$side}">{
        if (string-length($name) gt 30) then substring($name, 1, 29) || '…' else $name}</text>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="exists($party?link)">
        <a xmlns="http://www.w3.org/2000/svg" href="{$party?link}" aria-label="{$name}: {f:count('count-documents', $party?letters)}">
          <xsl:sequence select="$drawing"/>
        </a>
      </xsl:when>
      <xsl:otherwise>
        <g xmlns="http://www.w3.org/2000/svg"><xsl:sequence select="$drawing"/></g>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- A place on a circle, the first at the top: x, y. -->
  <xsl:function name="fp:point" as="xs:double+">
    <xsl:param name="number" as="xs:integer"/>
    <xsl:param name="of" as="xs:integer"/>
    <xsl:param name="radius" as="xs:integer"/>
    <xsl:variable name="angle" as="xs:double" select="2 * math:pi() * ($number - 1) div $of - math:pi() div 2"/>
    <xsl:sequence select="450 + $radius * math:cos($angle), 280 + $radius * math:sin($angle)"/>
  </xsl:function>

  <!-- Who wrote to whom, those of most letters first: names and links, how many letters, the first and the last year. -->
  <xsl:function name="fp:exchanges" as="map(*)*">
    <xsl:param name="lines" as="map(xs:string, element())*"/>
    <xsl:for-each-group select="$lines" group-by="fp:party-key(?from) || ' ' || fp:party-key(?to)">
      <xsl:sort select="count(current-group())" data-type="number" order="descending"/>
      <xsl:sort select="f:fold(fp:party-name(current-group()[1]?from) || ' ' || fp:party-name(current-group()[1]?to))"
        collation="http://www.w3.org/2005/xpath-functions/collation/codepoint"/>
      <xsl:sort select="current-grouping-key()" collation="http://www.w3.org/2005/xpath-functions/collation/codepoint"/>
      <xsl:variable name="first" as="map(xs:string, element())" select="current-group()[1]"/>
      <xsl:variable name="years" as="xs:string*" select="sort(distinct-values(current-group() ! f:year(?tei)[.]))"/>
      <xsl:sequence select="map{
        'from': fp:party-name($first?from), 'from-link': fp:party-link($first?from),
        'to': fp:party-name($first?to), 'to-link': fp:party-link($first?to),
        'letters': count(current-group()), 'years': ($years[1], $years[last()])}"/>
    </xsl:for-each-group>
  </xsl:function>

  <xsl:function name="f:exchange-table" as="element(h:table)">
    <xsl:param name="exchanges" as="map(*)*"/>
    <table class="exchange">
      <caption>{f:word('network-table', $speak)}</caption>
      <thead>
        <tr>
          <xsl:for-each select="'from', 'to', 'figure-documents', 'years'">
            <th scope="col">{f:word(., $speak)}</th>
          </xsl:for-each>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="$exchanges">
          <tr>
            <th scope="row" data-label="{f:word('from', $speak)}"><xsl:sequence select="fp:party(?from, ?from-link)"/></th>
            <td data-label="{f:word('to', $speak)}"><xsl:sequence select="fp:party(?to, ?to-link)"/></td>
            <td data-label="{f:word('figure-documents', $speak)}" class="number">{f:number(?letters)}</td>
            <td data-label="{f:word('years', $speak)}">{string-join(distinct-values(?years), '–')}</td>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </xsl:function>

</xsl:stylesheet>
