"""The labels of fields in German memoranda, telegrams and business letters: at the head, and at the foot."""

from __future__ import annotations

FIELDS = {
    "an": "to",
    "von": "from",
    "datum": "date",
    "ort": "place",
    "betreff": "subject",
    "betr": "subject",
    "betrifft": "subject",
    "bezug": "reference",
    "aktenzeichen": "reference",
    "az": "reference",
    "zeichen": "reference",
    "ihr zeichen": "reference",
    "unser zeichen": "reference",
    "tgb. nr": "number",
    "cc": "cc",
    "nachrichtlich": "cc",
    "durchschlag an": "cc",
    "abschrift an": "cc",
    "durchschrift an": "cc",
    "kopie an": "cc",
    "kopie": "cc",
    "z. hd": "attention",
    "zu händen": "attention",
}
FOOT = {
    "anlage": "enclosures",
    "anlagen": "enclosures",
    "anl": "enclosures",
    "beilage": "enclosures",
    "beilagen": "enclosures",
    "beil": "enclosures",
    "durchschlag an": "cc",
    "abschrift an": "cc",
    "durchschrift an": "cc",
    "kopie an": "cc",
    "kopie": "cc",
    "nachrichtlich": "cc",
    "verteiler": "distribution",
}
