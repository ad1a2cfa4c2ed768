"""Spanish letters: courtesy and office of the old monarchy, family letters, trade."""

from __future__ import annotations

import re

from teiedit.recognise.formulas._rule import HeadingRule, LineRule, field_rule, foot_rule, word
from teiedit.tools.expressions import expression

GENRES = {
    "carta": "letter",
    "tarjeta": "letter",
    "tarjeta postal": "letter",
    "postal": "letter",
    "despacho": "letter",
    "oficio": "letter",
    "esquela": "letter",
    "telegrama": "telegram",
    "nota": "note",
    "memoria": "memorandum",
    "memorándum": "memorandum",
    "informe": "report",
    "acta": "minutes",
    "discurso": "speech",
}

FIELDS = {
    "a": "to",
    "para": "to",
    "de": "from",
    "fecha": "date",
    "asunto": "subject",
    "ref": "reference",
    "referencia": "reference",
    "s/ref": "reference",
    "n/ref": "reference",
}
FOOT = {
    "anexo": "enclosures",
    "anexos": "enclosures",
    "adjunto": "enclosures",
    "adjuntos": "enclosures",
    "con copia a": "cc",
}

_DEAR = (
    r"(?:querid[oa]s?|queridísim[oa]s?|estimad[oa]s?|estimadísim[oa]s?|apreciad[oa]s?|apreciable|distinguid[oa]s?|amad[oa]s?|respetad[oa]s?|respetable|venerad[oa]s?|"
    r"excelentísim[oa]s?|excelentis+im[oa]s?|ilustrísim[oa]s?|excm[oa]s?\.?|exmo\.?|ilm[oa]s?\.?|reverend[oa]s?|rdo\.?|rvdo\.?|car[oa]s?|carísim[oa]s?|honorables?|muy|magnífic[oa]|"
    r"nobles?|serenísim[oa]|señor[ae]?s?|sr[ae]?s?\.|illustre|ilustre|católica|sacra)"
)
_WHO = (
    r"(?:(?-i:[A-ZÁ-Ú])(?:[\w’'-]|\.(?=\w))*|mí[oa]s?|mi|mis|nuestr[oa]s?|señor[ae]?s?|sr[ae]?s?\.?|don|doña|d\.|y|e|de|del|la|en\s+cristo|compañer[oa]s?|colegas?|"
    r"amig[oa]s?|herman[oa]s?|padres?|madre|hij[oa]s?|tí[oa]s?|prim[oa]s?|abuel[oa]s?|espos[oa]|director(?:es)?|mayor|aprecio|respeto|estimación|todo|toda|mi|dueño)"
)
_KIN = (
    r"(?:servidor[ae]?(?:es)?|seguro\s+servidor|s\.?\s?s\.?(?:\s?s\.?)?|ss\.\s?ss\.|criad[oa]|súbdit[oa]|amig[oa]s?|herman[oa]|hij[oa]|padre|madre|tí[oa]|prim[oa]|sobrin[oa]|espos[oa]|"
    r"capellán|vasallo|compañer[oa])"
)
_FEEL = (
    r"(?:más|mas|muy|atent[oa]s?|att?[oa]s?\.?|segur[oa]s?|afectísim[oa]s?|afm[oa]s?\.?|affm[oa]s?\.?|afect[oa]s?\.?|humildes?|reconocid[oa]s?|fiel|verdader[oa]|rendid[oa]|apasionad[oa]|obligad[oa]|"
    r"obediente|siempre|buen|mejor|agradecid[oa]|leal|invariable)"
)
_NEXT = word(_DEAR, _WHO)
_FEELS = word(_FEEL, "y", "e")

LINES = (
    LineRule(
        "es.transcript",
        "transcript",
        expression(r"(?:Transcripción|Copia)\b(?=.{0,60}$)(?!.*[.!?]\s+\w)", re.IGNORECASE),
        5,
        "high",
        "a line that names the sheet a transcript",
        ("Transcripción: carta 7",),
        ("La transcripción sigue.",),
    ),
    LineRule(
        "es.reference",
        "reference",
        expression(r"\(?(?:Signatura|Fuente|Archivo)\b\.?\s*:\s*\S", re.IGNORECASE),
        5,
        "high",
        "a line that gives the archive's reference",
        ("(Signatura: AGI, Indiferente, 12)",),
        ("La signatura falta.",),
    ),
    LineRule(
        "es.salute",
        "salute",
        expression(
            rf"(?=.{{5,100}}$)(?!(?:Señor[ae]?s?|Sr[ae]?s?\.)\s+(?-i:[A-Z])[^,:]*$)(?:(?:mi|mis|o|¡)\s*)?(?:muy\s+)?{word(_DEAR)}(?:[,.]?\s+{_NEXT}){{0,10}}\s*[,.:;!]?\s*[-–—]*$",
            re.IGNORECASE,
        ),
        4.5,
        "high",
        "a salutation such as Muy señor mío:",
        (
            "Muy señor mío:",
            "Querido hermano:",
            "Excelentísimo Señor",
            "Mi estimado amigo:",
            "Muy señora mía y de mi mayor aprecio:",
            "Sr. Director:",
        ),
        ("Querido es el que se va.", "Cara costó la guerra.", "Muy enfermo está."),
    ),
    LineRule(
        "es.salute-title",
        "salute",
        expression(
            r"(?:Señor[ae]?s?|Majestad|Excelencia|Alteza|Amig[oa]|Compañer[oa]|Herman[oa]|Padre|Madre|Caballeros)"
            r"(?:\s+(?:mí[oa]|nuestr[oa]|don|[A-ZÁ-Ú][\w.’'-]*)){0,4}\s*[,:.!]$"
        ),
        4,
        "high",
        "a salutation by title",
        ("Señor:", "Amigo mío:", "Señores:"),
        ("Señor de la casa,", "Padre y madre:"),
    ),
    LineRule(
        "es.run-in",
        "runin",
        expression(
            rf"(?:(?:mi|mis)\s+)?(?:muy\s+)?(?:{word(_DEAR)}(?:[,.]?\s+{_NEXT}){{1,9}}?|señor[ae]?s?)\s*[,:.]\s*[–—-]*\s+(?=\S)(?:(?=.{{20}})|(?<=.{{45}}))",
            re.IGNORECASE,
        ),
        4.5,
        "high",
        "a salutation that runs into the first paragraph",
        (
            "Muy señor mío: con el correo de hoy he recibido su carta.",
            "Querida madre: por fin tengo un rato para escribirle.",
            "Señor: con ocasión de la partida de la armada escribo.",
        ),
        ("Cara costó la guerra, y cara nos costará todavía.",),
    ),
    LineRule(
        "es.servant",
        "valediction",
        expression(
            rf"(?=.{{4,110}}$)(?:.{{0,45}}?\b)?(?:(?:su|sus|tu|vuestro|de\s+v(?:d|m|uestra\s+merced|\.\s?\w\.?(?:\s?\w\.)?)s?\.?|de\s+usted(?:es)?)[,\s]+(?:(?:su|tu)\s+)?)"
            rf"(?:{_FEELS}\s+)*(?:{_FEEL}|{_KIN})(?:\s+(?:y|e|que)\s+.{{2,45}}|,?\s+q\.\s?.{{2,20}}|\s+{_KIN})?[.,]?$",
            re.IGNORECASE,
        ),
        5,
        "high",
        "a complimentary close such as su atento servidor",
        (
            "B. L. M. de V. E. su más atento servidor",
            "Quedo de usted su afectísimo servidor que besa sus pies",
            "Un abrazo de tu hermano",
            "su atento y seguro servidor, q. b. s. m.",
            "su affmo. amigo",
        ),
        ("Recibí su carta.", "Vi a tu hermano en la plaza ayer."),
    ),
    LineRule(
        "es.abbreviated",
        "valediction",
        expression(
            r"(?=.{4,70}$)(?:at(?:to|ta|en)?s?\.?\s+(?:y\s+)?s(?:s|eg)?s?\.?\s*s(?:s|erv)?s?\.?|(?:[BQ]\.?\s?)?[BLS]\.?\s?[LSM]\.?\s?[MP]\.?|s\.\s?s\.\s?s\.|q\.\s?(?:b|e)\.\s?s\.\s?[mp]\.)(?:\s|,|$|\.).{0,40}$",
            re.IGNORECASE,
        ),
        4,
        "high",
        "a complimentary close in initials such as B. L. M.",
        ("attos. y ss. ss.", "B. L. M. de V. E.", "Q. B. S. M.", "S. S. S."),
        ("Basta de esto.",),
    ),
    LineRule(
        "es.remain",
        "valediction",
        expression(
            r"(?=.{8,110}$)(?:.{0,70}[\s,])?(?:quedo|quedamos|queda|soy|somos|me\s+repito|nos\s+repetimos|me\s+reitero|me\s+ofrezco)\s+(?:siempre\s+|como\s+siempre\s+)?(?:de\s+(?:usted(?:es)?|vds?\.?|v\.\s?\w*\.?|vuestra\s+\w+)|suy[oa]s?|a\s+sus?\s+\w+)[\s,.]*(?:\w+\.?\s*){0,3}$",
            re.IGNORECASE,
        ),
        4,
        "high",
        "the beginning of a complimentary close such as quedamos de ustedes",
        ("En espera de sus noticias, quedamos de ustedes", "Quedo de usted", "me repito suyo afectísimo"),
        ("Quedo en casa todo el día.",),
    ),
    LineRule(
        "es.office",
        "role",
        expression(
            r"(?=.{4,70}$)(?:el\s+|la\s+)?(?:director(?:a)?|secretario|presidente|alcalde|cónsul|ministro|embajador|gobernador|capitán|tesorero|obispo|gerente)\b[^.!?:]{0,45}\.?$",
            re.IGNORECASE,
        ),
        5,
        "high",
        "an office named on the line under a signature",
        ("Secretario", "El Alcalde de Burgos", "director"),
        ("Secretario fue. Luego murió.",),
    ),
    LineRule(
        "es.god-keep",
        "valediction",
        expression(
            r"(?:(?:Y\s+)?(?:Dios|Nuestro\s+Señor|N\.\s?S\.)\b.{0,60}?\s(?:guarde|gu[ae]?\.?|prospere|conserve|dé)\b.{0,90}$)",
            re.IGNORECASE,
        ),
        4.5,
        "high",
        "the wish that God may keep the addressee, with which Spanish letters close",
        ("Dios guarde a V. E. muchos años.", "Nuestro Señor guarde la persona de vuestra merced"),
        ("Dios sabe por qué.",),
    ),
    LineRule(
        "es.closing-words",
        "valediction",
        expression(
            r"(?=.{4,110}$)(?:atentamente|afectuosamente|cordialmente|respetuosamente|(?:un|con\s+un|recib[ea]\s+un)\s+(?:fuerte\s+|cordial\s+)?(?:abrazo|beso|saludo)|(?:muchos|mil)\s+(?:abrazos|besos|recuerdos)|"
            r"besos|saludos|recuerdos\s+a|le\s+saluda|les?\s+saludan?|te\s+(?:abraza|quiere|besa)|sin\s+otro\s+particular|en\s+espera\s+de|qued[oa](?:mos)?\s+(?:de|siempre|a\s+sus)|soy\s+(?:de|siempre)|"
            r"adiós|tuy[oa]|suy[oa]|siempre\s+(?:tuy[oa]|suy[oa])|recib[ea]\b|con\s+(?:todo|el\s+mayor|la\s+mayor|mi)\s+(?:respeto|afecto|consideración|cariño))\b",
            re.IGNORECASE,
        ),
        2.5,
        "medium",
        "a line with the words of a complimentary close",
        ("Atentamente,", "Un abrazo", "Le saluda", "En espera de sus noticias, quedamos de ustedes", "Siempre tuyo"),
        ("Recibí la carta.", "Un hombre vino"),
    ),
    LineRule(
        "es.signed-possessive",
        "signed",
        expression(
            rf"(?:[Tt]u|[Ss]u|[Tt]uy[oa]|[Ss]uy[oa])(?:\s+{_FEEL})*(?:\s+(?:[A-ZÁ-Ú][\w.’'-]*|de|del|la|y)){{1,4}}[.,]?$"
        ),
        3,
        "medium",
        "a close and a name on one line",
        ("Tu Ramón", "tuyo Juan de Arce"),
        ("Su carta", "tuyo"),
    ),
    LineRule(
        "es.address",
        "address",
        expression(
            r"(?:(?:Al?\s+)?(?:Excm|Exm|Ilm|Ilustr|Excelent)\w*\.?\s+(?:Sr|Señor|S[eñ]*or|Don|D)\b\.?|Al?\s+(?:Señor[ae]?s?|Sr[ae]?s?\.|Don|Doña|D\.|la\s+Señora|los\s+Señores)|Sr[ae]?s?\.?\s+(?:Don|Doña|D|Dn|de)\b\.?|"
            r"Señor[ae]?s?\s+(?:Don|D\.|(?-i:[A-Z])\w+\s+(?:y|e)\s))\s*[^!?:]{2,80}[^!?:]$"
        ),
        4.6,
        "high",
        "an address",
        ("Excmo. Sr. Conde de Vega", "Sr. Don Juan de Arce", "Señores Ibarra y Compañía", "A Don Pedro Ruiz, Sevilla"),
        ("Señor Don Juan:", "A donde vas"),
    ),
    LineRule(
        "es.postscript",
        "postscript",
        expression(r"(?:P\.?\s?[DS]\.?|N\.?\s?B\.?|Posdata|Postdata)(?=[\s:.—–-])"),
        5,
        "high",
        "a paragraph that begins with P.D. or P.S.",
        ("P.D. Recuerdos a todos.", "P. S.— Llegó", "Posdata: nada"),
        ("PDX", "Pd 5"),
    ),
    LineRule(
        "es.enclosure",
        "enclosure",
        expression(
            r"[\[(]?(?:Anexo|Adjunto|Documento\s+adjunto)\b(?:\s+(?:n[.°ºúm]*\s*)?(?:\d+|[A-Z]|[IVX]+))?(?:\s+(?:a|al|de)\s.{0,40})?[.:\])]*$"
        ),
        4,
        "high",
        "a line of its own that heads an enclosure",
        ("Anexo 1", "Anexo n.º 2 al despacho 5"),
        ("Adjunto le envío la carta.",),
    ),
    foot_rule("es", FOOT, ("Anexos: 2", "2 anexos", "Adjunto: una factura"), ("Adjunto le envío",)),
    LineRule(
        "es.part",
        "part",
        expression(r"(?:Parte|Documento|Hoja|Pieza)\s+(?:\d{1,3}[a-z]?|[IVX]{1,5}|[A-Z])\s*[.:]?$"),
        5,
        "high",
        "a line of its own that numbers a part of the transcript",
        ("Parte II", "Hoja 3"),
        ("Parte de la carta",),
    ),
    field_rule("es", FIELDS, ("Asunto: envío", "PARA: Ministerio", "Fecha: 3 de mayo"), ("De Madrid al cielo",)),
)

TO = "a"
AND = "y"

_PARTY = r"[^,;:()]{2,80}?"
_NAME = r"[A-ZÀ-Þ][\w.’'-]*(?:\s+(?:[A-ZÀ-Þ][\w.’'-]*|de|del|la|los|las|y)){1,6}"

HEADINGS = (
    HeadingRule(
        "es.de-a",
        expression(
            rf"(?P<genre>{'|'.join(sorted(GENRES, key=len, reverse=True))})(?:\s+n[.úm]*\s?[°º]?\s?\d+)?\s+(?:de|del)\s+(?P<sender>{_PARTY})\s+(?:a|al|a\s+la)\s+"
            r"(?P<addressee>(?-i:(?=[A-ZÀ-Þ]))[^,;:()]{2,80}?)(?:,\s+(?:desde\s+)?(?P<place>[A-ZÀ-Þ][^,;:]{1,40}))?",
            re.IGNORECASE,
        ),
        GENRES,
        "high",
        'sender and addressee read from a heading of the form "Carta de A a B"',
        (("Carta de Juan de Arce a Pedro Ruiz", "Juan de Arce", "Pedro Ruiz"),),
        ("Carta de ayer",),
    ),
    HeadingRule(
        "es.a-a-b",
        expression(
            rf"(?P<sender>{_NAME})\s+a\s+(?P<addressee>{_NAME}|[A-ZÀ-Þ]\w+)(?:,\s+(?P<place>[A-ZÀ-Þ][^,;:]{{1,40}}))?"
        ),
        {},
        "medium",
        'sender and addressee read from a heading of the form "A a B"',
        (("Juan de Arce a Pedro Ruiz", "Juan de Arce", "Pedro Ruiz"),),
        ("Viaje a pie", "Once a Year"),
    ),
)
