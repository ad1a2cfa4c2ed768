"""Dutch letters as letters name them: uw brief van den 3den dezer; mijn schrijven van 5 mei; uw geëerde van 9 mei."""

from __future__ import annotations

from teiedit.recognise.letters._words import Letters

LETTERS = Letters(
    letter="brief",
    title="{genre} van {sender} aan {addressee}",
    yours=r"uwe?n?|uwer|jouw?|je|u\s?ed?\.?",
    ours=r"mijne?n?|m['’]n|onze?n?|ons",
    nouns=r"brieven|brief(?:je|kaart)?|schrijven|telegram(?:men)?|missiven?|letteren|nota|kaart(?:je)?|depêche",
    links=r"(?:gedateerd|gedagteekend)?\s*(?:van|d\.\s?d\.|dd\.)(?:\s+den?)?|gedateerd",
    yours_alone=r"uwe?\s+(?:geëerde|geachte|laatste|waarde|letteren)|de\s+uwe",
    ours_alone=r"mijne?\s+laatste|de\s+mijne",
    day=r"(?P<day>\d{1,2}(?:\s?(?:en|sten|den|ste|de|e)))\b",
    examples=(
        ("Uw brief van den 3den dezer heb ik ontvangen.", "yours", "3den dezer"),
        ("uw vriendelijk schrijven van 5 mei 1862", "yours", "5 mei 1862"),
        ("je briefje van den 9den kwam gisteren", "yours", "9den"),
        ("in mijn brief van 28 december", "ours", "28 december"),
    ),
    counterexamples=("uw brief kwam op 3 mei", "de gebeurtenissen van 3 mei", "uw zaak van 3 mei"),
)
