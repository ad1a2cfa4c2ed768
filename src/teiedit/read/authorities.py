"""Records of authority files, as people write them: a number, or an address.

GND https://d-nb.info/gnd/, VIAF https://viaf.org/, Wikidata https://www.wikidata.org/, GeoNames
https://www.geonames.org/, Library of Congress https://id.loc.gov/authorities/.
"""

from __future__ import annotations

import re

AUTHORITIES = ("gnd", "viaf", "wikidata", "geonames", "lc")
EXAMPLES = {
    "gnd": "118540238",
    "viaf": "24602065",
    "wikidata": "Q5879",
    "geonames": "2950159",
    "lc": "n79003362",
}
# How each authority numbers its records. GND: https://www.wikidata.org/wiki/Property:P227
_NUMBERS = {
    "gnd": r"1[0123]?\d{7}[\dXx]|[47]\d{6}-\d|[1-9]\d{0,7}-[\dXx]|3\d{7}[\dXx]",
    "viaf": r"[1-9]\d{0,21}",
    "wikidata": r"[Qq][1-9]\d{0,10}",
    "geonames": r"[1-9]\d{0,8}",
    "lc": r"(?:n[abnors]?|sh|sj)\d{8,10}",
}
_ADDRESSES = {
    "gnd": r"https?://d-nb\.info/gnd/({})/?",
    "viaf": r"https?://(?:www\.)?viaf\.org/viaf/({})/?",
    "wikidata": r"https?://www\.wikidata\.org/(?:entity|wiki)/({})",
    "geonames": r"https?://(?:www\.|sws\.)?geonames\.org/({})(?:/[^\s\"<>]*)?",
    "lc": r"https?://id\.loc\.gov/authorities/(?:names|subjects)/({})(?:\.html)?",
}
_URIS = {
    "gnd": "https://d-nb.info/gnd/{}",
    "viaf": "http://viaf.org/viaf/{}",
    "wikidata": "http://www.wikidata.org/entity/{}",
    "geonames": "https://www.geonames.org/{}",
    "lc": "http://id.loc.gov/authorities/{}",
}
# RFC 3986, loosely: https://www.rfc-editor.org/rfc/rfc3986
_ADDRESS = re.compile(r"https?://(?:[\w-]+\.)+[A-Za-z]{2,}(?::\d+)?(?:[/?#][\w\-.~:/?#\[\]@!$&'()*+,;=%]*)?", re.ASCII)


def record_uri(authority: str, typed: str) -> str:
    """Return the URI of a record, from its number or its address; "" if it is neither."""
    number = _NUMBERS[authority]
    match = re.fullmatch(number, typed, re.ASCII) or re.fullmatch(_ADDRESSES[authority].format(number), typed, re.ASCII)
    if match is None:
        return ""
    found = match[match.re.groups]
    if authority == "lc":
        found = f"{'subjects' if found.startswith('s') else 'names'}/{found}"
    return _URIS[authority].format(found.upper() if authority in ("gnd", "wikidata") else found)


def record_of(address: str) -> tuple[str, str] | None:
    """Return the authority whose record an address is ("URI" for any other) and its URI; None if it is no address."""
    for authority in AUTHORITIES:
        if "://" in address and (uri := record_uri(authority, address)):
            return authority, uri
    return ("URI", address) if _ADDRESS.fullmatch(address) else None
