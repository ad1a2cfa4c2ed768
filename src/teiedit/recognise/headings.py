"""Headings that an archive or an editor puts above a document: who wrote to whom, of what kind, where and when."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from teiedit.model.position import Span
from teiedit.recognise import dates, formulas
from teiedit.recognise.people import Party, each_party, with_lists
from teiedit.tools.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Sequence

# The number of the document in its edition: "No. 27. General Schenck to Mr. Fish", "3. Sir Edward to Mr. Fish"
_NUMBER = expression(
    r"\*?(?:(?:No|Nr|N)[.°º]\s*\d+[a-z]?[.:]?|\d{1,4}[.)])(?:\s*[—–-])?\s*(?:[a-z][^.A-Z]{3,40}\.\s+)?"
)
_COURTESY = expression(
    r"^(?:(?:the|der|die|das|den|dem|le|la|les|il|el|de)\s+(?=[A-Z])|(?:Mr|Mt|Mrs|Ms|Miss|Messrs|Dr|Prof|Professor|Sir|Lord|Lady|Earl|"
    r"Count|Baron|General|Gen|Colonel|Col|Captain|Capt|Admiral|M|MM|Mme|Mlle|Herrn?|Frau|Fräulein|Señor|Signor)\.?\s+)+(?=\S)",
    re.IGNORECASE,
)
_INCUMBENT = expression(r"^(?P<office>[^()]{4,})\s?\((?P<name>[A-ZÀ-Þ][^()]{1,40})\)$")


@dataclass(frozen=True, slots=True)
class Heading:
    """What a heading says.

    Attributes:
        genre: the kind of document, or "".
        senders: who wrote.
        addressees: to whom.
        place: a place named between the parties and the date, or None.
        rule: the rule that read it.
    """

    genre: str
    senders: tuple[Party, ...]
    addressees: tuple[Party, ...]
    place: Span | None
    rule: formulas.HeadingRule


FIELDS_RULE = formulas.HeadingRule(
    "fields", expression(r"(?!)"), {}, "high", "sender and addressee read from the fields From and To", ()
)


def any_language(tags: Sequence[str]) -> tuple[str, ...]:
    """Return `tags`, then every other language: an archive's words are in its language, whatever the document's."""
    return tuple(dict.fromkeys((*tags, *dates.languages(), *formulas.languages())))


def read_heading(text: str, tags: Sequence[str]) -> Heading | None:
    """Return what the heading `text` says of the parties, or None if it has no known form."""
    head, _ = dates.heading(text, any_language(tags))
    head = head.rstrip(" .,;")
    number = _NUMBER.match(head)
    head = with_lists(head)
    for rule in formulas.headings(any_language(tags)):
        match = rule.pattern.fullmatch(head, number.end() if number else 0)
        if match:
            groups = match.groupdict()
            genre = rule.genres.get((groups.get("genre") or "").lower(), "")
            place = Span(*match.span("place")) if groups.get("place") else None
            return Heading(genre, _parties(match, "sender"), _parties(match, "addressee"), place, rule)
    return None


def _parties(match: re.Match[str], group: str) -> tuple[Party, ...]:
    return each_party(match[group], match.start(group))


def plain_name(name: str) -> str:
    """Return a name without titles: "Granville" of "Earl Granville", "Willard" of "The Ambassador (Willard)".

    The record of the person keeps the form that stands in the document.
    """
    incumbent = _INCUMBENT.match(name)
    bare = incumbent["name"] if incumbent else name
    return _COURTESY.sub("", bare).strip() or name


_CLOSE = expression(
    r"^(?:(?:(?:il|la)\s+)?(?:Ihr|Ihre|Dein|Deine|Euer|Eure|Your|Yours|Votre|Ton|Ta|Tuo|Tua|Suo|Sua|Uw|Je|Jouw|Tuus|Vester|Din|Tw[óo]j|Tv[ůu]j)\b\s*"
    r"(?:(?:sehr|ganz|tr\.?|treu\w*|alt\w*|ergeb\w*\.?|loving|affectionate|devoted|old|vieux|vieil|petite?|affezionat\w+|devotissim\w|liefhebbend\w*|"
    r"toegenegen|ex\s+animo)\s+)*)",
    re.IGNORECASE,
)


# Latin puts it last: "H. Ferrarius tuus"
_TUUS = expression(r"\s+(?:tuus|vester)\b.*$")


def plain_signature(name: str) -> str:
    """Return the name in a signature, without a close that stands on its line ("Dein Paul") or a dash after it."""
    return _TUUS.sub("", _CLOSE.sub("", name)).strip(" .,–—-") or name
