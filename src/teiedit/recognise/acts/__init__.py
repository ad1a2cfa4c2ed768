"""What several do together, treaties and minutes: the words that show their structure, one file for each language.

In: one line, or the text of a paragraph. Out: what it could be by its words alone; whether it is, the readers of
treaties and of minutes decide by what stands around it. Encoding:
https://tei-c.org/release/doc/tei-p5-doc/en/html/DS.html
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from teiedit.recognise.acts import _patterns
from teiedit.recognise.acts._patterns import SECTIONS, languages, words
from teiedit.recognise.enumerators import at_head, roman
from teiedit.tools.expressions import expression

__all__ = [
    "SECTIONS", "Heading", "Label", "agenda", "done", "has_title", "is_annex", "is_chair", "is_done", "is_event",
    "is_label", "is_minutes", "is_party", "is_preamble", "is_testimonium", "is_title", "is_titled", "is_treaty", "item",
    "languages", "names_chair", "numbered", "reading", "roll", "speaks", "without_title", "witness", "words",
]  # fmt: skip

_TITLE = 80
# What follows the word for an annex on its line: a number, a title.
_SIGNED = expression(
    r"\s*(?:(?:No\.?\s*)?(?:\d{1,3}|[A-Z]|[IVX]{1,5}))?\s*(?:[.:]|(?:[.:]\s*)?[—–-]+\s*[^.]{1,80}|:\s*[^.]{1,80})?"
)


@dataclass(frozen=True, slots=True)
class Heading:
    """A numbered heading: "Article IV. - Fisheries".

    Attributes:
        kind: "article" or one of SECTIONS.
        number: in figures: "4", "3bis".
        end: where its label ends, with the stop after it.
        rest: where what follows the label begins; the length of the text if nothing does.
        stopped: whether a stop parts the label from what follows.
    """

    kind: str
    number: str
    end: int
    rest: int
    stopped: bool


@dataclass(frozen=True, slots=True)
class Label:
    """A label such as "Present:": what it stands for, where it ends, and where what follows it begins."""

    kind: str
    end: int
    rest: int


def numbered(text: str) -> Heading | None:
    """Return the numbered heading with which a text begins, or None.

    What follows it must be able to begin a title or a sentence: in "Article 4 was read" the article is spoken of.
    """
    if not (text[:1].isupper() or text[:1].isdigit()):
        return None
    for pattern in _patterns.headings():
        match = pattern.match(text)
        if match and (match.end() == len(text) or _begins(text[match.end() :])):
            kind = next(kind for kind in ("article", *SECTIONS) if match[kind])
            number = _number(match)
            if number:
                label = match.end("stop") if match["stop"] else len(text[: match.end()].rstrip())
                return Heading(kind, number, label, match.end(), match["stop"] is not None)
    return _sole(text)


def _begins(rest: str) -> bool:
    return rest[0].isupper() or rest[0] in '“"„«‘([' or at_head(rest) is not None


def _number(match: re.Match[str]) -> str:
    if match["word"]:
        return str(_patterns.ordinals()[" ".join(match["word"].casefold().split())])
    if match["digits"]:
        return match["digits"] + (match["more"] or "")
    value = roman(match["roman"].lower())
    return str(value) if value else ""


def _sole(text: str) -> Heading | None:
    match = _patterns.begins("sole", text)
    stopped = match is not None and text[match.end() :].lstrip()[:1] in (".", ":")
    if match is None or text[match.end() :].strip(" .:\t"):
        return None
    return Heading("article", "1", len(text), len(text), stopped)


def is_title(text: str) -> bool:
    """Say whether a text has the shape of a heading: short, beginning with a capital, no sentence."""
    begins = text[:1].isupper() or text[:2].lstrip('([“"„«')[:1].isupper()
    return begins and len(text) <= _TITLE and text[-1] not in ".;:,!?" and at_head(text) is None


def is_preamble(line: str) -> bool:
    """Say whether a line is the heading of a preamble."""
    match = _patterns.begins("preambles", line)
    return match is not None and not line[match.end() :].strip(" .:\t")


def is_annex(line: str) -> bool:
    """Say whether a line heads what is added to a treaty: "Annex B", "ADDITIONAL ARTICLE"."""
    match = _patterns.begins("annexes", line) if line[:1].isupper() else None
    return match is not None and _SIGNED.fullmatch(line, match.end()) is not None


def is_testimonium(text: str) -> bool:
    """Say whether a paragraph is the one by which signatories bear witness."""
    return _patterns.begins("testimonium", text) is not None


def is_done(text: str) -> bool:
    """Say whether a paragraph begins as the one that says where and when a treaty was done."""
    return text[:1].isupper() and _patterns.begins("done", text) is not None


def done(text: str) -> tuple[int, int] | None:
    """Return where the place stands in words such as "Done in duplicate at Geneva, this"; None if there is none.

    Args:
        text: what stands before the date.
    """
    for begins, places in _patterns.done():
        opening = begins.match(text)
        # "signed at" has taken in the word before the place
        start = max(0, opening.end() - 4) if opening else 0
        for place in places if opening else ():
            found = place.search(text, start)
            if found:
                return _town(text, found)
    return None


# ", Geneva" behind the name of a house.
_LATER = expression(r",\s+(?P<town>[A-ZÀ-Þ][\w’'-]*(?:[ -][A-ZÀ-Þ][\w’'-]*)*)(?=\s*(?:,|$))")


def _town(text: str, found: re.Match[str]) -> tuple[int, int]:
    """Return the town rather than the house: "Held at the Guildhall, Oakham"."""
    goes_on = re.match(r"\s[a-zß-ÿ]{3,}", text[found.end() :]) is not None
    house = goes_on or text[: found.start("place")].endswith("the ")
    later = _LATER.search(text, found.end()) if house else None
    return later.span("town") if later else found.span("place")


def is_party(line: str) -> bool:
    """Say whether a line says for whom somebody signs: "For the Government of A:"."""
    match = _patterns.begins("parties", line)
    return match is not None and line[:1].isupper() and line[match.end() :].lstrip()[:1].isupper()


def witness(line: str) -> Label | None:
    """Return the label of those who attest: "Attest: P. Clerk"."""
    return _label("witnesses", line)


def roll(line: str) -> Label | None:
    """Return the label of a list of participants, its kind "present", "chair", "attending", "secretary", "absent"."""
    found = _label("rolls", line)
    return Label(_patterns.rolls()[found.kind], found.end, found.rest) if found else None


def agenda(line: str) -> Label | None:
    """Return the label of the list of what is to be discussed, which stands alone on its line."""
    found = _label("agendas", line)
    return found if found and found.rest == len(line) else None


def item(line: str) -> int:
    """Return where the word for an item of the agenda ends in "Item 3: Cuba"; 0 if there is none."""
    match = _patterns.begins("items", line)
    return match.end() if match and line[:1].isupper() else 0


def _label(name: str, line: str) -> Label | None:
    match = _patterns.label(name).match(line) if line[:1].isupper() else None
    if match is None:
        return None
    rest = match.end() + len(line[match.end() :]) - len(line[match.end() :].lstrip())
    return Label(" ".join(match["label"].casefold().split()), match.end(), rest)


def is_treaty(title: str) -> bool:
    """Say whether a title calls the document a treaty."""
    return title[:1].isupper() and _patterns.begins("treaties", title) is not None


def is_minutes(title: str) -> bool:
    """Say whether a title calls the document minutes, or a record of what was said."""
    return title[:1].isupper() and _patterns.begins("minutes", title) is not None


def _lists() -> tuple[str, ...]:
    """Return the labels of lists that call nobody, as "Chairman" does."""
    return tuple(label for label, kind in _patterns.rolls().items() if kind not in ("chair", "secretary"))


@cache
def _named() -> tuple[re.Pattern[str], frozenset[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    every = _patterns.every
    return (
        expression(rf"{_patterns.spelled(every('titles'))}\s+(?=\S)"),
        frozenset(every("offices")),
        expression(rf"(?:{_patterns.spelled((*every('labels'), *_lists()))})\W*"),
        expression(rf"(?<!\w){_patterns.spelled(every('events'))}"),
        expression(rf"(?<!\w){_patterns.spelled(every('speakers'))}"),
    )


def without_title(name: str) -> str:
    """Return a speaker's name without what stands before it: "Bundy" of "MR. BUNDY"."""
    return _named()[0].sub("", name, count=1)


def has_title(name: str) -> bool:
    """Say whether a name has a title before it: "Mr. Bell"."""
    return _named()[0].match(name) is not None


def is_titled(name: str) -> bool:
    """Say whether a name has a title before it, or is an office: "Mr. Bell", "The President"."""
    return has_title(name) or " ".join(name.casefold().split()) in _named()[1]


def is_label(name: str) -> bool:
    """Say whether words before a colon are a label and name nobody: "Decision"."""
    return _named()[2].fullmatch(name) is not None


def is_event(text: str) -> bool:
    """Say whether words in brackets tell of what happened: "Laughter", "Prolonged applause"."""
    return _named()[3].search(text) is not None


def is_chair(name: str) -> bool:
    """Say whether somebody is called by the office of who has the chair: "chairman"."""
    return name.casefold() in _chairs()


def names_chair(text: str) -> bool:
    """Say whether the words beside a name say that this is who has the chair: "(in the Chair)"."""
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text.casefold()) for name in _chairs())


@cache
def _chairs() -> frozenset[str]:
    return frozenset(name for name, kind in _patterns.rolls().items() if kind == "chair")


def speaks(text: str) -> bool:
    """Say whether somebody speaks himself in a text: "I", "we"."""
    return _named()[4].search(text) is not None


def reading(line: str) -> str:
    """Return in words what a line could be: "article 4: Fisheries", "roll present", "testimonium"; "" for nothing."""
    heading = numbered(line)
    if heading is not None and (heading.rest == len(line) or is_title(line[heading.rest :])):
        title = f": {line[heading.rest :]}" if heading.rest < len(line) else ""
        return f"{heading.kind} {heading.number}{title}"
    for name, found in (("preamble", is_preamble(line)), ("testimonium", is_testimonium(line))):
        if found:
            return name
    if is_done(line) and (place := done(line)):
        return f"done {line[slice(*place)]}"
    listed = roll(line)
    if listed is not None:
        return f"roll {listed.kind}"
    others = (("agenda", agenda(line)), ("witness", witness(line)), ("party", is_party(line)))
    return next((name for name, found in others if found), "")
