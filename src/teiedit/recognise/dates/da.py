"""Danish and Norwegian dates: den 27. oktober 1962; 2den Marts 1871; 5. ds."""

from __future__ import annotations

from teiedit.recognise.dates._lexicon import Lexicon

LEXICON = Lexicon(
    name="a Danish",
    months=(
        "januar jan",
        "februar febr feb",
        "marts mars",
        "april apr",
        "maj mai",
        "juni",
        "juli",
        "august aug",
        "september sept sep",
        "oktober okt october oct",
        "november nov",
        "december dec desember",
    ),
    weekdays=("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"),
    words={
        "l": "den d",
        "f": "i",
        "&": "og",
        "O": "eller",
        "R": "til",
        "B": "før",
        "G": "efter",
        "C": "omkring cirka ca",
        "Z": "mellem",
        "p": "morgen aften middag nat",
        "#": "n no nr s side kap fol",
    },
    values={"t": {"ds": 0, "dennes": 0}},
    phrases={"denne måned": ("t", 0), "år": ("Y", 0)},
    ordinals="de den te ste",
    small=True,
    examples={
        "day-month-year": (("27. oktober 1962", "1962-10-27"), ("2den Marts 1871", "1871-03-02")),
        "month-year": (("juli 1920", "1920-07"),),
        "day-month": (("24. august", "--08-24"),),
    },
    counterexamples=("3 og 4", "nr. 5/6 94", "5 majer"),
)
