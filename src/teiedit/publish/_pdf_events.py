"""The flat list of events that XSLT makes of a document, made ready for the page.

White space is folded over the borders of frames, links are kept only where they lead somewhere, and what no font has
a sign for is found and replaced.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any

from teiedit.tools.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator, Sequence

# A string is text, 0 closes a frame, a dictionary opens one and names its kind under "s".
Event = str | int | dict[str, Any]

# What a link within a book begins with until the book is bound.
WITHIN = "teiedit:"

# Characters without an agreed look: private use, byte order mark, control characters, and the line ends that
# would break a line of the page. PDF/A-3a refuses the first two (ISO 19005-3, 6.2.11.7.3); in the third a font
# may have a glyph of its own meaning, which would be a false reading.
NEVER_SHOWN = expression(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]"
)
_SPACES = expression("  +")
# A line has room for some forty letters beside a margin of nested lists.
_UNBROKEN = 40
_SOFT: tuple[Event, ...] = ({"s": "soft"}, 0)

# Frames that stand in a line; every other one begins a new line, where white space has no meaning.
_INLINE = frozenset(
    "lang turn back link anchor mark passage entry leader margin soft note unsure quiet lead whole boxed".split()
    + "emph strong underline smallcaps super sub spaced strike".split()
)
# Frames with a line of their own, beside the one they are called from.
_ASIDE = frozenset(("note", "margin", "anchor", "mark", "passage", "entry"))


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


def linked(events: list[Event]) -> list[Event]:
    """Keep the first anchor of each name, and links only to anchors: Typst stops at any other."""
    names: set[str] = set()
    kept: list[Event] = []
    for event in events:
        if isinstance(event, dict) and event["s"] == "anchor":
            event = event if event["id"] not in names else {"s": "lang", "lang": "und"}  # noqa: PLW2901
            names.add(event.get("id", ""))
        kept.append(event)
    return _once(
        {"s": "quiet"}
        if isinstance(e, dict) and e["s"] == "link" and e.get("to", "") not in names and "url" not in e
        else e
        for e in kept
    )


def _once(events: Iterable[Event]) -> list[Event]:
    """Let a table whose head holds a link or note have its head once, not on each page.

    Repeated, a head is an artifact, in which PDF/UA allows no links (ISO 14289-1, 7.18.5).
    """
    out: list[Event] = []
    # of each open frame, its place and itself
    frames: list[tuple[int, dict[str, Any]]] = []
    for event in events:
        if isinstance(event, dict):
            if event["s"] in ("link", "note"):
                _no_repeat(out, frames)
            frames.append((len(out), event))
        elif event == 0:
            frames.pop()
        out.append(event)
    return out


def _no_repeat(out: list[Event], frames: Sequence[tuple[int, dict[str, Any]]]) -> None:
    heads = [depth for depth, (_, one) in enumerate(frames) if one["s"] in ("row", "cell") and one["head"]]
    for place, one in frames[: max(heads, default=0)]:
        if one["s"] == "table":
            out[place] = one | {"once": True}


# Letters of a paragraph that rather goes to the next page with the close of its letter than leaves it alone there.
_SHORT = 400


def together(events: list[Event]) -> list[Event]:
    """Mark a short paragraph that stands before a closer, so that no page begins with a signature."""
    out = list(events)
    frames: list[int] = []
    last = (0, 0)
    for place, event in enumerate(events):
        if event == 0:
            last = (frames.pop(), place)
        elif isinstance(event, dict):
            if event["s"] == "closer" and last[1] == place - 1 and _is_short(events[slice(*last)]):
                out[last[0]] = events[last[0]] | {"keeps": True}  # type: ignore[operator]
            frames.append(place)
    return out


def _is_short(paragraph: Sequence[Event]) -> bool:
    first = paragraph[0]
    letters = sum(len(event) for event in paragraph if isinstance(event, str))
    return isinstance(first, dict) and first["s"] == "p" and letters < _SHORT


def in_book(events: Iterable[Event], prefix: str) -> list[Event]:
    """Give anchors, and the links to them, names that no other document of the book has."""
    return [
        e | {key: prefix + e[key] for key in ("id", "to") if key in e}
        if isinstance(e, dict) and e["s"] in ("anchor", "link")
        else e
        for e in events
    ]


def levelled(events: Iterable[Event]) -> list[Event]:
    """Let the levels of headings below a chapter's title begin at 2 and skip none, as PDF/UA wants it (7.4.2)."""
    out: list[Event] = []
    above: list[int] = []
    for event in events:
        if isinstance(event, dict) and event["s"] == "head":
            above = [*(level for level in above if level < event["level"]), event["level"]]
            out.append(event | {"level": 1 + len(above)})
        else:
            out.append(event)
    return out


_DOCUMENT = f"{WITHIN}document/"


def pointed(events: Iterable[Event]) -> set[str]:
    """Return the passages of other documents that links lead to, each as DOCUMENT#NAME."""
    urls = (str(e.get("url", "")) for e in events if isinstance(e, dict) and e["s"] == "link")
    return {url.removeprefix(_DOCUMENT) for url in urls if url.startswith(_DOCUMENT) and "#" in url}


def passages_of(events: Iterable[Event], document: str) -> list[Event]:
    """Give the passages of a document the names by which links lead to them; see `pointed`."""
    return [
        e | {"name": f"{document}#{e['name']}"} if isinstance(e, dict) and e["s"] == "passage" else e for e in events
    ]


def known(events: Iterable[Event], documents: Container[str], passages: Container[str]) -> list[Event]:
    """Take away links to documents that the book does not hold, and passages that nothing points to."""
    kept: list[Event] = []
    dropped = False
    for event in events:
        if isinstance(event, dict):
            dropped = event["s"] == "passage" and event["name"] not in passages
            if dropped:
                continue
            kept.append(_known(event, documents))
        elif dropped:
            # what closes the passage
            dropped = False
        else:
            kept.append(event)
    return kept


def _known(event: dict[str, Any], documents: Container[str]) -> Event:
    url = event.get("url", "") if event["s"] == "link" else ""
    document = url.removeprefix(_DOCUMENT).partition("#")[0]
    return {"s": "quiet"} if url.startswith(_DOCUMENT) and document not in documents else event


def substituted(events: Iterable[Event], change: Callable[[str], str]) -> list[Event]:
    """Change all that is seen on the page: texts, and the labels of notes."""
    return [change(e) if isinstance(e, str) else _relabelled(e, change) for e in events]


def _relabelled(event: Event, change: Callable[[str], str]) -> Event:
    return event | {"label": change(event["label"])} if isinstance(event, dict) and "label" in event else event
