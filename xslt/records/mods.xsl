<xsl:stylesheet version="3.0"
  xmlns:mods="http://www.loc.gov/mods/v3"
  xmlns:xlink="http://www.w3.org/1999/xlink"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://teiedit.org/ns/function"
  xmlns:fp="https://teiedit.org/ns/function/private"
  xmlns:m="https://teiedit.org/ns/mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  default-mode="m:html"
  expand-text="yes"
  exclude-result-prefixes="#all">

  <!-- MODS 3.8, the Library of Congress's description of a thing in a library: here of the letter, with the edition as
       its host. https://www.loc.gov/standards/mods/userguide/ -->
  <xsl:function name="f:mods" as="element(mods:mods)">
    <xsl:param name="tei" as="element(TEI)"/>
    <mods:mods version="3.8" xsl:inherit-namespaces="no" xsi:schemaLocation="http://www.loc.gov/mods/v3 http://www.loc.gov/standards/mods/v3/mods-3-8.xsd">
      <mods:titleInfo><mods:title>{f:title($tei)}</mods:title></mods:titleInfo>
      <xsl:sequence select="
        f:authors($tei) ! fp:mods-party(., 'aut'),
        (f:recipients($tei), f:copied($tei)) ! fp:mods-party(., 'rcp'),
        f:transcribers($tei) ! fp:mods-name(., '', (), 'trc')"/>
      <mods:typeOfResource>text</mods:typeOfResource>
      <xsl:sequence select="fp:mods-genres($tei), fp:mods-origin($tei), fp:mods-language($tei)"/>
      <xsl:if test="f:web-page($tei)">
        <mods:physicalDescription><mods:internetMediaType>text/html</mods:internetMediaType></mods:physicalDescription>
      </xsl:if>
      <xsl:sequence select="
        fp:mods('abstract', f:abstract($tei), ()),
        fp:mods-subjects($tei), fp:mods-related($tei), fp:mods-identifiers($tei), fp:mods-locations($tei), fp:mods-rights($tei),
        fp:mods-record($tei)"/>
    </mods:mods>
  </xsl:function>

  <xsl:function name="fp:mods" as="element()?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:param name="attributes" as="attribute()*"/>
    <xsl:sequence select="f:said('http://www.loc.gov/mods/v3', 'mods:' || $name, $value, $attributes)"/>
  </xsl:function>

  <xsl:function name="fp:mods-party" as="element(mods:name)">
    <xsl:param name="name" as="element()"/>
    <xsl:param name="role" as="xs:string?"/>
    <xsl:sequence select="
      fp:mods-name(f:name-parts($name), if ($name/self::orgName) then 'corporate' else 'personal', f:target($name/@ref), $role)"/>
  </xsl:function>

  <!-- $type is '' where it is not known whether it is a person. -->
  <xsl:function name="fp:mods-name" as="element(mods:name)">
    <xsl:param name="parts" as="map(xs:string, xs:string)"/>
    <xsl:param name="type" as="xs:string"/>
    <xsl:param name="record" as="element()?"/>
    <xsl:param name="role" as="xs:string?"/>
    <xsl:variable name="known" as="xs:string" select="if ($type) then $type else if ($parts?family) then 'personal' else ''"/>
    <mods:name>
      <xsl:sequence select="f:attribute('type', $known), fp:mods-authority($record)"/>
      <xsl:sequence select="
        if ($parts?literal) then fp:mods('namePart', $parts?literal, ())
        else (fp:mods('namePart', $parts?family, f:attribute('type', 'family')),
          fp:mods('namePart', f:given($parts), f:attribute('type', 'given')))"/>
      <xsl:if test="$role">
        <mods:role>
          <mods:roleTerm type="code" authority="marcrelator" authorityURI="http://id.loc.gov/vocabulary/relators"
            valueURI="http://id.loc.gov/vocabulary/relators/{$role}">{$role}</mods:roleTerm>
          <mods:roleTerm type="text" authority="marcrelator" authorityURI="http://id.loc.gov/vocabulary/relators"
            valueURI="http://id.loc.gov/vocabulary/relators/{$role}">{f:relator($role)}</mods:roleTerm>
        </mods:role>
      </xsl:if>
      <xsl:for-each select="f:authority-addresses($record)">
        <mods:nameIdentifier typeURI="{.}">
          <xsl:sequence select="f:attribute('type', f:authority(.)?code)"/>
          <xsl:text>{.}</xsl:text>
        </mods:nameIdentifier>
      </xsl:for-each>
    </mods:name>
  </xsl:function>

  <!-- The first authority file that the register names. -->
  <xsl:function name="fp:mods-authority" as="attribute()*">
    <xsl:param name="record" as="element()?"/>
    <xsl:for-each select="f:authority-addresses($record)[1]">
      <xsl:variable name="authority" as="map(xs:string, xs:string)" select="f:authority(.)"/>
      <xsl:sequence select="
        f:attribute('authority', $authority?code), f:attribute('authorityURI', $authority?home), f:attribute('valueURI', .)"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="fp:mods-genres" as="element(mods:genre)*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="kind" as="xs:string" select="f:kind($tei)"/>
    <xsl:sequence select="
      fp:mods('genre', f:marc-genre($kind), f:attribute('authority', 'marcgt')),
      fp:mods('genre', f:aat-term($kind), (f:attribute('authority', 'aat'),
        f:attribute('authorityURI', 'http://vocab.getty.edu/aat'), f:attribute('valueURI', f:aat-uri($kind)))),
      fp:mods('genre', f:kind-label($tei, $speak)[$kind][not(f:marc-genre($kind) or f:aat-uri($kind))], ())"/>
  </xsl:function>

  <!-- Where and when it was written. -->
  <xsl:function name="fp:mods-origin" as="element(mods:originInfo)?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="date" as="element(date)?" select="f:sent-date($tei)"/>
    <xsl:variable name="content" as="element()*">
      <xsl:for-each select="f:places-sent($tei)">
        <mods:place>
          <xsl:sequence select="fp:mods('placeTerm', f:name(.), (f:attribute('type', 'text'), fp:mods-authority(f:target(@ref))))"/>
        </mods:place>
      </xsl:for-each>
      <xsl:sequence select="fp:mods-dates($date)"/>
    </xsl:variable>
    <xsl:if test="exists($content)">
      <mods:originInfo eventType="production"><xsl:sequence select="$content"/></mods:originInfo>
    </xsl:if>
  </xsl:function>

  <!-- A point, or the ends that are known; the qualifier says why it is not sure, and then the date is in words too. -->
  <xsl:function name="fp:mods-dates" as="element()*">
    <xsl:param name="date" as="element(date)?"/>
    <xsl:variable name="ends" as="map(xs:string, xs:string)" select="f:ends($date)"/>
    <xsl:variable name="qualifier" as="xs:string" select="
      if (f:is-doubted($date)) then 'questionable'
      else if (exists($date/(@notBefore, @notAfter))) then 'approximate'
      else if (f:is-supplied($date)) then 'inferred' else ''"/>
    <xsl:variable name="how" as="attribute()*" select="f:attribute('encoding', 'w3cdtf'), f:attribute('qualifier', $qualifier)"/>
    <xsl:variable name="key" as="attribute()" select="f:attribute('keyDate', 'yes')"/>
    <xsl:sequence select="
      if (f:point($date)) then fp:mods('dateCreated', f:point($date), ($how, $key))
      else (fp:mods('dateCreated', $ends?from, ($how, f:attribute('point', 'start'), $key)),
        fp:mods('dateCreated', $ends?to, ($how, f:attribute('point', 'end'), $key[empty($ends?from)])))"/>
    <xsl:sequence select="fp:mods('displayDate', f:date-label($date, $speak)[$qualifier or empty(($ends?from, $ends?to))], ())"/>
  </xsl:function>

  <xsl:function name="fp:mods-language" as="element(mods:language)?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="tag" as="xs:string?" select="f:language($tei)[. ne 'und']"/>
    <xsl:if test="$tag">
      <mods:language>
        <xsl:sequence select="
          fp:mods('languageTerm', f:language-code($tag), (f:attribute('type', 'code'), f:attribute('authority', 'iso639-2b'))),
          fp:mods('languageTerm', $tag, (f:attribute('type', 'code'), f:attribute('authority', 'rfc5646')))"/>
      </mods:language>
    </xsl:if>
  </xsl:function>

  <!-- Keywords, and whom and what the text names. -->
  <xsl:function name="fp:mods-subjects" as="element(mods:subject)*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:for-each select="f:keywords($tei)">
      <mods:subject><mods:topic>{.}</mods:topic></mods:subject>
    </xsl:for-each>
    <xsl:for-each select="f:mentioned($tei)">
      <mods:subject>
        <xsl:sequence select="
          if (self::place) then fp:mods('geographic', f:record-name(.), fp:mods-authority(.))
          else fp:mods-name(f:name-parts((persName | orgName)[1]), if (self::org) then 'corporate' else 'personal', ., ())"/>
      </mods:subject>
    </xsl:for-each>
  </xsl:function>

  <!-- The edition, the archive's collection, and the letters that it answers or that answer it. -->
  <xsl:function name="fp:mods-related" as="element(mods:relatedItem)*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:if test="$edition-title">
      <mods:relatedItem type="host">
        <mods:titleInfo>
          <xsl:sequence select="fp:mods('title', $edition-title, ()), fp:mods('subTitle', $edition-subtitle, ())"/>
        </mods:titleInfo>
        <xsl:sequence select="f:editors($tei) ! fp:mods-name(f:person-parts(.), '', (), 'edt'), fp:mods-published($tei)"/>
        <xsl:if test="f:edition-address()">
          <mods:location><mods:url>{f:edition-address()}</mods:url></mods:location>
        </xsl:if>
      </mods:relatedItem>
    </xsl:if>
    <xsl:if test="f:archive-part($tei)">
      <mods:relatedItem type="host">
        <mods:titleInfo><mods:title>{f:archive-part($tei)}</mods:title></mods:titleInfo>
      </mods:relatedItem>
    </xsl:if>
    <xsl:sequence select="
      f:replies($tei, 'prev') ! fp:mods-letter(., 'references'), f:replies($tei, 'next') ! fp:mods-letter(., 'isReferencedBy')"/>
  </xsl:function>

  <xsl:function name="fp:mods-letter" as="element(mods:relatedItem)">
    <xsl:param name="address" as="xs:string"/>
    <xsl:param name="type" as="xs:string"/>
    <mods:relatedItem type="{$type}">
      <mods:identifier type="{if ($base-url) then 'uri' else 'local'}">{$address}</mods:identifier>
    </mods:relatedItem>
  </xsl:function>

  <xsl:function name="fp:mods-published" as="element(mods:originInfo)?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:if test="$edition-place or f:publisher($tei) or f:published($tei)">
      <mods:originInfo eventType="publication">
        <xsl:if test="$edition-place">
          <mods:place><mods:placeTerm type="text">{$edition-place}</mods:placeTerm></mods:place>
        </xsl:if>
        <xsl:sequence select="
          fp:mods('publisher', f:publisher($tei), ()), fp:mods('dateIssued', f:published($tei), f:attribute('encoding', 'w3cdtf'))"/>
      </mods:originInfo>
    </xsl:if>
  </xsl:function>

  <xsl:function name="fp:mods-identifiers" as="element(mods:identifier)+">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="
      fp:mods('identifier', f:web-page($tei), f:attribute('type', 'uri')),
      fp:mods('identifier', f:doi($tei), f:attribute('type', 'doi')),
      fp:mods('identifier', $tei/@xml:id, f:attribute('type', 'local'))"/>
  </xsl:function>

  <!-- Where the original lies, and where the document is read. -->
  <xsl:function name="fp:mods-locations" as="element(mods:location)*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:if test="f:repository($tei) or f:reference($tei)">
      <mods:location>
        <xsl:sequence select="
          fp:mods('physicalLocation', f:repository($tei), ()), fp:mods('shelfLocator', f:reference($tei), ())"/>
      </mods:location>
    </xsl:if>
    <xsl:if test="f:web-page($tei)">
      <mods:location><mods:url usage="primary" access="object in context">{f:web-page($tei)}</mods:url></mods:location>
    </xsl:if>
  </xsl:function>

  <xsl:function name="fp:mods-rights" as="element(mods:accessCondition)*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:for-each select="f:licences($tei)[normalize-space()]">
      <mods:accessCondition type="use and reproduction">
        <xsl:sequence select="f:terms(.) ! f:link-attribute(.)"/>
        <xsl:text>{normalize-space()}</xsl:text>
      </mods:accessCondition>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="fp:mods-record" as="element(mods:recordInfo)">
    <xsl:param name="tei" as="element(TEI)"/>
    <mods:recordInfo>
      <xsl:sequence select="
        fp:mods('recordContentSource', ($provider[.], f:publisher($tei))[1], ()),
        fp:mods('recordIdentifier', $tei/@xml:id, f:attribute('source', $base-url)),
        fp:mods('recordOrigin', 'Made from the header of the TEI document.', ())"/>
      <xsl:for-each select="f:language-code($speak)">
        <mods:languageOfCataloging>
          <mods:languageTerm type="code" authority="iso639-2b">{.}</mods:languageTerm>
        </mods:languageOfCataloging>
      </xsl:for-each>
    </mods:recordInfo>
  </xsl:function>

</xsl:stylesheet>
