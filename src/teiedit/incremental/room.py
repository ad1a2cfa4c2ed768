"""The folder beside a site in which a build works, and which one build at a time may use.

Files are written there first; what a build that was killed has left in it goes when the next one begins.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from teiedit.model.diagnostic import Diagnostic, EditionError, Severity
from teiedit.model.position import Place
from teiedit.tools.files import sweep
from teiedit.tools.lock import Busy, holding

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FOLDER = ".teiedit-cache"
# The ledger that is still to be written, see `pending.py`.
PENDING = "ledger.json"
_LOCK = "lock"
_ASIDE = "new"
_TAG_FILE = "CACHEDIR.TAG"
# https://bford.info/cachedir/
_TAG = "Signature: 8a477f597d28d172789f06886806bc55\n# Made by teiedit; it can be deleted at any time.\n"


@contextlib.contextmanager
def working(output: Path) -> Iterator[Path]:
    """Give a build its folder for files under way, empty, on the file system of the site.

    Raises:
        EditionError: P005, another build is at work there.
        OSError: the folder cannot be made.
    """
    import shutil  # noqa: PLC0415 - not needed where nothing is to be done

    room = made(output)
    try:
        with holding(room / _LOCK):
            aside = room / _ASIDE
            discard(aside)
            sweep([room])
            aside.mkdir()
            try:
                yield aside
            finally:
                shutil.rmtree(aside, ignore_errors=True)
    except Busy as error:
        raise EditionError(_busy(output)) from error


def made(output: Path) -> Path:
    """Return the folder beside a site, made if need be.

    Raises:
        OSError: it cannot be made.
    """
    room = output / FOLDER
    if not room.is_dir():
        # a file of that name can only be in the way
        room.unlink(missing_ok=True)
        room.mkdir()
    if (room / _LOCK).is_dir():
        discard(room / _LOCK)
    tag = room / _TAG_FILE
    if not tag.exists():
        tag.write_text(_TAG, "utf-8")
    return room


def discard(path: Path) -> None:
    """Remove what is of use no more, be it a file or a folder.

    Raises:
        OSError: it cannot be removed.
    """
    if path.is_dir() and not path.is_symlink():
        import shutil  # noqa: PLC0415 - as above

        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def forget(output: Path) -> None:
    """Remove what is kept for a site, but for a ledger that is still to be written.

    Raises:
        EditionError: P005, another build is at work there.
    """
    room = output / FOLDER
    if not room.is_dir():
        return
    import shutil  # noqa: PLC0415 - as above

    with contextlib.suppress(OSError), working(output):
        for path in room.iterdir():
            if path.name not in (PENDING, _LOCK):
                discard(path)
        if not (room / PENDING).exists():
            shutil.rmtree(room, ignore_errors=True)


def _busy(output: Path) -> Diagnostic:
    shown = output.as_posix()
    message = f'another build writes to "{shown}"'
    hint = "wait until it has ended, or name another folder with -o; nothing was touched"
    return Diagnostic("P005", Severity.ERROR, Place(shown), message, hint)
