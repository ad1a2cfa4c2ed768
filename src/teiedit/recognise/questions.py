"""What the rules conclude of a document, as questions to its editors, and which of them are answered.

In: a document understood without decisions, and the decisions. Out: every inference, everything that was not found, and
every finding, each with what was decided about it.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from teiedit.model.decisions import FACTS, LINES, STRUCTURES, WORDS
from teiedit.model.diagnostic import Severity
from teiedit.model.document import Element, corresponds
from teiedit.model.evidence import CERTS
from teiedit.model.position import Place, Span
from teiedit.model.question import Question
from teiedit.tools.anchoring import Quotable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from teiedit.model.decisions import Decision, Decisions, Fact
    from teiedit.model.diagnostic import Diagnostic
    from teiedit.model.document import Action, Document
    from teiedit.model.evidence import Evidence
    from teiedit.model.question import Status
    from teiedit.model.source import Transcript

# What an editor calls an element; what stands in a closer is told apart by where it stands.
_KINDS = {
    **{tag: kind for kind, tag in {**STRUCTURES, **WORDS}.items()},
    "dateline": "dateline",
    "salute": "salutation",
    "signed": "signature",
    "roleName": "office",
    "postscript": "postscript",
    "address": "address",
    "p": "paragraph",
}
_NAMES = frozenset(("person", "place", "organisation", "form of address"))
_BESIDE = 16
_DATED = ("when", "from", "to", "notBefore", "notAfter", "when-custom")
# Findings that are no doubts about the document: the file's encoding, and the grammar's own faults.
_ASKED = ("A", "D", "S")


class Questions:
    """The questions about one document."""

    def __init__(self, transcript: Transcript, document: Document, findings: Iterable[Diagnostic] = ()) -> None:
        """Gather them.

        Args:
            transcript: the text.
            document: what it was understood to be, by the rules alone.
            findings: what the document and the validators found doubtful.
        """
        self._transcript = transcript
        self._quotable = Quotable(transcript.source.text)
        self._taken: set[str] = set()
        self._all = (*self._facts(document), *self._elements(document), *self._findings(findings))

    def all(self) -> tuple[Question, ...]:
        """Return them in the order of the text, those about the whole document first; none is answered."""
        return tuple(sorted(self._all, key=lambda one: one.span or Span(-1, -1)))

    def answered(self, decisions: Decisions, found: Sequence[tuple[Decision, Span]]) -> tuple[Question, ...]:
        """Return them with what was decided.

        Args:
            decisions: on this document.
            found: those about words, each with where its words stand.
        """
        return tuple(_answered(question, decisions, found) for question in self.all())

    def _id(self, kind: str, words: str, beside: str) -> str:
        found = hashlib.sha256("\0".join((kind, words, beside)).encode("utf-8", "surrogatepass")).hexdigest()
        identifier, number = found[:8], 2
        while identifier in self._taken:
            identifier, number = f"{found[:8]}-{number}", number + 1
        self._taken.add(identifier)
        return identifier

    def _facts(self, document: Document) -> Iterator[Question]:
        """Yield what is concluded of the document as a whole."""
        for finding in document.findings:
            kind = finding.rule.partition(".")[0]
            says = document.genre if kind == "genre" else document.language
            yield self._fact(kind, says, finding)
        if document.language == "und":
            yield self._fact("language", "", None)
        why = "so it is called in the transcript" if document.titled is None else "made of sender, addressee and date"
        yield replace(self._sure("title", document.title, why), values=(document.title,))
        if not corresponds(document.genre, document.sent, document.received):
            return
        yield from self._party("sender", document.sent)
        yield from self._party("addressee", document.received)
        if document.copied.people:
            yield from self._party("copies", document.copied)
        placed = document.sent.placed
        if document.sent.place and placed is not None:
            marked = any(_marks(one, "placeName", placed.rule) for one in (*document.front, *document.body))
            asked = self._fact("place", document.sent.place, placed)
            # where the dateline's words are asked about, the place is what they are
            yield replace(asked, cert="high") if marked else asked
        date = document.sent.date
        if date is None:
            yield self._fact("date", "", None)
        else:
            values = tuple(value for name, value in date.attributes if name in _DATED)
            shown = date.words if date.words == "/".join(values) else f"{'/'.join(values)} ({date.words})"
            asked = self._sure("date", shown, "of the heading or the dateline")
            yield replace(asked, values=("/".join(values),), value=date.attributes)

    def _sure(self, kind: str, says: str, why: str) -> Question:
        """Return what follows from other answers: it can be changed, and is not asked."""
        place = Place(self._transcript.source.path)
        return Question(self._id(kind, "", ""), kind, None, None, place, says, "high", "document", why)

    def _party(self, kind: str, action: Action) -> Iterator[Question]:
        names = ", ".join(f"{p.name} ({p.id})" if p.entry else p.name for p in action.people)
        reasons = [one for one in (action.evidence, *(person.evidence for person in action.people)) if one is not None]
        if not names:
            yield self._fact(kind, "", None)
        elif reasons:
            # who is meant is no surer than the least sure of what leads there
            values = tuple(p.id if p.entry else p.name for p in action.people)
            yield replace(self._fact(kind, names, max(reasons, key=lambda one: CERTS.index(one.cert))), values=values)

    def _fact(self, kind: str, says: str, evidence: Evidence | None) -> Question:
        place = Place(self._transcript.source.path)
        if evidence is None:
            why = f"no {kind} was found"
            return Question(self._id(kind, "", ""), kind, None, None, place, "", "low", "", why)
        shown = self._words(evidence)
        why = "; ".join(filter(None, (shown, evidence.note)))
        identifier = self._id(kind, "", "")
        return Question(identifier, kind, None, None, place, says, evidence.cert, evidence.rule, why, values=(says,))

    def _words(self, evidence: Evidence) -> str:
        return "; ".join(f"“{self._transcript.words(span).strip()}”" for span in evidence.spans)

    def _elements(self, document: Document) -> Iterator[Question]:
        for element in (*document.front, *document.body):
            yield from self._element(element, "")

    def _element(self, element: Element, above: str) -> Iterator[Question]:
        kind = _kind(element, above)
        if element.evidence is not None and kind:
            asked = self._question(kind, element.span, _says(element), element.evidence)
            yield replace(asked, value=element.attributes)
        for node in element.content:
            if isinstance(node, Element):
                yield from self._element(node, element.tag)

    def _question(self, kind: str, span: Span, says: str, evidence: Evidence) -> Question:
        others = [one for one in evidence.spans if one != span]
        shown = self._words(replace(evidence, spans=tuple(others)))
        why = "; ".join(filter(None, (shown, evidence.note)))
        return self._about(kind, span, says, evidence, why)

    def _about(self, kind: str, span: Span, says: str, evidence: Evidence, why: str) -> Question:
        anchor = self._quotable.anchor(_shortened(span, kind, self._transcript))
        beside = f"{anchor.before[-_BESIDE:]}\0{anchor.after[:_BESIDE]}"
        identifier = self._id(kind, anchor.words, beside)
        place = self._transcript.place(span)
        return Question(identifier, kind, anchor, span, place, says, evidence.cert, evidence.rule, why)

    def _findings(self, findings: Iterable[Diagnostic]) -> Iterator[Question]:
        path = self._transcript.source.path
        for found in findings:
            if found.code[0] not in _ASKED or found.severity is Severity.ERROR or found.place.file != path:
                continue
            span = self._span(found.place)
            if span is None:
                continue
            anchor = self._quotable.anchor(span)
            identifier = self._id(found.code, anchor.words, f"{anchor.before[-_BESIDE:]}\0{anchor.after[:_BESIDE]}")
            why = "; ".join(filter(None, (found.message, found.hint)))
            yield Question(identifier, "finding", anchor, span, found.place, "", "medium", found.code, why)

    def _span(self, place: Place) -> Span | None:
        """Return the words at a place; None for a place that is the whole file, or that has none."""
        lines = self._transcript.lines
        if not place.line or not place.column or place.line > len(lines):
            return None
        last = lines[min(place.end_line or place.line, len(lines)) - 1]
        start = lines[place.line - 1].span.start + place.column - 1
        end = last.span.start + max((place.end_column or place.column + 1) - 1, 0)
        text = self._transcript.source.text[start:end]
        return Span(start, start + len(text.rstrip())) if text.strip() else None


def _marks(element: Element, tag: str, rule: str) -> bool:
    """Say whether an element, or one within it, has a tag by a rule."""
    if element.tag == tag and element.evidence is not None and element.evidence.rule == rule:
        return True
    return any(isinstance(node, Element) and _marks(node, tag, rule) for node in element.content)


def _kind(element: Element, above: str) -> str:
    if element.tag == "salute" and above == "closer":
        return "closing"
    if element.tag == "div":
        kind = dict(element.attributes).get("type", "")
        return "enclosure" if kind == "enclosure" else "division"
    if element.tag == "seg":
        return "subject" if dict(element.attributes).get("subtype") == "subject" else "field"
    if element.tag == "fw":
        return "letterhead" if dict(element.attributes).get("type") == "letterhead" else ""
    if element.tag == "list" and dict(element.attributes).get("type") != "clauses":
        return "list"
    return _KINDS.get(element.tag, "")


def _says(element: Element) -> str:
    """Return what is said of the words of an element beside what they are."""
    attributes = dict(element.attributes)
    if dated := [attributes[name] for name in _DATED if name in attributes]:
        return "/".join(dated)
    return attributes.get("ref") or attributes.get("target") or attributes.get("xml:lang") or ""


def _shortened(span: Span, kind: str, transcript: Transcript) -> Span:
    """Return what is quoted: of a long stretch the line in which it begins, of a divided word the word."""
    if kind == "line break":
        text = transcript.source.text
        start = len(text[: span.start].rstrip()) - len(text[: span.start].split()[-1])
        return Span(start, span.end + len(text[span.end :].split(maxsplit=1)[0]))
    if kind not in ("division", "enclosure", "list", "turn", "postscript", "paragraph", "clause"):
        return span
    line = transcript.line_at(span.start)
    end = min(span.end, line.span.start + len(line.text.rstrip()))
    return Span(span.start, max(end, span.start + 1))


def _answered(question: Question, decisions: Decisions, found: Sequence[tuple[Decision, Span]]) -> Question:
    if question.kind in FACTS and question.span is None:
        fact = decisions.facts.get(question.kind)
        if fact is None:
            return question
        said, shown = fact.said, fact_in_short(fact)
    else:
        decision = next((one for one, span in found if _is_about(question, one, span)), None)
        if decision is None:
            return question
        said, shown = decision.said, decision_in_short(decision)
    status: Status = "changed" if said.seen and said.seen != question.seen else "decided"
    return replace(question, status=status, answer=said, decided=shown)


def _is_about(question: Question, decision: Decision, span: Span) -> bool:
    """Say whether a decision answers a question: it is about the same words, and about the same kind of thing."""
    if question.span is None or not span.overlaps(question.span):
        return False
    if question.kind == "finding":
        return decision.verb == "dismiss" and decision.value == question.rule
    if decision.verb == "level":
        return question.kind == "clause"
    if decision.verb not in ("is", "is-not"):
        return False
    one, other = _group(decision.value), _group(question.kind)
    return one == other and (one != "line" or span.contains(_first(question.span)) or question.span.contains(span))


def _first(span: Span) -> Span:
    return Span(span.start, span.start + 1)


def _group(kind: str) -> str:
    if kind in LINES:
        return "line"
    return "name" if kind in _NAMES else kind


def fact_in_short(fact: Fact) -> str:
    """Return in a few words what was decided of a document."""
    return ", ".join(fact.values) or "/".join(value for _, value in fact.dated) or "nobody"


def decision_in_short(decision: Decision) -> str:
    """Return in a few words what was decided of words."""
    if decision.verb == "is":
        more = decision.entry or "/".join(value for _, value in decision.dated)
        return " ".join(filter(None, (decision.value, more)))
    if decision.verb == "is-not":
        return f"no {decision.value}"
    return "looked at" if decision.verb == "dismiss" else f"level {decision.value}"
