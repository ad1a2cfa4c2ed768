"""`teiedit serve`: a built edition on the web, with OAI-PMH for harvesters."""

from __future__ import annotations

import contextlib
import functools
import importlib.util
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from teiedit.cli._main import CONTEXT
from teiedit.cli._report import show

if TYPE_CHECKING:
    from collections.abc import Mapping

    from teiedit.model.diagnostic import Diagnostic
    from teiedit.model.update import Update
    from teiedit.serve.live import Live
    from teiedit.serve.review import Review

_NEEDED = ("starlette", "uvicorn", "watchfiles")
_PORT = 8000
# So many documents are named when they are made anew; more are a whole build.
_FEW = 5
# Names under which nobody but this machine reaches it.
_LOOPBACK = ("127.0.0.1", "localhost", "::1")


@click.command("serve", short_help="Serve a built edition, with OAI-PMH for harvesters.", context_settings=CONTEXT)
@click.argument("folder", metavar="[EDITION_OR_OUTPUT_FOLDER]", default=".", type=click.Path(path_type=Path))
@click.option("--host", default="127.0.0.1", show_default=True, help="Where to listen; 0.0.0.0 for other machines too.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=_PORT, show_default=True, help="The port; 0 for any that is free."
)
@click.option(
    "--key-file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Keeps the secret that signs resumption tokens; by default teiedit/serve.key in your folder for state.",
)
@click.option(
    "--preview/--no-preview",
    default=True,
    help="Show an edition's folder as it is worked on (by default), or as it was built.",
)
@click.option(
    "--access-log/--no-access-log", default=None, help="Print a line for each request; by default not in a preview."
)
def command(folder: Path, host: str, port: int, key_file: Path | None, preview: bool, access_log: bool | None) -> int:
    """Show an edition in the browser while it is worked on, or serve the site in an output folder.

    With an edition's folder (default: here) it makes the pages, and makes them anew as soon as a transcript is
    saved; a page that is open shows the change, and what was found in its transcript. Nothing that was published is
    touched by this. With an output folder it serves what is there.

    \b
    /           the site
    /-/review   the editor's desk, for an edition that is worked on
    /oai        OAI-PMH 2.0; /oai/browse shows its answers to people
    /dts        Distributed Text Services 1.0
    /healthz    whether the server is well

    The edition may be built again while it is served: harvesters notice nothing, and get what is new.
    For a public server see docs/deploy.md. Ctrl-C or SIGTERM stop the server, when what was asked is answered.
    """
    for name in _NEEDED:
        if importlib.util.find_spec(name) is None:
            _fail("V001", f"the server needs {name}, which is not installed", "pip install 'teiedit[serve]'")
    from teiedit.serve.app import application  # noqa: PLC0415 - heavy, and not needed for --help
    from teiedit.serve.run import address, listen, run  # noqa: PLC0415 - as above
    from teiedit.serve.served import served  # noqa: PLC0415 - as above

    with contextlib.ExitStack() as stack:
        listening = stack.enter_context(listen(host, port))
        here = address(listening)
        live = _live(folder, stack) if preview and _is_edition(folder) else None
        output = live.site if live and not _built(folder) else _output(folder)
        secret, found = _secret(key_file, output)
        logged = access_log if access_log is not None else live is None
        review = _review(folder) if live and host in _LOOPBACK else None
        app = application(served(output, secret), _print if logged else None, live, review)
        show(found if live else [*found, *_unready(output)])
        ready = functools.partial(_ready, output, here)
        if live:
            ready = functools.partial(_previewed, folder, here, review=review is not None)
        run(app, listening, ready, live.end if live else None)
    _print("stopped")
    return 0


def _ready(output: Path, here: str) -> None:
    _print(f"{output.as_posix()} is served; Ctrl-C stops it")
    _print(f"  site     {here}/")
    _print(f"  OAI-PMH  {here}/oai  (to look at: {here}/oai/browse)")


def _previewed(folder: Path, here: str, *, review: bool) -> None:
    from teiedit.serve.review import BASE  # noqa: PLC0415 - not needed for --help

    _print(f"{folder.as_posix()} as it is now; save a transcript, and its page follows; Ctrl-C stops it")
    _print(f"  {here}/")
    if review:
        _print(f"  {here}{BASE}  (to answer what the rules are not sure of)")


def _review(folder: Path) -> Review:
    """Return the desk on which an edition is reviewed; its documents are looked at when somebody first asks for it."""
    from teiedit.review.desk import Desk  # noqa: PLC0415 - not needed for --help
    from teiedit.review.web import WebDesk  # noqa: PLC0415 - as above
    from teiedit.serve.review import Review  # noqa: PLC0415 - as above

    return Review(lambda: WebDesk(Desk(folder)))


def _is_edition(folder: Path) -> bool:
    from teiedit.read.edition import FILE  # noqa: PLC0415 - not needed for --help

    return (folder / FILE).is_file()


def _live(folder: Path, stack: contextlib.ExitStack) -> Live:
    """Make the pages of an edition in a folder that is gone with the server, and return what keeps them up."""
    from teiedit.cli.build import Progress  # noqa: PLC0415 - not needed for --help
    from teiedit.preview import Preview  # noqa: PLC0415 - as above
    from teiedit.serve.live import Live  # noqa: PLC0415 - as above

    site = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="teiedit-"))) / "site"
    made = Preview(folder, site)
    with Progress() as progress:
        report = made.begin(progress.update)
    show(report.diagnostics)
    live = Live(folder, made, site, _told)
    live.found(report.diagnostics)
    return live


def _told(update: Update) -> None:
    """Say in the terminal what came of a change."""
    if 0 < len(update.documents) <= _FEW:
        _print(f"made anew: {', '.join(update.documents)}")
    show(update.findings)


def _output(folder: Path) -> Path:  # noqa: RET503 - _fail never returns
    """Return the output folder that is meant."""
    if found := _built(folder):
        return found
    shown = folder.as_posix()
    hint = "name an edition that was built, or its output folder"
    if not folder.is_dir():
        message = f'there is no folder "{shown}"'
    elif _is_edition(folder):
        message = f'the edition in "{shown}" has no output'
        hint = f"build it first: teiedit build {shown}; or name the output folder, if it was built elsewhere"
    else:
        message = f'there is nothing to serve in "{shown}"'
    _fail("V002", message, hint)


def _built(folder: Path) -> Path | None:
    from teiedit.read.folder import MARKER  # noqa: PLC0415 - not needed for --help

    return next((place for place in (folder, folder / "output") if (place / MARKER).is_file()), None)


def _secret(path: Path | None, output: Path) -> tuple[bytes, list[Diagnostic]]:
    from teiedit.serve.key import passing_key, read_key  # noqa: PLC0415 - not needed for --help

    chosen = path or _state() / "teiedit" / "serve.key"
    shown = chosen.as_posix()
    if chosen.resolve().is_relative_to(output.resolve()):
        _fail("V007", f'"{shown}" lies in the folder that is served', "name a file elsewhere with --key-file")
    try:
        return read_key(chosen), []
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
    except ValueError:
        reason = "it holds fewer than 32 characters"
    message = f'cannot use "{shown}" for the secret of resumption tokens: {reason}'
    hint = "harvesters in the middle of a list must begin anew after a restart; name another file with --key-file"
    return passing_key(), [_warning("V007", message, hint)]


def _state() -> Path:
    """Return where programs keep what must outlive them: the XDG Base Directory Specification."""
    return Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state")


def _unready(output: Path) -> list[Diagnostic]:
    """Return what harvesters will miss."""
    from teiedit.catalogue.reader import Catalogue, NoCatalogueError  # noqa: PLC0415 - not needed for --help
    from teiedit.catalogue.store import NAME  # noqa: PLC0415 - as above

    try:
        with contextlib.closing(Catalogue(output / NAME)) as catalogue:
            return _unsaid(catalogue.meta)
    except NoCatalogueError:
        hint = 'add "metadata" to formats in edition.toml, and build again; the server need not be stopped'
        return [_warning("V004", f'"{output.as_posix()}" holds no catalogue of this version for harvesters', hint)]


def _unsaid(meta: Mapping[str, str]) -> list[Diagnostic]:
    from teiedit.serve.oai.repository import DOMAIN, NOBODY, NOWHERE  # noqa: PLC0415 - not needed for --help

    found = []
    if not meta.get("contact"):
        message = f'the edition names no contact; harvesters are told "{NOBODY}"'
        found.append(_warning("V005", message, 'add contact = "…" to edition.toml, and build again'))
    if not DOMAIN.fullmatch(meta.get("repository", "")):
        message = f'the edition has no domain; its records are called "oai:{NOWHERE}:…"'
        hint = (
            "before anybody harvests it, add base_url, or repository under [harvest], to edition.toml, and build again"
        )
        found.append(_warning("V006", message, hint))
    return found


def _print(line: str) -> None:
    """Print a line; a reader who has gone stops nobody."""
    with contextlib.suppress(OSError):
        click.echo(line)


def _warning(code: str, message: str, hint: str) -> Diagnostic:
    from teiedit.model.diagnostic import Diagnostic, Severity  # noqa: PLC0415 - not needed for --help
    from teiedit.model.position import Place  # noqa: PLC0415 - as above

    return Diagnostic(code, Severity.WARNING, Place("serve"), message, hint)


def _fail(code: str, message: str, hint: str) -> NoReturn:
    from teiedit.model.diagnostic import Diagnostic, EditionError, Severity  # noqa: PLC0415 - as above
    from teiedit.model.position import Place  # noqa: PLC0415 - as above

    raise EditionError(Diagnostic(code, Severity.ERROR, Place("serve"), message, hint))
