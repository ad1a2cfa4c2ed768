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

  <!-- The lists of a large edition: a page that shows what there is, the pages of the list, and a page for each entry
       of a register. Each is made from what stands on it alone; the ways from one to another come as a parameter. -->

  <!-- The first page of a list. -->
  <xsl:template match="teiCorpus[$ways][not($part)][$page = ('documents', 'chronology', 'persons', 'places', 'organisations')]"
    priority="2" as="element(h:html)">
    <xsl:variable name="count" as="xs:integer" select="xs:integer(sum($ways/list/item/@n ! xs:integer(.)))"/>
    <xsl:variable name="content" as="element()*">
      <h1>{f:word('nav-' || $page, $speak)}</h1>
      <p class="sum">
        <xsl:text>{f:count('count-' || (if ($page eq 'chronology') then 'documents' else $page), $count)}</xsl:text>
        <xsl:if test="'search' = $site-pages">
          <xsl:text>. </xsl:text>
          <a href="{f:page-href('search.html')}">{f:word('list-search', $speak)}</a>
        </xsl:if>
      </p>
      <xsl:if test="$page eq 'chronology'">
        <xsl:sequence select="f:timeline(f:years(.))"/>
      </xsl:if>
      <xsl:sequence select="fp:overview($ways/list)"/>
    </xsl:variable>
    <xsl:sequence select="f:site-page($page, f:word('nav-' || $page, $speak), fp:about($page), $content)"/>
  </xsl:template>

  <xsl:function name="fp:about" as="xs:string">
    <xsl:param name="list" as="xs:string"/>
    <xsl:sequence select="f:word(if ($list = ('documents', 'chronology')) then 'document-list' else 'register-' || $list, $speak)"/>
  </xsl:function>

  <!-- All pages of a list, by groups, with what stands on each. -->
  <xsl:function name="fp:overview" as="element()+">
    <xsl:param name="list" as="element(list)"/>
    <nav class="overview" aria-label="{f:word('list-pages', $speak)}">
      <dl>
        <xsl:for-each select="$list/item">
          <div>
            <xsl:sequence select="fp:group(.)"/>
          </div>
        </xsl:for-each>
      </dl>
    </nav>
    <xsl:if test="$page = ('persons', 'places', 'organisations')">
      <script src="{f:file-href('assets/entry.js')}" data-entries="{f:page-href($page || '/')}" defer=""/>
    </xsl:if>
  </xsl:function>

  <!-- A group of one page of the same name is a link itself. -->
  <xsl:function name="fp:group" as="element()+">
    <xsl:param name="group" as="element(item)"/>
    <xsl:variable name="only" as="element(item)?" select="$group/list/item[last() eq 1][fp:label(ref) eq fp:group-label($group)]"/>
    <xsl:choose>
      <xsl:when test="$only">
        <dt id="{fp:year-anchor($only)}"><a href="{f:page-href($only/ref/@target)}">{fp:group-label($group)}</a></dt>
        <dd><p><xsl:sequence select="fp:number-on($only)"/></p></dd>
      </xsl:when>
      <xsl:otherwise>
        <dt>{fp:group-label($group)}</dt>
        <dd>
          <ul>
            <xsl:for-each select="$group/list/item">
              <li id="{fp:year-anchor(.)}">
                <a href="{f:page-href(ref/@target)}">{fp:label(ref)}</a>
                <xsl:text> </xsl:text>
                <xsl:sequence select="fp:number-on(.)"/>
              </li>
            </xsl:for-each>
          </ul>
        </dd>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- What the columns of the timeline lead to, "te-y1871"; a name of its own elsewhere. -->
  <xsl:function name="fp:year-anchor" as="xs:string">
    <xsl:param name="item" as="element(item)"/>
    <xsl:sequence select="
      if ($page eq 'chronology') then 'te-y' || (string($item/ref/seg)[.], '0')[1]
      else 'te-to-' || replace($item/ref/@target, '^.*/[a-z]+-|\.html.*$', '')"/>
  </xsl:function>

  <xsl:function name="fp:number-on" as="element(h:span)">
    <xsl:param name="item" as="element(item)"/>
    <span class="number">
      <xsl:text>{f:number(xs:integer($item/@n))}</xsl:text>
      <span class="unseen"> {fp:counted(xs:integer($item/@n))}</span>
    </span>
  </xsl:function>

  <!-- "documents", after a number that is seen. -->
  <xsl:function name="fp:counted" as="xs:string">
    <xsl:param name="number" as="xs:integer"/>
    <xsl:variable name="what" as="xs:string" select="if ($page = ('chronology', 'correspondence')) then 'documents' else $page"/>
    <xsl:sequence select="normalize-space(f:phrase('count-' || $what || (if ($number eq 1) then '-1' else ''), $speak, ''))"/>
  </xsl:function>

  <!-- A page of the list. -->
  <xsl:template match="teiCorpus[$ways][$part][not($entry)][$page = ('documents', 'chronology')]" priority="2" as="element(h:html)">
    <xsl:variable name="list" as="element()*" select="if ($page eq 'documents') then f:document-list(TEI) else f:year-sections(.)"/>
    <xsl:sequence select="
      fp:list-page((fp:sum('documents', count(TEI)), $list, f:citation-files($part, 'cite-files-page')[$page eq 'documents']))"/>
  </xsl:template>

  <xsl:template match="teiCorpus[$large][$part or not($ways)][not($entry)][$page = ('persons', 'places', 'organisations')]" priority="2"
    as="element(h:html)">
    <xsl:variable name="records" as="element()*" select="TEI/standOff/*/*"/>
    <xsl:sequence select="fp:list-page((fp:sum($page, count($records)),
      if ($part or count($records) le 24) then fp:brief-list($records) else f:by-letter($records, fp:brief-list#1)))"/>
  </xsl:template>

  <xsl:function name="fp:brief-list" as="element(h:ul)">
    <xsl:param name="records" as="element()*"/>
    <ul class="entries">
      <xsl:for-each select="$records">
        <li id="{@xml:id}">
          <xsl:sequence select="fp:brief(.)"/>
        </li>
      </xsl:for-each>
    </ul>
  </xsl:function>

  <!-- The drawing stands on the first page, before the first part of the table. -->
  <xsl:template match="teiCorpus[$large][$page eq 'correspondence']" priority="2" as="element(h:html)">
    <xsl:variable name="given" as="element(list)*" select="standOff/list"/>
    <xsl:variable name="parties" as="map(*)*" select="
      $given[@type eq 'parties']/item ! map{'name': string(ref), 'link': fp:target(ref), 'letters': xs:integer(@n)}"/>
    <xsl:variable name="pairs" as="array(*)*" select="
      $given[@type eq 'pairs']/item ! [tokenize(@corresp) ! xs:integer(.), xs:integer(@n)]"/>
    <xsl:variable name="exchanges" as="map(*)*" select="
      $given[@type eq 'exchanges']/item ! map{
        'from': string(ref[1]), 'from-link': fp:target(ref[1]), 'to': string(ref[2]), 'to-link': fp:target(ref[2]),
        'letters': xs:integer(@n), 'years': tokenize(@corresp)}"/>
    <xsl:variable name="content" as="element()*" select="
      f:network($parties, $pairs, f:figure(., 'parties', 0)),
      if (exists($exchanges)) then f:exchange-table($exchanges) else fp:none()"/>
    <xsl:sequence select="fp:list-page($content)"/>
  </xsl:template>

  <xsl:function name="fp:none" as="element(h:p)">
    <p>{f:word('network-none', $speak)}</p>
  </xsl:function>

  <xsl:function name="fp:target" as="xs:string?">
    <xsl:param name="ref" as="element(ref)"/>
    <xsl:sequence select="$ref/@target ! f:page-href(.)"/>
  </xsl:function>

  <xsl:function name="fp:sum" as="element(h:p)">
    <xsl:param name="what" as="xs:string"/>
    <xsl:param name="number" as="xs:integer"/>
    <p class="sum">{f:count('count-' || $what, $number)}</p>
  </xsl:function>

  <!-- A heading that says which page it is, the ways, the list, and the ways on. -->
  <xsl:function name="fp:list-page" as="element(h:html)">
    <xsl:param name="list" as="element()*"/>
    <xsl:variable name="here" as="xs:string*" select="$ways/list/ref[@type eq 'here'][$part] ! fp:label(.)"/>
    <xsl:variable name="title" as="xs:string" select="string-join((f:word('nav-' || $page, $speak), $here), ', ')"/>
    <xsl:variable name="content" as="element()*">
      <h1>{$title}</h1>
      <xsl:sequence select="fp:ways(), $list, fp:on()"/>
    </xsl:variable>
    <xsl:variable name="about" as="xs:string" select="if ($page eq 'correspondence') then f:word('network', $speak) else fp:about($page)"/>
    <xsl:sequence select="f:site-page(($part[.], $page)[1], $title, string-join(($here, $about), '. '), $content)"/>
  </xsl:function>

  <!-- An entry: everywhere that somebody or something occurs, or a part of that. -->
  <xsl:template match="teiCorpus[$entry]" priority="2" as="element(h:html)">
    <xsl:variable name="record" as="element()" select="key('f:record', $entry)[1]"/>
    <xsl:variable name="here" as="xs:string?" select="$ways/list/ref[@type eq 'here'] ! fp:label(.)"/>
    <xsl:variable name="title" as="xs:string" select="string-join((f:record-name($record), $here), ', ')"/>
    <xsl:variable name="content" as="element()*">
      <h1 id="{$entry}">{$title}</h1>
      <div class="entry">
        <xsl:sequence select="f:known($record)"/>
        <p class="up"><a href="{f:page-href($ways/list/ref[@type eq 'list']/@target || '#' || $entry)}">{f:word('nav-' || $page, $speak)}</a></p>
        <xsl:sequence select="fp:ways(), f:occurrences($record), fp:on()"/>
      </div>
    </xsl:variable>
    <xsl:sequence select="f:site-page($part, $title, fp:about($page), $content)"/>
  </xsl:template>

  <!-- A record in a list: what is known, and how often it occurs. -->
  <xsl:function name="fp:brief" as="element()+">
    <xsl:param name="record" as="element()"/>
    <a class="name" href="{f:page-href(f:entry-path($page, $record/@xml:id))}">{f:record-name($record)}</a>
    <xsl:sequence select="f:known($record)"/>
    <xsl:variable name="counts" as="xs:string*" select="
      for $pair in tokenize($record/@n), $kind in substring-before($pair, ':')
      return f:word('occurs-' || $kind, $speak) || ' ' || f:number(xs:integer(substring-after($pair, ':')))"/>
    <p class="counts">{string-join($counts, ' · ')}</p>
  </xsl:function>

  <!-- The groups, and the pages of the group. -->
  <xsl:function name="fp:ways" as="element(h:nav)?">
    <xsl:variable name="groups" as="element(item)*" select="$ways/list/item"/>
    <xsl:variable name="parts" as="element(item)*" select="$groups/list/item"/>
    <xsl:if test="count(($groups, $parts)) gt 2">
      <nav class="pages" aria-label="{f:word('list-pages', $speak)}">
        <xsl:if test="count($groups) gt 1">
          <ul>
            <xsl:for-each select="$groups">
              <li>
                <a href="{f:page-href(ref/@target)}">
                  <xsl:if test="@rend eq 'current'">
                    <xsl:attribute name="aria-current" select="if (count($parts) eq 1) then 'page' else 'true'"/>
                  </xsl:if>
                  <xsl:text>{fp:group-label(.)}</xsl:text>
                </a>
              </li>
            </xsl:for-each>
          </ul>
        </xsl:if>
        <xsl:if test="count($parts) gt 1">
          <ul class="parts">
            <xsl:for-each select="$parts">
              <li>
                <a href="{f:page-href(ref/@target)}">
                  <xsl:if test="@rend eq 'current'">
                    <xsl:attribute name="aria-current" select="'page'"/>
                  </xsl:if>
                  <xsl:text>{fp:label(ref)}</xsl:text>
                </a>
              </li>
            </xsl:for-each>
          </ul>
        </xsl:if>
      </nav>
    </xsl:if>
  </xsl:function>

  <!-- Back and on, at the foot of the list. -->
  <xsl:function name="fp:on" as="element(h:nav)?">
    <xsl:variable name="refs" as="element(ref)*" select="$ways/list/ref[@type = ('prev', 'next')]"/>
    <xsl:if test="exists($refs)">
      <nav class="beside" aria-label="{f:word('list-on', $speak)}">
        <ul>
          <xsl:for-each select="$refs">
            <li class="{if (@type eq 'prev') then 'previous' else 'next'}">
              <a href="{f:page-href(@target)}" rel="{@type}">
                <span class="way">{f:word('list-' || @type, $speak)}</span>
                <xsl:text> </xsl:text>
                <span class="title">{fp:label(.)}</span>
              </a>
            </li>
          </xsl:for-each>
        </ul>
      </nav>
    </xsl:if>
  </xsl:function>

  <xsl:function name="fp:group-label" as="xs:string">
    <xsl:param name="group" as="element(item)"/>
    <xsl:sequence select="if ($group/@type eq 'undated') then f:word('undated', $speak) else string($group/ref[@type eq 'group']/seg)"/>
  </xsl:function>

  <!-- "May 1871", "May 1871, 2", "Laan – Lemoine", "1–500". -->
  <xsl:function name="fp:label" as="xs:string">
    <xsl:param name="ref" as="element(ref)"/>
    <xsl:variable name="segs" as="xs:string*" select="$ref/seg ! string()"/>
    <xsl:variable name="month" as="xs:string" select="substring-after($segs[1], '-')"/>
    <xsl:variable name="label" as="xs:string" select="
      if ($ref/@subtype eq 'undated') then f:word('undated', $speak)
      else if ($ref/@subtype eq 'names') then string-join(distinct-values($segs), ' – ')
      else if ($ref/@subtype eq 'numbers') then string-join(distinct-values($segs[position() le 2]) ! f:number(xs:integer(.)), '–')
        || (if ($segs[3]) then ' (' || string-join(distinct-values(subsequence($segs, 3)), '–') || ')' else '')
      else if (matches($segs[1], '^\d{4}-(0[1-9]|1[0-2])$')) then f:word('month-' || $month, $speak) || ' ' || replace(substring($segs[1], 1, 4), '^0+', '')
      else replace($segs[1], '^0+(.)', '$1')"/>
    <xsl:sequence select="string-join(($label, $ref/@n ! string()), ', ')"/>
  </xsl:function>

</xsl:stylesheet>
