"""The names of all documents together: each form once, with its counts, its years and a few places to show."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from teiedit.names import lexicon
from teiedit.tools.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterable

    from teiedit.model.diagnostic import Diagnostic
    from teiedit.names.proposal import Document, Seen, Word

_CAPITALS = expression(r"(?<![^\W\d_])[^\W\d_a-zß-ÿ]{3,}(?![^\W\d_])")
# So many places are kept of each form.
_SPOTS = 3


@dataclass(slots=True)
class Facts:
    """What is known of one form.

    Attributes:
        form: as it is written; what was in capitals throughout is in small letters.
        count: how often it stands in the edition.
        documents: in how many documents.
        years: of the first and last of them that have a date; (0, 0) if none has.
        rules: in how many documents each rule has seen it.
        titles: the titles before it.
        kinds: what the rules took it for.
        entries: the entries that are meant by it, where a party is.
        of: the parties who are called so, by name.
        spots: number of the document, start and end.
        after: the prepositions of place that stand before it, each led by its language.
    """

    form: str
    count: int = 0
    documents: int = 0
    years: tuple[int, int] = (0, 0)
    rules: Counter[str] = field(default_factory=Counter)
    titles: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    entries: Counter[str] = field(default_factory=Counter)
    of: Counter[str] = field(default_factory=Counter)
    spots: list[tuple[int, int, int]] = field(default_factory=list)
    after: set[str] = field(default_factory=set)
    _last: int = -1

    def add(self, number: int, year: int, seen: Seen) -> None:
        """Count one form in one document; documents come one after the other."""
        self.count += seen.times
        self._document(number, year, seen.start, seen.end)
        self.rules[seen.rule] += 1
        if seen.title:
            self.titles[seen.title] += seen.times
        if seen.kind:
            self.kinds[seen.kind] += 1
        if seen.entry:
            self.entries[seen.entry] += 1
        elif seen.of:
            self.of[tidy(seen.of)] += 1

    def add_word(self, number: int, year: int, word: Word) -> None:
        """Count a form that only its use in the whole edition can judge."""
        self.count += word.times
        self._document(number, year, word.start, word.end)
        self.rules["common"] += word.common
        self.rules["placed"] += word.placed
        self.rules["placed in"] += word.placed > 0
        self.after.update(word.after)

    def _document(self, number: int, year: int, start: int, end: int) -> None:
        if number == self._last:
            return
        self._last = number
        self.documents += 1
        if year:
            first, last = self.years
            self.years = (min(first or year, year), max(last, year))
        if len(self.spots) < _SPOTS:
            self.spots.append((number, start, end))


@dataclass(slots=True)
class Gathered:
    """All documents.

    Attributes:
        names: forms that show themselves as names, by kind, form, and whether a woman is called so.
        words: capitalised words and sequences, by form.
        small: in how many documents a word has a small letter.
        used: in how many documents each entry of the register is named.
        years: of the first and last document that names an entry of the register.
        parties: the entries who have written or got a document.
        documents: how many could be read.
        diagnostics: of those that could not.
    """

    names: dict[tuple[str, str, bool], Facts] = field(default_factory=dict)
    words: dict[str, Facts] = field(default_factory=dict)
    small: Counter[str] = field(default_factory=Counter)
    used: Counter[str] = field(default_factory=Counter)
    years: dict[str, tuple[int, int]] = field(default_factory=dict)
    parties: set[str] = field(default_factory=set)
    documents: int = 0
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def is_common(self, word: str) -> bool:
        """Say whether the edition uses a capitalised word as a common one: with a small letter, or after articles."""
        facts = self.words.get(word)
        documents, count, common = (facts.documents, facts.count, facts.rules["common"]) if facts else (0, 0, 0)
        if count > 2 and common > count / 4:
            return True
        return self.small[word.lower()] > max(1, documents / 4)


def gather(documents: Iterable[Document]) -> Gathered:
    """Put together what documents hold; their numbers are their places in the order, from 0."""
    found = Gathered()
    for number, document in enumerate(documents):
        found.diagnostics += document.diagnostics
        if document.diagnostics:
            continue
        found.documents += 1
        found.small.update(document.small)
        found.used.update(document.used)
        found.parties.update(document.parties)
        for entry in document.used if document.year else ():
            first, last = found.years.get(entry, (document.year, document.year))
            found.years[entry] = (min(first, document.year), max(last, document.year))
        for seen in document.seen:
            form = tidy(seen.form, person=seen.kind == "persName")
            key = (seen.kind, form, is_woman(seen.title))
            found.names.setdefault(key, Facts(form)).add(number, document.year, seen)
        for word in document.words:
            found.words.setdefault(word.form, Facts(word.form)).add_word(number, document.year, word)
    return found


def tidy(form: str, *, person: bool = True) -> str:
    """Return a form as a register would have it: "A. Bell" for "A. BELL," and "A.Bell"."""
    words = form.replace(".", ". ").replace("’", "'").strip(" ,;:-–—").split()
    bare = [word for word in words if any(map(str.isalpha, word))]
    large = [word for word in bare if word.lower() not in lexicon.PARTICLES or word.isupper()]
    if len(form) > 4 and all(map(str.isupper, large)):
        bare = [word if len(word.rstrip(".")) == 1 else _capital(word) for word in bare]
    elif person:
        # "Paul DURAND"
        bare = [_CAPITALS.sub(lambda match: match.group().title(), word) for word in bare]
    if bare and len(bare[-1]) > 3:
        bare[-1] = bare[-1].rstrip(".")
    return " ".join(bare)


def _capital(word: str) -> str:
    return word.lower() if word.lower() in lexicon.PARTICLES else word.title()


def is_woman(title: str) -> bool:
    """Say whether one of the titles before a name is a woman's."""
    return any(word.rstrip(".").lower() in lexicon.WOMEN for word in title.split())
