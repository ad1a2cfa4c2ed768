"""Czech letters."""

from __future__ import annotations

import re

from teiedit.recognise.formulas._rule import HeadingRule, LineRule, field_rule, foot_rule, word
from teiedit.tools.expressions import expression

GENRES = {"dopis": "letter", "list": "letter", "pohlednice": "letter", "lístek": "letter", "telegram": "telegram"}
FIELDS = {"komu": "to", "od": "from", "datum": "date", "věc": "subject"}
FOOT = {"příloha": "enclosures", "přílohy": "enclosures"}

_DEAR = r"(?:mil[ýáíé]|nejmilejší|milovan[ýáí]|drah[ýáíé]|nejdražší|vážen[ýáíé]|velevážen[ýáíé]|ctěn[ýáíé]|velectěn[ýáí]|slovutn[ýá]|můj|moje|má|moji)"
_WHO = r"(?:(?-i:[A-ZÀ-ŽŁŚŻŹĆ])(?:[\w’'-]|\.(?=\w))*|příteli|přítelkyně|přátelé|bratře|sestro|pane|paní|slečno|matko|otče|maminko|tatínku|synu|dcero|mistře|profesore|kolego|strýče|teto|a|můj|moje|drah[ýá]|mil[ýá])"
_NEXT = word(_DEAR, _WHO)
_FEEL = word(
    r"upřímn[ýá]|oddan[ýá]|věrn[ýá]|star[ýá]|přítel|bratr|sestra|syn|dcera|vždy|a|milující|vděčn[ýá]|srdečně|zcela|poslušn[ýá]|služebník"
)

LINES = (
    LineRule(
        "cs.salute",
        "salute",
        expression(
            rf"(?=.{{4,90}}$)(?:(?:můj|moje|má|moji)\s+)?{word(_DEAR)}(?:[,.]?\s+{_NEXT}){{0,7}}\s*[,.:!]?\s*[-–—]*$",
            re.IGNORECASE,
        ),
        4,
        "high",
        "a salutation such as Milý příteli,",
        ("Milý příteli,", "Drahá matko!", "Vážený pane profesore,"),
        ("Milý byl ten dům.", "Můj bratr přišel včera."),
    ),
    LineRule(
        "cs.run-in",
        "runin",
        expression(
            rf"(?:(?:můj|moje|má|moji)\s+)?{word(_DEAR)}(?:[,.]?\s+{_NEXT}){{1,6}}?\s*[,:!]\s*[–—-]*\s+(?=\S)(?:(?=.{{20}})|(?<=.{{45}}))",
            re.IGNORECASE,
        ),
        4,
        "high",
        "a salutation that runs into the first paragraph",
        ("Milý příteli, děkuji Ti za dopis, který mne potěšil.",),
        ("Můj bratr přišel včera, ale hned odešel.",),
    ),
    LineRule(
        "cs.possessive",
        "valediction",
        expression(
            rf"(?=.{{2,80}}$)(?:(?:srdečně\s+(?:tě|vás)\s+zdraví|zdraví\s+\w+|vždy|s\s+pozdravem)[,]?\s+)?(?:tvůj|tvoje|tvá|váš|vaše)(?:\s+{_FEEL})*\s*[.,!]?$",
            re.IGNORECASE,
        ),
        5,
        "high",
        "a complimentary close such as Tvůj oddaný",
        ("Tvůj oddaný", "Váš", "Vždy Tvůj"),
        ("Tvůj dopis došel.",),
    ),
    LineRule(
        "cs.closing-words",
        "valediction",
        expression(
            r"(?=.{3,90}$)(?:s\s+(?:\w+\s+)?(?:úctou|pozdravem|přátelstvím)|v\s+úctě|srdečn[ěýé]\b|zdraví\b|pozdrav\w*|líbám|sbohem|buď\s+zdráv)",
            re.IGNORECASE,
        ),
        2.5,
        "medium",
        "a line with the words of a complimentary close",
        ("S úctou", "Srdečně Tě zdraví", "V úctě"),
        ("S tebou",),
    ),
    LineRule(
        "cs.signed-possessive",
        "signed",
        expression(rf"(?i:tvůj|tvoje|tvá|váš|vaše)(?:\s+{_FEEL})*(?:\s+[A-ZÀ-ŽŁŚŻŹĆ][\w.’'-]*){{1,3}}[.,]?$"),
        3,
        "medium",
        "a close and a name on one line",
        ("Tvůj Josef",),
        ("Tvůj dopis",),
    ),
    LineRule(
        "cs.postscript",
        "postscript",
        expression(r"(?:P\.?\s?S\.?|N\.?\s?B\.?|Dodatek)(?=[\s:.—–-])"),
        5,
        "high",
        "a paragraph that begins with P.S.",
        ("P.S. 3", "NB. 5"),
        ("PSX",),
    ),
    field_rule("cs", FIELDS, ("Věc: uhlí", "Komu: Josef Halík"), ("Od Prahy",)),
    foot_rule("cs", FOOT, ("2 přílohy",), ("Příloha k dopisu",)),
)


_PARTY = r"[^,;:()]{2,80}?"
_NAME = r"[A-ZÀ-ŽŁŚŻŹĆ][\w.’'-]*(?:\s+(?:[A-ZÀ-ŽŁŚŻŹĆ][\w.’'-]*|z|von|a)){1,5}"

HEADINGS = (
    HeadingRule(
        "cs.from-to",
        expression(
            rf"(?P<genre>{'|'.join(GENRES)})\s+(?:od)\s+(?P<sender>{_PARTY})\s+(?:pro)\s+(?P<addressee>{_PARTY})",
            re.IGNORECASE,
        ),
        GENRES,
        "high",
        'sender and addressee read from a heading of the form "Dopis od A pro B"',
        (("Dopis od Josefa Krále pro Annu Novou", "Josefa Krále", "Annu Novou"),),
        ("Dopis z domu",),
    ),
)
