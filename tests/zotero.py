"""What Zotero saves of a page: the rules of its translator "Embedded Metadata", written again from their description.

The translator reads the names in a page's head in this order, each step over the one before:

1. Names with a known prefix (DC., og:, z:, …) are statements about the page. The first of z:itemType, og:type (but
   "article" is only a guess) and DC.type that says a type of Zotero's decides the type; then title, creators, date,
   archive and so on are taken from the first vocabulary that has them. Every name of z: is a field, over all others.
2. citation_* names of the publishers of journals are taken over these. citation_journal_title, citation_inbook_title
   and a few more say a type, over all others. If they name a creator, the creators of step 1 are forgotten.
3. What is still missing is guessed: the description, the address, the first time in the text.
4. When the item is kept, lines of the field "extra" become fields and creators, where the type has such.

https://www.zotero.org/support/dev/exposing_metadata
https://www.zotero.org/support/kb/item_types_and_fields
"""

from __future__ import annotations

import re

PREFIXES = ("dc", "dcterms", "og", "z", "article", "book", "prism", "bib", "bibo", "eprints", "so", "video", "music")
ITEM_TYPES = ("letter", "manuscript", "report", "book", "bookSection", "journalArticle", "webpage", "document")
OF_HIGHWIRE = {
    "citation_journal_title": "journalArticle",
    "citation_technical_report_institution": "report",
    "citation_conference_title": "conferencePaper",
    "citation_conference": "conferencePaper",
    "citation_book_title": "bookSection",
    "citation_inbook_title": "bookSection",
    "citation_dissertation_institution": "thesis",
}
# In the order in which they are read: the last one that is there counts.
HIGHWIRE_FIELDS = (
    ("citation_title", "title"),
    ("citation_publication_date", "date"),
    ("citation_cover_date", "date"),
    ("citation_date", "date"),
    ("citation_journal_title", "publicationTitle"),
    ("citation_inbook_title", "publicationTitle"),
    ("citation_book_title", "bookTitle"),
    ("citation_publisher", "publisher"),
    ("citation_abstract", "abstractNote"),
    ("citation_public_url", "url"),
    ("citation_language", "language"),
)
STATEMENTS = (
    ("title", ("dc:title", "og:title")),
    ("publicationTitle", ("dc:source", "og:site_name")),
    ("rights", ("dc:rights",)),
    ("publisher", ("dc:publisher",)),
    ("date", ("og:published_time", "article:published_time", "dc:date.issued", "dc:date", "dcterms:date")),
    ("url", ("og:url",)),
    ("archiveLocation", ("dc:coverage",)),
    ("abstractNote", ("og:description", "dcterms:abstract")),
    ("language", ("dc:language",)),
)
FIELDS = {
    "letter": {"letterType", "archive", "archiveLocation"},
    "manuscript": {"manuscriptType", "place", "archive", "archiveLocation"},
    "report": {"reportType", "place", "publisher", "archive", "archiveLocation"},
}
ANY_FIELDS = {"title", "date", "url", "language", "abstractNote", "rights", "extra", "libraryCatalog"}
CREATORS = {"letter": {"author", "recipient", "contributor"}, "manuscript": {"author", "contributor", "translator"}}


def saved(page, address="https://example.org/page.html"):
    """Return the item that Zotero would keep of a parsed page: its fields, "creators" and "attachments"."""
    metas = [
        (m.get("name") or m.get("property"), m.get("content"))
        for m in page.xpath("/html/head/meta[@content][@name or @property]")
    ]
    said = _statements(metas)
    named = {}
    for name, value in metas:
        named.setdefault(name, []).append(value)
    item = _from_statements(said)
    item["itemType"] = _item_type(said, named)
    _highwire(item, named)
    _guesses(item, page, address)
    return _kept(item)


def _statements(metas):
    """Prefixed names and their values, in order: "DC.title" is "dc:title", and so is "dc:Title"."""
    said = {}
    for names, value in metas:
        for name in names.split():
            parts = re.split(r"[.:_]", name)
            prefix = parts[1].lower() if len(parts) > 2 and parts[1].lower() in PREFIXES else parts[0].lower()
            if prefix in PREFIXES:
                rest = name[name.lower().index(prefix) + len(prefix) + 1 :]
                said.setdefault(f"{prefix}:{rest[:1].lower()}{rest[1:]}", []).append(value)
    return said


def _item_type(said, named):
    for name, item_type in OF_HIGHWIRE.items():
        if name in named:
            return item_type
    sure = [
        *said.get("z:itemType", [])[:1],
        *({"website": "webpage", "book": "book"}.get(t) for t in said.get("og:type", [])[:1]),
        *said.get("dc:type", [])[:1],
    ]
    for item_type in sure:
        if item_type in ITEM_TYPES:
            return item_type
    return "journalArticle" if "citation_title" in named else "webpage"


def _from_statements(said):
    item = {"creators": [], "attachments": []}
    for field, sources in STATEMENTS:
        for source in sources:
            if source in said:
                item[field] = said[source][0]
                break
    for source in ("dc:creator", "dc:contributor"):
        if source in said:
            item["creators"] = [_creator(name, "author", comma="," in name) for name in said[source]]
            break
    item["creators"] += [_creator(n, "recipient", comma="," in n) for n in said.get("z:recipients", [])]
    for name, values in said.items():
        if name.startswith("z:"):
            item[name[2:]] = values[0]
    return item


def _creator(name, role, *, comma):
    """A name in two parts: at its comma, or before its last word."""
    name = re.sub(r"[\s\u00a0]+", " ", name.strip(" \u00a0.,/[]:"))
    if comma:
        last, _, first = name.partition(",")
    else:
        first, _, last = name.rpartition(" ")
    return (role, last.strip(), first.strip())


def _highwire(item, named):
    for name, field in HIGHWIRE_FIELDS:
        if named.get(name, [""])[0].strip():
            item[field] = " ".join(named[name][0].split())
    creators = []
    for name, role in (("citation_author", "author"), ("citation_editor", "editor")):
        creators += _highwire_creators(named.get(name, []), role)
    item["creators"] = creators or item["creators"]
    if not item.get("date"):
        item["date"] = (named.get("citation_online_date") or named.get("citation_year") or [""])[0]
    if "citation_pdf_url" in named:
        item["attachments"].append(("application/pdf", named["citation_pdf_url"][0]))
    else:
        item["attachments"].append(("text/html", "snapshot"))


def _highwire_creators(values, role):
    found = []
    for value in values:
        names = re.split(r"\s*;\s*", value)
        if len(names) == 1 and len(values) == 1:
            halves = re.split(r"\s*,\s*", names[0])
            # one name with a comma and several words on both sides is read as two people
            if len(halves) > 1 and " " in halves[0] and " " in halves[1]:
                names = halves
        found += [_creator(name, role, comma="," in name) for name in names if re.search(r"[^\s,.;-]", name)]
    return found


def _guesses(item, page, address):
    item.setdefault("title", page.findtext("head/title"))
    if not item.get("abstractNote"):
        item["abstractNote"] = "".join(page.xpath("//meta[@name='description']/@content"))
    if not item.get("url"):
        item["url"] = "".join(page.xpath("//head/link[@rel='canonical']/@href")) or address
    if not item.get("date"):
        item["date"] = "".join(page.xpath("(//time/@datetime)[1]"))


def _kept(item):
    """The item without fields that its type has not, and with what its extra lines say."""
    kind = item["itemType"]
    roles = CREATORS.get(kind, {"author", "contributor", "editor"})
    # a role that the type has not becomes its first one
    creators = [(role if role in roles else "author", last, first) for role, last, first in item["creators"]]
    rest = []
    for line in item.get("extra", "").split("\n"):
        key, _, value = line.partition(": ")
        if key.lower() in roles:
            last, _, first = value.partition(" || ")
            creators.append((key.lower(), last, first))
        elif line:
            rest.append(line)
    fields = ANY_FIELDS | FIELDS.get(kind, {"publicationTitle", "bookTitle", "publisher"})
    kept = {key: value for key, value in item.items() if key in fields and value}
    kept |= {"itemType": kind, "creators": creators, "attachments": item["attachments"], "extra": rest}
    return kept
