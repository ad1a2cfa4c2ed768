"""Names in running text by what stands in and around them: titles, initials, given names, words for bodies, capitals.

A capital alone proves nothing, in German least of all; so what has no better sign is only counted here (`Word`), and
judged by how the edition as a whole uses it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from teiedit.names import lexicon
from teiedit.names.proposal import Seen, Word
from teiedit.tools.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from teiedit.model.position import Span

_TOKEN = expression(
    r"(?P<elided>(?<![^\W\d_])[^\W\d_]{1,3}['’](?=[^\W\d_]{2}))?(?P<word>[^\W\d_]+(?:['’‐-][^\W\d_]+)*)(?P<stop>\.)?"
)
_GENITIVE = expression(r"['’][sS]$")
# Between two words of one name: white space, no empty line.
_JOINED = expression(r"[ \t]+|[ \t]*(?:\r\n|\r|\n)[ \t]*")
_BREAK = expression(r"[.!?:;…\"“”„«»()\[\]–—/|*]")
_MOST = 6
# So far before a name stands the word that makes it a street's.
_STREET = 16


@dataclass(slots=True)
class _Token:
    """A word, and how it stands to the one before it."""

    word: str
    start: int
    end: int
    elided: str
    stop: bool
    joined: bool
    first: bool
    capital: bool
    abbreviated: bool
    lower: str

    @property
    def initial(self) -> bool:
        """Say whether it is an initial, such as "J." or "Th."."""
        return self.abbreviated and not lexicon.is_title(self.word)

    @property
    def givenlike(self) -> bool:
        """Say whether a family name may follow."""
        return self.initial or self.lower in lexicon.GIVEN


@dataclass(slots=True)
class _Use:
    """How a word is used: where, how often, how often as a common noun, and after which prepositions of place."""

    start: int
    end: int
    count: int = 0
    common: int = 0
    placed: int = 0
    after: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Running:
    """What the blocks of one document hold; fill it with `read`, then ask for `seen` and `words`."""

    text: str
    language: str
    _seen: dict[tuple[str, str, str, str], list[int]] = field(default_factory=dict)
    _words: dict[str, _Use] = field(default_factory=dict)
    small: Counter[str] = field(default_factory=Counter)

    def read(self, spans: Iterable[Span]) -> None:
        """Read stretches of running text; all words in small letters are known before any name is judged."""
        blocks = [_tokens(self.text, span.start, span.end) for span in spans]
        for tokens in blocks:
            self.small.update(token.lower for token in tokens if not token.capital)
        for tokens in blocks:
            if any(not token.word.isupper() for token in tokens):
                self._block(tokens)

    def seen(self) -> Iterator[Seen]:
        """Yield the names that show themselves as such."""
        for (form, title, kind, rule), (count, start, end) in self._seen.items():
            yield Seen(form, title, kind, rule, start, end, count)

    def words(self) -> Iterator[Word]:
        """Yield the words and sequences that only the edition as a whole can judge."""
        for form, use in self._words.items():
            yield Word(form, use.count, use.common, use.placed, use.start, use.end, tuple(sorted(use.after)))

    def _block(self, tokens: Sequence[_Token]) -> None:
        index = 0
        while index < len(tokens):
            if not _namelike(tokens[index]):
                index += 1
                continue
            end = self._run_end(tokens, index)
            self._run(tokens, index, end)
            index = end

    def _run_end(self, tokens: Sequence[_Token], start: int) -> int:
        """Return where the capitals that begin at `start` end."""
        end = start + 1
        body = lexicon.is_body(tokens[start].word)
        while end < len(tokens) and tokens[end].joined:
            token = tokens[end]
            if _is_family_in_capitals(tokens[start:end], token):
                end += 1
                continue
            if token.elided and token.elided[:-1].lower() not in ("d", "l"):
                break
            if _namelike(token):
                body = body or lexicon.is_body(token.word)
                end += 1
                continue
            after = self._over_small(tokens, start, end, body=body)
            if not after:
                break
            end = after
        return end

    def _over_small(self, tokens: Sequence[_Token], start: int, end: int, *, body: bool) -> int:
        """Return the end of a run that goes on over small words, "de la" or "of the"; 0 if it does not."""
        if end - start > _MOST or tokens[end].capital:
            return 0
        titled = all(lexicon.is_title(token.word) or token.givenlike for token in tokens[start:end])
        small = lexicon.joining(self.language) if body else lexicon.OPENING
        if not (body or titled) or tokens[end].lower not in small:
            return 0
        at = end + 1
        follows = lexicon.joining(self.language) if body else lexicon.PARTICLES
        while (
            at < len(tokens)
            and at - end < 3
            and tokens[at].joined
            and not tokens[at].capital
            and tokens[at].lower in follows
        ):
            at += 1
        return at + 1 if at < len(tokens) and tokens[at].joined and _namelike(tokens[at]) else 0

    def _run(self, tokens: Sequence[_Token], start: int, end: int) -> None:
        """Judge a run of capitals."""
        titles = [i for i in range(start, end) if tokens[i].capital and lexicon.is_title(tokens[i].word)]
        if self._is_body(tokens, start, end, titles):
            return
        if titles and self._titled(tokens, start, titles[-1], end):
            return
        first = titles[-1] + 1 if titles else start
        while first < end and tokens[first].first and not tokens[first].givenlike and self._is_small(tokens[first]):
            first += 1
        if first < end and not self._given(tokens, first, end):
            self._count(tokens, first, end)

    def _is_small(self, token: _Token) -> bool:
        return token.lower in self.small or lexicon.names_nobody(token.word)

    def _is_body(self, tokens: Sequence[_Token], start: int, end: int, titles: Sequence[int]) -> bool:
        """Note a body: "Board of Trade", "Auswärtiges Amt"."""
        while start < end and (tokens[start].first or not tokens[start].capital) and self._is_small(tokens[start]):
            start += 1
        words = [token for token in tokens[start:end] if token.capital]
        plain = [token for token in words if not lexicon.is_title(token.word)]
        if len(words) < 2 or titles or not any(lexicon.is_body(token.word) for token in plain):
            return False
        if all(self._is_small(token) or lexicon.is_body(token.word) for token in words if self.language != "de"):
            return False
        self._note("orgName", "body", "", tokens[start:end])
        return True

    def _titled(self, tokens: Sequence[_Token], start: int, title: int, end: int) -> bool:
        """Note a name after a title: "Mr. Bell", "President Kennedy", "Secretary of State Rusk"."""
        first = title + 1
        if first < end and tokens[title].lower in lexicon.POSTS and _linked(tokens[first]):
            return False
        while first < end and not tokens[first].capital and tokens[first].lower not in lexicon.OPENING:
            first += 1
        if first >= end:
            return False
        last = self._name_end(tokens, first, end)
        if last == first or lexicon.names_nobody(tokens[last - 1].word) or tokens[last - 1].initial:
            return False
        at = title
        while at > start and lexicon.is_title(tokens[at - 1].word):
            at -= 1
        called = " ".join(
            token.word + ("." if token.stop and token.abbreviated else "") for token in tokens[at : title + 1]
        )
        self._note("persName", "titled", called, tokens[first:last])
        return True

    def _given(self, tokens: Sequence[_Token], first: int, end: int) -> bool:
        """Note a name that begins with initials or a given name."""
        if not tokens[first].givenlike:
            return False
        last = self._name_end(tokens, first, end)
        final = tokens[last - 1]
        if (
            last - first < 2
            or final.initial
            or lexicon.names_nobody(final.word)
            or (final.lower in lexicon.GIVEN and last - first < 2)
        ):
            return False
        if tokens[first].first and not tokens[first].initial and self._is_small(tokens[first]):
            return False
        single = tokens[first].initial and not tokens[first + 1].initial
        if single and tokens[first].first and self.language == "de":
            # "D. Karte": an article, shortened at the head of a sentence
            return False
        rule = "initials" if tokens[first].initial else "given"
        self._note("persName", rule, "", tokens[first:last])
        return True

    def _name_end(self, tokens: Sequence[_Token], first: int, end: int) -> int:
        """Return where a person's name ends: given names, a particle, a family name (in German one word)."""
        at = first
        while at < end and tokens[at].capital and tokens[at].givenlike and at - first < 4:
            at += 1
        while at < end and not tokens[at].capital:
            at += 1
        if at >= end:
            return at
        if lexicon.names_nobody(tokens[at].word):
            return at
        at += 1
        if self.language not in ("de", "da") and tokens[at - 1].stop is False:
            while (
                at < end
                and at - first < 3
                and tokens[at].capital
                and not self._is_small(tokens[at])
                and not tokens[at].elided
            ):
                at += 1
        return at

    def _count(self, tokens: Sequence[_Token], start: int, end: int) -> None:
        """Count a run that may or may not be a name."""
        words = [token for token in tokens[start:end] if token.capital]
        while words and lexicon.names_nobody(words[-1].word):
            words.pop()
        while words and lexicon.names_nobody(words[0].word):
            words.pop(0)
        if not words or len(words) > 4 or words[0].first or len(words[0].word) < 3:
            return
        if any(token.elided for token in words[1:]) or any(token.initial for token in words):
            return
        at = next(i for i in range(start, end) if tokens[i] is words[0])
        before = words[0].elided[:-1].lower() or (tokens[at - 1].lower if at and tokens[at].joined else "")
        after = tokens[end] if end < len(tokens) and tokens[end].joined else None
        common = before in lexicon.common(self.language) or self._after_adjective(before)
        placed = before in lexicon.placed(self.language) and (
            self.language == "de" or after is None or after.lower in lexicon.NEVER
        )
        last = next(i for i in range(start, end) if tokens[i] is words[-1])
        form = " ".join(token.word for token in tokens[at : last + 1])
        known = self._words.setdefault(form, _Use(words[0].start, words[-1].end))
        if placed and not known.placed:
            known.start, known.end = words[0].start, words[-1].end
        known.count += 1
        known.common += common
        known.placed += placed
        if placed:
            known.after.add(f"{self.language} {before}")

    def _after_adjective(self, before: str) -> bool:
        """Say whether the word before is by its form a German adjective."""
        return (
            self.language == "de"
            and len(before) > 3
            and before.endswith(lexicon.GERMAN_ADJECTIVE)
            and before not in lexicon.NO_ADJECTIVES
        )

    def _note(self, kind: str, rule: str, title: str, tokens: Sequence[_Token]) -> None:
        before = self.text[max(0, tokens[0].start - _STREET) : tokens[0].start].lower().split()
        if not lexicon.STREETS.isdisjoint(before[-2:]):
            return
        if self.text[tokens[-1].end : tokens[-1].end + 1] in ("[", "<", "{"):
            # an editor has completed the word
            return
        parts = [f"{token.elided}{token.word}{'.' if token.abbreviated else ''}" for token in tokens]
        if tokens[0].elided and tokens[0].elided[:-1].lower() != "d":
            parts[0] = tokens[0].word
        form = " ".join(parts)
        known = self._seen.setdefault((form, title, kind, rule), [0, tokens[0].start, tokens[-1].end])
        known[0] += 1


def _linked(token: _Token) -> bool:
    """Say whether a word is linked to the one before it by "of"."""
    return (not token.capital and token.lower in lexicon.OF) or token.elided[:-1].lower() in lexicon.OF


def _is_family_in_capitals(before: Sequence[_Token], token: _Token) -> bool:
    """Say whether a word in capitals is the family name after a title or given names: "M. Paul DURAND"."""
    upper = token.word.isupper() and len(token.word) > 2
    return upper and any(lexicon.is_title(part.word) or part.givenlike for part in before[-3:])


def _namelike(token: _Token) -> bool:
    """Say whether a word may be part of a name: a capital, but not all of them, and no function word."""
    if not token.capital or (token.word.isupper() and len(token.word) > 1):
        return False
    if len(token.word) == 1 and not token.abbreviated:
        return False
    return token.lower not in lexicon.NEVER or token.abbreviated


def _tokens(text: str, start: int, end: int) -> list[_Token]:
    """Return the words of a stretch of text."""
    tokens: list[_Token] = []
    before, stopped = start, True
    for match in _TOKEN.finditer(text, start, end):
        elided, word = match["elided"] or "", match["word"]
        at = match.start("word")
        if elided and elided[0].isupper() and elided[0] not in "DL":
            # "O'Brien" is one word
            elided, word, at = "", elided + word, match.start()
        genitive = _GENITIVE.search(word)
        word = word[: genitive.start()] if genitive else word
        stop = bool(match["stop"]) and not genitive
        between = text[before : match.start()]
        capital = word[0].isupper()
        lower = word.lower()
        abbreviated = stop and capital and _abbreviates(word, lower)
        joined = bool(tokens) and not stopped and bool(_JOINED.fullmatch(between))
        first = stopped or bool(_BREAK.search(between))
        tokens.append(_Token(word, at, at + len(word), elided, stop, joined, first, capital, abbreviated, lower))
        # a genitive ends a name: "Kennedy's Berlin"
        before = at + len(word) + (1 if abbreviated else 0)
        stopped = stop and not abbreviated
        if genitive:
            before = at + len(word)
    return tokens


def _abbreviates(word: str, lower: str) -> bool:
    """Say whether the stop after a word is that of an initial or a title."""
    if lower in lexicon.SHORT:
        return True
    return len(word) == 1 or lower in lexicon.SHORTENED
