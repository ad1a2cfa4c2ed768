"""All documents of an edition by day, by who and what occurs in them, and by who wrote to whom: in a file.

What stands on one page of the edition is asked for when that page is made, so that memory does not grow with the
number of documents. The file is the system's own, and gone afterwards.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from teiedit.publish._corpus import Rules
from teiedit.publish._sorting import initial, looked_for, name_key
from teiedit.tools.markup import quoteattr
from teiedit.tools.tei import TEI

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from teiedit.publish._digest import Digest

_SCHEMA = """
CREATE TABLE document (number INTEGER PRIMARY KEY, id TEXT, day TEXT, entry BLOB, language TEXT, title TEXT, date TEXT);
CREATE TABLE record (
  id TEXT PRIMARY KEY, register TEXT, initial TEXT, sort TEXT, name TEXT, known INTEGER, tei TEXT
) WITHOUT ROWID;
CREATE TABLE occurrence (record TEXT, number INTEGER, how TEXT, anchors TEXT, PRIMARY KEY (record, number))
  WITHOUT ROWID;
CREATE TABLE exchange (
  sender TEXT, recipient TEXT, letters INTEGER, first TEXT, last TEXT, PRIMARY KEY (sender, recipient)
) WITHOUT ROWID;
CREATE TABLE party (key TEXT PRIMARY KEY, name TEXT) WITHOUT ROWID;
CREATE TABLE pointer (role TEXT, ref TEXT, PRIMARY KEY (role, ref)) WITHOUT ROWID;
"""
_EXCHANGE = """
INSERT INTO exchange VALUES (?1, ?2, 1, ?3, ?3) ON CONFLICT DO UPDATE SET letters = letters + 1,
  first = CASE WHEN excluded.first = '' OR (first != '' AND first < excluded.first) THEN first ELSE excluded.first END,
  last = max(last, excluded.last)
"""
# The fullest record stands for all; of those that are as full the first.
_RECORD = """
INSERT INTO record VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET register = excluded.register,
  initial = excluded.initial, sort = excluded.sort, name = excluded.name, known = excluded.known, tei = excluded.tei
  WHERE excluded.known > known
"""
UNDATED = "9999"


class Record(NamedTuple):
    """A person, body or place: its identifier, its name, and its TEI."""

    id: str
    name: str
    tei: str


class Exchange(NamedTuple):
    """What one party wrote to another: keys, letters, first and last year."""

    sender: str
    recipient: str
    letters: int
    first: str
    last: str


class Gathering:
    """Takes digests in the edition's order, and answers what the pages ask."""

    def __init__(self) -> None:
        """Begin with nothing."""
        # without a name: SQLite makes a file that nobody else sees, and removes it
        self._base = sqlite3.connect("", isolation_level=None)
        self._base.execute("PRAGMA journal_mode = OFF")
        self._base.executescript(_SCHEMA)
        self._base.execute("BEGIN")
        self.rules = Rules()
        self.documents = 0
        self.words = 0
        self.mentions = 0
        self.kinds: Counter[str] = Counter()
        self.languages: Counter[tuple[str, str]] = Counter()
        self.years: Counter[str] = Counter()

    def close(self) -> None:
        """Let the file go."""
        self._base.close()

    def take(self, digest: Digest) -> None:
        """Take a document."""
        self.documents += 1
        self.words += digest.words
        self.mentions += digest.mentions
        self.kinds[digest.kind] += 1
        self.languages[digest.language[0], digest.language[1]] += 1
        year = year_of(digest.day)
        self.years[year] += 1
        self.rules.take(digest)
        language = digest.language[0]
        packed = zlib.compress(digest.entry.encode(), 1)
        row = (self.documents, digest.id, digest.day, packed, language, digest.title, digest.date)
        self._base.execute("INSERT INTO document VALUES (?, ?, ?, ?, ?, ?, ?)", row)
        self._records(digest)
        self._parties(digest, year)

    def _records(self, digest: Digest) -> None:
        for register, identifier, name, known, tei in digest.records:
            key = name_key(name, family_first=register == "persons")
            self._base.execute(_RECORD, (identifier, register, initial(key), key, name, known, tei))
        rows = [(record, self.documents, how, anchors) for record, how, anchors in digest.occurrences]
        self._base.executemany("INSERT OR IGNORE INTO occurrence VALUES (?, ?, ?, ?)", rows)

    def _parties(self, digest: Digest, year: str) -> None:
        senders, recipients = digest.parties
        for role, group in (("sent", senders), ("received", recipients)):
            self._base.executemany("INSERT OR IGNORE INTO pointer VALUES (?, ?)", [(role, ref) for ref, _ in group])
            parties = [(_key(ref), name) for ref, name in group]
            self._base.executemany("INSERT OR IGNORE INTO party VALUES (?, ?)", parties)
        pairs = [(_key(sender), _key(recipient), year) for sender, _ in senders for recipient, _ in recipients]
        self._base.executemany(_EXCHANGE, pairs)

    def __contains__(self, identifier: object) -> bool:
        """Say whether there is a document or a record of that name."""
        found = "SELECT 1 FROM document WHERE id = ?1 UNION SELECT 1 FROM record WHERE id = ?1"
        return self._base.execute(found, (identifier,)).fetchone() is not None

    def ready(self) -> None:
        """Make ready to be asked: all documents were taken."""
        self._base.execute("CREATE INDEX by_day ON document (day, number)")
        self._base.execute("CREATE INDEX by_id ON document (id)")
        self._base.execute("CREATE INDEX by_name ON record (register, initial, sort, id)")
        self._base.execute("CREATE INDEX by_letters ON exchange (letters DESC, sender, recipient)")

    def entries(self, begin: str, at: int, most: int) -> list[str]:
        """Return the entries of documents whose day begins so, in order: so many, after the first `at`."""
        rows = self._base.execute(
            "SELECT entry FROM document WHERE day >= ?1 AND day < ?2 ORDER BY day, number LIMIT ?3 OFFSET ?4",
            (begin, f"{begin}\U0010ffff", most, at),
        )
        return [zlib.decompress(packed).decode() for (packed,) in rows]

    def whole(self) -> Iterator[str]:
        """Give the entries of all documents, in the edition's order."""
        rows = self._base.execute("SELECT entry FROM document ORDER BY number")
        return (zlib.decompress(packed).decode() for (packed,) in rows)

    def identifiers(self) -> Iterator[str]:
        """Give the documents' identifiers, in the edition's order."""
        return (identifier for (identifier,) in self._base.execute("SELECT id FROM document ORDER BY number"))

    def listed(self, begin: str, at: int, most: int) -> list[str]:
        """Return the identifiers of the documents of which `entries` would return the entries."""
        rows = self._base.execute(
            "SELECT id FROM document WHERE day >= ?1 AND day < ?2 ORDER BY day, number LIMIT ?3 OFFSET ?4",
            (begin, f"{begin}\U0010ffff", most, at),
        )
        return [identifier for (identifier,) in rows]

    def months(self) -> list[tuple[str, int]]:
        """Return how many documents there are of each month, "1871-05"; those without a date are of "9999"."""
        return self._base.execute("SELECT substr(day, 1, 7), count(*) FROM document GROUP BY 1 ORDER BY 1").fetchall()

    def names(self, register: str) -> Iterator[tuple[str, str]]:
        """Give the initials and names in a register, in order; of a person the name by which it is looked for."""
        query = "SELECT initial, name FROM record WHERE register = ? ORDER BY initial = '#', initial, sort, id"
        rows = self._base.execute(query, (register,))
        return ((initial, looked_for(name) if register == "persons" else name) for initial, name in rows)

    def records(self, register: str, initial: str, at: int, most: int) -> list[Record]:
        """Return the records of a register under an initial, or all, in order: so many, after the first `at`."""
        query = (
            f"SELECT id, name, tei FROM record WHERE register = ?1 {'AND initial = ?2' if initial else ''}"  # noqa: S608
            " ORDER BY initial = '#', initial, sort, id LIMIT ?3 OFFSET ?4"
        )
        return [Record(*row) for row in self._base.execute(query, (register, initial, most, at))]

    def each(self, register: str) -> Iterator[Record]:
        """Give all records of a register, without their TEI."""
        query = "SELECT id, name, '' FROM record WHERE register = ? ORDER BY id"
        return (Record(*row) for row in self._base.execute(query, (register,)))

    def record(self, identifier: str) -> tuple[str, str] | None:
        """Return a record's register and name."""
        found: tuple[str, str] | None = self._base.execute(
            "SELECT register, name FROM record WHERE id = ?", (identifier,)
        ).fetchone()
        return found

    def party(self, key: str) -> str:
        """Return what a party is called that has no record: as the first document has it."""
        row = self._base.execute("SELECT name FROM party WHERE key = ?", (key,)).fetchone()
        return row[0] if row else key

    def how(self, identifier: str) -> Counter[str]:
        """Return in how many documents a record occurs in each way, and in how many at all ("")."""
        found: Counter[str] = Counter()
        query = "SELECT how, count(*) FROM occurrence WHERE record = ? GROUP BY how"
        for how, count in self._base.execute(query, (identifier,)):
            found.update(dict.fromkeys(how, count))
            found[""] += count
        return found

    def occurrences(self, record: Record, tag: str, at: int, most: int) -> Iterator[str]:
        """Give TEI of the documents in which a record occurs, with nothing but that; so many, after the first `at`.

        Args:
            record: which.
            tag: what names it in an act of correspondence.
            at: so many are left out.
            most: so many are given.
        """
        query = (
            "SELECT id, language, title, date, how, anchors FROM occurrence JOIN document USING (number)"
            " WHERE record = ? ORDER BY number LIMIT ? OFFSET ?"
        )
        for identifier, language, title, date, how, anchors in self._base.execute(query, (record.id, most, at)):
            acts = "".join(_ACTS[one].format(f'<{tag} ref="#{record.id}"/>') for one in how if one in _ACTS)
            places = anchors.split() or ([""] if "m" in how else [])
            refs = "".join(f'<ref type="mention" target="#{record.id}" n={quoteattr(place)}/>' for place in places)
            yield (
                f'<TEI xmlns="{TEI}" xml:id={quoteattr(identifier)} xml:lang={quoteattr(language)}><teiHeader>'
                f"<fileDesc><titleStmt>{title}</titleStmt></fileDesc><profileDesc><creation>{date}</creation>"
                f'<correspDesc>{acts}</correspDesc></profileDesc></teiHeader><standOff type="digest">{refs}</standOff>'
                "</TEI>"
            )

    def days(self, identifier: str, at: int, most: int) -> tuple[str, str]:
        """Return the years of the first and the last of the documents that `occurrences` would give."""
        query = (
            "SELECT day FROM occurrence JOIN document USING (number) WHERE record = ? ORDER BY number LIMIT ? OFFSET ?"
        )
        years = [year_of(day) for (day,) in self._base.execute(query, (identifier, most, at))]
        dated = [year for year in years if year] or [""]
        return dated[0], dated[-1]

    def exchanges(self, at: int, most: int) -> list[Exchange]:
        """Return who wrote to whom, those of most letters first: so many, after the first `at`."""
        query = "SELECT * FROM exchange ORDER BY letters DESC, sender, recipient LIMIT ? OFFSET ?"
        return [Exchange(*row) for row in self._base.execute(query, (most, at))]

    def counts(self) -> Iterable[tuple[str, int]]:
        """Give the numbers of senders, recipients, places and exchanges."""
        for name, query in _COUNTS.items():
            yield name, self._base.execute(query).fetchone()[0]

    def parties(self, most: int) -> list[tuple[str, int]]:
        """Return the parties of most letters, sent and received, with how many there are of each."""
        query = (
            "SELECT key, sum(letters) FROM (SELECT sender AS key, letters FROM exchange UNION ALL"
            " SELECT recipient, letters FROM exchange) GROUP BY key ORDER BY 2 DESC, 1 LIMIT ?"
        )
        return self._base.execute(query, (most,)).fetchall()

    def between(self, keys: Iterable[str]) -> list[Exchange]:
        """Return what some parties wrote to each other."""
        known = list(keys)
        marks = ", ".join("?" * len(known))
        query = f"SELECT * FROM exchange WHERE sender IN ({marks}) AND recipient IN ({marks})"  # noqa: S608 - marks only
        return [Exchange(*row) for row in self._base.execute(query, (*known, *known))]


_ACTS = {
    "s": '<correspAction type="sent">{}</correspAction>',
    "r": '<correspAction type="received">{}</correspAction>',
    "c": '<correspAction type="received" subtype="cc">{}</correspAction>',
}
_COUNTS = {
    "senders": "SELECT count(*) FROM pointer WHERE role = 'sent'",
    "recipients": "SELECT count(*) FROM pointer WHERE role = 'received'",
    "places": "SELECT count(*) FROM record WHERE register = 'places'",
    "exchanges": "SELECT count(*) FROM exchange",
    "parties": "SELECT count(*) FROM (SELECT sender FROM exchange UNION SELECT recipient FROM exchange)",
}


def year_of(day: str) -> str:
    """Return the year of a day, without zeros before it; "" for none."""
    return "" if day.startswith(UNDATED) else day[:4].lstrip("0")


def _key(ref: str) -> str:
    return next(iter(ref.split()), ref)
