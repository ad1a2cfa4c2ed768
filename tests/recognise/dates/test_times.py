"""Times of day are read where the words say that they are times, and valued where they cannot be mistaken."""

from __future__ import annotations

import pytest

from teiedit.recognise import dates


@pytest.mark.parametrize(
    ("tag", "text", "words", "value"),
    [
        ("en", "Lima, April 4, 1934—10 p.m.", "10 p.m.", "22:00:00"),
        ("en", "[Received 7.35 p. m.]", "7.35 p. m.", "19:35:00"),
        ("en", "at 12:45 a.m.", "12:45 a.m.", "00:45:00"),
        ("en", "March 24, noon.", "noon", "12:00:00"),
        ("en", "12 p.m.", "12 p.m.", ""),
        ("en", "5 o’clock", "5 o’clock", ""),
        ("de", "19. 8. 07. 8 ½ vorm.", "8 ½ vorm.", "08:30:00"),
        ("de", "Dienstag 11 ¾ Abends", "11 ¾ Abends", "23:45:00"),
        ("de", "um 11 Uhr", "11 Uhr", ""),
        ("de", "15.30 Uhr", "15.30 Uhr", "15:30:00"),
        ("de", "½ 6 nachm.", "½ 6 nachm.", "17:30:00"),
        ("fr", "à 8 heures du soir", "8 heures du soir", "20:00:00"),
        ("fr", "à 14 h. 30", "14 h. 30", "14:30:00"),
        ("fr", "à midi", "midi", "12:00:00"),
    ],
)
def test_a_time_is_read(tag, text, words, value):
    (found,) = dates.times(text, [tag])
    assert (text[found.span.start : found.span.end], found.value) == (words, value)


@pytest.mark.parametrize(
    ("tag", "text"), [("en", "5 men"), ("de", "5. 10. 1894"), ("fr", "8 hommes"), ("xx", "10 p.m.")]
)
def test_what_is_no_time_is_left_alone(tag, text):
    assert dates.times(text, [tag]) == ()


def test_a_bare_half_hour_is_certain_only_beside_a_date():
    (found,) = dates.times("½ 6", ["de"])
    assert (found.certain, found.value) == (False, "")
