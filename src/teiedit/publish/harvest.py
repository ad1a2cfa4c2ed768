"""What programs take of the edition as a whole, made from its catalogue.

`metadata/catalogue.jsonl`: the facts of each document, one a line, with when it was published and changed.
`metadata/catalogue.csv`: the same as a table, for spreadsheets (RFC 4180).
"""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from teiedit.model.catalogue import Item
    from teiedit.model.edition import Edition

_COLUMNS = ("id", "title", "kind", "language", "date", "senders", "recipients", "places", "reference", "address")


def files(items: Iterable[Item], edition: Edition) -> dict[str, bytes]:  # noqa: ARG001
    """Return the files by their paths.

    Args:
        items: all documents, in the edition's order; gone through once.
        edition: whose documents they are.
    """
    lines: list[str] = []
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\r\n")
    writer.writerow((*_COLUMNS, "published", "changed"))
    for item in items:
        changed = max(item.changed.values(), default=item.published)
        facts = {**item.facts, "published": item.published, "changed": changed, "sets": list(item.sets)}
        lines.append(json.dumps(facts, ensure_ascii=False, separators=(",", ":")))
        writer.writerow([_guarded(cell) for cell in (*_row(item.facts), item.published, changed)])
    return {
        "metadata/catalogue.jsonl": "".join(f"{line}\n" for line in lines).encode(),
        "metadata/catalogue.csv": table.getvalue().encode("utf-8-sig"),
    }


def _row(facts: Any) -> tuple[str, ...]:
    sent = facts.get("sent", {})
    ends = [sent.get("from") or sent.get("notBefore") or "", sent.get("to") or sent.get("notAfter") or ""]
    date = sent.get("when") or ("/".join(end or ".." for end in ends) if any(ends) else "")
    names = [_names(facts[key]) for key in ("senders", "recipients", "placesSent")]
    source = facts["source"].get("reference", "")
    plain = [facts.get(key, "") for key in ("id", "title", "kind", "language")]
    return (*plain, date, *names, source, facts.get("address", ""))


def _names(parties: Sequence[Any]) -> str:
    return "; ".join(party["name"] for party in parties)


def _guarded(cell: str) -> str:
    """Keep a spreadsheet from running a cell: https://owasp.org/www-community/attacks/CSV_Injection."""
    return f"'{cell}" if cell[:1] in "=+-@\t\r" and cell else cell
