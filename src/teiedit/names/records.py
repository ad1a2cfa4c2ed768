"""Records of an authority file on this machine: one form for what GND, VIAF, Wikidata and plain tables give.

GND as lobid has it: https://lobid.org/gnd/api. Wikidata: https://doc.wikimedia.org/Wikibase/master/php/docs_topics_json.html
and the results of its query service, https://www.w3.org/TR/sparql11-results-json/. VIAF clusters:
https://www.oclc.org/developer/api/oclc-apis/viaf/authority-cluster.en.html. Whatever is missing or of another form is
passed over: the files are anybody's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from teiedit.read.authorities import AUTHORITIES, record_of, record_uri

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@dataclass(frozen=True, slots=True)
class AuthorityRecord:
    """One record.

    Attributes:
        uris: type and URI of the record, and of those that it names as the same.
        names: the preferred form first.
        kind: "persName", "placeName", "orgName"; "" where it is not said.
        birth: YYYY, YYYY-MM or YYYY-MM-DD; "" where it is not said.
        death: the same.
        office: professions and descriptions, in words.
    """

    uris: tuple[tuple[str, str], ...]
    names: tuple[str, ...]
    kind: str = ""
    birth: str = ""
    death: str = ""
    office: str = ""

    @property
    def dates(self) -> str:
        """Birth and death as a register has them; "" if neither is known."""
        if not (self.birth or self.death):
            return ""
        return f"{self.birth}/{self.death}" if "-" in self.birth + self.death else f"{self.birth}–{self.death}"


# What columns and keys are called, without signs and in small letters.
_CALLED = {
    "uri": "id uri url item person place organisation organization record authority link entity concept",
    "gnd": "gnd gndid gndidentifier",
    "viaf": "viaf viafid",
    "wikidata": "wikidata wikidataid qid",
    "geonames": "geonames geonamesid",
    "lc": "lc lccn locid loc lcnaf",
    "name": "name preferredname label itemlabel personlabel placelabel organisationlabel preflabel heading mainheading",
    "variants": "variants variantname variantnames altlabel altlabels alias aliases itemaltlabel",
    "birth": "birth born birthdate dateofbirth dob geburtsdatum geboren birthyear yearofbirth",
    "death": "death died deathdate dateofdeath dod sterbedatum gestorben deathyear yearofdeath",
    "dates": "dates lifespan lebensdaten life",
    "office": "office occupation occupationlabel professionoroccupation profession beruf description itemdescription",
    "type": "type kind class nametype",
}
FIELDS = {name: field for field, names in _CALLED.items() for name in names.split()}
_DAY = re.compile(r"[+]?(\d{4}(?:-(?!00)\d\d(?:-(?!00)\d\d)?)?)")
_YEARS = re.compile(r",?\s*\(?(?:\d{4}|\?)?\s*[-–/]\s*(?:\d{4}|\?)?\s*\)?\.?$|,?\s*\d{4}\s*[-–]?\s*$")
_TYPES = {
    "persName": "person differentiatedperson royalormemberofaroyalhouse q5 human personal",
    "placeName": "placeorgeographicname place geographic territorialcorporatebodyoradministrativeunit",
    "orgName": "corporatebody corporate organisation organization organisationofcorporatebody",
}
_KINDS = {name: kind for kind, names in _TYPES.items() for name in names.split()}
_MOST_NAMES = 200
_LONGEST_NAME = 300
_AFTER_DATES = tuple("0123456789)-–/.?")


@lru_cache(maxsize=1024)
def field_of(name: str) -> str:
    """Return what a column or key holds, "" if that is not known."""
    return FIELDS.get(re.sub(r"[^a-z]", "", name.lower()), "")


def record_of_fields(values: Mapping[str, str]) -> AuthorityRecord | None:
    """Return the record of a row, whose values are named as in `FIELDS`; None if it has no name or no number."""
    uris: dict[str, str] = {}
    for typed in _split(values.get("uri", "")):
        found = _uri(typed)
        if found:
            uris.setdefault(*found)
    for authority in AUTHORITIES:
        for typed in _split(values.get(authority, "")):
            uri = record_uri(authority, typed)
            if uri:
                uris.setdefault(authority, uri)
    names = tuple(
        name for name in (_bare(values.get("name", "")), *map(_bare, _split(values.get("variants", "")))) if name
    )
    birth, death = day(values.get("birth", "")), day(values.get("death", ""))
    if not birth and not death:
        first, _, last = values.get("dates", "").replace("–", "-").replace("/", "-").partition("-")
        birth, death = day(first.strip(" *")), day(last.strip(" †"))
    if not uris or not names:
        return None
    return AuthorityRecord(
        tuple(uris.items()), names, kind_of(values.get("type", "")), birth, death, values.get("office", "")
    )


def record_of_json(data: Any) -> AuthorityRecord | None:
    """Return the record of a JSON object of any of the forms, None if it is none."""
    if not isinstance(data, dict):
        return None
    if isinstance(data.get("labels"), dict):
        return _wikidata(data)
    if any(key in data for key in ("viafID", "ns1:viafID")):
        return _viaf({key.removeprefix("ns1:"): value for key, value in data.items()})
    values: dict[str, str] = {}
    for key, value in data.items():
        name = field_of(key)
        if name:
            words = [word for word in _words(value) if word]
            joined = words[0] if name in ("birth", "death", "name") and words else "|".join(words[:_MOST_NAMES])
            values[name] = f"{values[name]}|{joined}" if name == "uri" and values.get(name) else joined
    return record_of_fields(values)


def inside(data: Any) -> Iterator[Any]:
    """Yield the records of a value: those of a list or of an answer that holds many, or the value itself."""
    if isinstance(data, list):
        for item in data:
            yield from inside(item)
        return
    if isinstance(data, dict):
        results = data.get("results")
        if isinstance(results, dict) and isinstance(results.get("bindings"), list):
            yield from results["bindings"]
            return
        for key in ("member", "entities", "@graph"):
            held = data.get(key)
            if isinstance(held, (list, dict)):
                yield from held if isinstance(held, list) else held.values()
                return
    yield data


def _words(value: Any) -> Iterator[str]:
    """Yield the words of a JSON value: a string, the label of an object, those of a list."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, int) and not isinstance(value, bool):
        yield str(value)
    elif isinstance(value, list):
        for item in value[:_MOST_NAMES]:
            yield from _words(item)
    elif isinstance(value, dict):
        for key in ("value", "label", "id", "@id", "#text", "text"):
            if isinstance(value.get(key), str):
                yield value[key]
                return


def _wikidata(data: dict[str, Any]) -> AuthorityRecord | None:
    identifier = data.get("id")
    uri = record_uri("wikidata", identifier) if isinstance(identifier, str) else ""
    labels = data["labels"]
    names = [
        label["value"] for label in labels.values() if isinstance(label, dict) and isinstance(label.get("value"), str)
    ]
    for found in _values(data.get("aliases")):
        names += list(_words(found))
    claims = data.get("claims") if isinstance(data.get("claims"), dict) else {}
    uris = [("wikidata", uri)]
    for authority, property_ in (("gnd", "P227"), ("viaf", "P214"), ("lc", "P244"), ("geonames", "P1566")):
        number = next(
            (record_uri(authority, value) for value in _claims(claims, property_) if isinstance(value, str)), ""
        )
        uris += [(authority, number)] if number else []
    types = [value.get("id") for value in _claims(claims, "P31") if isinstance(value, dict)]
    kind = "persName" if "Q5" in types else ""
    birth, death = (next(map(_time, _claims(claims, p)), "") for p in ("P569", "P570"))
    office = " ".join(word for found in _values(data.get("descriptions")) for word in _words(found))
    unique = tuple(dict.fromkeys(filter(None, map(_bare, names[:_MOST_NAMES]))))
    return AuthorityRecord(tuple(uris), unique, kind, birth, death, office) if uri and unique else None


def _values(data: Any) -> Iterator[Any]:
    if isinstance(data, dict):
        yield from data.values()


def _claims(claims: Any, name: str) -> Iterator[Any]:
    """Yield the values of a property, a few at most."""
    found = claims.get(name) if isinstance(claims, dict) else None
    for claim in found[:8] if isinstance(found, list) else ():
        try:
            yield claim["mainsnak"]["datavalue"]["value"]
        except (KeyError, TypeError):
            continue


def _time(value: Any) -> str:
    """Return a Wikidata time, as fine as its precision says: 9 is a year, 10 a month, 11 a day."""
    if not isinstance(value, dict) or not isinstance(value.get("time"), str):
        return ""
    fine = {9: 4, 10: 7, 11: 10}.get(value.get("precision", 11), 0)
    return day(value["time"])[:fine]


def _viaf(data: dict[str, Any]) -> AuthorityRecord | None:
    number = next(_words(data.get("viafID")), "")
    uri = record_uri("viaf", number)
    headings = data.get("mainHeadings") or data.get("ns1:mainHeadings")
    held = (headings.get("data") or headings.get("ns1:data")) if isinstance(headings, dict) else headings
    items = held if isinstance(held, list) else [held]
    names: list[str] = []
    for item in items[:_MOST_NAMES]:
        names += _words({k.removeprefix("ns1:"): v for k, v in item.items()} if isinstance(item, dict) else item)
    unique = tuple(dict.fromkeys(filter(None, map(_bare, names))))
    kind = kind_of(next(_words(data.get("nameType")), ""))
    dates = [day(next(_words(data.get(key)), "")) for key in ("birthDate", "deathDate")]
    return AuthorityRecord((("viaf", uri),), unique, kind, *dates) if uri and unique else None


@lru_cache(maxsize=1024)
def kind_of(typed: str) -> str:
    """Return the kind of name that the types of a record say."""
    for word in re.split(r"[|\s,/#]+", typed):
        kind = _KINDS.get(re.sub(r"[^a-z0-9]", "", word.lower()))
        if kind:
            return kind
    return ""


def day(typed: str) -> str:
    """Return the date at the head of a value as YYYY, YYYY-MM or YYYY-MM-DD; "" if there is none."""
    match = _DAY.match(typed.strip())
    return match[1] if match and match[1] != "0000" else ""


def _uri(typed: str) -> tuple[str, str] | None:
    if "://" in typed:
        return record_of(typed.replace("http://d-nb.info", "https://d-nb.info"))
    uri = record_uri("wikidata", typed)
    return ("wikidata", uri) if uri else (("gnd", uri) if (uri := record_uri("gnd", typed)) else None)


def _split(value: str) -> list[str]:
    return [part for part in map(str.strip, value.split("|")) if part]


def _bare(name: str) -> str:
    """Return a heading without the dates after it: "Goethe, Johann Wolfgang von, 1749-1832"."""
    words = " ".join(name.split()).strip(" ,") if len(name) < _LONGEST_NAME else ""
    return _YEARS.sub("", words).strip(" ,") if words[-1:] in _AFTER_DATES else words
