"""Italian letters: dispatches of the republics, letters of courtesy, private and commercial correspondence."""

from __future__ import annotations

import re

from teiedit.recognise.formulas._rule import HeadingRule, LineRule, field_rule, foot_rule, word
from teiedit.tools.expressions import expression

GENRES = {
    "lettera": "letter",
    "biglietto": "letter",
    "cartolina": "letter",
    "cartolina postale": "letter",
    "dispaccio": "letter",
    "telegramma": "telegram",
    "nota": "note",
    "memoria": "memorandum",
    "promemoria": "memorandum",
    "relazione": "report",
    "verbale": "minutes",
    "discorso": "speech",
}

FIELDS = {
    "a": "to",
    "al": "to",
    "alla": "to",
    "da": "from",
    "dal": "from",
    "data": "date",
    "oggetto": "subject",
    "rif": "reference",
    "riferimento": "reference",
    "prot": "number",
    "protocollo": "number",
    "per conoscenza": "cc",
}

FOOT = {"allegato": "enclosures", "allegati": "enclosures", "all": "enclosures", "copia a": "cc"}

_SUPER = r"[^\W\d_]{3,}issim[oaie]"
_DEAR = (
    rf"(?:car[oaie]|amat[oaie]|dilett[oaie]|egregi[oae]?|gentil[ei]|stimat[oaie]|pregiat[oaie]|illustr[ei]|reverend[oaie]|molto|"
    rf"magnific[oaie]|nobil[ei]|onorat[oaie]|onorevol[ei]|distint[oaie]|spettabil[ei]|buon[oaie]?|venerat[oaie]|dolce|sacra|"
    rf"(?:ill|preg|stim|gent|egr|ecc|rev|spett|chiar|on|ch)\.?\s?(?:ss?)?(?:m[oaie]|\.?le|\.?gio)?\.?(?=[\s,])|{_SUPER})"
)
_KIN = (
    r"(?:servitor[ei]?|servidor[ei]?|servo|serva|suddit[oa]|amic[oa]|figli(?:o|a|uolo)|fratello|sorella|cugin[oa]|padre|madre|nipote|"
    r"marito|moglie|zi[oa]|compare|collega|discepol[oa]|scolar[oe])"
)
_MIDDLE = (
    rf"(?:(?-i:[A-ZÀ-Þ])(?:[\w’'-]|\.(?=\w))*|mi[oa]|miei|mie|nostr[oaie]|signor[ei]?|signora|sig\.?(?:ra?\.?)?|et?|ed|&|di|padron[ei]?|amic[oa]|in\s+Cristo|{_KIN}|"
    rf"{_DEAR})"
)
_FEEL = (
    r"(?:h?umil(?:e|issim[oaie])|devot[oaie]|obb?lig\w+|obb?edien\w+|ubbidien\w+|affe[tz]\w+|aff\.?(?:m[oa])?|dev\.?(?:m[oa])?|obb?l?\.?(?:m[oa])|"
    rf"fedel[ei]|ossequios[oa]|ver[oa]|sincer[oa]|buon[oa]?|cordial[ei]|perpetu[oa]|tutt[oa]|sempre|antic[oa]|vecchi[oa]|{_SUPER})"
)
_GRACE = r"(?:seren\w+|eccel+en\w+|ecc\.?|signori\w*|sant\w+|maest\w+|altez\w+|eminen\w+|beatitud\w+|grandez\w+|magnif\w+|paternit\w+|(?-i:[A-Z])\.)"
_FEELS = word(_FEEL, "et?", "ed", "&", "come", r"per\s+sempre")
_ADVERB = word("sempre", "tutto", "tutta", "addio", _FEEL)

LINES = (
    LineRule(
        "it.transcript",
        "transcript",
        expression(r"(?:Trascrizione|Copia)\b(?=.{0,60}$)(?!.*[.!?]\s+\w)", re.IGNORECASE),
        5,
        "high",
        "a line that names the sheet a transcript",
        ("Trascrizione: lettera 7",),
        ("La trascrizione segue.",),
    ),
    LineRule(
        "it.reference",
        "reference",
        expression(r"\(?(?:Segnatura|Collocazione|Fonte)\b\.?\s*:\s*\S", re.IGNORECASE),
        5,
        "high",
        "a line that gives the archive's reference",
        ("(Segnatura: ASV, Senato, filza 3)",),
        ("La segnatura manca.",),
    ),
    LineRule(
        "it.salute",
        "salute",
        expression(
            rf"(?=.{{4,110}}$)(?:(?:o\s+)?(?:mi[oa]|miei|mie|nostr[oaie])\s+)?{word(_DEAR)}(?:[,.]?\s+{word(_MIDDLE)}){{0,10}}\s*[,.:;!]?\s*[-–—]*$",
            re.IGNORECASE,
        ),
        4.5,
        "high",
        "a salutation such as Caro amico,",
        (
            "Caro Amico,",
            "Serenissimo Principe,",
            "Illustrissimo et Eccellentissimo Signor mio osservandissimo",
            "Egregio Signor Direttore,",
            "Mia carissima madre!",
            "Ill.mo Signore",
        ),
        ("Caro è il prezzo che paghiamo per averlo.", "Molto mi piace il libro.", "Gratissima mi fu la tua lettera."),
    ),
    LineRule(
        "it.salute-title",
        "salute",
        expression(
            r"(?:Signor[ei]?|Signora|Signorina|Eccellenza|Maestà|Sire|Altezza|Eminenza|Monsignore|Santità|Beatissimo\s+Padre|Santissimo\s+Padre|Padre|"
            r"Madre|Fratello|Amico|Amica)(?:\s+(?:mi[oa]|car[oa]|nostr[oa]|[A-ZÀ-Þ][\w.’'-]*)){0,4}\s*[,:!]$"
        ),
        4,
        "high",
        "a salutation by title",
        ("Signor Conte,", "Eccellenza,", "Amico mio!", "Signore:"),
        ("Signora mia, non so che dirle di questo.", "Padre e madre,"),
    ),
    LineRule(
        "it.run-in",
        "runin",
        expression(
            rf"(?:(?:mi[oa]|miei)\s+)?{word(_DEAR)}(?:[,.]?\s+{word(_MIDDLE)}){{0,10}}?\s*[,:.!]\s*[–—-]*\s+(?=\S)(?:(?=.{{20}})|(?<=.{{45}}))",
            re.IGNORECASE,
        ),
        4,
        "high",
        "a salutation that runs into the first paragraph",
        (
            "Serenissimo Principe, con le lettere dei dieci scrissi a Vostra Serenità.",
            "Caro Paolo, ti scrivo due righe in fretta.",
            "Illustrissimo Signor mio osservandissimo. Ho ricevuto la sua lettera.",
        ),
        ("Carissima mi è stata la vostra, e ne ringrazio il cielo.",),
    ),
    LineRule(
        "it.servant",
        "valediction",
        expression(
            rf"(?=.{{4,100}}$)(?:(?:sono|resto|rimango|mi\s+dico|mi\s+creda|et?|con\s+che)\b\s*)*(?:(?:il|la|i|l['’])\s*)?(?:di\s+(?:lei|voi|te)\s+|"
            rf"vostr[oa]\s+|tu[oa]\s+|su[oa]\s+|v\.ro\s+)?(?:{_FEELS}[,.]?\s+)*(?:{_FEEL}|{_KIN})"
            rf"(?:\s+(?:et?|ed|&|per)\s+(?:{_FEEL}|{_KIN}|servirla|sempre))*(?:\s+{_KIN})?[.,]?$",
            re.IGNORECASE,
        ),
        5,
        "high",
        "a complimentary close such as umilissimo servitore",
        (
            "humilissimo et devotissimo servitore",
            "Suo devotissimo",
            "il vostro affezionatissimo figlio",
            "Suo obbligatissimo servo ed amico",
            "Aff.mo",
        ),
        ("Il fratello di Anna venne ieri.", "Sono stato a Roma."),
    ),
    LineRule(
        "it.of-grace",
        "valediction",
        expression(
            rf"(?=.{{4,90}}$)(?:di|della|dell['’]|d\.)\s*(?:(?:vostr[ae]|v\.|vs\.|v\.ra|su[ae]|s\.)\s*)?{_GRACE}"
            rf"(?:\s*(?:vostra|{_GRACE}|illustr\w+|ill\.\w*|rev\w*\.?|et|e|{_SUPER}))*[.,]?$",
            re.IGNORECASE,
        ),
        5,
        "high",
        "the beginning of a complimentary close such as Di Vostra Serenità",
        ("Di Vostra Serenità", "Di V. S. Ill.ma", "Della Serenità Vostra", "Di Vostra Eccellenza"),
        ("Di Venezia", "Della signora Rosa non so nulla."),
    ),
    LineRule(
        "it.possessive",
        "valediction",
        expression(
            rf"(?:{_ADVERB},?\s+)*(?:(?:il|la|i|dal|dalla)\s+)?(?:tu[oa]|su[oa]|vostr[oa])(?:\s+{word(_FEEL)})*\s*[.,!]?$",
            re.IGNORECASE,
        ),
        5,
        "high",
        "a complimentary close that ends in tuo or suo",
        ("Il tuo", "Suo", "Tutto vostro,", "la tua affezionata"),
        ("Il tuo libro", "Sua madre"),
    ),
    LineRule(
        "it.closing-words",
        "valediction",
        expression(
            r"(?=.{3,110}$)(?:gra[tz]ie(?:\s+(?:et)?c\.?)?[.,]?$|addio\b|con\s+(?:(?:la|ogni|tutta|il|i|molt[ai]|tutto)\s+)?(?:più\s+)?"
            r"(?:perfett|profond|distint|cordial|affettuos|alt|singolar|vera|sincer|stima|osservanza|rispett|ossequi|affett|saluti)\w*|"
            r"(?:distinti|cordiali|affettuosi|tanti|molti|cari|mille|i\s+miei)\s+(?:\w+\s+)?(?:saluti|baci|ossequi|auguri)|un\s+(?:caro\s+|forte\s+)?(?:abbraccio|bacio|saluto)|"
            r"(?:mi|la|vi)\s+(?:creda|prego\s+di\s+creder|conservi|ami|abbia)\w*|(?:ti|vi|la)\s+(?:abbraccio|bacio|saluto|riverisco)|"
            r"(?:bacio|baciando)\w*\s+le\s+mani|salut(?:i|andol\w)\b|in\s+fede|state\s+san[oi]|vale\b)",
            re.IGNORECASE,
        ),
        2.5,
        "medium",
        "a line with the words of a complimentary close",
        (
            "Con perfetta osservanza",
            "Gratie etc.",
            "Tanti saluti",
            "Mi creda sempre",
            "Un abbraccio",
            "Addio di cuore.",
        ),
        ("Grazie a Dio stiamo bene.", "Con il treno delle tre"),
    ),
    LineRule(
        "it.signed-possessive",
        "signed",
        expression(
            rf"(?:(?i:il|la)\s+)?(?:(?i:tu[oa]|su[oa]|vostr[oa]))(?:\s+{_FEEL})*(?:\s+(?:[A-ZÀ-Þ][\w.’'-]*|di|de|da|della)){{1,4}}[.,]?$"
        ),
        3,
        "medium",
        "a close and a name on one line",
        ("Il tuo Giulio", "tua affezionata Maria", "Suo Carlo Rossi"),
        ("Il tuo libro", "Suo"),
    ),
    LineRule(
        "it.address",
        "address",
        expression(
            r"(?:Al(?:l['’]|(?:la|lo|li)?\s+)(?:molto\s+)?(?:Ill\w*|Signor\w*|Sig\.?|Egregi\w*|Cav\w*|Chiar\w*|Seren\w*|Nobil\w*|Onor\w*|Rever\w*|Magnif\w*|Conte|Padre|"
            r"Ecc\w*|Preg\w*|Stim\w*|March\w*)\b|(?:Preg|Egr|Ill|Gent|Spett|Chiar)\.?\s?(?:mo|ma|le|gio|re)?\.?\s+(?:Sig|Prof|Dott|Cav|Avv|Ditta)\w*\.?)"
            r"\s*[^!?]{2,100}$"
        ),
        3.5,
        "high",
        "an address",
        ("Al Signor Conte Paolo Neri", "All'Illustrissimo Signor Carlo Verdi, Roma", "Egr. Sig. Antonio Bruni"),
        ("Al signore non importa!", "Alla fine siamo partiti."),
    ),
    LineRule(
        "it.office",
        "role",
        expression(
            r"(?=.{4,70}$)(?:il\s+|la\s+|l['’])?(?:direttore|segretario|presidente|sindaco|console|ministro|ambasciator[ei]|ambassator[ei]|orator[ei]?|residente|capitano|podestà|"
            r"provveditor[ei]?|vescovo|tesoriere|cancelliere)\b[^.!?:]{0,45}\.?$",
            re.IGNORECASE,
        ),
        5,
        "high",
        "an office named on the line under a signature",
        ("Segretario", "Il Sindaco di Lodi", "ambasciatore", "Residente"),
        ("Segretario fu. Poi morì.",),
    ),
    LineRule(
        "it.postscript",
        "postscript",
        expression(r"(?:P\.?\s?S\.?|N\.?\s?B\.?|Post?\s?-?scritt[aoi]|Poscritt[ao])(?=[\s:.—–-])"),
        5,
        "high",
        "a paragraph that begins with P.S. or Poscritta",
        ("P.S. Il libro è arrivato.", "Poscritta. Hora intendo", "NB. Saluti"),
        ("PSALMO",),
    ),
    LineRule(
        "it.enclosure",
        "enclosure",
        expression(
            r"[\[(]?(?:Allegat[oia]|Inclusa|Annesso)\b(?:\s+(?:n[.°º]?\s*)?(?:\d+|[A-Z]|[IVX]+))?(?:\s+(?:a|al|alla)\b.{0,40})?[.:\])]*$",
            re.IGNORECASE,
        ),
        4,
        "high",
        "a line of its own that heads an enclosure",
        ("Allegato 1", "Allegato n. 2 alla lettera del 3 maggio", "[Inclusa]"),
        ("Allegato le mando il libro.",),
    ),
    LineRule(
        "it.part",
        "part",
        expression(r"(?:Parte|Documento|Foglio|Lettera)\s+(?:\d{1,3}[a-z]?|[IVX]{1,5}|[A-Z])\s*[.:]?$"),
        5,
        "high",
        "a line of its own that numbers a part of the transcript",
        ("Parte II", "Foglio 3"),
        ("Parte della lettera",),
    ),
    foot_rule(
        "it", FOOT, ("2 allegati", "Allegati: la fattura", "All. 3"), ("Allegata la fattura", "Allegato alla lettera")
    ),
    field_rule("it", FIELDS, ("Oggetto: carbone", "DA: Ministero", "Data: 3 maggio 1931"), ("Oggetto del mio amore",)),
)

TO = "a"
AND = "e"

_PARTY = r"[^,;:()]{2,80}?"
_TO = r"(?:a|ad|al|alla|all['’])"
_NAME = r"[A-ZÀ-Þ][\w.’'-]*(?:\s+(?:[A-ZÀ-Þ][\w.’'-]*|di|de|del|della|da|e|et)){1,6}"

HEADINGS = (
    HeadingRule(
        "it.di-a",
        expression(
            rf"(?P<genre>{'|'.join(sorted(GENRES, key=len, reverse=True))})(?:\s+n\.?\s?[°º]?\s?\d+)?\s+(?:di|da|del|della|dell['’])\s*"
            rf"(?P<sender>{_PARTY})\s+{_TO}\s*(?P<addressee>(?-i:(?=[A-ZÀ-Þ])){_PARTY})(?:,\s+(?:da\s+)?(?P<place>[A-ZÀ-Þ][^,;:]{{1,40}}))?",
            re.IGNORECASE,
        ),
        GENRES,
        "high",
        'sender and addressee read from a heading of the form "Lettera di A a B"',
        (
            ("Lettera di Carlo Verdi a Paolo Neri", "Carlo Verdi", "Paolo Neri"),
            ("Dispaccio del console al Senato", "console", "Senato"),
        ),
        ("Storia di Roma",),
    ),
    HeadingRule(
        "it.a-a-b",
        expression(
            rf"(?P<sender>{_NAME})\s+(?:a|ad)\s+(?P<addressee>{_NAME}|[A-ZÀ-Þ]\w+)(?:,\s+(?P<place>[A-ZÀ-Þ][^,;:]{{1,40}}))?"
        ),
        {},
        "medium",
        'sender and addressee read from a heading of the form "A a B"',
        (("Carlo Verdi a Paolo Neri", "Carlo Verdi", "Paolo Neri"),),
        ("Viaggio a piedi", "Such a Thing"),
    ),
)
