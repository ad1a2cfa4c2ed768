"""Short ways to a document with what its editors have written, for tests."""

from __future__ import annotations

from dataclasses import replace

from letters import ENGLISH, transcript
from teiedit.encode import encode
from teiedit.make import make_tei
from teiedit.read.commentary import read_commentary
from teiedit.read.source import decode
from teiedit.recognise.document import recognise
from teiedit.recognise.rules import all_rules
from teiedit.tools.tei import parse

EDITION = replace(ENGLISH, editors=("A. Editor",), language="en", languages=("en", "fr", "de"))

LETTER = """\
Lettre de Paul Morel à Ada Lund, 3 mai 1901

Lyon, le 3 mai 1901

Madame,

Je vous remercie de votre lettre du mois de mai, que j'ai lue avec un grand plaisir et que je garde.

Je vous prie de noter ceci :

1. Le jardin sera fermé au mois d'août.

2. La serre restera ouverte (a) le lundi et (b) le jeudi, de deux heures à cinq heures, pour ceux qui écrivent.

J'ajoute que le chat va bien.

Votre dévoué

Paul Morel
"""


def read(**files):
    """Read files by their kind: notes="…", translation_en="…"."""
    named = {f"{name.replace('_', '.')}.md": text.encode() for name, text in files.items()}
    return read_commentary(named, lambda suffix: f"letter.{suffix}", "en")


def made(text=LETTER, edition=EDITION, **files):
    """Return a document's TEI, and the codes of what was found in it."""
    source, _ = decode(text.encode(), "letter.txt", "letter.txt")
    result = make_tei(source, "letter", edition, commentary=read(**files))
    return parse(result.tei), result.diagnostics


def whole(text=LETTER, **files):
    """Return the TEI before it is checked, and its transcript."""
    lines = transcript(text)
    document = recognise(lines, "letter", EDITION, commentary=read(**files))
    return encode(document, lines, EDITION, all_rules()).root, lines
