"""What editors have decided of a document, put in the place of what the rules conclude.

Each decision is looked up once, by its words. Whatever is not found, or has no effect, is said; nothing is dropped.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from teiedit.model.anchor import Lost
from teiedit.model.decisions import CONFIRMED, LINES, WORDS, identifier_of, responsible
from teiedit.model.diagnostic import Diagnostic, Severity
from teiedit.model.document import Added, Dated, Element, Person, Revision
from teiedit.model.evidence import Evidence, Mark
from teiedit.model.position import Place, Span
from teiedit.recognise import additions, names
from teiedit.recognise.correspondence import read_signature
from teiedit.recognise.headings import plain_name
from teiedit.recognise.people import each_party
from teiedit.recognise.register import place_mark, resolve
from teiedit.recognise.revised import confirmed, is_there, without
from teiedit.recognise.zones import Forced
from teiedit.tools.anchoring import Quotable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from teiedit.model.decisions import Decision, Decisions, Fact, Said
    from teiedit.model.document import Action, Document, Node
    from teiedit.model.evidence import Attributes, Zone
    from teiedit.model.source import Transcript
    from teiedit.recognise.correspondence import Correspondence
    from teiedit.recognise.people import Party
    from teiedit.recognise.register import Index

RULE = "editor.decision"
GENRE_RULE = "genre.editor"
LANGUAGE_RULE = "language.editor"
_WHAT = "an editor has decided so"
RULES = {RULE: _WHAT, GENRE_RULE: _WHAT, LANGUAGE_RULE: _WHAT}
_DATELINES = ("main", "dateline", "footdate", "done")
# What is taken away with an enumeration in a sentence.
_WITH = {"list": ("list", "label", "item"), "item": ("list", "label", "item")}


@dataclass(slots=True)
class Decided:
    """The decisions on one document, each at its words.

    Attributes:
        transcript: the text.
        decisions: what was decided.
        index: the register.
        known: the editors, by identifier and name.
        own: how many of them the edition names itself.
        found: the decisions whose words were found, with them.
        diagnostics: what is to be said of the others.
    """

    transcript: Transcript
    decisions: Decisions
    index: Index
    known: tuple[tuple[str, str], ...]
    own: int
    found: list[tuple[Decision, Span]] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def evidence(self, said: Said, span: Span | None = None, rule: str = RULE) -> Evidence:
        """Return a decision as the reason for what it says."""
        spans = (span,) if span is not None else ()
        return Evidence(rule, said.cert, said.why, spans, resp=identifier_of(said.by, self.known))

    def _of(self, *verbs: str) -> Iterator[tuple[Decision, Span]]:
        return ((decision, span) for decision, span in self.found if decision.verb in verbs)

    def lines(self) -> tuple[Forced, ...]:
        """Return the functions of lines."""
        return tuple(
            Forced(span, LINES[d.value], self.evidence(d.said, span), excluded=d.verb == "is-not")
            for d, span in self._of("is", "is-not")
            if d.value in LINES
        )

    def levels(self, zones: Sequence[Zone]) -> tuple[dict[int, int], tuple[Zone, ...]]:
        """Return the levels of clauses, by where their paragraphs begin, and the zones with the reason for it."""
        wanted = [(int(d.value), span, d.said) for d, span in self._of("level")]
        wanted += [(0, span, d.said) for d, span in self._of("is-not") if d.value == "clause"]
        result = list(zones)
        levels = {}
        for level, span, said in wanted:
            for index, zone in enumerate(result):
                if zone.kind == "p" and zone.span.start <= span.start < zone.span.end:
                    levels[zone.span.start] = level
                    result[index] = replace(zone, evidence=self.evidence(said, span))
        return levels, tuple(result)

    def language(self, languages: tuple[str, ...]) -> tuple[tuple[str, ...], Evidence | None]:
        """Return the document's languages with the one that was decided first, and why; None if none was."""
        fact = self.decisions.facts.get("language")
        if fact is None:
            return languages, None
        return tuple(dict.fromkeys((*fact.values, *languages))), self.evidence(fact.said, rule=LANGUAGE_RULE)

    def genre(self, genre: str, why: Evidence | None) -> tuple[str, Evidence | None]:
        """Return the genre that was decided, or the one given."""
        fact = self.decisions.facts.get("genre")
        return (fact.values[0], self.evidence(fact.said, rule=GENRE_RULE)) if fact else (genre, why)

    def title(self, title: str, why: Evidence | None) -> tuple[str, Evidence | None]:
        """Return the title that was decided, or the one given."""
        fact = self.decisions.facts.get("title")
        return (fact.values[0], self.evidence(fact.said)) if fact else (title, why)

    def parties(self, found: Correspondence, zones: Sequence[Zone]) -> Correspondence:
        """Return who wrote to whom, where and when, as it was decided.

        Args:
            found: what the rules conclude, after the register was asked.
            zones: the lines of the document.
        """
        facts = self.decisions.facts
        sent, received, copied = found.sent, found.received, found.copied
        mentions, agree = found.mentions, found.agree
        if fact := facts.get("sender"):
            sent = self._people(sent, fact)
            agree = None
        if fact := facts.get("addressee"):
            received = self._people(received, fact)
        if fact := facts.get("copies"):
            copied = self._people(copied, fact)
        # nobody is pointed to who is not there any more
        kept = {person.id for person in (*sent.people, *received.people, *copied.people)}
        if facts.keys() & {"sender", "addressee", "copies"}:
            mentions = tuple((party, person) for party, person in mentions if person.id in kept)
        if "sender" in facts:
            mentions += self._signed(zones, sent, {party.span for party, _ in mentions})
        if fact := facts.get("place"):
            sent = replace(sent, place=" ".join(fact.values), placed=self.evidence(fact.said), located="")
            sent = self._located(sent)
        if fact := facts.get("date"):
            sent = replace(sent, date=self._dated(sent.date, fact))
        if fact := facts.get("received"):
            received = replace(received, date=self._dated(received.date, fact))
        if "date" not in facts:
            sent = replace(sent, date=self._date_of(zones, sent.date))
        return replace(found, sent=sent, received=received, copied=copied, mentions=mentions, agree=agree)

    def _signed(self, zones: Sequence[Zone], sent: Action, seen: set[Span]) -> tuple[tuple[Party, Person], ...]:
        """Return the one signature with the one person who was decided to have written the letter."""
        signed = [zone for zone in zones if zone.kind == "signed"]
        if len(signed) != 1 or len(sent.people) != 1:
            return ()
        span = read_signature(self.transcript, signed[0]).name
        found = tuple(each_party(self.transcript.source.text[span.start : span.end], span.start))
        return ((found[0], sent.people[0]),) if len(found) == 1 and found[0].span not in seen else ()

    def _date_of(self, zones: Sequence[Zone], date: Dated | None) -> Dated | None:
        """Return the date of sending where an editor has said what a date of the dateline is."""
        lines = [zone.span for zone in zones if zone.kind in _DATELINES]
        for decision, span in self._of("is"):
            if decision.value == "date" and decision.dated and any(line.contains(span) for line in lines):
                words = self.transcript.words(span)
                return Dated(words, decision.dated, self.evidence(decision.said, span))
        return date

    def _people(self, action: Action, fact: Fact) -> Action:
        why = self.evidence(fact.said)
        if not fact.values:
            return replace(action, people=(), evidence=why)
        made = names.people([(self._name(value), plain_name(self._name(value))) for value in fact.values])
        people = [self._person(value, made[self._name(value)], why) for value in fact.values]
        return replace(action, people=tuple({person.id: person for person in people}.values()), evidence=None)

    def _name(self, value: str) -> str:
        """Return a name in the order in which it is spoken: "John F. Kennedy" of "Kennedy, John F."."""
        family, comma, given = value.partition(",")
        return f"{given.strip()} {family.strip()}" if comma and given.strip() else value.strip()

    def _person(self, value: str, made: Person, why: Evidence) -> Person:
        entry = self.index.by_id.get(value.removeprefix("#"))
        if entry is not None:
            return Person(entry.id, entry.name, entry.kind, entry=entry, evidence=why)
        who = resolve((value, made.name), self.index, year=0, surname=False) if self.index.by_id else None
        if isinstance(who, Person):
            return replace(who, evidence=why)
        identifier, number = made.id, 2
        while identifier in self.index.by_id:
            identifier, number = f"{made.id}-{number}", number + 1
        return replace(made, id=identifier, evidence=why)

    def _located(self, action: Action) -> Action:
        entry = self.index.by_id.get(action.place.removeprefix("#"))
        if entry is not None:
            return replace(action, place=entry.name, located=entry.id)
        known = {form.casefold(): one.id for one in self.index.by_id.values() for form in one.forms if _is_place(one)}
        return replace(action, located=known.get(action.place.casefold(), ""))

    def _dated(self, date: Dated | None, fact: Fact) -> Dated | None:
        if not fact.dated:
            return None
        words = date.words if date is not None and date.attributes == fact.dated else ""
        shown = words or "/".join(value for _, value in fact.dated)
        return Dated(shown, fact.dated, self.evidence(fact.said))

    def marks(self, marks: Iterable[Mark]) -> list[Mark]:
        """Return the marks with those that were decided, and without those that were refused or replaced."""
        result = list(marks)
        for decision, span in self._of("is", "is-not"):
            if decision.value in WORDS and not (decision.verb == "is" and decision.value in CONFIRMED):
                kind = WORDS[decision.value]
                gone = _WITH.get(kind, _NAMES if decision.verb == "is" and kind in _NAMES else (kind,))
                same = next((mark for mark in result if mark.kind == kind and mark.span == span), None)
                # of an enumeration nothing stays: an item without its list is none
                whole = [mark.span for mark in result if mark.kind == "list" and mark.span.overlaps(span)]
                reach = (span, *whole) if "list" in gone else (span,)
                result = [m for m in result if m.kind not in gone or not any(m.span.overlaps(one) for one in reach)]
                if decision.verb == "is":
                    result.append(self._mark(decision, span, same))
        return result

    def _mark(self, decision: Decision, span: Span, same: Mark | None) -> Mark:
        kind = WORDS[decision.value]
        if same is not None and not (decision.dated or decision.entry or decision.language):
            # what it is was confirmed, and nothing said of its value
            return replace(same, evidence=self.evidence(decision.said, span))
        attributes: Attributes = decision.dated if kind in ("date", "time") else ()
        if kind == "foreign" and decision.language:
            attributes = (("xml:lang", decision.language),)
        if kind in _NAMES:
            attributes = self._reference(decision, span, kind)
        if kind == "rs":
            attributes = (("type", "person"), *self._reference(decision, span, kind))
        if kind == "gap":
            attributes = (("reason", "editorial"),)
        return Mark(span, kind, attributes, self.evidence(decision.said, span))

    def _reference(self, decision: Decision, span: Span, kind: str) -> Attributes:
        if decision.entry:
            if decision.entry in self.index.by_id:
                return (("ref", f"#{decision.entry}"),)
            place = Place(self.decisions.shown, decision.said.line)
            message = f'no entry of the register is called "{decision.entry}"'
            hint = "write the identifier as it stands in the register, such as p-smith"
            self.diagnostics.append(Diagnostic("C006", Severity.WARNING, place, message, hint))
            return ()
        words = self.transcript.words(span)
        if kind == "placeName":
            return place_mark(Mark(span, kind), self.transcript.source.text, self.index).attributes
        who = resolve((words,), self.index, year=0, surname=False) if self.index.by_id else None
        return (("ref", f"#{who.id}"),) if isinstance(who, Person) and who.kind == kind else ()

    def complete(self, document: Document) -> Document:
        """Return a document with corrections and notes, without what was refused, and with who has decided."""
        refused = [(_WITH.get(WORDS[d.value], (WORDS[d.value],)), s) for d, s in self._of("is-not") if d.value in WORDS]
        front = tuple(without(one, refused) for one in document.front)
        body = tuple(without(one, refused) for one in document.body)
        sure = [(CONFIRMED[d.value], s, self.evidence(d.said, s)) for d, s in self._of("is") if d.value in CONFIRMED]
        if sure:
            front, body = (tuple(confirmed(one, sure) for one in part) for part in (front, body))
        wanted = [(self._addition(d, span), d) for d, span in self._of("read", "note")]
        front, left = additions.put(front, [addition for addition, _ in wanted])
        body, left = additions.put(body, left)
        of = {id(addition): decision for addition, decision in wanted}
        for addition in left:
            self._fails(of[id(addition)], "its words begin or end in the middle of something that is marked")
        for decision, span in self._of("is"):
            if not is_there((*front, *body), decision, span):
                self._fails(decision, "what stands around its words leaves no place for it")
        return replace(
            document,
            front=front,
            body=body,
            editors=self.known[self.own :],
            revisions=self._revisions(),
            diagnostics=(*document.diagnostics, *self.diagnostics),
            dismissed=tuple((d.value, span) for d, span in self._of("dismiss")),
        )

    def _revisions(self) -> tuple[Revision, ...]:
        said = Counter((one.on, identifier_of(one.by, self.known)) for one in self.decisions.said())
        return tuple(Revision(on, by, count) for (on, by), count in sorted(said.items(), reverse=True))

    def _addition(self, decision: Decision, span: Span) -> additions.Addition:
        why = self.evidence(decision.said, span)
        end = Span(span.end, span.end)
        words = Added(decision.value, end)
        if decision.verb == "note":
            attributes: Attributes = (("type", "editorial"), ("resp", f"#{why.resp}"))
            return additions.Addition(end, lambda _: Element("note", (words,), end, attributes))
        corr = Element("corr", (words,) if decision.value else (), end, (), why)

        def choice(content: tuple[Node, ...]) -> Element:
            return Element("choice", (Element("sic", content, span), corr), span)

        return additions.Addition(span, choice)

    def _fails(self, decision: Decision, why: str) -> None:
        place = Place(self.decisions.shown, decision.said.line)
        message = f'"{_short(decision.anchor.words)}" cannot be taken as it was decided: {why}'
        hint = "choose the words anew, whole lines for the function of a line, or take the decision back"
        self.diagnostics.append(Diagnostic("C005", Severity.WARNING, place, message, hint))


_NAMES = ("persName", "placeName", "orgName", "rs")


def decide(transcript: Transcript, decisions: Decisions, index: Index, editors: tuple[str, ...]) -> Decided:
    """Find the words of each decision.

    Diagnostics: C003 the words are not there any more, C004 they stand there several times.

    Args:
        transcript: the text.
        decisions: what was decided.
        index: the register.
        editors: those of the edition.
    """
    known = responsible(editors, tuple(said.by for said in decisions.said()))
    decided = Decided(transcript, decisions, index, known, len(editors))
    if not decisions.decisions:
        return decided
    quotable = Quotable(transcript.source.text)
    for decision in decisions.decisions:
        found = quotable.locate(decision.anchor)
        if isinstance(found, Lost):
            decided.diagnostics.append(_lost(transcript, decisions.shown, decision, found))
        else:
            decided.found.append((decision, found))
    return decided


def _lost(transcript: Transcript, shown: str, decision: Decision, lost: Lost) -> Diagnostic:
    place = Place(shown, decision.said.line)
    listed = "; ".join(
        f'line {transcript.place(span).line}, "{_short(transcript.words(span))}"' for span in lost.candidates
    )
    words = _short(decision.anchor.words)
    if lost.several:
        message = f'"{words}" stands more than once in "{transcript.source.path}": {listed}'
        hint = "add before = “…” or after = “…”, some words that stand beside it"
        return Diagnostic("C004", Severity.WARNING, place, message, hint)
    message = f'"{words}" is not in "{transcript.source.path}" as it was when this was decided'
    hint = f"nearest is {listed}; correct words, before and after, or take the decision back" if listed else ""
    hint = hint or "correct words, before and after, or take the decision back"
    return Diagnostic("C003", Severity.WARNING, place, message, hint)


def _short(words: str) -> str:
    folded = " ".join(words.split())
    return folded if len(folded) <= 60 else folded[:58].rstrip() + " …"


def _is_place(entry: object) -> bool:
    return getattr(entry, "kind", "") == "placeName"
