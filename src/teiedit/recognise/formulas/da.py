"""Danish and Norwegian letters."""

from __future__ import annotations

import re

from teiedit.recognise.formulas._rule import HeadingRule, LineRule, field_rule, foot_rule, word
from teiedit.tools.expressions import expression

GENRES = {"brev": "letter", "brevkort": "letter", "postkort": "letter", "skrivelse": "letter", "telegram": "telegram"}
FIELDS = {"til": "to", "fra": "from", "dato": "date", "emne": "subject", "vedrørende": "subject", "vedr": "subject"}
FOOT = {"bilag": "enclosures"}

_DEAR = r"(?:kjære|kære|kiære|kjæreste|kæreste|kjere|bedste|højtærede|højstærede|høistærede|ærede|elskede|højtelskede|gode|min|mit|velbaarne|højvelbaarne)"
_WHO = r"(?:(?-i:[A-ZÀ-ŽŁŚŻŹĆ])(?:[\w’'-]|\.(?=\w))*|ven(?:ner)?|veninde|broder|bror|søster|moder|mor|fader|far|søn|datter|hr\.?|herr|fru|frøken|professor|og|af|onkel|tante|børn|lille|gamle|egen|kære|kjære)"
_NEXT = word(_DEAR, _WHO)
_FEEL = word(
    r"hengivn[ae]|hengivneste|trofaste|trofast|gamle|gammel|ven|veninde|broder|søn|datter|søster|moder|fader|ærbødige|ærbødigste|ærbødigst|tjener|altid|og|meget|forbundne|egen|taknemlige|taknemmelige|inderlig"
)

LINES = (
    LineRule(
        "da.salute",
        "salute",
        expression(
            rf"(?=.{{4,90}}$)(?:(?:min|mine|mit)\s+)?{word(_DEAR)}(?:[,.]?\s+{_NEXT}){{0,7}}\s*[,.:!]?\s*[-–—]*$",
            re.IGNORECASE,
        ),
        4,
        "high",
        "a salutation such as Kjære Ven!",
        ("Kjære Ven!", "Kære Mor,", "Højtærede Hr. Professor!"),
        ("Kære er de, som gik.", "Min broder kom hertil."),
    ),
    LineRule(
        "da.run-in",
        "runin",
        expression(
            rf"(?:(?:min|mine|mit)\s+)?{word(_DEAR)}(?:[,.]?\s+{_NEXT}){{1,6}}?\s*[,:!]\s*[–—-]*\s+(?=\S)(?:(?=.{{20}})|(?<=.{{45}}))",
            re.IGNORECASE,
        ),
        4,
        "high",
        "a salutation that runs into the first paragraph",
        ("Kjære Ven, Tak for Dit Brev, som jeg modtog i Gaar.",),
        ("Min broder kom i Gaar, og han har det godt.",),
    ),
    LineRule(
        "da.possessive",
        "valediction",
        expression(
            rf"(?=.{{2,80}}$)(?:(?:hilsen\s+fra|med\s+\w+|altid|stedse|fra)[,]?\s+)?(?:din|dit|dine|deres|eders)(?:\s+{_FEEL})*\s*[.,!]?$",
            re.IGNORECASE,
        ),
        5,
        "high",
        "a complimentary close such as Din hengivne",
        ("Din hengivne", "Deres ærbødige", "Din gamle ven"),
        ("Din bog kom.",),
    ),
    LineRule(
        "da.closing-words",
        "valediction",
        expression(
            r"(?=.{3,90}$)(?:(?:hjertelig|venlig|kærlig|kjærlig|mange|de\s+bedste|med\s+\w+)\s+hilsen\w*|hilsen\b|ærbødigst|venligst|med\s+(?:\w+\s+)?(?:højagtelse|høiagtelse|agtelse|venskab)|farvel|lev\s+vel)",
            re.IGNORECASE,
        ),
        2.5,
        "medium",
        "a line with the words of a complimentary close",
        ("Venlig hilsen", "Ærbødigst", "Med højagtelse"),
        ("Med toget",),
    ),
    LineRule(
        "da.signed-possessive",
        "signed",
        expression(rf"(?i:din|dit|dine|deres|eders)(?:\s+{_FEEL})*(?:\s+[A-ZÀ-ŽŁŚŻŹĆ][\w.’'-]*){{1,3}}[.,]?$"),
        3,
        "medium",
        "a close and a name on one line",
        ("Din Niels",),
        ("Din bog",),
    ),
    LineRule(
        "da.postscript",
        "postscript",
        expression(r"(?:P\.?\s?S\.?|N\.?\s?B\.?|Efterskrift)(?=[\s:.—–-])"),
        5,
        "high",
        "a paragraph that begins with P.S.",
        ("P.S. 3", "NB. 5"),
        ("PSX",),
    ),
    field_rule("da", FIELDS, ("Emne: kul", "Til: Niels"), ("Til dig",)),
    foot_rule("da", FOOT, ("2 bilag",), ("Bilag til brev",)),
)

TO = "til"

_PARTY = r"[^,;:()]{2,80}?"
_NAME = r"[A-ZÀ-ŽŁŚŻŹĆ][\w.’'-]*(?:\s+(?:[A-ZÀ-ŽŁŚŻŹĆ][\w.’'-]*|von|af|og|de)){1,5}"

HEADINGS = (
    HeadingRule(
        "da.from-to",
        expression(
            rf"(?P<genre>{'|'.join(GENRES)})\s+(?:fra)\s+(?P<sender>{_PARTY})\s+(?:til)\s+(?P<addressee>{_PARTY})",
            re.IGNORECASE,
        ),
        GENRES,
        "high",
        'sender and addressee read from a heading of the form "Brev fra A til B"',
        (("Brev fra Niels Holm til Karen Bech", "Niels Holm", "Karen Bech"),),
        ("Brev i Gaar",),
    ),
    HeadingRule(
        "da.a-to-b",
        expression(rf"(?P<sender>{_NAME})\s+(?:til)\s+(?P<addressee>{_NAME}|[A-ZÀ-ŽŁŚŻŹĆ]\w+)"),
        {},
        "medium",
        'sender and addressee read from a heading of the form "A til B"',
        (("Niels Holm til Karen Bech", "Niels Holm", "Karen Bech"),),
        ("Rejse til søs",),
    ),
)
