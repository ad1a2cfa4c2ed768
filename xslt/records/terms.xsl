<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://teiedit.org/ns/function"
  xmlns:fp="https://teiedit.org/ns/function/private"
  xmlns:m="https://teiedit.org/ns/mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  default-mode="m:html"
  expand-text="yes"
  exclude-result-prefixes="#all">

  <!-- The vocabularies that libraries share: languages, kinds of document, authority files. -->

  <!-- ISO 639-1 and the bibliographic code of ISO 639-2 for the same language.
       https://www.loc.gov/standards/iso639-2/php/code_list.php -->
  <xsl:variable name="fp:two-letters" as="xs:string" select="'
    aa:aar ab:abk ae:ave af:afr ak:aka am:amh an:arg ar:ara as:asm av:ava ay:aym az:aze ba:bak be:bel bg:bul bi:bis
    bm:bam bn:ben bo:tib br:bre bs:bos ca:cat ce:che ch:cha co:cos cr:cre cs:cze cu:chu cv:chv cy:wel da:dan de:ger
    dv:div dz:dzo ee:ewe el:gre en:eng eo:epo es:spa et:est eu:baq fa:per ff:ful fi:fin fj:fij fo:fao fr:fre fy:fry
    ga:gle gd:gla gl:glg gn:grn gu:guj gv:glv ha:hau he:heb hi:hin ho:hmo hr:hrv ht:hat hu:hun hy:arm hz:her ia:ina
    id:ind ie:ile ig:ibo ii:iii ik:ipk io:ido is:ice it:ita iu:iku ja:jpn jv:jav ka:geo kg:kon ki:kik kj:kua kk:kaz
    kl:kal km:khm kn:kan ko:kor kr:kau ks:kas ku:kur kv:kom kw:cor ky:kir la:lat lb:ltz lg:lug li:lim ln:lin lo:lao
    lt:lit lu:lub lv:lav mg:mlg mh:mah mi:mao mk:mac ml:mal mn:mon mr:mar ms:may mt:mlt my:bur na:nau nb:nob nd:nde
    ne:nep ng:ndo nl:dut nn:nno no:nor nr:nbl nv:nav ny:nya oc:oci oj:oji om:orm or:ori os:oss pa:pan pi:pli pl:pol
    ps:pus pt:por qu:que rm:roh rn:run ro:rum ru:rus rw:kin sa:san sc:srd sd:snd se:sme sg:sag si:sin sk:slo sl:slv
    sm:smo sn:sna so:som sq:alb sr:srp ss:ssw st:sot su:sun sv:swe sw:swa ta:tam te:tel tg:tgk th:tha ti:tir tk:tuk
    tl:tgl tn:tsn to:ton tr:tur ts:tso tt:tat tw:twi ty:tah ug:uig uk:ukr ur:urd uz:uzb ve:ven vi:vie vo:vol wa:wln
    wo:wol xh:xho yi:yid yo:yor za:zha zh:chi zu:zul '"/>

  <!-- Languages of old letters that have only three letters, and the same in both parts of ISO 639. -->
  <xsl:variable name="fp:three-letters" as="xs:string+"
    select="'ang', 'arc', 'chg', 'cop', 'dsb', 'dum', 'enm', 'frm', 'fro', 'frr', 'gmh', 'goh', 'grc', 'gsw', 'hsb', 'lad', 'mul',
    'nds', 'non', 'ota', 'peo', 'pro', 'rom', 'scn', 'sco', 'syr', 'und', 'zxx'"/>

  <!-- The bibliographic code of ISO 639-2 for a tag of BCP 47; nothing where it is not known. -->
  <xsl:function name="f:language-code" as="xs:string?" cache="yes">
    <xsl:param name="tag" as="xs:string?"/>
    <xsl:variable name="primary" as="xs:string" select="lower-case(tokenize($tag, '-')[1])"/>
    <xsl:sequence select="
      if (string-length($primary) eq 2) then substring(substring-after($fp:two-letters, ' ' || $primary || ':'), 1, 3)[.]
      else $primary[. = $fp:three-letters]"/>
  </xsl:function>

  <!-- Kinds of document in the Art & Architecture Thesaurus: its number and its term. -->
  <xsl:variable name="fp:aat-terms" as="map(xs:string, array(xs:string))" select="map{
    'letter': ['300026879', 'letters (correspondence)'],
    'telegram': ['300026909', 'telegrams'],
    'memorandum': ['300026906', 'memorandums'],
    'minutes': ['300027440', 'minutes (administrative records)'],
    'speech': ['300026671', 'speeches (documents)'],
    'report': ['300027267', 'reports']}"/>

  <!-- Kinds of document that the genre terms of MARC have. https://id.loc.gov/vocabulary/marcgt.html -->
  <xsl:variable name="fp:marc-genres" as="xs:string+" select="'letter', 'speech', 'treaty'"/>

  <xsl:function name="f:aat-uri" as="xs:string?" cache="yes">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:sequence select="$fp:aat-terms($kind) ! ('http://vocab.getty.edu/aat/' || .(1))"/>
  </xsl:function>

  <xsl:function name="f:aat-term" as="xs:string?" cache="yes">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:sequence select="$fp:aat-terms($kind) ! .(2)"/>
  </xsl:function>

  <xsl:function name="f:marc-genre" as="xs:string?" cache="yes">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:sequence select="$kind[. = $fp:marc-genres]"/>
  </xsl:function>

  <!-- Authority files by how their addresses begin: the code of the Library of Congress, the name, the file's own
       address. -->
  <xsl:variable name="fp:authorities" as="map(xs:string, array(xs:string))" select="map{
    'd-nb.info/gnd': ['gnd', 'GND', 'https://d-nb.info/gnd/'],
    'viaf.org': ['viaf', 'VIAF', 'https://viaf.org/'],
    'wikidata.org': ['wikidata', 'Wikidata', 'https://www.wikidata.org/'],
    'id.loc.gov/authorities/names': ['naf', 'LCNAF', 'https://id.loc.gov/authorities/names/'],
    'isni.org': ['isni', 'ISNI', 'https://isni.org/'],
    'orcid.org': ['orcid', 'ORCID', 'https://orcid.org/'],
    'ror.org': ['ror', 'ROR', 'https://ror.org/'],
    'data.bnf.fr': ['bnfbip', 'BnF', 'https://data.bnf.fr/'],
    'geonames.org': ['geonames', 'GeoNames', 'https://www.geonames.org/'],
    'sws.geonames.org': ['geonames', 'GeoNames', 'https://www.geonames.org/'],
    'vocab.getty.edu/ulan': ['ulan', 'ULAN', 'http://vocab.getty.edu/ulan/'],
    'vocab.getty.edu/tgn': ['tgn', 'TGN', 'http://vocab.getty.edu/tgn/']}"/>

  <!-- code, name and home of the authority file that an address belongs to; of another, its host as the name alone. -->
  <xsl:function name="f:authority" as="map(xs:string, xs:string)" cache="yes">
    <xsl:param name="address" as="xs:string"/>
    <xsl:variable name="steps" as="xs:string*" select="tokenize($address, '/')"/>
    <xsl:variable name="host" as="xs:string" select="if (starts-with($steps[3], 'www.')) then substring($steps[3], 5) else $steps[3]"/>
    <xsl:variable name="known" as="array(xs:string)?" select="
      ($fp:authorities($host), $fp:authorities($host || '/' || $steps[4]), $fp:authorities(string-join(($host, $steps[position() = (4, 5)]), '/')))[1]"/>
    <xsl:sequence select="
      if (exists($known)) then map{'code': $known(1), 'name': $known(2), 'home': $known(3)} else map{'name': $host}"/>
  </xsl:function>

</xsl:stylesheet>
