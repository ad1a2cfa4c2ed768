"""Polish dates: 27 października 1962; dnia 5 maja 1832 r.; 3 b. m."""

from __future__ import annotations

from teiedit.recognise.dates._lexicon import Lexicon

LEXICON = Lexicon(
    name="a Polish",
    months=(
        "stycznia styczeń stycz",
        "lutego luty",
        "marca marzec",
        "kwietnia kwiecień kwiet",
        "maja maj",
        "czerwca czerwiec czerw",
        "lipca lipiec",
        "sierpnia sierpień sierp",
        "września wrzesień wrzes",
        "października październik paźdz",
        "listopada listopad listop",
        "grudnia grudzień grud",
    ),
    weekdays=("poniedziałek", "wtorek", "środa", "czwartek", "piątek", "sobota", "niedziela"),
    words={
        "l": "dnia d",
        "&": "i",
        "O": "albo",
        "R": "do",
        "B": "przed",
        "G": "po",
        "C": "około",
        "Z": "między",
        "p": "rano wieczór wieczorem",
        "#": "n nr s str t fol",
    },
    phrases={"b. m.": ("t", 0), "roku": ("Y", 0)},
    ordinals="go",
    small=True,
    examples={
        "day-month-year": (("27 października 1962", "1962-10-27"), ("5 maja 1832", "1832-05-05")),
        "month-year": (("lipiec 1920", "1920-07"),),
        "day-month": (("24 sierpnia", "--08-24"),),
    },
    counterexamples=("3 i 4", "nr 5/6 94", "5 majów"),
)
