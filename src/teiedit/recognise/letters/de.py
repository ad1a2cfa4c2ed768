"""German letters as letters name them: Ihr Schreiben vom 3. d. M.; mein Brief vom 5. Mai; Ihr Geehrtes vom 9."""

from __future__ import annotations

from teiedit.recognise.letters._words import Letters

LETTERS = Letters(
    letter="Brief",
    title="{genre} von {sender} an {addressee}",
    # "ihr Brief" is hers or theirs
    yours=(
        r"(?:Ihr|[Dd]ein|[Ee]uer|[Ee]ur|Dero|Deroselben)(?:e[nrms]?)?(?:\s+(?:Exc\w*|Exz\w*|Hochwohlgeboren|Wohlgeboren|Gnaden)\.?)?|"
        r"Ew\.?\s+\w+\.?"
    ),
    ours=r"(?:[Mm]ein|[Uu]nser)(?:e[nrms]?)?",
    nouns=(
        r"(?:Brief(?!wechsel|tasche|marke)|Schreiben|Karte|Postkarte|Ansichtskarte|Telegramm|Depesche|Zuschrift|Zeilen|"
        r"Billet|Billett|Note|Mitt[h]?eilung|Bericht|Erla(?:ß|ss)|Eilbrief|Geschäftsbrief|Rundschreiben|Meldung|Drahtung)"
    ),
    endings=r"\w{0,2}",
    links=r"(?:(?:datie?rt|geschrieben|de\s+dato)\s+)?(?:vom|von|v\.|d\.\s?d\.|de\s+dato|dd\.)(?:\s+(?:dem|den))?",
    yours_alone=(
        r"(?:Ihr|Dein|Euer|Eur)(?:e[nrms]?)?\s+(?:Geehrte|Werthe|Werte|Geschätzte|Letzte|Liebe|Freundliche|Gefällige)[snrm]?"
    ),
    ours_alone=r"(?:[Mm]ein|[Uu]nser)(?:e[nrms]?)?\s+(?:Letzte|Ergebene|Ergebenste)[snrm]?",
    day=r"(?P<day>\d{1,2}(?:\.(?!\s?\d)|\s?(?:ten|sten|t\.)\b))",
    owned=False,
    to=r"an\s+(?!mich\b|uns\b)(?:[A-ZÄÖÜ]|den\b|die\b|das\b|seine|ihre)",
    folds=False,
    examples=(
        ("Ihr Schreiben vom 3. d. M. habe ich erhalten.", "yours", "3. d. M."),
        ("Auf Ihren freundlichen Brief vom 5. Mai 1862 erwidere ich", "yours", "5. Mai 1862"),
        ("Dein Brief vom 9. kam gestern.", "yours", "9."),
        ("Ihr Geehrtes vom 15ten v. Mts. besitze ich", "yours", "15ten v. Mts."),
        ("Ew. Hochwohlgeboren Schreiben vom 12. März 1849", "yours", "12. März 1849"),
        ("in meinem Schreiben Nr. 12 vom 3. Mai", "ours", "3. Mai"),
        ("der Brief vom 3. Mai ist verloren", "", "3. Mai"),
    ),
    counterexamples=(
        "Ihr Brief kam am 3. Mai",
        "Ihr Brief vom 3. Mai an den Minister",
        "Ihr Briefwechsel von 1862",
        "mein Befinden vom 3. Mai",
    ),
)
