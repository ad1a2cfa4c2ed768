"""Danish letters as letters name them: Deres brev af 3. maj; mit brev fra 5. juni."""

from __future__ import annotations

from teiedit.recognise.letters._words import Letters

LETTERS = Letters(
    letter="brev",
    title="{genre} fra {sender} til {addressee}",
    yours=r"dit|din|dine|deres|eders?|jert|jeres",
    ours=r"mit|min|mine|vort|vor|vores",
    nouns=r"brev(?:e|et|kort)?|telegram(?:mer)?|skrivelser?|linjer|linier|note",
    links=r"(?:dateret\s+|dat\.\s?)?(?:af|fra|den|d\.)(?:\s+(?:den|d\.))?",
    day=r"(?P<day>\d{1,2}(?:\.|te|de))(?!\s?\d)",
    examples=(
        ("Tak for Deres brev af 3. maj 1862.", "yours", "3. maj 1862"),
        ("dit kære brev fra den 5. juni", "yours", "5. juni"),
        ("i mit brev af 28. december", "ours", "28. december"),
    ),
    counterexamples=("dit brev kom 3. maj", "krigen af 3. maj"),
)
