"""The documentation cannot drift: what is made from the program is up to date, and the rest names what there is."""

from __future__ import annotations

import importlib.util
import re

import pytest

from support import ROOT
from teiedit.model.edition import ALONE, AROUND
from teiedit.recognise import dates, formulas
from teiedit.recognise.conventions import PAIRS, REASONS

DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", *sorted(DOCS.glob("*.md"))]


def generate():
    spec = importlib.util.spec_from_file_location("generate", DOCS / "generate.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("page", ["commands.md", "edition-toml.md", "diagnostics.md", "marks.md"])
def test_what_is_made_from_the_program_is_up_to_date(page):
    assert (DOCS / page).read_text("utf-8") == generate().PAGES[page](), "run: python docs/generate.py"


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_every_link_to_a_file_leads_somewhere(page):
    text = re.sub(r"```.*?```|`[^`\n]*`", "", page.read_text("utf-8"), flags=re.S)  # examples lead elsewhere
    for target in re.findall(r"\]\((?!https?:|#)([^)#\s]+)", text):
        assert (page.parent / target).exists(), target


def test_every_mark_of_a_transcriber_stands_with_its_tei_on_the_page_of_marks():
    page = (DOCS / "marks.md").read_text("utf-8")
    for pair in PAIRS:
        for example in pair.examples:
            row = next(line for line in page.splitlines() if f"| `{example.partition(' → ')[0]}` |" in line)
            assert f"<{pair.kind}" in row, pair.id
    assert all(f'reason="{reason}"' in page for reason in {*REASONS.values(), "editorial"})
    assert all(f'= "{meaning}"`' in page for meaning in (*ALONE, *AROUND))


def test_the_readme_names_every_page_of_the_documentation():
    readme = (ROOT / "README.md").read_text("utf-8")
    assert [page.name for page in DOCS.glob("*.md") if f"docs/{page.name}" not in readme] == []


def test_the_readme_names_the_two_commands():
    readme = (ROOT / "README.md").read_text("utf-8")
    assert "make edition" in readme
    assert "make test" in readme


def test_each_language_that_can_be_read_is_named_in_the_readme():
    readme = (ROOT / "README.md").read_text("utf-8")
    names = {
        "en": "English",
        "de": "German",
        "fr": "French",
        "it": "Italian",
        "es": "Spanish",
        "nl": "Dutch",
        "la": "Latin",
    }
    names |= {"pt": "Portuguese", "pl": "Polish", "cs": "Czech", "da": "Danish", "sv": "Swedish"}
    for tag in {*dates.languages(), *formulas.languages()} - {"und"}:
        assert names.get(tag, tag) in readme
