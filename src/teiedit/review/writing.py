"""Decisions are written into their file: what an editor has written there, comments and order too, stays as it is.

TOML: https://toml.io/en/v1.0.0
"""

from __future__ import annotations

import re
import tomllib
from datetime import date
from typing import TYPE_CHECKING, Any

import tomlkit
from tomlkit import items

if TYPE_CHECKING:
    from collections.abc import Mapping

_HEADER = re.compile(r"^[ \t]*\[\[[ \t]*decision[ \t]*\]\]")
_TABLE = re.compile(r"^[ \t]*\[")
_VERBS = ("is", "is-not", "level", "read", "note", "dismiss", "entry", "language")
_DATES = ("when", "from", "to", "not-before", "not-after")
_BOM = "\ufeff"
FIRST = "# Decisions of the editors on {name}; see docs/decisions.md.\n"


def with_decision(text: str, table: Mapping[str, Any], number: int | None = None) -> str:
    """Return the text of a file with one more decision, or with another in its place.

    Args:
        text: the file; may be "".
        table: the decision's keys and values, in their order.
        number: the one to be replaced, counted from 0; None for a new one.
    """
    plain = text.removeprefix(_BOM)
    if number is not None:
        document = tomlkit.parse(plain)
        listed = document["decision"]
        assert isinstance(listed, items.AoT | items.Array)  # noqa: S101 - it was read as a list of tables
        one = listed[number]
        for key in (*_VERBS, *_DATES, "why", "seen", "by", "on", "cert"):
            if key in one and key not in table:
                one.remove(key)
        for key, value in table.items():
            one[key] = _item(key, value)
        return _as_it_was(text, document.as_string())
    block = tomlkit.table()
    for key, value in table.items():
        block.add(key, _item(key, value))
    gap = "" if not plain else "\n" if plain.endswith("\n") else "\n\n"
    return _as_it_was(text, f"{plain}{gap}[[decision]]\n{block.as_string()}")


def without_decision(text: str, number: int) -> str:
    """Return the text of a file without one of its decisions; comments that stand in lines of their own stay.

    Args:
        text: the file.
        number: the decision, counted from 0.
    """
    plain = text.removeprefix(_BOM)
    lines = re.findall(r"[^\n]*\n|[^\n]+", plain)
    starts = [index for index, line in enumerate(lines) if _HEADER.match(line)]
    if number < len(starts):
        end = next((i for i in range(starts[number] + 1, len(lines)) if _TABLE.match(lines[i])), len(lines))
        kept = [line for line in lines[starts[number] : end] if line.lstrip().startswith("#")]
        left = "".join((*lines[: starts[number]], *kept, *lines[end:]))
        if _is_without(plain, left, number):
            return _as_it_was(text, left)
    # a header within a text of several lines
    document = tomlkit.parse(plain)
    listed = document["decision"]
    assert isinstance(listed, items.AoT)  # noqa: S101 - it was read as a list of tables
    del listed[number]
    return _as_it_was(text, document.as_string())


def _is_without(text: str, left: str, number: int) -> bool:
    try:
        said, now = tomllib.loads(text), tomllib.loads(left)
    except tomllib.TOMLDecodeError:
        return False
    del said["decision"][number]
    return {**said, "decision": said["decision"]} == {**now, "decision": now.get("decision", [])}


def with_fact(text: str, name: str, table: Mapping[str, Any]) -> str:
    """Return the text of a file in which a fact of the document is decided.

    Args:
        text: the file; may be "".
        name: the fact.
        table: what it is ("is"), or the parts of a date, and by whom.
    """
    document = tomlkit.parse(text.removeprefix(_BOM))
    if "document" not in document:
        start = document.as_string()
        listed = start.find("[[decision]]")
        head, tail = (start[:listed], start[listed:]) if listed >= 0 and _at_line(start, listed) else (start, "")
        gap = "\n" if head and not head.endswith(("\n\n", "\n\r\n")) and head.strip() else ""
        value = _inline(table).as_string()
        return _as_it_was(text, f"{head}{gap}[document]\n{name} = {value}\n{chr(10) if tail else ''}{tail}")
    facts = document["document"]
    assert isinstance(facts, items.Table | tomlkit.TOMLDocument | items.InlineTable)  # noqa: S101 - it was read as one
    facts[name] = _inline(table)
    return _as_it_was(text, document.as_string())


def without_fact(text: str, name: str) -> str:
    """Return the text of a file in which a fact of the document is not decided any more."""
    document = tomlkit.parse(text.removeprefix(_BOM))
    facts = document["document"]
    assert isinstance(facts, items.Table | items.InlineTable)  # noqa: S101 - it was read as one
    facts.remove(name)
    return _as_it_was(text, document.as_string())


def _at_line(text: str, at: int) -> bool:
    return at == 0 or text[at - 1] == "\n"


def _inline(table: Mapping[str, Any]) -> items.InlineTable:
    made = tomlkit.inline_table()
    for key, value in table.items():
        made.append(key, _item(key, value))
    return made


def _item(key: str, value: Any) -> Any:
    if key == "on" and isinstance(value, str):
        return date.fromisoformat(value)
    if key == "note" and isinstance(value, str) and "\n" in value and "\r" not in value:
        return tomlkit.string(value, multiline=True, escape=True)
    return value


def _as_it_was(before: str, after: str) -> str:
    """Return a text with the mark and the line ends that the file had."""
    if "\r\n" in before:
        after = re.sub(r"(?<!\r)\n", "\r\n", after)
    return _BOM + after if before.startswith(_BOM) else after
