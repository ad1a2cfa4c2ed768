"""The words for each fault that the grammar can find: a message, and what to do about it.

They are written for someone who knows letters better than XML, and who may see only the transcript: a message
names the element and quotes the text in it.
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from teiedit.tools.tei import TEI
from teiedit.validate import values
from teiedit.validate.regex import TEXT

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from teiedit.validate.datatypes import Datatype

_QUOTED = 40  # so many characters of the offending text are quoted
_LISTED = 8  # so many alternatives are listed

# what to put around a stray passage, the likeliest first
_WRAPPERS = ("p", "list", "div", "item", "head", "closer", "opener", "row", "cell", "desc", "persName", "titlePart")

# elements of TEI that this schema does without, and what it has for them (docs: the encoding rules)
_INSTEAD = {
    "ab": "p",
    "byline": "signed",
    "caesura": "lb",
    "div1": "div",
    "div2": "div",
    "div3": "div",
    "email": "idno",
    "epigraph": "quote",
    "geogName": "placeName",
    "graphicGrp": "figure",
    "group": 'div type="enclosure"',
    "handShift": "note",
    "institution": "repository",
    "l": "lb",
    "lg": "quote",
    "listBibl": "bibl",
    "mentioned": "soCalled",
    "nameLink": "surname",
    "ptr": "ref",
    "region": "placeName",
    "s": "seg",
    "said": "q",
    "sex": "note",
    "space": "gap",
    "summary": "abstract",
    "u": "sp",
    "w": "seg",
    "word": "seg",
}

# habits of HTML and other vocabularies
_FOREIGN = {
    "a": "ref",
    "address1": "addrLine",
    "b": 'hi rend="bold"',
    "blockquote": "quote",
    "br": "lb",
    "em": "emph",
    "h1": "head",
    "h2": "head",
    "i": 'hi rend="italic"',
    "img": "graphic",
    "li": "item",
    "ol": 'list rend="numbered"',
    "para": "p",
    "section": 'div type="section"',
    "signature": "signed",
    "strong": 'hi rend="bold"',
    "td": "cell",
    "tr": "row",
    "ul": "list",
}

# attributes of HTML and other habits
_HABITS = {
    "class": "rend",
    "color": "rend",
    "colour": "rend",
    "href": "target",
    "id": "xml:id",
    "lang": "xml:lang",
    "src": "url",
    "style": "rend",
}


_NO_OWN = "take it away; how something looked is said with rend, and what it is by the element itself"


@dataclass(frozen=True, slots=True)
class Said:
    """A diagnostic's code, message and hint."""

    code: str
    message: str
    hint: str = ""


def not_a_document(name: str) -> Said:
    """The root is not TEI."""
    return Said(
        "R003", f"the file begins with <{name}>, not with <TEI>", "each document is one file, and <TEI> holds it all"
    )


def wrong_namespace(name: str, namespace: str) -> Said:
    """The element and all that is in it are in another namespace."""
    where = f'in the namespace "{namespace}"' if namespace else "in no namespace"
    return Said("R004", f"<{name}> is {where}, not in that of TEI", f'write xmlns="{TEI}" on <TEI>, and no other xmlns')


def unknown_element(name: str, guess: str, text: str) -> Said:
    """There is no such element."""
    message = f"there is no element <{name}>{_holding(text)}"
    if name in _INSTEAD:
        return Said("R005", f"<{name}>{_holding(text)} is not used in this schema", f"use <{_INSTEAD[name]}> instead")
    if name in _FOREIGN:
        return Said("R005", message, f"TEI says <{_FOREIGN[name]}>")
    if guess:
        return Said("R005", message, f"did you mean <{guess}>?")
    hint = "use one that is; TEI has more elements than this schema, which is a part of it, needs for letters"
    return Said("R005", message, hint)


def misplaced(name: str, parent: str, text: str, wrap: str, belongs: tuple[str, ...], around: str) -> Said:
    """The element may not stand anywhere in its parent."""
    message = f"<{name}>{_holding(text)} may not stand in <{parent}>"
    if wrap:
        return Said("R006", message, f"put {article(wrap)} around it")
    where = f"it belongs in {either(belongs)}" if belongs else "it may stand only at the top"
    close = f"; end the <{parent}> before it" if around in belongs else ""
    return Said("R006", message, where + close)


def out_of_order(
    name: str,
    parent: str,
    last: str,
    *,
    before: str = "",
    after: str = "",
    expected: tuple[str, ...] = (),
) -> Said:
    """The element may stand in its parent, but not at this point."""
    message = (
        f"<{name}> may not follow <{last}> in <{parent}>" if last else f"<{name}> may not come first in <{parent}>"
    )
    if before:
        return Said("R007", message, f"move it before {before}")
    if after:
        return Said("R007", message, f"move it after the {after}")
    return Said(
        "R007", message, f"what may stand here is {either(expected)}" if expected else f"<{parent}> may end here"
    )


def too_late(name: str, first: str, parent: str) -> Said:
    """The element is required, and comes after what it should come before."""
    return Said("R007", f"<{name}> comes after <{first}> in <{parent}>", f"move it before the <{first}>")


def repeated(name: str, parent: str) -> Said:
    """The element may stand only once."""
    return Said("R007", f"a second <{name}> in one <{parent}>", "put both into one, or take one away")


def missing(names: tuple[str, ...], before: str, parent: str, last: str) -> Said:
    """Something required is not there."""
    be = "is" if len(names) == 1 else "are"
    what = "the text" if before == TEXT else f"the <{before}>"
    place = f"between {last} and {what}" if last else f"before {what}"
    if last == what:
        place = f"between the two <{before}>"
    return Said("R008", f"{both(names)} {be} missing from <{parent}>", f"add {it(names)} {place}")


def incomplete(parent: str, names: tuple[str, ...], alternatives: tuple[str, ...], last: str) -> Said:
    """The element ends before it has all that is required."""
    if not last:
        return Said(
            "R008", f"<{parent}> is empty", f"add {both(names) if names else either(alternatives)}, or take it away"
        )
    if names:
        be = "is" if len(names) == 1 else "are"
        return Said("R008", f"{both(names)} {be} missing from <{parent}>", f"add {it(names)} after {last}")
    return Said("R008", f"<{parent}> is not complete", f"add {either(alternatives)} after {last}")


def stray_text(parent: str, text: str, wrap: str, last: str) -> Said:
    """Text where only elements may stand."""
    where = f"directly in <{parent}>, after {article(last)}" if last else f"directly in <{parent}>"
    hint = f"put {article(wrap)} around it" if wrap else "move it into one of the elements beside it, or take it away"
    return Said("R009", f"text may not stand {where}: {quoted(text)}", hint)


def unknown_attribute(name: str, value: str, element: str, guess: str, known: tuple[str, ...]) -> Said:
    """There is no such attribute on this element."""
    message = f"there is no attribute {name}={quoted(value)} on <{element}>"
    if name.startswith("{"):
        return Said("R010", message, "attributes of other namespaces have no place in this schema; take it away")
    if guess:
        return Said("R010", message, f"TEI says {guess}" if name in _HABITS else f"did you mean {guess}?")
    own = sorted(n for n in known if n not in values.EVERYWHERE)
    return Said("R010", message, f"<{element}> may have {both(own, '{}')}" if own else _NO_OWN)


def missing_attribute(name: str, element: str, datatype: Datatype, text: str) -> Said:
    """A required attribute is not there."""
    message = f"<{element}>{_holding(text)} has no {name}"
    return Said("R011", message, f"add {name}: {values.described(datatype)}")


def bad_value(name: str, value: str, element: str, datatype: Datatype) -> Said:
    """The value is not one that the attribute may have."""
    return Said(
        "R012",
        f"{name}={quoted(value)} on <{element}> is not {values.kind(value, datatype)}",
        values.advice(value, datatype),
    )


def instead(name: str, names: Collection[str]) -> str:
    """Return which of the elements `names` was meant by `name`, which is none of them; "" if none comes to mind."""
    other = (_INSTEAD | _FOREIGN).get(name, "").split(" ")[0]
    return other if other in names else near(name, names)


def attribute_instead(name: str, names: Iterable[str]) -> str:
    """Return which of the attributes `names` was meant by `name`; "" if none comes to mind."""
    known = tuple(names)
    other = _HABITS.get(name, "")
    return other if other in known else near(name, known)


def nth(seen: Sequence[str], name: str, position: int = -1) -> str:
    """Return "the <p>", "the first <p>" or "the last <p>" for what stands at `position` (or last) in `seen`."""
    if not name or seen.count(name) == 1:
        return f"the <{name}>" if name else ""
    places = [i for i, other in enumerate(seen) if other == name]
    if position in (-1, places[-1]):
        return f"the last <{name}>"
    return f"the first <{name}>" if position == places[0] else f"the <{name}>"


def near(name: str, names: Iterable[str]) -> str:
    """Return which of `names` is a likely correction of `name`, or ""."""
    folded = {other.lower(): other for other in names}
    match = difflib.get_close_matches(name.lower(), folded, 1, 0.75)
    return folded[match[0]] if match else ""


def preferred(names: Iterable[str]) -> str:
    """Return the likeliest wrapper among `names`, or ""."""
    known = set(names)
    return next((name for name in _WRAPPERS if name in known), "")


def quoted(text: str) -> str:
    """Return `text` on one line, in quotation marks, cut where it is long."""
    line = " ".join(text.split())
    return f'"{line}"' if len(line) <= _QUOTED else f'"{line[: _QUOTED - 1].rstrip()}…"'


def _holding(text: str) -> str:
    return f" ({quoted(text)})" if text.strip() else ""


def article(name: str) -> str:
    """Return `<name>` with the article that it is spoken with."""
    return f"{'an' if name[0] in 'aeiou' else 'a'} <{name}>"


def either(names: Iterable[str]) -> str:
    """Return "<a>, <b> or <c>"."""
    return _joined(["text" if name == TEXT else f"<{name}>" for name in names], "or")


def both(names: Iterable[str], form: str = "<{}>") -> str:
    """Return "<a>, <b> and <c>", each in `form`."""
    return _joined([form.format(name) for name in names], "and")


def it(names: tuple[str, ...]) -> str:
    """Return the pronoun for so many things."""
    return "it" if len(names) == 1 else "them"


def _joined(parts: list[str], word: str) -> str:
    if len(parts) > _LISTED:
        parts = [*parts[: _LISTED - 1], f"{len(parts) - _LISTED + 1} more"]
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} {word} {parts[-1]}"
