"""Is the TEI right? RELAX NG, then the rules that no grammar can state; nothing here changes a document.

TEI conformance: https://tei-c.org/release/doc/tei-p5-doc/en/html/USE.html#CF
"""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from functools import cache
from typing import TYPE_CHECKING

from lxml import etree

from teiedit.model.diagnostic import Diagnostic, Severity
from teiedit.model.position import Place
from teiedit.tools.resources import resource
from teiedit.tools.tei import TEI, element_places, parse
from teiedit.validate import explain, grammar, schematron
from teiedit.validate.wellformed import not_well_formed

if TYPE_CHECKING:
    from teiedit.validate.explain import Fault

Locate = Callable[[int], Place]
"""From an element's index in document order (root = 0, elements only) to its place."""


def check(tei: bytes | etree._Element, where: Locate) -> tuple[Diagnostic, ...]:
    """Return what is wrong with a TEI document: faults of the grammar first, then broken rules, in document order.

    A fault of the grammar that hides others is mended, in a copy, before the rules are asked, so that each mistake
    is reported once.

    Args:
        tei: a whole TEI document, as bytes or as its root element, which is not changed.
        where: the place to report for an element; excerpts are left to the caller.
    """
    try:
        root = parse(tei) if isinstance(tei, bytes) else tei
    except etree.XMLSyntaxError as error:
        return (not_well_formed(error, where(0).file),)
    if root.getroottree().docinfo.doctype:
        return (with_doctype(where(0)),)
    if _relaxng().validate(root):
        return schematron.check(root, where)
    found = explain.faults(grammar.ours(), root)
    if not found:
        # libxml2 may also refuse an identifier that is used twice: a rule says so, and says it better
        return schematron.check(root, where) or (_unexplained(where(0)),)
    return tuple(_diagnostic(fault, where) for fault in found) + _rules_beside(found, root, where)


def check_file(xml: bytes, file: str) -> tuple[Diagnostic, ...]:
    """Return what is wrong with a TEI file; the places are lines and columns of `xml`.

    Args:
        xml: the file's content.
        file: its path as the user knows it.
    """
    return check(xml, places(xml, file))


def places(xml: bytes, file: str) -> Locate:
    """Return where each element of a file stands; nothing is worked out before the first question."""

    @cache
    def known() -> tuple[Place, ...]:
        try:
            return element_places(xml, file)
        except ValueError:
            return (_doctype(xml, file),)

    return lambda index: known()[index] if index < len(known()) else Place(file)


def _doctype(xml: bytes, file: str) -> Place:
    """Where the document type declaration stands, for a file that has one."""
    before, found, _ = xml.partition(b"<!DOCTYPE")
    lines = before.decode("utf-8", "replace").split("\n")
    return Place(file, len(lines), len(lines[-1]) + 1) if found else Place(file)


@cache
def _relaxng() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(resource("schema/teiedit.rng")))


def _rules_beside(found: tuple[Fault, ...], root: etree._Element, where: Locate) -> tuple[Diagnostic, ...]:
    """The broken rules that are mistakes of their own, and not only consequences of what the grammar found."""
    elements = [e for e in root.iter() if isinstance(e.tag, str)]
    if any(fault.said.code in _HIDING and not _in_division(elements[fault.scope]) for fault in found):
        return ()
    broken = {fault.index for fault in found if fault.said.code != "R005"}
    around = {fault.scope for fault in found if fault.said.code in _HIDING}
    lost_id = any(fault.attribute == "xml:id" for fault in found)

    index = {element: i for i, element in enumerate(elements)}

    def own(i: int, finding: Diagnostic) -> bool:
        parent = elements[i].getparent()
        inside = parent is not None and index[parent] in around
        return not (i in broken | around or inside or (lost_id and finding.code == "S001"))

    return tuple(finding for i, finding in schematron.findings(_as_meant(root), where) if own(i, finding))


# faults after which a rule may find something missing that is only misplaced
_HIDING = frozenset(("R003", "R004", "R006", "R008"))


def _in_division(element: etree._Element) -> bool:
    return etree.QName(element).localname == "div" or any(
        isinstance(a.tag, str) and etree.QName(a).localname == "div" for a in element.iterancestors()
    )


def _as_meant(root: etree._Element) -> etree._Element:
    """A copy in which misspelt elements have their right names, so that no rule finds them missing."""
    copy = deepcopy(root)
    for element in copy.iter(f"{{{TEI}}}*"):
        name = explain.meant(grammar.ours(), element)
        if name:
            element.tag = f"{{{TEI}}}{name}"
    return copy


def _diagnostic(fault: Fault, where: Locate) -> Diagnostic:
    return Diagnostic(fault.said.code, Severity.ERROR, where(fault.index), fault.said.message, fault.said.hint)


def _unexplained(place: Place) -> Diagnostic:
    message = "the grammar refuses the document, and no reason was found"
    return Diagnostic(
        "R013", Severity.ERROR, place, message, "please send us the file: the explanation is what is wrong"
    )


def with_doctype(place: Place) -> Diagnostic:
    """Return the finding for a document type declaration."""
    message = "the file has a document type declaration (<!DOCTYPE …>)"
    return Diagnostic("R002", Severity.ERROR, place, message, "take it away; write characters themselves, not entities")
