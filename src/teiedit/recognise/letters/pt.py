"""Portuguese letters as letters name them: a sua carta de 3 de maio; o meu ofício n.º 12 de 5 de junho."""

from __future__ import annotations

from teiedit.recognise.letters._words import Letters

LETTERS = Letters(
    letter="carta",
    title="{genre} de {sender} a {addressee}",
    yours=r"tuas?|suas?|vossas?|teus?|seus?",
    ours=r"minhas?|nossas?|meus?|nossos?",
    nouns=r"carta|postal|telegrama|bilhete|of[ií]cio|nota|despacho",
    endings=r"s?",
    links=r"(?:datad[ao]s?\s+)?(?:de|do|em)(?:\s+dia)?",
    yours_alone=r"a\s+(?:tua|sua|vossa)",
    ours_alone=r"a\s+minha",
    behind=r"(?:(?:tão|muito)\s+)?[a-zàáâãçéêíóôõú]{4,}",
    day=r"(?P<day>\d{1,2})\b(?!\s?(?:[.,/-]\s?\d|%|por\s|de\s))",
    examples=(
        ("Recebi a sua carta de 3 de maio de 1862.", "yours", "3 de maio de 1862"),
        ("a tua carta do dia 9", "yours", "9"),
        ("no meu ofício de 5 de junho", "ours", "5 de junho"),
    ),
    counterexamples=("a sua carta chegou a 3 de maio", "a sua nota de 3 por cento", "os factos de 3 de maio"),
)
