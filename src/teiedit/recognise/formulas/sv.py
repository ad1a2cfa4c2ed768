"""Swedish letters."""

from __future__ import annotations

import re

from teiedit.recognise.formulas._rule import HeadingRule, LineRule, field_rule, foot_rule, word
from teiedit.tools.expressions import expression

GENRES = {"brev": "letter", "brevkort": "letter", "vykort": "letter", "skrivelse": "letter", "telegram": "telegram"}
FIELDS = {"till": "to", "från": "from", "datum": "date", "ärende": "subject", "angående": "subject"}
FOOT = {"bilaga": "enclosures", "bilagor": "enclosures"}

_DEAR = r"(?:kära|käre|käraste|bäste|bästa|älskade|högtärade|högt\s+ärade|ärade|vördade|högädle|min|mitt|gode|hedervärde|älskling)"
_WHO = r"(?:(?-i:[A-ZÀ-ŽŁŚŻŹĆ])(?:[\w’'-]|\.(?=\w))*|vän(?:ner)?|bror|broder|syster|mor|moder|far|fader|son|dotter|herr|fru|fröken|professor|och|av|farbror|moster|faster|barn|lilla|egen|käre|gamle)"
_NEXT = word(_DEAR, _WHO)
_FEEL = word(
    r"tillgivn[ae]|tillgifn[ae]|trogn[ae]|gamle|gamla|vän|bror|broder|son|dotter|syster|mor|far|ödmjuke|ödmjukaste|tjänare|tjenare|alltid|och|mycket|förbundne|högaktningsfullt|egen|lydige|hörsamme"
)

LINES = (
    LineRule(
        "sv.salute",
        "salute",
        expression(
            rf"(?=.{{4,90}}$)(?:(?:min|mina|mitt)\s+)?{word(_DEAR)}(?:[,.]?\s+{_NEXT}){{0,7}}\s*[,.:!]?\s*[-–—]*$",
            re.IGNORECASE,
        ),
        4,
        "high",
        "a salutation such as Käre vän!",
        ("Käre vän!", "Kära mor,", "Högtärade Herr Professor!"),
        ("Kära är de som gått.", "Min bror kom hit."),
    ),
    LineRule(
        "sv.run-in",
        "runin",
        expression(
            rf"(?:(?:min|mina|mitt)\s+)?{word(_DEAR)}(?:[,.]?\s+{_NEXT}){{1,6}}?\s*[,:!]\s*[–—-]*\s+(?=\S)(?:(?=.{{20}})|(?<=.{{45}}))",
            re.IGNORECASE,
        ),
        4,
        "high",
        "a salutation that runs into the first paragraph",
        ("Käre vän, tack för ditt brev som kom i går.",),
        ("Min bror kom hit i går, och han mår bra.",),
    ),
    LineRule(
        "sv.possessive",
        "valediction",
        expression(
            rf"(?=.{{2,80}}$)(?:(?:hälsningar\s+från|med\s+\w+|alltid|ständigt|tecknar)[,]?\s+)?(?:din|ditt|dina|er|eder|edert)(?:\s+{_FEEL})*\s*[.,!]?$",
            re.IGNORECASE,
        ),
        5,
        "high",
        "a complimentary close such as Din tillgivne",
        ("Din tillgivne", "Eder ödmjuke tjänare", "Din gamle vän"),
        ("Din bok kom.",),
    ),
    LineRule(
        "sv.closing-words",
        "valediction",
        expression(
            r"(?=.{3,90}$)(?:(?:hjärtliga|vänliga|många|bästa|varma)\s+hälsningar|hälsningar|högaktningsfullt|vänligen|tillgivet|med\s+(?:\w+\s+)?(?:högaktning|vänskap|vördnad|hälsning\w*)|farväl|adjö|lev\s+väl)",
            re.IGNORECASE,
        ),
        2.5,
        "medium",
        "a line with the words of a complimentary close",
        ("Hjärtliga hälsningar", "Högaktningsfullt", "Med utmärkt högaktning"),
        ("Med tåget",),
    ),
    LineRule(
        "sv.signed-possessive",
        "signed",
        expression(rf"(?i:din|ditt|dina|er|eder|edert)(?:\s+{_FEEL})*(?:\s+[A-ZÀ-ŽŁŚŻŹĆ][\w.’'-]*){{1,3}}[.,]?$"),
        3,
        "medium",
        "a close and a name on one line",
        ("Din Axel",),
        ("Din bok",),
    ),
    LineRule(
        "sv.postscript",
        "postscript",
        expression(r"(?:P\.?\s?S\.?|N\.?\s?B\.?|Efterskrift)(?=[\s:.—–-])"),
        5,
        "high",
        "a paragraph that begins with P.S.",
        ("P.S. 3", "NB. 5"),
        ("PSX",),
    ),
    field_rule("sv", FIELDS, ("Ärende: kol", "Till: Axel"), ("Till dig",)),
    foot_rule("sv", FOOT, ("2 bilagor",), ("Bilaga till brev",)),
)

TO = "till"

_PARTY = r"[^,;:()]{2,80}?"
_NAME = r"[A-ZÀ-ŽŁŚŻŹĆ][\w.’'-]*(?:\s+(?:[A-ZÀ-ŽŁŚŻŹĆ][\w.’'-]*|von|af|av|och|de)){1,5}"

HEADINGS = (
    HeadingRule(
        "sv.from-to",
        expression(
            rf"(?P<genre>{'|'.join(GENRES)})\s+(?:från|av|af)\s+(?P<sender>{_PARTY})\s+(?:till)\s+(?P<addressee>{_PARTY})",
            re.IGNORECASE,
        ),
        GENRES,
        "high",
        'sender and addressee read from a heading of the form "Brev från A till B"',
        (("Brev från Axel Berg till Karin Ek", "Axel Berg", "Karin Ek"),),
        ("Brev i går",),
    ),
    HeadingRule(
        "sv.a-to-b",
        expression(rf"(?P<sender>{_NAME})\s+(?:till)\s+(?P<addressee>{_NAME}|[A-ZÀ-ŽŁŚŻŹĆ]\w+)"),
        {},
        "medium",
        'sender and addressee read from a heading of the form "A till B"',
        (("Axel Berg till Karin Ek", "Axel Berg", "Karin Ek"),),
        ("Resa till sjöss",),
    ),
)
