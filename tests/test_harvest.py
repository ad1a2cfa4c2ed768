"""What a build makes for harvesters: from the second build on, only what has changed moves."""

from __future__ import annotations

import json

import pytest
from lxml import etree

from editions import edition, tree
from letters import sheet
from teiedit.build import build

SETTINGS = """title = "Letters"
languages = ["en"]
base_url = "https://example.org/letters/"
contact = "letters@example.org"
formats = ["tei", "html", "metadata"]
licence = { name = "CC0", url = "https://creativecommons.org/publicdomain/zero/1.0/" }
"""
FIRST, SECOND = "2026-03-01T12:00:00Z", "2026-04-01T12:00:00Z"


@pytest.fixture
def built(tmp_path):
    """An edition of two letters, and what builds it at a moment."""
    folder = edition(tmp_path / "ed", SETTINGS, one=sheet(), two=sheet(body="Another text."))

    def make(now):
        report = build(folder, tmp_path / "out", jobs=1, now=lambda: now)
        return report, tree(tmp_path / "out")

    return folder, make


def lastmod(files):
    root = etree.fromstring(files["sitemap.xml"])
    return {url[0].text.rpartition("/")[2]: url.findtext("{*}lastmod") for url in root}


def test_a_later_build_of_the_same_edition_changes_no_file(built):
    _, make = built
    _, before = make(FIRST)
    report, after = make(SECOND)
    assert after == before
    assert report.written == 0


def test_a_change_moves_the_dates_of_its_letter_and_of_the_whole(built):
    folder, make = built
    make(FIRST)
    (folder / "two.txt").write_text(sheet(body="A third text."), "utf-8")
    _, files = make(SECOND)
    assert (lastmod(files)["one.html"], lastmod(files)["two.html"], lastmod(files)[""]) == (FIRST, SECOND, SECOND)
    assert f'<date when="{SECOND}"/>'.encode() in files["metadata/cmif.xml"]
    feed = etree.fromstring(files["atom.xml"])
    assert [entry.findtext("{*}updated") for entry in feed.iter("{*}entry")] == [FIRST, SECOND]


def test_a_letter_that_is_withdrawn_leaves_the_files_and_moves_their_date(built):
    folder, make = built
    make(FIRST)
    (folder / "two.txt").unlink()
    _, files = make(SECOND)
    assert [name for name in files if "two" in name] == []
    assert b"two.html" not in files["metadata/cmif.xml"]
    assert f'<date when="{SECOND}"/>'.encode() in files["metadata/cmif.xml"]
    assert json.loads(files["metadata/cmif-report.json"])["letters"] == 1


def test_a_letter_that_cannot_be_made_now_stays_with_harvesters(built):
    folder, make = built
    make(FIRST)
    (folder / "two.txt").write_text("", "utf-8")
    report, files = make(SECOND)
    assert report.published == 1
    assert b"two.html" in files["metadata/cmif.xml"]
    assert "linkset/two.json" in files
    assert lastmod(files)["two.html"] == FIRST


def test_every_address_of_a_linkset_within_the_site_is_a_file(built):
    _, make = built
    _, files = make(FIRST)
    base = "https://example.org/letters/"
    for name in [name for name in files if name.startswith("linkset/") and name.endswith(".json")]:
        for context in json.loads(files[name])["linkset"]:
            targets = [t["href"] for links in context.values() if isinstance(links, list) for t in links]
            for address in (context["anchor"], *targets):
                if address.startswith(base):
                    assert (address.removeprefix(base) or "index.html") in files


def test_an_edition_without_address_is_told_what_it_misses(tmp_path):
    folder = edition(tmp_path / "ed")
    report = build(folder, tmp_path / "out", formats=("tei", "metadata"), jobs=1, now=lambda: FIRST)
    assert [d.code for d in report.diagnostics if d.code.startswith("M")] == ["M020"]
    assert not [name for name in tree(tmp_path / "out") if name.startswith(("linkset/", "_headers"))]
