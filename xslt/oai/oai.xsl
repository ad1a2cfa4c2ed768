<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:oai="http://www.openarchives.org/OAI/2.0/"
  xmlns:id="http://www.openarchives.org/OAI/2.0/oai-identifier"
  exclude-result-prefixes="oai id">

  <!-- The answers of OAI-PMH as pages for people. In XSLT 1.0, because browsers run it; the server does the same with it
       at /oai/browse. Links are made of arguments alone, so that they stay where the page is. -->

  <xsl:output method="html" encoding="UTF-8" indent="no" doctype-system="about:legacy-compat"/>

  <xsl:variable name="verb" select="string(/oai:OAI-PMH/oai:request/@verb)"/>
  <xsl:variable name="prefix">
    <xsl:choose>
      <xsl:when test="/oai:OAI-PMH/oai:request/@metadataPrefix">
        <xsl:value-of select="/oai:OAI-PMH/oai:request/@metadataPrefix"/>
      </xsl:when>
      <xsl:otherwise>oai_dc</xsl:otherwise>
    </xsl:choose>
  </xsl:variable>

  <xsl:template match="/oai:OAI-PMH">
    <html lang="en">
      <head>
        <title>
          <xsl:choose>
            <xsl:when test="oai:Identify"><xsl:value-of select="oai:Identify/oai:repositoryName"/></xsl:when>
            <xsl:when test="oai:error">Not answered</xsl:when>
            <xsl:otherwise><xsl:value-of select="$verb"/></xsl:otherwise>
          </xsl:choose>
          <xsl:text> – OAI-PMH</xsl:text>
        </title>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="robots" content="noindex, nofollow"/>
        <style>
          :root { color-scheme: light dark; --paper: #fff; --ink: #1a1a1a; --line: #8886; --quiet: #595959; --link: #0b4f8a; }
          @media (prefers-color-scheme: dark) { :root { --paper: #16181c; --ink: #e8e8e8; --quiet: #b5b5b5; --link: #9cc8f5; } }
          body { background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 0 auto; padding: 1rem; }
          a { color: var(--link); }
          a:focus-visible, button:focus-visible, input:focus-visible, summary:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
          nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; padding: 0; border-bottom: 1px solid var(--line); }
          nav a { display: inline-block; padding: .25rem 0; }
          nav a[aria-current] { font-weight: bold; color: inherit; text-decoration: none; border-bottom: 3px solid; }
          input, button { font: inherit; max-width: 100%; box-sizing: border-box; }
          dl { display: grid; grid-template-columns: minmax(8rem, max-content) 1fr; gap: .25rem 1rem; }
          dt { color: var(--quiet); }
          dd { margin: 0; overflow-wrap: anywhere; }
          section { border-top: 1px solid var(--line); padding-top: .5rem; margin-top: 1rem; }
          h2 { font-size: 1.1rem; overflow-wrap: anywhere; }
          table { border-collapse: collapse; width: 100%; }
          th, td { text-align: left; vertical-align: top; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
          pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: .85rem; line-height: 1.4; margin: .5rem 0; }
          .quiet { color: var(--quiet); }
          .error { border-left: 4px solid #b3261e; padding: .5rem 1rem; }
          @media (max-width: 30rem) { dl { grid-template-columns: 1fr; } dd { margin-bottom: .5rem; } }
        </style>
      </head>
      <body>
        <header>
          <p class="quiet">OAI-PMH 2.0 of <xsl:value-of select="oai:request"/>, answered <xsl:value-of select="translate(oai:responseDate, 'TZ', ' ')"/> UTC</p>
          <nav aria-label="Questions">
            <ul>
              <xsl:call-template name="question"><xsl:with-param name="name" select="'Identify'"/></xsl:call-template>
              <xsl:call-template name="question"><xsl:with-param name="name" select="'ListMetadataFormats'"/></xsl:call-template>
              <xsl:call-template name="question"><xsl:with-param name="name" select="'ListSets'"/></xsl:call-template>
              <xsl:call-template name="question">
                <xsl:with-param name="name" select="'ListIdentifiers'"/>
                <xsl:with-param name="more" select="'&amp;metadataPrefix=oai_dc'"/>
              </xsl:call-template>
              <xsl:call-template name="question">
                <xsl:with-param name="name" select="'ListRecords'"/>
                <xsl:with-param name="more" select="'&amp;metadataPrefix=oai_dc'"/>
              </xsl:call-template>
            </ul>
          </nav>
        </header>
        <main>
          <xsl:apply-templates select="oai:*[not(self::oai:responseDate or self::oai:request)]"/>
        </main>
      </body>
    </html>
  </xsl:template>

  <xsl:template name="question">
    <xsl:param name="name"/>
    <xsl:param name="more"/>
    <li>
      <a href="?verb={$name}{$more}">
        <xsl:if test="$verb = $name"><xsl:attribute name="aria-current">page</xsl:attribute></xsl:if>
        <xsl:value-of select="$name"/>
      </a>
    </li>
  </xsl:template>

  <xsl:template match="oai:error">
    <h1>Not answered</h1>
    <div class="error">
      <p><strong><xsl:value-of select="@code"/></strong>: <xsl:value-of select="."/></p>
    </div>
  </xsl:template>

  <xsl:template match="oai:error[preceding-sibling::oai:error]">
    <div class="error">
      <p><strong><xsl:value-of select="@code"/></strong>: <xsl:value-of select="."/></p>
    </div>
  </xsl:template>

  <xsl:template match="oai:Identify">
    <h1><xsl:value-of select="oai:repositoryName"/></h1>
    <dl>
      <xsl:apply-templates select="oai:*[not(self::oai:repositoryName or self::oai:description)]" mode="row"/>
      <xsl:apply-templates select="oai:description/id:oai-identifier/*" mode="row"/>
    </dl>
    <h2>One record</h2>
    <form action="">
      <input type="hidden" name="verb" value="GetRecord"/>
      <input type="hidden" name="metadataPrefix" value="oai_dc"/>
      <p>
        <label for="identifier">Identifier </label>
        <input id="identifier" name="identifier" size="40" value="{oai:description/id:oai-identifier/id:sampleIdentifier}"/>
        <xsl:text> </xsl:text>
        <button>Show</button>
      </p>
    </form>
  </xsl:template>

  <xsl:template match="*" mode="row">
    <dt><xsl:value-of select="local-name()"/></dt>
    <dd><xsl:value-of select="."/></dd>
  </xsl:template>

  <xsl:template match="oai:ListMetadataFormats">
    <h1>Formats</h1>
    <table>
      <thead><tr><th scope="col">Prefix</th><th scope="col">Namespace</th><th scope="col">Schema</th></tr></thead>
      <tbody>
        <xsl:for-each select="oai:metadataFormat">
          <tr>
            <th scope="row"><a href="?verb=ListRecords&amp;metadataPrefix={oai:metadataPrefix}"><xsl:value-of select="oai:metadataPrefix"/></a></th>
            <td><xsl:value-of select="oai:metadataNamespace"/></td>
            <td><xsl:value-of select="oai:schema"/></td>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </xsl:template>

  <xsl:template match="oai:ListSets">
    <h1>Sets</h1>
    <table>
      <thead><tr><th scope="col">Set</th><th scope="col">Name</th></tr></thead>
      <tbody>
        <xsl:for-each select="oai:set">
          <tr>
            <th scope="row"><a href="?verb=ListIdentifiers&amp;metadataPrefix=oai_dc&amp;set={oai:setSpec}"><xsl:value-of select="oai:setSpec"/></a></th>
            <td><xsl:value-of select="oai:setName"/></td>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
    <xsl:apply-templates select="oai:resumptionToken"/>
  </xsl:template>

  <xsl:template match="oai:ListIdentifiers">
    <h1>Identifiers, <xsl:value-of select="$prefix"/></h1>
    <table>
      <thead><tr><th scope="col">Record</th><th scope="col">Changed</th><th scope="col">Sets</th></tr></thead>
      <tbody>
        <xsl:for-each select="oai:header">
          <tr>
            <th scope="row"><xsl:call-template name="record-link"/></th>
            <td><xsl:apply-templates select="oai:datestamp"/></td>
            <td><xsl:call-template name="set-links"/></td>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
    <xsl:apply-templates select="oai:resumptionToken"/>
  </xsl:template>

  <xsl:template match="oai:ListRecords">
    <h1>Records, <xsl:value-of select="$prefix"/></h1>
    <xsl:apply-templates select="oai:record"/>
    <xsl:apply-templates select="oai:resumptionToken"/>
  </xsl:template>

  <xsl:template match="oai:GetRecord">
    <h1>Record, <xsl:value-of select="$prefix"/></h1>
    <xsl:apply-templates select="oai:record"/>
    <p><a href="?verb=ListMetadataFormats&amp;identifier={oai:record/oai:header/oai:identifier}">Its other formats</a></p>
  </xsl:template>

  <xsl:template match="oai:record">
    <section>
      <xsl:for-each select="oai:header">
        <h2><xsl:call-template name="record-link"/></h2>
        <p class="quiet"><xsl:apply-templates select="oai:datestamp"/> <xsl:text> </xsl:text> <xsl:call-template name="set-links"/></p>
      </xsl:for-each>
      <xsl:apply-templates select="oai:metadata"/>
    </section>
  </xsl:template>

  <!-- Dublin Core as a list; anything else as it is written. -->
  <xsl:template match="oai:metadata">
    <pre><xsl:apply-templates select="*" mode="source"/></pre>
  </xsl:template>

  <xsl:template match="oai:metadata[*[local-name() = 'dc']]">
    <dl><xsl:apply-templates select="*/*" mode="row"/></dl>
  </xsl:template>

  <xsl:template match="oai:datestamp">
    <xsl:if test="../@status = 'deleted'">withdrawn </xsl:if>
    <time datetime="{.}"><xsl:value-of select="translate(., 'TZ', ' ')"/></time>
  </xsl:template>

  <xsl:template name="record-link">
    <a href="?verb=GetRecord&amp;metadataPrefix={$prefix}&amp;identifier={oai:identifier}"><xsl:value-of select="oai:identifier"/></a>
  </xsl:template>

  <xsl:template name="set-links">
    <xsl:for-each select="oai:setSpec[contains(., ':')]">
      <a href="?verb=ListIdentifiers&amp;metadataPrefix={$prefix}&amp;set={.}"><xsl:value-of select="."/></a>
      <xsl:text> </xsl:text>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="oai:resumptionToken">
    <p>
      <xsl:if test="@completeListSize"><span class="quiet"><xsl:value-of select="@completeListSize"/> in all. </span></xsl:if>
      <xsl:if test="string(.)"><a rel="next" href="?verb={$verb}&amp;resumptionToken={.}">Next</a></xsl:if>
    </p>
  </xsl:template>

  <xsl:template match="*" mode="source">
    <xsl:text>&lt;</xsl:text>
    <xsl:value-of select="name()"/>
    <xsl:for-each select="@*">
      <xsl:text> </xsl:text>
      <xsl:value-of select="name()"/>
      <xsl:text>="</xsl:text>
      <xsl:value-of select="."/>
      <xsl:text>"</xsl:text>
    </xsl:for-each>
    <xsl:choose>
      <xsl:when test="node()">
        <xsl:text>></xsl:text>
        <xsl:apply-templates mode="source"/>
        <xsl:text>&lt;/</xsl:text>
        <xsl:value-of select="name()"/>
        <xsl:text>></xsl:text>
      </xsl:when>
      <xsl:otherwise>/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
