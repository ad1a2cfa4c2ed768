"""A terminal: keys as they are pressed, colours where it has them; or a pipe, which gives keys as lines."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import textwrap
from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING

from teiedit.tools.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

_NARROW, _WIDE = 40, 100
_STYLES = {"bold": "1", "dim": "2", "marked": "1;7", "good": "32", "doubtful": "33", "bad": "31"}
# What keys send that are no letters: arrows, and the end of input.
_SEQUENCES = {b"\x1b[C": "n", b"\x1b[D": "p", b"\x1bOC": "n", b"\x1bOD": "p", b"\x04": "q"}


@dataclass(slots=True)
class Screen:
    """Where questions are shown, and answers are read.

    Attributes:
        source: where keys come from.
        target: where words go.
        colour: whether they may have colours.
        interactive: whether keys come one by one.
    """

    source: IO[str]
    target: IO[str]
    colour: bool = False
    interactive: bool = False
    _waiting: bytes = field(default=b"", init=False)

    @property
    def width(self) -> int:
        """How long a line may be."""
        return max(_NARROW, min(shutil.get_terminal_size((80, 24)).columns, _WIDE))

    def styled(self, words: str, style: str) -> str:
        """Return words in a style; what is marked is so without colours, too."""
        if self.colour:
            return f"\x1b[{_STYLES[style]}m{words}\x1b[0m"
        return f"⟦{words}⟧" if style == "marked" else words

    def say(self, words: str = "", style: str = "", indent: str = "", hang: str = "") -> None:
        """Print a paragraph, wrapped; `hang` is what its further lines are indented by besides."""
        wrapped = textwrap.wrap(printable(words), self.width, initial_indent=indent, subsequent_indent=indent + hang)
        for line in wrapped or [""]:
            self.put(self.styled(line, style) if style else line)

    def put(self, line: str) -> None:
        """Print a line as it is; characters that the terminal does not have are replaced."""
        encoding = getattr(self.target, "encoding", None) or "utf-8"
        self.target.write(line.encode(encoding, "replace").decode(encoding) + "\n")
        self.target.flush()

    def key(self, prompt: str) -> str:
        """Return the key that was pressed, or the first letter of a line; "q" at the end of input."""
        if not self.interactive:
            line = self._line(prompt)
            # Enter alone is an answer, the end of input is the end
            return "q" if line is None else (line.strip()[:1] or "\n")
        self.target.write(prompt)
        self.target.flush()
        key = self._pressed()
        self.target.write(("Enter" if key == "\n" else printable(key)) + "\n")
        return key

    def line(self, prompt: str) -> str:
        """Return a line that was typed, without white space around it; "" at the end of input."""
        self._waiting = b""
        return (self._line(prompt) or "").strip()

    def _line(self, prompt: str) -> str | None:
        self.target.write(prompt)
        self.target.flush()
        line = self.source.readline()
        if not self.interactive:
            self.target.write("\n")
        return line.rstrip("\r\n") if line else None

    def _pressed(self) -> str:
        if not self._waiting:
            with _raw(self.source):
                self._waiting = _read(self.source)
        if not self._waiting:
            return "q"
        for sequence, key in _SEQUENCES.items():
            if self._waiting.startswith(sequence):
                self._waiting = self._waiting[len(sequence) :]
                return key
        if self._waiting.startswith(b"\x1b"):
            self._waiting = b""
            return "\x1b"
        typed, self._waiting = self._waiting.decode("utf-8", "ignore"), b""
        # what is pasted, or pressed while the last answer is written, is not lost
        self._waiting = typed[1:].encode()
        return "\n" if typed[:1] == "\r" else typed[:1]


def screen() -> Screen:
    """Return the terminal, or the pipe, in which this program runs.

    Colours are left out where somebody asks so: https://no-color.org
    """
    shown = sys.stdout.isatty()
    colour = shown and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return Screen(sys.stdin, sys.stdout, colour=colour, interactive=shown and sys.stdin.isatty())


@contextlib.contextmanager
def _raw(source: IO[str]) -> Iterator[None]:
    """Let keys come one by one, and without being shown; Ctrl-C still stops the program."""
    if os.name == "nt":
        yield
        return
    import termios  # noqa: PLC0415 - not on every system
    import tty  # noqa: PLC0415 - as above

    before = termios.tcgetattr(source)
    try:
        tty.setcbreak(source, termios.TCSADRAIN)
        yield
    finally:
        termios.tcsetattr(source, termios.TCSADRAIN, before)


def _read(source: IO[str]) -> bytes:
    if os.name == "nt":
        import msvcrt  # noqa: PLC0415 - there alone

        return msvcrt.getwch().encode()  # type: ignore[attr-defined, no-any-return, unused-ignore]
    return os.read(source.fileno(), 64)
