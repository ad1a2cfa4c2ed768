"""TEI becomes a PDF: PDF/UA-1 and PDF/A-3a in one file, set by Typst, with the TEI file attached.

XSLT makes a flat list of events of the TEI (xslt/typst/edition.xsl); a fixed template sets them
(xslt/typst/template.typ). What a transcript says reaches Typst as data only, so none of it can be markup.

ISO 14289-1 (https://pdfa.org/resource/iso-14289-pdfua/), ISO 19005-3 (https://pdfa.org/resource/iso-19005-pdfa/).
"""

from __future__ import annotations

import datetime
import json
import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Any

from teiedit.model.around import AMONG
from teiedit.model.diagnostic import Diagnostic, Severity
from teiedit.model.output import Output
from teiedit.model.position import Place
from teiedit.publish.report import diagnostics
from teiedit.tools.resources import resource
from teiedit.tools.saxon import TransformError, transform

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from teiedit.model.around import Around
    from teiedit.model.edition import Edition

# A string is text, 0 closes a frame, a dictionary opens one and names its kind under "s".
Event = str | int | dict[str, Any]

STANDARDS = ("ua-1", "a-3a")

# PDF/A wants a date of the file. An edition without one takes the first day of computers' time, which nobody takes
# for a fact; the clock is not asked, so that two runs give the same bytes.
UNDATED = (1970, 1, 1)
MOMENT = 0

# Characters without an agreed look: private use, byte order mark, control characters, and the line ends that
# would break a line of the page. PDF/A-3a refuses the first two (ISO 19005-3, 6.2.11.7.3); in the third a font
# may have a glyph of its own meaning, which would be a false reading.
_NEVER_SHOWN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]"
)
# How Typst names what it has no glyph for: in the notation of Rust's string literals.
_NO_GLYPH = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
_ESCAPE = re.compile(r"\\(?:u\{([0-9a-f]+)\}|(.))")
_SPACES = re.compile("  +")
# A line has room for some forty letters beside a margin of nested lists.
_UNBROKEN = 40
_SOFT: tuple[Event, ...] = ({"s": "soft"}, 0)
_ROUNDS = 4
_NAMED = 40

# Frames that stand in a line; every other one begins a new line, where white space has no meaning.
_INLINE = frozenset(
    "lang link anchor margin soft note unsure quiet lead whole boxed".split()
    + "emph strong underline smallcaps super sub spaced strike".split()
)
# Frames with a line of their own, beside the one they are called from.
_ASIDE = frozenset(("note", "margin", "anchor"))


def document(tei: str, edition: Edition, around: Around = AMONG) -> Output:  # noqa: ARG001 - a PDF stands alone always
    """Return `pdf/<id>.pdf` of one TEI document.

    Diagnostics: P201 no PDF could be made (an error; there is no file then), P202 characters without a glyph,
    P203 a document without a title; and what the stylesheet reports.
    """
    try:
        transformed = transform(
            "xslt/typst/edition.xsl",
            tei,
            language=edition.language,
            edition_title=edition.title,
            base_url=edition.base_url,
        )
    except TransformError as error:
        return Output({}, (_failure(f"{_name(tei)}.xml", str(error)),))
    sheet = json.loads(transformed.result)
    meta = _completed(sheet["meta"], edition)
    sheet["events"] = _linked(folded(sheet["events"]))
    place = meta["file"] or f"{meta['id']}.xml"
    found = (*diagnostics(transformed.messages, place), *_untitled(meta, place))
    pdf, more = _set(sheet, tei, place)
    return Output({f"pdf/{meta['id']}.pdf": pdf} if pdf else {}, (*found, *more))


def volume(documents: Iterable[str], edition: Edition) -> Output:  # noqa: ARG001 - the documents' PDFs are all there is
    """Return nothing: each document has its PDF."""
    return Output({})


def _completed(meta: dict[str, Any], edition: Edition) -> dict[str, Any]:
    """Give the template all it needs: PDF/UA-1 wants a title (7.1), a file needs a name."""
    meta["id"] = meta["id"] or "document"
    meta["title"] = meta["title"] or meta["id"]
    meta["short"] = _shortened(meta["title"])
    meta["issued"] = _day(edition.date)
    return meta


def _name(tei: str) -> str:
    """Return the identifier of a document that could not be parsed, for a message about it."""
    found = re.search(r'<TEI\b[^>]*\bxml:id="([^"]+)"', tei)
    return found[1] if found else "document"


def _untitled(meta: dict[str, Any], place: str) -> tuple[Diagnostic, ...]:
    if meta["titled"]:
        return ()
    message = f'the document has no title: the PDF is called "{meta["title"]}"'
    hint = "give titleStmt a title, or the transcript a title line"
    return (Diagnostic("P203", Severity.WARNING, Place(place), message, hint),)


def _shortened(title: str, length: int = 64) -> str:
    if len(title) <= length:
        return title
    return title[:length].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"


def _day(date: str) -> tuple[int, int, int]:
    """Return year, month and day that an edition.toml date begins with; a PDF's own date is a day at least."""
    try:
        first = datetime.date.fromisoformat((date + "-01-01")[:10])
    except ValueError:
        return UNDATED
    return first.year, first.month, first.day


def folded(events: Iterable[Event]) -> list[Event]:
    """Return `events` with white space folded over the borders of frames, and without any at ends of lines.

    What stands between two blocks (a page's beginning, a link's target) moves to the first words after it,
    since it makes no line of its own.
    """
    folding = _Folding()
    for event in events:
        folding.take(event)
    return folding.out


class _Folding:
    """One pass over the events.

    `last` is the index of the last text of the line at hand, None at its beginning; `run` counts the characters
    since the last space.
    """

    def __init__(self) -> None:
        self.out: list[Event] = []
        self.waiting: list[Event] = []
        self.last: int | None = None
        self.run = 0
        self.kinds: list[str] = []
        self.outer: list[tuple[list[Event], int | None]] = []

    def take(self, event: Event) -> None:
        if isinstance(event, str):
            self._text(event)
        elif isinstance(event, dict):
            self._open(event)
        else:
            self._close()

    def _text(self, text: str) -> None:
        if "  " in text:
            text = _SPACES.sub(" ", text)
        if self.last is None or str(self.out[self.last]).endswith(" "):
            text = text.lstrip(" ")
        if not text:
            return
        if self.waiting and not self.outer:
            self.out += self.waiting
            self.waiting = []
        for number, piece in enumerate(self._softened(text)):
            if number:
                self.out += _SOFT
            self.last = len(self.out)
            self.out.append(piece)

    def _softened(self, text: str) -> Iterator[str]:
        """Cut what has no space for so long that it may not fit into a line."""
        start = 0
        if self.run + len(text) > _UNBROKEN:
            for place, character in enumerate(text):
                self.run = 0 if character == " " else self.run + 1
                if self.run > _UNBROKEN and not unicodedata.category(character).startswith(("M", "C")):
                    yield text[start:place]
                    start, self.run = place, 1
        else:
            self.run = len(text) - text.rfind(" ") - 1 + (self.run if " " not in text else 0)
        yield text[start:]

    def _open(self, event: dict[str, Any]) -> None:
        kind = event["s"]
        self.kinds.append(kind)
        if kind in _ASIDE:
            waits = kind != "note" and self.last is None and not self.outer
            self.outer.append((self.out, self.last))
            if waits:
                self.out = self.waiting
            self.last = None
        elif kind not in _INLINE:
            self._break()
            if kind == "colophon" and self.waiting:
                self.out += [{"s": "p", "flush": True}, *self.waiting, 0]
                self.waiting = []
        self.out.append(event)

    def _close(self) -> None:
        kind = self.kinds.pop()
        if kind in _ASIDE or kind not in _INLINE:
            self._break()
        self.out.append(0)
        if kind in _ASIDE:
            self.out, self.last = self.outer.pop()

    def _break(self) -> None:
        if self.last is not None:
            self.out[self.last] = str(self.out[self.last]).rstrip(" ")
            self.last = None
        self.run = 0


def _linked(events: list[Event]) -> list[Event]:
    """Keep the first anchor of each name, and links only to anchors: Typst stops at any other."""
    names: set[str] = set()
    kept: list[Event] = []
    for event in events:
        if isinstance(event, dict) and event["s"] == "anchor":
            event = event if event["id"] not in names else {"s": "lang", "lang": "und"}  # noqa: PLW2901
            names.add(event.get("id", ""))
        kept.append(event)
    return [
        {"s": "quiet"}
        if isinstance(e, dict) and e["s"] == "link" and e.get("to", "") not in names and "url" not in e
        else e
        for e in kept
    ]


def _set(sheet: dict[str, Any], tei: str, place: str) -> tuple[bytes | None, tuple[Diagnostic, ...]]:
    """Set the sheet; where Typst has no glyph, put the character's number in its place and set it again."""
    missing: set[str] = set()
    sheet = _substituted(sheet, _NEVER_SHOWN, missing)
    for _ in range(_ROUNDS):
        try:
            return _compile(sheet, tei), _missing(missing, place)
        except _typst_error() as error:
            absent = set(_absent(error))
            if not absent:
                return None, (_failure(place, str(error.message)),)
        longest_first = sorted(absent, key=lambda cluster: (-len(cluster), cluster))
        sheet = _substituted(sheet, re.compile("|".join(map(re.escape, longest_first))), missing)
    return None, (_failure(place, "characters without a glyph remain"),)


def _substituted(sheet: dict[str, Any], pattern: re.Pattern[str], missing: set[str]) -> dict[str, Any]:
    """Put numbers for what `pattern` finds in all that is seen on the page, and add it to `missing`.

    The title in the file's metadata needs no glyph.
    """

    def change(text: str) -> str:
        missing.update(pattern.findall(text))
        return pattern.sub(lambda match: _number(match[0]), text)

    meta = sheet["meta"] | {key: change(sheet["meta"][key]) for key in ("short", "corner")}
    events = [change(e) if isinstance(e, str) else _relabelled(e, change) for e in sheet["events"]]
    return sheet | {"meta": meta, "events": events}


def _relabelled(event: Event, change: Callable[[str], str]) -> Event:
    return event | {"label": change(event["label"])} if isinstance(event, dict) and "label" in event else event


def _number(cluster: str) -> str:
    return "".join(f"[U+{ord(c):04X}]" for c in cluster)


def _absent(error: Any) -> Iterator[str]:
    """Yield what Typst says it cannot show, each cluster of characters that makes one sign."""
    for match in _NO_GLYPH.finditer(error.diagnostic):
        yield _ESCAPE.sub(lambda m: chr(int(m[1], 16)) if m[1] else m[2], match[1])


def _missing(missing: set[str], place: str) -> tuple[Diagnostic, ...]:
    if not missing:
        return ()
    names = [_named(c) for c in sorted(missing)]
    more = f", and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    message = f"the PDF's fonts have no sign for {', '.join(names[:_NAMED])}{more}: their numbers stand in their place"
    hint = "the attached TEI file and the other formats keep the characters; look whether they were meant"
    return (Diagnostic("P202", Severity.WARNING, Place(place), message, hint),)


def _named(cluster: str) -> str:
    return " with ".join(f"U+{ord(c):04X} {unicodedata.name(c, 'without a name')}" for c in cluster)


def _failure(place: str, reason: str) -> Diagnostic:
    return Diagnostic(
        "P201",
        Severity.ERROR,
        Place(place),
        f"no PDF could be made: {reason}",
        "the other formats do not depend on it; a document that is valid and still fails shows a fault of ours",
    )


def _compile(sheet: dict[str, Any], tei: str) -> bytes:
    return _compiler().compile(  # type: ignore[no-any-return]
        input=_template(),
        format="pdf",
        pdf_standards=list(STANDARDS),
        sys_inputs={"data": json.dumps(sheet, ensure_ascii=False), "tei": tei},
        timestamp=MOMENT,
    )


@cache
def _template() -> bytes:
    return resource("xslt/typst/template.typ").read_bytes()


@cache
def _compiler() -> Any:
    """Return the process's one compiler: it keeps fonts and layouts from one document to the next.

    Fonts of the machine are left out, since the same edition must look the same everywhere.
    """
    import typst  # noqa: PLC0415 - 50 MB that the other formats do not need

    return typst.Compiler(_template(), font_paths=typst.Fonts(include_system_fonts=False))


def _typst_error() -> type[Any]:
    from typst import TypstError  # noqa: PLC0415 - as above

    return TypstError
