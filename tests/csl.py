"""The data model of CSL 1.0.2 as a JSON schema, for tests: types, variables, and how names and dates are written.

https://docs.citationstyles.org/en/stable/specification.html
"""

from __future__ import annotations

TYPES = """article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection
    dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case
    legislation manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical
    personal_communication post post-weblog regulation report review review-book software song speech standard thesis
    treaty webpage""".split()
NAMES = """author chair collection-editor compiler composer container-author contributor curator director editor
    editorial-director executive-producer guest host illustrator interviewer narrator organizer original-author
    performer producer recipient reviewed-author script-writer series-creator translator""".split()
DATES = "accessed available-date event-date issued original-date submitted".split()
TEXTS = """abstract annote archive archive-place archive_collection archive_location authority call-number
    collection-title container-title dimensions division DOI event-place event-title genre ISBN ISSN jurisdiction
    keyword language medium note original-publisher original-publisher-place original-title part-title publisher
    publisher-place references scale section source status title title-short URL version volume-title""".split()

_TEXT = {"type": "string", "minLength": 1}
_NAME = {
    "type": "object",
    "properties": dict.fromkeys(("family", "given", "dropping-particle", "non-dropping-particle", "literal"), _TEXT),
    "additionalProperties": False,
    "minProperties": 1,
}
_DAY = {
    "type": "array",
    "items": {"type": "integer"},
    "minItems": 1,
    "maxItems": 3,
}
_DATE = {
    "type": "object",
    "properties": {
        "date-parts": {"type": "array", "items": _DAY, "minItems": 1, "maxItems": 2},
        "circa": {"type": "boolean"},
        "literal": _TEXT,
    },
    "additionalProperties": False,
    "minProperties": 1,
}
SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {
            "id": _TEXT,
            "type": {"enum": TYPES},
            **dict.fromkeys(TEXTS, _TEXT),
            **dict.fromkeys(DATES, _DATE),
            **{key: {"type": "array", "items": _NAME, "minItems": 1} for key in NAMES},
        },
        "required": ["id", "type"],
        "additionalProperties": False,
    },
}
