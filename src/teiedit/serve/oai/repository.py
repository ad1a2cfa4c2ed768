"""What OAI-PMH says of the repository as a whole."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

# http://www.openarchives.org/OAI/2.0/guidelines-oai-identifier.htm: a domain, with a dot.
DOMAIN = re.compile(r"[a-zA-Z][a-zA-Z0-9-]*(?:\.[a-zA-Z][a-zA-Z0-9-]*)+")
# Nobody's, by RFC 2606; an edition that names no domain or address of its own is told so when the server starts.
NOBODY = "nobody@contact.invalid"
NOWHERE = "edition.invalid"


@dataclass(frozen=True, slots=True)
class Repository:
    """The edition as harvesters are told of it.

    Attributes:
        title: its name.
        contact: an e-mail address.
        address: the base URL; "" where the edition does not say, so that it is the address asked.
        domain: what stands in the identifiers of records.
        secret: what tokens are signed with.
        tei: gives a TEI document of the site as it is, or None where there is none.
        now: gives the present moment.
    """

    title: str
    contact: str
    address: str
    domain: str
    secret: bytes
    tei: Callable[[str], bytes | None]
    now: Callable[[], datetime]

    def identifier(self, document: str) -> str:
        """Return the identifier of a document's records."""
        return f"oai:{self.domain}:{quote(document, safe='')}"

    def document(self, identifier: str) -> str:
        """Return the document that an identifier means; "" where it is none of ours."""
        lead = f"oai:{self.domain}:"
        return unquote(identifier[len(lead) :]) if identifier.startswith(lead) else ""


def named(
    meta: Mapping[str, str], secret: bytes, tei: Callable[[str], bytes | None], now: Callable[[], datetime]
) -> Repository:
    """Return the repository of an edition.

    Args:
        meta: what the catalogue says of the edition.
        secret: the server's.
        tei: as in Repository.
        now: likewise.
    """
    domain = meta.get("repository", "")
    return Repository(
        meta.get("title", "") or "Edition",
        meta.get("contact", "") or NOBODY,
        meta.get("oai", ""),
        domain if DOMAIN.fullmatch(domain) else NOWHERE,
        secret,
        tei,
        now,
    )
