"""The TEI header: what the file is, whose it is, where it comes from, and who wrote to whom.

https://tei-c.org/release/doc/tei-p5-doc/en/html/HD.html
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from teiedit import __version__
from teiedit.encode.citations import encode_citations
from teiedit.model.decisions import responsible
from teiedit.model.document import Element, corresponds
from teiedit.tools.tei import XML_ID, element

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml import etree

    from teiedit.encode.provenance import Provenance
    from teiedit.model.document import Action, Archive, Dated, Document, Earlier, Person
    from teiedit.model.edition import Edition, Licence
    from teiedit.model.source import Source

_LANGUAGES = {
    "cs": "Czech",
    "da": "Danish",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "it": "Italian",
    "la": "Latin",
    "nl": "Dutch",
    "pl": "Polish",
    "pt": "Portuguese",
    "sv": "Swedish",
    "und": "undetermined",
}
_EDITORIAL = (
    ("correction", "method", "markup", "Slips stay as they stand; the program corrects nothing."),
    ("normalization", "method", "markup", "Spelling, capitals, dashes and quotation marks are kept as typed."),
    ("quotation", "marks", "all", "Quotation marks are kept as characters inside the element that they delimit."),
    ("hyphenation", "eol", "all", "Hyphens are kept as typed; the lines of the transcript are not recorded."),
)
_DIVIDED = (
    'Hyphens are kept as typed; where one only divides a word at the end of a line, lb with break="no" follows it. '
    "Other lines of the transcript are not recorded."
)
_CORRECTED = "The program corrects nothing; what the editors correct stands in corr beside what the transcript has."
_CALENDARS = {
    "gregorian": "The Gregorian calendar.",
    "julian": "The Julian calendar, also called Old Style.",
    "republican": "The calendar of the French Republic, in use from 1793 to 1805.",
}
_INTERPRETATION = (
    'An element with resp="#teiedit" was inferred by the program, and cert says how surely; paragraphs, divisions '
    "and other plain structure carry no such mark. The reasons stand in the stand-off record of certainty."
)
_DECIDED = "Where resp names an editor, the editor has decided so, and the rules have no say."


def encode_header(
    document: Document,
    source: Source,
    edition: Edition,
    provenance: Provenance,
    text: etree._Element,
    abstracts: Sequence[etree._Element] = (),
) -> etree._Element:
    """Return the header. To be called last, when `provenance` knows all rules but those of the header itself.

    Args:
        document: what the transcript was understood to be.
        source: the transcript.
        edition: who publishes it, and under what terms.
        provenance: the reasons of what was inferred.
        text: the document's finished text.
        abstracts: the editors' summaries.
    """
    title_stmt = _title_stmt(document, edition, provenance)
    profile = _profile(document, provenance, abstracts)
    source_desc = _source_desc(document, source, edition, provenance)
    return element(
        "teiHeader",
        element("fileDesc", title_stmt, _publication_stmt(document, edition), source_desc),
        _encoding_desc(document, provenance, text),
        profile,
        _revision_desc(document),
    )


def _revision_desc(document: Document) -> etree._Element:
    decided = [
        element(
            "change",
            "One decision of the editor." if revision.count == 1 else f"{revision.count} decisions of the editor.",
            who=f"#{revision.by}",
            when=revision.on or None,
        )
        for revision in document.revisions
    ]
    encoded = element("change", "Encoded from the transcript.", who="#teiedit", status="draft")
    return element("revisionDesc", *decided, encoded, status="draft")


def _title_stmt(document: Document, edition: Edition, provenance: Provenance) -> etree._Element:
    authors = [element("author", _name(person)) for person in document.sent.people]
    statements = [_resp("teiedit", "automatic encoding of the transcript", element("name", "teiedit", type="software"))]
    transcriber = edition.transcriber or ("the transcriber" if _uses(document, "resp", "#transcriber") else "")
    if transcriber:
        statements.append(_resp("transcriber", "transcription", element("name", transcriber)))
    editors = (*responsible(edition.editors, ()), *document.editors)
    if document.edited and not any(identifier == "editor" for identifier, _ in editors):
        # who has written in the document is somebody, even where the edition does not say who
        editors = (("editor", "the editor"), *editors)
    for identifier, name in editors:
        statements.append(_resp(identifier, "edition", element("name", name, type="person")))
    return element("titleStmt", _main_title(document, provenance), *authors, *statements)


def _main_title(document: Document, provenance: Provenance) -> etree._Element:
    why = document.titled
    return element(
        "title",
        document.title,
        xml_id=provenance.record(why, "i-title", "title") if why else None,
        type="main",
        resp=why.by if why else None,
        cert=why.cert if why else None,
    )


def _uses(document: Document, name: str, value: str) -> bool:
    """Say whether any element of the text has this attribute."""
    return (name, value) in _attributes(document)


def _attributes(document: Document) -> Iterator[tuple[str, str]]:
    """Yield the attributes of all elements of the text."""
    stack = [*document.front, *document.body]
    while stack:
        node = stack.pop()
        yield from node.attributes
        stack += [child for child in node.content if isinstance(child, Element)]


def _resp(identifier: str, what: str, who: etree._Element) -> etree._Element:
    return element("respStmt", element("resp", what), who, xml_id=identifier)


def _publication_stmt(document: Document, edition: Edition) -> etree._Element:
    url = f"{edition.base_url}documents/{document.id}.html" if edition.base_url else ""
    return element(
        "publicationStmt",
        element("publisher", edition.publisher or edition.title or "unpublished"),
        element("pubPlace", edition.place) if edition.place else None,
        element("date", edition.date, when=edition.date) if edition.date else None,
        element("idno", document.id, type="edition"),
        element("idno", url, type="URI") if url else None,
        _availability(edition),
    )


def _availability(edition: Edition) -> etree._Element:
    licences: list[etree._Element] = []
    if edition.licence:
        licences.append(_licence("Encoding", edition.licence))
    if edition.transcript_licence:
        licences.append(_licence("Transcript", edition.transcript_licence))
    if not licences:
        return element("availability", element("p", "No licence is stated."), status="unknown")
    return element("availability", *licences, status="free")


def _licence(what: str, licence: Licence) -> etree._Element:
    return element("licence", f"{what}: {licence.name}.", target=licence.url or None)


def _source_desc(document: Document, source: Source, edition: Edition, provenance: Provenance) -> etree._Element:
    words = {dict(line.attributes)["type"]: line for line in document.front if line.tag == "titlePart"}
    titles: list[etree._Element | str] = []
    for kind, level in (("series", "s"), ("transcript", "a")):
        if kind in words:
            span = words[kind].span
            titles += [element("title", " ".join(source.text[span.start : span.end].split()), level=level), ". "]
    if not titles:
        titles = [element("title", edition.title or document.title, level="s" if edition.title else "a"), ". "]
    bibl = element(
        "bibl",
        *titles,
        element("idno", source.name, type="file"),
        " ",
        element("idno", source.sha256, type="sha256"),
        type="transcript",
    )
    manuscript = _manuscript(document.archive, provenance) if document.archive else None
    return element("sourceDesc", bibl, manuscript)


def _manuscript(archive: Archive, provenance: Provenance) -> etree._Element:
    known: list[etree._Element] = []
    if archive.evidence:
        identifier = provenance.record(
            archive.evidence, "i-repository", "repository", also=("i-country", "i-settlement")
        )
        cert = archive.evidence.cert
        known = [
            element("country", archive.country, xml_id="i-country", resp="#teiedit", cert=cert),
            element("settlement", archive.settlement, xml_id="i-settlement", resp="#teiedit", cert=cert),
            element("repository", archive.repository, xml_id=identifier, resp="#teiedit", cert=cert),
            element("collection", archive.collection),
        ]
    return element("msDesc", element("msIdentifier", *known, element("idno", archive.reference, type="catalogue")))


def _encoding_desc(document: Document, provenance: Provenance, text: etree._Element) -> etree._Element:
    genres = element(
        "taxonomy",
        element("category", element("catDesc", document.genre), xml_id=f"dt-{document.genre}"),
        xml_id="doctypes",
    )
    divided = _uses(document, "break", "no")
    words = {"hyphenation": _DIVIDED} if divided else {}
    if document.revisions:
        words["correction"] = _CORRECTED
    principles = [
        element(name, element("p", words.get(name, text)), **{attribute: value})
        for name, attribute, value, text in _EDITORIAL
    ]
    interpretation = f"{_INTERPRETATION} {_DECIDED}" if document.revisions else _INTERPRETATION
    return element(
        "encodingDesc",
        element("projectDesc", element("p", "Digital edition of plain transcripts of letters and documents.")),
        element("editorialDecl", *principles, element("interpretation", element("p", interpretation))),
        encode_citations(text),
        element("classDecl", genres, provenance.taxonomy()),
        element(
            "appInfo",
            element(
                "application",
                element("label", "teiedit"),
                element("desc", "Plain transcript to TEI."),
                ident="teiedit",
                version=__version__,
            ),
        ),
    )


def _profile(document: Document, provenance: Provenance, abstracts: Sequence[etree._Element]) -> etree._Element:
    for finding in document.findings:
        provenance.record(finding, "i-genre" if finding.rule.startswith("genre") else "i-language", "value")
    ids = {finding.rule.split(".")[0]: f"i-{finding.rule.split('.')[0]}" for finding in document.findings}
    found = {finding.rule.split(".")[0]: finding for finding in document.findings}
    language = element(
        "language",
        _LANGUAGES.get(document.language, document.language),
        xml_id=ids.get("language"),
        ident=document.language,
        resp=found["language"].by if "language" in found else None,
        cert=found["language"].cert if "language" in found else None,
    )
    genre = element(
        "catRef",
        xml_id=ids.get("genre"),
        scheme="#doctypes",
        target=f"#dt-{document.genre}",
        resp=found["genre"].by if "genre" in found else None,
        cert=found["genre"].cert if "genre" in found else None,
    )
    sent = document.sent.date
    letter = corresponds(document.genre, document.sent, document.received)
    # what is no correspondence has no other place for where it was made
    place = _place(document.sent, provenance) if document.sent.place and not letter else None
    return element(
        "profileDesc",
        *abstracts,
        element("creation", place, ", " if place is not None and sent else None, _date(sent) if sent else None)
        if sent or place is not None
        else None,
        element("langUsage", language),
        _calendar_desc(document),
        element("textClass", genre),
        _corresp_desc(document, provenance) if letter else None,
    )


def _calendar_desc(document: Document) -> etree._Element | None:
    """Return the calendars by which dates of the document count, or None if all are plainly Gregorian."""
    dated = (*(document.sent.date.attributes if document.sent.date else ()), *_attributes(document))
    used = {pointer[1:] for name, value in dated if name == "calendar" for pointer in value.split()}
    declared = [element("calendar", element("p", _CALENDARS[name]), xml_id=name) for name in sorted(used)]
    return element("calendarDesc", *declared) if declared else None


def _corresp_desc(document: Document, provenance: Provenance) -> etree._Element:
    return element(
        "correspDesc",
        _action(document.sent, provenance),
        _action(document.received, provenance),
        _action(document.copied, provenance) if document.copied.people else None,
        _context(document.earlier, provenance) if document.earlier else None,
        xml_id="corresp-1",
    )


def _action(action: Action, provenance: Provenance) -> etree._Element:
    identifier = cert = None
    if action.evidence:
        identifier = provenance.record(action.evidence, f"i-{_kind(action)}", "correspAction")
        cert = action.evidence.cert
    names = [_identified(person, action, provenance) for person in action.people]
    return element(
        "correspAction",
        *(names or [element("persName", "Unknown")]),
        _place(action, provenance) if action.place else None,
        _date(action.date, provenance, f"i-{_kind(action)}-date") if action.date else None,
        xml_id=identifier,
        type=action.type,
        subtype=action.subtype or None,
        resp=action.evidence.by if action.evidence else None,
        cert=cert,
    )


def _kind(action: Action) -> str:
    """Return the word by which the identifiers of an action are told apart: "sent", "received", "cc"."""
    return action.subtype or action.type


def _identified(person: Person, action: Action, provenance: Provenance) -> etree._Element:
    """Return a party's name, with the reason why it is that of an entry of the register, if it is one."""
    name = _name(person)
    if person.evidence is not None:
        identifier = f"i-{_kind(action)}-{person.id}"
        about = "" if person.evidence.resp else "ref"
        name.set(XML_ID, provenance.record(person.evidence, identifier, person.kind, about=about))
        name.set("resp", person.evidence.by)
        name.set("cert", person.evidence.cert)
    return name


def _place(action: Action, provenance: Provenance) -> etree._Element:
    ref = f"#{action.located}" if action.located else None
    if action.placed is None:
        return element("placeName", action.place, ref=ref)
    about = "ref" if ref else ""
    identifier = provenance.record(action.placed, f"i-{action.type}-place", "placeName", about=about)
    node = element("placeName", action.place, xml_id=identifier, ref=ref)
    node.set("resp", action.placed.by)
    node.set("cert", action.placed.cert)
    return node


def _context(earlier: Earlier, provenance: Provenance) -> etree._Element:
    identifier = provenance.record(earlier.evidence, "i-earlier", "correspContext")
    date = _date(earlier.date) if earlier.date else None
    return element(
        "correspContext",
        element("ref", f"{earlier.words}, " if date is not None else earlier.words, date, type="prev"),
        xml_id=identifier,
        resp="#teiedit",
        cert=earlier.evidence.cert,
    )


def _name(person: Person) -> etree._Element:
    return element(person.kind, person.called or person.name, ref=f"#{person.id}")


def _date(date: Dated, provenance: Provenance | None = None, identifier: str = "") -> etree._Element:
    node = element(
        "date", date.words, **{f"{name}_" if name == "from" else name: value for name, value in date.attributes}
    )
    if date.evidence is not None and provenance is not None:
        node.set(XML_ID, provenance.record(date.evidence, identifier, "date"))
        node.set("resp", date.evidence.by)
        node.set("cert", date.evidence.cert)
    return node
