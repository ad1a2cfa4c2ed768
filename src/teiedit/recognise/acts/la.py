"""Latin treaties: the words of their frame."""

from __future__ import annotations

from teiedit.recognise.acts._words import Words

WORDS = Words(
    articles=("articulus", "art."),
    sections={"part": ("pars",), "title": ("titulus",), "chapter": ("caput",)},
    ordinals=(
        ("primus", "prima", "primum"),
        ("secundus", "secunda", "secundum"),
        ("tertius", "tertia", "tertium"),
        ("quartus", "quarta", "quartum"),
        ("quintus", "quinta", "quintum"),
    ),
    testimonium=("in quorum fidem", "in cuius rei testimonium", "in cujus rei testimonium"),
    done=("actum", "datum"),
    places=("in",),
    treaties=("tractatus", "foedus", "instrumentum pacis", "pacta"),
    examples=(
        ("Articulus primus", "article 1"),
        ("ARTICULUS IV.", "article 4"),
        ("In quorum fidem subscripsimus.", "testimonium"),
        ("Articulus quartus lectus est.", ""),
    ),
)
