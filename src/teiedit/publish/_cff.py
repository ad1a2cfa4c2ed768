"""How the edition is cited, for GitHub, Zenodo and Zotero: CITATION.cff.

Citation File Format 1.2.0: https://github.com/citation-file-format/citation-file-format/blob/1.2.0/schema-guide.md
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from teiedit.model.edition import Edition

FILE = "CITATION.cff"
# The licences that have a name in SPDX (https://spdx.org/licenses/), by how their addresses begin.
_SPDX = {
    "creativecommons.org/licenses/by/4.0": "CC-BY-4.0",
    "creativecommons.org/licenses/by-sa/4.0": "CC-BY-SA-4.0",
    "creativecommons.org/licenses/by-nc/4.0": "CC-BY-NC-4.0",
    "creativecommons.org/licenses/by-nc-sa/4.0": "CC-BY-NC-SA-4.0",
    "creativecommons.org/licenses/by-nd/4.0": "CC-BY-ND-4.0",
    "creativecommons.org/licenses/by-nc-nd/4.0": "CC-BY-NC-ND-4.0",
    "creativecommons.org/publicdomain/zero/1.0": "CC0-1.0",
    "www.nationalarchives.gov.uk/doc/open-government-licence/version/3": "OGL-UK-3.0",
}
# What YAML does not take in a line, though JSON does.
_NOT_YAML = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")


def citation_file(item: Mapping[str, Any], edition: Edition) -> bytes:
    """Return the file.

    Args:
        item: the edition as CSL JSON, of which the editors' names are taken, in their parts.
        edition: everything else.
    """
    entries: dict[str, Any] = {
        "cff-version": "1.2.0",
        "message": "If you use this edition, please cite it as below.",
        "type": "dataset",
        "title": ": ".join(part for part in (edition.title, edition.subtitle) if part),
        "authors": _authors(item, edition),
        "abstract": edition.description,
        "url": edition.base_url,
        **_licence(edition),
        "date-released": edition.date if len(edition.date) == len("2026-01-31") else "",
        "contact": [{"name": edition.publisher or edition.title, "email": edition.contact}] if edition.contact else "",
    }
    return "".join(f"{key}: {_yaml(value)}\n" for key, value in entries.items() if value).encode()


def _authors(item: Mapping[str, Any], edition: Edition) -> list[dict[str, str]]:
    """Return who answers for the edition; a file must name somebody."""
    people = [_person(name) for name in item.get("editor", ())]
    return people or [{"name": edition.publisher or edition.title}]


def _person(name: Mapping[str, str]) -> dict[str, str]:
    if "family" not in name:
        return {"name": name.get("literal", "")}
    parts = {
        "family-names": name["family"],
        "given-names": name.get("given", ""),
        "name-particle": name.get("non-dropping-particle") or name.get("dropping-particle", ""),
    }
    return {key: value for key, value in parts.items() if value}


def _licence(edition: Edition) -> dict[str, str]:
    address = edition.licence.url if edition.licence else ""
    name = next((name for start, name in _SPDX.items() if address.partition("://")[2].startswith(start)), "")
    return {"license": name} if name else {"license-url": address}


def _yaml(value: Any) -> str:
    """Return a value as YAML: JSON is YAML too, but for a few characters."""
    return _NOT_YAML.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(value, ensure_ascii=False))
