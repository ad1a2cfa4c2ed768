"""The arguments of a request, checked: what is left is right in form, and the schema of answers can hold it.

OAI-PMH 2.0, 3.1.1 and 4: each verb has its arguments; none may be repeated, and no other may be there.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from teiedit.model.ledger import MOMENT
from teiedit.serve.oai.errors import OaiError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

TOKEN = "resumptionToken"  # noqa: S105 - the name of an argument
_LIST = ("metadataPrefix", "from", "until", "set", TOKEN)
# The verbs, with their arguments; those that must be there, unless there is a token.
VERBS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "Identify": ((), ()),
    "ListMetadataFormats": (("identifier",), ()),
    "ListSets": ((TOKEN,), ()),
    "ListIdentifiers": (_LIST, ("metadataPrefix",)),
    "ListRecords": (_LIST, ("metadataPrefix",)),
    "GetRecord": (("identifier", "metadataPrefix"), ("identifier", "metadataPrefix")),
}

_DAY = "%Y-%m-%d"
_WORD = r"[A-Za-z0-9\-_.!~*'()]+"
# A URI (RFC 3986) without the signs that few have and that readers of anyURI disagree on.
_URI = re.compile(
    r"(?:[A-Za-z][A-Za-z0-9+.\-]*:)?(?:[A-Za-z0-9\-._~/?!$&'()*+,;=]|%[0-9A-Fa-f]{2})"
    r"(?:[A-Za-z0-9\-._~:/?!$&'()*+,;=@]|%[0-9A-Fa-f]{2})*"
)
_FORMS: Mapping[str, re.Pattern[str]] = {
    "identifier": _URI,
    "metadataPrefix": re.compile(_WORD),
    "set": re.compile(rf"{_WORD}(?::{_WORD})*"),
    "from": re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\dZ)?", re.ASCII),
    "until": re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\dZ)?", re.ASCII),
    TOKEN: re.compile(r"[\x21-\x7e]+"),
}
_MOST = 100


def read_arguments(query: bytes) -> dict[str, str]:
    """Return the verb and its arguments, the verb first.

    Args:
        query: the query of an address, or the body of a form, as it was sent.

    Raises:
        OaiError: badVerb or badArgument.
    """
    pairs = _pairs(query)
    verbs = [value for name, value in pairs if name == "verb"]
    if len(verbs) != 1:
        raise OaiError("badVerb", "the argument verb is repeated" if verbs else "there is no argument verb")
    (verb,) = verbs
    if verb not in VERBS:
        raise OaiError("badVerb", f"there is no such verb; the verbs are: {', '.join(VERBS)}")
    arguments = [pair for pair in pairs if pair[0] != "verb"]
    faults = _faults(verb, arguments)
    if faults:
        raise OaiError("badArgument", *faults)
    return {"verb": verb, **dict(arguments)}


def _pairs(query: bytes) -> list[tuple[str, str]]:
    try:
        return parse_qsl(query.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=_MOST)
    except UnicodeDecodeError as error:
        raise OaiError("badArgument", "the arguments are not in UTF-8, or not encoded as an address must be") from error
    except ValueError as error:
        raise OaiError("badArgument", "there are too many arguments") from error


def _faults(verb: str, arguments: Sequence[tuple[str, str]]) -> list[str]:
    """Return all that is wrong with the arguments of a verb, never what was sent itself."""
    allowed, needed = VERBS[verb]
    names = [name for name, _ in arguments]
    if any(name not in allowed for name in names):
        return [f"{verb} has {f'no other arguments than {_listed(allowed)}' if allowed else 'no arguments'}"]
    faults = [f"the argument {name} is repeated" for name in allowed if names.count(name) > 1]
    if TOKEN in names:
        if set(names) != {TOKEN}:
            faults.append(f"beside {TOKEN} there may be no other argument")
    else:
        faults += [f"{verb} needs the argument {name}" for name in needed if name not in names]
    return faults + [fault for name, value in arguments if (fault := _fault(name, value))] + _dates(dict(arguments))


def _fault(name: str, value: str) -> str:
    if name == TOKEN:
        return ""  # one that is none of ours has an error of its own
    if not _FORMS[name].fullmatch(value) or (name in ("from", "until") and not _is_date(value)):
        return f"the value of {name} is {_WRONG.get(name, 'not as it must be')}"
    return ""


_WRONG = {
    "from": "no date: write YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ",
    "until": "no date: write YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ",
    "identifier": "no URI",
}


def _dates(arguments: Mapping[str, str]) -> list[str]:
    first, last = arguments.get("from", ""), arguments.get("until", "")
    if not (first and last and _is_date(first) and _is_date(last)):
        return []
    if len(first) != len(last):
        return ["from and until must be of the same granularity"]
    return ["from is later than until"] if first > last else []


def _is_date(value: str) -> bool:
    try:
        datetime.strptime(value, MOMENT if "T" in value else _DAY)
    except ValueError:
        return False
    return True


def interval(arguments: Mapping[str, str]) -> tuple[str, str]:
    """Return the first and the last moment that from and until mean, or "" each; both are inclusive (2.7.1)."""
    first, last = arguments.get("from", ""), arguments.get("until", "")
    if len(first) == len("YYYY-MM-DD"):
        first += "T00:00:00Z"
    if len(last) == len("YYYY-MM-DD"):
        last += "T23:59:59Z"
    return first, last


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names)
