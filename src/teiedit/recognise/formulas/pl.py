"""Polish letters."""

from __future__ import annotations

import re

from teiedit.recognise.formulas._rule import HeadingRule, LineRule, field_rule, foot_rule, word
from teiedit.tools.expressions import expression

GENRES = {
    "list": "letter",
    "kartka": "letter",
    "pocztówka": "letter",
    "depesza": "telegram",
    "telegram": "telegram",
    "notatka": "note",
}
FIELDS = {"do": "to", "od": "from", "data": "date", "dotyczy": "subject", "dot": "subject"}
FOOT = {"załącznik": "enclosures", "załączniki": "enclosures"}

_DEAR = r"(?:kochan[yaei]|najdroższ[yae]|drog[ia]e?|najukochańsz[yae]|szanown[yaei]|wielce|wielmożn[yaei]|jaśnie|mił[yaei]|łaskaw[yaei]|czcigodn[yaei]|mój|moja|moi)"
_WHO = r"(?:(?-i:[A-ZÀ-ŽŁŚŻŹĆ])(?:[\w’'-]|\.(?=\w))*|bracie|siostro|panie|pani|państwo|panowie|przyjacielu|przyjaciele|matko|ojcze|mamo|tato|synu|córko|wuju|ciociu|kolego|profesorze|dobrodzieju|i|mój|moja|kochan[yae]|drog[ia])"
_NEXT = word(_DEAR, _WHO)
_FEEL = word(
    r"szczerze|kochając[ya]|oddan[ya]|życzliw[ya]|wierny|wierna|przyjaciel|brat|siostra|syn|córka|sługa|zawsze|i|stary|całym|sercem|przywiązan[ya]|najniższy|uniżony"
)

LINES = (
    LineRule(
        "pl.salute",
        "salute",
        expression(
            rf"(?=.{{4,90}}$)(?:(?:mój|moja|moi)\s+)?{word(_DEAR)}(?:[,.]?\s+{_NEXT}){{0,7}}\s*[,.:!]?\s*[-–—]*$",
            re.IGNORECASE,
        ),
        4,
        "high",
        "a salutation such as Kochany Bracie!",
        ("Kochany Bracie!", "Droga Mamo,", "Szanowny Panie Profesorze!"),
        ("Drogi był ten dom.", "Mój brat przyszedł wczoraj."),
    ),
    LineRule(
        "pl.run-in",
        "runin",
        expression(
            rf"(?:(?:mój|moja|moi)\s+)?{word(_DEAR)}(?:[,.]?\s+{_NEXT}){{1,6}}?\s*[,:!]\s*[–—-]*\s+(?=\S)(?:(?=.{{20}})|(?<=.{{45}}))",
            re.IGNORECASE,
        ),
        4,
        "high",
        "a salutation that runs into the first paragraph",
        ("Kochany Bracie, list Twój odebrałem wczoraj i odpisuję.",),
        ("Mój brat przyszedł wczoraj, ale zaraz wyszedł.",),
    ),
    LineRule(
        "pl.possessive",
        "valediction",
        expression(
            rf"(?=.{{2,80}}$)(?:(?:ściskam\s+\w+|całuję\s+\w+|zawsze|szczerze)[,]?\s+)?(?:twój|twoja|wasz|wasza|pański|pańska)(?:\s+{_FEEL})*\s*[.,!]?$",
            re.IGNORECASE,
        ),
        5,
        "high",
        "a complimentary close such as Twój szczerze kochający",
        ("Twój szczerze kochający", "Zawsze Twój", "Twój brat"),
        ("Twój list doszedł.",),
    ),
    LineRule(
        "pl.closing-words",
        "valediction",
        expression(
            r"(?=.{3,90}$)(?:z\s+(?:\w+\s+)?(?:poważaniem|szacunkiem|wyrazami)|ściskam|całuję|pozdrawiam|pozdrowienia|bądź\s+zdr\w+|bywaj|serdecznie|kłaniam\s+się)",
            re.IGNORECASE,
        ),
        2.5,
        "medium",
        "a line with the words of a complimentary close",
        ("Z poważaniem", "Ściskam Cię serdecznie", "Bądź zdrów"),
        ("Z Krakowa",),
    ),
    LineRule(
        "pl.signed-possessive",
        "signed",
        expression(
            rf"(?i:twój|twoja|wasz|wasza|pański|pańska)(?:\s+{_FEEL})*(?:\s+[A-ZÀ-ŽŁŚŻŹĆ][\w.’'-]*){{1,3}}[.,]?$"
        ),
        3,
        "medium",
        "a close and a name on one line",
        ("Twój Stanisław",),
        ("Twój list",),
    ),
    LineRule(
        "pl.postscript",
        "postscript",
        expression(r"(?:P\.?\s?S\.?|N\.?\s?B\.?|Dopisek)(?=[\s:.—–-])"),
        5,
        "high",
        "a paragraph that begins with P.S.",
        ("P.S. 3", "NB. 5"),
        ("PSX",),
    ),
    field_rule("pl", FIELDS, ("Dotyczy: węgla", "Data: 3 maja"), ("Do domu",)),
    foot_rule("pl", FOOT, ("2 załączniki",), ("Załącznik do listu",)),
)


_PARTY = r"[^,;:()]{2,80}?"
_NAME = r"[A-ZÀ-ŽŁŚŻŹĆ][\w.’'-]*(?:\s+(?:[A-ZÀ-ŽŁŚŻŹĆ][\w.’'-]*|z|von|i)){1,5}"

HEADINGS = (
    HeadingRule(
        "pl.from-to",
        expression(
            rf"(?P<genre>{'|'.join(GENRES)})\s+(?:od)\s+(?P<sender>{_PARTY})\s+(?:do)\s+(?P<addressee>{_PARTY})",
            re.IGNORECASE,
        ),
        GENRES,
        "high",
        'sender and addressee read from a heading of the form "List od A do B"',
        (("List od Jana Nowaka do Anny Kos", "Jana Nowaka", "Anny Kos"),),
        ("List z domu",),
    ),
    HeadingRule(
        "pl.a-to-b",
        expression(rf"(?P<sender>{_NAME})\s+(?:do)\s+(?P<addressee>{_NAME}|[A-ZÀ-ŽŁŚŻŹĆ]\w+)"),
        {},
        "medium",
        'sender and addressee read from a heading of the form "A do B"',
        (("Jan Nowak do Anny Kos", "Jan Nowak", "Anny Kos"),),
        ("Droga do domu",),
    ),
)
