"""Cross-references: "paragraph 2(b)", "Article 4", "§ 3" become links where the document has exactly one such place.

In: the document as built, with its enumerated clauses, paragraphs and articles. Out: the same with `ref` elements.
https://tei-c.org/release/doc/tei-p5-doc/en/html/CO.html#COXR
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from teiedit.model.document import Added, Element, Text
from teiedit.model.evidence import Attributes, Evidence
from teiedit.model.position import Span
from teiedit.recognise.enumerators import normal
from teiedit.tools.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from teiedit.model.document import Document, Node
    from teiedit.model.source import Transcript

RULE = "reference.path"
WHAT = "words such as “paragraph 2(b)” refer to the one place of the document that is numbered so"

Path = tuple[str, ...]

# The nouns that name an enumerated place, with the kind of place; in English, German, French, Spanish, Italian, Dutch.
_NOUNS = {
    "paragraph": r"paragraphs?|paras?\.?|sub-?paragraphs?|absatz|absätze|abs\.|paragraphes?|alinéas?|§§?",
    "clause": r"clauses?|ziffern?|ziff\.|klausel[n]?",
    "article": r"articles?|arts?\.|artikeln?|artikels|artículos?|articol[oi]",
    # also words of other meaning: references only where they lead somewhere
    "point": r"points?|items?|punkt(?:e|en|s|es)?",
}
_STEP = r"(?:\((?:[a-z]|[ivxlc]{2,4}|\d{1,2})\)|(?:(?<=\d)|(?<=\d[ \u00a0]))[a-z]\))"
_PATH = rf"(?:(?:\d{{1,3}}|[IVXLC]{{1,6}}|premier)(?:[ \u00a0]?{_STEP})*|{_STEP}(?:[ \u00a0]?{_STEP})*)"
_END = r"(?!\w|[.,:]\d|[ \u00a0]?(?:%|per cent|a\.m|p\.m|o.clock))"
_REFERENCE = expression(
    r"(?<![\w.])(?:"
    + "|".join(rf"(?P<{kind}>{words})" for kind, words in ((k, f"(?i:{w})") for k, w in _NOUNS.items()))
    + rf")(?P<gap>[ \u00a0\t\r\n]*)(?P<path>{_PATH}){_END}"
)
_MORE = expression(rf"(?:,|,? (?:and|or|to|und|oder|bis|et|ou|y|e|en|&)|[–-]) ?(?P<path>{_PATH}){_END}")
# What stands between an article and its paragraph: "Article 1, paragraph 2", "paragraph 2 of Article 1".
_THEN = expression(r",?[ \u00a0\t\r\n]*")
_OF = expression(r"\s+(?:de\s+l[’']|dell[’']|(?:of|des|von|in|zu|de|del)\s+)", re.IGNORECASE)
_STEPS = expression(r"\d+|[A-Za-z]+")
# "of" another document; "of this letter" is of our own.
_ELSEWHERE = expression(
    r"[,;]?\s+(?:(?:of|in|to|from)\s+(?!this\b|these\b|the\s+(?:present|above|foregoing)\b)"
    r"(?:the|a|an|my|our|your|his|her|its|their|said|that|[A-Z])|"
    r"(?:your|my|his|their|our|Department|Embassy|Legation|Consulate)\b|"
    r"(?:der|des|von|vom|aus|Ihre[sr]?|meine[sr]?|jene[sr])\b(?!\s+(?:vorliegenden|gegenwärtigen))|"
    r"(?:du|de\s+la|de\s+l[’']|des|de\s+(?:votre|ma|mon|son|sa|leur)|d[’'])(?!\s*(?:présente?s?)\b))"
)
_OTHERS = expression(r"(?:\b(?:your|his|her|their|its|votre|son|leur|Ihre[rsnm]?|deren|dessen|[Ss]aid)|[’']s)\s+$")
# Words behind a reference by which it is sure that this document is meant.
_HERE = expression(
    r",?\s+(?:above|below|hereof|of\s+this|of\s+the\s+present|supra|infra|oben|unten|ci-dessus|ci-dessous|"
    r"dieses|dieser|du\s+présent|de\s+la\s+présente|de\s+cette)\b"
)
# Nothing is marked within these: they are enumerators, headings, names, or what others have marked.
_CLOSED = frozenset(
    "label head titlePart ref idno date time metamark gap desc pb lb milestone pc fw note dateline salute signed seg "
    "address closer opener persName placeName orgName roleName rs".split()
)


@dataclass(frozen=True, slots=True)
class _Place:
    """An enumerated place: its kind, its enumerators from the outermost inwards, its identifier, whose it is.

    The document itself is 0, what it encloses 1 and so on. Of "I.", "II." it is told that they are large numerals.
    """

    kind: str
    path: Path
    id: str
    home: int = 0
    numeral: bool = False


@dataclass(frozen=True, slots=True)
class _Pass:
    """One pass over a document."""

    transcript: Transcript
    places: Mapping[Path, Sequence[_Place]]
    articles: bool
    others: bool
    home: int = 0

    def walk(self, node: Node, above: Path) -> Iterator[Node]:
        """Give `node` with the references in it marked."""
        if isinstance(node, Text):
            yield from self._references(node.span, above)
        elif isinstance(node, Added) or node.tag in _CLOSED:
            yield node
        else:
            below = (*above, *_numbers(node))
            content = tuple(part for child in node.content for part in self.walk(child, below))
            yield replace(node, content=content)

    def _references(self, span: Span, above: Path) -> Iterator[Node]:
        position = span.start
        for found, attributes, evidence in self._found(span, above):
            if found.start > position:
                yield Text(Span(position, found.start))
            yield Element("ref", (Text(found),), found, attributes, evidence)
            position = found.end
        if position < span.end:
            yield Text(Span(position, span.end))

    def _found(self, span: Span, above: Path) -> Iterator[tuple[Span, Attributes, Evidence | None]]:
        text = self.transcript.source.text
        position = span.start
        while match := _REFERENCE.search(text, position, span.end):
            position = match.end()
            kind = next(name for name in _NOUNS if match[name])
            spans = [(Span(match.start(), match.end()), match["path"])]
            while more := _MORE.match(text, position, span.end):
                spans.append((Span(more.start("path"), more.end()), more["path"]))
                position = more.end()
            article, end = self._article(match, kind, position, span.end)
            elsewhere = bool(_ELSEWHERE.match(text, end)) or bool(
                _OTHERS.search(text, max(0, match.start() - 20), match.start())
            )
            if self._opens_block(match, text) or (not match["gap"] and match[kind][-1] not in "§."):
                continue
            for at, words in spans:
                result = self._resolve(at, kind, words, article or above, elsewhere=elsewhere)
                if result is not None:
                    yield result

    def _article(self, match: re.Match[str], kind: str, end: int, stop: int) -> tuple[Path, int]:
        """Return the article whose paragraph is meant, if words say so, and where all that names the place ends."""
        text = self.transcript.source.text
        if kind == "article":
            below = _REFERENCE.match(text, _after(_THEN, text, end), stop)
            return (), below.end() if below and not below["article"] else end
        of = _OF.match(text, end, stop)
        over = _REFERENCE.match(text, of.end(), stop) if of else None
        if over and over["article"]:
            return (normal(_STEPS.findall(over["path"])[0]),), over.end()
        *_, before = [None, *_REFERENCE.finditer(text, max(0, match.start() - 40), match.start())]
        if before and before["article"] and _after(_THEN, text, before.end()) == match.start():
            return (normal(_STEPS.findall(before["path"])[0]),), end
        return (), end

    def _opens_block(self, match: re.Match[str], text: str) -> bool:
        """Say whether the words are themselves an enumerator: "Article 4." at the beginning of a line."""
        before = text[max(0, match.start() - 200) : match.start()].rstrip(" \t\u00a0")
        return (not before or before[-1] in "\r\n") and text[match.end() : match.end() + 1] in (
            ".",
            ":",
            "",
            "\r",
            "\n",
        )

    def _resolve(
        self, span: Span, kind: str, words: str, above: Path, *, elsewhere: bool
    ) -> tuple[Span, Attributes, Evidence | None] | None:
        steps = tuple(_STEPS.findall(words))
        if steps[0].isupper() and steps[0].isalpha() and kind not in ("article", "paragraph"):
            return None
        path = tuple(normal(step) for step in steps)
        found = [] if elsewhere else _matching(self.places, kind, path, above, figures=steps[-1].isdigit())
        if self.articles and not self.home and len(found) > 1:
            # a treaty speaks of its own articles, an annex of either
            found = [place for place in found if place.home == 0] or found
        if len(found) == 1:
            # a telegram may speak of the third paragraph of another as it does of its own
            sure = len(path) > 1 or bool(_HERE.match(self.transcript.source.text, span.end))
            evidence = Evidence(RULE, "high" if sure else "medium", f"the one place numbered {'.'.join(path)}", (span,))
            return span, (("type", found[0].kind), ("target", f"#{found[0].id}")), evidence
        if kind == "point":
            return None
        # where nothing is counted so, another document is meant; else the validation asks which place it is
        counted = self.articles if kind == "article" else self.others
        return span, (("type", kind if counted and not elsewhere else "document"),), None


def with_references(document: Document, transcript: Transcript) -> Document:
    """Return `document` with its cross-references marked; those to another document have no target."""
    places: dict[Path, list[_Place]] = {}
    kinds = set()
    for home, division in enumerate(document.body):
        for place in _places(division, (), transcript):
            places.setdefault(place.path, []).append(replace(place, home=home))
            kinds.add(place.kind)
    walker = _Pass(transcript, places, "article" in kinds, bool(kinds - {"article"}))
    body = tuple(
        node for home, division in enumerate(document.body) for node in replace(walker, home=home).walk(division, ())
    )
    return replace(document, body=tuple(node for node in body if isinstance(node, Element)))


def _places(node: Node, above: Path, transcript: Transcript) -> Iterator[_Place]:
    if not isinstance(node, Element):
        return
    below = (*above, *_numbers(node))
    if node.id and below != above:
        kind = {"p": "paragraph", "div": "article"}.get(node.tag, "clause")
        yield _Place(kind, below, node.id, numeral=dict(node.attributes).get("n", "").isupper() and kind != "article")
    label: Element | None = None
    led: Path = ()
    for child in node.content:
        if led and isinstance(child, Element) and child.tag == "list":
            # what a numbered paragraph leads to is also numbered by it: 2, (a), (b)
            yield from _places(child, (*below, *led), transcript)
        led = _numbers(child) if isinstance(child, Element) and child.tag == "p" else led
        for place in _places(child, below, transcript):
            named = label is not None and isinstance(child, Element) and child.id == place.id
            yield replace(place, kind="article") if named and _names_article(transcript, label) else place
        label = child if isinstance(child, Element) and child.tag == "label" else None


def _names_article(transcript: Transcript, label: Element | None) -> bool:
    return label is not None and bool(re.match(_NOUNS["article"], transcript.words(label.span), re.IGNORECASE))


def _numbers(node: Element) -> Path:
    """Return the enumerator that `node` adds to the path of what is in it."""
    attributes = dict(node.attributes)
    counted = node.tag in ("item", "p") or (node.tag == "div" and attributes.get("type") == "article")
    return tuple(normal(step) for step in _STEPS.findall(attributes.get("n", ""))) if counted else ()


def _after(pattern: re.Pattern[str], text: str, position: int) -> int:
    match = pattern.match(text, position)
    return match.end() if match else position


def _matching(
    places: Mapping[Path, Sequence[_Place]], kind: str, path: Path, above: Path, *, figures: bool
) -> list[_Place]:
    """Return the places with that path: from the document's top, or else within the clause or article that speaks.

    A paragraph or point may be numbered in any way; an article is an article, and where there are places of the very
    kind that is named, only they are meant. `figures` says that the path ends in figures.
    """
    for prefix in _prefixes(places, path, above):
        found = list(places.get((*prefix, *path), ()))
        if kind == "article" and (len(path) == 1 or not _has_article(places, path)):
            found = [place for place in found if place.kind == "article"]
        elif kind != "article" and _has_article(places, (*prefix, *path)):
            # the paragraphs of a treaty are those of its articles, and no article
            found = [place for place in found if place.kind != "article" or place.kind == kind]
        if kind != "article" and figures:
            # who says "point 2" does not mean "II."
            found = [place for place in found if not place.numeral]
        same = [place for place in found if place.kind == kind]
        if found:
            return same or found
    # sections "I.", "II." whose points are numbered through
    return [
        place
        for key, these in places.items()
        if key[1:] == path and path[0].isdigit() and _is_numeral(places, key[:1])
        for place in these
        if kind != "article"
    ]


def _has_article(places: Mapping[Path, Sequence[_Place]], path: Path) -> bool:
    return any(place.kind == "article" for place in places.get(path[:1], ()))


def _prefixes(places: Mapping[Path, Sequence[_Place]], path: Path, above: Path) -> Sequence[Path]:
    """Return the paths below which a path is looked up, the nearest first."""
    if path[0].isalpha():
        return [above[:depth] for depth in range(len(above), -1, -1)]
    return [above[:1], ()] if above and (_has_article(places, above) or _is_numeral(places, above[:1])) else [()]


def _is_numeral(places: Mapping[Path, Sequence[_Place]], path: Path) -> bool:
    return any(place.numeral for place in places.get(path, ()))
