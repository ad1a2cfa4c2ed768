"""The edition's own Typst template, house.typ: tried on a specimen, and left out where it fails."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from teiedit.model.diagnostic import Diagnostic, Severity
from teiedit.model.position import Place
from teiedit.publish._pdf_typst import families

if TYPE_CHECKING:
    from teiedit.model.edition import Edition

FILE = "house.typ"
STOPPED = "X007"

# A document with the blocks and looks that most letters have: what it cannot set, it will hardly set for letters.
# It has more than one page, since the first has no running head.
SPECIMEN = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="specimen" xml:lang="en"><teiHeader><fileDesc><titleStmt>
<title type="main">Specimen</title></titleStmt><publicationStmt><publisher>P</publisher></publicationStmt><sourceDesc>
<bibl><idno type="file">specimen.txt</idno></bibl></sourceDesc></fileDesc><profileDesc><correspDesc><correspAction
type="sent"><persName>A</persName><date when="1900-01-01"/></correspAction></correspDesc></profileDesc></teiHeader>
<text><body><div type="letter"><opener><address><addrLine>House</addrLine></address><dateline>Town, <date
when="1900-01-01">1 January</date></dateline><salute>Sir,</salute></opener><head>Head</head><p>Words of a <hi
rend="italic">letter</hi><note n="1" place="bottom"><p>Note.</p></note>, <del>gone</del> and <unclear>unclear</unclear>.
</p><div><head>Below</head>{more}<quote><p>Quoted.</p></quote></div><list><label>(a)</label><item>first</item>
</list><table><row role="label"><cell>H</cell></row><row><cell>1</cell></row></table><closer><salute>Yours,</salute>
<signed>A.</signed></closer><postscript><p>Post.</p></postscript></div></body></text></TEI>""".replace(
    "{more}", "<p>More.</p>" * 60
)


def own(edition: Edition) -> dict[str, bytes]:
    """Return the edition's own template, and what it may show, as files beside ours."""
    house = edition.house
    if house.template is None:
        return {}
    pictures = {house.logo.name: house.logo.content} if house.logo else {}
    return {FILE: house.template.text.encode(), **pictures}


_FACE = re.compile(r"^#let\s+face\s*=\s*([^\n]+)", re.M)
_NAMED = re.compile(r'"([^"\n]+)"')


def strangers(edition: Edition) -> tuple[Diagnostic, ...]:
    """Return X008 for each face that the edition's own template wants and that is not there."""
    template = edition.house.template
    wanted = _FACE.search(template.text) if template else None
    if template is None or wanted is None:
        return ()
    there = families()
    line = template.text.count("\n", 0, wanted.start()) + 1
    hint = f"there are: {', '.join(there)}"
    return tuple(
        Diagnostic("X008", Severity.WARNING, Place(template.shown, line), f'there is no face "{name}"', hint)
        for name in _NAMED.findall(wanted[1])
        if name.casefold() not in {one.casefold() for one in there}
    )


def without(edition: Edition) -> Edition:
    """Return the edition as it is set by our templates alone."""
    return replace(edition, house=replace(edition.house, template=None))


def stopped(edition: Edition, file: str, reason: str, where: tuple[int, int]) -> Diagnostic:
    """Return X007: the edition's own template stopped, and why.

    Args:
        edition: whose template it is.
        file: what was set, as messages name it; "" for the specimen.
        reason: Typst's words.
        where: line and column in the template; zeros where Typst names none.
    """
    shown = edition.house.template.shown if edition.house.template else FILE
    at = f' at "{file}"' if file else ""
    hint = "the PDF was set without it; mend it and build again"
    return Diagnostic(STOPPED, Severity.ERROR, Place(shown, *where), f'"{shown}" stopped{at}: {reason}', hint)
