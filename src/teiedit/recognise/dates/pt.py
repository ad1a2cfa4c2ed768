"""Portuguese dates: 27 de outubro de 1962; 5 de Março; 3 do corrente."""

from __future__ import annotations

from teiedit.recognise.dates._lexicon import LAST, NEXT, Lexicon

LEXICON = Lexicon(
    name="a Portuguese",
    months=(
        "janeiro jan",
        "fevereiro fev",
        "março mar",
        "abril abr",
        "maio",
        "junho jun",
        "julho jul",
        "agosto ago",
        "setembro set 7bro",
        "outubro out 8bro",
        "novembro nov 9bro",
        "dezembro dez 10bro",
    ),
    weekdays=("segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira", "sábado", "domingo"),
    words={
        "l": "a o em aos no dia",
        "f": "de do d'",
        "&": "e",
        "O": "ou",
        "R": "até",
        "B": "antes",
        "G": "depois",
        "C": "cerca",
        "Z": "entre",
        "p": "manhã tarde noite",
        "#": "n no num p pp pag cap art vol fol",
    },
    values={
        "t": {"corrente": 0},
        "T": {"passado": LAST, "próximo": NEXT},
    },
    phrases={"do corrente": ("t", 0), "do passado": ("t", -1), "deste mês": ("t", 0), "no ano de": ("Y", 0)},
    ordinals="o º °",
    small=True,
    examples={
        "day-month-year": (("27 de outubro de 1962", "1962-10-27"), ("5 de Março de 1848", "1848-03-05")),
        "month-year": (("julho de 1920", "1920-07"),),
        "day-month": (("24 de agosto", "--08-24"),),
        "numeric": (("5/10/1894", "1894-10-05"),),
    },
    counterexamples=("3 e 4", "n. 5/6 94", "5 maias"),
)
