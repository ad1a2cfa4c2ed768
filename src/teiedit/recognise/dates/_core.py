"""The core of a date: what a pattern matched in a row of tokens, and what is known once it is read."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from teiedit.recognise.dates._calendar import Calendar
from teiedit.tools.expressions import expression

if TYPE_CHECKING:
    from teiedit.model.evidence import Cert
    from teiedit.recognise.dates._lexicon import Lexicon
    from teiedit.recognise.dates._tokens import Row, Token

SHORT_END = expression(r"\s*(?:$|\n|[;)\]–—(„“”»]|\.(?!\d)|,(?!\s*\d)|:(?!\d)|-\s|/\s)")
FIRM_END = expression(r"\s*(?:[.,]?[–—\s]*$|[.,]?\s*\n|\.\s+[^\W\d_]|[)\]])")
NO_FIGURE = expression(r"(?![.:,]?\d|\s*[½¼¾%]|/\d)")


# How many characters, or tokens, around a core are looked at, and how long a line with nothing but place and date is.
_REACH = 12
LINE = 90


@dataclass(frozen=True, slots=True)
class Draft:
    """A date as its core says it, between the tokens `first` and `last`; fields as in Found."""

    first: int
    last: int
    form: str
    start: Calendar
    end: Calendar | None = None
    cert: Cert = "high"
    note: str = ""
    short: int | None = None
    bound: str = ""
    calendar: str = ""
    weekday: int | None = None
    supplied: bool = False
    doubtful: bool = False
    months: int | None = None
    years: int | None = None
    third: int | None = None


@dataclass(frozen=True, slots=True)
class Core:
    """What a form matched: tokens `first` to `last` of a row in some language."""

    row: Row
    first: int
    last: int
    form: str
    lexicon: Lexicon

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The matched tokens."""
        return self.row.tokens[self.first : self.last + 1]

    @property
    def between(self) -> bool:
        """Say whether a word such as "between" stands before the core."""
        return re.search(r"Z[lf]{0,2}$", self.ahead) is not None

    @property
    def ahead(self) -> str:
        """The letters of the few tokens before the core."""
        return self.row.code[max(0, self.first - _REACH) : self.first]

    def values(self, kinds: str) -> list[int]:
        """Return the values of the matched tokens of these kinds, in order."""
        return [token[3] for token in self.tokens if token[0] in kinds]

    def before(self) -> str:
        """Return a little text before the core."""
        start = self.row.tokens[self.first][1]
        return self.row.text[max(0, start - _REACH) : start]

    def after(self) -> str:
        """Return a little text after the core."""
        end = self.row.tokens[self.last][2]
        return self.row.text[end : end + _REACH]

    def draft(self, start: Calendar, end: Calendar | None = None, *, cert: Cert = "high", note: str = "") -> Draft:
        """Return a date from the first to the last token of the core."""
        return Draft(self.first, self.last, self.form, start, end, cert, note)


def _year(token: Token) -> tuple[int, int | None]:
    """Return the year that a token says, and its last two figures where that is all: 906 is 1906."""
    kind, _, _, value = token
    if kind == "3":
        return (1000 + value, None) if value >= 500 else (0, None)
    return (value, None) if kind == "4" else (0, value)


def with_year(core: Core, month: int, day: int) -> list[Draft]:
    token = core.row.tokens[core.last]
    year, short = _year(token)
    if not 1 <= month <= 12 or day > 31 or (not year and short is None):
        return []
    if token[0] in "23" and not SHORT_END.match(core.after()) and core.row.code[core.last + 1 : core.last + 2] != "p":
        return []
    if token[0] == "2" and core.row.code[core.last - 1] == "," and not FIRM_END.match(core.after()):
        return []
    if token[0] == "4" and not NO_FIGURE.match(core.after()):
        return []
    draft = core.draft(Calendar(year, month, day))
    if "g" in core.row.code[core.first : core.last]:
        draft = replace(draft, cert="medium", note="the month's name is misspelt")
    return [replace(draft, short=short)]


def clear(core: Core) -> bool:
    """Say whether no figures, nor a word such as "No.", belong to the number in front."""
    before = core.before()
    if re.search(r"\d[./,:-]$|\w-$", before[-2:]):
        return False
    return not core.ahead.endswith(("#", "#."))


def alone(core: Core) -> bool:
    """Say whether the date ends a short line in which only a place stands before it."""
    text = core.row.text
    before = text[: core.row.tokens[core.first][1]] if len(text) <= LINE else ""
    if len(text) > LINE or text[core.row.tokens[core.last][2] :].strip(" .)]–—-"):
        return False
    words = re.findall(r"[^\W\d_]+", before)
    return (
        len(words) <= 4 and not any(c.isdigit() for c in before) and not any(w.islower() and len(w) > 4 for w in words)
    )
