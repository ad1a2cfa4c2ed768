<?xml version="1.0" encoding="UTF-8"?>
<!-- made by schema/generate.py from teiedit.sch: change that file, not this one -->
<xsl:stylesheet xmlns:f="https://teiedit.org/ns/function" xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:te="https://teiedit.org/ns/diagnostic" xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="3.0" exclude-result-prefixes="#all" expand-text="no">
  <xsl:output method="xml" indent="no"/>
  <xsl:key name="id" match="*[@xml:id]" use="@xml:id"/>
  <xsl:key name="reason" match="tei:certainty" use="tokenize(@target)"/>
  <xsl:key name="next" match="*[@next]" use="@next"/>
  <xsl:function name="f:first" as="xs:date?">
    <xsl:param name="value" as="xs:string?"/>
    <xsl:variable name="local" as="xs:string" select="replace($value, '(Z|[+\-][0-9]{2}:[0-9]{2})$', '')"/>
    <xsl:sequence select="       if ($local castable as xs:date) then xs:date($local)       else if ($local castable as xs:dateTime) then xs:date(xs:dateTime($local))       else if ($local castable as xs:gYearMonth) then xs:date($local || '-01')       else if ($local castable as xs:gYear) then xs:date($local || '-01-01')       else ()"/>
  </xsl:function>
  <xsl:function name="f:last" as="xs:date?">
    <xsl:param name="value" as="xs:string?"/>
    <xsl:variable name="first" as="xs:date?" select="f:first($value)"/>
    <xsl:sequence select="       if ($value castable as xs:gYearMonth) then $first + xs:yearMonthDuration('P1M') - xs:dayTimeDuration('P1D')       else if ($value castable as xs:gYear) then $first + xs:yearMonthDuration('P1Y') - xs:dayTimeDuration('P1D')       else $first"/>
  </xsl:function>
  <xsl:function name="f:ordinals" as="xs:integer*">
    <xsl:param name="n" as="xs:string?"/>
    <xsl:variable name="sign" as="xs:string?" select="tokenize(lower-case($n), '\.')[last()]"/>
    <xsl:if test="matches($sign, '^[0-9]{1,9}$')">
      <xsl:sequence select="xs:integer($sign)"/>
    </xsl:if>
    <xsl:if test="matches($sign, '^([a-z])\1*$')">
      <xsl:sequence select="string-to-codepoints($sign)[1] - 96 + 26 * (string-length($sign) - 1)"/>
    </xsl:if>
    <xsl:if test="matches($sign, '^m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})$') and $sign ne ''">
      <xsl:variable name="worth" as="xs:integer*" select="string-to-codepoints($sign) ! map{105: 1, 118: 5, 120: 10, 108: 50, 99: 100, 100: 500, 109: 1000}(.)"/>
      <xsl:sequence select="xs:integer(sum(         for $i in 1 to count($worth) return if ($worth[$i + 1] gt $worth[$i]) then -$worth[$i] else $worth[$i]))"/>
    </xsl:if>
  </xsl:function>
  <xsl:function name="f:follows" as="xs:boolean">
    <xsl:param name="n" as="xs:string?"/>
    <xsl:param name="before" as="xs:string?"/>
    <xsl:variable name="now" as="xs:integer*" select="f:ordinals($n)"/>
    <xsl:variable name="then" as="xs:integer*" select="f:ordinals($before)"/>
    <xsl:sequence select="empty($now) or empty($then) or $now = $then ! (. + 1)"/>
  </xsl:function>
  <xsl:function name="f:break" as="xs:string">
    <xsl:param name="n" as="xs:string?"/>
    <xsl:param name="before" as="xs:string?"/>
    <xsl:variable name="now" as="xs:integer*" select="f:ordinals($n)"/>
    <xsl:variable name="then" as="xs:integer*" select="f:ordinals($before)"/>
    <xsl:sequence select="       if ($now = $then) then 'the number is there twice'       else if (min($now) lt min($then)) then 'the count goes back'       else 'something between them is missing'"/>
  </xsl:function>
  <xsl:function name="f:tokens" as="xs:string*">
    <xsl:param name="elements" as="element()*"/>
    <xsl:sequence select="       $elements//text()[not(ancestor::tei:metamark | ancestor::tei:roleName | ancestor::tei:note | ancestor::tei:label)]       ! tokenize(lower-case(.), '[^\p{L}\p{M}]+')[string-length() gt 2]"/>
  </xsl:function>
  <xsl:function name="f:is-tag" as="xs:boolean">
    <xsl:param name="tag" as="xs:string"/>
    <xsl:variable name="singles" as="xs:string*" select="tokenize(substring-before($tag || '-x-', '-x-'), '-')[string-length() = 1]"/>
    <xsl:sequence select="       ($tag = ('en', 'fr', 'de') or       matches($tag, '^([a-z]{2,3}(-[a-z]{3}){0,3}|[a-z]{4,8})(-[a-z]{4})?(-([a-z]{2}|[0-9]{3}))?(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(-[0-9a-wyz](-[a-z0-9]{2,8})+)*(-x(-[a-z0-9]{1,8})+)?$') or       matches($tag, '^(x(-[a-z0-9]{1,8})+|i-(ami|bnn|default|enochian|hak|klingon|lux|mingo|navajo|pwn|tao|tay|tsu)|en-gb-oed|sgn-(be-fr|be-nl|ch-de))$'))       and count($singles) = count(distinct-values($singles))"/>
  </xsl:function>
  <xsl:variable name="languages" as="xs:string*" select="tokenize(       'aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo        es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg        ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn        no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw        ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu')"/>
  <xsl:variable name="better" as="map(xs:string, xs:string)" select="map{       'english': 'en', 'french': 'fr', 'german': 'de', 'deutsch': 'de', 'spanish': 'es', 'italian': 'it', 'dutch': 'nl',       'russian': 'ru', 'latin': 'la', 'polish': 'pl', 'greek': 'el', 'arabic': 'ar', 'chinese': 'zh', 'japanese': 'ja',       'jp': 'ja', 'gr': 'el', 'cz': 'cs', 'dk': 'da', 'ua': 'uk', 'cn': 'zh', 'iw': 'he', 'in': 'id', 'ji': 'yi',       'eng': 'en', 'fra': 'fr', 'fre': 'fr', 'deu': 'de', 'ger': 'de', 'spa': 'es', 'ita': 'it', 'nld': 'nl', 'dut': 'nl',       'rus': 'ru', 'lat': 'la', 'pol': 'pl', 'por': 'pt', 'ell': 'el', 'gre': 'el', 'ara': 'ar', 'zho': 'zh', 'chi': 'zh',       'jpn': 'ja', 'ces': 'cs', 'cze': 'cs', 'dan': 'da', 'swe': 'sv', 'nor': 'no', 'fin': 'fi', 'hun': 'hu', 'tur': 'tr',       'ukr': 'uk', 'heb': 'he', 'yid': 'yi', 'ron': 'ro', 'rum': 'ro', 'bul': 'bg', 'srp': 'sr', 'hrv': 'hr', 'cat': 'ca'     }"/>
  <xsl:function name="f:other-calendar" as="xs:boolean">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="matches($words, '(^|\W)(o\. ?s\.|old style|a\. ?st\.|vieux style|vend[ée]miaire|brumaire|frimaire|niv[ôo]se|pluvi[ôo]se|vent[ôo]se|germinal|flor[ée]al|prairial|messidor|thermidor|fructidor)(\W|$)', 'i')"/>
  </xsl:function>
  <xsl:function name="f:julian-day" as="xs:integer">
    <xsl:param name="day" as="xs:date"/>
    <xsl:variable name="behind" as="xs:integer" select="       if ($day lt xs:date('1582-10-15')) then 0       else if ($day lt xs:date('1700-03-01')) then 10       else if ($day lt xs:date('1800-03-01')) then 11       else if ($day lt xs:date('1900-03-01')) then 12       else 13"/>
    <xsl:sequence select="day-from-date($day - xs:dayTimeDuration('P1D') * $behind)"/>
  </xsl:function>
  <xsl:function name="f:named" as="element()*">
    <xsl:param name="pointers" as="attribute()*"/>
    <xsl:sequence select="       $pointers/(for $one in tokenize(.)[starts-with(., '#')] return key('id', substring($one, 2), $doc))"/>
  </xsl:function>
  <xsl:variable name="pointers" as="map(xs:string, xs:string*)" select="map{       'scheme': 'taxonomy', 'hand': 'handNote', 'calendar': 'calendar', 'decls': 'correspDesc', 'change': 'change',       'resp': ('respStmt', 'person', 'org'), 'who': ('respStmt', 'person', 'org', 'item'),       'facs': ('surface', 'zone', 'graphic'), 'target': (), 'target of catRef': 'category',       'ref': (), 'ref of persName': 'person', 'ref of orgName': 'org', 'ref of placeName': 'place',       'ref of settlement': 'place', 'ref of country': 'place', 'ref of g': 'char', 'ref of rs as person': 'person',       'ref of rs as org': 'org', 'ref of rs as place': 'place',       'target of ref as clause': ('item', 'p', 'div'), 'target of ref as paragraph': ('p', 'item', 'div'),       'target of ref as article': ('div', 'item', 'p'),       'corresp': (), 'ana': (), 'next': (), 'prev': (), 'source': ()     }"/>
  <xsl:function name="f:sent" as="attribute()?">
    <xsl:param name="node" as="node()"/>
    <xsl:variable name="holder" as="element()?" select="       $node/(ancestor::tei:div[@decls or @type = ('enclosure', 'translation')] | ancestor::tei:floatingText)[last()]"/>
    <xsl:variable name="correspondence" as="element()?" select="       if ($holder/@decls) then f:named($holder/@decls)[self::tei:correspDesc][1]       else if (exists($holder)) then () else $letter"/>
    <xsl:sequence select="$correspondence/tei:correspAction[@type = 'sent']/tei:date/(@when, @to, @notAfter)[1] =&gt; head()"/>
  </xsl:function>
  <xsl:function name="f:words" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="normalize-space(string-join($element//text() except $element//tei:note//text()))"/>
  </xsl:function>
  <xsl:variable name="doc" select="/" as="document-node()"/>
  <xsl:variable name="kinds" select="'letter', 'telegram', 'memorandum', 'minutes', 'speech', 'treaty', 'note', 'report', 'other'" as="xs:string*"/>
  <xsl:variable name="profile" select="/tei:TEI/tei:teiHeader/tei:profileDesc" as="element()?"/>
  <xsl:variable name="category" select="f:named($profile/tei:textClass/tei:catRef/@target)[self::tei:category][1]" as="element()?"/>
  <xsl:variable name="type" select="substring-after($category/@xml:id, 'dt-')" as="xs:string"/>
  <xsl:variable name="letter" select="$profile/tei:correspDesc[1]" as="element()?"/>
  <xsl:variable name="signatures" select="/tei:TEI/tei:text/tei:body/tei:div[1]//tei:signed[not(ancestor::tei:note | ancestor::tei:floatingText | ancestor::tei:div[@type = ('enclosure', 'translation')])]" as="element()*"/>
  <xsl:template match="/" as="element()">
    <te:diagnostics>
      <xsl:for-each select="(//tei:TEI)">
        <xsl:if test="not(@xml:id and @xml:lang)">
          <te:diagnostic code="S024" severity="error">
            <xsl:attribute name="index" select="te:index(.)"/>
            <te:message>
              <xsl:value-of select="normalize-space(string-join(('the document has no ', string-join((('identifier (xml:id)'[not(current()/@xml:id)], 'language (xml:lang)'[not(current()/@xml:lang)]) =&gt; string-join(' and no ')) ! string(), ' '))))"/>
            </te:message>
            <te:hint>
              <xsl:value-of select="normalize-space(string-join(('add to &lt;TEI&gt;: xml:id, the name of the file without &quot;.xml&quot;; xml:lang, its language, such as &quot;en&quot;')))"/>
            </te:hint>
          </te:diagnostic>
        </xsl:if>
      </xsl:for-each>
      <xsl:for-each select="//*[@xml:id]">
        <xsl:if test="not(key('id', @xml:id, $doc)[1] is .)">
          <te:diagnostic code="S002" severity="error">
            <xsl:attribute name="index" select="te:index(.)"/>
            <te:message>
              <xsl:value-of select="normalize-space(string-join(('xml:id=&quot;', string-join((@xml:id) ! string(), ' '), '&quot; is already the identifier of an earlier &lt;', string-join((name(key('id', @xml:id, $doc)[1])) ! string(), ' '), '&gt;')))"/>
            </te:message>
            <te:hint>
              <xsl:value-of select="normalize-space(string-join(('give one of the two another identifier, and correct the pointers to it')))"/>
            </te:hint>
          </te:diagnostic>
        </xsl:if>
      </xsl:for-each>
      <xsl:for-each select="//@*[map:contains($pointers, local-name())]">
        <xsl:variable name="ids" select="tokenize(.)[starts-with(., '#')] ! substring(., 2)"/>
        <xsl:variable name="lost" select="$ids[empty(key('id', ., $doc))]"/>
        <xsl:variable name="of" select="name() || ' of ' || local-name(..) || ../(self::tei:rs | self::tei:ref)/@type/(' as ' || .)"/>
        <xsl:variable name="wanted" select="if (name() = ('ref', 'target')) then $pointers($of) else $pointers(name())"/>
        <xsl:variable name="wrong" select="if (exists($wanted)) then $ids[not(key('id', ., $doc)/local-name() = $wanted)][exists(key('id', ., $doc))] else ()"/>
        <xsl:if test="not(empty($lost))">
          <te:diagnostic code="S001" severity="error">
            <xsl:attribute name="index" select="te:index(.)"/>
            <te:message>
              <xsl:value-of select="normalize-space(string-join((name(.), '=&quot;', string-join(($lost ! ('#' || .)) ! string(), ' '), '&quot; points to nothing: no element of this file has that xml:id')))"/>
            </te:message>
            <te:hint>
              <xsl:value-of select="normalize-space(string-join(('correct the pointer, or give the element that is meant this xml:id')))"/>
            </te:hint>
          </te:diagnostic>
        </xsl:if>
        <xsl:if test="not(empty($wrong))">
          <te:diagnostic code="S018" severity="error">
            <xsl:attribute name="index" select="te:index(.)"/>
            <te:message>
              <xsl:value-of select="normalize-space(string-join((name(.), '=&quot;', string-join(($wrong ! ('#' || .)) ! string(), ' '), '&quot; on &lt;', name(..), '&gt; points to a &lt;', string-join((key('id', $wrong[1], $doc)[1]/name()) ! string(), ' '), '&gt;')))"/>
            </te:message>
            <te:hint>
              <xsl:value-of select="normalize-space(string-join(('correct the pointer: what may be named here is ', string-join((string-join($wanted ! ('&lt;' || . || '&gt;'), ' or ')) ! string(), ' '))))"/>
            </te:hint>
          </te:diagnostic>
        </xsl:if>
      </xsl:for-each>
      <xsl:for-each select="//*[@next]">
        <xsl:if test="not(empty(f:named(@next)) or f:named(@next)/@prev = '#' || @xml:id)">
          <te:diagnostic code="S019" severity="error">
            <xsl:attribute name="index" select="te:index(.)"/>
            <te:message>
              <xsl:value-of select="normalize-space(string-join(('next=&quot;', string-join((@next) ! string(), ' '), '&quot; is not answered: that &lt;', string-join((f:named(@next)[1]/name()) ! string(), ' '), '&gt; has no prev=&quot;#', string-join((@xml:id) ! string(), ' '), '&quot;')))"/>
            </te:message>
            <te:hint>
              <xsl:value-of select="normalize-space(string-join(('parts that continue each other point to each other: next on the first, prev on the second')))"/>
            </te:hint>
          </te:diagnostic>
        </xsl:if>
      </xsl:for-each>
      <xsl:for-each select="//(*[@prev][empty(key('next', '#' || @xml:id, $doc))]) except //*[@next]">
        <xsl:if test="not(empty(f:named(@prev)) or exists(f:named(@prev)/@next))">
          <te:diagnostic code="S019" severity="error">
            <xsl:attribute name="index" select="te:index(.)"/>
            <te:message>
              <xsl:value-of select="normalize-space(string-join(('prev=&quot;', string-join((@prev) ! string(), ' '), '&quot; is not answered: that &lt;', string-join((f:named(@prev)[1]/name()) ! string(), ' '), '&gt; has no next=&quot;#', string-join((@xml:id) ! string(), ' '), '&quot;')))"/>
            </te:message>
            <te:hint>
              <xsl:value-of select="normalize-space(string-join(('parts that continue each other point to each other: next on the first, prev on the second')))"/>
            </te:hint>
          </te:diagnostic>
        </xsl:if>
      </xsl:for-each>
      <xsl:for-each select="//tei:TEI/tei:text/tei:body/tei:div[1]">
        <xsl:if test="not(@type = $kinds)">
          <te:diagnostic code="S014" severity="error">
            <xsl:attribute name="index" select="te:index(.)"/>
            <te:message>
              <xsl:value-of select="normalize-space(string-join(('the first division is of type &quot;', string-join((@type) ! string(), ' '), '&quot;, which is not a kind of document')))"/>
            </te:message>
            <te:hint>
              <xsl:value-of select="normalize-space(string-join(('put the letter or other document first, and its enclosures after it; the kinds are ', string-join((string-join($kinds, ', ')) ! string(), ' '))))"/>
            </te:hint>
          </te:diagnostic>
        </xsl:if>
        <xsl:if test="not(not(@type = $kinds) or (if ($profile//tei:catRef) then $type = (@type, '') else false()))">
          <te:diagnostic code="S003" severity="error">
            <xsl:attribute name="index" select="te:index(.)"/>
            <te:message>
              <xsl:value-of select="normalize-space(string-join(('the first division is of type &quot;', string-join((@type) ! string(), ' '), '&quot;, but the header ', string-join((if ($type) then 'says &quot;' || $type || '&quot;' else 'does not say what kind of document this is') ! string(), ' '))))"/>
            </te:message>
            <te:hint>
              <xsl:value-of select="normalize-space(string-join(('let the category of catRef and the type of the first division name the same kind of document')))"/>
            </te:hint>
          </te:diagnostic>
        </xsl:if>
      </xsl:for-each>
      <xsl:for-each select="//tei:profileDesc[$type = ('letter', 'telegram', 'memorandum')]">
        <xsl:variable name="lacking" select="('sender'[not($letter/tei:correspAction/@type = 'sent')], 'recipient'[not($letter/tei:correspAction/@type = 'received')])"/>
        <xsl:if test="not(empty($lacking) or $letter/tei:note[normalize-space()])">
          <te:diagnostic code="S004" severity="warning">
            <xsl:attribute name="index" select="te:index(.)"/>
            <te:message>
              <xsl:value-of select="normalize-space(string-join(('the header of this ', string-join(($type) ! string(), ' '), ' names no ', string-join((string-join($lacking, ' and no ')) ! string(), ' '))))"/>
            </te:message>
            <te:hint>
              <xsl:value-of select="normalize-space(string-join(('add a correspAction to correspDesc; where nobody knows, write &lt;persName&gt;Unknown&lt;/persName&gt;; where there is none, say why in a &lt;note&gt; of correspDesc')))"/>
            </te:hint>
          </te:diagnostic>
        </xsl:if>
      </xsl:for-each>
      <xsl:for-each select="//tei:signed[. is $signatures[1]]">
        <xsl:variable name="sender" select="$letter/tei:correspAction[@type = 'sent']"/>
        <xsl:variable name="names" select="$sender/(tei:persName | tei:orgName)"/>
        <xsl:variable name="pointers" select="$signatures//@ref ! tokenize(.)"/>
        <xsl:variable name="meant" select="$names/@ref ! tokenize(.)"/>
        <xsl:variable name="same" select="$pointers = $meant or f:tokens($signatures) = f:tokens($names)"/>
        <xsl:variable name="said" select="$letter/tei:note or $sender/@cert[. ne 'high'] or matches(f:words(.), '(^|\s)(p\. ?p\.|per pro|for)(\s|$)', 'i')"/>
        <xsl:if test="not(empty($names[self::tei:persName]) or empty(f:tokens($signatures)) or $same or $said)">
          <te:diagnostic code="S030" severity="warning">
            <xsl:attribute name="index" select="te:index(.)"/>
            <te:message>
              <xsl:value-of select="normalize-space(string-join(('the signature reads &quot;', string-join((f:words(.)) ! string(), ' '), '&quot;, but the header names &quot;', string-join(($names ! f:words(.)) ! string(), ' '), '&quot; as the sender')))"/>
            </te:message>
            <te:hint>
              <xsl:value-of select="normalize-space(string-join(('correct whichever is wrong; if somebody signed for the sender, say so in a &lt;note&gt; of correspDesc')))"/>
            </te:hint>
          </te:diagnostic>
        </xsl:if>
      </xsl:for-each>
      <xsl:for-each select="(//tei:publicationStmt)">
        <xsl:variable name="status" select="/tei:TEI/tei:teiHeader/tei:revisionDesc/@status"/>
        <xsl:if test="not(tei:availability)">
          <te:diagnostic code="S031" severity="info">
            <xsl:attribute name="index" select="te:index(.)"/>
            <te:message>
              <xsl:value-of select="normalize-space(string-join(('the file does not say under what terms it may be used')))"/>
            </te:message>
            <te:hint>
              <xsl:value-of select="normalize-space(string-join((string-join((if (tei:availability) then 'add &lt;licence target=&quot;…&quot;&gt; to availability; ask whoever holds the rights before it is published' else 'add &lt;availability&gt; with a &lt;licence target=&quot;…&quot;&gt;; if nobody knows the terms, write &lt;availability status=&quot;unknown&quot;&gt; with a sentence that says so') ! string(), ' '))))"/>
            </te:hint>
          </te:diagnostic>
        </xsl:if>
        <xsl:if test="not(not(tei:availability) or tei:availability/tei:licence or not($status = 'published'))">
          <te:diagnostic code="S031" severity="warning">
            <xsl:attribute name="index" select="te:index(.)"/>
            <te:message>
              <xsl:value-of select="normalize-space(string-join(('the document is &quot;', string-join(($status) ! string(), ' '), '&quot;, but names no licence')))"/>
            </te:message>
            <te:hint>
              <xsl:value-of select="normalize-space(string-join((string-join((if (tei:availability) then 'add &lt;licence target=&quot;…&quot;&gt; to availability; ask whoever holds the rights before it is published' else 'add &lt;availability&gt; with a &lt;licence target=&quot;…&quot;&gt;; if nobody knows the terms, write &lt;availability status=&quot;unknown&quot;&gt; with a sentence that says so') ! string(), ' '))))"/>
            </te:hint>
          </te:diagnostic>
        </xsl:if>
      </xsl:for-each>
      <xsl:for-each select="//(@xml:lang | tei:language/@ident)">
        <xsl:variable name="tag" select="lower-case(.)"/>
        <xsl:variable name="parts" select="tokenize(substring-before($tag || '-x-', '-x-'), '-')"/>
        <xsl:variable name="better" select="($better?($parts[1]), 'gb'[$parts[2] = 'uk'] ! (string-join(($parts[1], 'GB'), '-')))[1]"/>
        <xsl:variable name="form" select="f:is-tag($tag)"/>
        <xsl:variable name="known" select="$parts[1] = $languages or string-length($parts[1]) = 3 or $parts[1] = ('x', 'i', '')"/>
        <xsl:if test="not($form and $known and empty($better))">
          <te:diagnostic code="S027" severity="error">
            <xsl:attribute name="index" select="te:index(.)"/>
            <te:message>
              <xsl:value-of select="normalize-space(string-join((name(.), '=&quot;', string-join((.) ! string(), ' '), '&quot; is not a ', string-join((if ($form) then 'registered ' else '') ! string(), ' '), 'language tag')))"/>
            </te:message>
            <te:hint>
              <xsl:value-of select="normalize-space(string-join(('write ', string-join((if (exists($better)) then '&quot;' || $better || '&quot;' else 'a language with two or three letters, then, if need be, script, country and variant, such as &quot;en&quot;, &quot;de-AT&quot; or &quot;ru-Latn&quot;') ! string(), ' '))))"/>
            </te:hint>
          </te:diagnostic>
        </xsl:if>
      </xsl:for-each>
      <xsl:for-each select="//*[@from or @to or @notBefore or @notAfter or @when]">
        <xsl:variable name="start" select="(@from, @notBefore)[1]"/>
        <xsl:variable name="end" select="(@to, @notAfter)[1]"/>
        <xsl:if test="not(not(f:first($start) gt f:last($end)))">
          <te:diagnostic code="S005" severity="error">
            <xsl:attribute name="index" select="te:index(.)"/>
            <te:message>
              <xsl:value-of select="normalize-space(string-join(('&quot;', string-join((f:words(.)) ! string(), ' '), '&quot; runs backwards, from ', string-join(($start) ! string(), ' '), ' to ', string-join(($end) ! string(), ' '))))"/>
            </te:message>
            <te:hint>
              <xsl:value-of select="normalize-space(string-join(('exchange the two dates, or correct the wrong one')))"/>
            </te:hint>
          </te:diagnostic>
        </xsl:if>
        <xsl:if test="not(not(@when and (@from or @to or @notBefore or @notAfter) or @from and @notBefore or @to and @notAfter))">
          <te:diagnostic code="S021" severity="error">
            <xsl:attribute name="index" select="te:index(.)"/>
            <te:message>
              <xsl:value-of select="normalize-space(string-join(('&lt;', name(.), '&gt; has both ', string-join(((@when/'when', @from/'from', @to/'to', @notBefore/'notBefore', @notAfter/'notAfter') =&gt; string-join(' and ')) ! string(), ' '))))"/>
            </te:message>
            <te:hint>
              <xsl:value-of select="normalize-space(string-join(('use when for a day, from and to for a span that lasted, notBefore and notAfter for the limits of a guess')))"/>
            </te:hint>
          </te:diagnostic>
        </xsl:if>
      </xsl:for-each>
      <xsl:for-each select="//*[@calendar]">
        <xsl:if test="not(normalize-space(.))">
          <te:diagnostic code="S023" severity="error">
            <xsl:attribute name="index" select="te:index(.)"/>
            <te:message>
              <xsl:value-of select="normalize-space(string-join(('a date without words has calendar=&quot;', string-join((@calendar) ! string(), ' '), '&quot;')))"/>
            </te:message>
            <te:hint>
              <xsl:value-of select="normalize-space(string-join(('take calendar away: it says how the words of a date count, and here are none')))"/>
            </te:hint>
          </te:diagnostic>
        </xsl:if>
      </xsl:for-each>
      <xsl:for-each select="//tei:date[@when][not(@calendar)]">
        <xsl:variable name="words" select="f:words(.)" as="xs:string"/>
        <xsl:variable name="numbers" select="tokenize($words, '[^0-9]+')[string-length() = (1, 2)] ! xs:integer(.)"/>
        <xsl:variable name="day" select="if (exists($numbers) and @when castable as xs:date) then xs:date(@when) else ()"/>
        <xsl:variable name="old" select="exists($day) and not($numbers = day-from-date($day)) and $numbers = f:julian-day($day)"/>
        <xsl:if test="not(not($old or f:other-calendar($words)))">
          <te:diagnostic code="S028" severity="warning">
            <xsl:attribute name="index" select="te:index(.)"/>
            <te:message>
              <xsl:value-of select="normalize-space(string-join(('&quot;', string-join(($words) ! string(), ' '), '&quot; (', string-join((@when) ! string(), ' '), ') is not by the Gregorian calendar, and nothing says by which')))"/>
            </te:message>
            <te:hint>
              <xsl:value-of select="normalize-space(string-join(('add calendar, such as &quot;#julian&quot;, and declare it in calendarDesc; when is the Gregorian day; if the day is a slip of the writer, leave it')))"/>
            </te:hint>
          </te:diagnostic>
        </xsl:if>
      </xsl:for-each>
      <xsl:for-each select="//((tei:dateline | tei:seg[@subtype = 'date'])//tei:date[@when][not(ancestor::tei:note | ancestor::tei:stamp)])">
        <xsl:variable name="sent" select="f:sent(.)"/>
        <xsl:variable name="dates" select="ancestor::*[self::tei:dateline or self::tei:seg][1]//tei:date[@when][not(ancestor::tei:note | ancestor::tei:stamp)]"/>
        <xsl:if test="not(not(. is $dates[1]) or empty($dates/@when) or exists($dates/@when[not(f:first(.) gt f:last($sent) or f:last(.) lt f:first($sent))]))">
          <te:diagnostic code="S006" severity="warning">
            <xsl:attribute name="index" select="te:index(.)"/>
            <te:message>
              <xsl:value-of select="normalize-space(string-join(('the dateline says &quot;', string-join((f:words(.)) ! string(), ' '), '&quot; (', string-join((@when) ! string(), ' '), '), the header says sent ', string-join(($sent) ! string(), ' '))))"/>
            </te:message>
            <te:hint>
              <xsl:value-of select="normalize-space(string-join(('correct whichever is wrong; if the letter was dated and sent on different days, leave both')))"/>
            </te:hint>
          </te:diagnostic>
        </xsl:if>
      </xsl:for-each>
      <xsl:for-each select="//(tei:div//tei:date[@when][not(ancestor::tei:note | ancestor::tei:stamp | ancestor::tei:dateline | ancestor::tei:seg)])">
        <xsl:variable name="sent" select="f:sent(.)"/>
        <xsl:if test="not(not(f:first(@when) gt f:last($sent) + xs:yearMonthDuration('P2Y')))">
          <te:diagnostic code="S007" severity="warning">
            <xsl:attribute name="index" select="te:index(.)"/>
            <te:message>
              <xsl:value-of select="normalize-space(string-join(('&quot;', string-join((f:words(.)) ! string(), ' '), '&quot; (', string-join((@when) ! string(), ' '), ') is more than two years after the document (', string-join(($sent) ! string(), ' '), ')')))"/>
            </te:message>
            <te:hint>
              <xsl:value-of select="normalize-space(string-join(('check the year; if the writer did look so far ahead, leave it')))"/>
            </te:hint>
          </te:diagnostic>
        </xsl:if>
      </xsl:for-each>
      <xsl:for-each select="//tei:list[@type = 'clauses']/tei:item">
        <xsl:variable name="label" select="preceding-sibling::*[1]/self::tei:label"/>
        <xsl:variable name="before" select="preceding-sibling::tei:item[1]"/>
        <xsl:if test="not(@n)">
          <te:diagnostic code="S008" severity="error">
            <xsl:attribute name="index" select="te:index(.)"/>
            <te:message>
              <xsl:value-of select="normalize-space(string-join(('the clause &quot;', string-join((substring(f:words(.), 1, 40)) ! string(), ' '), '&quot; has no number')))"/>
            </te:message>
            <te:hint>
              <xsl:value-of select="normalize-space(string-join(('add n: the number or letter of the label without its punctuation, such as &quot;1&quot;, &quot;a&quot; or &quot;iv&quot;')))"/>
            </te:hint>
          </te:diagnostic>
        </xsl:if>
        <xsl:variable name="label-before" select="$before/preceding-sibling::*[1]/self::tei:label"/>
        <xsl:if test="not(f:follows(@n, $before/@n))">
          <te:diagnostic code="S009" severity="warning">
            <xsl:attribute name="index" select="te:index(.)"/>
            <te:message>
              <xsl:value-of select="normalize-space(string-join(('clause &quot;', string-join((($label ! f:words(.), @n)[1]) ! string(), ' '), '&quot; follows clause &quot;', string-join((($label-before ! f:words(.), $before/@n)[1]) ! string(), ' '), '&quot;: ', string-join((f:break(@n, $before/@n)) ! string(), ' '))))"/>
            </te:message>
            <te:hint>
              <xsl:value-of select="normalize-space(string-join(('compare the numbers with the original; if the document itself counts so, leave them')))"/>
            </te:hint>
          </te:diagnostic>
        </xsl:if>
        <xsl:if test="not(not(@n and $label) or contains(lower-case($label), lower-case(tokenize(@n, '\.')[last()])))">
          <te:diagnostic code="S010" severity="warning">
            <xsl:attribute name="index" select="te:index(.)"/>
            <te:message>
              <xsl:value-of select="normalize-space(string-join(('the clause numbered &quot;', string-join((@n) ! string(), ' '), '&quot; has the label &quot;', string-join((f:words($label)) ! string(), ' '), '&quot;')))"/>
            </te:message>
            <te:hint>
              <xsl:value-of select="normalize-space(string-join(('let n repeat the number or letter that the label shows')))"/>
            </te:hint>
          </te:diagnostic>
        </xsl:if>
      </xsl:for-each>
      <xsl:for-each select="//tei:p/tei:label except //tei:list[@type = 'clauses']/tei:item">
        <xsl:if test="not(empty(preceding-sibling::* except (preceding-sibling::tei:pb | preceding-sibling::tei:lb | preceding-sibling::tei:fw)) and normalize-space(string-join(preceding-sibling::text())) eq '')">
          <te:diagnostic code="S015" severity="error">
            <xsl:attribute name="index" select="te:index(.)"/>
            <te:message>
              <xsl:value-of select="normalize-space(string-join(('the label &quot;', string-join((f:words(.)) ! string(), ' '), '&quot; stands inside its paragraph')))"/>
            </te:message>
            <te:hint>
              <xsl:value-of select="normalize-space(string-join(('begin the paragraph with its label, or begin a new paragraph at the label')))"/>
            </te:hint>
          </te:diagnostic>
        </xsl:if>
      </xsl:for-each>
      <xsl:for-each select="//tei:div[@type = 'article'][@n]">
        <xsl:variable name="before" select="preceding-sibling::tei:div[@type = 'article'][1]"/>
        <xsl:if test="not(f:follows(@n, $before/@n))">
          <te:diagnostic code="S009" severity="warning">
            <xsl:attribute name="index" select="te:index(.)"/>
            <te:message>
              <xsl:value-of select="normalize-space(string-join((string-join((if (tei:head) then () else 'article ') ! string(), ' '), '&quot;', string-join(((tei:head[1] ! f:words(.), @n)[1]) ! string(), ' '), '&quot; follows &quot;', string-join((($before/tei:head[1] ! f:words(.), $before/@n)[1]) ! string(), ' '), '&quot;: ', string-join((f:break(@n, $before/@n)) ! string(), ' '))))"/>
            </te:message>
            <te:hint>
              <xsl:value-of select="normalize-space(string-join(('compare the numbers with the original; if the document itself counts so, leave them')))"/>
            </te:hint>
          </te:diagnostic>
        </xsl:if>
      </xsl:for-each>
      <xsl:for-each select="//tei:p[@n][tei:label][not(@part = ('M', 'F'))] except //tei:div[@type = 'article'][@n]">
        <xsl:variable name="before" select="preceding-sibling::tei:p[@n][tei:label][1]"/>
        <xsl:if test="not(f:follows(@n, $before/@n))">
          <te:diagnostic code="S009" severity="warning">
            <xsl:attribute name="index" select="te:index(.)"/>
            <te:message>
              <xsl:value-of select="normalize-space(string-join(('paragraph &quot;', string-join((tei:label[1] ! f:words(.)) ! string(), ' '), '&quot; follows paragraph &quot;', string-join(($before/tei:label[1] ! f:words(.)) ! string(), ' '), '&quot;: ', string-join((f:break(@n, $before/@n)) ! string(), ' '))))"/>
            </te:message>
            <te:hint>
              <xsl:value-of select="normalize-space(string-join(('compare the numbers with the original; if the document itself counts so, leave them')))"/>
            </te:hint>
          </te:diagnostic>
        </xsl:if>
      </xsl:for-each>
      <xsl:for-each select="//tei:ref[@type = ('clause', 'article', 'paragraph')]">
        <xsl:if test="not(@target)">
          <te:diagnostic code="S029" severity="warning">
            <xsl:attribute name="index" select="te:index(.)"/>
            <te:message>
              <xsl:value-of select="normalize-space(string-join(('&quot;', string-join((f:words(.)) ! string(), ' '), '&quot; does not say which ', string-join((@type) ! string(), ' '), ' it means')))"/>
            </te:message>
            <te:hint>
              <xsl:value-of select="normalize-space(string-join(('add target, the &quot;#&quot; and the xml:id of the ', string-join((@type) ! string(), ' '), '; if it is one of another document, write type=&quot;document&quot;')))"/>
            </te:hint>
          </te:diagnostic>
        </xsl:if>
      </xsl:for-each>
      <xsl:for-each select="//tei:text//*[@cert][not(self::tei:unclear)]">
        <xsl:if test="not(@resp)">
          <te:diagnostic code="S011" severity="error">
            <xsl:attribute name="index" select="te:index(.)"/>
            <te:message>
              <xsl:value-of select="normalize-space(string-join(('cert=&quot;', string-join((@cert) ! string(), ' '), '&quot; on &lt;', name(.), '&gt; (&quot;', string-join((substring(f:words(.), 1, 40)) ! string(), ' '), '&quot;) does not say who is sure')))"/>
            </te:message>
            <te:hint>
              <xsl:value-of select="normalize-space(string-join(('add resp, such as &quot;#editor&quot; or &quot;#teiedit&quot;')))"/>
            </te:hint>
          </te:diagnostic>
        </xsl:if>
      </xsl:for-each>
      <xsl:for-each select="//(tei:choice/tei:corr | tei:choice/tei:reg | tei:choice/tei:expan) except //tei:text//*[@cert][not(self::tei:unclear)]">
        <xsl:if test="not(@resp)">
          <te:diagnostic code="S025" severity="warning">
            <xsl:attribute name="index" select="te:index(.)"/>
            <te:message>
              <xsl:value-of select="normalize-space(string-join(('the correction &quot;', string-join((f:words(.)) ! string(), ' '), '&quot; does not say who made it')))"/>
            </te:message>
            <te:hint>
              <xsl:value-of select="normalize-space(string-join(('add resp, such as &quot;#editor&quot;')))"/>
            </te:hint>
          </te:diagnostic>
        </xsl:if>
      </xsl:for-each>
      <xsl:for-each select="//*[@cert][tokenize(@resp) = '#teiedit'][not(self::tei:certainty)]">
        <xsl:variable name="reason" select="@xml:id and key('reason', '#' || @xml:id, $doc)"/>
        <xsl:if test="not($reason or not(@cert = ('low', 'medium')))">
          <te:diagnostic code="S012" severity="warning">
            <xsl:attribute name="index" select="te:index(.)"/>
            <te:message>
              <xsl:value-of select="normalize-space(string-join(('the program is not sure of &lt;', name(.), '&gt; (&quot;', string-join((substring(f:words(.), 1, 40)) ! string(), ' '), '&quot;) and gives no reason')))"/>
            </te:message>
            <te:hint>
              <xsl:value-of select="normalize-space(string-join(('add a certainty that points to its xml:id and says why; or, once an editor has checked it, add &quot;#editor&quot; to resp and write cert=&quot;high&quot;')))"/>
            </te:hint>
          </te:diagnostic>
        </xsl:if>
        <xsl:if test="not($reason or not(@cert = 'high') or tokenize(@resp) != '#teiedit')">
          <te:diagnostic code="S012" severity="info">
            <xsl:attribute name="index" select="te:index(.)"/>
            <te:message>
              <xsl:value-of select="normalize-space(string-join(('the program inferred &lt;', name(.), '&gt; (&quot;', string-join((substring(f:words(.), 1, 40)) ! string(), ' '), '&quot;) and gives no reason')))"/>
            </te:message>
            <te:hint>
              <xsl:value-of select="normalize-space(string-join(('add a certainty that points to its xml:id and says why; or, once an editor has checked it, add &quot;#editor&quot; to resp and write cert=&quot;high&quot;')))"/>
            </te:hint>
          </te:diagnostic>
        </xsl:if>
      </xsl:for-each>
      <xsl:for-each select="//tei:seg[@type = 'field']">
        <xsl:if test="not(@subtype)">
          <te:diagnostic code="S013" severity="error">
            <xsl:attribute name="index" select="te:index(.)"/>
            <te:message>
              <xsl:value-of select="normalize-space(string-join(('the field &quot;', string-join((substring(f:words(.), 1, 40)) ! string(), ' '), '&quot; has no name')))"/>
            </te:message>
            <te:hint>
              <xsl:value-of select="normalize-space(string-join(('add subtype, such as &quot;from&quot;, &quot;to&quot;, &quot;date&quot; or &quot;subject&quot;')))"/>
            </te:hint>
          </te:diagnostic>
        </xsl:if>
      </xsl:for-each>
      <xsl:for-each select="//*[@subtype] except //tei:seg[@type = 'field']">
        <xsl:if test="not(@type)">
          <te:diagnostic code="S022" severity="error">
            <xsl:attribute name="index" select="te:index(.)"/>
            <te:message>
              <xsl:value-of select="normalize-space(string-join(('&lt;', name(.), '&gt; has subtype=&quot;', string-join((@subtype) ! string(), ' '), '&quot; and no type')))"/>
            </te:message>
            <te:hint>
              <xsl:value-of select="normalize-space(string-join(('add type: a subtype only divides a type')))"/>
            </te:hint>
          </te:diagnostic>
        </xsl:if>
      </xsl:for-each>
      <xsl:for-each select="(//tei:q)">
        <xsl:if test="not(matches(f:words(.), '^[&quot;“”„‘’‚''«»‹›「『《〈].*[&quot;“”‘’''«»‹›」』》〉]$', 's'))">
          <te:diagnostic code="S016" severity="warning">
            <xsl:attribute name="index" select="te:index(.)"/>
            <te:message>
              <xsl:value-of select="normalize-space(string-join(('the quotation &quot;', string-join((substring(f:words(.), 1, 40)) ! string(), ' '), '&quot; does not begin and end with its quotation marks')))"/>
            </te:message>
            <te:hint>
              <xsl:value-of select="normalize-space(string-join(('take the marks into the q, or take the q away if nothing is quoted')))"/>
            </te:hint>
          </te:diagnostic>
        </xsl:if>
      </xsl:for-each>
      <xsl:for-each select="(//tei:p | //tei:item | //tei:head | //tei:salute | //tei:signed | //tei:titlePart | //tei:label | //tei:speaker | //tei:persName | //tei:placeName | //tei:orgName)">
        <xsl:if test="not(* or normalize-space())">
          <te:diagnostic code="S017" severity="error">
            <xsl:attribute name="index" select="te:index(.)"/>
            <te:message>
              <xsl:value-of select="normalize-space(string-join(('&lt;', name(.), '&gt; is empty')))"/>
            </te:message>
            <te:hint>
              <xsl:value-of select="normalize-space(string-join(('take it away, or write what stands there; what cannot be read is a gap')))"/>
            </te:hint>
          </te:diagnostic>
        </xsl:if>
      </xsl:for-each>
      <xsl:for-each select="(//tei:revisionDesc)">
        <xsl:if test="not(not(tei:change[1]/@status) or @status = tei:change[1]/@status)">
          <te:diagnostic code="S020" severity="warning">
            <xsl:attribute name="index" select="te:index(.)"/>
            <te:message>
              <xsl:value-of select="normalize-space(string-join(('the document is said to be &quot;', string-join((@status) ! string(), ' '), '&quot;, but its newest change made it &quot;', string-join((tei:change[1]/@status) ! string(), ' '), '&quot;')))"/>
            </te:message>
            <te:hint>
              <xsl:value-of select="normalize-space(string-join(('let the status of revisionDesc repeat that of its first change')))"/>
            </te:hint>
          </te:diagnostic>
        </xsl:if>
      </xsl:for-each>
      <xsl:for-each select="//tei:change[@when][preceding-sibling::tei:change[1]/@when] except (//tei:revisionDesc)">
        <xsl:if test="not(not(f:first(@when) gt f:last(preceding-sibling::tei:change[1]/@when)))">
          <te:diagnostic code="S026" severity="warning">
            <xsl:attribute name="index" select="te:index(.)"/>
            <te:message>
              <xsl:value-of select="normalize-space(string-join(('the change of ', string-join((@when) ! string(), ' '), ' stands below an older one, of ', string-join((preceding-sibling::tei:change[1]/@when) ! string(), ' '))))"/>
            </te:message>
            <te:hint>
              <xsl:value-of select="normalize-space(string-join(('put the newest change first')))"/>
            </te:hint>
          </te:diagnostic>
        </xsl:if>
      </xsl:for-each>
    </te:diagnostics>
  </xsl:template>
  <xsl:mode use-accumulators="te:index"/>
  <xsl:accumulator name="te:index" as="xs:integer" initial-value="-1">
    <xsl:accumulator-rule match="*" select="$value + 1"/>
  </xsl:accumulator>
  <xsl:function name="te:index" as="xs:integer">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="($node/ancestor-or-self::*[1]/accumulator-before('te:index'), 0)[1]"/>
  </xsl:function>
</xsl:stylesheet>
