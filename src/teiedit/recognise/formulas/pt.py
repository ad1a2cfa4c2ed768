"""Portuguese letters."""

from __future__ import annotations

import re

from teiedit.recognise.formulas._rule import HeadingRule, LineRule, field_rule, foot_rule, word
from teiedit.tools.expressions import expression

GENRES = {
    "carta": "letter",
    "bilhete": "letter",
    "postal": "letter",
    "ofício": "letter",
    "telegrama": "telegram",
    "nota": "note",
}
FIELDS = {"para": "to", "de": "from", "data": "date", "assunto": "subject", "ref": "reference"}
FOOT = {"anexo": "enclosures", "anexos": "enclosures"}

_DEAR = r"(?:querid[oa]s?|car[oa]s?|caríssim[oa]s?|prezad[oa]s?|prezadíssim[oa]s?|estimad[oa]s?|excelentíssim[oa]s?|ex\.?m[oa]\.?|il\.?m[oa]\.?|ilustríssim[oa]|amad[oa]s?|bom|boa|muito|meu|minha|senhor|senhora)"
_WHO = r"(?:(?-i:[A-ZÀ-ŽŁŚŻŹĆ])(?:[\w’'-]|\.(?=\w))*|amig[oa]s?|senhor(?:a|es)?|sr\.?|dr\.?|irmã|irmão|pai|mãe|filh[oa]|ti[oa]|prim[oa]|compadre|colega|e|de|da|do|meu|minha|car[oa]|querid[oa])"
_NEXT = word(_DEAR, _WHO)
_FEEL = word(
    r"muito|sempre|amig[oa]|irmão|irmã|filh[oa]|pai|mãe|servo|servidor|criado|obrigad[oa]|grat[oa]|dedicad[oa]|afeiçoad[oa]|affeiçoad[oa]|atent[oa]|venerador|e|velho|do|da|coração|certo|admirador"
)

LINES = (
    LineRule(
        "pt.salute",
        "salute",
        expression(
            rf"(?=.{{4,90}}$)(?:(?:meu|minha|meus)\s+)?{word(_DEAR)}(?:[,.]?\s+{_NEXT}){{0,7}}\s*[,.:!]?\s*[-–—]*$",
            re.IGNORECASE,
        ),
        4,
        "high",
        "a salutation such as Meu caro amigo,",
        ("Meu caro amigo,", "Querida mãe:", "Prezado Senhor,"),
        ("Caro custou isto.", "Meu irmão veio ontem aqui."),
    ),
    LineRule(
        "pt.run-in",
        "runin",
        expression(
            rf"(?:(?:meu|minha|meus)\s+)?{word(_DEAR)}(?:[,.]?\s+{_NEXT}){{1,6}}?\s*[,:!]\s*[–—-]*\s+(?=\S)(?:(?=.{{20}})|(?<=.{{45}}))",
            re.IGNORECASE,
        ),
        4,
        "high",
        "a salutation that runs into the first paragraph",
        ("Meu caro Paulo, recebi ontem a tua carta e respondo.",),
        ("Caro custou isto a todos, e ainda custa muito.",),
    ),
    LineRule(
        "pt.possessive",
        "valediction",
        expression(
            rf"(?=.{{2,80}}$)(?:(?:um\s+(?:grande\s+)?abraço|saudades|beijos|sou|fico|creia-me|sempre)[,]?\s+)?(?:(?:d[oea]\s+)?(?:teus?|tua|seu|sua|vosso|de\s+v\.\s?\w*\.?))(?:\s+{_FEEL})*\s*[.,!]?$",
            re.IGNORECASE,
        ),
        5,
        "high",
        "a complimentary close such as Um abraço do teu",
        ("Um abraço do teu", "Seu amigo muito grato", "teu irmão"),
        ("Seu livro veio.",),
    ),
    LineRule(
        "pt.closing-words",
        "valediction",
        expression(
            r"(?=.{3,90}$)(?:um\s+(?:grande\s+)?abraço|(?:muitas\s+)?saudades|beijos|adeus|atenciosamente|cordialmente|com\s+(?:toda|a\s+maior|muita|os)\s+\w+|sou\s+(?:com|de)\b|creia\b|deus\s+guarde)",
            re.IGNORECASE,
        ),
        2.5,
        "medium",
        "a line with the words of a complimentary close",
        ("Muitas saudades", "Com toda estima", "Deus guarde a Vossa Excelência"),
        ("Com o tempo",),
    ),
    LineRule(
        "pt.signed-possessive",
        "signed",
        expression(
            rf"(?i:(?:d[oea]\s+)?(?:teus?|tua|seu|sua|vosso|de\s+v\.\s?\w*\.?))(?:\s+{_FEEL})*(?:\s+[A-ZÀ-ŽŁŚŻŹĆ][\w.’'-]*){{1,3}}[.,]?$"
        ),
        3,
        "medium",
        "a close and a name on one line",
        ("Teu Jorge",),
        ("Teu livro",),
    ),
    LineRule(
        "pt.postscript",
        "postscript",
        expression(r"(?:P\.?\s?S\.?|N\.?\s?B\.?|Post-scriptum)(?=[\s:.—–-])"),
        5,
        "high",
        "a paragraph that begins with P.S.",
        ("P.S. 3", "NB. 5"),
        ("PSX",),
    ),
    field_rule("pt", FIELDS, ("Assunto: carvão", "Para: Ministério"), ("De Lisboa ao Porto",)),
    foot_rule("pt", FOOT, ("2 anexos", "Anexo: mapa"), ("Anexo envio",)),
)

TO = "a"

_PARTY = r"[^,;:()]{2,80}?"
_NAME = r"[A-ZÀ-ŽŁŚŻŹĆ][\w.’'-]*(?:\s+(?:[A-ZÀ-ŽŁŚŻŹĆ][\w.’'-]*|de|da|do|dos|e)){1,5}"

HEADINGS = (
    HeadingRule(
        "pt.from-to",
        expression(
            rf"(?P<genre>{'|'.join(GENRES)})\s+(?:de|do|da)\s+(?P<sender>{_PARTY})\s+(?:a|ao|à|para)\s+(?P<addressee>{_PARTY})",
            re.IGNORECASE,
        ),
        GENRES,
        "high",
        'sender and addressee read from a heading of the form "Carta de A a B"',
        (("Carta de Jorge Lima a Rui Faro", "Jorge Lima", "Rui Faro"),),
        ("Carta de ontem",),
    ),
)
