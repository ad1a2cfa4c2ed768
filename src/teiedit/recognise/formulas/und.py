"""What needs no language: copyists' marks, an archive's sheet, numbers and labels at the head."""

from __future__ import annotations

import re

from teiedit.recognise.formulas._rule import HeadingRule, LineRule
from teiedit.tools.expressions import expression

# (s), /s/, s/, (Sgd.), [Signed]: a copyist's mark that the original bore a signature
SIGNED_MARK = expression(
    r"[(\[]\s*(?:s|sgd|signed|signé|gez|unterz)\.?\s*[)\]]|/s/|s/|(?:sgd|signed|signé|gez)\b[.:]*", re.IGNORECASE
)
SEAL_MARK = expression(r"[(\[]\s*(?:L\.\s?S\.|seal)\s*[)\]]", re.IGNORECASE)

# A word of handling alone on its line: how secret, how urgent.
CLASSIFICATION = expression(
    r"[\[(]?(?:(?:MOST|TOP|STRICTLY|VERY|STRENG|STRENGSTENS|GANZ|TRÈS|MOLTO|MUY|ZEER)\s+)?(?:SECRET|CONFIDENTIAL|RESTRICTED|UNCLASSIFIED|PRIVATE(?:\s+(?:AND|&)\s+"
    r"(?:CONFIDENTIAL|PERSONAL))?|PERSONAL(?:\s+(?:AND|&)\s+(?:CONFIDENTIAL|SECRET|PRIVATE))?|GEHEIM|VERTRAULICH|SECR[ÈE]TE|CONFIDENTIELLE?|PERSONNELLE?|"
    r"SEGRET[OA]|SEGRETISSIM[OA]|RISERVAT[OA]|RISERVATISSIM[OA]|SECRETO|CONFIDENCIAL|RESERVADO|VERTROUWELIJK|GEHEIME?\s+(?:REICHS|KOMMANDO)SACHE|"
    r"EYES\s+ONLY|OFFICIAL\s+USE\s+ONLY|NUR\s+FÜR\s+DEN\s+DIENSTGEBRAUCH|SECRETISSIME)[.!]?[\])]?$",
    re.IGNORECASE,
)
PRECEDENCE = expression(
    r"[\[(]?(?:(?:MOST|SEHR|TRÈS|MOLTO|MUY|ZEER|ÄUSSERST|OPERATIONAL)\s+)?(?:IMMEDIATE|URGENT|PRIORITY|ROUTINE|FLASH|EMERGENCY|DEFERRED|IMPORTANT|DRINGEND|EILT|EILIG|"
    r"SOFORT|CITO|CITISSIME|CITISSIMO|URGENTISSIMO|URGENTE|(?:D['’])?EXTR[ÊE]ME\s+URGENCE|PRIORITÉ(?:\s+ABSOLUE)?|PRIORITAIRE|SPOED)[.!]{0,2}[\])]?$",
    re.IGNORECASE,
)
# When a telegram was handed in, and when received; what follows must be a date or an hour.
HANDED = expression(
    r"[\[(]?(?P<label>(?:D\.|Desp(?:\.|atched)|Disp(?:\.|atched)|Sent|Handed\s+in|Aufg(?:\.|egeben)|Abg(?:\.|egangen|esandt)|Déposée?|Expédiée?|Envoyée?|"
    r"Spedit[oa]|Expedid[oa]|Verzonden|(?P<received>R\.|Rec(?:\.|['’]?d\.?|eived)|Eing(?:\.|egangen)|Ank\.|Angekommen|Empfangen|Erhalten|"
    r"Reçue?|Arrivée?|Ricevut[oa]|Recibid[oa]|Ontvangen))(?:\s?:)?)(?=[\s\d])\s*",
    re.IGNORECASE,
)
# Who dictated and who typed: "JFK:el", "AB/cd".
TYPIST = expression(r"[A-Z]{2,4}\s?[:/]\s?(?:[a-z]{1,4}|[A-Z]{1,4})\.?$")

LINES = (
    LineRule(
        "handling",
        "field",
        expression(rf"(?:{CLASSIFICATION.pattern})|(?:{PRECEDENCE.pattern})", re.IGNORECASE),
        3,
        "high",
        "a word of handling on a line of its own: Secret, Urgent",
        (
            "SECRET",
            "Private and Confidential.",
            "STRICTLY CONFIDENTIAL",
            "Urgent!",
            "VERTRAULICH",
            "IMMEDIATE",
            "Citissime!",
            "Très urgent",
            "[Secret]",
        ),
        ("Secret police", "Private Jones wrote.", "Important news came."),
    ),
    LineRule(
        "typist",
        "footfield",
        TYPIST,
        4,
        "high",
        "the initials of who dictated and who typed",
        ("JFK:el", "AB/cd", "RKM/HT"),
        ("AB", "A/c", "and/or"),
    ),
    LineRule(
        "telephone",
        "letterhead",
        expression(
            r"(?:Tel(?:e(?:phone|fon|foon|fono|grams?|grammes?|graphic\s+address|x))?|Fernsprecher|Fernruf|Téléphone|Tél|Fax)\b\.?\s*(?:N[or]?[.°º]+\s*)?:?\s*(?=.*(?:\d|\"))(?=.{2,60}$)",
            re.IGNORECASE,
        ),
        4,
        "high",
        "a line of a letterhead with a number to call",
        ("Telephone: Central 1234", "Tel. 40 12", "Fernruf 3412"),
        ("Telephone me at once.",),
    ),
    LineRule(
        "signed-mark",
        "signed",
        expression(rf"{SIGNED_MARK.pattern}\s*\S", re.IGNORECASE),
        6,
        "high",
        "a line that begins with a copyist's sign for a signature",
        ("(s) John F. Kennedy", "/s/ A. Sender", "(Sgd.) J. DOE", "[Signed] A. B.", "Signed: R. Roe", "gez. Müller"),
        ("(a) to remove", "s. Smith"),
    ),
    LineRule(
        "number",
        "number",
        expression(r"[\[(]?(?:No|Nr|N|Num|Number)[.°º]\s?\s?\d{1,5}\s?[a-z]?[.\])]*$", re.IGNORECASE),
        5,
        "high",
        "a line of its own with the document's number",
        ("No. 34.]", "[No. 7]", "Nr. 12", "N° 5"),
        ("No. 34 was received.", "Number one"),
    ),
    LineRule(
        "number-kind",
        "number",
        expression(
            r"(?:Circular|Despatch|Dispatch|Telegram|Letter|Memorandum|Order|Rundschreiben|Zirkular|Bericht|Brief|Schreiben|Circulaire|Circolare|Dispaccio|Lettera|Oficio|Despacho|Carta)"
            r"\s+(?:No|Nr|N|Num|n)[.°ºo]*\s?\d{1,5}[a-z]?[.\])]*$",
            re.IGNORECASE,
        ),
        4,
        "high",
        "a line of its own with the kind and number of the document",
        ("Circular No. 7", "Rundschreiben Nr. 12", "Dispaccio n. 3"),
        ("Letter No. 5 was lost.",),
    ),
    LineRule(
        "kind",
        "main",
        expression(
            r"(?:MEMORANDUM|MEMO|CIRCULAR|AIDE[- ]M[ÉE]MOIRE|MINUTES?|AKTENVERMERK|VERMERK|RUNDSCHREIBEN|AKTENNOTIZ|NOTE(?:\s+(?:VERBALE|DE\s+SERVICE))?|CIRCULAIRE|"
            r"PROMEMORIA|CIRCOLARE|MEMORÁNDUM|NOTA|DIENSTBRIEF)[.:]?$"
        ),
        3.5,
        "high",
        "a word for the kind of document, in capitals above it",
        ("MEMORANDUM", "NOTE VERBALE", "AKTENVERMERK"),
        ("Memorandum of a talk", "NOTE THAT"),
    ),
    LineRule(
        "label",
        "label",
        expression(
            r"[\[(](?:Extracts?|Translation|Telegram|Copy|Confidential|Private|Secret|Paraphrase|Circular|Enclosure|"
            r"Auszug|Abschrift|Übersetzung|Vertraulich|Extrait|Traduction|Copie|Confidentielle?)\b[^\])]{0,40}[.]?[\])]$",
            re.IGNORECASE,
        ),
        5,
        "high",
        "a label in brackets at the head of the document",
        ("[Extract.]", "[Translation.]", "[Telegram—Paraphrase]", "(Abschrift)"),
        ("[illegible]", "(see below)"),
    ),
)

HEADINGS: tuple[HeadingRule, ...] = ()
