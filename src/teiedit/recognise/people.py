"""Several people in one place: "Mr. Bell; Mr. Dorn and Mrs. Carr", a list over lines, two names at the foot.

A semicolon and a line end always part two people. A comma or an "and" does only where both sides look like
people, for offices and firms have both: "Secretary of State for War and Air", "Lenz & Co.", "Bell, London".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from teiedit.model.position import Span
from teiedit.model.source import WHITE
from teiedit.recognise import formulas, names
from teiedit.tools.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_FIRM = r"(?:Co|Cie|Comp|Sons?|Söhne|Sohn|Fils|Figli|Zo?onen|Hijos|Company|Compañía|Compagnie)\b"
_JOINED = r"(?:and|&|und|u\.|et|y|e|ed|en|og|och)"
# A comma between the names of a list, as `with_lists` writes it.
_LISTED = "‚"
_AND = expression(rf"\s+{_JOINED}\s+(?=(?:the\s+)?[A-ZÀ-Þ])(?!{_FIRM})|{_LISTED}\s+")
_FIRMS = expression(r"(?:Messrs|MM|Messieurs|Gebr(?:üder)?|Firma|Fa|Frères|Hermanos|Fratelli)\b")
# A line that ends in a comma goes on.
_CUT = expression(r"(?:[ \t]*;|(?<![,; \t])[ \t]*(?:\r\n|\r|\n))[ \t\r\n;]*")
_COMMA = expression(r",\s+")
_TITLE = (
    r"(?:Mr|Mrs|Ms|Miss|Messrs|Dr|Prof|Professor|Sir|Lord|Lady|Dame|Rev|Reverend|Hon|Count|Baron|General|Gen|Colonel|Col|Major|Maj|Captain|"
    r"Capt|Lieutenant|Lieut|Lt|Admiral|Ambassador|Senator|M|MM|Mme|Mlle|Monsieur|Madame|Herrn?|Hrn|Frau|Fräulein|Frl|Freiherr|Graf|Señor|Señora|"
    r"Sr|Sra|Don|Doña|Signor|Signora|Sig|Sig\.ra|Dott|Cav|Heer|Mevrouw|Mej|Mijnheer|Pan|Hr|Fru|Herr)"
)
_PARTICLE = r"(?:von|van|v\.|de|der|den|du|la|le|di|da|del|della|zu|zum|zur|af|ten|ter|y)"
_NAMED = r"(?:[dlDL]['’]|Mac|Mc|O['’])?[A-ZÀ-ÖØ-ÞŠŽČŘŁ](?:[^\W\d_]|['’](?=\w)|-(?=\w))*"
_INITIAL = r"[A-ZÀ-ÖØ-ÞŠŽČŘŁ][a-zà-ÿ]{0,2}\."
_TITLED = expression(
    rf"(?:{_TITLE}\b\.?\s+)+(?:{_INITIAL}-?\s?)*(?:{_PARTICLE}\s+)*{_NAMED}(?:\s+(?:{_NAMED}|{_INITIAL}|{_PARTICLE})){{0,3}}"
)
_WITH_INITIALS = expression(rf"(?:{_INITIAL}[\s-]?)+\s?(?:{_PARTICLE}\s+)*{_NAMED}(?:\s+{_NAMED})?")
_FULL = expression(rf"{_NAMED}(?:\s+(?:{_NAMED}|{_INITIAL}|{_PARTICLE})){{0,3}}\s+{_NAMED}")
_ALONE = expression(_NAMED)
_LETTERS = expression(r"[A-Z]{1,3}")
_ANY = rf"(?>{_TITLED.pattern}|{_WITH_INITIALS.pattern}|{_FULL.pattern}|{_NAMED})"
_LIST = expression(rf"{_ANY}(?:,\s+{_ANY})+(?:,?\s+{_JOINED}\s+)(?P<last>{_ANY})")
_SUFFIX = expression(r",?\s+(?:Jr|Sr|Esq|M\.\s?P|K\.?C\.?B)\.?$")
# Words with which the names of two-word places begin: "New York", "Bad Homburg".
_PLACE = expression(
    r"(?:New|Bad|Saint|Sankt|Sainte?|St|San|Santa|Port|Fort|Los|Las|Le|La|Den|Mount|North|South|East|West|Upper|Lower|Great|Nord|Süd|Ost|West|"
    r"United|British|American|Royal|Grand|Hotel|Hôtel|Villa|Schloss|Château|Castle|Rue|Avenue)\b",
    re.IGNORECASE,
)
# "Herrn" before a name, and the office or place after it: what a field says of somebody beside the name.
_BEFORE_NAME = expression(r"(?:Herrn|den\s+Herrn|Frau|An|the|de\s+heer)\s+", re.IGNORECASE)
_AFTER_NAME = expression(r"(?<=\w)\s*(?:[,;(]|\s[–—-]\s).*", re.DOTALL)
# No part of a name, unless it ends a short word: "Bell." but "Lenz & Co."
_STOP = expression(r"(?<=\w{3})[.,; ]+$")
# "Paul and Anna Weber", "Mr. and Mrs. Bell": two who share their surname.
_COUPLE = expression(rf"(?:{_NAMED}|{_TITLE}\.?)\s+{_JOINED}\s+{_NAMED}\.?(?:\s+{_NAMED})+")
_WIDE = expression(r"(?: {3,}|[ ]*\t[ \t]*)")
_WHOLE_FORMS = ("titled", "initials", "full")
_LISTED_FORMS = (*_WHOLE_FORMS, "alone", "letters")
_APART = expression(r" {3}|\t|,\s")
# No line of signatures is longer.
_LONGEST = 120
# No heading is longer.
_HEADING = 400


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody named: where the name stands, counted from the start of its text, and as what."""

    span: Span
    name: str


def each_party(text: str, offset: int) -> tuple[Party, ...]:
    """Return the parties in "A and B", which stands at `offset`."""
    parties = [_party(text, start, end, offset) for start, end in _joined_by_and(text, 0, len(text))]
    if len(parties) == 2 and " " not in parties[0].name and " " in parties[1].name:
        # "Paul and Hannah Weber" share their surname
        parties[0] = Party(parties[0].span, f"{parties[0].name} {parties[1].name.split()[-1]}")
    return tuple(parties)


def listed(text: str) -> tuple[Span, ...]:
    """Return the stretches of `text` that name one party each, with what is said of each: "Mr. Bell, Treasury"."""
    found: list[Span] = []
    for start, end in _between(_CUT, text, 0, len(text)):
        groups = list(_joined_by_commas(text, start, end))
        # in a list of three or more, a word alone is a name
        forms = _LISTED_FORMS if len(groups) > 1 else _WHOLE_FORMS
        for first, last in groups:
            found += [Span(*pair) for pair in _people_by_and(text, first, last, forms)]
    return tuple(found)


def with_lists(text: str) -> str:
    """Return a heading with another sign, of one character too, for each comma of "A, B and C" that parts two people.

    Elsewhere a comma parts the people of a heading from what is said of them.
    """
    match = _LIST.search(text) if "," in text and len(text) <= _HEADING else None
    if match is None:
        return text
    pieces = _COMMA.split(text[match.start() : match.start("last")].rstrip())
    *first, before = pieces
    middle = re.split(rf"\s+{_JOINED}$", before)[0]
    forms = {form_of(piece) for piece in (*first, *filter(None, [middle]), match["last"])}
    if len(forms) > 1 or "" in forms:
        return text
    return text[: match.start()] + match.group().replace(",", _LISTED) + text[match.end() :]


def named(text: str, offset: int) -> tuple[Party, ...]:
    """Return the parties of a field's value, which stands at `offset`, without what is said of them beside the name."""
    found: list[Party] = []
    for span in listed(text):
        stretch = text[span.start : span.end]
        before = _BEFORE_NAME.match(stretch)
        start = before.end() if before else 0
        name = _AFTER_NAME.sub("", stretch[start:])
        name = _STOP.sub("", (name if " " in name else stretch[start:]).rstrip(" ,;"))
        if not any(character.isalpha() for character in name):
            continue
        at = offset + span.start + start
        found += each_party(name, at) if _COUPLE.fullmatch(name) else [_party(name, 0, len(name), at)]
    return tuple(found)


def signatories(text: str) -> tuple[Span, ...]:
    """Return the stretches of a signature line that are one name each; one stretch if it is one signature.

    Names stand apart by a wide space or a tab, or by commas where each has its initials: "A. Bell, J. Dorn".
    """
    if len(text) > _LONGEST or not _APART.search(text):
        return (Span(0, len(text)),)
    for cuts, forms in ((_WIDE, ("initials", "full", "alone")), (_COMMA, ("initials",))):
        pieces = list(_between(cuts, text, 0, len(text)))
        kinds = {form_of(text[start:end]) for start, end in pieces}
        if len(pieces) > 1 and len(kinds) == 1 and kinds <= set(forms):
            # a comma goes with the name before it
            starts = [0, *(start for start, _ in pieces[1:])]
            ends = [*(len(text[:start].rstrip(WHITE)) for start in starts[1:]), len(text)]
            return tuple(Span(start, end) for start, end in zip(starts, ends, strict=True))
    return (Span(0, len(text)),)


@lru_cache(maxsize=256)
def form_of(text: str) -> str:
    """Return in which form `text` names one person ("titled", "initials", "full", "alone"), or "" if it does not.

    The forms are positive signs: no office, no body, no place of two words, no word in small letters but a particle.
    """
    bare = _SUFFIX.sub("", text.strip(" \t\r\n")).rstrip(" .,;")
    if len(bare) > _LONGEST or _TITLED.fullmatch(bare):
        return "titled" if len(bare) <= _LONGEST else ""
    if names.is_body(bare) or is_office(bare):
        return ""
    if _WITH_INITIALS.fullmatch(bare):
        return "initials"
    if _FULL.fullmatch(bare) and not _PLACE.match(bare):
        return "full"
    return "alone" if _ALONE.fullmatch(bare) and len(bare) > 2 else ""


def is_office(text: str) -> bool:
    """Say whether a line names an office, by the set phrases of any language or by a word for one in it."""
    if len(text) > _LONGEST:
        return False
    words = re.findall(r"[^\W\d_]{3,}", text)
    return any(names.is_title(word) or _OFFICE.fullmatch(word) for word in words) or any(
        pattern.match(text) for pattern in _roles()
    )


def is_incumbent(name: str) -> bool:
    """Say whether somebody is called by an office alone, without a name: "Commissioner of the United States"."""
    return names.is_body(name) or (is_office(name) and not form_of(name))


_OF = expression(r"\b(?:of|for|des|der|du|de|della?|van)\b", re.IGNORECASE)


def signs_for_office(name: str) -> bool:
    """Say whether anybody may sign for a sender: a body, "the Consul", an office of something."""
    office = bool(_OF.search(name)) and is_incumbent(name)
    return office or names.is_body(name) or name[:4].lower() == "the "


_OFFICE = expression(
    r"(?:secretary|envoy|attach[ée]|clerk|agent|officer|director|manager|chief|charg[ée]|plenipotentiary|treasurer|judge|engineer|editor|"
    r"superintendent|inspector|registrar|librarian|counsell?or|delegate|representative|mayor|bishop|adjutant|commander|headmaster|"
    r"direktor|sekretär|vorsitzender?|botschafter|gesandter?|rat|rath|leiter|amtmann|schriftführer|prokurist|"
    r"directeur|secrétaire|chef|délégué|conseiller|gérant|direttore|segretario|presidente|ministro|secretario|"
    r"embajador|secretaris|voorzitter|directeur)",
    re.IGNORECASE,
)


@cache
def _roles() -> tuple[re.Pattern[str], ...]:
    rules = (rule for tag in formulas.languages() for rule in formulas.rules(tag))
    return tuple(rule.pattern for rule in rules if rule.zone == "role")


def _party(text: str, start: int, end: int, offset: int) -> Party:
    name = " ".join(text[start:end].split())
    return Party(Span(offset + start, offset + end), name)


def _between(cuts: re.Pattern[str], text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield what stands between cuts, without white space and stray commas at its ends."""
    edges = [start, *(edge for cut in cuts.finditer(text, start, end) for edge in cut.span()), end]
    for a, b in zip(edges[::2], edges[1::2], strict=True):
        piece = text[a:b]
        first = a + len(piece) - len(piece.lstrip(" \t\r\n,;"))
        last = b - len(piece) + len(piece.rstrip(" \t\r\n,;"))
        if first < last:
            yield first, last


def _joined_by_and(text: str, start: int, end: int) -> list[tuple[int, int]]:
    pieces = list(_between(_AND, text, start, end))
    return [(start, end)] if not pieces or not _all_parties(text, pieces) else pieces


def _all_parties(text: str, pieces: Sequence[tuple[int, int]]) -> bool:
    """Say whether "and" joins parties, and no two words of one: "Minister of Trade and Industry", "Messrs. A and B"."""
    first = text[slice(*pieces[0])]
    if len(pieces) == 1 or _FIRMS.match(first):
        return len(pieces) == 1
    body = names.is_body(first) or is_office(first)
    return not (body and not _TITLED.match(first) and any(_goes_on(text[a:b]) for a, b in pieces[1:]))


def _goes_on(piece: str) -> bool:
    """Say whether a piece may be the rest of an office or a body: a word or two that are neither one nor a name."""
    bare = re.split(r"[(,]", piece, maxsplit=1)[0]
    return not (
        re.match(r"(?:the|der|die|das|den|dem|le|la|el|il)\s|l['’]", bare, re.IGNORECASE)
        or names.is_body(bare)
        or is_office(bare)
        or form_of(bare) in ("titled", "initials", "full")
    )


def _people_by_and(text: str, start: int, end: int, forms: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Cut "Mr. Dorn and Mrs. Carr, Treasury": what is said after the comma is of the last."""
    comma = text.find(",", start, end)
    head = comma if comma > 0 else end
    pieces = list(_between(_AND, text, start, head))
    people = all(_form(text[a:b]) in forms for a, b in pieces)
    if len(pieces) < 2 or not people or _FIRMS.match(text[start:head]):
        yield start, end
        return
    yield from pieces[:-1]
    yield pieces[-1][0], end


def _joined_by_commas(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a list at the commas before a person; what else follows a comma is said of the person before it."""
    pieces = list(_between(_COMMA, text, start, end))
    forms = [_last_form(text[a:b]) for a, b in pieces]
    if len(pieces) < 2 or forms[0] == "":
        yield start, end
        return
    same = len(pieces) > 2 and len(set(forms)) == 1
    at = start
    for (first, _), form, before in zip(pieces[1:], forms[1:], pieces, strict=False):
        if form in ("titled", "initials", "letters") or (same and form in ("full", "alone")):
            yield at, before[1]
            at = first
    yield at, end


def _form(name: str) -> str:
    """Return the form of a name in a list, where people may be named by the letters of their names."""
    return "letters" if _LETTERS.fullmatch(name) else form_of(name)


def _last_form(piece: str) -> str:
    """Return the form of a piece of a list, whose last may hold two joined by "and"."""
    parts = [piece[a:b] for a, b in _between(_AND, piece, 0, len(piece))]
    forms = {_form(part) for part in parts}
    return forms.pop() if len(forms) == 1 else ""
