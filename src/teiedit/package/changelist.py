"""The list of changes as files: CHANGES.md for people, changes.json for programs."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from typing import TYPE_CHECKING

from teiedit.package.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from teiedit.package.changes import Changes
    from teiedit.package.kinds import Change

# What Markdown and the HTML in it give a meaning: https://spec.commonmark.org/0.31.2/#backslash-escapes
_MARKUP = re.compile(r"[\\`*_\[\]<>&#|~!]")
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+")


def markdown(changes: Changes) -> Iterator[bytes]:
    """Give CHANGES.md, piece by piece."""
    yield f"# Changes from {_plain(changes.old)} to {_plain(changes.new)}\n\n".encode()
    yield f"{_totals(changes)}\n\n".encode()
    summary = changes.summary()
    yield "".join(f"- {_capital(line)}.\n" for line in summary).encode() or b"Nothing has changed in the documents.\n"
    yield from _statement(changes)
    yield from _records(changes)
    heading = "\n## Documents\n"
    for identifier, title, found in changes.documents():
        named = f"{_plain(title)} (`{identifier}`)" if title else f"`{identifier}`"
        yield f"{heading}\n### {named}\n\n{''.join(_line(change) for change in found)}".encode()
        heading = ""


def data(changes: Changes) -> Iterator[bytes]:
    """Give changes.json, piece by piece."""
    head = {
        "format": "teiedit changes 1",
        "from": changes.old,
        "to": changes.new,
        "documentsBefore": changes.before,
        "documentsAfter": changes.after,
        "documentsUnchanged": changes.same,
        "summary": changes.summary(),
        "counts": {kind: changes.counts[kind] for kind in KINDS if changes.counts[kind]},
        "edition": [
            {"what": what, "before": before, "after": after, "documents": number}
            for (what, before, after), number in sorted(changes.statement.items())
        ],
        "records": [{"id": identifier, **asdict(change)} for identifier, change in changes.records.items()],
    }
    yield json.dumps(head, ensure_ascii=False, indent=2)[:-2].encode() + b',\n  "documents": ['
    separator = "\n    "
    for identifier, title, found in changes.documents():
        one = {"id": identifier, "title": title, "changes": [asdict(change) for change in found]}
        yield (separator + json.dumps(one, ensure_ascii=False)).encode()
        separator = ",\n    "
    yield b"\n  ]\n}\n"


def _totals(changes: Changes) -> str:
    after = "1 document" if changes.after == 1 else f"{changes.after:,} documents"
    return f"{after}, before {changes.before:,}; {changes.same:,} unchanged."


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _statement(changes: Changes) -> Iterator[bytes]:
    heading = "\n## The edition\n\n"
    for (what, before, after), number in sorted(changes.statement.items()):
        many = "1 document" if number == 1 else f"{number:,} documents"
        yield f"{heading}- {_capital(what)} (in {many}): {_arrow(before, after)}\n".encode()
        heading = ""


def _records(changes: Changes) -> Iterator[bytes]:
    heading = "\n## People, places and organisations\n\n"
    for identifier, change in changes.records.items():
        told = _arrow(change.before, change.after) if change.kind == "record-changed" else ""
        rest = told or _plain(change.before or change.after)
        yield f"{heading}- `{identifier}` {KINDS[change.kind].label}: {rest}\n".encode()
        heading = ""


def _line(change: Change) -> str:
    kind = KINDS[change.kind]
    label = _capital(kind.label)
    times = f" ({change.times:,} times)" if change.times > 1 else ""
    if change.before and change.after:
        return f"- {label}{times}: {_arrow(change.before, change.after)}\n"
    if not change.before and not change.after:
        return f"- {label}{times}.\n"
    if not kind.each or change.kind.endswith(("-added", "-removed", "-linked", "-unlinked")):
        shown = _quoted(change.before) or _quoted(change.after)
        gone = "was " if change.before and not change.kind.endswith(("-removed", "-unlinked")) else ""
        return f"- {label}{times}: {gone}{shown}\n"
    return f"- {label}{times}: {_arrow(change.before, change.after)}\n"


def _arrow(before: str, after: str) -> str:
    return f"{_quoted(before) or 'none'} → {_quoted(after) or 'none'}"


def _quoted(words: str) -> str:
    return f"“{_plain(words)}”" if words else ""


def _plain(words: str) -> str:
    """Return words that Markdown shows as they are; signs that turn the direction of writing are left out."""
    return _MARKUP.sub(lambda match: f"\\{match.group()}", _UNSEEN.sub(" ", words))
