"""ro-crate-metadata.json: the package described for machines, file by file.

https://www.researchobject.org/ro-crate/specification/1.2/
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from teiedit import __version__
from teiedit.package.bag import PAYLOAD
from teiedit.package.contents import OUTPUT, SOURCES
from teiedit.package.formats import PRONOM, TEI, format_of
from teiedit.package.published import read_published
from teiedit.tools.tei import slug

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from teiedit.model.edition import Edition
    from teiedit.package.release import Release
    from teiedit.package.sinks import Written

NAME = "ro-crate-metadata.json"
PREVIEW = "ro-crate-preview.html"
_SPECIFICATION = "https://w3id.org/ro/crate/1.2"
_SOFTWARE = "#teiedit"
_PUBLISHER = "#publisher"
_Entity = dict[str, Any]

# What lies in the folders of a package, for readers.
FOLDERS = {
    SOURCES: "the sources: transcripts as they were typed, settings, registers, the ledger of publication",
    OUTPUT: "what was made of the sources, as it was published",
    f"{OUTPUT}assets/": "pictures, fonts and style sheets of the web pages",
    f"{OUTPUT}cite/": "citations of the documents, for programs that manage references",
    f"{OUTPUT}documents/": "a web page for each document",
    f"{OUTPUT}epub/": "e-books",
    f"{OUTPUT}metadata/": "records of the documents, in the forms that libraries and other programs read",
    f"{OUTPUT}pdf/": "PDF files for reading and printing",
    f"{OUTPUT}schema/": "the schema of the TEI files, with its documentation",
    f"{OUTPUT}search/": "the index by which the web pages search the texts",
    f"{OUTPUT}tei/": "the documents in TEI XML: the form to keep if only one can be kept",
    f"{OUTPUT}text/": "the documents as plain text",
}


class Crate:
    """The description of one package."""

    def __init__(self, edition: Edition, release: Release, files: Sequence[Written], paths: Mapping[str, Path]) -> None:
        """Prepare the description.

        Args:
            edition: its settings.
            release: which it is.
            files: what is in the payload.
            paths: where TEI files were taken from, by their names in the bag.
        """
        self._edition = edition
        self._release = release
        self._files = {file.name.removeprefix(PAYLOAD): file for file in files}
        self._paths = paths
        self._people: dict[tuple[str, str], str] = {}
        self._formats: dict[str, str] = {}

    def chunks(self) -> Iterator[bytes]:
        """Give the file, piece by piece: one entity a line."""
        yield f'{{"@context": "{_SPECIFICATION}/context", "@graph": [\n'.encode()
        separator = ""
        for entity in self._graph():
            yield f"{separator}{json.dumps(entity, ensure_ascii=False)}".encode()
            separator = ",\n"
        yield b"\n]}\n"

    def _graph(self) -> Iterator[_Entity]:
        yield {
            "@id": NAME,
            "@type": "CreativeWork",
            "conformsTo": _ref(_SPECIFICATION),
            "about": _ref("./"),
        }
        yield self._root()
        folders = _folders(self._files)
        for folder, inside in folders.items():
            if folder:
                yield self._folder(folder, inside)
        for name, file in self._files.items():
            yield self._file(name, file)
        yield from self._context()

    def _root(self) -> _Entity:
        edition = self._edition
        editors = [_ref(f"#editor-{number}") for number in range(1, len(edition.editors) + 1)]
        return _without_empty(
            {
                "@id": "./",
                "@type": "Dataset",
                "name": f"{edition.title}: {edition.subtitle}" if edition.subtitle else edition.title,
                "description": edition.description or f"{edition.title}: a digital edition, with its sources.",
                "identifier": edition.base_url or edition.id,
                "url": edition.base_url,
                "version": self._release.name,
                "datePublished": self._release.date,
                "inLanguage": list(edition.languages),
                "license": _ref(self._licence()),
                "author": editors,
                "editor": editors,
                "contributor": _ref("#transcriber") if edition.transcriber else None,
                "publisher": _ref(_PUBLISHER) if edition.publisher else None,
                "mentions": _ref("#build"),
                "hasPart": [_ref(quote(name)) for name in _folders(self._files)[""]],
            }
        )

    def _licence(self) -> str:
        licence = self._edition.licence
        return licence.url if licence and licence.url else "#licence"

    def _folder(self, name: str, inside: Sequence[str]) -> _Entity:
        licence = self._edition.transcript_licence if name == SOURCES else None
        return _without_empty(
            {
                "@id": quote(name),
                "@type": "Dataset",
                "name": name.rstrip("/").rpartition("/")[2],
                "description": FOLDERS.get(name, ""),
                "license": _ref(licence.url or "#transcript-licence") if licence else None,
                "hasPart": [_ref(quote(part)) for part in inside],
            }
        )

    def _file(self, name: str, file: Written) -> _Entity:
        kind = format_of(name)
        if kind.puid:
            self._formats[kind.puid] = kind.puid_name
        entity: _Entity = {
            "@id": quote(name),
            "@type": "File",
            "name": name.rpartition("/")[2],
            "contentSize": str(file.size),
            "sha256": file.sha256,
            "encodingFormat": [kind.media, _ref(PRONOM + kind.puid)] if kind.puid else kind.media,
        }
        document = read_published(self._paths[file.name]) if kind is TEI and file.name in self._paths else None
        if document:
            authors = [_ref(self._person(*author)) for author in document.authors]
            schema = f"{OUTPUT}schema/teiedit.rng"
            conforms = _ref(schema) if schema in self._files else None
            more = {"inLanguage": document.language, "author": authors, "conformsTo": conforms}
            entity |= _without_empty({"name": document.title or entity["name"], **more})
        return entity

    def _person(self, name: str, kind: str) -> str:
        """Return the identifier of an author; two of one slug are told apart by a number."""
        if (name, kind) not in self._people:
            taken, wanted = set(self._people.values()), f"#author-{slug(name) or 'x'}"
            number = 1
            while (identifier := wanted if number == 1 else f"{wanted}-{number}") in taken:
                number += 1
            self._people[name, kind] = identifier
        return self._people[name, kind]

    def _context(self) -> Iterator[_Entity]:
        edition = self._edition
        for number, editor in enumerate(edition.editors, 1):
            yield {"@id": f"#editor-{number}", "@type": "Person", "name": editor}
        if edition.transcriber:
            yield {"@id": "#transcriber", "@type": "Person", "name": edition.transcriber}
        if edition.publisher:
            contact = {"contactPoint": _ref(f"mailto:{edition.contact}")} if edition.contact else {}
            yield {"@id": _PUBLISHER, "@type": "Organization", "name": edition.publisher, **contact}
            if edition.contact:
                point = {"email": edition.contact, "contactType": "letters about the edition"}
                yield {"@id": f"mailto:{edition.contact}", "@type": "ContactPoint", **point}
        for (name, kind), identifier in self._people.items():
            yield {"@id": identifier, "@type": "Organization" if kind == "orgName" else "Person", "name": name}
        yield from self._licences()
        for puid, name in sorted(self._formats.items()):
            yield {"@id": PRONOM + puid, "@type": "WebPage", "name": name, "identifier": puid}
        yield {
            "@id": _SOFTWARE,
            "@type": "SoftwareApplication",
            "name": "teiedit",
            "version": __version__,
            "url": "https://teiedit.org/",
            "description": "Makes a scholarly edition of plain transcripts: TEI, HTML, PDF, EPUB.",
        }
        agent = _PUBLISHER if edition.publisher else "#editor-1" if edition.editors else ""
        yield _without_empty(
            {
                "@id": "#build",
                "@type": "CreateAction",
                "name": "The edition was built from its sources",
                "instrument": _ref(_SOFTWARE),
                "agent": _ref(agent) if agent else None,
                "object": _ref(SOURCES),
                "result": _ref(OUTPUT) if any(name.startswith(OUTPUT) for name in self._files) else None,
                "endTime": self._release.date,
            }
        )

    def _licences(self) -> Iterator[_Entity]:
        edition = self._edition
        given = edition.licence
        description = "The terms of the encoding and the edition." if given else "Ask the publisher before any use."
        name = given.name if given else "No licence is stated"
        yield {"@id": self._licence(), "@type": "CreativeWork", "name": name, "description": description}
        other = edition.transcript_licence
        if other and (other.url or "#transcript-licence") != self._licence():
            identifier = other.url or "#transcript-licence"
            words = "The terms of the transcripts."
            yield {"@id": identifier, "@type": "CreativeWork", "name": other.name, "description": words}


def _ref(identifier: str) -> _Entity:
    return {"@id": identifier}


def _without_empty(entity: _Entity) -> _Entity:
    """Leave out what is empty; a list of one is written as that one."""
    single = {key: value[0] for key, value in entity.items() if isinstance(value, list) and len(value) == 1}
    return {key: single.get(key, value) for key, value in entity.items() if value}


def _folders(names: Mapping[str, Written]) -> dict[str, list[str]]:
    """Return what lies directly in each folder, by its name; the payload's own is ""."""
    folders: dict[str, dict[str, None]] = {"": {}}
    for name in names:
        parts = name.split("/")
        for depth in range(len(parts)):
            parent = "".join(f"{part}/" for part in parts[:depth])
            inside = "".join(f"{part}/" for part in parts[: depth + 1]) if depth + 1 < len(parts) else name
            folders.setdefault(parent, {})[inside] = None
    return {folder: list(inside) for folder, inside in sorted(folders.items())}
