"""Czech dates: 27. října 1962; dne 3. května; 5. t. m."""

from __future__ import annotations

from teiedit.recognise.dates._lexicon import Lexicon

LEXICON = Lexicon(
    name="a Czech",
    months=(
        "ledna leden",
        "února únor unora",
        "března březen",
        "dubna duben",
        "května květen",
        "června červen",
        "července červenec",
        "srpna srpen",
        "září",
        "října říjen",
        "listopadu listopad",
        "prosince prosinec",
    ),
    weekdays=("pondělí", "úterý", "středa", "čtvrtek", "pátek", "sobota", "neděle"),
    words={
        "l": "dne v ve",
        "&": "a",
        "O": "nebo",
        "R": "do",
        "B": "před",
        "G": "po",
        "C": "kolem asi",
        "Z": "mezi",
        "p": "ráno večer odpoledne",
        "#": "č čís s str",
    },
    phrases={"t. m.": ("t", 0), "roku": ("Y", 0)},
    ordinals="ho",
    small=True,
    examples={
        "day-month-year": (("27. října 1962", "1962-10-27"), ("3. května 1921", "1921-05-03")),
        "month-year": (("červenec 1920", "1920-07"),),
        "day-month": (("24. srpna", "--08-24"),),
    },
    counterexamples=("3 a 4", "č. 5/6 94", "5 májů"),
)
