"""What a language's file of the words of treaties and minutes consists of."""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003 - the dataclass's fields
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Words:
    """The words by which the structure of treaties and minutes shows itself in one language.

    They are plain words, in small letters; a star stands for any ending ("applau*"). Capitals, white space and the
    marks around a word need no mention.

    Attributes:
        articles: what an article is called: "article", "art.".
        sections: what holds articles, from the widest to the narrowest: "part", "title", "chapter", "section".
        ordinals: the words for first, second, third ..., each with its forms.
        sole: the heading of a treaty's only article.
        preambles: the heading of what stands before the first article.
        testimonium: how the paragraph begins by which the signatories bear witness.
        done: how the sentence begins that says where and when it was done.
        places: the words before a place in that sentence, the surest first.
        parties: how a line begins that says for whom somebody signs.
        witnesses: labels of those who attest the signatures.
        annexes: how a heading begins below which something is added to a treaty.
        treaties: what a treaty is called in its title.
        rolls: labels of lists of participants, to what the list is: "present", "chair", "attending", "absent".
        agendas: labels of the list of what is to be discussed.
        items: what an item of the agenda is called, before its number.
        minutes: how a title begins that names minutes or a record of what was said.
        titles: what stands before a speaker's name.
        offices: by what a speaker is called without a name.
        labels: words that stand before a colon as a speaker's name would, and are none.
        events: what happens between or within speeches: "laughter", "applau*".
        speakers: words by which it is seen that somebody speaks himself: "i", "we".
        examples: lines, each with what it is read as, in the words of `acts.reading`; "" where it is nothing.
    """

    articles: tuple[str, ...]
    sections: Mapping[str, tuple[str, ...]]
    ordinals: tuple[tuple[str, ...], ...] = ()
    sole: tuple[str, ...] = ()
    preambles: tuple[str, ...] = ()
    testimonium: tuple[str, ...] = ()
    done: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    witnesses: tuple[str, ...] = ()
    annexes: tuple[str, ...] = ()
    treaties: tuple[str, ...] = ()
    rolls: Mapping[str, str] = field(default_factory=dict)
    agendas: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    minutes: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    examples: tuple[tuple[str, str], ...] = ()
