"""The house stands on its floors: imports go strictly down, and each library has one home."""

from __future__ import annotations

import ast

import pytest

from support import ROOT

SRC = ROOT / "src/teiedit"
FLOORS = {
    "model": 0,
    "tools": 1,
    "read": 2,
    "recognise": 2,
    "encode": 2,
    "validate": 2,
    "publish": 2,
    "catalogue": 2,
    "incremental": 3,
    "site": 3,
    "make": 3,
    "names": 3,
    "steps": 4,
    "accession": 4,
    "examination": 4,
    "opening": 4,
    "build": 5,
    "serve": 5,
    "preview": 6,
    "explain": 6,
    "review": 6,
    "tidy": 4,
    "evaluate": 4,
    "package": 5,
    "cli": 7,
}
HOMES = {
    "saxonche": "tools/saxon.py",
    "xmlschema": "validate/xsd.py",
    "typst": "publish/_pdf_typst.py",
    "pikepdf": "publish/_pdf_binding.py",
    "chardet": "read/source.py",
    "click": "cli/",
    "starlette": "serve/",
    "uvicorn": "serve/",
    "tomlkit": "review/writing.py",
}
FILES = sorted(SRC.rglob("*.py"))


def imported(path):
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def room(dotted):
    parts = dotted.split(".")
    return parts[1] if parts[0] == "teiedit" and len(parts) > 1 and parts[1] in FLOORS else None


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(SRC).as_posix())
def test_imports_run_strictly_down_the_floors(path):
    here = path.relative_to(SRC).parts[0].removesuffix(".py")
    if here not in FLOORS:
        return
    for name in imported(path):
        there = room(name)
        assert there is None or there == here or FLOORS[there] < FLOORS[here], f"{here} may not import {there}"


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(SRC).as_posix())
def test_a_library_is_imported_in_its_home_alone(path):
    place = path.relative_to(SRC).as_posix()
    for name in imported(path):
        home = HOMES.get(name.split(".")[0])
        assert home is None or place.startswith(home), f"{name} is imported in {home} alone"


def test_every_room_stands_on_a_floor():
    rooms = {p.name for p in SRC.iterdir() if p.is_dir() and any(p.glob("*.py"))}
    assert rooms <= set(FLOORS)


TABLES = ("codes.py",)


@pytest.mark.parametrize(
    "path", [p for p in FILES if p.name not in TABLES], ids=lambda p: p.relative_to(SRC).as_posix()
)
def test_no_file_is_longer_than_can_be_read_at_once(path):
    assert len(path.read_text("utf-8").splitlines()) <= 400
