"""What a language's file says of how letters are named in letters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from teiedit.tools.expressions import expression

# "No. 12", "(No. 12)", "n° 12": the number that offices give what they send.
_NUMBER = r"(?:[ \u00a0,(]+(?:[Nn][or]s?|[Nn]ro?|[Nn]úm|[Nn])[.°º]*\s?\d{1,5}(?:/\d{1,4})?[a-z]?\)?,?)?"
# Up to three words between "your" and "letter": "very kind", "freundlichen", "si bonne"; no names, no "brother's".
_BETWEEN = r"(?:(?-i:[a-zà-öø-ÿœ])[^\W\d_]*(?:-[^\W\d_]+)?\.?,?\s+){0,3}?"


@dataclass(frozen=True)
class Letters:
    """How letters are named in the letters of one language. Words are patterns, parted by "|".

    Attributes:
        letter: the plain word for a letter, by which one is called that is named by "yours" alone.
        yours: what says that the addressee wrote it.
        ours: what says that the writer wrote it.
        title: what a letter that is named is called: its genre, sender and addressee.
        nouns: the words for what is sent.
        endings: what may be hung on them.
        links: what stands before the date: "of the", "vom".
        yours_alone: words for a letter of the addressee's, without a noun: "yours", "Ihr Geehrtes".
        ours_alone: words for one of the writer's.
        behind: words that may stand between the noun and the link: "si aimable".
        follows: whether the possessive may follow its noun: "litteras tuas".
        day: a day of the month that stands alone, with a group "day"; it does not swallow a month behind it.
        owned: whether a day alone is read only where it is said whose letter it is.
        to: words behind the date by which the letter turns out to be to somebody else.
        folds: whether capitals count for nothing: not in German, where "Ihr" and "ihr" are two.
        examples: texts, each with "yours", "ours" or "" and the words of the date.
        counterexamples: texts in which no letter is named by its date.
    """

    letter: str
    yours: str
    ours: str
    nouns: str
    links: str
    title: str
    endings: str = ""
    yours_alone: str = r"(?!)"
    ours_alone: str = r"(?!)"
    behind: str = r"(?!)"
    follows: bool = False
    day: str = r"(?!)(?P<day>)"
    owned: bool = True
    to: str = r"(?!)"
    folds: bool = True
    examples: tuple[tuple[str, str, str], ...] = ()
    counterexamples: tuple[str, ...] = ()

    @property
    def _flags(self) -> re.RegexFlag:
        return re.IGNORECASE if self.folds else re.NOFLAG

    @property
    def _owned(self) -> str:
        before = (
            rf"(?:(?P<yours>{self.yours})|(?P<ours>{self.ours}))\s+{_BETWEEN}(?P<genre>{self.nouns})(?:{self.endings})"
        )
        alone = rf"(?P<yours_alone>{self.yours_alone})|(?P<ours_alone>{self.ours_alone})"
        after = (
            rf"|(?P<genre_before>{self.nouns})(?:{self.endings})\s+(?:[^\W\d_]+\s+)?"
            rf"(?:(?P<yours_after>{self.yours})|(?P<ours_after>{self.ours}))\b"
        )
        return rf"(?<!\w)(?:{before}|{alone}{after if self.follows else ''})"

    @property
    def _lead(self) -> str:
        return rf"{_NUMBER}(?:,?\s+(?:{self.behind}))?[\s,(]+(?:{self.links})"

    @cached_property
    def owned_before(self) -> re.Pattern[str]:
        """Words that end before a date and say whose letter is meant."""
        return expression(rf"{self._owned}{self._lead}\s*$", self._flags)

    @cached_property
    def before(self) -> re.Pattern[str]:
        """Words that end before a date and name a letter, whosever it is."""
        return expression(rf"(?<!\w)(?P<genre>{self.nouns})(?:{self.endings}){self._lead}\s*$", self._flags)

    @cached_property
    def with_day(self) -> re.Pattern[str]:
        """A letter that is named by the day of its month alone: "your letter of the 3rd"."""
        named = self._owned if self.owned else rf"(?<!\w)(?P<genre>{self.nouns})(?:{self.endings})"
        return expression(rf"{named}{self._lead}\s+(?:{self.day})", self._flags)

    @cached_property
    def linked(self) -> re.Pattern[str]:
        """A letter that is named and linked to what follows, which may be its date."""
        return expression(rf"(?<!\w)(?P<genre>{self.nouns})(?:{self.endings}){self._lead}\s+", self._flags)

    @cached_property
    def to_others(self) -> re.Pattern[str]:
        """What stands behind the date of a letter to somebody else."""
        return expression(rf"[,\s]*(?:{self.to})", self._flags)
