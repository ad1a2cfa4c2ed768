"""Dutch letters: merchants and scholars of the seventeenth century, artists and offices of the nineteenth and after."""

from __future__ import annotations

import re

from teiedit.recognise.formulas._rule import HeadingRule, LineRule, field_rule, foot_rule, word
from teiedit.tools.expressions import expression

GENRES = {
    "brief": "letter",
    "briefje": "letter",
    "briefkaart": "letter",
    "ansichtkaart": "letter",
    "prentbriefkaart": "letter",
    "kaart": "letter",
    "missive": "letter",
    "telegram": "telegram",
    "nota": "note",
    "memorandum": "memorandum",
    "rapport": "report",
    "verslag": "report",
    "notulen": "minutes",
}

FIELDS = {
    "aan": "to",
    "van": "from",
    "datum": "date",
    "onderwerp": "subject",
    "betreft": "subject",
    "betr": "subject",
    "kenmerk": "reference",
    "ons kenmerk": "reference",
    "uw kenmerk": "reference",
}
FOOT = {"bijlage": "enclosures", "bijlagen": "enclosures", "bijl": "enclosures", "afschrift aan": "cc"}

_DEAR = (
    r"(?:(?:zeer\s+|seer\s+|hoog|hooggeleerde\s+|wel\s?|veel)?(?:waard|waert|geacht|geëerd|gewaardeerd|geschat|geleerd|edel|edelgeboren|edelgestrenge?|"
    r"eersa[ae]?m|eerzaam|geliefd|gestreng|eerwaard|bemind|discret|discreet)(?:e|ste|e?n|er)?|beste|lieve|liefste|allerliefste|dierbare|goede|oude|"
    r"hoogwelgeboren|weledel\w*|hooged\w*|WelEd\w*\.?|mijne?|myn|voorname|voorsienige|zeer|seer)"
)
_WHO = r"(?:(?-i:[A-ZÄËÏÖÜ])(?:[\w’'-]|\.(?=\w))*|(?i:heeren?|heer|mijnheer|vriend(?:en|in)?|vrindt|neef|neve|broe[dr]\w*|zuster|vader|moeder|oom|tante|kinderen|en|ende|van|de|den|der|wat|mijne?)|&)"
_FEEL = (
    r"(?:ge?heel|gansch|steeds|altijd|altoos|zeer|seer|toegenegen|toegeneg\w*|liefhebbend\w*|dienstwillig\w*|dienstw\.?|dw\.?|dienstvaardig\w*|"
    r"dienstbereid\w*|onderdanig\w*|ootmoedig\w*|gehoorsa\w*|gehoorza\w*|verplicht\w*|dankbar\w*|verknocht\w*|trouw\w*|getrouw\w*|oude|"
    r"genegen\w*|geaffec\w*|affect\w*|ergeb?en\w*|goet?gunstig\w*)"
)
_KIN = r"(?:dienaa?e?r(?:esse)?|dr\.|die?naer|vrie?ndt?(?:in)?|vrindt?|zoon|soon|dochter|broe[dr]\w*|zuster|neef|neve|nicht|vader|moeder|oom|tante|leerling)"
_NEXT = word(_DEAR, _WHO)
_FEELS = word(_FEEL, "en", "ende", "&")

LINES = (
    LineRule(
        "nl.transcript",
        "transcript",
        expression(r"(?:Transcriptie|Afschrift)\b(?=.{0,60}$)(?!.*[.!?]\s+\w)", re.IGNORECASE),
        5,
        "high",
        "a line that names the sheet a transcript",
        ("Transcriptie: brief 7",),
        ("De transcriptie volgt.",),
    ),
    LineRule(
        "nl.reference",
        "reference",
        expression(r"\(?(?:Signatuur|Vindplaats|Inventarisnummer|Bewaarplaats)\b\.?\s*:\s*\S", re.IGNORECASE),
        5,
        "high",
        "a line that gives the archive's reference",
        ("(Vindplaats: Nationaal Archief, inv. 12)",),
        ("De vindplaats is onbekend.",),
    ),
    LineRule(
        "nl.salute",
        "salute",
        expression(
            rf"(?=.{{4,90}}$){word(_DEAR)}(?:(?:[,.]|\s+(?:en|ende|&))?\s+{_NEXT}){{0,7}}\s*[,.:!;]?\s*[-–—]*$",
            re.IGNORECASE,
        ),
        4,
        "high",
        "a salutation such as Waarde Heer,",
        (
            "Waarde Heer,",
            "Beste Dina,",
            "Zeer geachte Heer Smit!",
            "Lieve Moeder",
            "Eersame, seer discrete Heer,",
            "Beste vriend en vriendin,",
            "WelEdele Heer,",
        ),
        ("Beste tijd om te gaan is de zomer.", "Mijn brief is weg.", "Zeer koud weer vandaag."),
    ),
    LineRule(
        "nl.salute-title",
        "salute",
        expression(
            r"(?:Amice|Amici|Amicissime|Am\.|Mijnheer|Mijne\s+Heeren|Mynheer|Mevrouw|Mejuffrouw|M\.\s?H\.|Monsieur|Heer|Heeren|Vriend|Confrère|Excellentie|Majesteit)"
            r"(?:\s+(?:de\s+)?[A-Z][\w.’'-]*){0,3}\s*[,:!.]\s*[-–—]*$"
        ),
        4,
        "high",
        "a salutation by title",
        ("Amice,", "Mijnheer!", "Mijne Heeren,", "Vriend Maas,"),
        ("Mevrouw is ziek", "Heer en knecht,"),
    ),
    LineRule(
        "nl.run-in",
        "runin",
        expression(
            rf"(?:{word(_DEAR)}(?:(?:[,.]|\s+(?:en|ende|&))?\s+{_NEXT}){{1,6}}?|(?-i:Amice|Mijnheer|Mevrouw|Mijne\s+Heeren))\s*[,!:]\s*[–—-]*\s+(?=\S)(?:(?=.{{20}})|(?<=.{{45}}))",
            re.IGNORECASE,
        ),
        4,
        "high",
        "a salutation that runs into the first paragraph",
        ("Beste Dina, ik heb hier een klein atelier gevonden.", "Amice, dank voor je brief en voor het stuk."),
        ("Beste tijd is de zomer, denk ik zo bij mijzelf.", "Mijn brief, die ik gisteren schreef, is weg."),
    ),
    LineRule(
        "nl.servant",
        "valediction",
        expression(
            rf"(?=.{{2,100}}$)(?:(?:ik\s+)?(?:blijf|verblijve?|ben|noem\s+mij|teken|in\s+haast|met\s+\w+)\b.{{0,40}}?,?\s+)?(?:(?:uw|uwe|u|je|jouw|mijn|de|UEd\.?|UE\.?|Ul\.?|U\.\s?(?:Ed|E|L)\.|V\.\s?E\.|U\s?Edele?)\s+)+"
            rf"(?:{_FEELS}\s+)*(?:{_FEEL}|{_KIN})(?:\s+(?:en|ende|&)\s+(?:{_FEEL}\s+)?{_KIN}|\s+{_KIN})?[.,]?$",
            re.IGNORECASE,
        ),
        5,
        "high",
        "a complimentary close such as Uw dienstwillige dienaar",
        ("Ul. dienstwillige dienaer", "Uw toegenegen vriend,", "je liefhebbende zuster", "UEd. dw. dr."),
        ("Uw brief kwam gisteren.", "je broer kwam"),
    ),
    LineRule(
        "nl.possessive",
        "valediction",
        expression(
            r"(?=.{2,70}$)(?:.{0,45}[\s,])?(?:t\.\s?[àa]\.?\s?t\.?|tt\.|tout\s+[àa]\s+toi|(?:steeds|altijd|geheel|gansch|als\s+altijd|groetend|groeten|groet|hoogachtend|liefs)\s+(?:van\s+)?(?:(?:de|het)\s+)?(?:uwe?|je|jouw)|"
            r"(?:geheel\s+)?de\s+uwe)\s*[.,]?$|(?:je|uw|jouw)\s*[.,]?$",
            re.IGNORECASE,
        ),
        5,
        "high",
        "a complimentary close that ends in je, uw or t.à.t.",
        ("t.à.t.", "Steeds je", "Geheel de Uwe,", "met groeten je", "Uw"),
        ("Ik zag uw", "Uw brief"),
    ),
    LineRule(
        "nl.closing-words",
        "valediction",
        expression(
            r"(?=.{3,100}$)(?:hoogachtend|met\s+(?:de\s+|een\s+)?(?:\w+\s+){0,3}(?:hoogachting|achting|groete?n?|handdruk|eerbied)\b|"
            r"(?:(?:vele|veel|hartelijke?|beste|vriendelijke|warme|de|tal\s+van)\s+)+(?:groete?n?|liefs|groetjes|kussen)\b|groete?n?d?\b(?!\s+\w+\s+\w+\s+\w+\s+\w+)|hartelijk\s+gegroet|gegroet|"
            r"liefs\b|vaarwel|adieu|vale\b|tot\s+(?:spoedig|ziens|weerziens)|een\s+(?:stevige\s+|hartelijke\s+)?handdruk|in\s+haast|wees\s+gegroet|blijve\b)",
            re.IGNORECASE,
        ),
        3,
        "medium",
        "a line with the words of a complimentary close",
        ("Hoogachtend,", "met vriendelijke groet", "Hartelijke groeten", "Veel liefs", "met een handdruk,"),
        ("Met de trein van acht uur", "Groet je man en je zusters en alle vrienden van mij."),
    ),
    LineRule(
        "nl.signed-possessive",
        "signed",
        expression(
            rf"(?:(?:je|uw|jouw|t\.\s?à\.?\s?t\.)\s+)(?:{_FEEL}\s+)*(?:(?:[A-Z][\w.’'-]*|van|de|der|den)\s*){{1,4}}[.,]?$"
        ),
        4,
        "medium",
        "a close and a name on one line",
        ("je Kees", "uw toegenegen J. Smit", "je Bart."),
        ("je brief", "uw"),
    ),
    LineRule(
        "nl.address",
        "address",
        expression(
            r"(?:Den\s+(?:Wel|Hoog|Edel|Heere?n?|Heer)\w*|(?:Aan\s+)?(?:de|De)\s+Heere?n?\b|Aan\s+(?:den|Mijnheer|Mevrouw|Mej|Zijne|Hare)\b|"
            r"(?:Wel|Hoog)\s?[Ee]del\w*\.?\s+\w*\s*Heer\s+[A-Z]|Mejuffrouw\s+[A-Z]|M(?:ij|y)nheer\s+(?:M(?:ij|y)n\s+Heer|de\s+Heer))\s*.{2,80}[^!?]$"
        ),
        4.2,
        "high",
        "an address",
        ("Den Heer J. Smit,", "Aan den Heer K. Vos te Delft", "De Heer P. Maas"),
        ("Den Heer!", "Aan de brief"),
    ),
    LineRule(
        "nl.office",
        "role",
        expression(
            r"(?=.{4,70}$)(?:de\s+)?(?:directeur|directrice|secretaris|voorzitter|burgemeester|penningmeester|consul|minister|griffier|gezant|rentmeester|predikant)\b[^.!?:]{0,45}\.?$",
            re.IGNORECASE,
        ),
        5,
        "high",
        "an office named on the line under a signature",
        ("directeur", "Secretaris", "de Burgemeester van Breda"),
        ("Directeur was hij. Toen ging hij.",),
    ),
    LineRule(
        "nl.postscript",
        "postscript",
        expression(r"(?:P\.?\s?S\.?|N\.?\s?B\.?|Naschrift)(?=[\s:.—–-])"),
        5,
        "high",
        "a paragraph that begins with P.S. or NB.",
        ("P.S. Neem de foto's mee.", "NB. Tot morgen", "Naschrift: de groeten"),
        ("PSALM",),
    ),
    LineRule(
        "nl.enclosure",
        "enclosure",
        expression(
            r"[\[(]?Bijlagen?\b(?:\s+(?:[Nn][°ºro.]*\s*)?(?:\d+|[A-Z]|[IVX]+))?(?:\s+(?:bij|van)\b.{0,40})?[.:\])]*$"
        ),
        4,
        "high",
        "a line of its own that heads an enclosure",
        ("Bijlage 1", "Bijlage bij mijn brief van heden"),
        ("Bijlagen: 2", "De bijlage volgt."),
    ),
    foot_rule("nl", FOOT, ("Bijlagen: 2", "2 bijlagen", "Bijlage: een foto"), ("De bijlagen volgen.",)),
    LineRule(
        "nl.part",
        "part",
        expression(r"(?:Deel|Blad|Stuk|Bron)\s+(?:\d{1,3}[a-z]?|[IVX]{1,5}|[A-Z])\s*[.:]?$"),
        5,
        "high",
        "a line of its own that numbers a part of the transcript",
        ("Deel II", "Blad 3"),
        ("Deel van de brief",),
    ),
    field_rule(
        "nl",
        FIELDS,
        ("Onderwerp: huur", "Aan: J. Smit", "Ons kenmerk: B 12"),
        ("Aan de heer Smit", "Van wie is dit?"),
    ),
)

TO = "aan"
AND = "en"

_PARTY = r"[^,;:()]{2,80}?"

HEADINGS = (
    HeadingRule(
        "nl.van-aan",
        expression(
            rf"(?P<genre>{'|'.join(sorted(GENRES, key=len, reverse=True))})\s+van\s+(?P<sender>{_PARTY})\s+aan\s+(?P<addressee>{_PARTY})"
            r"(?:,\s+(?:uit\s+)?(?P<place>[A-Z][^,;:]{1,40}))?",
            re.IGNORECASE,
        ),
        GENRES,
        "high",
        'sender and addressee read from a heading of the form "Brief van A aan B"',
        (("Brief van Kees Vos aan Dina Maas", "Kees Vos", "Dina Maas"),),
        ("Brief van gisteren",),
    ),
    HeadingRule(
        "nl.a-aan-b",
        expression(
            rf"(?P<sender>(?=[A-Z]){_PARTY})\s+aan\s+(?P<addressee>(?=(?:de|den|het)?\s?[A-Z]){_PARTY})(?:,\s+(?P<place>[A-Z][^,;:]{{1,40}}))?"
        ),
        {},
        "high",
        'sender and addressee read from a heading of the form "A aan B"',
        (("Dina Maas aan Kees Vos", "Dina Maas", "Kees Vos"),),
        ("Reizen aan zee",),
    ),
)
