"""The indexes of a book: page numbers that a reader can use, however often somebody is named."""

from __future__ import annotations

import pytest

from teiedit.publish._pdf_index import Name, index


def shown(pages):
    events = index("persons", {"p": Name("person", "Ada Byron", "Byron")}, {"p": pages})
    return "".join(event for event in events if isinstance(event, str))


@pytest.mark.parametrize(
    ("pages", "words"),
    [
        ([3], "3"),
        ([5, 3, 3], "3, 5"),
        ([3, 4, 5, 9], "3–5, 9"),
        (range(1, 1000), "1–999"),
        (range(1, 120, 2), ", ".join(map(str, range(1, 120, 2)))),
        (range(1, 1000, 2), "1–999 passim"),
        ([1, *range(500, 2000, 3), 9000], "1, 500–1997 passim, 9000"),
    ],
)
def test_pages_that_follow_one_another_are_a_range_and_very_many_are_passim(pages, words):
    assert shown(pages).endswith(words)
    assert shown(pages).startswith("Byron, Ada, ")


def test_a_name_on_pages_far_apart_has_few_places_and_loses_none():
    pages = [n * n for n in range(1, 400)]
    places = shown(pages).removeprefix("Byron, Ada, ").split(", ")
    assert len(places) <= 60
    ends = [[int(n) for n in place.removesuffix(" passim").split("–")] for place in places]
    assert all(any(end[0] <= page <= end[-1] for end in ends) for page in pages)
