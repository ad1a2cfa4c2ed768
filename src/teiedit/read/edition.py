"""edition.toml becomes an Edition: read strictly and once; all its faults are reported together."""

from __future__ import annotations

import difflib
import re
import tomllib
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from teiedit.model.diagnostic import Diagnostic, EditionError, Severity
from teiedit.model.edition import (
    ALONE,
    AROUND,
    BRAILLE,
    METADATA_LICENCES,
    NUMBERS,
    PAPERS,
    SPOKEN,
    Edition,
    Harvest,
    Licence,
    Pdf,
    Review,
    Text,
)
from teiedit.model.formats import FORMATS
from teiedit.model.house import SPACINGS, TYPES, Style
from teiedit.model.position import Place
from teiedit.model.volume import DIVISIONS, Chapter, Volume
from teiedit.tools.tei import slug

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

FILE = "edition.toml"
_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
_TAG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_HOST = re.compile(r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]*")
_MAIL = re.compile(r"[^@\s\"<>]+@[^@\s\"<>]+\.[^@\s\"<>.]+")
# Begins with a letter: it becomes an xml:id.
_UUID = re.compile(r"[a-fA-F][0-9a-fA-F]{7}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}")
_URL = re.compile(r"https?://[^\s\"<>]+")
# What XML cannot hold, and line breaks: a value is one line of text.
_CONTROL = re.compile(r"[\x00-\x1f\x7f\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Key:
    """One key of edition.toml.

    Attributes:
        kind: "text", "texts", "choice", "choices", "date", "tag", "tags", "url", "host", "mail", "uuid", "licence",
            "colour", "flag", "table", "signs" or "chapters".
        what: what it is for, as the documentation says it.
        choices: the values allowed, for a choice.
    """

    kind: str
    what: str
    choices: tuple[str, ...] = ()


# The keys of the table [style].
STYLE_KEYS: Mapping[str, Key] = {
    "accent": Key("colour", "the colour of links"),
    "paper": Key("colour", "the colour behind the text"),
    "ink": Key("colour", "the colour of the text"),
    "accent_dark": Key("colour", "the colour of links on a dark screen; if not given, one made from `accent`"),
    "paper_dark": Key("colour", "the colour behind the text on a dark screen"),
    "ink_dark": Key("colour", "the colour of the text on a dark screen"),
    "font": Key("choice", "the type that texts are set in", TYPES),
    "spacing": Key("choice", "how far apart letters, words and lines are set, on the site and in e-books", SPACINGS),
    "logo": Key("text", "a picture for the top of each page: a PNG, JPEG or SVG file in the edition's folder"),
    "logo_alt": Key("text", "what is read out in place of the logo, where it says more than the edition's title"),
    "footer": Key("text", "a line for the foot of each page, in Markdown"),
}

# The keys of the table [pdf].
PDF_KEYS: Mapping[str, Key] = {
    "paper": Key("choice", "the paper: A4, Letter, or a book of 6 by 9 inches", PAPERS),
    "large_print": Key("flag", "18 points, wide lines and no divided words, for readers who need large print"),
    "numbers": Key("choice", "what is counted in the margin", NUMBERS),
}

# The keys of the table [harvest].
HARVEST_KEYS: Mapping[str, Key] = {
    "oai": Key("url", "where the OAI-PMH server answers; if not given, `oai` below base_url"),
    "repository": Key("host", "the domain in the identifiers of records; if not given, that of base_url"),
    "provider": Key("text", "the institution whose data a portal shows; if not given, the publisher"),
    "rights": Key("url", "the rights statement or licence that portals show; if not given, that of `licence`"),
    "metadata_licence": Key("choice", "the licence of the metadata alone; if not given, `licence`", METADATA_LICENCES),
    "uuid": Key("uuid", "what identifies the edition in CMIF; if not given, made from base_url"),
}

# The keys of the table [text].
TEXT_KEYS: Mapping[str, Key] = {
    "braille": Key("choice", "a text for braille as well: a paragraph a line, or lines of 40 characters", BRAILLE),
}

# The keys of the table [volume].
VOLUME_KEYS: Mapping[str, Key] = {
    "chapters": Key("chapters", "what the chapters are made by, or the chapters themselves", DIVISIONS),
}

# The keys of the table [review].
REVIEW_KEYS: Mapping[str, Key] = {
    "below": Key("choice", "what is less sure than this is put to the editors", ("high", "medium")),
}

# The keys that are tables: the keys of each, what its values become, and an example.
TABLES: Mapping[str, tuple[Mapping[str, Key], type[Style | Pdf | Harvest | Text | Volume | Review], str]] = {
    "style": (STYLE_KEYS, Style, 'accent = "#85281c"'),
    "pdf": (PDF_KEYS, Pdf, 'paper = "letter"'),
    "harvest": (HARVEST_KEYS, Harvest, 'rights = "https://rightsstatements.org/vocab/NoC-OKLR/1.0/"'),
    "text": (TEXT_KEYS, Text, 'braille = "paragraphs"'),
    "volume": (VOLUME_KEYS, Volume, 'chapters = "correspondent"'),
    "review": (REVIEW_KEYS, Review, 'below = "medium"'),
}

KEYS: Mapping[str, Key] = {
    "title": Key("text", "the edition's title"),
    "subtitle": Key("text", "a second line of title"),
    "description": Key("text", "a few sentences for the home page"),
    "publisher": Key("text", "who publishes the edition"),
    "place": Key("text", "where it is published"),
    "date": Key("date", "when it was published: a year, a month or a day"),
    "editors": Key("texts", "the people who answer for the edition"),
    "contact": Key("mail", "the e-mail address of whoever answers letters about the edition"),
    "transcriber": Key("text", "who made the transcripts"),
    "language": Key("tag", "the language of the edition's own words, such as its labels"),
    "interface": Key("choices", "further languages that the site speaks, each in a folder of its own", SPOKEN),
    "languages": Key("tags", "the languages of the transcripts, the likeliest first"),
    "base_url": Key("url", "where the edition will stand on the web"),
    "licence": Key("licence", "the terms for the encoding and the edition: a name and a url"),
    "transcript_licence": Key("licence", "the terms for the transcripts, if they are others"),
    "formats": Key("choices", "what to make", FORMATS),
    "style": Key("table", "the look of the pages"),
    "pdf": Key("table", "how the PDFs are set"),
    "harvest": Key("table", "what libraries are told"),
    "text": Key("table", "what is made beside the plain text"),
    "volume": Key("table", "how the books of all documents are divided"),
    "review": Key("table", "what the editors are asked"),
    "conventions": Key("signs", "the transcribers' own signs, each with what it means"),
    "fail_on": Key("choice", "what makes a build count as failed", ("error", "warning")),
    "strict": Key("flag", "refuse transcripts that are not in UTF-8"),
}


def read_edition(path: Path, shown: str) -> Edition:
    """Return the settings in an edition.toml.

    Args:
        path: the file; its folder's name becomes the edition's identifier.
        shown: the file as the user knows it, for messages.

    Raises:
        EditionError: E002 cannot be read or is no TOML; E001 an unknown key; E003 a value of the wrong kind;
            E004 no title. All faults are in it.
    """
    text = _read(path, shown)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        where = re.search(r"at line (\d+), column (\d+)", str(error))
        place = Place(shown, *(int(n) for n in where.groups())) if where else Place(shown)
        reason = re.sub(r"\s*\(at .*\)$", "", str(error)).lower()
        hint = 'text stands in quotation marks: title = "Letters"'
        raise EditionError(
            Diagnostic("E002", Severity.ERROR, place, f'"{shown}" is not valid TOML: {reason}', hint)
        ) from error
    faults = [fault for key, value in data.items() for fault in _faults(key, value, text, shown)]
    if not str(data.get("title", "")).strip():
        hint = 'add a line such as title = "Letters of Ada Byron"'
        faults.append(Diagnostic("E004", Severity.ERROR, Place(shown, 1), "the edition has no title", hint))
    if faults:
        raise EditionError(*faults)
    return Edition(id=_identifier(path), **{key: _value(KEYS[key], value, key) for key, value in data.items()})


def _read(path: Path, shown: str) -> str:
    try:
        return path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = "it is not in UTF-8" if isinstance(error, UnicodeDecodeError) else (error.strerror or "").lower()
        message = f'cannot read "{shown}": {reason}'
        raise EditionError(
            Diagnostic("E002", Severity.ERROR, Place(shown), message, "save it as plain text in UTF-8")
        ) from error


def _identifier(path: Path) -> str:
    name = slug(path.resolve().parent.name)
    return name if name[:1].isalpha() else f"edition-{name}".rstrip("-")


def _value(key: Key, value: Any, name: str = "") -> Any:
    """Return what a value that is right becomes; `name` is that of a table."""
    if key.kind == "licence":
        return Licence(value["name"], value.get("url", ""))
    if key.kind == "signs":
        return tuple(value.items())
    if key.kind == "table":
        keys, made, _ = TABLES[name]
        return made(**{within: _value(keys[within], one) for within, one in value.items()})
    if key.kind == "chapters":
        return value if isinstance(value, str) else tuple(_chapter(one) for one in value)
    if key.kind == "url":
        return value.rstrip("/") + "/"
    return tuple(dict.fromkeys(value)) if isinstance(value, list) else value


def _chapter(value: Mapping[str, Any]) -> Chapter:
    return Chapter(" ".join(value["title"].split()), tuple(value["documents"]))


def _faults(key: str, value: Any, text: str, shown: str) -> list[Diagnostic]:
    place = place_of(key, text, shown)
    if key not in KEYS:
        return [_unknown(key, KEYS, place)]
    if KEYS[key].kind == "table" and isinstance(value, dict):
        return _table_faults(key, value, text, shown)
    if KEYS[key].kind == "signs" and isinstance(value, dict):
        return [
            _sign_fault(sign, meaning, text, shown) for sign, meaning in value.items() if not _is_sign(sign, meaning)
        ]
    expected = _expected(KEYS[key], value, key)
    if expected:
        return [Diagnostic("E003", Severity.ERROR, place, f'"{key}" has the value {_show(value)}', expected)]
    return []


def _unknown(key: str, keys: Iterable[str], place: Place) -> Diagnostic:
    near = difflib.get_close_matches(key, keys, 1, 0.6)
    hint = f'did you mean "{near[0]}"?' if near else f"the keys are: {', '.join(keys)}"
    return Diagnostic("E001", Severity.ERROR, place, f'unknown key "{key}"', hint)


def _table_faults(table: str, values: Mapping[str, Any], text: str, shown: str) -> list[Diagnostic]:
    keys, _, _ = TABLES[table]
    faults = []
    for key, value in values.items():
        place = place_of(key, text, shown)
        if key not in keys:
            faults.append(_unknown(key, keys, place))
        elif expected := _expected(keys[key], value):
            message = f'"{key}" in [{table}] has the value {_show(value)}'
            faults.append(Diagnostic("E003", Severity.ERROR, place, message, expected))
    return faults


def _sign_fault(sign: str, meaning: Any, text: str, shown: str) -> Diagnostic:
    """Return what is wrong with one line of [conventions]."""
    words = AROUND if "…" in sign else ALONE
    if not _readable_sign(sign):
        hint = 'write a sign that is more than one letter, or two signs with "…" between them: "⟨ … ⟩" = "supplied"'
    else:
        hint = f"what {'stands around words' if words is AROUND else 'stands alone'} can mean: {', '.join(words)}"
    message = f'"conventions" gives "{sign}" the meaning {_show(meaning)}'
    return Diagnostic("E003", Severity.ERROR, place_of(sign, text, shown), message, hint)


def _is_sign(sign: str, meaning: Any) -> bool:
    return _readable_sign(sign) and meaning in (AROUND if "…" in sign else ALONE)


def _readable_sign(sign: str) -> bool:
    """Say whether a sign can be told from text: two parts, or one; none empty, and each with more than one letter."""
    parts = [part.strip() for part in sign.split("…")]
    return (
        len(parts) <= 2 and _is_text(sign) and all(part and not (part.isalnum() and len(part) == 1) for part in parts)
    )


def _expected(key: Key, value: Any, name: str = "") -> str:
    """Return what was expected of a value, or "" if it is right; `name` is that of a table."""
    check = _CHECKS[key.kind]
    if check(key, value):
        return ""
    return {
        "text": 'write one line of text in quotation marks: "…"',
        "texts": 'write a list of texts: ["…", "…"]',
        "choice": f"write one of: {', '.join(key.choices)}",
        "choices": f"write a list of any of: {', '.join(key.choices)}",
        "flag": "write true or false",
        "date": 'write a year, a month or a day: "2026", "2026-03" or "2026-03-31"',
        "tag": 'write a language tag: "en", "de", "fr-CA"',
        "tags": 'write a list of language tags: ["en", "de"]',
        "url": 'write an address on the web: "https://example.org/letters/"',
        "host": 'write a domain: "letters.example.org"',
        "mail": 'write an e-mail address: "letters@example.org"',
        "uuid": 'write a UUID that begins with a letter: "f5055f00-9182-4728-8f81-a0cf016b616b"',
        "colour": 'write a colour as six figures after a number sign: "#85281c"',
        "table": f"write a table: [{name}], and below it {TABLES[name][2] if name in TABLES else ''}",
        "signs": 'write a table of signs and meanings: [conventions], and below it "⟨ … ⟩" = "supplied"',
        "chapters": f"write one of: {', '.join(key.choices)}; or [[volume.chapters]] for each chapter, "
        'and below it title = "…" and documents = ["…", "…"]',
        "licence": 'write a name and, if there is one, a url: { name = "CC BY 4.0", url = "https://…" }',
    }[key.kind]


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and not _CONTROL.search(value)


def _is_chapters(key: Key, value: Any) -> bool:
    if isinstance(value, str):
        return value in key.choices
    return isinstance(value, list) and bool(value) and all(_is_chapter(one) for one in value)


def _is_chapter(value: Any) -> bool:
    return (
        isinstance(value, dict)
        and set(value) == {"title", "documents"}
        and _is_text(value["title"])
        and bool(value["title"].strip())
        and isinstance(value["documents"], list)
        and all(isinstance(name, str) for name in value["documents"])
    )


def _is_date(value: str) -> bool:
    if not _DATE.fullmatch(value):
        return False
    try:
        date.fromisoformat(value + "-01-01"[len(value) - 4 :])
    except ValueError:
        return False
    return True


def _is_licence(value: Any) -> bool:
    return (
        isinstance(value, dict)
        and set(value) <= {"name", "url"}
        and _is_text(value.get("name"))
        and bool(value.get("name"))
        and ("url" not in value or (isinstance(value["url"], str) and bool(_URL.fullmatch(value["url"]))))
    )


_CHECKS: Mapping[str, Callable[[Key, Any], bool]] = {
    "text": lambda _, v: _is_text(v),
    "texts": lambda _, v: isinstance(v, list) and all(_is_text(t) and bool(t) for t in v),
    "choice": lambda key, v: v in key.choices,
    "choices": lambda key, v: isinstance(v, list) and bool(v) and all(t in key.choices for t in v),
    "flag": lambda _, v: isinstance(v, bool),
    "date": lambda _, v: isinstance(v, str) and _is_date(v),
    "tag": lambda _, v: isinstance(v, str) and bool(_TAG.fullmatch(v)),
    "tags": lambda _, v: isinstance(v, list) and bool(v) and all(isinstance(t, str) and _TAG.fullmatch(t) for t in v),
    "url": lambda _, v: isinstance(v, str) and bool(_URL.fullmatch(v)),
    "host": lambda _, v: isinstance(v, str) and bool(_HOST.fullmatch(v)),
    "mail": lambda _, v: isinstance(v, str) and bool(_MAIL.fullmatch(v)),
    "uuid": lambda _, v: isinstance(v, str) and bool(_UUID.fullmatch(v)),
    "licence": lambda _, v: _is_licence(v),
    "colour": lambda _, v: isinstance(v, str) and bool(_COLOUR.fullmatch(v)),
    "table": lambda _, v: isinstance(v, dict),
    "signs": lambda _, v: isinstance(v, dict),
    "chapters": _is_chapters,
}


def place_of(key: str, text: str, shown: str) -> Place:
    """Return where a key stands in the text of an edition.toml; the whole file where it cannot be found."""
    pattern = re.compile(rf"^[ \t]*\[?[ \t]*[\"']?{re.escape(key)}(?!\w)")
    for number, line in enumerate(text.splitlines(), 1):
        match = pattern.match(line)
        if match:
            column = line.index(key) + 1
            return Place(shown, number, column, number, column + len(key))
    return Place(shown)


def _show(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    shown = f'"{value}"' if isinstance(value, str) else str(value)
    return shown if len(shown) <= 60 else shown[:59] + "…"
