"""All questions as one page, for those who only read: it needs no scripts, no fonts and no network."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from teiedit.review.context import Lines
from teiedit.review.desk import all_questions
from teiedit.review.wording import ask, certainty, change, decided, tally

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from teiedit.model.question import Question
    from teiedit.model.register import Register
    from teiedit.review.desk import Desk, Sheet

_STYLE = """
:root { color-scheme: light dark; --paper: #fbfaf6; --ink: #211f1c; --soft: #5f5a52; --accent: #85281c;
  --line: #8d877c; --mark: #f3dfa2 }
@media (prefers-color-scheme: dark) { :root { --paper: #17181a; --ink: #e5e1d8; --soft: #b0aba1; --accent: #eb9d8b;
  --line: #7c7f85; --mark: #5c4a13 } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.1rem/1.5 Georgia, serif }
header, main { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 0 }
main { padding-bottom: 3rem }
h1 { line-height: 1.2; margin: 0 0 .5rem }
h2 { margin: 3rem 0 .5rem; padding-top: .5rem; border-top: 2px solid var(--line); overflow-wrap: anywhere }
h3 { margin: 1.8rem 0 .4rem; font-size: 1.05rem; overflow-wrap: anywhere }
a { color: var(--accent) }
.soft { color: var(--soft); font-size: .9rem }
blockquote { margin: .4rem 0; padding-left: .8rem; border-left: 3px solid var(--line); overflow-wrap: anywhere }
blockquote p { margin: 0; white-space: pre-wrap }
mark { background: var(--mark); color: inherit; font-weight: bold; text-decoration: underline }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem .8rem; margin: .4rem 0; font-size: .95rem }
dt { color: var(--soft) } dd { margin: 0; overflow-wrap: anywhere }
summary { cursor: pointer; margin-top: 1.5rem }
.wide { overflow-x: auto } table { border-collapse: collapse; width: 100% }
caption { text-align: left; color: var(--soft) }
th, td { text-align: left; vertical-align: top; padding: .25rem .8rem .25rem 0; border-bottom: 1px solid var(--line) }
.number { text-align: right; white-space: nowrap }
th[scope=row] { font-weight: normal; overflow-wrap: anywhere }
@media (max-width: 30rem) { dl { grid-template-columns: 1fr } dd { margin-bottom: .4rem } }
@media print { :root { --soft: #444; --line: #888 }
  body { background: none; color: #000; font-size: 10pt } .item { break-inside: avoid }
  h2, h3 { break-after: avoid } a { color: inherit } mark { background: none } }
"""
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def report(desk: Desk) -> bytes:
    """Return the page: for each document what is open, and folded what is decided.

    Args:
        desk: on which the documents lie.
    """
    register = desk.edition.register
    asked: dict[str, list[Question]] = {}
    for sheet, question in all_questions(desk.sheets.values(), desk.below):
        asked.setdefault(sheet.file.id, []).append(question)
    sheets = [sheet for identifier, sheet in desk.sheets.items() if asked.get(identifier)]
    parts = [*_head(desk), *_contents(sheets, asked)]
    for sheet in sheets:
        parts += _document(sheet, asked[sheet.file.id], Lines(desk.text(sheet.file.id)), register)
    parts += ["</main>", "</body>", "</html>", ""]
    return "\n".join(parts).encode("utf-8", "replace")


def _head(desk: Desk) -> Iterator[str]:
    counted = tally(desk.sheets.values(), desk.below)
    title = escape(desk.edition.title)
    changed = f" {counted.changed:,} were decided, and what they rest on has changed since." if counted.changed else ""
    yield f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{title}: questions to the editors</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>{_STYLE}</style>
</head>
<body>
<header>
<h1><span lang="{escape(desk.edition.language)}">{title}</span>: questions to the editors</h1>
<p>{counted.open:,} of {counted.asked:,} questions are open, in {counted.documents:,} documents.{changed}</p>
<p class="soft">Asked is what the rules conclude less surely than “{desk.below}”, what they did not find,
and what they find doubtful. This page is to be read. Questions are answered with <code>teiedit review</code>.</p>
</header>
<main>"""


def _contents(sheets: Sequence[Sheet], asked: dict[str, list[Question]]) -> Iterator[str]:
    if not sheets:
        yield "<p>There is nothing to ask.</p>"
        return
    yield '<div class="wide" role="region" aria-label="Documents" tabindex="0">\n<table>'
    yield "<caption>Documents with questions</caption>"
    yield '<thead><tr><th scope="col">Document</th>'
    yield '<th scope="col" class="number">Open</th><th scope="col" class="number">Decided</th></tr></thead>\n<tbody>'
    for sheet in sheets:
        listed = asked[sheet.file.id]
        done = sum(one.status == "decided" for one in listed)
        name = f'<a href="#{escape(sheet.file.id)}">{escape(sheet.file.name)}</a>'
        cells = "".join(f'<td class="number">{number:,}</td>' for number in (len(listed) - done, done))
        yield f'<tr><th scope="row">{name}</th>{cells}</tr>'
    yield "</tbody>\n</table>\n</div>"


def _document(sheet: Sheet, listed: Sequence[Question], lines: Lines, register: Register) -> Iterator[str]:
    identifier = escape(sheet.file.id)
    lang = _language(sheet)
    waiting = [one for one in listed if one.status != "decided"]
    done = [one for one in listed if one.status == "decided"]
    yield f'<section aria-labelledby="{identifier}">\n<h2 id="{identifier}">{escape(sheet.file.name)}</h2>'
    if not waiting:
        yield "<p>Nothing is open.</p>"
    for question in waiting:
        yield from _question(sheet, question, lines, register, lang)
    if done:
        yield f"<details>\n<summary>{len(done):,} decided</summary>"
        for question in done:
            yield from _question(sheet, question, lines, register, lang)
        yield "</details>"
    yield "</section>"


def _question(sheet: Sheet, question: Question, lines: Lines, register: Register, lang: str) -> Iterator[str]:
    at = f"{escape(sheet.file.id)}.q{question.id}"
    yield f'<div class="item" id="{at}">\n<h3>{escape(ask(question, register))}</h3>'
    if question.span is not None:
        yield f'<blockquote{lang} dir="auto">'
        for line in lines.around(question, 0):
            marked = f"<mark>{escape(line.words)}</mark>" if line.words else ""
            yield f"<p>{escape(line.before)}{marked}{escape(line.after)}</p>"
        yield "</blockquote>"
    yield "<dl>"
    facts = (
        ("Sure", certainty(question)),
        ("Why", " ".join(question.why.split())),
        ("Decided", decided(question)),
        ("Changed", change(question)),
        ("Line", str(question.place.line or "")),
    )
    yield from (f"<dt>{name}</dt><dd>{escape(words)}</dd>" for name, words in facts if words)
    yield f"<dt>Number</dt><dd>q{question.id}{f', by {escape(question.rule)}' if question.rule else ''}</dd>"
    yield "</dl>\n</div>"


def _language(sheet: Sheet) -> str:
    """Return the attribute that says in what language a document is; "" where that is not known."""
    found = next((one for one in sheet.questions if one.kind == "language" and one.span is None), None)
    tag = (found.decided or found.says) if found is not None else ""
    return f' lang="{tag}"' if _TAG.fullmatch(tag) else ""
