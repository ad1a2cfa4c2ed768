"""German letters, from the chanceries of the eighteenth century to the typists of the twentieth."""

from __future__ import annotations

import re

from teiedit.recognise.formulas._rule import HeadingRule, LineRule

GENRES = {
    "brief": "letter",
    "briefkarte": "letter",
    "schreiben": "letter",
    "postkarte": "letter",
    "karte": "letter",
    "ansichtskarte": "letter",
    "bildpostkarte": "letter",
    "korrespondenzkarte": "letter",
    "feldpostbrief": "letter",
    "feldpostkarte": "letter",
    "kartenbrief": "letter",
    "brieffragment": "letter",
    "briefentwurf": "letter",
    "telegramm": "telegram",
    "denkschrift": "memorandum",
    "memorandum": "memorandum",
    "note": "note",
    "bericht": "report",
    "protokoll": "minutes",
}

# Endings of an adjective in an address: lieber, liebe, liebstes, verehrtester, geehrte
_E = r"(?:st|t|est|tst)?(?:er|e|es|en|em)?"
_DEAR = (
    rf"(?:lieb|theuer|teuer|theur|teur|ge?ehrt|geachtet|gesch[äa]tzt|verehrt|hochverehrt|hochgeehrt|hochgeachtet|hochgesch[äa]tzt|"
    rf"hochwohlgeboren|wohlgeboren|hochw[üu]rdig|werth?|gelieb?t|herzlieb|vielgeliebt|inniggeliebt|s[üu](?:ß|ss)|best|gut|alt|"
    rf"gn[äa]digst?|durchlauchtig|allerliebst){_E}"
)
_WHO = r"(?-i:[A-ZÄÖÜ][\w.’'&-]*|u\.?|und|&|von|v\.|zu)"

_FEEL = (
    r"(?:hochachtungsvoll\w*|hochachtung|hochsch[äa]t?zung|ehrerbiet\w+|ergeben\w*|erg\.|ergeb\.?|gehorsam\w*|herzlich\w*|herzl\.?|"
    r"von herzen|gr[uü](?:ß|ss)\w*|kuss|k[uü](?:ß|ss)\w*|verbleib\w*|zeichne\w*|empfehl\w*|empfiehlt|versicherung|treu\w*|"
    r"verehrung|umarm\w*|adieu|lebe? ?wohl|leben sie wohl|freundschaft\w*|dankbar\w*|gr\.|h\.|in liebe|auf wiedersehe?n|vale|"
    r"ausdruc?k\w*|best\w* dank|w[üu]nsche\w*)"
)

LINES = (
    LineRule(
        "de.transcript",
        "transcript",
        re.compile(r"(?:Transkript(?:ion)?|Abschrift)\b(?=.{0,60}$)(?!.*[.!?]\s+\w)", re.IGNORECASE),
        5,
        "high",
        "a line that names the sheet a transcript",
        ("Transkription: Brief 7", "Abschrift des Originals"),
        ("Eine Abschrift folgt.",),
    ),
    LineRule(
        "de.reference",
        "reference",
        re.compile(r"\(?(?:Signatur|Archivsignatur|Fundort|Standort|Bestand|Nachweis)\b\.?\s*:\s*\S", re.IGNORECASE),
        5,
        "high",
        "a line that gives the archive's reference",
        ("(Signatur: GStA PK, I. HA Rep. 81)", "Fundort: ZB Zürich, Ms. 12"),
        ("Die Signatur fehlt.",),
    ),
    LineRule(
        "de.salute",
        "salute",
        re.compile(
            rf"(?:(?:O\s+)?(?:du\s+)?(?:mein|meine|unser|unsere|m)\s*)?(?:(?:sehr|hoch|viel|innigst|herzlich|M)\s*)?{_DEAR}"
            rf"(?:(?:,|\s+(?:und|u\.|&))?\s+{_DEAR})*(?:\s+\S+){{0,7}}?[!,.:]?\s*[-–—]?$",
            re.IGNORECASE,
        ),
        4,
        "high",
        "a salutation such as Lieber Freund!",
        (
            "Lieber Richard!",
            "Sehr geehrter Herr Grossmann,",
            "Hochgeachteter Herr Präsident!",
            "Mein theurer Freund!",
            "Liebste Hannah!",
            "Liebe und verehrte Frau Hofrätin.",
        ),
        ("Liebe Freunde sind selten, und ich habe sie gern bei mir, wenn es geht.", "Herzlichst"),
    ),
    LineRule(
        "de.salute-title",
        "salute",
        re.compile(
            r"(?:Herrn?|Herren|Frau|Fräulein|Exzellenz|Excellenz|Euer|Ew\.|Eure|Hoheit|Durchlaucht|Meine Herren)\b.{0,50}[!,]$"
        ),
        3,
        "high",
        "a salutation by title",
        ("Herr Präsident, Hochgeachtete Herren!", "Euer Hochwohlgeboren!", "Frau Hofrätin,"),
        ("Herr Meier kam gestern.",),
    ),
    LineRule(
        "de.run-in",
        "runin",
        re.compile(
            rf"(?:(?:mein|meine)\s+)?(?:(?:sehr|hoch|viel)\s*)?{_DEAR}(?:\s+(?:und|u\.|&)\s+{_DEAR})?(?:\s+{_WHO}){{0,4}}?\s*[!,.:]"
            r"\s*[–—-]*\s+(?=\S)(?=.{20})",
            re.IGNORECASE,
        ),
        4.5,
        "high",
        "a salutation that runs into the first paragraph",
        (
            "Lieber Richard! Prof. Kraft ist noch nicht in Wien; er kommt bald.",
            "lieber Hugo, wir kommen morgen abend um acht.",
        ),
        ("Liebe ist das Höchste, was ein Mensch haben kann.", "Der liebe Hugo, der kam."),
    ),
    LineRule(
        "de.possessive",
        "valediction",
        re.compile(
            rf"(?:(?:In|Mit|Stets|Immer|Ewig|Wie immer|Bald mehr|Auf Wiedersehn?|{_FEEL}),?\s+)*(?:von\s+|bin ich\s+)?"
            r"(?:der\s+|die\s+)?(?:Ihr(?:e|em|en|er|ige)?|Dein(?:e|em|en|er|ige)?|Euer|Eure|D\.)"
            r"(?:\s+(?:Sie\s+|Dich\s+)?(?:ganz|sehr|stets|immer|so|tief|alt\w*|tr\.?|t\.|getr\.?|treu\w*|getreu\w*|ergeb\w*\.?|erg\.?|"
            r"aufrichtig\w*|herzlich\w*|lieb\w*|dankbar\w*|freundschaftl\w*\.?|unterlegen\w*|gehorsam\w*|dienstwillig\w*|verbunden\w*))*"
            r"\s*[.,:!–—-]*$",
            re.IGNORECASE,
        ),
        5,
        "high",
        "a complimentary close that ends in Ihr or Dein",
        ("Ihr", "Dein alter treuer", "Herzlichst Ihr", "Ihr sehr ergebener", "In Treue Dein"),
        ("Ihr Brief kam gestern an.", "Dein Vater"),
    ),
    LineRule(
        "de.closing-words",
        "valediction",
        re.compile(rf"(?=.{{3,140}}$)(?:.*\b)?{_FEEL}\b", re.IGNORECASE),
        1.6,
        "medium",
        "a line with the words of a complimentary close",
        ("Herzlichst", "Mit vorzüglicher Hochachtung", "bestens grüßend", "Viele treue Grüße!", "Mit herzlichem Gruss"),
        ("Der Zug kam um acht.",),
    ),
    LineRule(
        "de.signed-possessive",
        "signed",
        re.compile(
            r"(?:(?:In|Mit)\s+\w+\s+)?(?:Ihr(?:e|em)?|Dein(?:e|em)?|Euer|Eure|D\.)(?:\s+(?:sehr|ganz|stets|tr\.?|t\.|getr\.?|treu\w*|"
            r"alt\w*|ergeb\w*\.?|lieb\w*|aufrichtig\w*))*(?:\s+(?:[A-ZÄÖÜ][\w.’'-]*|von|v\.|u\.|und)){1,5}[.,]?\s*[-–—]*$"
        ),
        3,
        "medium",
        "a close and a name on one line",
        ("Dein Paul Tillich", "Ihr David", "Ihre treue Maria Klein.", "D. tr. T. Toni"),
        ("Ihr Brief kam gestern an.", "Dein"),
    ),
    LineRule(
        "de.address",
        "address",
        re.compile(
            r"(?:An\s+(?:den|die|das|Herrn?|Frau|Seine)\b|Herrn|Hrn\.?|Frau\s|Fräulein\s|Sr\.\s|Seiner\s|Seine\s|Ihrer\s|Dem\s+Hoch|"
            r"Tit\.|S\.\s?H\.)\s*.{2,80}[^!?]$"
        ),
        3,
        "high",
        "an address",
        ("Herrn Stefan Grossmann, Wien", "An den Herrn Minister", "Dem Hochgeachteten Herrn Doctor Escher in Zürich."),
        ("Herr Meier!", "An mir liegt es nicht, mein Freund!"),
    ),
    LineRule(
        "de.postscript",
        "postscript",
        re.compile(r"(?:P\.?\s?S\.?|N\.?\s?B\.?|Nachschrift|PS)(?=[\s:.—–-])"),
        5,
        "high",
        "a paragraph that begins with P.S. or NB.",
        ("P.S. Grüße an alle.", "NB. Herr Lorai kommt.", "Nachschrift: Eben höre ich"),
        ("PSALM 23",),
    ),
    LineRule(
        "de.enclosure",
        "enclosure",
        re.compile(
            r"[\[(]?(?:Beilage|Anlage|Einlage|Inlage)n?\b(?:\s+(?:Nr\.?\s*)?(?:\d+|[A-Z]|[IVX]+))?(?:\s+(?:zu|zum|zur)\b.{0,40})?[.:\])]*$"
        ),
        4,
        "high",
        "a line of its own that heads an enclosure",
        ("Beilage 1", "Anlage.", "[Beilage zu Nr. 5]"),
        ("Die Beilage folgt.", "Anlagen zur Gasversorgung wurden gebaut und dann wieder abgerissen."),
    ),
    LineRule(
        "de.part",
        "part",
        re.compile(r"(?:Quelle|Teil|Blatt|Dokument|Stück)\s+(?:\d{1,3}[a-z]?|[IVX]{1,5}|[A-Z])\s*[.:]?$"),
        5,
        "high",
        "a line of its own that numbers a part of the transcript",
        ("Quelle 7a", "Teil II", "Blatt 3"),
        ("Teil des Briefes",),
    ),
)

EARLIER = re.compile(
    r"\b(?:Ihr|Ihre|Ihren|Ihrem|Dein|Deine|Deinen|Deinem)\s+(?:\w+\s+){0,2}?(?P<genre>Brief|Schreiben|Karte|Telegramm)\w*\s+vom\s+$"
)
EARLIER_LABEL = "{genre} von {sender} an {addressee}"

_PARTY = r"[^,;:]{2,80}?"

HEADINGS = (
    HeadingRule(
        "de.von-an",
        re.compile(
            rf"(?:(?:Un)?[A-Za-zäöü]+(?:er|e|es)\s+)?(?P<genre>{'|'.join(GENRES)})\s+(?:von|der|des)\s+(?P<sender>{_PARTY})\s+an\s+(?P<addressee>{_PARTY})"
            r"(?:(?:\s+aus|\s+in)\s+(?P<place>[A-ZÄÖÜ][^,;:]{1,40})|,\s[^;:]{3,140})?",
            re.IGNORECASE,
        ),
        GENRES,
        "high",
        'sender and addressee read from a heading of the form "Brief von A an B"',
        (
            ("Brief von Paul Weber an Anna Kern", "Paul Weber", "Anna Kern"),
            ("Postkarte von Freunden an Paul Weber", "Freunden", "Paul Weber"),
        ),
        ("Erinnerung an Anna",),
    ),
    HeadingRule(
        "de.a-an-b",
        re.compile(
            rf"(?P<sender>(?=[A-ZÄÖÜv]){_PARTY})\s+an\s+(?P<addressee>(?=(?:den|die|das)?\s?[A-ZÄÖÜv]){_PARTY})"
            r"(?:,\s+(?:s\.\s?l\.|o\.\s?O\.|(?P<place>[A-ZÄÖÜ][^,;:]{1,40})))?"
        ),
        {},
        "high",
        'sender and addressee read from a heading of the form "A an B"',
        (
            ("Anna Kern an Paul Weber", "Anna Kern", "Paul Weber"),
            ("Karl von Moor an den Staatsrat, Lugano", "Karl von Moor", "den Staatsrat"),
        ),
        ("Gedanken an morgen",),
    ),
)
