"""The sets in which a document can be harvested: by genre, year, correspondent and collection.

OAI-PMH 2.0, 2.6: a setSpec is a colon-separated path; what is in "year:1914" is in "year" too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from teiedit.tools.tei import slug

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# The sets that hold the others.
PARENTS: Mapping[str, str] = {
    "genre": "By genre",
    "year": "By year",
    "correspondent": "By correspondent",
    "collection": "By collection of the archive",
}


def sets_of(facts: Mapping[str, Any]) -> dict[str, str]:
    """Return the sets that a document is in, each with its name.

    Args:
        facts: what `xslt/records/facts.xsl` says of it.
    """
    return {f"{parent}:{name}": shown for parent, name, shown in _members(facts) if name}


def _members(facts: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    yield "genre", slug(facts.get("kind", "")), facts.get("kindLabel", "")
    if year := facts.get("year", ""):
        yield "year", slug(year), year
    for party in (*facts.get("senders", ()), *facts.get("recipients", ())):
        yield "correspondent", slug(party.get("ref", "") or party["name"]), party["name"]
    if collection := facts.get("source", {}).get("collection", ""):
        yield "collection", slug(collection), collection
