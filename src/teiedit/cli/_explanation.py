"""What a build would change, on standard output: for people, or as JSON."""

from __future__ import annotations

import json
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from teiedit.cli._report import as_data, plural, show, status
from teiedit.tools.printable import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from teiedit.explain.difference import Difference
    from teiedit.explain.document import Explained
    from teiedit.explain.run import Explanation

# The exit status where something would change.
WOULD_CHANGE = 3


def explained(
    folder: Path,
    output: Path,
    told: tuple[tuple[str, ...], bool, bool, int | None],
    progress: Callable[[str, int, int, str], None],
    *,
    as_json: bool,
    accept: bool,
) -> int | None:
    """Print what a build would change; return the exit status, or None where it is to be built now.

    Args:
        folder: the edition's.
        output: the site's.
        told: formats, whether to be strict, whether to use nothing that is kept, how many processes.
        progress: as for `teiedit.build.build`.
        as_json: print JSON.
        accept: make it so.
    """
    from teiedit.explain.run import explain  # noqa: PLC0415 - heavy, and rarely wanted
    from teiedit.incremental.unchanged import distrust  # noqa: PLC0415 - as above

    formats, strict, fresh, jobs = told
    with tempfile.TemporaryDirectory(prefix="teiedit-") as name:
        aside = Path(name)
        found = explain(
            folder, output, aside, formats=formats, strict=strict, fresh=fresh, jobs=jobs, progress=progress
        )
        for piece in _data(found) if as_json else _text(found):
            click.echo(piece)
    if accept:
        if not found.nothing:
            # a published file that was changed by hand is made again
            distrust(output)
        return None
    show(found.found)
    return status(found.found, found.fail_on) or (0 if found.nothing else WOULD_CHANGE)


def _text(found: Explanation) -> Iterator[str]:
    from teiedit.explain.difference import CAUSES  # noqa: PLC0415 - loaded by now

    yield _totals(found)
    if found.nothing:
        yield "Nothing would change in what the documents say."
    for cause, called in CAUSES.items():
        if found.causes[cause]:
            yield f"  because of {called}: {plural(found.causes[cause], 'document')}: {_kinds(found, cause)}"
    for one in found.told():
        yield ""
        yield f"{one.id}{f': {printable(one.title)}' if one.title else ''}"
        yield from _document(one)


def _totals(found: Explanation) -> str:
    parts = [
        f"{found.changed:,} would change",
        f"{found.new:,} new",
        f"{found.gone:,} would be withdrawn",
        f"{found.same:,} as published",
    ]
    held = f"; {found.held:,} with errors, which stay as they are" if found.held else ""
    return f"{plural(found.documents, 'document')}: {', '.join(parts)}{held}."


def _kinds(found: Explanation, cause: str) -> str:
    from teiedit.explain.difference import KINDS  # noqa: PLC0415 - loaded by now

    counted = [(kind, found.counts[cause, kind]) for kind in KINDS if found.counts[cause, kind]]
    return ", ".join(plural(number, *KINDS[kind]) for kind, number in counted)


def _document(one: Explained) -> Iterator[str]:
    if one.state == "new":
        yield "  is not published yet"
    elif one.state == "gone":
        yield "  has no transcript any more, and would be withdrawn"
    for said in one.differences:
        yield f"  {printable(_line(said))}"
        yield f"      why: {printable(_why(said))}"


def _line(said: Difference) -> str:
    from teiedit.explain.difference import KINDS  # noqa: PLC0415 - loaded by now

    label = KINDS[said.kind][0]
    about = f"“{said.words}”" if said.words and said.line else said.words
    where = " ".join(filter(None, (f"line {said.line:,}" if said.line else "", about)))
    lead = f"{where}: {label}" if where else label
    if said.kind in ("markup", "spacing"):
        return f"{lead} {said.after}"
    return f"{lead}: {said.before or 'none'} → {said.after or 'none'}"


def _why(said: Difference) -> str:
    from teiedit.explain.difference import CAUSES  # noqa: PLC0415 - loaded by now

    return f"{CAUSES[said.cause]}: {said.why}" if said.why else CAUSES[said.cause]


def _data(found: Explanation) -> Iterator[str]:
    """Give the list as one JSON object, piece by piece."""
    from teiedit.explain.difference import CAUSES, KINDS  # noqa: PLC0415 - loaded by now

    head = {
        "format": "teiedit explanation 1",
        "documents": found.documents,
        "changed": found.changed,
        "new": found.new,
        "gone": found.gone,
        "same": found.same,
        "withErrors": found.held,
        "causes": {
            cause: {
                "documents": found.causes[cause],
                "differences": {kind: found.counts[cause, kind] for kind in KINDS if found.counts[cause, kind]},
            }
            for cause in CAUSES
            if found.causes[cause]
        },
        "diagnostics": [as_data(diagnostic) for diagnostic in found.found],
    }
    yield f'{json.dumps(head, ensure_ascii=False, indent=2)[:-2]},\n  "explained": ['
    waiting = ""
    for one in found.told():
        if waiting:
            yield f"{waiting},"
        waiting = f"    {json.dumps(asdict(one), ensure_ascii=False)}"
    yield f"{waiting}\n  ]\n}}"
