"""German letters, from the chanceries of the eighteenth century to the typists of the twentieth."""

from __future__ import annotations

import re

from teiedit.recognise.formulas import _german
from teiedit.recognise.formulas._rule import HeadingRule, LineRule, field_rule, foot_rule, word
from teiedit.tools.expressions import expression

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

FIELDS = _german.FIELDS
FOOT = _german.FOOT

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

_KIN = (
    r"(?:Diener(?:in)?|Dienner|Knecht|Freund(?:in)?|Freunde|Fründ|Bruder|Brueder|Schwester|Sohn|Tochter|Vetter|Neffe|Nichte|Sch[üu]ler(?:in)?|Verehrer(?:in)?|Onkel|Tante|Vater|"
    r"Mutter|Schwager|Kollege|College|Gatte|Mann|Frau|Weib|Kind|Genosse|Kamerad|Enkel(?:in)?)"
)
_TRUE = (
    r"(?:ganz|sehr|treu\w*|getreu\w*|unterth?[äa]n\w*|gehorsam\w*|ergeben\w*|(?:gut|dienst|bereit)?willig\w*|dienstwilliger|aufrichtig\w*|verbunden\w*|verpflichtet\w*|herzlich\w*|dankbar\w*|"
    r"lieben\w*|ewig|stets|immer|alt\w*|gut\w*|lieb\w*|allezeit|allzeit|allzyt|alzyt|allwegen|jederzeit|demütig\w*|williger?|dienstbereit\w*|freundwillig\w*|geneigt\w*|vnd|und|u\.|armer?|einsamer?)"
)

LINES = (
    LineRule(
        "de.transcript",
        "transcript",
        expression(r"(?:Transkript(?:ion)?|Abschrift)\b(?=.{0,60}$)(?!.*[.!?]\s+\w)", re.IGNORECASE),
        5,
        "high",
        "a line that names the sheet a transcript",
        ("Transkription: Brief 7", "Abschrift des Originals"),
        ("Eine Abschrift folgt.",),
    ),
    LineRule(
        "de.reference",
        "reference",
        expression(r"\(?(?:Signatur|Archivsignatur|Fundort|Standort|Bestand|Nachweis)\b\.?\s*:\s*\S", re.IGNORECASE),
        5,
        "high",
        "a line that gives the archive's reference",
        ("(Signatur: GStA PK, I. HA Rep. 81)", "Fundort: ZB Zürich, Ms. 12"),
        ("Die Signatur fehlt.",),
    ),
    LineRule(
        "de.salute",
        "salute",
        expression(
            rf"(?!Meine[mn]\b)(?:(?:O\s+)?(?:du\s+)?(?:mein|meine|unser|unsere|m)\s*)?(?:(?:sehr|hoch|viel|innigst|herzlich|M)\s*)?{_DEAR}"
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
        ("Liebe Freunde sind selten, und ich habe sie gern bei mir, wenn es geht.", "Herzlichst", "Meinem lieben Hugo"),
    ),
    LineRule(
        "de.salute-title",
        "salute",
        expression(
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
        expression(
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
        expression(
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
        expression(rf"(?=.{{3,140}}$)(?:.*\b)?{_FEEL}\b", re.IGNORECASE),
        1.6,
        "medium",
        "a line with the words of a complimentary close",
        ("Herzlichst", "Mit vorzüglicher Hochachtung", "bestens grüßend", "Viele treue Grüße!", "Mit herzlichem Gruss"),
        ("Der Zug kam um acht.",),
    ),
    LineRule(
        "de.signed-possessive",
        "signed",
        expression(
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
        "de.salute-old",
        "salute",
        expression(
            r"(?=.{12,160}$)(?:(?:M(?:ein|in|yn)\w*|(?:V|U)n(?:n)?se?r\w*|Minen?)\s+)?(?:(?:gar\s+|gantz\s+|ganz\s+)?(?:fr[eiuüûy]+n?t?d?t?lich\w*|willig\w*|vnderth\w+|unterth\w+|schuldig\w*|gebürlich\w*),?\s+"
            r"(?:(?:vnd|und|vnnd)\s+)?)+(?:dienst\w*|gr[uůü]\w*|gehorsam\w*)\b.{0,60}?(?:zuvor|zuuor|z[uůu]?uor|bevor|beuor|zu\s+vor)\b.{0,80}[.,!:]?$|"
            r"(?:Gnad|Gnade|Die\s+gnad|Heil|Frid|Fryd|Friede?)\b.{0,50}\b(?:fried\w*|frid\w*|gnad\w*|Christ\w*|Gott\w*|Herrn?)\b.{0,60}[.,!]$",
            re.IGNORECASE,
        ),
        4,
        "high",
        "a greeting of the sixteenth and seventeenth centuries",
        (
            "Mein fründtlich dienst vnd gruoss zuuor, ersamer lieber herr vnd fründ.",
            "Unser freundlich willig dienst zuvor, liebe Herren,",
            "Gnad und Fried in Christo.",
        ),
        ("Mein Dienst beginnt um acht.", "Gnade ist besser als Recht."),
    ),
    LineRule(
        "de.run-in-initials",
        "runin",
        expression(
            r"(?:(?:[LVMSGT]\.|Lb\.|Vrhrt\w*\.?|Verehrt\w+|Liebst\w+|Teuerst\w+|Theuerst\w+|Bester?|Liebes?|Lieber)\s?(?:[A-ZÄÖÜ][a-z]?\.\s?|Dr\.\s?)?[!,])\s*[–—-]*\s*(?=[^\W\d_])(?=.{20})"
        ),
        3.5,
        "medium",
        "a salutation in initials that runs into the first paragraph",
        ("L. O.! Besten Dank für die Karte, die heute kam.", "Verehrtester! Ihre Karte kommt eben an."),
        ("L. O. schreibt mir aus Wien, er komme.",),
    ),
    LineRule(
        "de.servant",
        "valediction",
        expression(
            rf"(?=.{{5,100}}$)(?:(?:verharr\w*|verbleib\w*|bin\s+ich|ersterb\w*|zeichne\w*|in\s+\w+|mit\s+\w+)\b.{{0,40}}?\s)?(?:(?:(?:Ew\.?|Euer|Eurer?|Ewr\.?|Ewer\w*|[ÜUV]wer\w*|E\.(?:\s?[A-Z]\.)*|Dero|Hochdero|Ihr\w*|Dein\w*|Derselben|dero)"
            rf"(?:\s+(?:Hoch|Wohl|Exc|Exz|Durchl|Maj|Gnad|K\.)\S*)*\s+)?)(?:{word(_TRUE)}[,]?\s+)*(?:{_TRUE}|{_KIN})(?:\s+{_KIN}|\s+(?:und|vnd|u\.)\s+(?:{_TRUE}\s+)*{_KIN})?[.,]?$"
        ),
        4,
        "high",
        "a complimentary close such as gehorsamster Diener",
        (
            "gehorsamster Diener",
            "Ew. Hochwohlgeboren ganz ergebenster",
            "Üwer williger",
            "Dein treuer Sohn",
            "verbleibe ich Dein alter Freund",
            "E. F. G. untertäniger Diener",
        ),
        ("Freund Müller kam gestern.", "Herr und Diener"),
    ),
    LineRule(
        "de.of-grace",
        "valediction",
        expression(
            r"(?:Ew\.?|Euer|Eurer|E\.)\s?(?:Hoch|Wohl|Exc|Exz|Durchl|Maj|Gnad|Ehrw|K\.|Ed)[\w.]*(?:\s+[\w.]+){0,2}$"
        ),
        3,
        "high",
        "the beginning of a complimentary close such as Ew. Wohlgeboren",
        ("Ew. Wohlgebohrnen", "Euer Exzellenz", "Ew. Hochwohlgeboren"),
        ("Euer Hochwohlgeboren!", "Euer Brief"),
    ),
    LineRule(
        "de.the-yours",
        "valediction",
        expression(
            rf"(?=.{{8,90}}$)(?:(?:[Gg]anz|[Ss]tets|[Ii]mmer|[Ee]wig|[Ww]ie|[Hh]erzlich\w*|Treu\w*|In|Mit|Als|und|so)\b.{{0,50}}?\b)?(?:[Dd]er|[Dd]ie)\s+(?:Ihrige|Deinige|Eurige|Ihre|Deine|Alte|alte|Eure)\b[.,!]?$|(?:.{{0,60}}\b)?(?:von|grü(?:ß|ss)t|umarmt|küßt)\b(?:\s+\w+){{0,4}}?\s+(?:Deine[rmn]?|Ihre[rmn]?|Eure[rmn]?)(?:\s+{_TRUE})*\s*[.,]?$"
        ),
        4,
        "high",
        "a complimentary close such as Ganz der Ihrige",
        ("Ganz der Ihrige", "wie immer der Deine", "Sei herzlich gegrüßt von Deiner", "Viele Grüße von Deinem alten"),
        ("Der Ihrige kam.",),
    ),
    LineRule(
        "de.address",
        "address",
        expression(
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
        "de.address-firm",
        "address",
        expression(r"(?:An\s+die\s+)?(?:Firma|Fa\.|Löbl\w*\.?|Wohll?öbl\w*\.?)\s+[A-ZÄÖÜ].{2,60}(?<![!.,?:])$"),
        3,
        "high",
        "the address of a firm or an office",
        ("Firma Gebrüder Lenz", "An die Firma Karl Weiß & Co", "Löbliche Direktion der Bahn"),
        ("Firma und Sohn kamen.",),
    ),
    LineRule(
        "de.office",
        "role",
        expression(
            r"(?=.{4,70}$)(?:(?:Stellv\w*\.?|Erster?|Geh\w*\.?|Ober\w*)\s+)?(?:\w+)?(?:[Dd]irektor(?:in)?|[Vv]orsitzende[rn]?|[Ss]ekretär(?:in)?|[Bb]ürgermeister|[Kk]onsul|[Mm]inister|[Pp]räsident|"
            r"[Ss]chriftführer|[Rr]edakt(?:eur|or)|[Pp]rokurist|[Rr]at|[Rr]ath|[Pp]farrer|[Pp]astor|[Hh]auptmann|[Oo]berst|[Ll]eutnant|[Aa]mtmann|[Ss]chreiber|[Bb]ibliothekar)\b[^.!?:]{0,40}\.?$"
        ),
        5,
        "high",
        "an office named on the line under a signature",
        ("Direktor", "Oberbürgermeister der Stadt Ulm", "Stellv. Vorsitzender"),
        ("Direktor Weiß kam. Er blieb.",),
    ),
    LineRule(
        "de.postscript",
        "postscript",
        expression(r"(?:P\.?\s?S\.?|N\.?\s?B\.?|Nachschrift|PS)(?=[\s:.—–-])"),
        5,
        "high",
        "a paragraph that begins with P.S. or NB.",
        ("P.S. Grüße an alle.", "NB. Herr Lorai kommt.", "Nachschrift: Eben höre ich"),
        ("PSALM 23",),
    ),
    LineRule(
        "de.enclosure",
        "enclosure",
        expression(
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
        expression(r"(?:Quelle|Teil|Blatt|Dokument|Stück)\s+(?:\d{1,3}[a-z]?|[IVX]{1,5}|[A-Z])\s*[.:]?$"),
        5,
        "high",
        "a line of its own that numbers a part of the transcript",
        ("Quelle 7a", "Teil II", "Blatt 3"),
        ("Teil des Briefes",),
    ),
    field_rule(
        "de",
        FIELDS,
        ("An: Herrn Weber", "VON: Referat 3", "Betreff: Signaturen", "Betr.: Kohle", "Ihr Zeichen: A 3"),
        ("An den Herrn Minister", "Von hier aus: nichts"),
    ),
    foot_rule(
        "de", FOOT, ("2 Anlagen", "Anlage: 1 Plan", "Anl.", "Verteiler: Referate"), ("Anlage zu Nr. 5", "Die Anlagen")
    ),
)

TO = "an"
AND = "und"

_PARTY = r"[^,;:]{2,80}?"

HEADINGS = (
    HeadingRule(
        "de.von-an",
        expression(
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
        expression(
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
