"""What needs no language: copyists' marks, an archive's sheet, the shape of a signature."""

from __future__ import annotations

import re

from teiedit.recognise.formulas._rule import HeadingRule, LineRule

# (s), /s/, s/, (Sgd.), [Signed]: a copyist's mark that the original bore a signature
SIGNED_MARK = re.compile(r"[(\[]\s*(?:s|sgd|signed)\.?\s*[)\]]|/s/|s/|(?:sgd|signed)\b[.:]?", re.IGNORECASE)
SEAL_MARK = re.compile(r"[(\[]\s*(?:L\.\s?S\.|seal)\s*[)\]]", re.IGNORECASE)

_NAME_WORD = r"(?:[A-ZÀ-ÖØ-Þ][\w’'.-]*|von|van|de|der|den|du|la|le|di|da|zu|af|y)"

LINES = (
    LineRule(
        "signed-mark",
        "signed",
        re.compile(rf"{SIGNED_MARK.pattern}\s*\S", re.IGNORECASE),
        5,
        "high",
        "a line that begins with a copyist's sign for a signature",
        ("(s) John F. Kennedy", "/s/ A. Sender", "(Sgd.) J. DOE", "[Signed] A. B.", "Signed: R. Roe"),
        ("(a) to remove", "s. Smith"),
    ),
    LineRule(
        "signed-name",
        "signed",
        re.compile(rf"(?=.{{2,50}}$){_NAME_WORD}(?:,?\s+{_NAME_WORD}){{0,4}}[.,]?$"),
        2,
        "medium",
        "a line of its own with the shape of a name, where the letter ends",
        ("John F. Kennedy", "J. DOE", "Otto von Bismarck.", "Harriet"),
        ("we agreed.", "Yours sincerely,", "I have read your letter of the 3rd."),
    ),
)

HEADINGS: tuple[HeadingRule, ...] = ()
