"""Packages: judged by the libraries of others, the same every time, and closed to what does not belong in them."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import unicodedata
import zipfile

import pytest

from editions import edition, teiedit, tree
from letters import sheet
from pages import axe, imported
from support import tool
from teiedit.build import build
from teiedit.model.diagnostic import EditionError
from teiedit.package.contents import gather
from teiedit.package.editions import open_release
from teiedit.package.pack import Wanted, pack
from teiedit.read.edition import read_edition

SETTINGS = """title = "Letters & <others>"
publisher = "Press"
date = "2026-03-31"
editors = ["Ada Byron", "Ben Smith"]
contact = "letters@example.org"
languages = ["en"]
base_url = "https://example.org/letters/"
licence = { name = "CC BY 4.0", url = "https://creativecommons.org/licenses/by/4.0/" }
"""
NOW = "2026-04-01T00:00:00Z"


def built(folder, settings=SETTINGS, formats=("tei", "metadata"), **transcripts):
    """An edition that was built."""
    edition(folder, settings, **(transcripts or {"letter1": sheet(), "letter2": sheet("Another.")}))
    build(folder, folder / "output", formats=formats, jobs=1, now=lambda: NOW)
    return folder


def packed(folder, target, **wanted):
    return pack(folder, Wanted(folder / "output", target, **wanted))


def refused(folder, target, **wanted):
    """The codes by which a package is refused; nothing is left of it."""
    with pytest.raises(EditionError) as caught:
        packed(folder, target, **wanted)
    assert not [p for p in target.parent.iterdir() if p.name.startswith(".teiedit-")]
    return [d.code for d in caught.value.diagnostics if d.severity.word == "error"]


@pytest.fixture(scope="module")
def letters(tmp_path_factory):
    folder = edition(tmp_path_factory.mktemp("edition") / "letters", SETTINGS)
    (folder / "persons.csv").write_text("name\nJane Roe\n", "utf-8")
    return built(folder)


@pytest.fixture(scope="module")
def bag(letters, tmp_path_factory):
    """A package as a folder."""
    target = tmp_path_factory.mktemp("bag") / "letters-1"
    packed(letters, target, release="1", previous=letters)
    return target


def check(folder):
    """Judge a bag by the library of the Library of Congress, in a process of its own: it logs and warns."""
    imported("bagit", "pip install bagit")
    command = [
        sys.executable,
        "-W",
        "ignore",
        "-c",
        "import bagit, sys; bagit.Bag(sys.argv[1]).validate()",
        str(folder),
    ]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_bag_is_valid(bag):
    done = check(bag)
    assert done.returncode == 0, done.stderr


def test_the_info_says_whose_and_of_which_day(bag):
    info = dict(line.split(": ", 1) for line in (bag / "bag-info.txt").read_text("utf-8").splitlines())
    payload = [path for path in (bag / "data").rglob("*") if path.is_file()]
    assert info["Payload-Oxum"] == f"{sum(p.stat().st_size for p in payload)}.{len(payload)}"
    assert (info["Source-Organization"], info["Contact-Email"]) == ("Press", "letters@example.org")
    assert (info["Bagging-Date"], info["Release"]) == ("2026-03-31", "1")
    assert info["External-Identifier"] == "https://example.org/letters/"


@pytest.mark.parametrize("name", ["data/sources/letter1.txt", "data/README.txt", "bag-info.txt", "manifest-sha512.txt"])
@pytest.mark.parametrize("how", ["changed", "gone"])
def test_tampering_is_found(bag, name, how, tmp_path):
    copy = shutil.copytree(bag, tmp_path / "copy")
    if how == "gone":
        (copy / name).unlink()
    else:
        content = (copy / name).read_bytes()
        (copy / name).write_bytes(bytes([content[0] ^ 1]) + content[1:])
    assert check(copy).returncode != 0


def test_the_crate_is_read_by_the_library_of_crates(bag):
    code = "import sys; from rocrate.rocrate import ROCrate; c = ROCrate(sys.argv[1]); d = c.root_dataset\n"
    code += "print(d['name'], d['version'], d['license'].id, len([e for e in c.get_entities() if e.type == 'File']))"
    command = [sys.executable, "-W", "ignore", "-c", code, str(bag / "data")]
    imported("rocrate", "pip install rocrate")
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    files = len([p for p in (bag / "data").rglob("*") if p.is_file()]) - 1
    assert done.stdout.strip() == f"Letters & <others> 1 https://creativecommons.org/licenses/by/4.0/ {files}"


# The validator asks the web for the context of JSON-LD: a cache of its own, filled beforehand with the copy that the
# library of crates brings, answers in its place.
VALIDATE = """
import io, pathlib, sys, requests, rocrate
from requests_cache import CachedSession
from urllib3 import HTTPResponse
context = (pathlib.Path(rocrate.__file__).parent / "data/ro-crate.jsonld").read_bytes()
class Copy(requests.adapters.HTTPAdapter):
    def send(self, request, **_):
        head = {"Content-Type": "application/ld+json"}
        return self.build_response(request, HTTPResponse(io.BytesIO(context), head, 200, preload_content=False))
with CachedSession(cache_name=sys.argv[2], expire_after=-1, match_headers=False) as session:
    session.mount("https://", Copy())
    session.get("https://w3id.org/ro/crate/1.2/context")
from rocrate_validator import services
from rocrate_validator.models import Severity, ValidationSettings
result = services.validate(ValidationSettings(rocrate_uri=sys.argv[1], profile_identifier="ro-crate-1.2",
    requirement_severity=Severity.REQUIRED, cache_path=pathlib.Path(sys.argv[2]), offline=True, cache_max_age=-1))
print([(i.check.identifier, i.message) for i in result.get_issues()])
"""


def test_the_crate_meets_every_requirement_of_its_specification(bag, tmp_path):
    imported("rocrate_validator", "pip install roc-validator")
    command = [sys.executable, "-W", "ignore", "-c", VALIDATE, str(bag / "data"), str(tmp_path / "cache")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stdout.strip().endswith("[]"), done.stdout + done.stderr[-2000:]


def test_the_crate_describes_each_file_as_it_is(bag):
    graph = {e["@id"]: e for e in json.loads((bag / "data/ro-crate-metadata.json").read_bytes())["@graph"]}
    for name, content in tree(bag / "data").items():
        if name != "ro-crate-metadata.json":
            assert graph[name]["sha256"] == hashlib.sha256(content).hexdigest()
            assert graph[name]["contentSize"] == str(len(content))
    tei = graph["output/tei/letter1.xml"]
    assert tei["encodingFormat"][0] == "application/tei+xml"
    assert tei["encodingFormat"][1]["@id"].endswith("/PRONOM/fmt/101")
    assert tei["conformsTo"]["@id"] in graph
    assert graph[tei["author"]["@id"]]["name"] == "Jane Roe"
    assert [graph[e["@id"]]["name"] for e in graph["./"]["editor"]] == ["Ada Byron", "Ben Smith"]


def test_every_file_is_reached_from_the_root_of_the_crate(bag):
    graph = {e["@id"]: e for e in json.loads((bag / "data/ro-crate-metadata.json").read_bytes())["@graph"]}
    seen, left = set(), ["./"]
    while left:
        parts = graph[left.pop()].get("hasPart", [])
        inside = [part["@id"] for part in (parts if isinstance(parts, list) else [parts])]
        seen |= set(inside)
        left += inside
    assert {name for name in tree(bag / "data") if name != "ro-crate-metadata.json"} <= seen


def test_the_same_edition_gives_the_same_bytes(letters, tmp_path):
    contents = []
    for name in ("a.zip", "b.zip"):
        shutil.copytree(letters, tmp_path / name[0] / "letters")
        os.utime(tmp_path / name[0] / "letters/letter1.txt", (1, 1))
        packed(tmp_path / name[0] / "letters", tmp_path / name, previous=letters)
        contents.append((tmp_path / name).read_bytes())
    assert contents[0] == contents[1]


def test_archive_and_folder_hold_the_same(letters, bag, tmp_path):
    packed(letters, tmp_path / "a.zip", release="1", previous=letters)
    zipfile.ZipFile(tmp_path / "a.zip").extractall(tmp_path)
    assert tree(tmp_path / "letters-1") == tree(bag)


def test_an_edition_can_be_built_again_from_its_package(letters, bag, tmp_path):
    again = shutil.copytree(bag / "data/sources", tmp_path / "letters")
    build(again, again / "output", formats=("tei",), jobs=1, now=lambda: NOW)
    assert tree(again / "output/tei") == tree(bag / "data/output/tei")


def test_what_the_program_does_not_read_is_left_out_and_told(tmp_path):
    folder = built(tmp_path / "letters")
    for name in ("notes.docx", ".env", "output/mine.html"):
        (folder / name).write_text("private", "utf-8")
    result = packed(folder, tmp_path / "a.zip")
    names = zipfile.ZipFile(tmp_path / "a.zip").namelist()
    assert not [name for name in names if name.endswith(("notes.docx", ".env", "mine.html", ".teiedit"))]
    assert [(d.code, "notes.docx" in d.message) for d in result.diagnostics] == [("K010", True)]


def test_own_pages_pictures_and_style_sheets_are_sources(tmp_path):
    folder = edition(tmp_path / "letters", SETTINGS)
    (folder / "pages").mkdir()
    (folder / "pages/10-about.md").write_text("# About\n\n![A seal](../seal.svg)\n", "utf-8")
    (folder / "introduction.md").write_text("# Introduction\n", "utf-8")
    (folder / "style.css").write_text("p { margin: 0 }\n", "utf-8")
    (folder / "seal.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', "utf-8")
    build(folder, folder / "output", formats=("tei",), jobs=1)
    contents = gather(folder, folder / "output", read_edition(folder / "edition.toml", "edition.toml"), ())
    names = {item.name for item in contents.items if not item.format}
    assert {
        "sources/pages/10-about.md",
        "sources/introduction.md",
        "sources/style.css",
        "sources/edition.toml",
    } <= names


def test_only_the_wanted_formats_are_taken(letters, tmp_path):
    packed(letters, tmp_path / "a", formats=("tei",))
    assert {path.name for path in (tmp_path / "a/data/output").iterdir()} == {"tei", "schema"}


def test_an_output_older_than_its_transcript_is_told(tmp_path):
    folder = built(tmp_path / "letters")
    (folder / "letter1.txt").write_text(sheet("Changed."), "utf-8")
    (folder / "letter3.txt").write_text(sheet("New."), "utf-8")
    found = packed(folder, tmp_path / "a.zip").diagnostics
    assert [(d.code, d.place.file.rpartition("/")[2]) for d in found] == [
        ("K001", "letter1.txt"),
        ("K002", "letter3.txt"),
    ]


def test_names_in_another_form_of_unicode_are_written_in_one(tmp_path):
    name = unicodedata.normalize("NFD", "é")
    packed(built(tmp_path / "letters", **{name: sheet()}), tmp_path / "a")
    manifest = (tmp_path / "a/manifest-sha256.txt").read_text("utf-8")
    assert "data/sources/é.txt\n" in manifest
    assert name not in manifest
    assert check(tmp_path / "a").returncode == 0


def test_a_percent_sign_and_a_line_end_are_written_as_numbers(tmp_path):
    found = packed(built(tmp_path / "letters", **{"100%\n": sheet()}), tmp_path / "a").diagnostics
    assert "data/sources/100%25%0A.txt\n" in (tmp_path / "a/manifest-sha256.txt").read_text("utf-8")
    assert [d.code for d in found] == ["K007"]
    names = {line.split("  ", 1)[1] for line in (tmp_path / "a/manifest-sha256.txt").read_text("utf-8").splitlines()}
    decoded = {n.replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%") for n in names}
    assert decoded == {f"data/{name}" for name in tree(tmp_path / "a/data")}


@pytest.mark.parametrize(("name", "code"), [("a\\b.md", "K007"), ("A.MD", "K006")])
def test_names_that_cannot_be_kept_are_refused(tmp_path, name, code):
    folder = built(tmp_path / "letters")
    (folder / "pages").mkdir()
    for page in (name, "a.md"):
        (folder / "pages" / page).write_text("# A\n", "utf-8")
    if code == "K006":
        (folder / "pages" / name).rename(folder / "pages/A.md")
    assert refused(folder, tmp_path / "a.zip") == [code]
    assert not (tmp_path / "a.zip").exists()


@pytest.mark.parametrize("name", ["style.css", "pages/x.md", "persons.csv", "output/tei/letter1.xml"])
def test_a_link_that_leads_outside_is_refused(tmp_path, name):
    folder = built(tmp_path / "letters")
    (tmp_path / "secret").write_text("secret", "utf-8")
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).unlink(missing_ok=True)
    (folder / name).symlink_to(tmp_path / "secret")
    assert refused(folder, tmp_path / "a.zip") == ["K005"]


def test_a_file_that_is_gone_from_the_output_is_refused(tmp_path):
    folder = built(tmp_path / "letters")
    (folder / "output/tei/letter1.xml").unlink()
    assert refused(folder, tmp_path / "a.zip") == ["K009"]


def test_nothing_is_packed_of_nothing(tmp_path):
    folder = edition(tmp_path / "letters", SETTINGS)
    assert refused(folder, tmp_path / "a.zip") == ["K003"]
    (folder / "letter1.txt").unlink()
    assert refused(folder, tmp_path / "a.zip") == ["E006"]
    assert refused(tmp_path / "nowhere", tmp_path / "a.zip") == ["E005"]


def test_the_day_comes_from_the_ledger_where_the_settings_give_none(tmp_path):
    folder = built(tmp_path / "letters", SETTINGS.replace('"2026-03-31"', '"2026"'))
    assert packed(folder, tmp_path / "a.zip").release.date == "2026-04-01"
    (folder / "ledger.tsv").unlink()
    assert refused(folder, tmp_path / "b.zip") == ["K004"]
    assert refused(folder, tmp_path / "b.zip", date="2026-02-30") == ["K004"]
    assert packed(folder, tmp_path / "b.zip", date="2026-02-28").release.name == "2026-02-28"


@pytest.mark.parametrize("target", ["there", "letters/inside", "there.zip"])
def test_a_package_is_not_written_where_harm_would_be_done(letters, tmp_path, target):
    folder = shutil.copytree(letters, tmp_path / "letters")
    for name in ("there", "there.zip"):
        (tmp_path / name).mkdir()
    assert refused(folder, tmp_path / target) == ["K008"]


def test_a_package_is_not_written_over_the_one_before(letters, tmp_path):
    packed(letters, tmp_path / "a.zip")
    before = (tmp_path / "a.zip").read_bytes()
    assert refused(letters, tmp_path / "a.zip", previous=tmp_path / "a.zip") == ["K008"]
    assert (tmp_path / "a.zip").read_bytes() == before


def test_what_changed_since_the_release_before_is_in_the_package(tmp_path):
    folder = built(tmp_path / "letters")
    packed(folder, tmp_path / "1.zip", release="1.0")
    (folder / "letter2.txt").write_text(sheet("Another day."), "utf-8")
    (folder / "letter3.txt").write_text(sheet("A third."), "utf-8")
    build(folder, folder / "output", formats=("tei", "metadata"), jobs=1, now=lambda: NOW)
    result = packed(folder, tmp_path / "2.zip", release="2.0", previous=tmp_path / "1.zip")
    assert result.summary == ("1 document added", "words of the transcript changed in 1 document")
    with zipfile.ZipFile(tmp_path / "2.zip") as archive:
        words = archive.read("letters-2.0/data/CHANGES.md").decode()
        told = json.loads(archive.read("letters-2.0/data/changes.json"))
    assert words.startswith("# Changes from 1.0 to 2.0\n")
    assert "Another day." in words
    assert [(d["id"], d["changes"][0]["kind"]) for d in told["documents"]] == [
        ("letter2", "words"),
        ("letter3", "added"),
    ]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"not a zip"])
def test_what_is_no_release_is_refused(letters, tmp_path, content):
    (tmp_path / "old.zip").write_bytes(content)
    assert refused(letters, tmp_path / "a.zip", previous=tmp_path / "old.zip") == ["K012"]
    assert refused(letters, tmp_path / "a.zip", previous=tmp_path / "nowhere") == ["K012"]


def test_an_archive_that_leads_out_of_itself_is_not_followed(tmp_path):
    with zipfile.ZipFile(tmp_path / "old.zip", "w") as archive:
        archive.writestr("../data/output/tei/a.xml", "<TEI/>")
        archive.writestr("x/data/output/tei/../../b.xml", "<TEI/>")
        archive.writestr("x/data/output/tei/c.xml", "<TEI/>")
    assert open_release(tmp_path / "old.zip").identifiers in {("a",), ("c",)}


def test_the_command_says_what_it_has_made(letters, tmp_path):
    run = teiedit("package", letters, "--release", "1.0", "--previous", letters, cwd=tmp_path)
    assert run.returncode == 0, run.stderr
    lines = run.stdout.decode().splitlines()
    assert lines[0] == "nothing has changed in the documents"
    assert lines[1].startswith("letters-1.0.zip: release 1.0, 2 documents, ")
    assert (tmp_path / "letters-1.0.zip").is_file()


def test_the_command_lists_changes_between_packages(letters, tmp_path):
    packed(letters, tmp_path / "1.zip", release="1.0")
    run = teiedit("changes", tmp_path / "1.zip", letters, "--to", "json")
    assert (run.returncode, json.loads(run.stdout)["from"]) == (0, "1.0")
    run = teiedit("changes", tmp_path / "1.zip", tmp_path / "nowhere")
    assert (run.returncode, b"Traceback" in run.stderr, b"error[K012]" in run.stderr) == (2, False, True)


def test_the_readme_is_plain_and_fits_a_page(bag):
    words = (bag / "data/README.txt").read_text("utf-8")
    assert max(len(line) for line in words.splitlines()) <= 79
    assert words.startswith("Letters & <others>\nRelease 1, 2026-03-31\nEdited by Ada Byron, Ben Smith\n")
    for name in ("sources/", "output/tei/", "CHANGES.md", "manifest-sha256.txt", "resp=", "CC BY 4.0"):
        assert name in words


def test_the_preview_is_found_right_by_the_nu_checker(bag):
    page = bag / "data/ro-crate-preview.html"
    done = subprocess.run([tool("java"), "-jar", tool("vnu"), page], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 320)])
def test_axe_finds_nothing_in_the_preview(bag, scheme, width, browser):
    tab = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    tab.goto((bag / "data/ro-crate-preview.html").as_uri())
    found = axe().run(tab).response["violations"]
    over = tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    links = tab.eval_on_selector_all("a[href]:not([href*=':'])", "all => all.map(a => a.getAttribute('href'))")
    tab.close()
    assert ([v["id"] for v in found], over) == ([], 0)
    assert [link for link in links if not (bag / "data" / link).exists()] == []


def test_a_name_that_cannot_be_written_is_refused(letters, tmp_path):
    for name in ("a\nb", "\udcff", "x" * 81):
        assert refused(letters, tmp_path / "a.zip", release=name) == ["K011"]


def test_a_name_of_other_letters_still_gives_a_folder(letters, tmp_path):
    assert packed(letters, tmp_path / "a.zip", release="Ἀθῆναι/../1").release.base == "letters-1"
