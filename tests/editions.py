"""Editions in temporary folders, and the command line run as a user runs it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from letters import sheet
from teiedit.incremental.room import FOLDER as CACHE


def edition(
    folder: Path, settings: str = 'title = "Test edition"\nlanguages = ["en"]\n', **transcripts: str | bytes
) -> Path:
    """Write an edition; transcripts by file stem, one plain letter if there are none."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "edition.toml").write_text(settings, "utf-8")
    for name, text in (transcripts or {"letter1": sheet()}).items():
        (folder / f"{name}.txt").write_bytes(text.encode() if isinstance(text, str) else text)
    return folder


def teiedit(*arguments: str | Path, cwd: Path | None = None, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run the command in a process of its own."""
    command = [sys.executable, "-c", "from teiedit.cli import main; main()", *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, input=stdin, capture_output=True, check=False, timeout=120)


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path, without what a build keeps for the next one."""
    files = (p for p in sorted(folder.rglob("*")) if p.is_file() and CACHE not in p.parts)
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in files}
