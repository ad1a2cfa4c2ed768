"""The transcriber's marks: what could not be read, is doubtful, was supplied, struck out or added.

In: the text of one zone. Out: marks without evidence, since the transcript itself says so; they name the
transcriber as responsible. https://tei-c.org/release/doc/tei-p5-doc/en/html/PH.html
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from teiedit.model.diagnostic import Diagnostic, Severity
from teiedit.model.edition import AROUND
from teiedit.model.evidence import Attributes, Evidence, Mark
from teiedit.model.position import Span
from teiedit.recognise import conventions
from teiedit.recognise.hyphens import find_hyphens
from teiedit.tools.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from teiedit.model.evidence import Zone
    from teiedit.model.source import Transcript

OMISSION_RULE = "mark.omission"
OMISSION_WHAT = "a row of stars, or a line of points, stands for text that was left out"
Conventions = tuple[tuple[str, str], ...]

_BY_TRANSCRIBER: Attributes = (("resp", "#transcriber"),)
# Nothing below can be found in a text that has none of these.
_SIGNS = expression(r"[\[~\\_<*]|\. \. ")
_BRACKETS = expression(r"\[\[([^\[\]]{1,300})\]\](?!\])|(?<!\[)\[([^\[\]]{1,300})\](?!\])")
_STARS = expression(
    r"(?<![^\s])\*(?:[ \t]+\*){2,}(?![^\s])|(?<![^\r\n])[ \t]*(?P<line>\*{3,}|\.(?:[ \t]\.){2,})(?![^\r\n])"
)
_WORD = expression(r"[^\W_]+(?:[-’'.][^\W_]+)*")
_TOKEN = expression(r"[^\W_]+")
# The zones of running text: elsewhere a bracket that says nothing known is for others to judge.
_RUNNING = ("p", "postscript")
_LAST_WORD = 60
_SUPPLIED_WORDS = 2
_FREE = frozenset("a à i y o e ó ò é è u".split())


@dataclass(frozen=True, slots=True)
class Editorial:
    """The transcriber's marks in one stretch of text, and the brackets that say nothing known."""

    marks: tuple[Mark, ...] = ()
    unknown: tuple[Span, ...] = ()


def find_editorial(transcript: Transcript, span: Span, own: Conventions = ()) -> Editorial:
    """Return the transcriber's marks within `span`, which is one zone.

    Args:
        transcript: the text.
        span: where to look.
        own: the edition's own signs, which win over all others.
    """
    text = transcript.source.text[span.start : span.end]
    if not own and not _SIGNS.search(text):
        return Editorial()
    reader = _Reader(text, span.start)
    for sign, meaning in own:
        reader.own_sign(sign, meaning)
    for pair in conventions.PAIRS:
        for match in pair.pattern.finditer(text):
            reader.pair(match, pair)
    for match in _BRACKETS.finditer(text):
        reader.bracket(match)
    for match in _STARS.finditer(text):
        reader.omission(match)
    return Editorial(tuple(reader.marks), tuple(reader.unknown))


def unknown_brackets(transcript: Transcript, spans: Sequence[Span]) -> tuple[Diagnostic, ...]:
    """Return D030, once for a document, if there are brackets whose meaning is not known."""
    if not spans:
        return ()
    words = list(dict.fromkeys(_short(transcript.words(span)) for span in sorted(spans)))
    listed = ", ".join(f'"{word}"' for word in words[:8]) + (f" and {len(words) - 8} more" if len(words) > 8 else "")
    message = f"words in brackets stay as they are, since their meaning is not known: {listed}"
    hint = "if they are the transcriber's, say what they mean under [conventions] in edition.toml; else leave them"
    return (Diagnostic("D030", Severity.INFO, transcript.place(min(spans)), message, hint),)


def _short(words: str) -> str:
    return words if len(words) <= 50 else words[:40].rstrip() + " …" + words[-1]


class _Reader:
    """Reads one zone; what one convention has claimed no other may."""

    def __init__(self, text: str, offset: int) -> None:
        self.text = text
        self.offset = offset
        self.marks: list[Mark] = []
        self.unknown: list[Span] = []
        self._claimed: set[int] = set()

    def own_sign(self, sign: str, meaning: str) -> None:
        """Find one of the edition's signs, alone or as a pair."""
        for match in own_pattern(sign).finditer(self.text):
            if not self._claim(match.start(), match.end()):
                continue
            if "words" not in match.groupdict():
                self._alone(match, meaning)
            elif meaning != "plain":
                kind, attributes = _AROUND[meaning]
                signs = (match.start("words") - match.start(), match.end() - match.end("words"))
                self._add(match.start(), match.end(), kind, (*attributes, *_BY_TRANSCRIBER), signs=signs, kept=True)

    def _alone(self, match: re.Match[str], meaning: str) -> None:
        if meaning == "uncertain":
            self._uncertain(*match.span())
        elif meaning != "plain":
            self._gap(*match.span(), (("reason", meaning),))

    def pair(self, match: re.Match[str], pair: conventions.Pair) -> None:
        """Take signs around words; nothing but space between them is no pair."""
        words = match["words"]
        # white space beside the words goes with the signs
        start = match.start("words") + len(words) - len(words.lstrip())
        end = start + len(words.strip())
        if not words.strip() or not self._claim(match.start(), start) or not self._claim(end, match.end()):
            return
        signs = (start - match.start(), match.end() - end)
        attributes = pair.attributes if pair.kind == "hi" else (*pair.attributes, *_BY_TRANSCRIBER)
        self._add(match.start(), match.end(), pair.kind, attributes, signs=signs, kept=not pair.canonical)

    def bracket(self, match: re.Match[str]) -> None:
        """Take "[…]" for what its words say."""
        double = match[1] is not None
        if not self._claim(*match.span()):
            return
        words = " ".join((match[1] or match[2]).split())
        if not words or (conventions.OTHERS.fullmatch(words) and not self._joined(match)):
            return
        whole = match.end() - match.start() == len(self.text)
        if conventions.UNCERTAIN.fullmatch(words):
            self._uncertain(*match.span())
        elif conventions.SIC.fullmatch(words):
            self._sic(*match.span())
        elif attributes := _loss(words):
            self._gap(*match.span(), attributes)
        elif page := page_break(words):
            self._add(*match.span(), page[0], (*page[1], *_BY_TRANSCRIBER))
        elif double or (whole and not words.endswith("?")):
            self._unknown(match)
        elif match[0].endswith("?]") and len(words.split()) <= _SUPPLIED_WORDS + 1 and ":" not in words:
            self._add(*match.span(), "unclear", (("cert", "low"), *_BY_TRANSCRIBER), signs=(1, 2))
        elif self._supplies(match, words):
            self._add(*match.span(), "supplied", (("reason", "omitted"), *_BY_TRANSCRIBER), signs=(1, 1))
        else:
            self._unknown(match)

    def omission(self, match: re.Match[str]) -> None:
        """Take stars for text that was left out, which the program concludes and the transcript does not say."""
        start = match.start("line") if match["line"] else match.start()
        if self._claim(start, match.end()):
            evidence = Evidence(OMISSION_RULE, "medium")
            self._add(start, match.end(), "gap", (("reason", "editorial"),), evidence)

    def _supplies(self, match: re.Match[str], words: str) -> bool:
        """Say whether a bracket holds words that complete the text, and no remark on it."""
        tokens = _TOKEN.findall(words.casefold())
        joined = self._joined(match)
        if not tokens:
            return len(words) <= 2
        if any(token in conventions.DESCRIBING for token in tokens):
            return joined and len(tokens) == 1
        if words.isdigit() and len(words) < 4:
            return joined and not self.text[match.start() - 1].isalpha()
        if len(words) == 1 and not joined:
            return words.casefold() in _FREE
        return len(tokens) <= _SUPPLIED_WORDS and not re.search(r"[:;=/|*]|[.?!] ", words)

    def _joined(self, match: re.Match[str]) -> bool:
        """Say whether a letter or figure stands directly beside a bracket."""
        return (
            self.text[max(match.start() - 1, 0) : match.start()].isalnum()
            or self.text[match.end() : match.end() + 1].isalnum()
        )

    def _uncertain(self, start: int, end: int) -> None:
        word = self._word_before(start)
        if word is not None:
            self._add(*word, "unclear", (("cert", "low"), *_BY_TRANSCRIBER))
            self._add(start, end, "metamark", (("function", "uncertain"),))

    def _sic(self, start: int, end: int) -> None:
        word = self._word_before(start)
        if word is not None:
            self._add(*word, "sic", _BY_TRANSCRIBER)
        self._add(start, end, "metamark", (("function", "sic"),))

    def _word_before(self, end: int) -> tuple[int, int] | None:
        """Return the word that ends before `end`, with at most white space between."""
        begin = max(0, end - _LAST_WORD)
        before = self.text[begin:end].rstrip(" \t\r\n")
        last = None
        for match in _WORD.finditer(before):
            last = match
        if last is None or last.end() != len(before) or not self._claim(begin + last.start(), begin + last.end()):
            return None
        return begin + last.start(), begin + last.end()

    def _gap(self, start: int, end: int, attributes: Attributes) -> None:
        self._add(start, end, "gap", (*attributes, *_BY_TRANSCRIBER))

    def _unknown(self, match: re.Match[str]) -> None:
        self.unknown.append(Span(self.offset + match.start(), self.offset + match.end()))

    def _claim(self, start: int, end: int) -> bool:
        if any(index in self._claimed for index in range(start, end)):
            return False
        self._claimed.update(range(start, end))
        return True

    def _add(
        self,
        start: int,
        end: int,
        kind: str,
        attributes: Attributes,
        evidence: Evidence | None = None,
        *,
        signs: tuple[int, int] = (0, 0),
        kept: bool = False,
    ) -> None:
        span = Span(self.offset + start, self.offset + end)
        self.marks.append(Mark(span, kind, attributes, evidence, signs=signs, kept=kept))


_AROUND: dict[str, tuple[str, Attributes]] = {
    "unclear": ("unclear", (("cert", "low"),)),
    "supplied": ("supplied", (("reason", "omitted"),)),
    "deleted": ("del", (("rend", "strikethrough"),)),
    "added": ("add", ()),
    "underlined": ("hi", (("rend", "underline"),)),
    "marginal": ("note", (("type", "marginal"), ("place", "margin"))),
}
assert {*_AROUND, "plain"} == set(AROUND)  # noqa: S101 - the edition's words and ours are one list


def own_pattern(sign: str) -> re.Pattern[str]:
    """Return the pattern of an edition's own sign: "xxx" alone, or "⟨ … ⟩" around words."""
    opening, dots, closing = (part.strip() for part in sign.partition("…"))
    if not dots or not opening or not closing:
        return expression(re.escape(sign.strip()))
    return expression(
        rf"{re.escape(opening)}(?P<words>(?:(?!{re.escape(closing)}).){{1,400}}){re.escape(closing)}", re.DOTALL
    )


def _loss(words: str) -> Attributes:
    """Return the attributes of a gap if all of `words` speak of a loss, else nothing."""
    if conventions.ELLIPSIS.fullmatch(words):
        return (("reason", "editorial"),)
    if conventions.LEFT_OUT.match(words):
        return (("reason", "omitted"),)
    reasons: dict[str, None] = {}
    unit, quantity, rough = "", 0, False
    for token in _TOKEN.findall(words.casefold()):
        if token in conventions.REASONS:
            reasons[conventions.REASONS[token]] = None
        elif token in conventions.UNITS:
            unit = unit or conventions.UNITS[token]
        elif token.isdigit() or token in conventions.NUMBERS:
            quantity = quantity or (int(token) if token.isdigit() else conventions.NUMBERS[token])
        elif token not in conventions.FILLERS:
            return ()
        rough = rough or token in conventions.ROUGH
    if not reasons:
        return ()
    return tuple(_gap_attributes(" ".join(reasons), unit, 0 if rough else quantity))


def _gap_attributes(reason: str, unit: str, quantity: int) -> Iterator[tuple[str, str]]:
    yield "reason", reason
    if unit:
        yield "unit", unit
        if quantity:
            yield "quantity", str(quantity)


def page_break(words: str) -> tuple[str, Attributes] | None:
    """Return the milestone that "page 2" or "fol. 3v" is, or None."""
    match = conventions.PAGE.fullmatch(words)
    if match is not None:
        return "pb", (("n", match["n"]),) if match["n"] else ()
    match = conventions.FOLIO.fullmatch(words) or conventions.FOLIO_ALONE.fullmatch(words)
    if match is None:
        return None
    return "milestone", (("unit", "folio"), ("n", match["n"] + (match["side"] or "").strip()[:1]))


def find_stops(transcript: Transcript, span: Span) -> tuple[Mark, ...]:
    """Return the words that punctuate a telegram within `span`: STOP, COMMA and PARA in capitals."""
    text = transcript.source.text[span.start : span.end]
    return tuple(
        Mark(Span(span.start + match.start(), span.start + match.end()), "pc", (("type", _PUNCTUATION[match[1]]),))
        for match in _STOP.finditer(text)
        if not _VERBAL.search(text[max(0, match.start() - 20) : match.start()])
    )


_PUNCTUATION = {"STOP": "stop", "FULL STOP": "stop", "COMMA": "comma", "PARA": "paragraph", "PARAGRAPH": "paragraph"}
_STOP = expression(r"\b(FULL[ ]STOP|STOP|COMMA|PARA(?:GRAPH)?(?!\s*[\d(]))\b(?![’'-])")
# After these "STOP" is a verb or a noun, in capitals too; and a paragraph that is named is not begun.
_VERBAL = expression(
    r"\b(?:TO|WILL|WOULD|SHALL|SHOULD|MUST|MAY|MIGHT|CAN|COULD|CANNOT|NOT|DON’T|DON'T|PLEASE|AND|OR|A|THE|THIS|YOUR|"
    r"MY|IN|OF|SEE)[ \t\r\n]+$",
    re.IGNORECASE,
)


def transcribers_marks(
    transcript: Transcript, zones: Sequence[Zone], genre: str, own: Conventions, read: Sequence[Mark] = ()
) -> tuple[tuple[Mark, ...], tuple[Diagnostic, ...]]:
    """Return all marks of the transcriber in the body of a document, and what is said of unknown brackets.

    Args:
        transcript: the text.
        zones: those of the body.
        genre: the kind of document; only a telegram is punctuated by words.
        own: the edition's own signs.
        read: what others have found; brackets around an event are known.
    """
    marks: list[Mark] = []
    events = {mark.span for mark in read if mark.kind == "stage"}
    unknown: list[Span] = []
    running = [zone.span for zone in zones if zone.kind in _RUNNING]
    for zone in zones:
        found = find_editorial(transcript, zone.span, own)
        marks += found.marks
        unknown += found.unknown if zone.kind in _RUNNING else ()
    marks = [mark for mark in marks if mark.span not in events]
    unknown = [span for span in unknown if not any(event.contains(span) for event in events)]
    marks += find_hyphens(transcript, running)
    if genre == "telegram":
        marks += [mark for span in running for mark in find_stops(transcript, span)]
    return tuple(marks), unknown_brackets(transcript, unknown)
