"""A small archive: letters that somebody has encoded in a way of their own, and their transcripts."""

from __future__ import annotations

HEADER = """\
<teiHeader><fileDesc><titleStmt><title>Letter</title></titleStmt></fileDesc><profileDesc>
<langUsage><language ident="en-GB">English</language></langUsage><correspDesc>
<correspAction type="sent"><persName>Doe, Jane</persName><placeName>Bremen</placeName>
<date when="1894-03-03"/></correspAction>
<correspAction type="received"><persName>John Roe</persName></correspAction></correspDesc></profileDesc></teiHeader>"""
ENCODED = f"""\
<TEI xmlns="http://www.tei-c.org/ns/1.0">{HEADER}<text><body><div>
<opener><dateline><placeName>Bremen</placeName>, <date when="1894-03-03">3 March 1894</date></dateline></opener>
<p><salute>Dear Mr. Roe,</salute> I have your letter of May and thank you for it.<note>Not found.</note></p>
<p>We agree as follows:</p>
<list><label>1)</label><item>that the ships sail at once;</item>
<label>2)</label><item>that nobody is told.</item></list>
<closer><salute>Yours sincerely,</salute><signed>Jane Doe</signed></closer>
</div></body></text></TEI>"""
TRANSCRIPT = """\
Letter from Jane Doe to John Roe, 3 March 1894

Bremen, 3 March 1894

Dear Mr. Roe,

I have your letter of May and thank you for it.

We agree as follows:

1) that the ships sail at once;

2) that nobody is told.

Yours sincerely,

Jane Doe
"""


def archive(folder):
    """Make a folder with tei/one.xml and letters/one.txt."""
    for name, content in (("tei/one.xml", ENCODED), ("letters/one.txt", TRANSCRIPT)):
        path = folder / name
        path.parent.mkdir()
        path.write_text(content, "utf-8")
    return folder
