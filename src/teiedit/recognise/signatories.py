"""Several signatures under one document: for whom each signs, the seal, the name, the office, who attests.

In: the lines below a treaty. Out: which of them belong to one signatory, and what stands in each.
https://tei-c.org/release/doc/tei-p5-doc/en/html/ref-signed.html
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from teiedit.model.evidence import Evidence, Mark
from teiedit.model.position import Span
from teiedit.model.source import WHITE
from teiedit.recognise import acts, formulas
from teiedit.recognise.formulas.und import SEAL_MARK, SIGNED_MARK
from teiedit.recognise.zones.scores import is_name
from teiedit.tools.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from teiedit.model.evidence import Zone
    from teiedit.model.source import Transcript
    from teiedit.recognise.zones.layout import Row

RULE = "act.signatory"
NAME_RULE = "act.signatory-name"
RULES = {
    RULE: "lines below a treaty with a party, a seal or a name are its signatures; bare names in a row sign together",
    NAME_RULE: "a line with the shape of a name, in a signature under a treaty",
}
_LONG = 120
# Two signatures side by side.
_COLUMNS = expression(r"[ \t]{3,}")
# What follows a name on its line: an office, a seal.
_AFTER_NAME = expression(r"\s*(?:,\s.*|[\[(].*)$", re.DOTALL)


def read(rows: Sequence[Row]) -> tuple[tuple[Span, ...], int]:
    """Return the lines of each signatory, and how many of `rows` are theirs; reading ends at the first that is not."""
    groups: list[list[Row]] = []
    named = bare = False
    used = 0
    for row in rows:
        kind = _kind(row.text)
        if not kind or (kind == "role" and not groups):
            break
        begins = kind in ("party", "witness") or (kind != "role" and named) or (row.after_blank and named)
        row_of_names = bare and kind == "name" and not row.after_blank and not is_marked(row.text)
        if (begins and not row_of_names) or not groups:
            groups.append([])
            named = False
            bare = kind == "name" and not is_marked(row.text)
        groups[-1].append(row)
        named = named or kind == "name" or find_name(row.text) is not None
        used += 1
    return tuple(Span(group[0].span.start, group[-1].span.end) for group in groups), used


def is_marked(text: str) -> bool:
    """Say whether a line says of itself that it belongs to a signature: a party with a colon, a seal, a sign."""
    return bool(SEAL_MARK.search(text) or SIGNED_MARK.match(text)) or (acts.is_party(text) and ":" in text)


def _kind(text: str) -> str:
    """Return what a line is in a signature: "party", "witness", "role", "seal", "name", "columns"; "" for nothing."""
    if len(text) > _LONG:
        return ""
    kinds = (
        ("party", acts.is_party),
        ("witness", acts.witness),
        ("role", _is_office),
        ("seal", SEAL_MARK.fullmatch),
        ("name", find_name),
        ("columns", _is_columns),
    )
    return next((kind for kind, fits in kinds if fits(text)), "")


def _is_columns(text: str) -> bool:
    pieces = _COLUMNS.split(text)
    return len(pieces) > 1 and all(_kind(piece) for piece in pieces)


@cache
def _offices() -> tuple[re.Pattern[str], ...]:
    rules = (rule for tag in formulas.languages() for rule in formulas.rules(tag))
    return tuple(rule.pattern for rule in rules if rule.zone == "role" and rule.score > 1)


def _is_office(text: str) -> bool:
    return any(pattern.match(text) for pattern in _offices())


def find_name(text: str) -> Span | None:
    """Return where in a line of a signature the name stands, or None: "J. Doe" of "[L. S.] J. Doe, Minister"."""
    if _COLUMNS.search(text) or any(character.isdigit() for character in text):
        return None
    start = _labels_end(text)
    for pattern in (SEAL_MARK, SIGNED_MARK, SEAL_MARK):
        match = pattern.match(text, start)
        if match:
            start = match.end() + len(text[match.end() :]) - len(text[match.end() :].lstrip(WHITE))
    rest = text[start:]
    name = _AFTER_NAME.sub("", rest).rstrip(" ,;")
    plain = name[:-1] if re.search(r"\w{3,}\.$", name) else name
    if not plain or not is_name(plain) or _is_office(plain) or acts.is_party(plain):
        return None
    return Span(start, start + len(plain))


def _labels_end(text: str) -> int:
    """Return where what stands before the name ends: "For Ardenia: ", "Attest: "."""
    label = acts.witness(text)
    if label is not None:
        return label.rest
    colon = text.find(":") if acts.is_party(text) else -1
    rest = text[colon + 1 :]
    return colon + 1 + len(rest) - len(rest.lstrip(WHITE)) if colon > 0 else len(text) if acts.is_party(text) else 0


def lines(transcript: Transcript, zone: Zone) -> Iterator[Span]:
    """Yield the lines of a signature, without white space at their ends."""
    for line in transcript.lines:
        if line.span.overlaps(zone.span) and not line.blank:
            start = line.span.start + len(line.text) - len(line.text.lstrip(WHITE))
            yield Span(start, start + len(line.text.strip(WHITE)))


def marks(transcript: Transcript, zone: Zone) -> Iterator[Mark]:
    """Yield the names, offices, seals and copyists' signs in a signature."""
    for span in lines(transcript, zone):
        text = transcript.source.text[span.start : span.end]
        for seal in SEAL_MARK.finditer(text):
            yield Mark(_moved(Span(*seal.span()), span), "metamark", (("function", "seal"),))
        if not acts.is_party(text) and not acts.witness(text) and _is_office(text):
            yield Mark(span, "roleName")
            continue
        name = find_name(text)
        if name is None:
            continue
        sign = SIGNED_MARK.search(text, _labels_end(text), name.start)
        if sign:
            yield Mark(_moved(Span(*sign.span()), span), "metamark", (("function", "signed"),))
        at = _moved(name, span)
        yield Mark(at, "persName", (), Evidence(NAME_RULE, "medium", "", (at,)))


def _moved(span: Span, by: Span) -> Span:
    return Span(by.start + span.start, by.start + span.end)
