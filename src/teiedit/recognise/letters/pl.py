"""Polish letters as letters name them: Twój list z dnia 3 maja; mój list z 5 czerwca."""

from __future__ import annotations

from teiedit.recognise.letters._words import Letters

LETTERS = Letters(
    letter="list",
    title="{genre}: {sender} do {addressee}",
    yours=r"tw(?:ój|oj|ego|ojego|oim|oją|oja|e)|wasz(?:ego|ym|a|ą)?|pański(?:ego|m)?|pana|pani",
    ours=r"m(?:ój|oj|ego|ojego|oim|oją|oja)|nasz(?:ego|ym|a|ą)?",
    nouns=r"list(?:u|em|y|ów)?|liście|telegram(?:u|em|ie)?|depesz(?:a|ę|y)|kartk(?:a|ę|i)|pism(?:o|a|em)|not(?:a|ę|y)",
    links=r"z(?:\s+(?:dnia|dn\.|d\.))?|datowan(?:y|ego|a)",
    follows=True,
    day=r"(?P<day>\d{1,2})(?:-go|go)?\b(?!\s?[\d%.])(?!\s+[a-ząćęłńóśźż])",
    examples=(
        ("Dziękuję za Twój list z dnia 3 maja 1862.", "yours", "3 maja 1862"),
        ("list Pański z 5 czerwca otrzymałem", "yours", "5 czerwca"),
        ("w moim liście i w moim telegramie z 28 grudnia", "ours", "28 grudnia"),
    ),
    counterexamples=("Twój list nadszedł 3 maja", "wypadki z 3 maja"),
)
