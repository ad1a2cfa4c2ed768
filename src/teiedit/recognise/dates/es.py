"""Spanish dates: 27 de octubre de 1962; a 3 de Mayo; el 5 del corriente; 1° de enero."""

from __future__ import annotations

from teiedit.recognise.dates._lexicon import Lexicon

LEXICON = Lexicon(
    name="a Spanish",
    months=(
        "enero ene henero",
        "febrero febr feb hebrero",
        "marzo mar mzo",
        "abril abr",
        "mayo",
        "junio jun",
        "julio jul",
        "agosto ago agto",
        "septiembre sept sep setiembre septbre 7bre",
        "octubre oct octbre 8bre",
        "noviembre nov novbre 9bre",
        "diciembre dic dicbre xbre 10bre",
    ),
    weekdays=("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
    words={
        "l": "el a día al desde fecha",
        "f": "de del",
        "&": "y",
        "O": "o",
        "R": "hasta",
        "G": "después",
        "C": "hacia circa ca aproximadamente",
        "Z": "entre",
        "p": "mañana tarde noche",
        "#": "n no núm num número vol p pp pág cap art sec fol",
    },
    values={
        "q": {"principios": 0, "comienzos": 0, "mediados": 1, "fines": 2, "finales": 2},
        "t": {"corriente": 0, "cte": 0, "pasado": -1, "último": -1, "próximo": 1, "actual": 0},
        "o": {"primero": 1},
        "a": {"año": 0},
    },
    phrases={
        "del corriente": ("t", 0),
        "de este mes": ("t", 0),
        "del mes pasado": ("t", -1),
        "del presente": ("t", 0),
        "de este año": ("T", 0),
        "del año pasado": ("T", -1),
        "del año": ("Y", 0),
        "el año": ("Y", 0),
        "en el año": ("Y", 0),
        "antes de": ("B", 0),
        "antes del": ("B", 0),
    },
    ordinals="o ° º",
    small=True,
    examples={
        "day-month-year": (
            ("27 de octubre de 1962", "1962-10-27"),
            ("3 de Mayo de 1871", "1871-05-03"),
            ("1° de enero de 1810", "1810-01-01"),
            ("5 8bre 1790", "1790-10-05"),
            ("antes del 1 de mayo de 1801", "1801-05-01"),
        ),
        "month-year": (("julio de 1920", "1920-07"), ("mediados de mayo de 1903", "1903-05-11/1903-05-20")),
        "day-month": (("24 de agosto", "--08-24"), ("martes 3 de mayo", "--05-03")),
        "days-month-year": (("3-5 de mayo de 1850", "1850-05-03/1850-05-05"),),
        "numeric": (("5/10/1894", "1894-10-05"),),
        "away": (("5 del corriente", ""), ("11 de este mes", "")),
        "year": (("el año 1848", "1848"),),
    },
    counterexamples=("3 y 4", "n. 5/6 94", "a las 10.30", "3,50 pesetas", "5 en casa", "3 mares"),
)
