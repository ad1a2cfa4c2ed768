"""French letters and diplomatic correspondence."""

from __future__ import annotations

import re

from teiedit.recognise.formulas._rule import HeadingRule, LineRule

GENRES = {
    "lettre": "letter",
    "billet": "letter",
    "carte": "letter",
    "carte postale": "letter",
    "dépêche": "letter",
    "télégramme": "telegram",
    "note": "note",
    "mémoire": "memorandum",
    "rapport": "report",
    "procès-verbal": "minutes",
    "discours": "speech",
}

_DEAR = r"(?:cher|chère|chers|chères|très\s+cher|bien\s+cher|honoré|vieux|vieil|bon|bien-aimée?|chéri|chérie)"

LINES = (
    LineRule(
        "fr.transcript",
        "transcript",
        re.compile(r"(?:Transcription|Copie)\b(?=.{0,60}$)(?!.*[.!?]\s+\w)", re.IGNORECASE),
        5,
        "high",
        "a line that names the sheet a transcript",
        ("Transcription : lettre 7",),
        ("La transcription suit.",),
    ),
    LineRule(
        "fr.reference",
        "reference",
        re.compile(r"\(?(?:Cote|Réf(?:érence)?|Source)\b\.?\s*:\s*\S", re.IGNORECASE),
        5,
        "high",
        "a line that gives the archive's reference",
        ("(Cote : AN, F7 1234)", "Référence : AD Sarthe, 12 J"),
        ("La cote manque.",),
    ),
    LineRule(
        "fr.number",
        "number",
        re.compile(
            r"(?:LETTRE|DÉPÊCHE|DEPECHE|NOTE|TÉLÉGRAMME)\s+N\s?[°º.]?\s?[\d.]{1,7}\s?(?:bis|ter)?\s*[.]?$",
            re.IGNORECASE,
        ),
        5,
        "high",
        "a line of its own with the document's number",
        ("Lettre n° 24.", "LETTRE N° 1.235"),
        ("Lettre n° 24 reçue hier.",),
    ),
    LineRule(
        "fr.salute",
        "salute",
        re.compile(
            rf"(?:(?:Mon|Ma|Mes|Notre)\s+)?{_DEAR}\b(?:\s+(?:et\s+)?\S+){{0,6}}?[,.!:]?\s*[-–—]?$|"
            r"(?:Monsieur|Messieurs|Madame|Mesdames|Mademoiselle|Monseigneur|Excellence|Sire|Votre\s+Excellence)"
            r"(?:\s+(?:le|la|les|et)\s+\S+|\s+[A-Z]\S*){0,5}\s*[,.!:]?\s*[-–—]?$",
            re.IGNORECASE,
        ),
        4,
        "high",
        "a salutation such as Mon cher ami,",
        ("Mon cher Weber,", "Monsieur,", "Monsieur le Ministre,", "Chers amis,", "Messieurs les Membres,"),
        ("Mon cher ami est parti hier soir pour la campagne avec toute sa famille.",),
    ),
    LineRule(
        "fr.run-in",
        "runin",
        re.compile(
            rf"(?:(?:Mon|Ma|Mes)\s+{_DEAR}(?:\s+[\w’'.-]+){{0,3}}?|Monsieur|Madame|Messieurs|Monsieur\s+le\s+\w+)\s*[,!:]\s*[–—-]*\s+(?=\S)(?=.{{20}})",
            re.IGNORECASE,
        ),
        3.5,
        "high",
        "a salutation that runs into the first paragraph",
        (
            "Mon cher ami, je reçois votre lettre à l'instant.",
            "Monsieur, j'ai l'honneur de vous informer que tout va bien.",
        ),
        ("Mon cher ami est parti.",),
    ),
    LineRule(
        "fr.valediction",
        "valediction",
        re.compile(
            r"(?:Agréez|Veuillez\s+(?:bien\s+)?(?:agréer|croire|recevoir|accepter|me\s+croire)|Recevez|Croyez|Daignez|Je\s+vous\s+prie|"
            r"J['’]ai\s+l['’]honneur\s+d['’]être|Dans\s+l['’]espoir|Votre\s+(?:bien\s+|très[\s-]+|tout\s+)*(?:affect\w*|cordialement|sincèrement|"
            r"dévoué|humble|fidèle|ami|respectueu\w*|obéissant)|V[oô]tre\s+(?:très\s+)?d[eé]vou|Affectueu\w*|Cordial\w*|Bien\s+(?:à\s+vous|"
            r"cordialement|affectueusement|amicalement)|Tout\s+à\s+(?:vous|toi)|Amicalement|Amitiés|Respectueusement|Sincèrement|Mille\s|"
            r"Je\s+(?:vous|t['’])\s*(?:embrasse|salue|serre)|Avec\s+(?:mes|toute|l['’]|la\s+plus))\b.{0,160}$",
            re.IGNORECASE,
        ),
        4,
        "high",
        "a complimentary close",
        (
            "Votre affectueusement dévoué,",
            "Affectueusement à vous,",
            "Agréez, Monsieur, l'assurance de ma considération très distinguée",
            "Veuillez agréer, Monsieur, nos salutations empressées.",
            "Tout à vous,",
        ),
        ("Votre lettre est arrivée.",),
    ),
    LineRule(
        "fr.address",
        "address",
        re.compile(
            r"(?:[AÀàa]\s+)?(?:Monsieur|M\.|MM\.|Madame|Mme|Mademoiselle|Son\s+Excellence|S\.\s?E\.|Monseigneur|R\.?T\.?\s+Hon\.?)\s+\S.{1,90}$"
        ),
        2.5,
        "high",
        "an address",
        (
            "à Monsieur le Président N. Weber,",
            "Monsieur le Ministre des Affaires étrangères",
            "Son Excellence M. Weber",
        ),
        ("Monsieur,", "A bientôt"),
    ),
    LineRule(
        "fr.postscript",
        "postscript",
        re.compile(r"(?:P\.?\s?[,.]?\s?S\.?|N\.?\s?B\.?|Post-scriptum)(?=[\s:.,—–-])"),
        5,
        "high",
        "a paragraph that begins with P.S.",
        ("P.S.- Je reçois votre lettre.", "P. S. J'ai tardé encore", "Post-scriptum : rien"),
        ("PSAUME",),
    ),
    LineRule(
        "fr.annexes",
        "postscript",
        re.compile(
            r"(?:\d{1,2}|une|deux|trois)?\s*(?:annexes?|pièces?\s+jointes?|P\.?\s?J\.?)\s*[.:]?\s*\d{0,2}[.]?$",
            re.IGNORECASE,
        ),
        4,
        "medium",
        "a line that counts what is enclosed",
        ("1 annexe.", "annexes.", "2 pièces jointes"),
        ("L'annexe est jointe.",),
    ),
    LineRule(
        "fr.enclosure",
        "enclosure",
        re.compile(r"(?:ANNEXE|Annexe|PIÈCE\s+JOINTE)\b(?:\s+(?:[àa]|N°|n°|\d|[A-Z]\b|[IVX]+)).{0,60}$"),
        5,
        "high",
        "a line of its own that heads an enclosure",
        ("Annexe à ma lettre N° 478", "ANNEXE à ma LETTRE N° 1235", "Annexe 1"),
        ("L'annexe à ma lettre",),
    ),
    LineRule(
        "fr.part",
        "part",
        re.compile(r"(?:Partie|Document|Feuillet|Pièce)\s+(?:\d{1,3}[a-z]?|[IVX]{1,5}|[A-Z])\s*[.:]?$"),
        5,
        "high",
        "a line of its own that numbers a part of the transcript",
        ("Partie II", "Feuillet 3"),
        ("Partie de chasse",),
    ),
)

EARLIER = re.compile(
    r"\bvotre\s+(?:\w+\s+){0,2}?(?P<genre>lettre|télégramme|dépêche|billet|note)\s+du\s+$", re.IGNORECASE
)
EARLIER_LABEL = "{genre} de {sender} à {addressee}"

_PARTY = r"[^,;:()]{2,80}?"

HEADINGS = (
    HeadingRule(
        "fr.de-a",
        re.compile(
            rf"(?P<genre>{'|'.join(sorted(GENRES, key=len, reverse=True))})(?:\s+n\s?[°º.]\s?[\d.]+(?:\s?bis)?)?\s+(?:de\s+|d['’]\s?|du\s+)"
            rf"(?P<sender>{_PARTY})\s+(?:à|au|aux)\s+(?P<addressee>{_PARTY})(?:,\s+(?P<place>[A-ZÀ-Þ][^,;:]{{1,40}}))?",
            re.IGNORECASE,
        ),
        GENRES,
        "high",
        'sender and addressee read from a heading of the form "Lettre de A à B"',
        (
            ("Lettre n°24 de Paul Weber à Nicolas Kern", "Paul Weber", "Nicolas Kern"),
            ("Lettre de Jeanne au ministre", "Jeanne", "ministre"),
        ),
        ("De la liberté",),
    ),
    HeadingRule(
        "fr.a-a-b",
        re.compile(
            rf"(?P<sender>(?=[A-ZÀ-Þ]){_PARTY})\s+à\s+(?P<addressee>(?=[A-ZÀ-Þ]){_PARTY})(?:,\s+(?P<place>[A-ZÀ-Þ][^,;:]{{1,40}}))?"
        ),
        {},
        "high",
        'sender and addressee read from a heading of the form "A à B"',
        (("Jeanne Kern à Paul Weber", "Jeanne Kern", "Paul Weber"),),
        ("Voyage à la mer",),
    ),
)
