"""Italian letters as letters name them: la sua lettera del 3 corrente; la mia del 5 maggio; lettera vostra delli 9."""

from __future__ import annotations

from teiedit.recognise.letters._words import Letters

LETTERS = Letters(
    letter="lettera",
    title="{genre} di {sender} a {addressee}",
    yours=r"su[aoe]|tu[aoe]|vostr[aoe]",
    ours=r"mi[aoe]|nostr[aoe]",
    nouns=r"letter[ae]|cartolin[ae]|telegramm[ai]|bigliett[oi]|dispacci?o?|note?|not[ae]|fogli[oa]?|missiv[ae]",
    links=r"(?:in\s+data\s+|datat[ae]\s+)?(?:del(?:li|l['’])?|dei|di|de['’])|in\s+data",
    yours_alone=r"la\s+(?:\w+\s+)?(?:sua|tua|vostra)|(?:pregiata|gradita|stimata|ultima)\s+(?:sua|vostra)",
    ours_alone=r"la\s+(?:\w+\s+)?mia",
    behind=r"(?:(?:così|tanto)\s+)?[a-zàèéìòù]{4,}",
    follows=True,
    day=r"(?P<day>\d{1,2})\b(?!\s?(?:[.,/-]\s?\d|%|per\s|di\s))",
    examples=(
        ("Ho ricevuto la sua lettera del 5 corrente.", "yours", "5 corrente"),
        ("la tua cara lettera del 3 maggio 1862", "yours", "3 maggio 1862"),
        ("Rispondo alla lettera vostra del 9.", "yours", "9"),
        ("con la mia lettera del 28 dicembre", "ours", "28 dicembre"),
        ("la vostra delli 3 maggio", "yours", "3 maggio"),
    ),
    counterexamples=("la sua lettera è arrivata il 3 maggio", "la sua nota del 3 per cento", "i fatti del 3 maggio"),
)
