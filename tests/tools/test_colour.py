"""Contrast as WCAG measures it, and the nearest colour that has enough."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support import ROOT
from teiedit.model import house
from teiedit.tools.colour import ENOUGH, contrast, least, mixed, readable

colours = st.integers(0, 0xFFFFFF).map(lambda n: f"#{n:06x}")


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21), ("#ffffff", "#ffffff", 1), ("#777777", "#ffffff", 4.48), ("#85281c", "#fbfaf6", 8.68)],
)
def test_contrast_is_that_of_the_guidelines(one, other, ratio):
    assert contrast(one, other) == pytest.approx(ratio, abs=0.05)
    assert contrast(other, one) == contrast(one, other)


@given(colours, colours)
def test_against_one_ground_there_is_always_a_colour_that_can_be_read(colour, ground):
    assert contrast(readable(colour, ground), ground) >= ENOUGH


@given(colours, colours)
def test_a_colour_that_can_be_read_is_left_alone(colour, ground):
    if contrast(colour, ground) >= ENOUGH:
        assert readable(colour, ground) == colour


def test_the_nearest_is_near():
    assert readable("#767676", "#f5f5f5") == "#707070"


def test_where_nothing_can_be_read_the_best_is_taken():
    assert readable("#777777", "#707070", "#909090") in ("#000000", "#ffffff")


def test_mixing():
    assert (mixed("#000000", "#ffffff", 0), mixed("#000000", "#ffffff", 1)) == ("#000000", "#ffffff")
    assert mixed("#102030", "#304050", 0.5) == "#203040"


def test_our_own_colours_are_those_of_the_style_sheet_and_can_be_read():
    css = (ROOT / "xslt/html/css/10-base.css").read_text("utf-8")
    light, dark = (dict(re.findall(r"--(\w+): (#\w{6});", part)) for part in css.split("prefers-color-scheme: dark"))
    assert [light[k] for k in ("paper", "ink", "accent", "editor")] == [
        house.PAPER,
        house.INK,
        house.ACCENT,
        house.EDITOR,
    ]
    assert [dark[k] for k in ("paper", "ink", "accent", "editor")] == [
        house.PAPER_DARK,
        house.INK_DARK,
        house.ACCENT_DARK,
        house.EDITOR_DARK,
    ]
    for palette in (light, dark):
        for name in ("ink", "quiet", "accent", "editor"):
            assert least(palette[name], palette["paper"], palette["raised"]) >= ENOUGH
