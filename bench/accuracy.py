"""Measure the recognition on encoded letters kept beside the project, and write the tables of docs/accuracy.md.

The letters (`../shared/corpora/dev/<corpus>/<id>.gold.json` with their transcripts in three layouts) and the
scorer that judges them (`../shared/corpora/score.py`) are not part of the project: without them nothing is
measured. What is written has no date; the date of measuring stands in the page, by hand.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

from teiedit.evaluate.run import Pair, evaluate
from teiedit.make import make_tei
from teiedit.model.edition import Edition
from teiedit.read.source import read_source
from teiedit.tools.workers import each

ROOT = Path(__file__).resolve().parent.parent
CORPORA = ROOT.parent / "shared/corpora"
PAGE = ROOT / "docs/accuracy.md"
LAYOUTS = {"sheet": ".txt", "bare": ".bare.txt", "typed": ".typed.txt"}
# The scorer's name of a field, ours for readers, and the F1 that is aimed at for each layout.
FIELDS = {
    "date_sent_explicit": ("date, where the letter has it", (0.98, 0.96, 0.95)),
    "dateline": ("dateline", (0.97, 0.96, 0.93)),
    "salute": ("salutation", (0.96, 0.95, 0.92)),
    "closer": ("closer", (0.93, 0.92, 0.88)),
    "signed": ("signature", (0.95, 0.94, 0.90)),
    "sender": ("sender", (0.95, 0.85, 0.82)),
    "recipient": ("addressee", (0.95, 0.60, 0.60)),
    "place_sent": ("place", (0.92, 0.88, 0.85)),
    "postscript": ("postscript", (0.85, 0.85, 0.75)),
    "clauses": ("clauses", (0.95, 0.95, 0.90)),
    "enclosures": ("enclosures", (0.90, 0.88, 0.80)),
    "paragraphs": ("paragraphs", (0.98, 0.98, 0.93)),
    "language": ("language", (1.0, 1.0, 0.99)),
}


def main() -> int:
    """Measure, write the tables between the page's marks, and say where they are."""
    corpora = sorted(path.parent for path in (CORPORA / "dev").glob("*/_corpus.json"))
    if not corpora or not (CORPORA / "score.py").is_file():
        print(f"there are no encoded letters in {CORPORA}: nothing was measured")
        return 0
    measured = {}
    with tempfile.TemporaryDirectory() as scratch:
        for layout, suffix in LAYOUTS.items():
            measured[layout] = _score(corpora, suffix, Path(scratch) / layout)
    parts = {"fields": _fields(measured), "corpora": _by_corpus(measured), **_compared(corpora)}
    text = PAGE.read_text("utf-8")
    for name, table in parts.items():
        text = _between(text, name, table)
    PAGE.write_text(text, "utf-8")
    print(f"{PAGE.relative_to(ROOT)}: {sum(c['docs'] for c in measured['sheet'].values())} letters in three layouts")
    return 0


def _score(corpora: list[Path], suffix: str, folder: Path) -> dict[str, dict[str, Any]]:
    """Encode every letter in one layout and return the scorer's figures by corpus."""
    others = tuple(other for other in LAYOUTS.values() if other.endswith(suffix) and other != suffix)
    for corpus in corpora:
        (folder / corpus.name).mkdir(parents=True)
        files = sorted(path for path in corpus.glob(f"*{suffix}") if not path.name.endswith(others or ("//",)))
        for path, tei in each(_encode, files):
            if tei is not None:
                (folder / corpus.name / f"{path.name.removesuffix(suffix)}.xml").write_bytes(tei)
    figures = folder / "figures.json"
    command = [sys.executable, str(CORPORA / "score.py"), str(folder), str(CORPORA / "dev"), "--json", str(figures)]
    # a letter without its title can be asked only for what it says itself
    command += ["--bare", "--inferable"] if suffix != ".txt" else []
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    found: dict[str, dict[str, Any]] = json.loads(figures.read_text("utf-8"))
    return found


def _encode(path: Path) -> tuple[Path, bytes | None]:
    source, _ = read_source(path, path.as_posix(), path.name)
    return path, make_tei(source, "letter", Edition(languages=())).tei


def _fields(measured: dict[str, dict[str, dict[str, Any]]]) -> str:
    lines = [
        "| field | values | sheet | bare | typed |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    for name, (label, aims) in FIELDS.items():
        cells = []
        for corpora, aim in zip(measured.values(), aims, strict=True):
            strict = [f1 for c in corpora.values() if (f1 := _f1(c, name, "S")) is not None]
            mean = sum(strict) / len(strict) if strict else 0.0
            cells.append(f"{mean:.3f}{'' if round(mean, 3) >= aim else f' (aim {aim:.2f})'}")
        counts = [c["fields"].get(name, {}).get("S", {}) for c in measured["sheet"].values()]
        lines.append(f"| {label} | {sum(n.get('tp', 0) + n.get('fn', 0) for n in counts)} | {' | '.join(cells)} |")
    kept = [sum(c["fidelity_mean"] for c in corpora.values()) / len(corpora) for corpora in measured.values()]
    lines.append(f"| text kept | | {' | '.join(f'{k:.4f}' for k in kept)} |")
    return "\n".join(lines)


def _by_corpus(measured: dict[str, dict[str, dict[str, Any]]]) -> str:
    names = list(measured["sheet"])
    lines = [f"| field | {' | '.join(names)} |", f"| --- | {' | '.join('---:' for _ in names)} |"]
    for name, (label, _) in FIELDS.items():
        cells = []
        for corpus in names:
            values = [_f1(measured[layout][corpus], name, "S") for layout in measured]
            cells.append(" / ".join("–" if v is None else f"{v:.2f}".lstrip("0") for v in values))
        lines.append(f"| {label} | {' | '.join(cells)} |")
    lines.append(f"| letters | {' | '.join(str(measured['sheet'][n]['docs']) for n in names)} |")
    return "\n".join(lines)


def _f1(corpus: dict[str, Any], name: str, mode: str) -> float | None:
    value = corpus["fields"].get(name, {}).get(mode, {}).get("f1")
    return None if value is None else float(value)


def _compared(corpora: list[Path]) -> dict[str, str]:
    """The program's own comparison with the scholars' TEI: trust in each certainty, and kinds of fault."""
    levels: dict[str, Counter[str]] = {}
    kinds: dict[str, Counter[str]] = {}
    for suffix in LAYOUTS.values():
        for corpus in corpora:
            files = sorted((corpus / "gold_tei").glob("*.xml"))
            pairs = [Pair(path, corpus / f"{path.stem}{suffix}") for path in files]
            report = evaluate(pairs, Edition(languages=()))
            for level in report.levels:
                counts = {"values": level.total, "right": level.right, "alike": level.alike}
                levels.setdefault(level.cert, Counter()).update(counts)
            for row in report.rows:
                counts = {kind: getattr(row, kind) for kind in ("theirs", "right", "alike", "wrong", "missed", "extra")}
                kinds.setdefault(row.field, Counter()).update(counts)
    return {"certainty": _certainty(levels), "kinds": _kinds(kinds)}


def _certainty(levels: dict[str, Counter[str]]) -> str:
    lines = ["| certainty | values | right | right or alike |", "| --- | ---: | ---: | ---: |"]
    for cert, name in (("high", "high"), ("medium", "medium"), ("", "none said")):
        if cert in levels:
            n = levels[cert]
            right, alike = n["right"] / n["values"], (n["right"] + n["alike"]) / n["values"]
            lines.append(f"| {name} | {n['values']} | {right:.3f} | {alike:.3f} |")
    return "\n".join(lines)


def _kinds(kinds: dict[str, Counter[str]]) -> str:
    lines = [
        "| field | theirs | right | alike | wrong | missed | extra |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for name, n in kinds.items():
        cells = (n[kind] for kind in ("theirs", "right", "alike", "wrong", "missed", "extra"))
        lines.append(f"| {name} | {' | '.join(map(str, cells))} |")
    return "\n".join(lines)


def _between(text: str, name: str, table: str) -> str:
    """Put `table` between the marks of that name."""
    before, _, rest = text.partition(f"<!-- {name} -->")
    _, mark, after = rest.partition(f"<!-- /{name} -->")
    if not mark:
        message = f'docs/accuracy.md has no place for "{name}"'
        raise SystemExit(message)
    return f"{before}<!-- {name} -->\n{table}\n{mark}{after}"


if __name__ == "__main__":
    sys.exit(main())
