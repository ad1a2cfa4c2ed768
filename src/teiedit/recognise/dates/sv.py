"""Swedish dates: den 27 oktober 1962; 14 april; den 5 dennes."""

from __future__ import annotations

from teiedit.recognise.dates._lexicon import Lexicon

LEXICON = Lexicon(
    name="a Swedish",
    months=(
        "januari jan januarii",
        "februari febr feb februarii",
        "mars martii",
        "april apr aprilis",
        "maj maji",
        "juni junii",
        "juli julii",
        "augusti aug",
        "september sept sep",
        "oktober okt october oct",
        "november nov",
        "december dec",
    ),
    weekdays=("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"),
    words={
        "l": "den d",
        "f": "i",
        "&": "och",
        "O": "eller",
        "R": "till",
        "B": "före",
        "G": "efter",
        "C": "omkring cirka",
        "Z": "mellan",
        "p": "morgon afton kväll middag natt",
        "#": "n no nr s sid kap fol",
    },
    values={"t": {"dennes": 0}},
    phrases={"denna månad": ("t", 0), "förra månaden": ("t", -1), "år": ("Y", 0)},
    ordinals="e te de",
    small=True,
    examples={
        "day-month-year": (("27 oktober 1962", "1962-10-27"), ("14 april 1898", "1898-04-14")),
        "month-year": (("juli 1920", "1920-07"),),
        "day-month": (("24 augusti", "--08-24"),),
        "away": (("5 dennes", ""),),
    },
    counterexamples=("3 och 4", "nr 5/6 94", "5 majstänger"),
)
