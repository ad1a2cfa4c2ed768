"""Latin letters of the humanists, reformers and scholars, who kept the forms of Cicero: A B salutem."""

from __future__ import annotations

import re

from teiedit.recognise.formulas._rule import HeadingRule, LineRule, word
from teiedit.tools.expressions import expression

GENRES = {"epistola": "letter", "epistula": "letter", "litterae": "letter", "literae": "letter"}

# S. P. D., S. D., s. p.; salutem plurimam dicit; salutem in Christo
_SALUTEM = (
    r"(?:S\.?\s?P\.?\s?D\.|S\.\s?D\.(?:\s?P\.)?|S\.\s?P\.|S\.\s?T\.\s?[QP]\.|Sal(?:utem|\.)(?=[\s.,]|$)(?:\s+(?:plurimam|dicit|d\.|p\.|multam|optat))*|Salve(?:te)?\b|"
    r"(?:Gratiam?|Pacem|Pax)\b[^.!?]{3,80}?\b(?:Christ\w*|Deo|Domin\w+|Iesu\w*|Jesu\w*)\b[^.!?,]{0,40}(?=[.,!]))"
)
_VOCATIVE = (
    r"(?:(?i:mi|vir|domine|d\.|amice|frater|pater|magister|doctor|praeceptor|patrone|fautor|reverende?|venerande|observande|colende|charissime|carissime|doctissime|clarissime|"
    r"ornatissime|humanissime|eruditissime|optime|suavissime|amicissime|generose|nobilis|honorande|dilecte|praeclare|integerrime|in\s+(?:domino|christo)|\w{3,}issime|et|ac|atque|&|"
    r"semper|mihi|plurimum|domino|maior)|[A-Z](?:[\w-]|\.(?=\w))*)"
)
_HEAD = r"(?:(?:Vir|Domine|Amice|Frater|Pater|Magister|Praeceptor|Patrone|Reverende|Venerande|Optime|Generose|Mi|[A-Z]\w{3,}issime)\b)"
_WISH = r"(?:in\s+(?:Domino|Christo|Iesu|Jesu|Deo)\b|feliciter|diu|semper|iterum|et\s+(?:me|salve|nos)\b|am[ae]\w*|dilig\w+|commend\w+|amar\w*|perge|ut\s+(?:soles|facis)|mi\b|frater|amice|vir|quam\s+optime|\w{3,}issime|cum\b|atque|ac|(?-i:[A-Z])\w+)"
_MINE = (
    r"(?:ex\s+animo|ex\s+asse|totus|semper|addictiss\w*\.?|studiosiss\w*\.?|deditiss\w*\.?|obsequentiss\w*\.?|observantiss\w*\.?|amantiss\w*\.?|fidelis|frater|amicus|servus|filius|"
    r"discipulus|cliens|minister|servitor|addictus|deditus|quantus\s+est|in\s+(?:Domino|Christo|Deo)|ad\s+omnia(?:\s+officia)?|si\s+quid\s+est|et|ac|&|studiosus|humilis|\w{4,}issimus)"
)
_DATIVE = r"(?:[A-Z]\w*(?:o|i|ae)\b|D\.|Dr\.|M\.)"
_NOMINATIVE = r"(?:[A-Z]\w*(?:[b-hj-np-z]|[bcdlmnrst]a)\b|[A-Z]\.)"

LINES = (
    LineRule(
        "la.salutem",
        "salute",
        expression(
            rf"(?=.{{2,120}}$)(?:(?-i:[A-Z]).{{3,80}}\s)?{_SALUTEM}(?:,?\s+(?:in|per|a|ab|et)\b[^.!?]{{0,60}}|,\s+[^.!?]{{2,50}})?[.,!:]?$",
            re.IGNORECASE,
        ),
        5,
        "high",
        "a salutation with salutem or S. P. D.",
        (
            "S. P. D.",
            "Conradus Pistor Ioanni Molitori s. p. d.",
            "Salutem in Domino, frater observande.",
            "S. D. in Domino.",
            "Gratiam et pacem per Christum.",
        ),
        ("Saluta uxorem tuam.", "Gratias ago tibi."),
    ),
    LineRule(
        "la.salute",
        "salute",
        expression(rf"(?=.{{6,100}}$){_HEAD}(?:[,.]?\s+{word(_VOCATIVE)}){{0,8}}\s*[,.:!]$"),
        4,
        "high",
        "a salutation in the vocative",
        ("Vir clarissime,", "Domine et amice colende!", "Doctissime Bosce,", "Mi frater,"),
        ("Mi videtur hoc verum.", "Vir bonus hoc dixit."),
    ),
    LineRule(
        "la.run-in",
        "runin",
        expression(
            rf"(?:(?:[A-Z].{{3,60}}\s)?{_SALUTEM}(?:\s+(?:in|per|a)\s+[^.!?]{{3,50}})?[.,:]?|{_HEAD}(?:[,.]?\s+{word(_VOCATIVE)}){{1,8}}?[,.:!])\s*[–—-]*\s+(?=[^\W\d_])(?:(?=.{{20}})|(?<=.{{45}}))"
        ),
        4.5,
        "high",
        "a salutation that runs into the first paragraph",
        (
            "S. P. D. Quod tam diu ad te non scripsi, vir clarissime, non est.",
            "Salutem. Accepi litteras tuas et libros quos misisti.",
            "Doctissime Bosce, litterae tuae mihi gratissimae fuerunt.",
        ),
        ("Saluta uxorem tuam et collegas omnes et vale.",),
    ),
    LineRule(
        "la.vale",
        "valediction",
        expression(
            rf"(?=.{{4,75}}$)(?:(?:Bene|Iterum|Optime|Feliciter|Sed|Et|Tu|Interim|Raptim)[,]?\s+)*(?:Vale(?:te|as|bis|atis)?|Salve|Deus\s+te\s+(?:servet|conservet))\b"
            rf"(?:,?\s+{_WISH}){{0,8}}\s*[.,!]?$",
            re.IGNORECASE,
        ),
        4.5,
        "high",
        "a farewell such as Bene vale",
        ("Vale.", "Bene vale.", "Vale et me ama", "Vale in Domino, frater", "Bene valete!"),
        ("Valetudo mea bona est.", "Vale dixit et abiit."),
    ),
    LineRule(
        "la.tuus",
        "valediction",
        expression(
            rf"(?=.{{2,80}}$)(?:(?:Totus|Semper|Frater|Amicus)\s+)?(?:Tuus|T\.|Tui|Vester|Vestri|V\.|Tu(?:ae|e)\s+(?:(?!ep|lit)\w+\s+)|Vestrae\s+\w+\s+|V\.\s?[A-Z]\.|T\.\s?[A-Z]\.)[\s,]*(?:{word(_MINE)}[\s,]*)*[.,]?$",
            re.IGNORECASE,
        ),
        5,
        "high",
        "a complimentary close with tuus",
        ("Tuus", "Tuus ex animo", "Tui studiosissimus", "Totus tuus,", "Tuae humanitatis studiosissimus"),
        ("Tuus liber venit.", "Tuae litterae"),
    ),
    LineRule(
        "la.signed-tuus",
        "signed",
        expression(
            rf"(?:(?:Totus|Semper)\s+)?(?:Tuus|T\.|Vester|T\.\s?T\.)\s+(?:{_MINE}\s+)*(?:(?:[A-Z][\w.-]*|a|de|von|ab)\s*){{1,4}}[.,]?$|"
            r"(?:[A-Z][\w.-]*\s+){1,3}(?:tuus|vester|tuus\s+totus|tuus\s+ex\s+animo)[.,]?$"
        ),
        4,
        "medium",
        "tuus and a name on one line",
        ("Tuus Conradus", "Tuus ex animo H. Ferrarius.", "T. Marcus", "H. Ferrarius tuus"),
        ("Tuus", "Tuus liber", "Liber tuus venit"),
    ),
    LineRule(
        "la.calends",
        "dateline",
        expression(
            r"(?=.{8,90}$)(?-i:[A-Z])[^!?;]{0,50}\b(?:[CK]al(?:end(?:as|is|arum)?)?|Non(?:as|is|arum)?|Id(?:us|ibus|uum)?)\b\.?\s+[^!?;]{2,40}\b1[3-7]\d\d\.?$",
            re.IGNORECASE,
        ),
        4,
        "high",
        "a dateline in the Roman calendar",
        (
            "Basileae, pridie Calendas Iunii 1544.",
            "Tiguri IIII. Idus Maias, anno 1560",
            "Ex aedibus nostris, 3. Non. Octobris 1533",
        ),
        ("Idus Martiae Caesari fatales fuerunt.",),
    ),
    LineRule(
        "la.address",
        "address",
        expression(
            r"(?=.{12,160}$)(?:(?:\w{2,}iss(?:im)?\.?[oi]?s?|Docto|Pio|Reverendo|Venerabili|Venerando|Generoso|Nobili|Honesto|Eximio|Erudito|Praestanti|Integerrimo|Ornato|Prudenti|Eruditione|Pietate),?\s+(?:(?:ac|et|atque|&|in|Christo|pietate|doctrina|[a-z]{3,})[,]?\s+){0,6})?"
            r"(?:[Vv]iro|[Dd]omino|D\.|[Ff]ratri|[Pp]atri|[Mm]agistro|[Dd]octori|[Aa]mico|[Vv]iris|[Pp]raeceptori)(?=\s).{3,140}$"
        ),
        4,
        "high",
        "an address in the dative",
        (
            "Clarissimo viro D. Petro Bosco, amico suo colendo.",
            "Reverendo viro domino Ioanni Piscatori",
            "D. Henrico Lapidano, Tiguri",
        ),
        ("Viro bono.",),
    ),
    LineRule(
        "la.postscript",
        "postscript",
        expression(r"(?:P\.\s?S\.|N\.\s?B\.|Post\s?scripta?|Postscriptum)(?=[\s:.—–-])"),
        5,
        "high",
        "a paragraph that begins with P. S. or Postscripta",
        ("P. S. Saluta fratres.", "Post scripta. Nunc audio"),
        ("Postquam haec scripsi",),
    ),
)

TO = "ad"
AND = "et"

_PARTY = r"[^,;:()]{2,80}?"

HEADINGS = (
    HeadingRule(
        "la.a-b-salutem",
        expression(
            rf"(?P<sender>{_NOMINATIVE}(?:\s+{_NOMINATIVE}){{0,2}})\s+(?P<addressee>{_DATIVE}(?:\s+{_DATIVE}){{0,3}})"
            r"(?:\s+(?:suo|fratri|amico|viro|domino|praeceptori|\w+issimo)){0,3}\s+"
            r"(?i:s\.?\s?p\.?\s?d\.?|s\.\s?d|s\.\s?p|s|sal|salutem(?:\s+(?:plurimam|dicit|d|p|dat))*)\.?"
        ),
        {},
        "medium",
        'sender and addressee read from a salutation of the form "A B s. p. d."',
        (
            ("Conradus Pistor Ioanni Molitori s. p. d.", "Conradus Pistor", "Ioanni Molitori"),
            ("Petrus Marco suo salutem dicit", "Petrus", "Marco"),
        ),
        ("Marcus librum legit", "Salutem in Domino"),
    ),
    HeadingRule(
        "la.a-ad-b",
        expression(
            rf"(?:(?P<genre>{'|'.join(GENRES)})\s+)?(?P<sender>(?=[A-Z]){_PARTY})\s+ad\s+(?P<addressee>(?=[A-Z]){_PARTY})"
        ),
        GENRES,
        "medium",
        'sender and addressee read from a heading of the form "A ad B"',
        (("Conradus Pistor ad Ioannem Molitorem", "Conradus Pistor", "Ioannem Molitorem"),),
        ("Additamenta ad librum",),
    ),
)
