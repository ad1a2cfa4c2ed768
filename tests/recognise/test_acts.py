"""The words of treaties and minutes, language by language."""

import pytest

from teiedit.recognise import acts

EXAMPLES = [
    pytest.param(line, read, id=f"{tag}: {line}")
    for tag, one in zip(acts.languages(), acts.words(), strict=True)
    for line, read in one.examples
]


@pytest.mark.parametrize(("line", "read"), EXAMPLES)
def test_a_line_is_read_as_its_language_says(line, read):
    assert acts.reading(line) == read


def test_every_language_has_words_that_read_an_article_and_some_that_read_nothing():
    for tag, one in zip(acts.languages(), acts.words(), strict=True):
        readings = {read.partition(" ")[0] for _, read in one.examples}
        assert {"article", ""} <= readings, tag


@pytest.mark.parametrize(
    ("name", "titled"), [("MR. BELL", True), ("Herr Weber", True), ("The President", True), ("Bell", False)]
)
def test_a_name_with_a_title_or_an_office_is_known(name, titled):
    assert acts.is_titled(name) is titled


@pytest.mark.parametrize(("name", "label"), [("Decision", True), ("Beschluß", True), ("Vote", True), ("Bell", False)])
def test_a_label_names_nobody(name, label):
    assert acts.is_label(name) is label


@pytest.mark.parametrize(
    ("line", "annex"),
    [("ANNEX B", True), ("Anlage 1: Karten", True), ("Annexed are two maps.", False), ("Annex the map to it.", False)],
)
def test_an_annex_is_headed_by_a_line_of_its_own(line, annex):
    assert acts.is_annex(line) is annex


@pytest.mark.parametrize(
    ("text", "speaks"),
    [
        ("I move it.", True),
        ("Ich danke Ihnen.", True),
        ("J’accepte.", True),
        ("Herr Weber meinte, der Plan sei gut.", False),
        ("The US Government agreed.", False),
        ("It was resolved to go.", False),
    ],
)
def test_who_speaks_himself_says_so(text, speaks):
    assert acts.speaks(text) is speaks
