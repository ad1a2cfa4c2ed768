"""A desk with a small edition on it, whose questions are known."""

from __future__ import annotations

from editions import edition
from teiedit.review.desk import Desk

LETTER = """\
Bremen, 3 March 1894

My dear Carl,

I recieved your letter of the 9th. Clara told me of it in May, and =SUM(A1) is <b>no</b> date.

I ask you
1. to send the books
2. to write to Clara.

Ever yours
Anna Weber
"""
PERSONS = 'id,name,office\nweber,"Weber, Anna",teacher\nclara,"Brandt, Clara",\ncarl,"Brandt, Carl",\n'
SETTINGS = 'title = "Letters & <notes>"\nlanguages = ["en"]\neditors = ["Ada Byron"]\n'


def folder(path, settings=SETTINGS, **transcripts):
    """Write an edition with a register."""
    edition(path, settings, **(transcripts or {"letter1": LETTER, "letter2": LETTER.replace("9th", "11th")}))
    (path / "register").mkdir(exist_ok=True)
    (path / "register" / "persons.csv").write_text(PERSONS, "utf-8")
    return path


def desk(path, by="AB", **transcripts):
    """Write an edition and lay it on a desk."""
    return opened(folder(path, **transcripts), by)


def opened(path, by="AB"):
    """Lay an edition that is there on a desk."""
    made = Desk(path, by, jobs=1)
    assert made.open() == ()
    return made


def question(made, kind, words=None, document="letter1"):
    """The one question of a kind, about some words or about the document."""
    listed = made.sheet(document).questions
    (found,) = [q for q in listed if q.kind == kind and (q.anchor.words if q.anchor else None) == words]
    return found


def decisions(path, document="letter1"):
    """The file of decisions, or ""."""
    file = path / f"{document}.decisions.toml"
    return file.read_text("utf-8") if file.exists() else ""
