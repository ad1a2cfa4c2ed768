"""The verbs that answer page by page: ListIdentifiers, ListRecords, ListSets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from teiedit.catalogue import selection
from teiedit.catalogue.selection import Selection
from teiedit.serve.oai.arguments import TOKEN, interval
from teiedit.serve.oai.errors import OaiError
from teiedit.serve.oai.records import header, record
from teiedit.serve.oai.tokens import Token, expiry, seal, unseal
from teiedit.serve.oai.verbs import offered_format
from teiedit.serve.oai.xml import attributes, element

if TYPE_CHECKING:
    from collections.abc import Mapping

    from teiedit.catalogue.reader import Catalogue
    from teiedit.catalogue.selection import Header
    from teiedit.model.records import RecordFormat
    from teiedit.serve.oai.repository import Repository

# How many are given at once.
RECORDS = 100
HEADERS = 200
SETS = 500
_HEADERS_ONLY = "ListIdentifiers"
# Two TEI documents have elements of one xml:id, which may stand only once in a file: many parsers refuse it.
_ALONE = "http://www.tei-c.org/ns/1.0"


def list_records(arguments: Mapping[str, str], catalogue: Catalogue, repository: Repository) -> bytes:
    """Return a page of records or headers, 4.3 and 4.5.

    Raises:
        OaiError: badResumptionToken, cannotDisseminateFormat, noRecordsMatch, noSetHierarchy.
    """
    verb = arguments["verb"]
    token = _begun(arguments, catalogue, repository)
    form = offered_format(catalogue, token.format)
    limit = HEADERS if verb == _HEADERS_ONLY else 1 if form.namespace == _ALONE else RECORDS
    wanted = Selection(token.format, token.spec, token.since, token.until)
    after = token.after
    found: list[Header] = []
    parts: list[bytes] = []
    more = True
    while more and not parts:
        rows = selection.page(catalogue, wanted, after, limit + 1)
        found, more = rows[:limit], len(rows) > limit
        after = found[-1].id if found else after
        parts = _parts(verb, found, form, catalogue, repository)
    if not parts:
        raise OaiError("noRecordsMatch", "no record, or no further one, is in this set and of these dates")
    return _page(verb, parts, token, after if more else "", len(found), repository)


def list_sets(arguments: Mapping[str, str], catalogue: Catalogue, repository: Repository) -> bytes:
    """Return a page of the sets, 4.6.

    Raises:
        OaiError: badResumptionToken, noSetHierarchy.
    """
    size = selection.count_sets(catalogue)
    if not size:
        raise OaiError("noSetHierarchy", "this repository has no sets")
    verb, now = arguments["verb"], repository.now()
    token = Token(verb, "", "", "", "", "", 0, size, "")
    if TOKEN in arguments:
        token = unseal(arguments[TOKEN], repository.secret, verb, now)
    rows = selection.sets(catalogue, token.after, SETS + 1)
    found, more = rows[:SETS], len(rows) > SETS
    if not found:
        raise OaiError("badResumptionToken", "the sets that were left are gone; the list is complete")
    parts = [f"<set>{element('setSpec', spec)}{element('setName', name)}</set>".encode() for spec, name in found]
    return _page(verb, parts, token, found[-1][0] if more else "", len(found), repository)


def _begun(arguments: Mapping[str, str], catalogue: Catalogue, repository: Repository) -> Token:
    """Return where the harvester is: at the beginning, or where its token says."""
    verb = arguments["verb"]
    if TOKEN in arguments:
        return unseal(arguments[TOKEN], repository.secret, verb, repository.now())
    prefix, spec = arguments["metadataPrefix"], arguments.get("set", "")
    if spec and not selection.count_sets(catalogue):
        raise OaiError("noSetHierarchy", "this repository has no sets")
    since, until = interval(arguments)
    size = selection.number(catalogue, Selection(prefix, spec, since, until))
    return Token(verb, prefix, spec, since, until, "", 0, -1 if size is None else size, "")


def _parts(
    verb: str, found: list[Header], form: RecordFormat, catalogue: Catalogue, repository: Repository
) -> list[bytes]:
    if verb == _HEADERS_ONLY:
        return [header(each, repository).encode() for each in found]
    made = (record(each, form, catalogue, repository) for each in found)
    return [each for each in made if each is not None]


def _page(verb: str, parts: list[bytes], token: Token, after: str, given: int, repository: Repository) -> bytes:
    """Return a page, with the token of the next, or an empty one at the end of a list that had several (3.5)."""
    lines = [f"<{verb}>".encode(), *parts]
    if after or token.cursor:
        about = {"cursor": str(token.cursor)}
        if token.size >= 0:
            about = {"completeListSize": str(max(token.size, token.cursor + given)), **about}
        sealed = ""
        if after:
            expires = expiry(repository.now())
            about = {"expirationDate": f"{expires}T00:00:00Z", **about}
            cursor = token.cursor + given
            following = Token(
                verb, token.format, token.spec, token.since, token.until, after, cursor, token.size, expires
            )
            sealed = seal(following, repository.secret)
        lines.append(f"<resumptionToken{attributes(about)}>{sealed}</resumptionToken>".encode())
    lines.append(f"</{verb}>".encode())
    return b"\n".join(lines)
