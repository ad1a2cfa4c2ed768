from dataclasses import replace

import pytest

from letters import document
from teiedit.model.edition import Edition
from teiedit.recognise.language import find_languages


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Arrive tomorrow at noon with the boys.", "en"),
        ("I haue receiued your letters, and will in all thinges performe what you haue commaunded.", "en"),
        ("Komme morgen mit der Bahn. Gruß", "de"),
        ("Vff üwer schriben füg ich üch zuo wüssen, das der bott hie gewesen ist.", "de"),
        ("J'ay reçu vostre lettre et je ne puis y respondre que demain.", "fr"),
        ("Non ho ancora ricevuto la tua lettera.", "it"),
        ("No he recibido todavía la carta de usted.", "es"),
        ("Ick hebbe Ul. brief wel ontfangen ende daer uijt verstaen.", "nl"),
        ("Literas tuas accepi, quae mihi gratissimae fuerunt.", "la"),
        ("Não recebi ainda a tua carta.", "pt"),
        ("Tack för ditt brev, som jag har läst.", "sv"),
        ("Tak for Dit Brev, som jeg har læst.", "da"),
        ("List Twój odebrałem i zaraz odpisuję.", "pl"),
        ("Děkuji Ti za dopis, který jsem dostal.", "cs"),
    ],
)
def test_a_letter_of_one_line_shows_its_language(text, language):
    assert find_languages(text, ())[0][0] == language


def test_two_names_have_no_language():
    assert find_languages("Anna Bell\nCarl Dorn\n", ()) == (("und",), None)


def test_the_only_expected_language_is_taken_without_looking():
    assert find_languages("Komme morgen.", ("en",)) == (("en",), None)


def test_a_regional_tag_is_recognised_by_its_language():
    assert find_languages("Ich habe das nicht gewusst und bin sehr froh.", ("fr", "de-AT"))[0][0] == "de-AT"


def test_a_letter_in_two_languages_has_both():
    half = "I am glad that you have come and that all of us are here. "
    other = "Ich bin froh, daß du gekommen bist und wir nun alle hier sind. "
    tags, evidence = find_languages(half * 3 + other * 3, ())
    assert set(tags) == {"en", "de"}
    assert evidence.cert == "medium"


_LETTERS = {
    "de-AT": "Wien, den 3. Mai 1871\n\nLieber Freund!\n\nAlles ist gut.\n\nMit herzlichem Gruß\nDein\nKarl Dorn\n",
    "en-GB": "London, the 3rd of May 1871\n\nMy dear Anna,\n\nAll is well.\n\nYours ever,\nBess Roe\n",
}


@pytest.mark.parametrize("tag", _LETTERS)
def test_a_regional_tag_stays_with_the_document_which_is_read_with_the_rules_of_its_language(tag):
    ours = document(_LETTERS[tag], Edition(languages=(tag,)))
    theirs = document(_LETTERS[tag], Edition(languages=(tag[:2],)))
    assert ours.sent.date
    assert ours == replace(theirs, language=tag)
