"""Outputs made in a moment, without a build, and servers on them."""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time

from teiedit.catalogue.reader import Catalogue
from teiedit.catalogue.store import NAME, Store
from teiedit.tools import files

ABOUT = {
    "id": "letters",
    "title": 'Letters & "Papers" <of> Ada',
    "contact": "letters@example.org",
    "address": "",
    "oai": "",
    "repository": "letters.example.org",
}
DC = (
    "<?xml version='1.0' encoding='UTF-8'?>\n"
    '<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd">'
    "<dc:title>{title}</dc:title><dc:identifier>{name}</dc:identifier></oai_dc:dc>\n"
)
TEI = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<?xml-model href="teiedit.rng"?>\n'
    '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="{name}"><teiHeader><fileDesc xml:id="same">'
    "<titleStmt><title>{title}</title></titleStmt></fileDesc></teiHeader></TEI>\n"
)


class Edition:
    """An edition of invented records that can be built again and again."""

    def __init__(self, folder, about=ABOUT):
        self.folder = folder
        self.about = about
        self.titles = {}
        self.ledger = {}
        folder.mkdir(parents=True, exist_ok=True)
        (folder / ".teiedit").write_text("# ours\n")
        (folder / "index.html").write_text("<!DOCTYPE html><title>Letters</title>")

    def build(self, titles, moment, tei=True):
        """Make the catalogue anew of documents with their titles, as a build does."""
        fresh = self.folder.parent / f"{self.folder.name}.sqlite"
        fresh.unlink(missing_ok=True)
        place = self.folder / NAME
        store = Store(fresh, self.ledger, place if place.exists() else None)
        for number, (name, title) in enumerate(sorted(titles.items())):
            facts = {
                "id": name,
                "title": title,
                "kind": "letter",
                "kindLabel": "Letter",
                "sort": "1914",
                "year": str(1910 + number % 3),
                "senders": [{"name": "Ada & Co", "ref": "p-ada"}],
                "recipients": [],
                "source": {},
            }
            escaped = title.replace("&", "&amp;").replace("<", "&lt;")
            records = {"oai_dc": DC.format(title=escaped, name=name).encode()}
            if tei:
                records["tei"] = TEI.format(title=escaped, name=name).encode()
                files.write(self.folder, f"tei/{name}.xml", records["tei"])
            store.add(name, json.dumps(facts).encode(), records, kept=("tei",))
        self.ledger = store.finish(moment, (), self.about)
        files.move(fresh, place)
        self.titles = dict(titles)
        return self

    def records(self, name):
        """Return what the catalogue holds in a format: identifier, datestamp, whether it is deleted."""
        with contextlib.closing(Catalogue(self.folder / NAME)) as catalogue:
            rows = catalogue.base.execute("SELECT id, changed, deleted FROM record WHERE format = ?", (name,))
            domain = self.about["repository"]
            return {f"oai:{domain}:{i}": (changed, bool(deleted)) for i, changed, deleted in rows}


# The last line before it waits for requests: of an output, and of a preview.
_READY = re.compile(r"OAI-PMH|^  http://\S+/$")


class Server:
    """`teiedit serve` in a process of its own, on a port that was free."""

    def __init__(self, folder, *options, key=None, before=""):
        self.key = key or folder.parent / "state" / "serve.key"
        code = f"{before}\nfrom teiedit.cli import main\nmain()"
        command = [
            sys.executable,
            "-c",
            code,
            "serve",
            str(folder),
            "--port",
            "0",
            "--key-file",
            str(self.key),
            *options,
        ]
        environment = {**os.environ, "PYTHONUNBUFFERED": "1", "PYTHONWARNINGS": "default"}
        # to files: nobody reads a pipe while the tests go on, and a full one would stop the server
        self._out, self._err = (tempfile.TemporaryFile() for _ in "oe")  # noqa: SIM115 - closed by `stop`
        self.process = subprocess.Popen(command, stdout=self._out, stderr=self._err, env=environment)
        for _ in range(600):
            self.said = _read(self._out).splitlines()
            if any(_READY.search(line) for line in self.said) or self.process.poll() is not None:
                break
            time.sleep(0.05)
        assert self.said, _read(self._err)
        self.url = re.search(r"http://[^/\s]+", self.said[-1])[0]
        self.port = int(self.url.rpartition(":")[2])

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if not self._out.closed:
            self.stop()

    def stop(self, timeout=30):
        """Stop it as a system does; return its exit status, its output after the start, and its errors."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        status = self.process.wait(timeout)
        out, err = _read(self._out), _read(self._err)
        self._out.close()
        self._err.close()
        return status, "".join(out.splitlines(keepends=True)[3:]), err

    def ask(self, target, method="GET", body=None, headers=None):
        """Ask for a target exactly as it is written."""
        with contextlib.closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)) as connection:
            connection.putrequest(method, "/", skip_host="Host" in (headers or {}), skip_accept_encoding=True)
            # after the check of http.client, which would refuse what a bad client sends
            connection._buffer[0] = f"{method} {target} HTTP/1.1".encode("latin-1")
            for name, value in (headers or {}).items():
                connection.putheader(name, value)
            if body is not None:
                connection.putheader("Content-Length", str(len(body)))
            connection.endheaders(body)
            response = connection.getresponse()
            return response.status, response.headers, response.read()


def _read(file):
    # without moving the place at which the server writes on
    return os.pread(file.fileno(), 10_000_000, 0).decode()


def titles(number, first=0):
    return {f"letter-{n:05}": f"Letter {n} & more" for n in range(first, first + number)}
