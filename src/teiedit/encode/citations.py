"""How the document is cited: its divisions, paragraphs and clauses, declared so that programs find them.

The reference of a place is the name that it has in the pages of the edition ("c-2-a"); in a division, that of the
division and a stroke come first ("art-3/te-p9"). Only what the document has is declared.
https://tei-c.org/release/doc/tei-p5-doc/en/html/HD.html#HDCRS
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from teiedit.tools.citing import DC_TITLE, DIVISION, PARAGRAPH
from teiedit.tools.tei import TEI, XML_ID, by_editors, element

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml import etree

_PREFIX = f"{{{TEI}}}"
_APART = "/"
_TOP = "/TEI/text/"


@dataclass(frozen=True, slots=True)
class _Unit:
    """One place that can be cited.

    Attributes:
        node: its element.
        above: the place around it.
        kind: what it is called.
        path: the steps from there.
        titled: where its title is, from it, or "".
    """

    node: etree._Element
    above: _Unit | None
    kind: str
    path: str
    titled: str

    @property
    def id(self) -> str:
        return self.node.get(XML_ID, "")


@dataclass(frozen=True, slots=True)
class _Form:
    """What is declared of one kind of place; places of one form differ in their paths alone."""

    kind: str
    use: str
    delim: str
    titled: str


def encode_citations(text: etree._Element) -> etree._Element | None:
    """Return the `refsDecl` of a text; None where nothing in it can be cited.

    Args:
        text: the finished `text` element.
    """
    below: dict[_Unit | None, list[_Unit]] = defaultdict(list)
    for unit in _units(text, None, ()):
        below[unit.above].append(unit)
    structures = _structures(below, (None,))
    return element("refsDecl", *structures) if structures else None


def _units(node: etree._Element, above: _Unit | None, steps: tuple[str, ...]) -> Iterator[_Unit]:
    for child in node:
        if by_editors(child):
            continue
        name = str(child.tag).removeprefix(_PREFIX)
        unit = _unit(child, name, above, steps)
        if unit is not None:
            yield unit
            yield from _units(child, unit, ())
        elif len(child) and name != "note":
            yield from _units(child, above, (*steps, _step(child, name)))


def _unit(node: etree._Element, name: str, above: _Unit | None, steps: tuple[str, ...]) -> _Unit | None:
    identifier = node.get(XML_ID, "")
    if name == "p":
        kind, titled = "paragraph", "label" if node.find(f"{_PREFIX}label") is not None else ""
    elif name == "item" and identifier and node.get("n"):
        kind, titled = "clause", "preceding-sibling::label[1]"
    elif name == "div" and (identifier or steps[-1:] != ("body",)):
        kind, titled = node.get("type", "division"), "head" if node.find(f"{_PREFIX}head") is not None else ""
    else:
        return None
    step = f"div[@type='{kind}']" if name == "div" else "item[@n]" if name == "item" else name
    return _Unit(node, above, kind, "/".join((*steps, step)), titled)


def _step(node: etree._Element, name: str) -> str:
    """Return the step through an element that cannot be cited, where others of its name can."""
    if name == "div":
        named = any(other.tag == node.tag and other.get(XML_ID) for other in node.itersiblings())
        return "div[not(@xml:id)]" if named else "div"
    return f"item[not({'@n' if node.get(XML_ID) else '@xml:id'})]" if name == "item" else name


def _structures(below: dict[_Unit | None, list[_Unit]], group: Sequence[_Unit | None]) -> list[etree._Element]:
    """Return what is declared of the places within those of one form, in the order of the document."""
    apart: dict[tuple[str, bool], list[_Unit]] = defaultdict(list)
    for above in group:
        for unit in below[above]:
            apart[unit.path, bool(unit.id)].append(unit)
    forms: dict[_Form, tuple[list[str], list[_Unit]]] = defaultdict(lambda: ([], []))
    for (path, named), units in apart.items():
        paths, members = forms[_form(units)]
        both = (path, not named) in apart
        paths.append(path + (("[@xml:id]" if named else "[not(@xml:id)]") if both else ""))
        members += units
    return [_structure(form, paths, _structures(below, members)) for form, (paths, members) in forms.items()]


def _form(units: Sequence[_Unit]) -> _Form:
    first = units[0]
    titled = next((unit.titled for unit in units if unit.titled), "")
    delim = _APART if first.above else ""
    if not first.id:
        return _Form(first.kind, PARAGRAPH if first.kind == "paragraph" else DIVISION, delim, titled)
    if all(unit.above and unit.id.startswith(f"{unit.above.id}-") for unit in units):
        # the identifier is that of the place around it and a part of its own
        if all(unit.above and unit.id == f"{unit.above.id}-{unit.node.get('n')}" for unit in units):
            return _Form(first.kind, "@n", "-", titled)
        up = "/".join(".." for _ in first.path.split("/"))
        return _Form(first.kind, f"substring-after(@xml:id, concat({up}/@xml:id, '-'))", "-", titled)
    return _Form(first.kind, "@xml:id", delim, titled)


def _structure(form: _Form, paths: Iterable[str], within: Iterable[etree._Element]) -> etree._Element:
    top = "" if form.delim else _TOP
    return element(
        "citeStructure",
        element("citeData", property=DC_TITLE, use=form.titled) if form.titled else None,
        *within,
        unit=form.kind,
        match=" | ".join(f"{top}{path}" for path in paths),
        use=form.use,
        delim=form.delim or None,
    )
