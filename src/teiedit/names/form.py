"""A name of a person in its parts: titles, given names, particle, family name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from teiedit.names import lexicon
from teiedit.names.folding import folded, one_apart

_WORD = re.compile(r"[^\W\d_]+(?:['’‐-][^\W\d_]+)*\.?")
_SUFFIXES = frozenset("jr sr esq esquire phd md kt bt ii iii iv".split())


@dataclass(frozen=True, slots=True)
class Name:
    """The parts of a name; `given` are folded, an initial is one letter.

    Attributes:
        given: the given names and initials.
        family: the family name with its particle, as written; a given name alone has none.
        key: the family name without its particle, folded.
        woman: it is after a title of a woman.
        titled: it is after any title.
    """

    given: tuple[str, ...]
    family: str
    key: str
    woman: bool = False
    titled: bool = False

    @property
    def word(self) -> str:
        """The family name without its particle, as written."""
        return self.family.split()[-1] if self.family.split() else ""


@lru_cache(maxsize=65536)
def read_name(form: str, title: str = "") -> Name:
    """Return the parts of "John F. Kennedy", "Kennedy, John F." or "Kennedy".

    Args:
        form: the name.
        title: what stands before it, if that was taken off.
    """
    form = turned(form)
    words = [word for word in _WORD.findall(form) if folded(word) not in _SUFFIXES]
    titles = [word.rstrip(".").lower() for word in _WORD.findall(title)]
    while len(words) > 1 and lexicon.is_title(words[0].rstrip(".")) and len(words[0].rstrip(".")) > 1:
        titles.append(words.pop(0).rstrip(".").lower())
    if not words:
        return Name((), form, folded(form))
    at = len(words) - 1
    while at > 1 and words[at - 1].rstrip(".").lower() in lexicon.PARTICLES and words[at - 1][0].islower():
        at -= 1
    if at == 1 and words[0].rstrip(".").lower() in lexicon.PARTICLES and words[0][0].islower():
        at = 0
    given = tuple(folded(word) for word in words[:at])
    return Name(
        tuple(word for word in given if word),
        " ".join(words[at:]),
        folded(words[-1]).replace(" ", ""),
        bool(lexicon.WOMEN & set(titles)),
        bool(titles),
    )


def turned(form: str) -> str:
    """Return "John F. Kennedy" of "Kennedy, John F."; of "Bell, London" the name alone."""
    head, comma, tail = form.partition(",")
    first = tail.split()[0] if tail.split() else ""
    if not comma or folded(first) in _SUFFIXES:
        return form
    given = (
        first.lower() in lexicon.GIVEN or first.rstrip(".").lower() in lexicon.SHORTENED or len(first.rstrip(".")) == 1
    )
    return f"{tail.strip()} {head.strip()}" if given and len(head.split()) < 4 and "," not in tail else head.strip()


def registered(form: str) -> Name:
    """Return the parts of a name in a register, where what follows a comma is a given name, however rare."""
    head, comma, tail = form.partition(",")
    return read_name(f"{tail.strip()} {head.strip()}" if comma and tail.strip() and "," not in tail else form)


def agree(one: Name, other: Name) -> bool:
    """Say whether nothing in the given names of two people of one family speaks against their being one."""
    if one.woman and not other.woman and is_man(other):
        return False
    if other.woman and not one.woman and is_man(one):
        return False
    return all(given_agree(a, b) for a, b in zip(one.given, other.given, strict=False))


def is_man(name: Name) -> bool:
    """Say whether somebody is called as men are: by title, or by a given name of men."""
    if name.woman:
        return False
    return name.titled if not name.given else name.given[0] in _MALE


_MALE = frozenset(map(folded, lexicon.GIVEN - lexicon.FEMALE))


def given_agree(one: str, other: str) -> bool:
    """Say whether two given names may be one: "J" and "John", "Fried" and "Friedrich", or one letter apart."""
    if (one[:1] == "c" and other[:1] == "k") or (one[:1] == "k" and other[:1] == "c"):
        # Carl and Karl
        one, other = f"k{one[1:]}", f"k{other[1:]}"
    if one.startswith(other) or other.startswith(one):
        return True
    if one in lexicon.SHORTENED or other in lexicon.SHORTENED:
        return one[0] == other[0]
    return min(len(one), len(other)) > 4 and one_apart(one, other)


def same_given(one: Name, other: Name) -> bool:
    """Say whether both have a given name in full, and the same."""
    return (
        bool(one.given and other.given)
        and len(one.given[0]) > 1
        and given_agree(one.given[0], other.given[0])
        and len(other.given[0]) > 1
    )
