"""One identifier for one party in the whole edition.

Within a document somebody whom the register does not know is called after the family name, "p-smith". Where another
document calls somebody else so, John beside Mary, each is called by the whole name there: "p-john-smith".
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from teiedit.tools.tei import XML_ID, parse, serialise, slug

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from teiedit.model.catalogue import Record

_POINTERS = ("ref", "target", "who", "corresp")


def find_namesakes(records: Iterable[Record], registered: Collection[str]) -> dict[str, dict[str, str]]:
    """Return, by document, the identifiers that mean somebody else elsewhere, each with the one to use instead.

    Args:
        records: all documents.
        registered: the identifiers of the register's entries, which mean the same everywhere.
    """
    names: dict[str, set[str]] = {}
    known = list(records)
    for record in known:
        for identifier, name in record.people:
            names.setdefault(identifier, set()).add(slug(name))
    shared = {identifier for identifier, called in names.items() if len(called) > 1 and identifier not in registered}
    taken = set(names)
    result: dict[str, dict[str, str]] = {}
    for record in known:
        mine = {identifier for identifier, _ in record.people}
        for identifier, name in record.people:
            whole = f"{identifier.partition('-')[0]}-{slug(name)}"
            if identifier in shared and slug(name) and whole not in mine and (whole not in taken or whole in shared):
                result.setdefault(record.id, {})[identifier] = whole
    return result


def told_apart(record: Record, identifiers: Mapping[str, str]) -> Record:
    """Return a record with other identifiers for some of its people, as `renamed` gives them to its document."""
    if not identifiers:
        return record
    return replace(
        record,
        senders=tuple(_renamed(key, identifiers) for key in record.senders),
        recipients=tuple(_renamed(key, identifiers) for key in record.recipients),
        people=tuple((identifiers.get(identifier, identifier), name) for identifier, name in record.people),
        called=tuple((_renamed(key, identifiers), words) for key, words in record.called),
    )


def renamed(tei: bytes, identifiers: Mapping[str, str]) -> bytes:
    """Return a TEI document of ours with other identifiers for some of its people, and all that points to them."""
    root = parse(tei)
    for node in root.iter():
        if not isinstance(node.tag, str):
            continue
        if XML_ID in node.attrib:
            node.set(XML_ID, _renamed(node.get(XML_ID, ""), identifiers))
        for name in _POINTERS:
            if name in node.attrib:
                node.set(name, " ".join(_renamed(pointer, identifiers) for pointer in node.get(name, "").split()))
    return serialise(root)


def _renamed(pointer: str, identifiers: Mapping[str, str]) -> str:
    """Return an identifier or pointer, also that of an inference about a party: "#i-sent-p-smith"."""
    bare = pointer.removeprefix("#")
    lead = pointer[: len(pointer) - len(bare)]
    for prefix in ("", "i-sent-", "i-received-"):
        if bare.startswith(prefix) and bare[len(prefix) :] in identifiers:
            return f"{lead}{prefix}{identifiers[bare[len(prefix) :]]}"
    return pointer
