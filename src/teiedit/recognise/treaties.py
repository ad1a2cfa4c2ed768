"""Treaties, conventions, agreements: preamble, articles and what holds them, testimonium, signatures.

In: a transcript that is a treaty by its words. Out: its outline, or None where no article and no testimonium shows
its structure. https://tei-c.org/release/doc/tei-p5-doc/en/html/DS.html
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from teiedit.model.evidence import Evidence, Zone
from teiedit.model.position import Span
from teiedit.recognise import acts, dates, signatories
from teiedit.recognise.outline import Block, Outline, Paragraph, Section, is_enclosure, is_greeted, opening, paragraphs
from teiedit.recognise.zones.scores import AFTERWORD_RULE
from teiedit.tools.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from teiedit.model.source import Transcript

ARTICLE_RULE = "act.article"
RUN_IN_RULE = "act.article-run-in"
SECTION_RULE = "act.section"
PREAMBLE_RULE = "act.preamble"
TESTIMONIUM_RULE = "act.testimonium"
DONE_RULE = "act.done"
ENCLOSURE_RULE = "act.annex"
RULES = {
    ARTICLE_RULE: "a line of its own that names an article heads it",
    RUN_IN_RULE: "paragraphs that begin with the numbers of articles, one after the other, are the articles",
    SECTION_RULE: "a line of its own that numbers a part, title, chapter or section heads the articles below it",
    PREAMBLE_RULE: "what stands before the first article of a treaty is its preamble",
    TESTIMONIUM_RULE: "the formula by which the signatories bear witness, and what follows it up to the signatures",
    DONE_RULE: "the sentence that says where and when a treaty was done is its dateline",
    ENCLOSURE_RULE: "a heading below the signatures begins another document, such as an annex",
}
# A title of an article that stands below its number is no longer than this.
_TITLE_BELOW = 70
_NEW_SENTENCE = expression(r"[a-zß-ÿ]{3}[.;]\s+[A-ZÀ-Þ]")
_ARTICLE_LEVEL = len(acts.SECTIONS)


@dataclass(frozen=True, slots=True)
class _Head:
    """The heading of an article or section: at which paragraph it stands, and how many it takes; 0 if it is run in."""

    at: int
    heading: acts.Heading
    lines: int

    @property
    def level(self) -> int:
        kind = self.heading.kind
        return _ARTICLE_LEVEL if kind == "article" else acts.SECTIONS.index(kind)


def read_treaty(transcript: Transcript, zones: Sequence[Zone], tags: Sequence[str], *, sure: bool) -> Outline | None:
    """Return the outline of a treaty.

    Args:
        transcript: the text.
        zones: its lines as the grammar of letters has read them.
        tags: the languages to try for dates.
        sure: whether the document is known to be a treaty; else it must have two articles with headings.
    """
    found = paragraphs(transcript, zones)
    first = next((one.span.start for one in found if _is_body(one)), found[-1].span.end)
    if is_greeted(zones, first) or any(
        zone.kind == "part" and not acts.numbered(transcript.words(zone.span)) for zone in zones
    ):
        return None
    front, opens, start = opening(found, acts.is_treaty if sure else acts.is_title, _is_body)
    reader = _Reader(found, tags)
    body, closing, end = reader.document(start, reader.next_document(start + 1))
    heads = sum(isinstance(block, Section) and block.type in ("article", "section") for block in body)
    if not (sure and any(isinstance(block, Section) for block in body)) and heads < 2:
        return None
    after, end = reader.afterwords(end)
    return Outline(front, opens, body, (*closing, *after), tuple(reader.enclosures(end)))


def _is_body(paragraph: Paragraph) -> bool:
    text = paragraph.text
    return acts.numbered(text) is not None or acts.is_preamble(text) or acts.is_testimonium(text)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the paragraphs of one transcript."""

    found: Sequence[Paragraph]
    tags: Sequence[str]

    def document(self, start: int, end: int) -> tuple[tuple[Block, ...], tuple[Zone, ...], int]:
        """Return the text and the closing of the document between two paragraphs, and where what follows begins."""
        tail = self._tail(start, end)
        heads = self._heads(start, tail)
        body = self._body(heads, start, tail)
        witnessed, closing, after = self._closing(tail, end)
        return (*body, *witnessed), closing, after

    def next_document(self, start: int) -> int:
        """Return where a document begins from `start` on: an annex, a protocol below the signatures."""
        for index in range(start, len(self.found)):
            if self._is_enclosure(index):
                return index
        return len(self.found)

    def _is_enclosure(self, index: int) -> bool:
        paragraph = self.found[index]
        text = paragraph.text
        head = acts.is_annex(text) or is_enclosure(paragraph)
        titled = text.isupper() and acts.is_treaty(text) and acts.is_title(text.rstrip("."))
        return (head or titled) and paragraph.after_blank and index + 1 < len(self.found)

    def _tail(self, start: int, end: int) -> int:
        """Return where the end of a treaty begins: at its testimonium, or the sentence "Done at", or the signatures."""
        span = range(start, end)
        for index in span:
            if acts.is_testimonium(self.found[index].text):
                above = index - 1
                return above if above > start and self._is_done(above) else index
        done = next((index for index in span if index > start and self._is_done(index)), end)
        return done if done < end else self._signatures(start, end)

    def _signatures(self, start: int, end: int) -> int:
        """Return where the signatures begin, which alone end a treaty: they are marked as such, dated, or several."""
        for index in range(start + 1, end):
            signed, after = self._signed(index, end)
            dated = index - 1 > start and self._is_dated(index - 1)
            marked = dated or signatories.is_marked(self.found[index].rows[0].text)
            if signed and after == end and (marked or len(signed) > 1):
                return index - dated
        return end

    def _is_done(self, index: int) -> bool:
        text = self.found[index].text
        return acts.is_done(text) and not _NEW_SENTENCE.search(text) and bool(dates.find(text, self.tags))

    def _heads(self, start: int, end: int) -> list[_Head]:
        heads: list[_Head] = []
        last = 0
        for index in range(start, end):
            heading = acts.numbered(self.found[index].rows[0].text)
            if heading is None:
                continue
            number = int(re.match(r"\d+", heading.number)[0])  # type: ignore[index]
            lines = self._lines(index, heading, end)
            if heading.kind != "article":
                last = 0 if lines and last and self._restarts(index, end) else last
                heads += [_Head(index, heading, lines)] if lines else []
            elif (
                (lines and number > last)
                or (number == last and not heading.number.isdigit())
                or (heading.stopped and number == last + 1)
            ):
                heads.append(_Head(index, heading, lines))
                last = number
        articles = [head for head in heads if head.heading.kind == "article"]
        if len(articles) == 1 and not articles[0].lines:
            heads.remove(articles[0])
        if any(not head.lines for head in articles):
            # where articles are run in, so is one whose first words could be a title
            heads = [replace(head, lines=0) if self._may_run_in(head) else head for head in heads]
        return heads

    def _may_run_in(self, head: _Head) -> bool:
        text = self.found[head.at].rows[0].text
        stop = text[: head.heading.end].rstrip()[-1]
        return head.heading.kind == "article" and stop == "." and head.heading.rest < len(text)

    def _restarts(self, index: int, end: int) -> bool:
        """Say whether the first article below a section is numbered 1 again."""
        below = (acts.numbered(self.found[at].text) for at in range(index + 1, end))
        return next((found.number == "1" for found in below if found and found.kind == "article"), False)

    def _lines(self, index: int, heading: acts.Heading, end: int) -> int:
        """Return how many paragraphs are a heading: its number, with the title in its line or below; 0 if run in."""
        paragraph = self.found[index]
        rest = paragraph.rows[0].text[heading.rest :]
        if len(paragraph.rows) > 1 or (rest and not (acts.is_title(rest) and index + 1 < end)):
            return 0
        section = heading.kind != "article"
        return 2 if not rest and self._titled_below(index + 1, end, section=section) else 1

    def _titled_below(self, index: int, end: int, *, section: bool) -> bool:
        if index + (0 if section else 1) >= end:
            return False
        below = self.found[index]
        title = len(below.rows) == 1 and len(below.text) <= _TITLE_BELOW and acts.is_title(below.text)
        if not title or acts.numbered(below.text) or signatories.is_marked(below.text):
            return False
        if section:
            return True
        # a line that goes on in small letters is the first of a paragraph
        after = self.found[index + 1]
        return acts.numbered(after.text) is None and (after.after_blank or not after.text[0].islower())

    def _body(self, heads: Sequence[_Head], start: int, end: int) -> tuple[Block, ...]:
        if not heads:
            return tuple(self.found[index].as_zone() for index in range(start, end))
        bounds = [*(head.at for head in heads), end]
        before = self._preamble(start, heads[0].at)
        return (*before, *self._nested(list(zip(heads, bounds[1:], strict=True))))

    def _preamble(self, start: int, end: int) -> tuple[Section, ...]:
        if start == end:
            return ()
        headed = end - start > 1 and acts.is_preamble(self.found[start].text)
        head = (self.found[start].as_zone("head"),) if headed else ()
        content = tuple(self.found[index].as_zone() for index in range(start + headed, end))
        return (Section("preamble", "", head, content, Evidence(PREAMBLE_RULE, "high")),)

    def _nested(self, heads: Sequence[tuple[_Head, int]]) -> Iterator[Section]:
        """Yield articles and sections; what is narrower stands in the wider before it."""
        index = 0
        while index < len(heads):
            head, end = heads[index]
            after = index + 1
            while after < len(heads) and heads[after][0].level > head.level:
                after += 1
            yield self._section(head, end, tuple(self._nested(heads[index + 1 : after])))
            index = after

    def _section(self, head: _Head, end: int, inner: tuple[Section, ...]) -> Section:
        lines = tuple(self.found[index].as_zone("head") for index in range(head.at, head.at + head.lines))
        own = tuple(self.found[index].as_zone() for index in range(head.at + head.lines, end))
        number = head.heading.number
        if head.heading.kind != "article":
            evidence = Evidence(SECTION_RULE, "high")
            return Section("section", number, lines, (*own, *inner), evidence, subtype=head.heading.kind)
        if lines:
            return Section("article", number, lines, own, Evidence(ARTICLE_RULE, "high"))
        begin = self.found[head.at].span.start
        label = Span(begin, begin + head.heading.end)
        return Section("article", number, (), own, Evidence(RUN_IN_RULE, "high"), label)

    def _closing(self, start: int, end: int) -> tuple[tuple[Section, ...], tuple[Zone, ...], int]:
        """Return the testimonium, and the dateline and signatures below it; and where what follows them begins."""
        index = start
        while index < end and not self._signed(index, end)[0]:
            index += 1
        index = self._unsigned(start, end) if index == end else index
        dated = index if index > start and self._is_dated(index - 1) else 0
        words = [self.found[at].as_zone() for at in range(start, index - bool(dated))]
        witnessed = (Section("testimonium", "", (), tuple(words), Evidence(TESTIMONIUM_RULE, "high")),) if words else ()
        done = [self.found[dated - 1].as_zone("done", Evidence(DONE_RULE, "high"))] if dated else []
        signed, after = self._signed(index, end)
        return witnessed, (*done, *signed), after

    def _is_dated(self, index: int) -> bool:
        """Say whether a paragraph right above the signatures is their date, with or without the words "Done at"."""
        zone = self.found[index].zone
        return self._is_done(index) or (zone.kind in ("dateline", "footdate") and zone.evidence is not None)

    def _is_witnessed(self, index: int) -> bool:
        return acts.is_testimonium(self.found[index].text) or self._is_done(index)

    def _unsigned(self, start: int, end: int) -> int:
        """Return where the testimonium of a treaty without signatures ends."""
        index = start
        while index < end and self._is_witnessed(index):
            index += 1
        return max(index, min(start + 1, end))

    def _signed(self, index: int, end: int) -> tuple[tuple[Zone, ...], int]:
        """Return the signatures that begin at a paragraph, and the first paragraph after them."""
        if index >= end:
            return (), index
        rows = [row for paragraph in self.found[index:end] for row in paragraph.rows]
        groups, used = signatories.read(rows)
        after = index
        while after < end and len(self.found[after].rows) <= used:
            used -= len(self.found[after].rows)
            after += 1
        last = self.found[after - 1].span.end if after > index else -1
        evidence = Evidence(signatories.RULE, "medium")
        return tuple(Zone("signatory", span, evidence) for span in groups if span.end <= last), after

    def afterwords(self, index: int) -> tuple[tuple[Zone, ...], int]:
        """Return what stands below the signatures, up to the next document."""
        end = self.next_document(index)
        evidence = Evidence(AFTERWORD_RULE, "medium")
        return tuple(self.found[at].as_zone("postscript", evidence) for at in range(index, end)), end

    def enclosures(self, index: int) -> Iterator[Section]:
        """Yield the documents below the first, each with its heading."""
        number = 1
        while index < len(self.found):
            head = self.found[index].as_zone("head")
            end = self.next_document(index + 1)
            body, closing, after = self.document(index + 1, end) if end > index + 1 else ((), (), end)
            rest = tuple(
                self.found[at].as_zone("postscript", Evidence(AFTERWORD_RULE, "medium")) for at in range(after, end)
            )
            yield Section(
                "enclosure", str(number), (head,), body, Evidence(ENCLOSURE_RULE, "medium"), closing=(*closing, *rest)
            )
            index, number = end, number + 1
