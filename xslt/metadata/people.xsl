<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://teiedit.org/ns/function"
  xmlns:fp="https://teiedit.org/ns/function/private"
  xmlns:m="https://teiedit.org/ns/mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  default-mode="m:unhandled"
  expand-text="yes"
  exclude-result-prefixes="#all">

  <!-- Names in the parts that bibliographies need; needs common.xsl.
       A name is a map: family, given and particle, or literal for a body and for a name that is not surely parted. -->

  <!-- What stands between given and family name, and is sorted with neither.
       A lone "der" or "the" is none: "Karl der Große" has no family name. -->
  <xsl:variable name="fp:particles" as="xs:string" select="'^(von( der| dem| den| und zu)?|vom|zu|zum|zur|van( de[rn]?| het)?|'
    || 'de( las?| los)?|du|des|di|da|dal|del|della|dos|do|ten|ter|af|av)$'"/>

  <!-- The parts of a person's or a body's name, from its record where that tells them apart. -->
  <xsl:function name="f:name-parts" as="map(xs:string, xs:string)" cache="yes">
    <xsl:param name="name" as="element()"/>
    <xsl:variable name="record" as="element()*" select="f:target($name/@ref)/persName"/>
    <xsl:variable name="parted" as="element()?" select="($name, $record)[surname and forename][1]"/>
    <xsl:variable name="names" as="xs:string+" select="f:name($name), $record ! normalize-space()"/>
    <xsl:variable name="turned" as="xs:string?" select="$names[matches(., '^[^,]+, [^,]+$')][not(fp:may-be-address(., $name))][1]"/>
    <xsl:sequence select="
      if ($name/self::orgName) then map{'literal': f:name($name)}
      else if ($parted) then map{'family': normalize-space($parted/surname[1]),
        'given': normalize-space(string-join($parted/forename, ' '))}
      else if ($turned) then f:person-parts($turned)
      else ($names[not(contains(., ','))][1] ! f:person-parts(.), map{'literal': $names[1]})[1]"/>
  </xsl:function>

  <!-- Whether words with a comma may be a telegram's address, "Dorrenbach, Wernsroda", and not a name that is turned
       round. What a register says is a name: its record has other words than the header, or says more than a name. -->
  <xsl:function name="fp:may-be-address" as="xs:boolean">
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="name" as="element()"/>
    <xsl:variable name="record" as="element()?" select="(f:target($name/@ref), $name/parent::person)[1]"/>
    <xsl:variable name="registered" as="xs:boolean"
      select="exists($record/(* except persName)) and $record/persName ! normalize-space() = $words"/>
    <xsl:sequence select="
      not($registered or ($record/persName and not(f:name($name) eq $words)))
      and ($words eq upper-case($words) or f:kind($name/ancestor::TEI) eq 'telegram'
        or not(($name/@cert, $name/parent::correspAction/@cert, 'high')[1] eq 'high'))"/>
  </xsl:function>

  <!-- A name for sorted lists: "Kennedy, John F.", or as it is. -->
  <xsl:function name="f:parted-name" as="xs:string" cache="yes">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="f:inverted(f:name-parts($name))"/>
  </xsl:function>

  <!-- The parts of a person's name as it is written: "Kennedy, John F.", "John F. Kennedy", "Clara von Wendt". -->
  <xsl:function name="f:person-parts" as="map(xs:string, xs:string)" cache="yes">
    <xsl:param name="name" as="xs:string"/>
    <xsl:variable name="words" as="xs:string*" select="tokenize($name)"/>
    <xsl:variable name="given" as="xs:string*" select="$words[position() lt last()][matches(., '^\p{Lu}')]"/>
    <xsl:variable name="between" as="xs:string" select="string-join(subsequence($words, count($given) + 1, count($words) - count($given) - 1), ' ')"/>
    <xsl:sequence select="
      if (matches($name, '^[^,]+, [^,]+$')) then map{'family': substring-before($name, ', '), 'given': substring-after($name, ', ')}
      else if (fp:parts-are-sure($words, $given, $between)) then map:merge((
        map{'family': $words[last()], 'given': string-join($given, ' ')}, $between[.] ! map{'particle': .}))
      else map{'literal': $name}" xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>
  </xsl:function>

  <!-- Given names, perhaps a particle, one family name; nothing of a ruler, an heir, an office or a telegram's capitals. -->
  <xsl:function name="fp:parts-are-sure" as="xs:boolean">
    <xsl:param name="words" as="xs:string*"/>
    <xsl:param name="given" as="xs:string*"/>
    <xsl:param name="between" as="xs:string"/>
    <xsl:sequence select="
      count($words) ge 2
      and deep-equal($words[position() le count($given)], $given)
      and exists($given)
      and not($given[1] = ('The', 'Der', 'Die', 'Das', 'Le', 'La', 'Les', 'His', 'Her'))
      and (every $word in $given satisfies matches($word, '^\p{Lu}[\p{L}\p{M}.’''\-]*$'))
      and ($between eq '' or matches($between, $fp:particles))
      and matches($words[last()], '^(\p{Lu}|d[’''])[\p{L}\p{M}’''\-]*\p{Ll}[\p{L}\p{M}’''\-]*$')
      and not(matches($words[last()], '^([IVXL]+|Jr|Sr|Jun|Sen|Junior|Senior)$'))"/>
  </xsl:function>

  <!-- "Kennedy, John F.", "Goethe, Johann Wolfgang von", "Foreign Office". -->
  <xsl:function name="f:inverted" as="xs:string" cache="yes">
    <xsl:param name="name" as="map(xs:string, xs:string)"/>
    <xsl:sequence select="
      if ($name?literal) then $name?literal
      else $name?family || ', ' || string-join(($name?given, $name?particle), ' ')"/>
  </xsl:function>

  <!-- "John F. Kennedy", "Johann Wolfgang von Goethe", "Foreign Office". -->
  <xsl:function name="f:in-order" as="xs:string" cache="yes">
    <xsl:param name="name" as="map(xs:string, xs:string)"/>
    <xsl:sequence select="
      if ($name?literal) then $name?literal
      else string-join(($name?given, $name?particle, $name?family), ' ')"/>
  </xsl:function>

  <!-- "J. F.", "J.-P.": the first letters of the given names. -->
  <xsl:function name="f:initials" as="xs:string" cache="yes">
    <xsl:param name="given" as="xs:string"/>
    <xsl:sequence select="string-join(
      for $word in tokenize($given) return string-join(tokenize($word, '-')[.] ! (substring(., 1, 1) || '.'), '-'), ' ')"/>
  </xsl:function>

</xsl:stylesheet>
