"""Small editions for comparing documents: a correspondence without a fault, and the same with one planted."""

from __future__ import annotations

from datetime import date, timedelta

ANN, OTTO = "Ann Bell", "Otto Kern"
LETTERS = 12
_NOUNS = "bulbs ferns grafts seeds labels boxes lilies pears roots vines walls sheds hedges paths ponds roses".split()
_VERBS = "arrived wilted flowered failed travelled dried sprouted froze waited suffered".split()
_WHERE = "by rail,in the damp,under glass,beside the river,at the gate,without any help,before the frost".split(",")
MONTHS = "January February March April May June July August September October November December".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def english(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def chatter(seed: int, sentences: int = 8) -> str:
    """Sentences that are others for each seed, and name nobody and no day."""
    made = []
    for at in range(sentences):
        number = seed * 131 + at * 37
        noun, verb, where = _NOUNS[number % 16], _VERBS[number // 3 % 10], _WHERE[number // 7 % 7]
        made.append(f"The {noun} {verb} {where}, and the {_NOUNS[(number + 5 * seed) % 16]} with them, box {seed}.")
    return " ".join(made)


def letter(
    day: date,
    text: str,
    sender: str = ANN,
    addressee: str = OTTO,
    place: str = "London",
    *,
    signed: str = "",
    salute: str = "",
    head: str = "",
) -> str:
    """A letter on an archive's sheet."""
    return "\n".join(
        (
            head or f"Letter from {sender} to {addressee}, {english(day)}",
            "",
            f"{place}, {english(day)}",
            "",
            f"Dear {salute or 'Mr. ' + addressee.rsplit(maxsplit=1)[-1]},",
            "",
            text,
            "",
            "Yours sincerely,",
            signed or sender,
            "",
        )
    )


def day_of(number: int) -> date:
    return date(1901, 3, 5) + timedelta(days=9 * number)


def correspondence(**others: str) -> dict[str, str]:
    """Twelve letters, each answering the one before, as transcripts by their names; `others` replace or join them."""
    found = {}
    for number in range(LETTERS):
        sender, addressee = (ANN, OTTO) if number % 2 == 0 else (OTTO, ANN)
        place = "London" if sender == ANN else "Berlin"
        answers = f"Thank you for your letter of {english(day_of(number - 1))}. " if number else ""
        found[f"letter{number:02d}"] = letter(day_of(number), answers + chatter(number), sender, addressee, place)
    return {**found, **others}
