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

  <!-- The registers: each person, body and place once, with what is known and every place where it occurs. -->

  <xsl:template match="teiCorpus[$page = ('persons', 'organisations', 'places')]" as="element(h:html)">
    <xsl:variable name="records" as="element()*" select="f:records(.)"/>
    <xsl:variable name="content" as="element()*">
      <h1>{f:word('nav-' || $page, $speak)}</h1>
      <p class="sum">{f:count('count-' || $page, count($records))}</p>
      <xsl:choose>
        <xsl:when test="count($records) gt 24"><xsl:sequence select="f:by-letter($records, fp:entries#1)"/></xsl:when>
        <xsl:otherwise><xsl:sequence select="$records ! f:entry(., 'h2')"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:sequence select="f:site-page($page, f:word('nav-' || $page, $speak), f:word('register-' || $page, $speak), $content)"/>
  </xsl:template>

  <!-- One record for each identifier: the fullest of those that the documents carry. -->
  <xsl:function name="f:records" as="element()*">
    <xsl:param name="corpus" as="element(teiCorpus)"/>
    <xsl:variable name="all" as="element()*"
      select="$corpus/TEI/standOff/*/*[self::person or self::org or self::place][f:register(.) eq $page]"/>
    <xsl:for-each-group select="$all" group-by="string(@xml:id)">
      <xsl:sort select="fp:name-key(current-group()[1])" collation="http://www.w3.org/2005/xpath-functions/collation/codepoint"/>
      <xsl:sort select="current-grouping-key()" collation="http://www.w3.org/2005/xpath-functions/collation/codepoint"/>
      <xsl:variable name="most" as="xs:integer" select="max(current-group() ! count(*))"/>
      <xsl:sequence select="current-group()[count(*) eq $most][1]"/>
    </xsl:for-each-group>
  </xsl:function>

  <xsl:function name="fp:name-key" as="xs:string">
    <xsl:param name="record" as="element()"/>
    <xsl:sequence select="f:record-name($record) ! (if ($record/self::person) then f:family-first(.) else f:fold(.))"/>
  </xsl:function>

  <xsl:function name="f:record-name" as="xs:string">
    <xsl:param name="record" as="element()"/>
    <xsl:sequence select="normalize-space($record/*[self::persName or self::orgName or self::placeName][1])"/>
  </xsl:function>

  <xsl:function name="fp:entries" as="element(h:section)*">
    <xsl:param name="records" as="element()*"/>
    <xsl:sequence select="$records ! f:entry(., 'h3')"/>
  </xsl:function>

  <!-- Under initials, with a way to each. $shown: shows the records of one. -->
  <xsl:function name="f:by-letter" as="element()*">
    <xsl:param name="records" as="element()*"/>
    <xsl:param name="shown" as="function(element()*) as element()*"/>
    <nav class="letters" aria-label="{f:word('initials', $speak)}">
      <ul>
        <xsl:for-each-group select="$records" group-adjacent="f:initial(.)">
          <li><a href="#te-letter-{position()}">{current-grouping-key()}</a></li>
        </xsl:for-each-group>
      </ul>
    </nav>
    <xsl:for-each-group select="$records" group-adjacent="f:initial(.)">
      <section class="letter" aria-labelledby="te-letter-{position()}">
        <h2 id="te-letter-{position()}">{current-grouping-key()}</h2>
        <xsl:sequence select="$shown(current-group())"/>
      </section>
    </xsl:for-each-group>
  </xsl:function>

  <xsl:function name="f:initial" as="xs:string">
    <xsl:param name="record" as="element()"/>
    <xsl:variable name="first" as="xs:string" select="upper-case(substring(fp:name-key($record), 1, 1))"/>
    <xsl:sequence select="if (matches($first, '\p{L}')) then $first else '#'"/>
  </xsl:function>

  <xsl:function name="f:entry" as="element(h:section)">
    <xsl:param name="record" as="element()"/>
    <xsl:param name="heading" as="xs:string"/>
    <section class="entry" id="{$record/@xml:id}" aria-labelledby="{$record/@xml:id}-head">
      <xsl:element name="{$heading}">
        <xsl:attribute name="id" select="$record/@xml:id || '-head'"/>
        <xsl:text>{f:record-name($record)}</xsl:text>
      </xsl:element>
      <xsl:sequence select="f:known($record), f:occurrences($record)"/>
    </section>
  </xsl:function>

  <!-- What the register says, and where else it is known. -->
  <xsl:function name="f:known" as="element(h:p)*">
    <xsl:param name="record" as="element()"/>
    <xsl:variable name="life" as="xs:string" select="
      string-join(($record/birth ! (f:word('born', $speak) || ' ' || f:date-label(., $speak)),
        $record/death ! (f:word('died', $speak) || ' ' || f:date-label(., $speak))), ', ')"/>
    <xsl:variable name="said" as="node()*" select="
      f:office($record)[.] ! fp:in-edition(.), $life[.] ! fp:sentence(.), $record/note ! normalize-space()[.] ! fp:in-edition(.)"/>
    <xsl:if test="exists($said)">
      <p class="known">
        <xsl:for-each select="$said">
          <xsl:sequence select="."/>
          <xsl:if test="position() ne last()">{if (matches(., '[.!?]$')) then ' ' else '. '}</xsl:if>
        </xsl:for-each>
      </p>
    </xsl:if>
    <xsl:variable name="links" as="element(h:a)*" select="fp:authorities($record)"/>
    <xsl:if test="exists($links)">
      <p class="authorities"><xsl:sequence select="f:row($links)"/></p>
    </xsl:if>
  </xsl:function>

  <!-- Words that begin a sentence. -->
  <xsl:function name="fp:sentence" as="text()">
    <xsl:param name="words" as="xs:string"/>
    <xsl:value-of select="upper-case(substring($words, 1, 1)) || substring($words, 2)"/>
  </xsl:function>

  <!-- Words of the register, which are in the edition's language. -->
  <xsl:function name="fp:in-edition" as="node()">
    <xsl:param name="words" as="xs:string"/>
    <xsl:choose>
      <xsl:when test="f:edition-words()">
        <span><xsl:sequence select="f:edition-words()"/>{fp:sentence($words)}</span>
      </xsl:when>
      <xsl:otherwise><xsl:sequence select="fp:sentence($words)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="fp:authorities" as="element(h:a)*">
    <xsl:param name="record" as="element()"/>
    <xsl:for-each select="$record/idno[f:safe-address(.)]">
      <xsl:variable name="file" as="xs:string" select="f:word('authority-' || @type, $speak, f:host(.))"/>
      <a href="{f:safe-address(.)}" rel="external" aria-label="{$file}: {f:record-name($record)}">{$file}</a>
    </xsl:for-each>
    <xsl:for-each select="$record/location/geo[matches(., '^\s*-?\d+(\.\d+)?\s+-?\d+(\.\d+)?\s*$')]">
      <xsl:variable name="at" as="xs:string+" select="tokenize(normalize-space())"/>
      <a href="geo:{$at[1]},{$at[2]}" aria-label="{f:word('on-a-map', $speak)}: {f:record-name($record)}">{f:word('on-a-map', $speak)}</a>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="f:occurrences" as="element()*">
    <xsl:param name="record" as="element()"/>
    <xsl:variable name="id" as="xs:string" select="$record/@xml:id"/>
    <xsl:variable name="actions" as="element(correspAction)*" select="
      (key('f:party', $id, root($record)), key('f:dispatch', $id, root($record)))/parent::correspAction"/>
    <xsl:variable name="mentions" as="element(ref)*" select="key('f:mention', $id, root($record))"/>
    <xsl:variable name="kinds" as="element(h:div)*" select="
      fp:occurrence(if ($record/self::place) then 'sent-from' else 'sent', $actions[@type eq 'sent']/ancestor::TEI, ()),
      fp:occurrence(if ($record/self::place) then 'received-at' else 'received-by', $actions[@type eq 'received'][not(@subtype eq 'cc')]/ancestor::TEI, ()),
      fp:occurrence('copied-to', $actions[@subtype eq 'cc']/ancestor::TEI, ()),
      fp:occurrence('mentioned', $mentions/ancestor::TEI, $mentions)"/>
    <xsl:if test="exists($kinds)">
      <dl class="occurrences"><xsl:sequence select="$kinds"/></dl>
    </xsl:if>
  </xsl:function>

  <!-- One kind of occurrence: the documents, and the passages in them. -->
  <xsl:function name="fp:occurrence" as="element(h:div)?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="documents" as="element(TEI)*"/>
    <xsl:param name="passages" as="element(ref)*"/>
    <xsl:if test="exists($documents)">
      <xsl:variable name="list" as="element(h:ul)">
        <ul>
          <xsl:for-each select="$documents/.">
            <li>
              <xsl:sequence select="f:title-link(.)"/>
              <xsl:if test="not(contains(f:title(.), f:year(.)[.]))">
                <span class="when">, {f:when(.)}</span>
              </xsl:if>
              <xsl:sequence select="fp:passages(., $passages[ancestor::TEI is current()])"/>
            </li>
          </xsl:for-each>
        </ul>
      </xsl:variable>
      <div>
        <dt>{f:word('occurs-' || $key, $speak)}</dt>
        <dd>
          <xsl:choose>
            <xsl:when test="count($list/h:li) gt 8">
              <details>
                <xsl:if test="$entry">
                  <xsl:attribute name="open"/>
                </xsl:if>
                <summary>{f:count('count-documents', count($list/h:li))}</summary>
                <xsl:sequence select="$list"/>
              </details>
            </xsl:when>
            <xsl:otherwise><xsl:sequence select="$list"/></xsl:otherwise>
          </xsl:choose>
        </dd>
      </div>
    </xsl:if>
  </xsl:function>

  <!-- Links to the paragraphs, of which only the first is told where one names it twice. -->
  <xsl:function name="fp:passages" as="node()*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:param name="mentions" as="element(ref)*"/>
    <xsl:variable name="anchors" as="xs:string*" select="distinct-values($mentions/@n ! string())[.]"/>
    <xsl:if test="exists($anchors)">
      <xsl:text> </xsl:text>
      <span class="passages">
        <xsl:for-each select="$anchors[position() le 12]">
          <a href="{f:page-href('documents/' || $tei/@xml:id || '.html#' || .)}"
            aria-label="{f:phrase('passage', $speak, string(position()))}: {f:title($tei)}">{f:phrase('passage', $speak, string(position()))}</a>
          <xsl:if test="position() ne last()"><xsl:text> </xsl:text></xsl:if>
        </xsl:for-each>
      </span>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
