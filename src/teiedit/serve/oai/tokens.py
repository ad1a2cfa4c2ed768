"""Resumption tokens, OAI-PMH 2.0, 3.5: where a harvester is in a list, signed and given to the harvester to keep.

The server keeps nothing: a token holds all that the next page needs, also after a restart and after the edition was
rebuilt. It can be used again and again until it expires.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
from dataclasses import astuple, dataclass
from datetime import datetime, timedelta

from teiedit.serve.oai.errors import OaiError

_SIGNED = 16
_LONGEST = 2_000
_DAYS = 8


@dataclass(frozen=True, slots=True)
class Token:
    """What is asked for, and how far it was given.

    Attributes:
        verb: of the list.
        format: its prefix, "" for a list of sets.
        spec: the set, or "".
        since: the first moment, or "".
        until: the last moment, or "".
        after: what was given last.
        cursor: how many were given so far.
        size: how many there are in all; -1 where it is not known.
        expires: the day from which on it is refused, YYYY-MM-DD.
    """

    verb: str
    format: str
    spec: str
    since: str
    until: str
    after: str
    cursor: int
    size: int
    expires: str


def expiry(now: datetime) -> str:
    """Return the day from which on a token made now is refused: after at least a week.

    All tokens of one day have the same, so that two answers to one question are the same too.
    """
    return (now.date() + timedelta(days=_DAYS)).isoformat()


def seal(token: Token, secret: bytes) -> str:
    """Return a token as a harvester gets it."""
    text = json.dumps(astuple(token), ensure_ascii=False, separators=(",", ":")).encode()
    return base64.urlsafe_b64encode(_signature(text, secret) + text).decode().rstrip("=")


def unseal(sealed: str, secret: bytes, verb: str, now: datetime) -> Token:
    """Return what a token says.

    Raises:
        OaiError: badResumptionToken, it is none of ours, one of another verb, or too old.
    """
    try:
        raw = base64.b64decode(sealed.encode("ascii") + b"=" * (-len(sealed) % 4), b"-_", validate=True)
    except (UnicodeEncodeError, binascii.Error):
        raw = b""
    signature, text = raw[:_SIGNED], raw[_SIGNED:]
    if len(sealed) > _LONGEST or not hmac.compare_digest(signature, _signature(text, secret)):
        raise OaiError("badResumptionToken", "the token is none of this repository, or was changed on the way")
    try:
        token = Token(*json.loads(text))
    except (TypeError, ValueError) as error:
        raise OaiError("badResumptionToken", "the token is one of another version; begin the list anew") from error
    if token.verb != verb:
        raise OaiError("badResumptionToken", f"the token is one of {token.verb}")
    if now.date().isoformat() >= token.expires:
        raise OaiError("badResumptionToken", f"the token expired on {token.expires}; begin the list anew")
    return token


def _signature(text: bytes, secret: bytes) -> bytes:
    return hmac.new(secret, text, hashlib.sha256).digest()[:_SIGNED]
