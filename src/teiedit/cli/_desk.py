"""The editor's desk in the browser: the server that `teiedit review` starts."""

from __future__ import annotations

import importlib.util
import webbrowser
from typing import TYPE_CHECKING

import click

from teiedit.model.diagnostic import Diagnostic, EditionError, Severity
from teiedit.model.position import Place

if TYPE_CHECKING:
    from teiedit.review.desk import Desk

_NEEDED = ("starlette", "uvicorn")


def browse(desk: Desk, port: int, *, show: bool) -> None:
    """Serve a desk on this machine until Ctrl-C.

    Args:
        desk: not yet opened.
        port: 0 for any that is free.
        show: open the page in the browser.

    Raises:
        EditionError: V001 the server is not installed, V003 the port cannot be had.
    """
    for name in _NEEDED:
        if importlib.util.find_spec(name) is None:
            message = f"the desk in the browser needs {name}, which is not installed"
            hint = "pip install 'teiedit[serve]'; or review in the terminal: --text"
            raise EditionError(Diagnostic("V001", Severity.ERROR, Place("review"), message, hint))
    from teiedit.review.web import WebDesk  # noqa: PLC0415 - heavy, and not needed for --help
    from teiedit.serve.review import BASE, Review, alone  # noqa: PLC0415 - as above
    from teiedit.serve.run import address, listen, run  # noqa: PLC0415 - as above

    with listen("127.0.0.1", port) as listening:
        here = f"{address(listening)}{BASE}"
        opened = WebDesk(desk)

        def ready() -> None:
            click.echo(f"{desk.folder.as_posix()} is on the desk; answers are written at once; Ctrl-C stops it")
            click.echo(f"  {here}")
            if show:
                webbrowser.open(here)

        run(alone(Review(lambda: opened)), listening, ready)
    click.echo("stopped")
