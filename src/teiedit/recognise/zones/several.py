"""Lines that name several people: the lists of fields ("To:" and what stands below it), and signatures side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from teiedit.model.evidence import Evidence
from teiedit.model.position import Span
from teiedit.recognise import names
from teiedit.recognise.fields import begins_handed, begins_list, is_handed, split_handed
from teiedit.recognise.people import form_of, is_office, signatories

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from teiedit.recognise.zones.layout import Row

LIST_RULE = "zone.field-list"
COSIGNED_RULE = "zone.signed-together"
HANDED_RULE = "zone.field-handed"
RULES = {
    LIST_RULE: "lines below the label of a field, or set in beside it, are its list",
    COSIGNED_RULE: "names of one form that stand together at the end are signatures of several people",
    HANDED_RULE: "a line that tells when a telegram was handed in, or received, and nothing else",
}
# Among so many lines from the top stands when a telegram was handed in and received.
_HEAD = 20
_LONGEST = 80
# No document has more lines of signatures.
_REACH = 60
# So far in from the label stands what belongs to its list.
_IN = 3


def list_lines(rows: Sequence[Row]) -> dict[int, str]:
    """Return which lines belong to the list of a field: the function of a label alone on its line, else "more"."""
    found: dict[int, str] = {}
    for index, row in enumerate(rows):
        if index in found:
            continue
        begun = begins_list(row.text)
        if begun is None:
            continue
        zone, alone = begun
        members = list(_members(rows, index, alone=alone))
        found |= dict.fromkeys(members, "more")
        if alone and members:
            found[index] = zone
    return found


def _members(rows: Sequence[Row], index: int, *, alone: bool) -> Iterator[int]:
    for at in range(index + 1, len(rows)):
        row = rows[at]
        if row.after_blank or len(row.text) > _LONGEST or not _belongs(rows[index], rows[at - 1], row, alone=alone):
            return
        yield at


def _belongs(label: Row, above: Row, row: Row, *, alone: bool) -> bool:
    text = row.text
    if not text[0].isalpha() or not text[0].isupper() or text[-1] in ":!?" or begins_list(text) is not None:
        return False
    first = text.partition(",")[0].partition(";")[0]
    form = form_of(first)
    if form in ("titled", "initials"):
        return text[-1] != "," or alone or above is not label or above.text[-1] in ",;"
    party = bool(form) or names.is_body(first) or is_office(first)
    if above.text[-1] in ",;" and above is not label:
        return party
    if row.indent >= label.indent + _IN:
        return len(text) <= _LONGEST and text[-1] != "."
    return party and (alone or above.text[-1] in ",;")


def weigh_several(
    rows: Sequence[Row], index: int, listed: Mapping[int, str], scores: dict[str, float], evidence: dict[str, Evidence]
) -> None:
    """Weigh a line as one of a field's list, or of several signatures; add to its scores and their evidence."""
    row = rows[index]
    if index in listed:
        zone = listed[index]
        scores[zone] = 9.0
        if zone != "more":
            evidence[zone] = Evidence(LIST_RULE, "high")
    if "signed" in scores and cosigns(rows, index):
        scores["signed"] += 3.0
        evidence["signed"] = Evidence(COSIGNED_RULE, "medium", "of the same form as the name above it")
    if "valediction" not in evidence and len(pieces(row, "signed")) > 1:
        scores["signed"] = max(2.5, scores.get("signed", -9.0))
        evidence["signed"] = Evidence(COSIGNED_RULE, "medium", "names of one form, side by side")


def weigh_handed(
    rows: Sequence[Row],
    index: int,
    tags: Sequence[str],
    dated: Sequence[bool],
    scores: dict[str, float],
    evidence: dict[str, Evidence],
) -> None:
    """Weigh a line as when a telegram was handed in or received; in brackets beside a date it is of that."""
    row = rows[index]
    if index >= _HEAD or not begins_handed(row.text):
        return
    near = [at for at in (index - 1, index + 1) if 0 <= at < len(rows) and rows[at].block == row.block]
    if index and row.text[0] in "[(" and any(dated[at] for at in near):
        return
    start = row.span.start
    if all(is_handed(row.text[s.start - start : s.end - start], tags) for s in pieces(row, "field")):
        scores["field"] = 6.0
        evidence["field"] = Evidence(HANDED_RULE, "high")


def cosigns(rows: Sequence[Row], index: int) -> bool:
    """Say whether a line is a second name under a first: whole names of one form, each with its office below or not.

    Nothing is taken for names of several people where the lines of their block are not all names and offices.
    """
    row = rows[index]
    if row.after_blank or not _signs(row):
        return False
    above = next((rows[at] for at in _block(rows, index, -1) if not is_office(rows[at].text)), None)
    below = [rows[at] for at in _block(rows, index, 1)]
    named = above is not None and _signs(above) and above.text.isupper() == row.text.isupper()
    return named and all(_signs(one) or is_office(one.text) or begins_list(one.text) for one in below)


def _signs(row: Row) -> bool:
    return row.text[-1] not in ",:;!?" and form_of(row.text) in ("initials", "full")


def _block(rows: Sequence[Row], index: int, step: int) -> Iterator[int]:
    """Yield the lines above or below one in its block, the nearest first, as far as signatures reach."""
    at = index + step
    while 0 <= at < len(rows) and rows[at].block == rows[index].block and abs(at - index) <= _REACH:
        yield at
        at += step


def pieces(row: Row, state: str) -> tuple[Span, ...]:
    """Return the stretches of one line that are zones of their own: two names side by side, two times of a telegram."""
    if state == "signed":
        found = signatories(row.text)
    elif state == "field":
        found = split_handed(row.text)
    else:
        return (row.span,)
    return tuple(Span(row.span.start + span.start, row.span.start + span.end) for span in found)
