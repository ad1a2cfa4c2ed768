"""Invented editions of any size, the same in every run: python bench/editions.py COUNT FOLDER.

Letters of 100 to 2,000 words in English, German and French (most of them short, as letters are), telegrams, memoranda
with numbered clauses, minutes, a treaty now and then, enclosures, words struck out and supplied, answers to letters of
a named day, and a register of people and places. Every word is our own, and means nothing.
"""

from __future__ import annotations

import datetime
import random
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from wording import LANGUAGES, SYLLABLES, Wording

if TYPE_CHECKING:
    from collections.abc import Iterator

PEOPLE, PLACES = 200, 60
A_FOLDER = 1000
FIRST, YEARS = datetime.date(1871, 1, 2), 60
SETTINGS = """title = "Letters for measuring"
publisher = "Nobody"
date = "2026"
languages = ["en", "de", "fr"]
base_url = "https://example.org/bench/"
contact = "bench@example.org"

[licence]
name = "CC0"
url = "https://creativecommons.org/publicdomain/zero/1.0/"
"""
# How many of a hundred documents are of each kind; what is left are letters.
KINDS = {"telegram": 10, "memorandum": 8, "minutes": 4, "treaty": 1}


@dataclass(frozen=True)
class Person:
    """Somebody in the register."""

    id: str
    first: str
    last: str
    language: str

    @property
    def name(self) -> str:
        return f"{self.first} {self.last}"


def word(chance: random.Random, least: int = 2, most: int = 3) -> str:
    return "".join(chance.choice(SYLLABLES) for _ in range(chance.randint(least, most)))


def people() -> list[Person]:
    chance = random.Random("people")
    found = {}
    while len(found) < PEOPLE:
        language = chance.choices(list(LANGUAGES), (60, 25, 15))[0]
        first, last = chance.choice(LANGUAGES[language].first_names), word(chance).title()
        found[f"{last}-{first}".lower()] = Person(f"{last}-{first}".lower(), first, last, language)
    return list(found.values())


def places() -> list[str]:
    chance = random.Random("places")
    return sorted({word(chance, 3, 4).title() for _ in range(PLACES)})


class Edition:
    """Gives the transcripts of one edition, one by one."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.people, self.places = people(), places()
        # whom somebody writes to, again and again
        chance = random.Random("pairs")
        self.pairs = [tuple(chance.sample(self.people, 2)) for _ in range(PEOPLE * 2)]

    def transcript(self, number: int) -> tuple[str, str]:
        """The name of a transcript's file, and its text."""
        chance = random.Random(f"document {number}")
        kind = chance.choices([*KINDS, "letter"], [*KINDS.values(), 100 - sum(KINDS.values())])[0]
        pair = chance.choice(self.pairs)
        day = FIRST + datetime.timedelta(days=number * YEARS * 365 // self.count)
        text = _Text(chance, self, *(pair if chance.random() < 0.5 else pair[::-1]), day)
        return f"{number // A_FOLDER:03}/{kind}-{number:06}.txt", getattr(text, kind)()

    def write(self, folder: Path) -> None:
        (folder / "register").mkdir(parents=True)
        (folder / "edition.toml").write_text(SETTINGS, "utf-8")
        persons = [f"{p.id};{p.name};{p.first[0]}. {p.last};Invented" for p in self.people]
        named = [f"{place.lower()};{place};;Invented" for place in self.places]
        for name, rows in (("persons", persons), ("places", named)):
            lines = "\n".join(["id;name;variants;note", *rows])
            (folder / "register" / f"{name}.csv").write_text(f"{lines}\n", "utf-8")
        for number in range(self.count):
            name, text = self.transcript(number)
            path = folder / "transcripts" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")


class _Text:
    """One document on its way."""

    def __init__(
        self, chance: random.Random, edition: Edition, sender: Person, recipient: Person, day: datetime.date
    ) -> None:
        self.chance, self.edition, self.sender, self.recipient, self.day = chance, edition, sender, recipient, day
        self.words: Wording = LANGUAGES[sender.language]
        self.place = chance.choice(edition.places)

    def sentence(self) -> str:
        slots = {
            "person": self.chance.choice(self.edition.people).name,
            "place": self.chance.choice(self.edition.places),
            "thing": self.chance.choice(self.words.things),
            "other": self.chance.choice(self.words.things),
            "odd": word(self.chance),
            "n": str(self.chance.randint(2, 900)),
            "day": self.words.day(self.day - datetime.timedelta(days=self.chance.randint(2, 60))),
        }
        return self.chance.choice(self.words.sentences).format(**slots)

    def paragraph(self, words: int) -> str:
        found: list[str] = []
        while sum(len(one.split()) for one in found) < words:
            found.append(self.sentence())
        text = " ".join(found)
        if self.chance.random() < 0.05:
            first, rest = text.split(" ", 1)
            text = f"{first} {self.chance.choice(('[illegible]', '~~two~~', '[sic]', '[…]'))} {rest}"
        return text

    def paragraphs(self, words: int) -> Iterator[str]:
        while words > 0:
            some = min(words, self.chance.randint(40, 160))
            words -= some
            yield self.paragraph(some)

    def letter(self) -> str:
        words = min(2000, max(100, int(self.chance.lognormvariate(5.7, 0.7))))
        parts = [f"{self.place}, {self.words.day(self.day)}", self.words.salute.format(self.recipient.last)]
        if self.chance.random() < 0.2:
            earlier = self.day - datetime.timedelta(days=self.chance.randint(3, 30))
            parts.append(self.words.answer.format(self.words.day(earlier)))
        parts += self.paragraphs(words)
        parts.append(f"{self.chance.choice(self.words.closes)}\n{self.sender.name}")
        if self.chance.random() < 0.1:
            parts.append(f"P.S. {self.sentence()}")
        if self.chance.random() < 0.05:
            parts += [self.words.enclosure, *self.paragraphs(100)]
        return self._headed(self.words.heading, parts)

    def telegram(self) -> str:
        parts = [f"{self.words.to} {self.recipient.name}\n{self.words.sender} {self.sender.name}"]
        parts.append(f"{self.place}, {self.words.day(self.day)}")
        parts.append(" STOP ".join(self.sentence().rstrip(".").upper() for _ in range(self.chance.randint(2, 5))))
        return self._headed(self.words.telegram, [*parts, self.sender.last.upper()])

    def memorandum(self) -> str:
        head = f"{self.words.to} {self.recipient.name}\n{self.words.sender} {self.sender.name}\n"
        head += f"{self.words.subject} {self.chance.choice(self.words.things)}"
        clauses = [f"{n}. {self.paragraph(self.chance.randint(20, 90))}" for n in range(1, self.chance.randint(4, 12))]
        below = [f"({letter}) {self.sentence()}" for letter in "abc"]
        parts = [head, f"{self.place}, {self.words.day(self.day)}", self.words.lead, clauses[0], *below, *clauses[1:]]
        return self._headed(self.words.memorandum, [*parts, self.sender.name])

    def minutes(self) -> str:
        present = self.chance.sample(self.edition.people, 4)
        parts = [f"{self.words.minutes}, {self.words.day(self.day)}"]
        parts.append(f"{self.words.present} {', '.join(one.name for one in present)}")
        for number in range(1, self.chance.randint(3, 6)):
            parts.append(f"{number}. {self.chance.choice(self.words.things).capitalize()}")
            parts += [f"{one.last.upper()}: {self.paragraph(40)}" for one in self.chance.choices(present, k=5)]
        return "\n\n".join(parts) + "\n"

    def treaty(self) -> str:
        parts = [self.words.treaty.format(self.place, self.chance.choice(self.edition.places)), self.words.agreed]
        for number in range(1, self.chance.randint(6, 20)):
            parts += [f"{self.words.article} {number}", *(self.paragraph(60) for _ in range(2))]
        done = self.words.done.format(self.place, self.words.day(self.day))
        return "\n\n".join([*parts, done, f"{self.sender.name}\n{self.recipient.name}"]) + "\n"

    def _headed(self, heading: str, parts: list[str]) -> str:
        line = heading.format(self.sender.name, self.recipient.name, self.words.day(self.day))
        if self.chance.random() < 0.6:
            parts = [f"{line}\n(Catalogue ref: BN {self.day.year}/{self.chance.randint(1, 99)})", *parts]
        return "\n\n".join(parts) + "\n"


if __name__ == "__main__":
    Edition(int(sys.argv[1])).write(Path(sys.argv[2]))
