"""The ledgers of the sample editions say what the program makes, so that `make edition` changes no file of a clone."""

from __future__ import annotations

import contextlib
from dataclasses import replace

import pytest

from support import ROOT
from teiedit.catalogue.ledger import digest, render
from teiedit.incremental.state import State
from teiedit.make import make_document, publish_document
from teiedit.model.records import KEPT
from teiedit.opening import opened
from teiedit.read.ledger import FILE, read_ledger
from teiedit.steps import Steps

RENEW = "renew the ledgers of the sample editions with: make ledgers; then commit sources/*/ledger.tsv"


def hashes(folder, output):
    """What a build of the edition would enter: by document, the hash of each record by its format."""
    edition, sources, _ = opened(folder)
    assert {"tei", "metadata"} <= set(edition.formats)
    found = {}
    with contextlib.closing(State(output)) as state:
        steps = Steps(state, edition, sources, output, trusted=False)
        for file in steps.unread():
            steps.read(make_document(file, edition))
        for wanted in steps.plan():
            made = publish_document(replace(steps.task(wanted), formats=("tei", "metadata")), edition)
            records = {path.split("/")[1]: content for path, content in made.files["metadata"].items()}
            (records["tei"],) = made.files["tei"].values()
            found[made.id] = {name: digest(content) for name, content in records.items() if name in KEPT}
    return found


@pytest.mark.parametrize("name", ["heroes-and-villains", "specimens"])
def test_the_ledger_of_a_sample_is_what_the_program_makes(name, tmp_path):
    path = ROOT / "sources" / name / FILE
    assert path.is_file(), RENEW
    ledger = read_ledger(path, path.name)
    kept = {
        identifier: {name: stamp.hash for name, stamp in entry.stamps.items() if not stamp.gone}
        for identifier, entry in ledger.items()
        if not entry.withdrawn
    }
    assert kept == hashes(path.parent, tmp_path), RENEW
    assert render(ledger) == path.read_bytes(), RENEW
