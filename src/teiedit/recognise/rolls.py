"""Lists at the head of minutes: who was present, who had the chair, who was absent, what was to be discussed.

In: the paragraphs of a record. Out: the lists, each entry with the name in it.
https://tei-c.org/release/doc/tei-p5-doc/en/html/ref-list.html
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import count, pairwise
from typing import TYPE_CHECKING

from teiedit.model.evidence import Evidence, Mark, Zone
from teiedit.model.position import Span
from teiedit.recognise import acts, enumerators, names
from teiedit.recognise.outline import Entry, Roll
from teiedit.recognise.turns import speaker_of
from teiedit.recognise.zones.scores import is_name
from teiedit.tools.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from teiedit.model.source import Transcript
    from teiedit.recognise.outline import Paragraph
    from teiedit.recognise.turns import Speaker

RULE = "act.roll"
AGENDA_RULE = "act.agenda"
NAME_RULE = "act.roll-name"
RULES = {
    RULE: "names behind or below a label such as “Present:” list the participants",
    AGENDA_RULE: "numbered lines below a label such as “Agenda” list what is to be discussed",
    NAME_RULE: "words with the shape of a name, in a list of participants",
}
_LONG = 110
_GROUP = 60
# Labels by which a speaker may also be called.
_OFFICES = ("chair", "secretary")
_SEPARATOR = expression(r"[;,](?![^(\[]*[)\]])\s*")
_AND = expression(r"\s(?:and|und|et|e|y|&)(?:\s+(?=[A-ZÀ-Þ])|$)")
_NAME_END = expression(r"\s*(?:[,;:(\[—–]|\s-\s).*$", re.DOTALL)
_SENTENCE = expression(r"\w{4,}\.$")
# "His Majesty's Consul" names nobody.
_OF_OFFICE = expression(r"[’']s\s")
_THE = expression(r"^(?:(?:the|der|die|das|le|la|les|il|el)\s+|l['’])", re.IGNORECASE)


def read(found: Sequence[Paragraph], start: int, transcript: Transcript) -> tuple[tuple[Roll, ...], int]:
    """Return the lists that stand one under another from `start` on, and the first paragraph below them."""
    lists: list[Roll] = []
    index = start
    while index < len(found):
        roll, after = _roll(found, index, transcript, lists)
        if roll is None:
            break
        lists.append(roll)
        index = after
    numbers = count(1)
    return tuple(_with_ids(roll, numbers) for roll in lists), index


def _with_ids(roll: Roll, numbers: Iterator[int]) -> Roll:
    if roll.type != "participants":
        return roll
    return replace(roll, entries=tuple(replace(entry, id=f"sp-{next(numbers)}") for entry in roll.entries))


def _roll(
    found: Sequence[Paragraph], index: int, transcript: Transcript, above: Sequence[Roll]
) -> tuple[Roll | None, int]:
    paragraph = found[index]
    line = paragraph.rows[0].text
    if acts.agenda(line) is not None:
        return _agenda(found, index)
    label = acts.roll(line)
    kind = label.kind if label else above[-1].subtype if above and _is_group(line) else ""
    if not kind:
        return None, index
    begin = paragraph.span.start
    end = begin + (label.end if label else len(line))
    rest = Span(begin + (label.rest if label else len(line)), paragraph.span.end)
    entries = list(_inline(transcript, rest)) if rest.length > 0 else []
    heads = [Zone("head", Span(begin, end))]
    after = index + 1
    if not entries and after + 1 < len(found) and _is_group(found[after].text) and not acts.roll(found[after].text):
        heads.append(found[after].as_zone("head"))
        after += 1
    while after < len(found) and _is_entry(found[after], first=not entries):
        entries.append(_entry(transcript, found[after].span))
        after += 1
    # "President: I declare the meeting open." is somebody's turn
    if not entries or (kind in _OFFICES and entries[0].name is None):
        return None, index
    evidence = Evidence(RULE, "high", "", tuple(head.span for head in heads))
    return Roll("participants", kind, tuple(heads), tuple(entries), evidence), after


def _is_group(line: str) -> bool:
    """Say whether a line heads some of the names in a list: "For Ardenia:"."""
    return line.endswith(":") and len(line) <= _GROUP and line[:1].isupper()


def _is_entry(paragraph: Paragraph, *, first: bool) -> bool:
    text = paragraph.text
    if len(text) > _LONG or not text[:1].isupper() or text[-1] in ":?!" or _SENTENCE.search(text):
        return False
    if acts.roll(text) or acts.agenda(text) or speaker_of(text) or enumerators.at_head(text):
        return False
    # names with blank lines between them show themselves by their titles
    return first or not paragraph.after_blank or acts.has_title(text)


def _entry(transcript: Transcript, span: Span) -> Entry:
    return Entry(Zone("entry", span), name=_name(transcript, span))


def _name(transcript: Transcript, span: Span) -> Span | None:
    text = transcript.source.text[span.start : span.end]
    name = _NAME_END.sub("", text).rstrip(" .;,") if not text.isupper() else _NAME_END.sub("", text).rstrip(" ;,")
    cut = _AND.search(name)
    plain = name[: cut.start()] if cut else name
    if (
        not plain
        or _OF_OFFICE.search(plain)
        or not is_name(plain)
        or not names.names_somebody(plain)
        or _THE.match(plain)
    ):
        return None
    return Span(span.start, span.start + len(plain))


def _inline(transcript: Transcript, span: Span) -> Iterator[Entry]:
    """Yield the entries of a list on one line; what stands between two belongs to the first."""
    text = transcript.source.text[span.start : span.end]
    marks = _SEPARATOR.findall(text)
    sign = ";" if any(mark[0] == ";" for mark in marks) else ","
    cuts = [0]
    cuts += [
        match.end()
        for match in _SEPARATOR.finditer(text)
        if match.group()[0] == sign and (sign == ";" or _is_person(text[match.end() : match.end() + _LONG]))
    ]
    cuts += [
        m.end() for m in _AND.finditer(text) if m.end() not in cuts and acts.has_title(text[m.end() : m.end() + _LONG])
    ]
    bounds = [*sorted(cuts), len(text)]
    for start, end in pairwise(bounds):
        words = text[start:end].strip()
        if words:
            begin = span.start + start + len(text[start:end]) - len(text[start:end].lstrip())
            yield _entry(transcript, Span(begin, begin + len(words)))


def _is_person(text: str) -> bool:
    """Say whether what follows a comma is the next name, and not the office of the one before."""
    piece = _SEPARATOR.split(text, maxsplit=1)[0]
    name = _NAME_END.sub("", piece).rstrip(" .")
    return acts.has_title(piece) or (is_name(name) and len(name.split()) > 1 and names.names_somebody(name))


def _agenda(found: Sequence[Paragraph], index: int) -> tuple[Roll | None, int]:
    entries: list[Entry] = []
    after = index + 1
    while after < len(found) and (entry := _numbered(found[after], len(entries) + 1)):
        entries.append(entry)
        after += 1
    if len(entries) < 2:
        return None, index
    head = found[index].as_zone("head")
    return Roll("agenda", "", (head,), tuple(entries), Evidence(AGENDA_RULE, "high", "", (head.span,))), after


def _numbered(paragraph: Paragraph, ordinal: int) -> Entry | None:
    sign = enumerators.at_head(paragraph.rows[0].text)
    if sign is None or ordinal not in (value for _, value in sign.readings):
        return None
    start = paragraph.span.start
    label = Span(start + sign.span.start, start + sign.span.end)
    return Entry(Zone("entry", paragraph.span), label=label, number=sign.sign)


def marks(roll: Roll) -> Iterator[Mark]:
    """Yield the names in a list."""
    for entry in roll.entries:
        if entry.name is not None:
            yield Mark(entry.name, "persName", (), Evidence(NAME_RULE, "medium", "", (entry.name,)))


def who(speaker: Speaker, lists: Sequence[Roll], transcript: Transcript) -> str:
    """Return the pointer to the one participant who is meant by a speaker's name: "#sp-1"; "" if that is not sure."""
    key = _THE.sub("", speaker.key)
    entries = [(roll, entry) for roll in lists for entry in roll.entries if entry.id and roll.subtype != "absent"]
    if acts.is_chair(key):
        found = [entry for roll, entry in entries if roll.subtype == "chair"]
        found = found or [entry for _, entry in entries if acts.names_chair(transcript.words(entry.zone.span))]
    else:
        found = [entry for _, entry in entries if _holds(transcript.words(entry.zone.span), key)]
        # of two of one family the title tells which
        titled = [one for one in found if _holds(transcript.words(one.zone.span), speaker.name.casefold())]
        found = titled if len(found) > 1 else found
    return f"#{found[0].id}" if len(found) == 1 else ""


def _holds(text: str, key: str) -> bool:
    words = re.findall(r"[^\W_]+", text.casefold())
    return bool(key) and all(word in words for word in re.findall(r"[^\W_]+", key))


def pointed(lists: Sequence[Roll], points: frozenset[str]) -> tuple[Roll, ...]:
    """Return lists whose entries have an identifier only where a speaker points to them."""
    return tuple(
        replace(roll, entries=tuple(e if f"#{e.id}" in points else replace(e, id="") for e in roll.entries))
        for roll in lists
    )
