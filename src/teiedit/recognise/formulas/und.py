"""What needs no language: copyists' marks, an archive's sheet, numbers and labels at the head."""

from __future__ import annotations

import re

from teiedit.recognise.formulas._rule import HeadingRule, LineRule

# (s), /s/, s/, (Sgd.), [Signed]: a copyist's mark that the original bore a signature
SIGNED_MARK = re.compile(
    r"[(\[]\s*(?:s|sgd|signed|signé|gez|unterz)\.?\s*[)\]]|/s/|s/|(?:sgd|signed|signé|gez)\b[.:]*", re.IGNORECASE
)
SEAL_MARK = re.compile(r"[(\[]\s*(?:L\.\s?S\.|seal)\s*[)\]]", re.IGNORECASE)

LINES = (
    LineRule(
        "signed-mark",
        "signed",
        re.compile(rf"{SIGNED_MARK.pattern}\s*\S", re.IGNORECASE),
        6,
        "high",
        "a line that begins with a copyist's sign for a signature",
        ("(s) John F. Kennedy", "/s/ A. Sender", "(Sgd.) J. DOE", "[Signed] A. B.", "Signed: R. Roe", "gez. Müller"),
        ("(a) to remove", "s. Smith"),
    ),
    LineRule(
        "number",
        "number",
        re.compile(r"[\[(]?(?:No|Nr|N|Num|Number)[.°º]\s?\s?\d{1,5}\s?[a-z]?[.\])]*$", re.IGNORECASE),
        5,
        "high",
        "a line of its own with the document's number",
        ("No. 34.]", "[No. 7]", "Nr. 12", "N° 5"),
        ("No. 34 was received.", "Number one"),
    ),
    LineRule(
        "label",
        "label",
        re.compile(
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
