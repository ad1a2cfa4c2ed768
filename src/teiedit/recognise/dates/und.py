"""Dates in a language without a file of its own: figures, and names of months that many languages share."""

from __future__ import annotations

from teiedit.recognise.dates._lexicon import Lexicon

LEXICON = Lexicon(
    name="a",
    months=(
        "januarius january januar janvier gennaio enero januari janeiro januarii ianuarii jan",
        "februarius february februar février febbraio febrero februari fevereiro februarii febr feb",
        "martius march märz mars marzo maart março martii",
        "aprilis april avril aprile abril apr",
        "maius may mai maggio mayo mei maio maii maj",
        "junius june juni juin giugno junio junho junii iunii jun",
        "julius july juli juillet luglio julio julho julii iulii jul",
        "augustus august août agosto augusti aug",
        "september septembre settembre septiembre setembro septembris sept sep",
        "october oktober octobre ottobre octubre outubro octobris oct okt",
        "november novembre noviembre novembro novembris nov",
        "december dezember décembre dicembre diciembre dezembro decembris dec dez",
    ),
    weekdays=("", "", "", "", "", "", ""),
    words={},
    ordinals="",
    examples={
        "iso": (("1915-01-11", "1915-01-11"),),
        "day-month-year": (("27 October 1962", "1962-10-27"), ("3 Aprilis 1512", "1512-04-03")),
        "numeric": (("27. 10. 1962", "1962-10-27"), ("27.X.1962", "1962-10-27")),
    },
    counterexamples=("5.6", "3/4"),
)
