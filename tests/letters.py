"""Short ways to a transcript and what is made of it, for tests."""

from __future__ import annotations

from hypothesis import strategies as st

from teiedit.encode import encode
from teiedit.model.edition import Edition
from teiedit.read.source import decode
from teiedit.read.transcript import read_transcript
from teiedit.recognise.document import recognise
from teiedit.recognise.rules import all_rules
from teiedit.tools.tei import NS

ENGLISH = Edition(title="Test edition", publisher="Test publisher", languages=("en",))


def transcript(text):
    source, _ = decode(text.encode(), "letter.txt", "letter.txt")
    return read_transcript(source)


def document(text, edition=ENGLISH):
    return recognise(transcript(text), "letter", edition)


def encoded(text, edition=ENGLISH):
    read = transcript(text)
    return encode(recognise(read, "letter", edition), read, edition, all_rules())


def tei(text, edition=ENGLISH):
    return encoded(text, edition).root


def words(node):
    return " ".join("".join(node.itertext()).split())


def find(root, path):
    return root.xpath(path, namespaces=NS)


SHEET = """\
A series

Transcript: Letter 5

Letter from {sender} to {addressee}, {date}
(Catalogue ref: FO 371/162388)

Dear {addressee},

{body}

Yours sincerely,

{sender}
"""


def sheet(body="I have your letter.", sender="Jane Roe", addressee="John Doe", date="27 October 1962"):
    return SHEET.format(body=body, sender=sender, addressee=addressee, date=date)


# Transcripts put together at random from what recognisers look for.
PIECES = r"""Dear Sir,|1)|2)|(a)|(b)|a.|i.|ii.|(s) A. Bell|Source 7a|P.S.|P.S.—|“|”|"|::|[sic]|<&>|é|x|I am.|Mr. Doe|
    Consul|
    27 October 1962|October 26th|31 June|Yours truly,|
    Transcript: 1|(Catalogue ref: FO 371/1)|Hereby agreed:|
    Letter from A. Bell to C. Dorn, 1 May 1871|
    [illegible]|[?]|word [?]|[six?]|[six ?]|[was]|[s]|[page 2]|[in margin: I agree]|~~|~~five~~|\ten/|_must_|
    <ins>now</ins>|[deleted: ten]|* * *|. . . .|[see plan]|[[?]]|mis-|sile|missile|
    STOP|[|]|[...]|[1 May|[L. S.]|[Signed]|
    ARTICLE I.|Article 2. Peace is made.|Article 3 - Trade|PART I|IN WITNESS WHEREOF they sign.|
    DONE at Oakham, 3 May 1921.|For Elm: J. Doe|Attest: P. Cole|ANNEX A|PREAMBLE|
    TREATY OF PEACE|have agreed as follows:|
    Minutes of the Board|Present:|Present: Mr. Bell, Mrs. Dorn|Agenda|1. Cuba|2. Berlin|
    Mr. Bell: Yes, I say.|Mrs. Dorn: No.|MR. BELL:|(Applause.)|[Laughter]|
    - 2 -|- 3 -|To: Mr. Bell; A. Doe|cc: Miss Ort|A. Bell, C. Dorn|A. Bell,, C. Dorn|
    D. 8 p.m. 3 May 1871. R. 9 p.m. 4 May 1871|Love, Ann|D. 8.15 p.m. 3 May 1871|
    Ann Bell    Carl Dorn|2 encls.|AB:cd|Received: 3 May, 9 p.m.""".replace("\n    ", "").split("|")
SPACES = ("\n", "\n\n", " ", "  ", "\t", "\r\n", "\u00a0", "\f", "\n\f")
TRANSCRIPTS = (
    st.lists(st.sampled_from((*PIECES, *SPACES, *SPACES)), min_size=1, max_size=30)
    .map("".join)
    .filter(lambda text: text.strip(" \t\r\n\f"))
)
