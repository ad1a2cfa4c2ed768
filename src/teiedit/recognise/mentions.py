"""Names in running text, only where the edition's register has them: exactly so written, and of one entry alone.

A name is left alone where it may be part of another ("Robert Kennedy", "Kennedy Airport", "O'Brien"), where its one
word may be a common one ("Will you …"), and where two entries bear it: a wrong record costs more than none.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from teiedit.model.diagnostic import Diagnostic, Severity
from teiedit.model.evidence import Evidence, Mark
from teiedit.model.position import Span
from teiedit.recognise import names
from teiedit.recognise.register import REGISTER_RULE, TOKEN, Index, Unclear, born
from teiedit.tools.expressions import expression

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator, Sequence

    from teiedit.model.register import Entry
    from teiedit.model.source import Transcript

_WORD = expression(r"[^\W_]+")
_BEFORE = expression(r"([^\W\d_]+)(\.?)\s+\Z")
_AFTER = expression(r"\s+([^\W\d_]+)")
_SENTENCE = expression(r"(?:\A|[.!?:;…])[\s\"'“”„‚‘’»«)\]—–-]*\Z")
# What is left of an article or preposition before a vowel: "l'Italie", "dell'Austria", but not "O'Brien".
_ELIDED = expression(r"(?:\A|[^\w'’])(?:[dlnsjmtcDLNSJMTC]|[Qq]u|[a-zà-ÿ]{2,6})['’]\Z")
_GENITIVE = expression(r"['’](?:s\b|S\b|\W|\Z)")
_HYPHEN = expression(r"[-\u2010\u2011](?:[ \t]*\r?\n[ \t]*)?\w")
_REACH = 40
# In these languages a capital does not tell a name from a noun.
_CAPITALS = ("de", "da")
_DETERMINERS = frozenset(
    f"{stem}{end}" for stem in ("ein", "kein", "mein", "dein", "sein") for end in ("", "e", "en", "em", "er", "es")
) | frozenset("der die das den dem des dieser diese dieses diesen diesem jeder jede jedes jeden jedem".split())
# What a sentence may begin with before a name, beside words that the document itself has in small letters.
_LEADING = frozenset(
    "the a an in at from to of on and but for when if that this as with by while since under until before after "
    "is was has had did does will would should may can could shall let dear yes no not nor or then thus here "
    "where what who why how both between near all our your my his her its their we you they he she it i against "
    "about through over "
    "en à de du des au aux et mais pour dans par sur si que quand comme chez vers sous sans selon depuis pendant le la "
    "les un une ce cette mon ma mes votre vos notre nos je vous nous il elle ils".split()
)
# Words that are also names of people or places; at the head of a sentence they are words.
_COMMON = frozenset(
    "will may mark grant rose hope grace faith joy bill rich pat frank art bath reading nice cork deal sandwich march "
    "april june august sunday monday dawn summer young long short white black brown green gray grey king bishop pope "
    "prince stone wood hill field lake forest day page price rice rush chance bush case cook baker smith miller taylor "
    "more love best good wise sharp strong major little jack guy gene drew chase pierre blanche fleur rue mars mai "
    "juin août avril".split()
)
_RANKS = frozenset("gen col capt maj lt adm gov sen rep pres sec amb messrs".split())
_MONTHS = frozenset("March April May June August Mars Avril Mai Juin Août Juni Juli März Januar Maggio Mayo".split())


@dataclass(frozen=True, slots=True)
class Mentions:
    """Marks for the names of one document, and names that several entries bear, with where each first stands."""

    marks: tuple[Mark, ...] = ()
    unclear: tuple[tuple[Unclear, Span], ...] = ()


@dataclass(slots=True)
class _Text:
    """A document while names are looked for."""

    text: str
    language: str
    small: frozenset[str] | None = field(default=None)

    def has_small(self, word: str) -> bool:
        """Say whether the document also writes a word with a small letter."""
        if self.small is None:
            self.small = frozenset(word for word in _WORD.findall(self.text) if word[0].islower())
        return word.lower() in self.small


def find_mentions(
    transcript: Transcript, spans: Iterable[Span], index: Index, *, language: str, year: int = 0
) -> Mentions:
    """Return the names of the register within `spans`.

    Args:
        transcript: the text.
        spans: where to look: paragraphs, lines of an address.
        index: the register.
        language: of the document.
        year: of the document, or 0: nobody is named before birth.
    """
    if not index.phrases:
        return Mentions()
    document = _Text(transcript.source.text, language)
    marks: list[Mark] = []
    unclear: dict[str, tuple[Unclear, Span]] = {}
    for whole in spans:
        for span, entries in _phrases(document, whole, index):
            known = tuple(entry for entry in entries if born(entry, year))
            name = transcript.words(span)
            if len(known) > 1:
                unclear.setdefault(name, (Unclear(name, known), span))
            elif known and _stands_alone(document, span, whole, known[0]):
                marks.append(_mark(span, name, known[0]))
    return Mentions(tuple(marks), tuple(unclear.values()))


def _phrases(document: _Text, whole: Span, index: Index) -> Iterator[tuple[Span, tuple[Entry, ...]]]:
    """Yield the phrases of the register that stand in a stretch of text, of several the longest."""
    text, lengths = document.text, index.lengths
    end = whole.start
    for match in _WORD.finditer(text, whole.start, whole.end):
        if match.start() < end or (possible := lengths.get(match.group())) is None:
            continue
        tokens = list(islice(TOKEN.finditer(text, match.start(), whole.end), possible[0]))
        words = [token.group() for token in tokens]
        for length in possible:
            entries = index.phrase(words[:length]) if length <= len(words) else ()
            if entries:
                span = Span(match.start(), tokens[length - 1].end())
                if _bounded(text, span):
                    yield span, entries
                # a phrase that is part of a longer word hides those that it begins with, too
                end = span.end
                break


def _bounded(text: str, span: Span) -> bool:
    """Say whether a phrase is no part of a longer word: "O'Brien", "Anglo-Irish", "Kuba-Krise"."""
    before, after = text[max(0, span.start - 8) : span.start], text[span.end : span.end + 8]
    if before[-1:] in ("'", "’") and before[-2:-1].isalnum() and not _ELIDED.search(before):
        return False
    if before[-1:] in ("-", "\u2010", "\u2011") and before[-2:-1].isalnum():
        return False
    if after[:1] in ("'", "’") and not _GENITIVE.match(after):
        return False
    return not (after[:1].isalnum() or after[:1] == "_" or before[-1:] == "_" or _HYPHEN.match(after))


def _stands_alone(document: _Text, span: Span, whole: Span, entry: Entry) -> bool:
    """Say whether the words around a name, and its own, leave no doubt that it is that name."""
    text = document.text
    name = text[span.start : span.end]
    if not any(map(str.islower, text[whole.start : whole.end])):
        return True
    after = _AFTER.match(text, span.end, min(whole.end, span.end + _REACH))
    if after and document.language not in _CAPITALS and _is_name(after[1]):
        return False
    start = max(whole.start, span.start - _REACH)
    before = _BEFORE.search(text[start : span.start])
    if not _WORD.fullmatch(name) or (before and (names.is_title(before[1]) or before[1].lower() in _RANKS)):
        return True
    if name in _MONTHS or (before and before[2] and _is_short(before[1])):
        return False
    if _begins(text, whole, span.start):
        return name.lower() not in _COMMON and not document.has_small(name)
    return before is None or _may_precede(document, before, whole, entry, start)


def _may_precede(document: _Text, before: re.Match[str], whole: Span, entry: Entry, start: int) -> bool:
    """Say whether the word before a name of one word leaves it a name of its own."""
    word, stop = before[1], before[2]
    if document.language in _CAPITALS:
        person = entry.kind == "persName"
        return not person or (word[0].islower() and word.lower() not in _DETERMINERS)
    if word[0].islower() or (word.isupper() and len(word) > 1):
        return True
    if stop:
        return False
    first = _begins(document.text, whole, start + before.start())
    return word.lower() in _LEADING or (first and document.has_small(word))


def _is_short(word: str) -> bool:
    """Say whether a word before a stop is an initial or an abbreviation: "R. Kennedy", "St. Petersburg"."""
    return word[0].isupper() and len(word) <= 4


def _is_name(word: str) -> bool:
    """Say whether a word after a name may be a part of it: "Kennedy Airport"."""
    capital = word[0].isupper() and not (word.isupper() and len(word) > 1)
    return capital and word.lower() not in _LEADING


def _begins(text: str, whole: Span, offset: int) -> bool:
    """Say whether a sentence begins at an offset."""
    start = max(whole.start, offset - 12)
    before = text[start:offset]
    found = _SENTENCE.search(before)
    return found is not None and (bool(found.group().strip()) or start == whole.start)


def _mark(span: Span, name: str, entry: Entry) -> Mark:
    sure = entry.kind != "persName" or not _WORD.fullmatch(name)
    note = "so written in the register" if name == entry.name else f"in the register a name of {entry.name}"
    evidence = Evidence(REGISTER_RULE, "high" if sure else "medium", note, (span,))
    return Mark(span, entry.kind, (("ref", f"#{entry.id}"),), evidence)


def report(transcript: Transcript, unclear: Sequence[tuple[Unclear, Span]]) -> list[Diagnostic]:
    """Return one finding for all names of a document that several entries bear."""
    if not unclear:
        return []
    first, span = unclear[0]
    others = list(dict.fromkeys(found.name for found, _ in unclear if found.name != first.name))
    who = " or ".join(f"{entry.name} ({entry.id})" for entry in first.entries[:4])
    more = f"; the same holds for {', '.join(map(_quoted, others[:6]))}" if others else ""
    more += f" and {len(others) - 6} more" if len(others) > 6 else ""
    message = f"{_quoted(first.name)} may be {who} of the register, and was left without a record{more}"
    hint = "if one of them is always meant, take the form from the variants of the other"
    return [Diagnostic("D040", Severity.INFO, transcript.place(span), message, hint)]


def _quoted(name: str) -> str:
    return f'"{name}"'
