"""A large edition for tests: so many letters, people and places that no list of them is one page."""

from __future__ import annotations

import datetime
import random

from pages import FRAME

FIRST = "Ada Ben Clara Daniel Élise Franz Greta Henri Ida Jacob Klara Louis Marie Nikolaus Olga Paul Rosa".split()
SYLLABLES = "bar del fon gri hal kem lor mon nas per rad sil tor vel wit zan".split()
# Few letters before 1840, many in one year and most of these in one month.
SPANS = ((0.02, 1702, 1799), (0.04, 1801, 1839), (0.2, 1840, 1869), (1, 1870, 1870))


def people(count):
    """Identifiers and names; some initials are not in ASCII."""
    chance = random.Random("people")
    found = {}
    while len(found) < count:
        last = "".join(chance.choice(SYLLABLES) for _ in range(3)).title()
        last = chance.choice(("Ž", "Ø", "Ж", "")) + last if chance.random() < 0.05 else last
        name = f"{chance.choice(FIRST)} {last}"
        found.setdefault(f"p-{len(found)}-{last.lower().encode('ascii', 'ignore').decode()}", name)
    return list(found.items())


def letters(count, named=700):
    """TEI of letters in the order of their dates: the first of the people writes or is written to in most of them."""
    chance = random.Random("letters")
    known = people(named)
    made = []
    for number in range(count):
        span = next(span for span in SPANS if (number + 1) / count <= span[0])
        year = chance.randint(*span[1:])
        month = chance.choices(range(1, 13), (1,) * 4 + (30,) + (1,) * 7)[0] if year == 1870 else chance.randint(1, 12)
        made.append((datetime.date(year, month, chance.randint(1, 28)), chance.sample(known[1:], 3)))
    made.sort(key=lambda one: one[0])
    return [_letter(number, day, known[0], *others) for number, (day, others) in enumerate(made, 1)]


def _letter(number, day, hub, one, other, third):
    sender, recipient = (hub, one) if number % 3 else (one, other)
    date = f'<date when="{day.isoformat()}">{day.isoformat()}</date>' if number % 100 else ""
    profile = (
        f'<correspDesc><correspAction type="sent"><persName ref="#{sender[0]}">{sender[1]}</persName>'
        f'<placeName ref="#pl-here">Here</placeName>{date}</correspAction>'
        f'<correspAction type="received"><persName ref="#{recipient[0]}">{recipient[1]}</persName></correspAction>'
        "</correspDesc>"
    )
    body = f'<p>The papers are with <persName ref="#{third[0]}">{third[1]}</persName>, number {number}.</p>'
    known = dict.fromkeys((sender, recipient, third))
    records = "".join(f'<person xml:id="{i}"><persName>{name}</persName></person>' for i, name in known)
    entities = (
        f'<standOff type="entities"><listPerson>{records}</listPerson><listPlace><place xml:id="pl-here">'
        "<placeName>Here</placeName></place></listPlace></standOff>"
    )
    title = f"{sender[1]} to {recipient[1]}, {day.year}"
    tei = FRAME.format(body=body, name=f"letter-{number}", title=title, lang="en", profile=profile, front="")
    return tei.replace("<text>", f"{entities}<text>")
