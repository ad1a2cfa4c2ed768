"""Czech letters as letters name them: Váš dopis ze dne 3. května; můj dopis z 5. června."""

from __future__ import annotations

from teiedit.recognise.letters._words import Letters

LETTERS = Letters(
    letter="dopis",
    title="{genre}: {sender} – {addressee}",
    yours=r"tv(?:ůj|uj|ého|ůj|ém|oje|é)|v(?:áš|aš|ašeho|ašem|aše)",
    ours=r"m(?:ůj|uj|ého|ém|oje|é)|n(?:áš|ašeho|ašem|aše)",
    nouns=r"dopis(?:u|em|y|ů)?|list(?:u|em|y|ek)?|telegram(?:u|em)?|psaní|přípis(?:u|em)?|pohled(?:u|nice)?",
    links=r"ze?(?:\s+(?:dne|d\.))?|datovan(?:ý|ého)",
    follows=True,
    day=r"(?P<day>\d{1,2}\.)(?!\s?\d)(?!\s+[a-zěščřžýáíéúůň])",
    examples=(
        ("Děkuji za Váš dopis ze dne 3. května 1862.", "yours", "3. května 1862"),
        ("dopis Váš z 5. června jsem dostal", "yours", "5. června"),
        ("v mém dopisu z 28. prosince", "ours", "28. prosince"),
    ),
    counterexamples=("Váš dopis došel 3. května", "události z 3. května"),
)
