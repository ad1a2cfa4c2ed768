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

  <!-- Dates as readers see them, from the attributes of att.datable.w3c; needs words.xsl.
       https://tei-c.org/release/doc/tei-p5-doc/en/html/ref-att.datable.w3c.html -->

  <!-- A date in words: "27 October 1962", "26 to 28 October 1962", "after 1 May 1801".
       Without a date in its attributes, its own text; '' for no element. -->
  <xsl:function name="f:date-label" as="xs:string" visibility="public">
    <xsl:param name="date" as="element()?"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="day" as="function(attribute()?) as xs:string?" select="fp:day(?, $lang)"/>
    <xsl:sequence select="
      if ($date/@when) then $day($date/@when)
      else if ($date/@from and $date/@to) then fp:span($date/@from, $date/@to, 'date-span', $lang)
      else if ($date/@notBefore and $date/@notAfter) then fp:span($date/@notBefore, $date/@notAfter, 'date-between', $lang)
      else if ($date/@from or $date/@notBefore) then f:phrase('date-after', $lang, $day(($date/@from, $date/@notBefore)[1]))
      else if ($date/@to or $date/@notAfter) then f:phrase('date-before', $lang, $day(($date/@to, $date/@notAfter)[1]))
      else normalize-space(string-join($date//text()))"/>
  </xsl:function>

  <!-- A string to sort by: the latest day that the date allows, so that an uncertain date follows a sure one;
       '9999' for none. -->
  <xsl:function name="f:date-sort" as="xs:string" visibility="public">
    <xsl:param name="date" as="element()?"/>
    <xsl:variable name="value" as="xs:string"
      select="string(($date/@when, $date/@to, $date/@notAfter, $date/@from, $date/@notBefore)[1])"/>
    <xsl:sequence select="
      if (not(matches($value, '^[0-9]{4}'))) then '9999'
      else if (matches($value, '^[0-9]{4}$')) then $value || '-12-31'
      else if (matches($value, '^[0-9]{4}-[0-9]{2}$')) then $value || '-31'
      else $value"/>
  </xsl:function>

  <!-- The value for HTML's datetime, or nothing where HTML has none: a span, a point outside its calendar. -->
  <xsl:function name="f:datetime" as="xs:string?" visibility="public">
    <xsl:param name="date" as="element()?"/>
    <xsl:variable name="when" as="xs:string" select="string($date/@when)"/>
    <xsl:sequence select="
      $when[
        . castable as xs:date and matches(., '^[0-9]{4}-[0-9]{2}-[0-9]{2}$') and not(starts-with(., '0000'))
        or . castable as xs:gYearMonth and matches(., '^[0-9]{4}-[0-9]{2}$') and not(starts-with(., '0000'))
        or . castable as xs:gYear and matches(., '^[0-9]{4}$') and . ne '0000'
        or . castable as xs:dateTimeStamp and matches(., '^[0-9]{4}-.*T[0-9]{2}:[0-9]{2}:[0-9]{2}(Z|[+\-].*)$')
        or . castable as xs:time and matches(., '^[0-9]{2}:[0-9]{2}:[0-9]{2}$')]"/>
  </xsl:function>

  <!-- One day, month or year in words; a value of another form as it stands. -->
  <xsl:function name="fp:day" as="xs:string?">
    <xsl:param name="value" as="attribute()?"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="parts" as="xs:string*" select="tokenize(replace($value, 'T.*$', ''), '-')"/>
    <xsl:sequence select="
      if (not(matches($value, '^[0-9]{4}(-(0[1-9]|1[0-2])(-[0-9]{2}(T.*)?)?)?$'))) then string($value)
      else string-join((
        if (count($parts) eq 3) then fp:ordinal($parts[3], $lang) else (),
        if (count($parts) ge 2) then f:word('month-' || $parts[2], $lang) else (),
        replace($parts[1], '^0+', '')), ' ')"/>
  </xsl:function>

  <!-- The day of the month as the language writes it: "27", "27.", "1er". -->
  <xsl:function name="fp:ordinal" as="xs:string">
    <xsl:param name="day" as="xs:string"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="number" as="xs:string" select="replace($day, '^0', '')"/>
    <xsl:sequence select="f:phrase(if ($number eq '1') then 'date-first' else 'date-day', $lang, $number)"/>
  </xsl:function>

  <!-- Two ends: "26 to 28 October 1962" within one month, otherwise both in full. -->
  <xsl:function name="fp:span" as="xs:string">
    <xsl:param name="start" as="attribute()"/>
    <xsl:param name="end" as="attribute()"/>
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="one-month" as="xs:boolean" select="
      every $value in ($start, $end) satisfies matches($value, '^[0-9]{4}-[0-9]{2}-[0-9]{2}$')
        and substring($start, 1, 7) eq substring($end, 1, 7)"/>
    <xsl:variable name="first" as="xs:string"
      select="if ($one-month) then fp:ordinal(substring($start, 9), $lang) else fp:day($start, $lang)"/>
    <xsl:sequence select="
      f:word($key, $lang) => replace('{1}', $first, 'q') => replace('{2}', fp:day($end, $lang), 'q')"/>
  </xsl:function>

</xsl:stylesheet>
