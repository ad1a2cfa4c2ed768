"""The catalogue as a list for programs and as a table for spreadsheets."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from teiedit.model.catalogue import Item

_COLUMNS = ("id", "title", "kind", "language", "date", "senders", "recipients", "places", "reference", "address")
_MORE = ("archive", "collection", "licence", "identifiers", "published", "changed")


class Tables:
    """`metadata/catalogue.jsonl` (https://jsonlines.org) and `metadata/catalogue.csv` (RFC 4180)."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._table = io.StringIO()
        self._writer = csv.writer(self._table, lineterminator="\r\n")
        self._writer.writerow((*_COLUMNS, *_MORE))

    def add(self, item: Item) -> None:
        """Take a document."""
        changed = max(item.changed.values(), default=item.published)
        facts = {**item.facts, "published": item.published, "changed": changed, "sets": list(item.sets)}
        self._lines.append(json.dumps(facts, ensure_ascii=False, separators=(",", ":")) + "\n")
        row = (*_row(item.facts), *_rest(item.facts), item.published, changed)
        self._writer.writerow([_guarded(cell) for cell in row])

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Give the two files."""
        yield "metadata/catalogue.jsonl", "".join(self._lines).encode()
        yield "metadata/catalogue.csv", self._table.getvalue().encode("utf-8-sig")


def _row(facts: Any) -> tuple[str, ...]:
    sent = facts.get("sent", {})
    ends = [sent.get("from") or sent.get("notBefore") or "", sent.get("to") or sent.get("notAfter") or ""]
    date = sent.get("when") or ("/".join(end or ".." for end in ends) if any(ends) else "")
    names = [_names(facts[key]) for key in ("senders", "recipients", "placesSent")]
    source = facts["source"].get("reference", "")
    plain = [facts.get(key, "") for key in ("id", "title", "kind", "language")]
    return (*plain, date, *names, source, facts.get("address", ""))


def _rest(facts: Any) -> tuple[str, ...]:
    """Return the archive, its collection, the licence, and the identifiers of the parties in authority files."""
    source = facts["source"]
    archive = ", ".join(part for part in (source.get("archive", ""), source.get("place", "")) if part)
    parties = (*facts["senders"], *facts["recipients"])
    identifiers = dict.fromkeys(uri for party in parties for uri in party.get("uris", ())[:1])
    return archive, source.get("collection", ""), facts.get("licence", ""), " ".join(identifiers)


def _names(parties: Sequence[Any]) -> str:
    return "; ".join(party["name"] for party in parties)


def _guarded(cell: str) -> str:
    """Keep a spreadsheet from running a cell: https://owasp.org/www-community/attacks/CSV_Injection."""
    return f"'{cell}" if cell[:1] in "=+-@\t\r" and cell else cell
