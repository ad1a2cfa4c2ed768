"""Swedish letters as letters name them: Ert brev av den 3 maj; mitt brev den 5 juni."""

from __future__ import annotations

from teiedit.recognise.letters._words import Letters

LETTERS = Letters(
    letter="brev",
    title="{genre} från {sender} till {addressee}",
    yours=r"ditt|din|dina|edert|eder|edra|ert|er|era",
    ours=r"mitt|min|mina|vårt|vår|våra",
    nouns=r"bre[vf](?:kort)?|telegram|skri(?:f)?velse|rader|biljett|not",
    links=r"(?:daterat\s+|dat\.\s?)?(?:av|af|från|den)(?:\s+den)?",
    day=r"(?P<day>\d{1,2}(?::?e|:de|\.)?)\b(?!\s?[\d%])(?!\s+[a-zåäö])",
    examples=(
        ("Tack för Ert brev av den 3 maj 1862.", "yours", "3 maj 1862"),
        ("ditt kära brev den 5 juni", "yours", "5 juni"),
        ("i mitt brev av den 28 december", "ours", "28 december"),
    ),
    counterexamples=("ditt brev kom 3 maj", "kriget av den 3 maj"),
)
