"""What is wrong with a document that the grammar refuses: every fault once, with what to do about it.

libxml2 decides whether a document is valid; this only explains one that is not. It walks each element's children
through the derivatives of its content model, and after a fault goes on as if it had been mended.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from teiedit.tools.tei import TEI, XML
from teiedit.validate import wording
from teiedit.validate.datatypes import accepts
from teiedit.validate.regex import NOTHING, TEXT, Expr, derive, names, run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from teiedit.validate.grammar import ElementRule, Grammar
    from teiedit.validate.wording import Said

_LONGEST_REPAIR = 3  # so many missing elements in a row are named; more are not one mistake


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault.

    Attributes:
        index: the element that it is reported on, by its index in document order (root = 0, elements only).
        said: the words.
        scope: the index of the element whose content or attributes are not right.
        attribute: the attribute that is not right, where it is one.
    """

    index: int
    said: Said
    scope: int
    attribute: str = ""


@dataclass(frozen=True, slots=True)
class _Token:
    """A child element or a run of text.

    Attributes:
        name: what the content model sees, "" for an unknown element.
        index: the element; for text the one that it follows, or else the one that it is in.
        text: the words.
    """

    name: str
    index: int
    text: str


def faults(grammar: Grammar, root: etree._Element) -> tuple[Fault, ...]:
    """Return the faults of a document in document order; () if the grammar has nothing to say against it."""
    return tuple(_Explainer(grammar, root).document())


def meant(grammar: Grammar, element: etree._Element) -> str:
    """Return the name in the grammar that `element` has, or that its author meant; "" if nothing comes to mind."""
    name = etree.QName(element).localname
    return name if name in grammar.elements else wording.instead(name, grammar.elements)


class _Explainer:
    """Walks one document."""

    def __init__(self, grammar: Grammar, root: etree._Element) -> None:
        self.grammar = grammar
        self.elements = [e for e in root.iter() if isinstance(e.tag, str)]
        self.index = {element: i for i, element in enumerate(self.elements)}

    def document(self) -> Iterator[Fault]:
        root = self.elements[0]
        if meant(self.grammar, root) not in self.grammar.start:
            yield Fault(0, wording.not_a_document(etree.QName(root).localname), 0)
            return
        found: list[Fault] = []
        for i, element in enumerate(self.elements):
            parent = element.getparent()
            around = 0 if parent is None else self.index[parent]
            found.extend(Fault(i, said, around) for said in self.name(element))
            rule = self.grammar.elements.get(meant(self.grammar, element))
            if rule is not None:
                found.extend(Fault(i, said, i, name) for name, said in attribute_faults(rule, element))
                found.extend(self.content(rule, element))
        yield from sorted(found, key=lambda fault: fault.index)

    def name(self, element: etree._Element) -> Iterator[Said]:
        """What is wrong with the element's own name: its namespace once for a whole subtree, or its spelling."""
        name = etree.QName(element)
        parent = element.getparent()
        if (name.namespace or "") != TEI:
            if parent is None or etree.QName(parent).namespace != name.namespace:
                yield wording.wrong_namespace(name.localname, name.namespace or "")
        elif name.localname not in self.grammar.elements:
            yield wording.unknown_element(name.localname, meant(self.grammar, element), _text(element))

    def content(self, rule: ElementRule, element: etree._Element) -> list[Fault]:
        return _Content(self, rule, element).faults()

    def tokens(self, element: etree._Element) -> list[_Token]:
        """The children as the content model sees them; white space alone is nothing."""
        place = self.index[element]
        out = [_Token(TEXT, place, element.text)] if element.text and element.text.strip() else []
        for child in element:
            if isinstance(child.tag, str):
                place = self.index[child]
                out.append(_Token(meant(self.grammar, child), place, _text(child)))
            if child.tail and child.tail.strip():
                out.append(_Token(TEXT, place, child.tail))
        return out

    def parents(self, name: str) -> tuple[str, ...]:
        """The elements in which `name` may stand."""
        return tuple(sorted(n for n, rule in self.grammar.elements.items() if name in names(rule.content)))

    def wrapper(self, state: Expr, name: str) -> str:
        """The element to put around a `name` that may not stand here itself; "" if none comes to mind."""
        fitting = [n for n in state.first - {TEXT} if name in self.grammar.elements[n].content.first]
        return wording.preferred(fitting)


class _Content:
    """The children of one element against its content model."""

    def __init__(self, walker: _Explainer, rule: ElementRule, element: etree._Element) -> None:
        self.walker, self.rule = walker, rule
        self.tokens = walker.tokens(element)
        self.own = walker.index[element]
        parent = element.getparent()
        self.around = "" if parent is None else meant(walker.grammar, parent)
        self.found: list[Fault] = []
        self.excused: set[int] = set()

    def faults(self) -> list[Fault]:
        state, seen = self.rule.content, list[str]()
        for i, token in enumerate(self.tokens):
            if not token.name or i in self.excused:
                continue
            after = derive(state, token.name)
            if after is NOTHING:
                after = self.fault(state, seen, i)
            else:
                seen.append(token.name)
            state = after
        if not state.nullable:
            self.ends_early(state, seen)
        return self.found

    def say(self, index: int, said: Said) -> None:
        self.found.append(Fault(index, said, self.own))

    def fault(self, state: Expr, seen: list[str], i: int) -> Expr:
        """Report the child `i`, which may not stand here; return the state from which to go on."""
        token, parent = self.tokens[i], self.rule.name
        if token.name == TEXT:
            wrap = self.walker.wrapper(state, TEXT)
            self.say(token.index, wording.stray_text(parent, token.text, wrap, _last(seen)))
            return state
        missing = _bridge(state, token.name)
        if missing:
            return self.missing(state, seen, i, missing)
        if token.name in names(self.rule.content):
            self.say(token.index, self.out_of_order(state, seen, i))
        else:
            wrap = self.walker.wrapper(state, token.name)
            belongs = self.walker.parents(token.name)
            said = wording.misplaced(token.name, parent, token.text, wrap, belongs, self.around)
            self.say(token.index, said)
        return state

    def missing(self, state: Expr, seen: list[str], i: int, missing: tuple[str, ...]) -> Expr:
        """Something has to stand before the child `i`: it is not there, or stands too late."""
        token, parent = self.tokens[i], self.rule.name
        after = run(state, (*missing, token.name))
        later = [j for j in range(i + 1, len(self.tokens)) if self.tokens[j].name == missing[0]]
        if len(missing) == 1 and later and not self.fits(after, i):
            self.excused.add(later[0])
            self.say(self.tokens[later[0]].index, wording.too_late(missing[0], token.name, parent))
        else:
            self.say(token.index, wording.missing(missing, token.name, parent, wording.nth(seen, _last(seen))))
        seen.extend((*missing, token.name))
        return after

    def fits(self, state: Expr, i: int) -> bool:
        """Whether all that follows the child `i` is as it should be."""
        rest = [token.name for token in self.tokens[i + 1 :] if token.name]
        return run(state, rest).nullable

    def out_of_order(self, state: Expr, seen: list[str], i: int) -> Said:
        """The child may stand in this element, but not here: say where."""
        name, parent = self.tokens[i].name, self.rule.name
        for j in range(len(seen) - 1, -1, -1):
            if run(self.rule.content, (*seen[:j], name, *seen[j:])) is not NOTHING:
                before = wording.nth(seen, seen[j], j)
                return wording.out_of_order(name, parent, _last(seen), before=before)
        if name in seen:
            return wording.repeated(name, parent)
        ahead = state
        for token in self.tokens[i + 1 :]:
            following = derive(ahead, token.name) if token.name else ahead
            if following is NOTHING:
                break
            ahead = following
            if token.name and derive(ahead, name) is not NOTHING:
                return wording.out_of_order(name, parent, _last(seen), after=f"<{token.name}>")
        return wording.out_of_order(name, parent, _last(seen), expected=tuple(sorted(state.first)))

    def ends_early(self, state: Expr, seen: list[str]) -> None:
        missing, alternatives = _ending(state)
        self.say(self.own, wording.incomplete(self.rule.name, missing, alternatives, wording.nth(seen, _last(seen))))


def _last(seen: list[str]) -> str:
    """The last element seen, without text."""
    return next((name for name in reversed(seen) if name != TEXT), "")


def _bridge(state: Expr, name: str) -> tuple[str, ...]:
    """The elements that are missing where `name` stands, if some are required first and it is clear which."""
    paths: list[tuple[tuple[str, ...], Expr]] = [((), state)]
    for _ in range(_LONGEST_REPAIR):
        longer = []
        for path, here in paths:
            if here.nullable:
                continue
            for step in sorted(here.first - {TEXT}):
                after = derive(here, step)
                if after is not here:
                    longer.append(((*path, step), after))
        fitting = [path for path, here in longer if derive(here, name) is not NOTHING]
        if fitting:
            return fitting[0] if len(fitting) == 1 else ()
        paths = longer
    return ()


def _ending(state: Expr) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The shortest way to an end: the elements all ways have in common, or the alternatives for the first step."""
    paths: list[tuple[tuple[str, ...], Expr]] = [((), state)]
    for _ in range(_LONGEST_REPAIR):
        paths = [
            ((*path, step), derive(here, step))
            for path, here in paths
            for step in sorted(here.first - {TEXT})
            if derive(here, step) is not here
        ]
        ends = [path for path, here in paths if here.nullable]
        if len(ends) == 1:
            return ends[0], ()
        if ends:
            return (), tuple(sorted({path[0] for path in ends}))
    return (), tuple(sorted(state.first - {TEXT}))


def attribute_faults(rule: ElementRule, element: etree._Element) -> Iterator[tuple[str, Said]]:
    """Say what is wrong with the attributes of one element; a misspelt name and the gap it leaves are one fault."""
    present = {str(name).replace(f"{{{XML}}}", "xml:"): str(value) for name, value in element.attrib.items()}
    lacking = [n for n, attribute in rule.attributes.items() if attribute.required and n not in present]
    for name, value in present.items():
        attribute = rule.attributes.get(name)
        if attribute is None:
            absent = [n for n in rule.attributes if n not in present]
            guess = wording.attribute_instead(name, lacking) or wording.attribute_instead(name, absent)
            if guess in lacking:
                lacking.remove(guess)
            yield name, wording.unknown_attribute(name, value, rule.name, guess, tuple(rule.attributes))
        elif not any(accepts(datatype, value) for datatype in attribute.datatypes):
            yield name, wording.bad_value(name, value, rule.name, attribute.datatypes[0])
    for name in lacking:
        datatype = rule.attributes[name].datatypes[0]
        yield name, wording.missing_attribute(name, rule.name, datatype, _text(element))


def _text(element: etree._Element) -> str:
    return "".join(str(part) for part in element.itertext())
