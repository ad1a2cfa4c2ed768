"""What tells programs that something has changed, and how the edition is cited: sitemap, Atom, CITATION.cff."""

from __future__ import annotations

import json
import subprocess
from dataclasses import replace

import pytest
import yaml
from lxml import etree

from holdings import HARVESTED, HOSTILE, written
from pages import letter
from support import tool
from teiedit.model.edition import Edition, Licence
from teiedit.publish import _sitemap, html
from teiedit.publish._cff import citation_file
from teiedit.publish._sitemap import MOST_ADDRESSES, sitemap

S = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
ATOM = {"a": "http://www.w3.org/2005/Atom"}
ENGLISH = (("en", ""),)
CHANGED = {"l-1": "2026-03-01T12:00:00Z", "l-2": "2026-04-01T12:00:00Z"}


def made(changed=CHANGED, **settings):
    documents = [letter(name="l-1"), letter(name="l-2"), letter(name="l-3", title="&lt;b&gt; ]]&gt;")]
    return html.volume(documents, replace(HARVESTED, **settings), changed).files


def test_a_page_of_the_sitemap_says_when_its_document_was_changed():
    root = etree.fromstring(made()["sitemap.xml"])
    found = {url.findtext("s:loc", namespaces=S): url.findtext("s:lastmod", namespaces=S) for url in root}
    base = HARVESTED.base_url
    assert [found[f"{base}documents/l-{n}.html"] for n in (1, 2, 3)] == [*CHANGED.values(), None]
    assert found[base] == "2026-04-01T12:00:00Z"
    assert f"{base}404.html" not in found


def test_without_a_ledger_nothing_is_said_of_changes():
    root = etree.fromstring(made({})["sitemap.xml"])
    assert root.findall(".//s:lastmod", S) == []
    feed = etree.fromstring(made({})["atom.xml"])
    assert {node.text for node in feed.iter("{*}updated")} == {"2026-01-01T00:00:00Z"}


def test_each_page_names_its_translations():
    root = etree.fromstring(made(interface=("de",))["sitemap.xml"])
    (url,) = (u for u in root if u.findtext("s:loc", namespaces=S).endswith("/de/documents/l-2.html"))
    assert url.findtext("s:lastmod", namespaces=S) == CHANGED["l-2"]
    assert {link.get("hreflang"): link.get("href") for link in url.findall("x:link", S)} == {
        "en": "https://example.org/letters/documents/l-2.html",
        "de": "https://example.org/letters/de/documents/l-2.html",
    }


def test_the_feed_says_when_each_document_and_the_edition_were_changed():
    feed = etree.fromstring(made()["atom.xml"])
    assert feed.findtext("a:updated", namespaces=ATOM) == "2026-04-01T12:00:00Z"
    entries = [entry.findtext("a:updated", namespaces=ATOM) for entry in feed.findall("a:entry", ATOM)]
    assert entries == [*CHANGED.values(), "2026-04-01T12:00:00Z"]


def test_more_addresses_than_a_file_may_hold_are_parted_under_an_index():
    documents = [f"l-{n}" for n in range(MOST_ADDRESSES)]
    one = dict(sitemap(HARVESTED, (), documents, ENGLISH, CHANGED))
    assert list(one) == ["sitemap.xml"]
    assert len(etree.fromstring(one["sitemap.xml"])) == MOST_ADDRESSES
    files = dict(sitemap(HARVESTED, ("index",), documents, ENGLISH, CHANGED))
    assert list(files) == ["sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"]
    index = etree.fromstring(files["sitemap.xml"])
    assert index.tag == f"{{{S['s']}}}sitemapindex"
    assert [node.text for node in index.iter("{*}loc")] == [f"{HARVESTED.base_url}sitemap-{n}.xml" for n in (1, 2)]
    assert {node.text for node in index.iter("{*}lastmod")} == {"2026-04-01T12:00:00Z"}
    assert [len(etree.fromstring(files[f"sitemap-{n}.xml"])) for n in (1, 2)] == [MOST_ADDRESSES, 1]


def test_a_file_is_no_larger_than_it_may_be(monkeypatch):
    monkeypatch.setattr(_sitemap, "MOST_BYTES", 600)
    files = dict(sitemap(HARVESTED, (), [f"letter-{n}" for n in range(20)], (("en", ""), ("de", "de/")), {}))
    parts = [content for name, content in files.items() if name != "sitemap.xml"]
    assert len(parts) > 5
    assert all(len(content) <= 600 for content in parts)
    assert sum(len(etree.fromstring(content)) for content in parts) == 40


CSL = {
    "editor": [
        {"family": "Roe", "given": "Jane"},
        {"family": "Wendt", "given": "Clara", "non-dropping-particle": "von"},
    ]
}


def test_the_citation_file_says_what_the_edition_is():
    assert yaml.safe_load(citation_file(CSL, replace(HARVESTED, date="2026-03-31"))) == {
        "cff-version": "1.2.0",
        "message": "If you use this edition, please cite it as below.",
        "type": "dataset",
        "title": "Letters of the North: A selection",
        "authors": [
            {"family-names": "Roe", "given-names": "Jane"},
            {"family-names": "Wendt", "given-names": "Clara", "name-particle": "von"},
        ],
        "url": "https://example.org/letters/",
        "license": "CC-BY-4.0",
        "date-released": "2026-03-31",
        "contact": [{"name": "Field Press", "email": "letters@example.org"}],
    }


def test_the_editors_names_are_parted_as_in_citations():
    found = yaml.safe_load(made(editors=("Jane Roe", "Clara von Wendt", "The Society"))["CITATION.cff"])
    assert found["authors"][1] == {"family-names": "Wendt", "given-names": "Clara", "name-particle": "von"}
    assert found["authors"][2] == {"name": "The Society"}


EDITIONS = [
    HARVESTED,
    Edition(title="Least"),
    replace(HARVESTED, title=HOSTILE, subtitle="'" + HOSTILE, description=HOSTILE, publisher=": #", editors=()),
    replace(HARVESTED, licence=Licence("Own", "https://example.org/terms"), date="2026-03-31", contact=""),
]


@pytest.mark.parametrize("edition", EDITIONS, ids=lambda e: e.title[:8])
def test_any_text_survives_as_yaml(edition):
    found = yaml.safe_load(citation_file({}, edition))
    assert found["title"] == ": ".join(part for part in (edition.title, edition.subtitle) if part)
    assert found.get("abstract", "") == edition.description
    assert found["authors"] == [{"name": edition.publisher or edition.title}]


@pytest.mark.parametrize("edition", EDITIONS, ids=lambda e: e.title[:8])
def test_the_citation_file_is_valid_by_the_official_tool(edition, tmp_path):
    whole = json.loads(html.volume([written()], edition).files["cite/edition.json"])[0]
    (tmp_path / "CITATION.cff").write_bytes(citation_file(whole, edition))
    command = [tool("cffconvert"), "--validate", "-i", str(tmp_path / "CITATION.cff")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
