"""A passage of a document, cut out of its TEI: one place, or all from one to another.

The elements around it stay, empty of what else was in them, and so do the header and the records of who is named;
`dts:wrapper` holds the passage: https://dtsapi.org/specifications/versions/v1.0/#document-endpoint
"""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from teiedit.tools.tei import TEI, serialise

DTS = "https://w3id.org/api/dts#"
WRAPPER = f"{{{DTS}}}wrapper"
_HEADER, _STAND_OFF, _CERTAINTY = (f"{{{TEI}}}{name}" for name in ("teiHeader", "standOff", "certainty"))
_ITEM, _LABEL = f"{{{TEI}}}item", f"{{{TEI}}}label"


def passage(root: etree._Element, start: etree._Element, end: etree._Element) -> bytes:
    """Return a passage as a file.

    Args:
        root: the document's TEI element.
        start: the first element of the passage.
        end: the last, which begins no earlier; the same where the passage is one element.
    """
    made = _shell(root)
    made.extend(
        _copy(child, tail=True)
        for child in root.iterchildren(_HEADER, _STAND_OFF)
        if child.find(_CERTAINTY) is None  # reasons point to what is not in the passage
    )
    from_start, from_end = _path(start), _path(end)
    shared = sum(one is other for one, other in zip(from_start, from_end, strict=False))
    first = from_start[min(shared, len(from_start) - 1)]
    last = first if shared >= len(from_start) else from_end[shared]
    inner = made
    for node in _path(first)[1:-1]:
        around = _shell(node)
        inner.append(around)
        inner = around
    inner.extend(_label(first))
    wrapper = etree.SubElement(inner, WRAPPER, nsmap={"dts": DTS})
    _fill(wrapper, start, end, first, last)
    return serialise(made)


def _fill(
    wrapper: etree._Element, start: etree._Element, end: etree._Element, first: etree._Element, last: etree._Element
) -> None:
    """Put into the wrapper what stands from `first` to `last`, without what is before `start` and after `end`."""
    if first is last:
        wrapper.append(_copy(first, tail=False))
        return
    wrapper.append(_from(first, start))
    for node in first.itersiblings():
        if node is last:
            break
        wrapper.append(_copy(node, tail=True))
    wrapper.append(_until(last, end))


def _from(node: etree._Element, start: etree._Element) -> etree._Element:
    """Return a node, with what follows it, without what is before `start`, which is in it."""
    if node is start:
        return _copy(node, tail=True)
    made = _shell(node)
    made.tail = node.tail
    child = next(each for each in node if each is start or _holds(each, start))
    made.append(_from(child, start))
    made.extend(_copy(each, tail=True) for each in child.itersiblings())
    return made


def _until(node: etree._Element, end: etree._Element) -> etree._Element:
    """Return a node without what follows `end`, which is in it."""
    if node is end:
        return _copy(node, tail=False)
    made = _shell(node)
    made.text = node.text
    for child in node:
        if child is end or _holds(child, end):
            made.append(_until(child, end))
            break
        made.append(_copy(child, tail=True))
    return made


def _label(node: etree._Element) -> list[etree._Element]:
    """Return the printed label of a clause, which stands before it."""
    before = node.getprevious()
    return [_copy(before, tail=True)] if node.tag == _ITEM and before is not None and before.tag == _LABEL else []


def _path(node: etree._Element) -> list[etree._Element]:
    """Return the elements from the root down to one."""
    return [*reversed(list(node.iterancestors())), node]


def _holds(node: etree._Element, other: etree._Element) -> bool:
    return any(each is node for each in other.iterancestors())


def _shell(node: etree._Element) -> etree._Element:
    return etree.Element(node.tag, dict(node.attrib), nsmap=node.nsmap)


def _copy(node: etree._Element, *, tail: bool) -> etree._Element:
    made = deepcopy(node)
    if not tail:
        made.tail = None
    return made
