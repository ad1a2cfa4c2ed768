"""Signposting: the typed links of a document, as sets of links in JSON and in the form of the Link header.

https://signposting.org/FAIR/ (level 2); RFC 9264, linksets; RFC 8288, web links.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from teiedit.model.formats import METADATA
from teiedit.publish._web import at, safe

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from teiedit.model.catalogue import Item
    from teiedit.model.edition import Edition

ABOUT_PAGE = "https://schema.org/AboutPage"


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a document, or of what is said of it; one file for each document.

    Attributes:
        folder: where its files lie, ending in "/".
        ending: of the files' names, with the dot.
        type: the media type.
        profile: what more can be said of the type: a namespace, or "".
    """

    folder: str
    ending: str
    type: str
    profile: str = ""

    def path(self, identifier: str) -> str:
        """Return the file of one document."""
        return f"{self.folder}{identifier}{self.ending}"


TEI = "http://www.tei-c.org/ns/1.0"
# The document itself, by the format of edition.toml.
ITEMS = {
    "tei": Form("tei/", ".xml", "application/tei+xml", TEI),
    "pdf": Form("pdf/", ".pdf", "application/pdf"),
    "epub": Form("epub/", ".epub", "application/epub+zip"),
    "text": Form("text/", ".txt", "text/plain"),
}
# What bibliographies take of it; made with its page.
CITATIONS = (
    Form("cite/", ".bib", "application/x-bibtex"),
    Form("cite/", ".ris", "application/x-research-info-systems"),
    Form("cite/", ".json", "application/vnd.citationstyles.csl+json"),
)


def _record(name: str, profile: str, ending: str = ".xml", media_type: str = "application/xml") -> Form:
    return Form(f"metadata/{name}/", ending, media_type, profile)


# Its records, by the name under which the catalogue knows them.
RECORDS = {
    "oai_dc": _record("oai_dc", "http://www.openarchives.org/OAI/2.0/oai_dc/"),
    "tei_header": _record("tei_header", TEI, media_type="application/tei+xml"),
    "mods": _record("mods", "http://www.loc.gov/mods/v3", media_type="application/mods+xml"),
    "edm": _record("edm", "http://www.europeana.eu/schemas/edm/", media_type="application/rdf+xml"),
    "oai_datacite": _record("oai_datacite", "http://schema.datacite.org/oai/oai-1.1/"),
    "ead": _record("ead", "urn:isbn:1-931666-22-9"),
    "jsonld": _record("jsonld", "https://schema.org/", ".jsonld", "application/ld+json"),
}


PAGE = Form("documents/", ".html", "text/html")
LINKSETS = (Form("linkset/", ".json", "application/linkset+json"), Form("linkset/", ".txt", "application/linkset"))


# Those of RECORDS that every document of every edition has.
ALWAYS = ("oai_dc", "tei_header", "mods", "ead", "jsonld")


@dataclass(frozen=True, slots=True)
class Link:
    """One typed link.

    Attributes:
        relation: such as "item".
        target: a whole address.
        form: what lies there, where that is known.
    """

    relation: str
    target: str
    form: Form | None = None

    def attributes(self) -> dict[str, str]:
        """Return the type of the target, and its profile, where they are known."""
        if self.form is None:
            return {}
        return {"type": self.form.type, **({"profile": self.form.profile} if self.form.profile else {})}


def contexts(item: Item, edition: Edition) -> Iterator[tuple[str, tuple[Link, ...]]]:
    """Give the addresses from which links lead, and the links: the document's page first, then each of its files.

    Args:
        item: a document.
        edition: one that has a `base_url`.
    """
    page = at(edition, f"documents/{item.id}.html")
    items = [form for name, form in ITEMS.items() if name in edition.formats]
    records = described_by(item.changed, edition)
    licence = item.facts.get("licence", "")
    general = (Link("license", safe(licence)),) if licence else ()
    said = (*_to("describedby", records, item, edition), Link("collection", safe(edition.base_url), PAGE))
    yield page, (*_about(item, edition), *general, *said, *_to("item", items, item, edition))
    for form in items:
        yield at(edition, form.path(item.id)), (Link("collection", page, PAGE), *general)
    for form in records:
        yield at(edition, form.path(item.id)), (Link("describes", page, PAGE),)


def of_every_document(edition: Edition) -> str:
    """Return the records that every document has, as `xslt/html/params.xsl` takes them."""
    forms = [RECORDS[name] for name in ALWAYS if METADATA in edition.formats]
    return " ".join(f"{form.folder}|{form.ending}|{form.type}" for form in forms)


def described_by(names: Iterable[str], edition: Edition) -> list[Form]:
    """Return the forms of what is said of a document: the records of these names, and those that it has anyway."""
    known = frozenset((*names, *ALWAYS))
    records = [form for name, form in RECORDS.items() if name in known]
    return [*records, *(CITATIONS if "html" in edition.formats else ())]


def _about(item: Item, edition: Edition) -> Iterator[Link]:
    yield Link("cite-as", at(edition, f"documents/{item.id}.html"))
    for sender in item.facts["senders"]:
        yield from (Link("author", safe(uri)) for uri in sender.get("uris", ())[:1])
    yield Link("type", ABOUT_PAGE)
    yield Link("type", specific_type(item.facts.get("kind", "")))


def specific_type(kind: str) -> str:
    """Return the type of schema.org for a kind of document, as the page's own data has it (`linked-data.xsl`)."""
    return f"https://schema.org/{'Message' if kind in ('letter', 'telegram', 'note') else 'CreativeWork'}"


def _to(relation: str, forms: Iterable[Form], item: Item, edition: Edition) -> Iterator[Link]:
    return (Link(relation, at(edition, form.path(item.id)), form) for form in forms)


def files(item: Item, edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Give a document's links in both forms.

    Args:
        item: a document.
        edition: one that has a `base_url`.
    """
    all_of = list(contexts(item, edition))
    for form, content in zip(LINKSETS, (_as_json(all_of), _as_text(all_of)), strict=True):
        yield form.path(item.id), content


def _as_json(all_of: Sequence[tuple[str, Sequence[Link]]]) -> bytes:
    """RFC 9264, 4.2; an attribute that the RFC does not know has a list of values. One context a line."""
    found: list[str] = []
    for anchor, links in all_of:
        context: dict[str, Any] = {"anchor": anchor}
        for link in links:
            attributes = {name: value if name == "type" else [value] for name, value in link.attributes().items()}
            context.setdefault(link.relation, []).append({"href": link.target, **attributes})
        found.append(json.dumps(context, ensure_ascii=False))
    return ('{"linkset": [\n' + ",\n".join(found) + "\n]}\n").encode()


def _as_text(all_of: Sequence[tuple[str, Sequence[Link]]]) -> bytes:
    """RFC 9264, 4.1: the value of a Link header, over several lines."""
    links = [as_header(link, anchor) for anchor, links in all_of for link in links]
    return (",\n".join(links) + "\n").encode()


def as_header(link: Link, anchor: str = "") -> str:
    """Return a link as a Link header has it (RFC 8288, 3)."""
    attributes = {"rel": link.relation, **({"anchor": anchor} if anchor else {}), **link.attributes()}
    return f"<{link.target}>" + "".join(f'; {name}="{value}"' for name, value in attributes.items())
