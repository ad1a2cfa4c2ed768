"""Addresses on the web, safe wherever they are written: in XML, in headers, in the settings of servers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

if TYPE_CHECKING:
    from teiedit.model.edition import Edition

# What an address may hold as it is (RFC 3986), without the signs that some server's settings would read: ' $ ` *.
_PLAIN = "%/:?#[]@!&()+,;=~-._"
_LONE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")


def safe(address: str) -> str:
    """Return an address with all signs escaped that could end it, or be more than themselves."""
    return quote(_LONE_PERCENT.sub("%25", address), safe=_PLAIN)


def at(edition: Edition, path: str) -> str:
    """Return the whole address of a file of the site.

    Args:
        edition: one that has a `base_url`.
        path: from the folder of the site.
    """
    return safe(edition.base_url + path)


def base_path(edition: Edition) -> str:
    """Return the path of the edition's own address: "/" or "/letters/"."""
    return urlsplit(safe(edition.base_url)).path or "/"


def domain(edition: Edition) -> str:
    """Return the domain in the identifiers of records, see `teiedit.model.edition.Harvest`."""
    return edition.harvest.repository or urlsplit(edition.base_url).hostname or ""
