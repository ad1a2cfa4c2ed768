"""The package itself: a wheel that works from anywhere, one version, nothing left lying about."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile

import pytest

from editions import tree
from support import ROOT
from teiedit import __version__

CODE = sorted([*(ROOT / "src").rglob("*.py"), *(ROOT / "xslt").rglob("*.xsl"), *(ROOT / "schema").glob("*.py")])


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    (path,) = folder.glob("*.whl")
    return path


def test_a_wheel_carries_stylesheets_and_schemas(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    for folder in ("xslt", "schema"):
        for path in (ROOT / folder).rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                assert f"teiedit/_data/{path.relative_to(ROOT).as_posix()}" in names


def test_a_wheel_builds_an_edition_from_an_empty_folder(wheel, tmp_path):
    site, work = tmp_path / "site", tmp_path / "work"
    work.mkdir()
    zipfile.ZipFile(wheel).extractall(site)
    code = f"import sys; sys.path.insert(0, {str(site)!r}); import teiedit; assert {str(site)!r} in teiedit.__file__; "
    code += "from teiedit.cli import main; sys.argv = ['teiedit', *sys.argv[1:]]; main()"
    for arguments in (("init", "letters"), ("build", "letters")):
        run = subprocess.run([sys.executable, "-c", code, *arguments], cwd=work, capture_output=True, check=False)
        assert run.returncode == 0, run.stderr
    assert {"index.html", "pdf/letter-1.pdf", "epub/letter-1.epub"} <= set(tree(work / "letters/output"))


def test_there_is_one_version_and_the_changelog_names_it():
    assert f"## {__version__}" in (ROOT / "CHANGELOG.md").read_text("utf-8")


@pytest.mark.parametrize("path", CODE, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_nothing_is_left_lying_about(path):
    text = path.read_text("utf-8")
    assert not re.search(r"\bbreakpoint\(|\bpdb\b|TODO|FIXME|XXX|NotImplementedError", text)
    if "cli" not in path.parts and path.parts[-2] != "schema":
        assert not re.search(r"^\s*print\(", text, re.M)


def test_the_licence_is_in_the_wheel(wheel):
    assert any(name.endswith("LICENSE") for name in zipfile.ZipFile(wheel).namelist())
