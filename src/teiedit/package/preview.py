"""ro-crate-preview.html: the package at a glance, for people; it needs no scripts, no fonts and no network.

https://www.researchobject.org/ro-crate/specification/1.2/structure#ro-crate-website-ro-crate-previewhtml-and-ro-crate-preview_files
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from teiedit import __version__
from teiedit.package.bag import PAYLOAD, size_in_words
from teiedit.package.crate import FOLDERS
from teiedit.package.crate import NAME as METADATA

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from teiedit.model.edition import Edition
    from teiedit.package.release import Release
    from teiedit.package.sinks import Written

_STYLE = """
:root { color-scheme: light dark; --paper: #fbfaf6; --ink: #211f1c; --accent: #85281c; --line: #8d877c }
@media (prefers-color-scheme: dark) { :root { --paper: #17181a; --ink: #e5e1d8; --accent: #eb9d8b; --line: #7c7f85 } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.1rem/1.55 Georgia, serif }
main { max-width: 44rem; margin: 0 auto; padding: 2rem 1rem }
h1 { line-height: 1.2; margin: 0 0 .5rem } h2 { margin-top: 2rem }
a { color: var(--accent) }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .3rem 1rem } dt { font-weight: bold } dd { margin: 0 }
.wide { overflow-x: auto } table { border-collapse: collapse; width: 100% }
th, td { text-align: left; vertical-align: top; padding: .35rem .8rem .35rem 0; border-bottom: 1px solid var(--line) }
td.number { text-align: right; white-space: nowrap }
th code { white-space: nowrap }
@media (max-width: 30rem) { dl { grid-template-columns: 1fr } dd { margin-bottom: .5rem } }
"""


def preview(edition: Edition, release: Release, files: Sequence[Written]) -> bytes:
    """Return the page.

    Args:
        edition: its settings.
        release: which it is.
        files: what else is in the payload.
    """
    parts = (
        _head(edition, release),
        "<dl>",
        *(f"<dt>{what}</dt><dd>{value}</dd>" for what, value in _facts(edition, release) if value),
        "</dl>",
        *_ways(files),
        *_table(files),
        _FOOT,
    )
    return ("\n".join(parts) + "\n").encode()


def _head(edition: Edition, release: Release) -> str:
    title = escape(edition.title)
    below = "".join(
        f"\n<p{_lang(edition)}>{escape(words)}</p>" for words in (edition.subtitle, edition.description) if words
    )
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{title}, release {escape(release.name)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="describedby" type="application/ld+json" href="{METADATA}">
<style>{_STYLE}</style>
</head>
<body>
<main>
<h1{_lang(edition)}>{title}</h1>{below}"""


_FOOT = f"""<p>Described by <code>{METADATA}</code> (RO-Crate 1.2) and made by teiedit {__version__}.
Sums of all files lie in the folder above this one (BagIt 1.0).</p>
</main>
</body>
</html>"""


def _lang(edition: Edition) -> str:
    return f' lang="{escape(edition.language)}"'


def _facts(edition: Edition, release: Release) -> Iterator[tuple[str, str]]:
    day = f'<time datetime="{release.date}">{release.date}</time>'
    yield "Release", day if release.name == release.date else f"{escape(release.name)}, {day}"
    yield "Editors" if len(edition.editors) > 1 else "Editor", escape(", ".join(edition.editors))
    yield "Transcriber", escape(edition.transcriber)
    yield "Publisher", escape(edition.publisher)
    yield "Address", _link(edition.base_url, edition.base_url)
    yield "Contact", _link(f"mailto:{edition.contact}", edition.contact)
    licences = (("Terms", edition.licence), ("Terms of the transcripts", edition.transcript_licence))
    for what, licence in licences:
        if licence:
            yield what, _link(licence.url, licence.name)
    if not edition.licence:
        yield "Terms", "No licence is stated; ask the publisher before any use."


def _link(address: str, words: str) -> str:
    return f'<a href="{escape(address)}">{escape(words)}</a>' if address and words else escape(words)


def _ways(files: Sequence[Written]) -> Iterator[str]:
    """Give links to where a reader begins."""
    names = {file.name.removeprefix(PAYLOAD) for file in files}
    ways = {
        "README.txt": "About this package, in plain words",
        "output/index.html": "The edition, as it was published",
        "CHANGES.md": "What has changed since the release before",
        "sources/edition.toml": "The settings of the edition",
    }
    yield "<h2>Where to begin</h2>\n<ul>"
    yield from (f'<li><a href="{name}">{words}</a></li>' for name, words in ways.items() if name in names)
    yield "</ul>"


def _table(files: Sequence[Written]) -> Iterator[str]:
    """Give a table of the folders, with how many files each holds and how large they are together."""
    folders: dict[str, list[int]] = {}
    for file in files:
        name = file.name.removeprefix(PAYLOAD)
        folder = max((known for known in FOLDERS if name.startswith(known)), key=len, default="")
        folders.setdefault(folder, []).append(file.size)
    yield '<h2>What is in it</h2>\n<div class="wide" role="region" aria-label="Folders" tabindex="0">\n<table>'
    yield "<thead><tr><th>Folder</th><th>What it holds</th><th>Files</th><th>Size</th></tr></thead>\n<tbody>"
    for folder, sizes in sorted(folders.items()):
        shown = f'<a href="{folder}"><code>{folder}</code></a>' if folder else "here"
        words = FOLDERS.get(folder, "descriptions of this package")
        yield (
            f'<tr><th scope="row">{shown}</th><td>{words}</td>'
            f'<td class="number">{len(sizes):,}</td><td class="number">{size_in_words(sum(sizes))}</td></tr>'
        )
    yield "</tbody>\n</table>\n</div>"
