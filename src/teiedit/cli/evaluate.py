"""`teiedit evaluate`: how well the program reads letters that scholars have encoded."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from teiedit.cli._main import CONTEXT
from teiedit.cli._report import plural

if TYPE_CHECKING:
    from teiedit.evaluate.compare import Judged
    from teiedit.evaluate.fields import Value
    from teiedit.evaluate.report import Case, Report, Row

_CASES = 10
_WIDTH = 60


@click.command("evaluate", short_help="Measure the program on letters you have encoded.", context_settings=CONTEXT)
@click.argument("encodings", type=click.Path(path_type=Path, exists=True))
@click.argument("transcripts", type=click.Path(path_type=Path, exists=True, file_okay=False), required=False)
@click.option("--cases", type=click.IntRange(0), default=_CASES, help="How many faults to show, the gravest first.")
@click.option("--field", "fields", multiple=True, help="Show the faults of this field only; may be repeated.")
@click.option("--output", type=click.Choice(["text", "json"]), default="text", help="For people, or for programs.")
@click.option("-j", "--jobs", "processes", type=click.IntRange(1), help="How many processes; by default one a core.")
def command(
    encodings: Path, transcripts: Path | None, cases: int, fields: tuple[str, ...], output: str, processes: int | None
) -> int:
    """Compare the program's reading with TEI that people have made.

    \b
    teiedit evaluate tei/                    the text of each TEI file, read again as plain text
    teiedit evaluate tei/ letters/           the transcripts in letters/, matched by file name

    ENCODINGS are TEI P5 files of letters, encoded by anybody, with a description of the correspondence or with
    openers and closers. "strict" means equal in letters and figures; "lenient" that an editor would call it the
    same. A field that the encodings have is judged; what the program finds beyond counts against it only where
    they have the field as a rule.
    """
    from teiedit.cli._sources import settings_for  # noqa: PLC0415 - heavy, and not needed for --help
    from teiedit.evaluate.fields import FIELDS  # noqa: PLC0415 - as above
    from teiedit.evaluate.run import evaluate, find_pairs  # noqa: PLC0415 - as above

    unknown = [name for name in fields if name not in FIELDS]
    if unknown:
        raise click.UsageError(f'there is no field "{unknown[0]}"; the fields are: {", ".join(FIELDS)}')
    pairs, alone = find_pairs(encodings, transcripts)
    if not pairs:
        what = "transcripts that belong to the encodings" if alone else "TEI files (.xml)"
        raise click.UsageError(f'there are no {what} in "{transcripts or encodings}"')
    report = evaluate(pairs, settings_for(transcripts or encodings), processes)
    if output == "json":
        click.echo(json.dumps(_data(report, alone), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(_text(report, alone, cases, fields)))
    return 0


def _text(report: Report, alone: tuple[str, ...], cases: int, fields: tuple[str, ...]) -> list[str]:
    lines = [f"{plural(len(report.cases), 'letter')}; text kept: {report.kept:.4f}", "", _HEAD]
    lines += [_row(row) for row in report.rows]
    lines += ["", "certainty   values   right strict   lenient"]
    for level in report.levels:
        strict, lenient = level.right / level.total, (level.right + level.alike) / level.total
        lines.append(f"{level.cert or 'none said':<11} {level.total:>6} {strict:>14.3f} {lenient:>9.3f}")
    failed = [case for case in report.cases if case.failed]
    lines += ["", *(f"{case.encoding}: no encoding of ours: {case.failed}" for case in failed)] if failed else []
    if alone:
        lines += ["", f"without a transcript, and left out: {plural(len(alone), 'file')} ({', '.join(alone[:5])} …)"]
    faults = [(case, judged) for case, judged in report.faults if not fields or judged.field in fields]
    if cases and faults:
        lines += ["", f"the gravest {min(cases, len(faults))} of {plural(len(faults), 'fault')}"]
        lines += [line for case, judged in faults[:cases] for line in _fault(case, judged)]
    return lines


_HEAD = (
    f"{'field':<11} {'theirs':>6} {'right':>6} {'alike':>6} {'wrong':>6} {'missed':>6} {'extra':>6}"
    f" │ {'strict':>6} {'P':>6} {'R':>6} │ {'lenient':>7}"
)


def _row(row: Row) -> str:
    counts = (row.theirs, row.right, row.alike, row.wrong, row.missed, row.extra)
    strict = " ".join(f"{_share(value):>6}" for value in (row.f1(), row.precision(), row.recall()))
    return f"{row.field:<11} {' '.join(f'{n:>6}' for n in counts)} │ {strict} │ {_share(row.f1(lenient=True)):>7}"


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def _fault(case: Case, judged: Judged) -> list[str]:
    cert = f", cert={judged.cert}" if judged.cert else ""
    line = judged.theirs.line if judged.theirs else 0
    place = f"{case.encoding}:{line}" if line else case.encoding
    found = [f"{place}: {judged.field}: {judged.verdict}{cert}"]
    found += [f"    theirs: {_shown(judged.theirs)}"] if judged.theirs else []
    found += [f"    ours:   {_shown(judged.ours)}"] if judged.ours else []
    return found


def _shown(value: Value) -> str:
    words = value.text if len(value.text) <= _WIDTH else value.text[: _WIDTH - 1] + "…"
    return f"{words} ({value.key})" if value.key else words


def _data(report: Report, alone: tuple[str, ...]) -> dict[str, object]:
    return {
        "letters": len(report.cases),
        "textKept": round(report.kept, 6),
        "fields": {
            row.field: {
                "theirs": row.theirs,
                "right": row.right,
                "alike": row.alike,
                "wrong": row.wrong,
                "missed": row.missed,
                "extra": row.extra,
                "strict": _f1(row.f1()),
                "lenient": _f1(row.f1(lenient=True)),
            }
            for row in report.rows
        },
        "certainty": {
            level.cert or "none": {"values": level.total, "right": level.right, "alike": level.alike}
            for level in report.levels
        },
        "failed": {case.encoding: case.failed for case in report.cases if case.failed},
        "withoutTranscript": list(alone),
        "faults": [_fault_data(case, judged) for case, judged in report.faults],
    }


def _f1(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def _fault_data(case: Case, judged: Judged) -> dict[str, object]:
    return {
        "encoding": case.encoding,
        "transcript": case.transcript,
        "line": judged.theirs.line if judged.theirs else None,
        "field": judged.field,
        "verdict": judged.verdict,
        "cert": judged.cert or None,
        "theirs": judged.theirs.text if judged.theirs else None,
        "ours": judged.ours.text if judged.ours else None,
    }
