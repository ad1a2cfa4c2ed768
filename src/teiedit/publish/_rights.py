"""What Europeana lets records say of rights: one address from a short list.

https://pro.europeana.eu/page/available-rights-statements
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from teiedit.model.edition import Edition

_CREATIVE_COMMONS = re.compile(
    r"https?://(?:www\.)?(creativecommons\.org/"
    r"(?:publicdomain/(?:mark|zero)/1\.0|licenses/(?:by|by-sa|by-nd|by-nc|by-nc-sa|by-nc-nd)/(?:1\.0|2\.0|2\.5|3\.0|4\.0)(?:/[a-z]{2})?))"
    r"(?:/(?:deed|legalcode)(?:\.[a-z_-]+)?)?/?",
    re.IGNORECASE,
)
_STATEMENT = re.compile(
    r"https?://(?:www\.)?(rightsstatements\.org)/(?:vocab|page)/(NoC-NC|NoC-OKLR|InC|InC-EDU|InC-OW-EU|CNE)/1\.0/?"
    r"(?:\?.*)?",
)


def rights(edition: Edition) -> str:
    """Return the address that Europeana knows the terms of the edition's files by, or "".

    It is that of `[harvest] rights`; without one that of the licence, where no other is stated for the transcripts.
    """
    if edition.harvest.rights:
        return _known(edition.harvest.rights)
    if edition.licence is None or edition.transcript_licence not in (None, edition.licence):
        return ""
    return _known(edition.licence.url)


def _known(address: str) -> str:
    """Return the address as Europeana writes it, or "" where it is not in the list."""
    if found := _CREATIVE_COMMONS.fullmatch(address):
        return f"http://{found[1].lower()}/"
    if found := _STATEMENT.fullmatch(address):
        return f"http://rightsstatements.org/vocab/{found[2]}/1.0/"
    return ""
