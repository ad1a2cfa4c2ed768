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

  <!-- The documents in order of time: a timeline, which is a drawing of links, and the same as a list. -->

  <xsl:template match="teiCorpus[$page eq 'chronology']" as="element(h:html)">
    <xsl:variable name="content" as="element()*">
      <h1>{f:word('nav-chronology', $speak)}</h1>
      <xsl:sequence select="f:timeline(f:years(.))"/>
      <xsl:sequence select="f:year-sections(.)"/>
    </xsl:variable>
    <xsl:sequence select="f:site-page('chronology', f:word('nav-chronology', $speak), f:word('document-list', $speak), $content)"/>
  </xsl:template>

  <xsl:function name="f:year-sections" as="element(h:section)*">
    <xsl:param name="corpus" as="element(teiCorpus)"/>
    <xsl:for-each-group group-adjacent="f:year(.)"
      select="sort($corpus/TEI, 'http://www.w3.org/2005/xpath-functions/collation/codepoint', function($tei) {f:date-sort(f:sent-date($tei))})">
      <xsl:sequence select="fp:year-section(current-grouping-key(), current-group())"/>
    </xsl:for-each-group>
  </xsl:function>

  <xsl:function name="fp:year-section" as="element(h:section)">
    <xsl:param name="year" as="xs:string"/>
    <xsl:param name="documents" as="element(TEI)+"/>
    <xsl:variable name="id" as="xs:string" select="'te-y' || ($year[.], '0')[1]"/>
    <section class="year" aria-labelledby="{$id}">
      <h2 id="{$id}">{($year[.], f:word('undated', $speak))[1]}</h2>
      <ol>
        <xsl:for-each-group select="$documents" group-by="fp:month(.)">
          <xsl:for-each select="current-group()">
            <li>
              <xsl:if test="position() eq 1 and current-grouping-key()">
                <xsl:attribute name="id" select="'te-m' || current-grouping-key()"/>
              </xsl:if>
              <span class="when">{f:when(.)}</span>
              <xsl:text> </xsl:text>
              <span class="what"><xsl:sequence select="f:title-link(.)"/></span>
            </li>
          </xsl:for-each>
        </xsl:for-each-group>
      </ol>
    </section>
  </xsl:function>

  <!-- "1913-04", or nothing where the date has no month. -->
  <xsl:function name="fp:month" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="date" as="element(date)?" select="f:sent-date($tei)"/>
    <xsl:variable name="value" as="xs:string" select="string(($date/@when, $date/@to, $date/@notAfter, $date/@from, $date/@notBefore)[1])"/>
    <xsl:sequence select="string($value[matches(., '^\d{4}-\d{2}')] ! substring(., 1, 7))"/>
  </xsl:function>

  <!-- One column for each month, year or ten years, as the edition's span wants it. -->
  <xsl:function name="f:timeline" as="element(h:figure)?">
    <xsl:param name="counted" as="array(*)*"/>
    <xsl:variable name="dated" as="array(*)*" select="$counted[matches(?1, '^\d+$')] ! [xs:integer(?1), ?2]"/>
    <xsl:variable name="years" as="xs:integer*" select="$dated ! ?1"/>
    <xsl:variable name="span" as="xs:integer" select="if (exists($years)) then max($years) - min($years) + 1 else 0"/>
    <xsl:if test="$span gt 1">
      <xsl:variable name="step" as="xs:integer" select="if ($span le 60) then 1 else 10"/>
      <xsl:variable name="first" as="xs:integer" select="min($years) idiv $step * $step"/>
      <xsl:variable name="columns" as="xs:integer" select="(max($years) - $first) idiv $step + 1"/>
      <xsl:variable name="counts" as="xs:integer+" select="
        for $i in 0 to $columns - 1 return xs:integer(sum($dated[?1 ge $first + $i * $step][?1 lt $first + ($i + 1) * $step] ! ?2))"/>
      <figure class="timeline">
        <figcaption id="te-timeline">{f:word(if ($step eq 1) then 'timeline-years' else 'timeline-decades', $speak)}</figcaption>
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 200" role="group" aria-labelledby="te-timeline">
          <path class="axis" d="M0 160.5H720"/>
          <xsl:for-each select="1 to $columns">
            <xsl:sequence select="fp:column(., $first + (. - 1) * $step, $step, $counts, $years)"/>
          </xsl:for-each>
        </svg>
      </figure>
    </xsl:if>
  </xsl:function>

  <xsl:function name="fp:column" as="element()*">
    <xsl:param name="number" as="xs:integer"/>
    <xsl:param name="year" as="xs:integer"/>
    <xsl:param name="step" as="xs:integer"/>
    <xsl:param name="counts" as="xs:integer+"/>
    <xsl:param name="years" as="xs:integer*"/>
    <xsl:variable name="width" as="xs:double" select="720 div count($counts)"/>
    <xsl:variable name="count" as="xs:integer" select="$counts[$number]"/>
    <xsl:variable name="height" as="xs:double" select="130 * $count div max($counts)"/>
    <xsl:variable name="label" as="xs:string" select="if ($step eq 1) then string($year) else $year || '–' || ($year + $step - 1)"/>
    <xsl:if test="$count gt 0">
      <a xmlns="http://www.w3.org/2000/svg" href="#te-y{min($years[. ge $year])}" aria-label="{$label}: {f:count('count-documents', $count)}">
        <rect class="target" x="{f:coordinate(($number - 1) * $width)}" y="0" width="{f:coordinate($width)}" height="160"/>
        <rect class="bar" x="{f:coordinate(($number - 1) * $width + $width * .12)}" y="{f:coordinate(160 - $height)}"
          width="{f:coordinate($width * .76)}" height="{f:coordinate($height)}"/>
        <text class="number" x="{f:coordinate(($number - .5) * $width)}" y="{f:coordinate(153 - $height)}">{if ($width gt 22) then $count else ''}</text>
      </a>
    </xsl:if>
    <xsl:if test="($number - 1) mod xs:integer(ceiling(count($counts) div 9)) eq 0">
      <text xmlns="http://www.w3.org/2000/svg" class="tick" x="{f:coordinate(($number - .5) * $width)}" y="188" aria-hidden="true">{$year}</text>
    </xsl:if>
  </xsl:function>

  <!-- A number of a drawing, to a tenth, so that it is the same everywhere. -->
  <xsl:function name="f:coordinate" as="xs:string">
    <xsl:param name="value" as="xs:double"/>
    <xsl:sequence select="string(xs:decimal(round($value, 1)))"/>
  </xsl:function>

</xsl:stylesheet>
