<xsl:stylesheet version="3.0"
  xmlns="http://www.w3.org/1999/xhtml"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:j="http://www.w3.org/2005/xpath-functions"
  xmlns:h="http://www.w3.org/1999/xhtml"
  xmlns:f="https://teiedit.org/ns/function"
  xmlns:fp="https://teiedit.org/ns/function/private"
  xmlns:m="https://teiedit.org/ns/mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  default-mode="m:html"
  expand-text="yes"
  exclude-result-prefixes="#all">

  <!-- The page for searching the texts; js/search.js brings it to life, and fills the lists of values. -->

  <xsl:template match="teiCorpus[$page eq 'search']" priority="1" as="element(h:html)">
    <xsl:sequence select="f:site-page('search', f:word('nav-search', $speak), f:word('search-about', $speak),
      (fp:search-start(), fp:search-form(), fp:search-results(), fp:search-script()))"/>
  </xsl:template>

  <xsl:function name="fp:search-start" as="element()+">
    <h1>{f:word('nav-search', $speak)}</h1>
    <noscript>
      <p>
        <xsl:text>{f:word('search-needs-script', $speak)} </xsl:text>
        <a href="{f:page-href(('documents'[. = $site-pages], 'index')[1] || '.html')}">{f:word('documents', $speak)}</a>
      </p>
    </noscript>
  </xsl:function>

  <!-- Hidden until the script is there; then it is sent to nobody: the address keeps what was asked. -->
  <xsl:function name="fp:search-form" as="element(h:form)">
    <form id="te-search" role="search" action="search.html" method="get"
      data-index="{f:file-href('search/')}" data-documents="{f:page-href('documents/')}" data-pages="{f:file-href('')}">
      <div class="query">
        <label for="te-q">{f:word('search-words', $speak)}</label>
        <div class="line">
          <input id="te-q" name="q" type="search" autocomplete="off" autocapitalize="none" spellcheck="false"
            enterkeyhint="search"/>
          <button type="submit">{f:word('search-go', $speak)}</button>
        </div>
        <details class="help">
          <summary>{f:word('search-help', $speak)}</summary>
          <ul>
            <xsl:for-each select="'letters', 'end', 'phrase', 'without'">
              <li>{f:word('search-help-' || ., $speak)}</li>
            </xsl:for-each>
          </ul>
        </details>
      </div>
      <details class="narrow">
        <summary>{f:word('search-filters', $speak)}</summary>
        <div class="limits">
          <xsl:sequence select="
            fp:search-select('person', f:word('search-person', $speak)),
            fp:search-select('role', f:word('search-role', $speak)),
            fp:search-select('since', f:word('search-since', $speak)),
            fp:search-select('until', f:word('search-until', $speak)),
            fp:search-select('genre', f:word('kind', $speak)),
            fp:search-select('language', f:word('language', $speak))"/>
        </div>
        <p class="clear"><button type="reset">{f:word('search-clear', $speak)}</button></p>
      </details>
    </form>
  </xsl:function>

  <xsl:function name="fp:search-select" as="element(h:p)">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="label" as="xs:string"/>
    <p>
      <label for="te-{$name}">{$label}</label>
      <select id="te-{$name}" name="{$name}">
        <option value="">{f:word('search-any', $speak)}</option>
        <xsl:if test="$name eq 'role'">
          <option value="from">{f:word('search-sender', $speak)}</option>
          <option value="to">{f:word('search-recipient', $speak)}</option>
        </xsl:if>
      </select>
    </p>
  </xsl:function>

  <xsl:function name="fp:search-results" as="element(h:section)">
    <section id="te-results" aria-labelledby="te-results-head" hidden="hidden">
      <h2 id="te-results-head" class="unseen">{f:word('search-results', $speak)}</h2>
      <div class="status">
        <p id="te-status" role="status"/>
        <p class="order" hidden="hidden">
          <label for="te-order">{f:word('search-order', $speak)}</label>
          <select id="te-order" name="order" form="te-search">
            <option value="">{f:word('search-order-best', $speak)}</option>
            <option value="oldest">{f:word('search-order-oldest', $speak)}</option>
            <option value="newest">{f:word('search-order-newest', $speak)}</option>
          </select>
        </p>
      </div>
      <ol class="found"/>
      <p class="more"><button type="button" id="te-more" hidden="hidden">{f:word('search-more', $speak)}</button></p>
    </section>
  </xsl:function>

  <!-- The words that the script says. -->
  <xsl:variable name="search-keys" as="xs:string+" select="
    (1 to 12) ! ('month-' || format-integer(., '00')), 'date-first', 'date-day', 'date-span', 'date-between', 'date-after',
    'date-before', 'undated', ('letter', 'telegram', 'memorandum', 'minutes', 'speech', 'treaty', 'note', 'report', 'other', 'page')
    ! ('kind-' || .),
    ('paragraph', 'clause', 'note', 'translation', 'summary', 'heading', 'opening', 'closing', 'postscript', 'table', 'title', 'start', 'page') ! ('search-in-' || .),
    ('units', 'unit', 'documents', 'document', 'found', 'scattered', 'listed', 'none', 'none-hint', 'busy', 'failed', 'rest',
     'no-name') ! ('search-say-' || .)"/>

  <xsl:function name="fp:search-script" as="element(h:script)+">
    <xsl:variable name="words" as="element(j:map)">
      <j:map>
        <xsl:for-each select="$search-keys">
          <j:string key="{.}">{f:word(., $speak)}</j:string>
        </xsl:for-each>
      </j:map>
    </xsl:variable>
    <script type="application/json" id="te-words"><xsl:value-of select="f:script-safe(xml-to-json($words))"/></script>
    <xsl:for-each select="'words', 'dates', 'engine', 'search'">
      <script src="{f:file-href('assets/' || . || '.js')}" defer="defer"/>
    </xsl:for-each>
  </xsl:function>

</xsl:stylesheet>
