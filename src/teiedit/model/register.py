"""The edition's own registers: the people, places and bodies that its editors know, with their authority records.

https://tei-c.org/release/doc/tei-p5-doc/en/html/ND.html
"""

from __future__ import annotations

from dataclasses import dataclass, field

# The start of the xml:id of each kind of record, by the element that names it.
PREFIXES = {"persName": "p-", "placeName": "pl-", "orgName": "o-"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One person, place or body.

    Attributes:
        id: the record's xml:id, such as "p-kennedy".
        kind: the TEI element that names it: "persName", "placeName" or "orgName".
        name: the form of the name that the edition uses.
        variants: other forms by which documents call it.
        birth: as YYYY, YYYY-MM or YYYY-MM-DD; "" if it is not known, or no person.
        death: the same.
        dates: dates in words, where they are no plain birth and death; may be "".
        office: what a person is known as; may be "".
        note: plain text; may be "".
        authorities: the type of each authority ("gnd", "viaf", …, "URI") and the full URI of its record.
        geo: latitude and longitude in decimal degrees, "21.5 -80.0"; may be "".
    """

    id: str
    kind: str
    name: str
    variants: tuple[str, ...] = ()
    birth: str = ""
    death: str = ""
    dates: str = ""
    office: str = ""
    note: str = ""
    authorities: tuple[tuple[str, str], ...] = ()
    geo: str = ""

    @property
    def forms(self) -> tuple[str, ...]:
        """Every form of the name; of "Kennedy, John F." also "John F. Kennedy"."""
        forms = (self.name, *self.variants)
        turned = [
            f"{parts[1].strip()} {parts[0].strip()}"
            for form in forms
            if self.kind == "persName" and len(parts := form.split(",")) == 2 and all(map(str.strip, parts))
        ]
        return tuple(dict.fromkeys((*forms, *turned)))


@dataclass(frozen=True, slots=True, eq=False)
class Register:
    """All entries, in the order of the files. Two registers are equal only if they are one: they may be large."""

    entries: tuple[Entry, ...] = field(default=())


NO_REGISTER = Register()
