"""The editors' decisions beside a transcript: `letter7.decisions.toml` for `letter7.txt`.

A file that cannot be read whole stands against publishing the document: a decision is never passed over.
"""

from __future__ import annotations

import re
import tomllib
from datetime import date
from typing import TYPE_CHECKING, Any

from teiedit.model.anchor import Anchor
from teiedit.model.decisions import DATES, FACTS, LINES, STRUCTURES, WORDS, Decision, Decisions, Fact, Said
from teiedit.model.diagnostic import Diagnostic, EditionError, Severity
from teiedit.model.evidence import CERTS
from teiedit.model.position import Place
from teiedit.tools.tei import NOT_XML

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from teiedit.model.evidence import Attributes

_VERBS = ("is", "is-not", "level", "read", "note", "dismiss")
_SAID = ("by", "on", "why", "cert", "seen")
_OF_WORDS = ("words", "before", "after")
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_MONTH, _IN_MONTH = r"(?:0[1-9]|1[0-2])", r"(?:0[1-9]|[12]\d|3[01])"
_MINUTE = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d")
_DAY = re.compile(rf"-?\d{{4}}(?:-{_MONTH}(?:-{_IN_MONTH})?)?|--{_MONTH}-{_IN_MONTH}|{_MINUTE.pattern}(?::[0-5]\d)?")
_GENRE = re.compile(r"letter|telegram|memorandum|minutes|speech|treaty|note|report|other")
_AT = re.compile(r"\(at line (\d+), column (\d+)\)")
_HEADER = re.compile(r"^[ \t]*\[\[[ \t]*decision[ \t]*\]\]")
_KEPT_AS = "write words = “…” as the transcript has them, and one of: is, is-not, level, read, note, dismiss"


def read_decisions(content: bytes, shown: str) -> Decisions:
    """Return what the file says.

    Args:
        content: its bytes.
        shown: the file as the user knows it.

    Raises:
        EditionError: C001 it is not TOML in UTF-8; C002 something in it is not known, or has a value that cannot be.
    """
    try:
        text = content.decode("utf-8-sig")
        said = tomllib.loads(text)
    except UnicodeDecodeError as error:
        message, hint = f'"{shown}" is not in UTF-8', "save it as UTF-8"
        raise EditionError(Diagnostic("C001", Severity.ERROR, Place(shown), message, hint)) from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise EditionError(_not_toml(shown, str(error))) from error
    reader = _Reader(shown, text)
    decisions = reader.read(said)
    if reader.faults:
        raise EditionError(*reader.faults)
    return decisions


def _not_toml(shown: str, error: str) -> Diagnostic:
    at = _AT.search(error)
    place = Place(shown, int(at[1]), int(at[2])) if at else Place(shown)
    message = f'"{shown}" is not TOML: {_AT.sub("", error).strip()}'
    hint = "compare the line with the examples in the documentation; a text stands in quotation marks"
    return Diagnostic("C001", Severity.ERROR, place, message, hint)


class _Reader:
    """Reads one file and gathers what is wrong with it."""

    def __init__(self, shown: str, text: str) -> None:
        self.shown = shown
        self.faults: list[Diagnostic] = []
        self._lines = text.split("\n")
        self._headers = [number for number, line in enumerate(self._lines, 1) if _HEADER.match(line)]

    def read(self, said: Mapping[str, Any]) -> Decisions:
        for key in said:
            if key not in ("document", "decision"):
                self._fault(self._line_of(key), f'"{key}" is not known', "write [document] or [[decision]]")
        facts = said.get("document", {})
        listed = said.get("decision", [])
        if not isinstance(facts, dict):
            self._fault(self._line_of("document"), '"document" is no table', "write [document] on a line of its own")
            facts = {}
        if not isinstance(listed, list) or not all(isinstance(one, dict) for one in listed):
            self._fault(self._line_of("decision"), '"decision" is no list', "write [[decision]] above each decision")
            listed = []
        return Decisions(
            self.shown,
            {fact.name: fact for key, value in facts.items() for fact in self._fact(key, value)},
            tuple(one for number, value in enumerate(listed) for one in self._decision(value, self._at(number))),
        )

    def _at(self, number: int) -> int:
        return self._headers[number] if number < len(self._headers) else 0

    def _line_of(self, key: str) -> int:
        pattern = re.compile(rf"^[ \t]*(?:\[+[ \t]*(?:document[ \t]*\.[ \t]*)?)?[\"']?{re.escape(key)}(?![\w-])")
        return next((number for number, line in enumerate(self._lines, 1) if pattern.match(line)), 0)

    def _fault(self, line: int, message: str, hint: str) -> None:
        self.faults.append(Diagnostic("C002", Severity.ERROR, Place(self.shown, line), message, hint))

    def _fact(self, name: str, value: Any) -> Iterator[Fact]:
        line = self._line_of(name)
        if name not in FACTS:
            self._fault(line, f'"{name}" is not known in [document]', f"known are: {', '.join(FACTS)}")
            return
        table = value if isinstance(value, dict) else {"is": value}
        dated = self._dated(table, line) if name in ("date", "received") else ()
        known = {"is", *_SAID, *(DATES if name in ("date", "received") else ())}
        if not self._only(table, known, line):
            return
        given = table.get("is", [] if not dated else None)
        values = [] if given is None else given if isinstance(given, list) else [given]
        texts = tuple(str(one) for one in values)
        if not all(_is_line(one) or isinstance(one, date) for one in values):
            self._fault(line, f'"{name}" has a value that is no text', f'write {name} = "…"')
        elif len(texts) > 1 and name not in ("sender", "addressee", "copies"):
            self._fault(line, f'"{name}" can have one value only', f'write {name} = "…"')
        elif name == "genre" and not (len(texts) == 1 and _GENRE.fullmatch(texts[0])):
            self._fault(line, f'"{"".join(texts)}" is no genre', f"write one of: {_GENRE.pattern.replace('|', ', ')}")
        elif name == "language" and not (len(texts) == 1 and _TAG.fullmatch(texts[0])):
            self._fault(line, f'"{"".join(texts)}" is no language tag', 'write a tag such as "en", "de", "fr-CA"')
        elif name == "title" and not any(text.strip() for text in texts):
            self._fault(line, "a title must not be empty", 'write title = "…"')
        else:
            if name in ("date", "received") and texts:
                dated = self._day(texts[0], line)
            yield Fact(name, texts, dated, self._said(table, line))

    def _day(self, value: str, line: int) -> Attributes:
        """Return the value of "1962-10-27", or of the days from one to another, "1962-10-27/1962-10-28"."""
        first, slash, last = value.partition("/")
        parts = (("from", first), ("to", last)) if slash else (("when", first),)
        return tuple((name, day) for name, day in parts if self._is_day(day, line))

    def _is_day(self, value: Any, line: int) -> bool:
        if isinstance(value, str) and _DAY.fullmatch(value) and _real(value):
            return True
        self._fault(line, f'"{value}" is no date', 'write it as "1962-10-27", "1962-10" or "1962"')
        return False

    def _dated(self, table: Mapping[str, Any], line: int) -> Attributes:
        given = [(DATES[key], str(table[key])) for key in DATES if key in table]
        return tuple((name, _whole(value)) for name, value in given if self._is_day(value, line))

    def _decision(self, table: Mapping[str, Any], line: int) -> Iterator[Decision]:
        known = {*_OF_WORDS, *_VERBS, *_SAID, *DATES, "entry", "language", "question"}
        if not self._only(table, known, line):
            return
        verbs = [verb for verb in _VERBS if verb in table]
        if not _has_words(table.get("words")) or len(verbs) != 1:
            what = "says nothing of any words" if verbs else "decides nothing"
            self._fault(line, f"a decision {'says several things at once' if len(verbs) > 1 else what}", _KEPT_AS)
            return
        verb, value = verbs[0], table[verbs[0]]
        if fault := _CHECKS[verb](value):
            self._fault(line, f'"{verb}" has the value {_show(value)}', fault)
            return
        if any(not isinstance(table.get(key, ""), str) for key in ("before", "after", "entry", "language", "question")):
            self._fault(line, "a decision has a value that is no text", _KEPT_AS)
            return
        if table.get("language") and not _TAG.fullmatch(table["language"]):
            self._fault(line, f'"{table["language"]}" is no language tag', 'write a tag such as "en", "de", "fr-CA"')
            return
        anchor = Anchor(table["words"], table.get("before", ""), table.get("after", ""))
        dated = self._dated(table, line)
        entry = table.get("entry", "").removeprefix("#")
        yield Decision(anchor, verb, str(value), entry, dated, table.get("language", ""), self._said(table, line))

    def _only(self, table: Mapping[str, Any], known: set[str], line: int) -> bool:
        for key in table:
            if key not in known:
                self._fault(line, f'"{key}" is not known here', f"known are: {', '.join(sorted(known))}")
        return known.issuperset(table)

    def _said(self, table: Mapping[str, Any], line: int) -> Said:
        on = str(table.get("on", ""))
        if on and not (re.fullmatch(r"\d{4}-\d\d-\d\d", on) and _real(on)):
            self._fault(line, f'"{on}" is no day', "write on = 2026-03-31")
        cert = table.get("cert", "high")
        if cert not in CERTS:
            self._fault(line, f'"cert" has the value {_show(cert)}', f"write one of: {', '.join(CERTS)}")
        texts = {key: table.get(key, "") for key in ("by", "why", "seen")}
        for key, value in texts.items():
            if not _is_text(value):
                self._fault(line, f'"{key}" has the value {_show(value)}', f'write {key} = "…"')
        return Said(
            str(texts["by"]), on, str(texts["why"]), cert if cert in CERTS else "high", str(texts["seen"]), line
        )


def _real(value: str) -> bool:
    """Say whether a day is one of the calendar; a month or a time is taken as it is."""
    if not re.fullmatch(r"\d{4}(-\d\d){1,2}", value):
        return True
    try:
        date.fromisoformat(value if len(value) > 7 else f"{value}-01")
    except ValueError:
        return False
    return True


def _whole(value: str) -> str:
    """Return a time with its seconds, without which TEI knows none."""
    return f"{value}:00" if _MINUTE.fullmatch(value) else value


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and not NOT_XML.search(value)


def _is_line(value: Any) -> bool:
    return _is_text(value) and not re.search(r"[\r\n]", value)


def _has_words(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _one_of(value: Any, *known: str) -> str:
    return "" if value in known else f"write one of: {', '.join(known)}"


_CHECKS: Mapping[str, Callable[[Any], str]] = {
    "is": lambda v: _one_of(v, *LINES, *WORDS, *STRUCTURES),
    "is-not": lambda v: _one_of(v, *LINES, *WORDS),
    "level": lambda v: (
        "" if isinstance(v, int) and not isinstance(v, bool) and 0 <= v <= 9 else "write a number, 0 for no clause"
    ),
    "read": lambda v: "" if _is_line(v) else 'write the words as they should be: read = "…"',
    "note": lambda v: "" if _is_text(v) and v.strip() else 'write the note in quotation marks: note = "…"',
    "dismiss": lambda v: (
        "" if isinstance(v, str) and re.fullmatch(r"[A-Z]\d{3}", v) else 'write the code of a finding: dismiss = "D020"'
    ),
}


def _show(value: Any) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value).lower() if isinstance(value, bool) else str(value)
