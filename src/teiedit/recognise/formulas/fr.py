"""French letters and diplomatic correspondence."""

from __future__ import annotations

import re

from teiedit.recognise.formulas._rule import HeadingRule, LineRule, field_rule, foot_rule, word
from teiedit.tools.expressions import expression

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

FIELDS = {
    "à": "to",
    "pour": "to",
    "de": "from",
    "date": "date",
    "lieu": "place",
    "objet": "subject",
    "obj": "subject",
    "réf": "reference",
    "référence": "reference",
    "n/réf": "reference",
    "v/réf": "reference",
    "nos réf": "reference",
    "vos réf": "reference",
    "copie à": "cc",
    "copie": "cc",
    "à l'attention de": "attention",
}
FOOT = {
    "p.j": "enclosures",
    "p. j": "enclosures",
    "pj": "enclosures",
    "pièce jointe": "enclosures",
    "pièces jointes": "enclosures",
    "copie à": "cc",
    "destinataires": "distribution",
    "ampliation": "distribution",
}
_KIN = (
    r"(?:serviteurs?|servante|servitr\w+|serv\.?|ami[es]*|amy[es]?|frère|frere|cousin[es]*|sœur|soeur|fils|filz|fille|sujett?e?|oncle|tante|neveu|nepveu|père|pere|mère|mere|collègue|confrère|"
    r"compatriote|élève|disciple|camarade)"
)
_TRUE = (
    r"(?:très|tres|très-\w+|tres-\w+|bien|plus|humbles?|obéissant[es]*|obeissant[es]*|obéiss\.|affectionn[éez]+s?|affectueu\w+|dévou[ée]+|devou[ée]+|fidelle|fid[eè]le|vieil|vieux|"
    r"vieille|meilleur|bon|bonne|vrai[e]?|respectueu\w+|reconnaissant[e]?|sincère|et|&|tout|toute|toujours|à|jamais|parfait|petit[e]?|cher|chère|obligé|tendre|dévotieux|soumis[e]?|loyal|entièrement|entierement|humblement)"
)

_DEAR = r"(?:cher|chère|chers|chères|très\s+cher|bien\s+cher|honoré|vieux|vieil|bon|bien-aimée?|chéri|chérie)"

LINES = (
    LineRule(
        "fr.transcript",
        "transcript",
        expression(r"(?:Transcription|Copie)\b(?=.{0,60}$)(?!.*[.!?]\s+\w)", re.IGNORECASE),
        5,
        "high",
        "a line that names the sheet a transcript",
        ("Transcription : lettre 7",),
        ("La transcription suit.",),
    ),
    LineRule(
        "fr.reference",
        "reference",
        expression(r"\(?(?:Cote|Réf(?:érence)?|Source)\b\.?\s*:\s*\S", re.IGNORECASE),
        5,
        "high",
        "a line that gives the archive's reference",
        ("(Cote : AN, F7 1234)", "Référence : AD Sarthe, 12 J"),
        ("La cote manque.",),
    ),
    LineRule(
        "fr.number",
        "number",
        expression(
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
        expression(
            rf"(?:(?:Mon|Ma|Mes|Notre)\s+)?{_DEAR}\b(?:\s+(?:et\s+)?\S+){{0,6}}?[,.!:]?\s*[-–—]?$|"
            r"(?:(?:Mesdames|Mesdemoiselles|Madame),\s+)*"
            r"(?:Monsieur|Messieurs|Madame|Mesdames|Mademoiselle|Monseigneur|Excellence|Sire|Votre\s+Excellence)"
            r"(?:\s+(?:le|la|les|et)\s+\S+|\s+[A-Z]\S*){0,5}\s*[,.!:]?\s*[-–—]?$",
            re.IGNORECASE,
        ),
        4,
        "high",
        "a salutation such as Mon cher ami,",
        (
            "Mon cher Weber,",
            "Monsieur,",
            "Monsieur le Ministre,",
            "Chers amis,",
            "Messieurs les Membres,",
            "Mesdames, Messieurs,",
        ),
        ("Mon cher ami est parti hier soir pour la campagne avec toute sa famille.",),
    ),
    LineRule(
        "fr.run-in",
        "runin",
        expression(
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
        expression(
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
        "fr.salute-old",
        "salute",
        expression(
            r"(?=.{4,80}$)(?:(?:Monsieur|Madame|Messieurs|Monseigneur|Sire|Mademoiselle|Mons\.|Mr|M\.)(?:,?\s+(?:et|mon|ma|mes|tres|très|cher|chère|honoré|honorée|honore|bien|bon|bonne|aimé|aymé|"
            r"cousin|frère|frere|père|pere|oncle|neveu|ami|amy|amie|compère|confrère|collègue|fils|mère|sœur|soeur|cousine|tante|patron|maître|révérend|le|(?-i:[A-ZÀ-Þ])[\w-]*)){1,7}|"
            r"(?:Citoyen|Citoyenne|Citoyens|Camarade|Confrère|Compère|Mon\s+(?:\w+\s+){0,2}(?:père|frère|cousin|oncle|neveu|fils|ami|amy|prince|général|colonel|commandant|capitaine|enfant|amour|ange)|"
            r"Ma\s+(?:\w+\s+){0,2}(?:mère|sœur|soeur|cousine|tante|fille|mie|bonne|petite|chérie|amie))(?:\s+(?-i:[A-ZÀ-Þ])[\w-]*){0,2})\s*[,.!:;]\s*[-–—]*$",
            re.IGNORECASE,
        ),
        4,
        "high",
        "a salutation by title or kinship",
        ("Monsieur mon cousin,", "Monsieur et très honoré père,", "Citoyen,", "Mon frère,", "Ma bonne mère,"),
        ("Monsieur mon cousin est mort.", "Mon fils est parti, il reviendra."),
    ),
    LineRule(
        "fr.servant",
        "valediction",
        expression(
            rf"(?=.{{5,120}}$)(?:(?:Je\s+(?:suis|demeure|reste)|J['’]a[iy]\s+l['’]honneur\s+d['’]e?[êe]s?tre)\b.{{0,60}}?[\s,]+)?(?:(?:Monsieur|Madame|Monseigneur|Sire|de\s+(?:V[oô]s?tre|votre|V\.)\s+\S+),?\s+)*(?:(?:V[oô]s?tre|Vos|Ton|Ta|le|la|les|son|sa|leur)\s+)"
            rf"(?:{word(_TRUE)}[\s,]+)*(?:{_KIN}|{_TRUE})(?:\s+(?:et|&)\s+(?:{_TRUE}\s+)*(?:{_KIN}|{_TRUE}))*(?:\s+à\s+jamais)?\s*[.,]?$",
            re.IGNORECASE,
        ),
        5,
        "high",
        "a complimentary close such as Votre très humble serviteur",
        (
            "Votre très humble et très obéissant serviteur,",
            "Vostre bien affectionné cousin",
            "le très humble et très obéissant serviteur",
            "Ton vieil ami",
        ),
        ("Votre frère est venu.", "La mère et la fille partent."),
    ),
    LineRule(
        "fr.i-am",
        "valediction",
        expression(
            r"(?=.{9,120}$)(?:(?:Et\s+|et\s+)?(?:[Jj]e\s+(?:suis|demeure|reste)|[Jj]['’]a[iy]\s+l['’]honneur\s+d['’]e?[êe]s?tre)(?:,|\s+(?:avec|tout|toute|votre|vostre|toujours|bien|très|sincèrement|en\s+attendant|de)\b).{0,90}(?<![.!?])$|"
            r"De\s+V[oô]s?tre\s+(?:Majest\w+|Excellence|Altesse|Éminence|Grandeur|Seigneurie|Saintet\w+)[.,]?$)"
        ),
        4,
        "high",
        "the beginning of a complimentary close such as Je suis avec respect",
        ("Je suis avec respect,", "J'ai l'honneur d'être avec la plus parfaite considération,", "De Votre Majesté,"),
        ("Je suis malade.", "J'ai l'honneur d'être reçu."),
    ),
    LineRule(
        "fr.close-short",
        "valediction",
        expression(
            r"(?=.{3,70}$)(?:[AÀ]\s+(?:bientôt|toi|vous|demain|jeudi|vendredi|samedi|dimanche|lundi|mardi|mercredi)\b|Adieu|Au\s+revoir|(?:Bons|Mille|Gros|Tendres|Doux)\s+(?:\w+\s+)?(?:baisers|souvenirs|saluts|choses|amitiés|caresses)|Bon\s+souvenir|"
            r"Bien\s+(?:respectueusement|amicalement|à\s+(?:vous|toi)|cordialement|sincèrement|des\s+choses)|Meilleurs?\s+\w+|Salut(?:ations)?\b|Salut\s+et\s+fraternité|Amicalement|Amitiés|Je\s+t['’]embrasse|Ton|Ta|Votre|Tout\s+(?:vôtre|tien)|En\s+hâte|Bien\s+vôtre|"
            r"Toujours\s+(?:à\s+vous|votre|ton)|Ever\s+yours)(?:\s*[.,!]?$|\b.{0,40}[.,!]?$)"
        ),
        2.5,
        "medium",
        "a line with the words in which friends take leave",
        (
            "A bientôt.",
            "Bien respectueusement à vous,",
            "Mille baisers",
            "Bons souvenirs",
            "Ton",
            "Salut et fraternité",
        ),
        ("A Paris nous serons heureux.", "Mille hommes sont morts hier soir."),
    ),
    LineRule(
        "fr.signed-possessive",
        "signed",
        expression(
            r"(?:Ton|Ta|Votre|ton|ta|votre)(?:\s+(?:vieux|vieil|vieille|petit|petite|fidèle|dévoué|dévouée|cher|chère))*(?:\s+[A-ZÀ-Þ][\w.’'-]*){1,3}[.,]?$"
        ),
        3,
        "medium",
        "a close and a name on one line",
        ("Ton Alfred", "Votre Jeanne.", "Ta petite Lulu"),
        ("Votre lettre", "Ton"),
    ),
    LineRule(
        "fr.address",
        "address",
        expression(
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
        "fr.office",
        "role",
        expression(
            r"(?=.{4,70}$)(?:[Ll][ae]\s+|L['’])?(?:[Dd]irect(?:eur|rice)|[Ss]ecrétaire|[Pp]résident|[Mm]aire|[Cc]onsul|[Mm]inistre|[Aa]mbassadeur|[Pp]réfet|[Ss]énateur|[Dd]éputé|[Cc]apitaine|"
            r"[Cc]olonel|[Gg]énéral|[Cc]onseiller|[Aa]rchiviste|[Cc]uré|[Éé]vêque|[Tt]résorier|[Gg]érant|[Cc]hef)\b[^.!?:]{0,45}\.?$"
        ),
        5,
        "high",
        "an office named on the line under a signature",
        ("Directeur", "Le Maire de Dole", "Secrétaire général"),
        ("Directeur il fut. Puis il partit.",),
    ),
    LineRule(
        "fr.postscript",
        "postscript",
        expression(r"(?:P\.?\s?[,.]?\s?S\.?|N\.?\s?B\.?|Post-scriptum)(?=[\s:.,—–-])"),
        5,
        "high",
        "a paragraph that begins with P.S.",
        ("P.S.- Je reçois votre lettre.", "P. S. J'ai tardé encore", "Post-scriptum : rien"),
        ("PSAUME",),
    ),
    LineRule(
        "fr.annexes",
        "postscript",
        expression(
            r"(?:\d{1,2}|une|deux|trois)?\s*(?:annexes?)\s*[.:]?\s*\d{0,2}[.]?$",
            re.IGNORECASE,
        ),
        4,
        "medium",
        "a line that counts what is enclosed",
        ("1 annexe.", "annexes.", "2 annexes"),
        ("L'annexe est jointe.",),
    ),
    LineRule(
        "fr.enclosure",
        "enclosure",
        expression(r"(?:ANNEXE|Annexe|PIÈCE\s+JOINTE)\b(?:\s+(?:[àa]|N°|n°|\d|[A-Z]\b|[IVX]+)).{0,60}$"),
        5,
        "high",
        "a line of its own that heads an enclosure",
        ("Annexe à ma lettre N° 478", "ANNEXE à ma LETTRE N° 1235", "Annexe 1"),
        ("L'annexe à ma lettre",),
    ),
    LineRule(
        "fr.part",
        "part",
        expression(r"(?:Partie|Document|Feuillet|Pièce)\s+(?:\d{1,3}[a-z]?|[IVX]{1,5}|[A-Z])\s*[.:]?$"),
        5,
        "high",
        "a line of its own that numbers a part of the transcript",
        ("Partie II", "Feuillet 3"),
        ("Partie de chasse",),
    ),
    field_rule(
        "fr",
        FIELDS,
        ("Objet : congés", "DE : M. Ferrand", "À : M. le Directeur", "Réf. : V/12"),
        ("De Paris à Lyon", "Objet de mes soins"),
    ),
    foot_rule(
        "fr", FOOT, ("P.J. : 2", "2 pièces jointes", "P. J.", "Copie à : M. Weber"), ("Pièce jointe n° 3 à la lettre",)
    ),
)

TO = "à"
AND = "et"

_PARTY = r"[^,;:()]{2,80}?"

HEADINGS = (
    HeadingRule(
        "fr.de-a",
        expression(
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
        expression(
            rf"(?P<sender>(?=[A-ZÀ-Þ]){_PARTY})\s+à\s+(?P<addressee>(?=[A-ZÀ-Þ]){_PARTY})(?:,\s+(?P<place>[A-ZÀ-Þ][^,;:]{{1,40}}))?"
        ),
        {},
        "high",
        'sender and addressee read from a heading of the form "A à B"',
        (("Jeanne Kern à Paul Weber", "Jeanne Kern", "Paul Weber"),),
        ("Voyage à la mer",),
    ),
)
