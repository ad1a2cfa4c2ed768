"""Every rule by which something can be inferred, with what it does in words for the readers of an edition."""

from __future__ import annotations

from functools import cache

from teiedit.recognise import (
    archives,
    clauses,
    correspondence,
    dating,
    decided,
    document,
    earlier,
    editorial,
    finders,
    foreign,
    formulas,
    genres,
    headings,
    hyphens,
    language,
    pages,
    proceedings,
    references,
    register,
    structure,
)
from teiedit.recognise.zones import scores, several


@cache
def all_rules() -> dict[str, str]:
    """Return rule id to description, for every rule that evidence can name."""
    found = {
        archives.RULE: archives.WHAT,
        clauses.INLINE_RULE: "signs in one sentence that follow each other are an enumeration",
        clauses.INLINE_END_RULE: "the last inline clause ends with its sentence",
        correspondence.SIGNATURE_RULE: "whoever signed is taken as the sender",
        correspondence.SALUTE_RULE: "whoever is greeted by name is taken as the addressee",
        correspondence.ADDRESS_RULE: "whoever the letter is addressed to, at its head or foot, is the addressee",
        correspondence.COPIES_RULE: "whoever a field names to whom a copy goes has one",
        correspondence.DATELINE_RULE: "the date of the dateline is the date of sending",
        **dating.RULES,
        **decided.RULES,
        earlier.RULE: earlier.WHAT,
        genres.HEADING_RULE: "the heading names the kind of document",
        genres.LETTER_RULE: "somebody is greeted, or has signed",
        **{f"genre.{rule.id}": rule.what for rule in genres.RULES},
        editorial.OMISSION_RULE: editorial.OMISSION_WHAT,
        hyphens.RULE: hyphens.WHAT,
        finders.MENTION_RULE: finders.MENTION_WHAT,
        correspondence.PLACE_RULE: "the words before the date of a dateline are a place",
        correspondence.PLACE_FIELD_RULE: "a field with the label Place names where the document was written",
        document.TITLE_RULE: "a document without a heading is called after its sender and addressee",
        language.RULE: language.WHAT,
        foreign.RULE: foreign.WHAT,
        **pages.RULES,
        **proceedings.RULES,
        references.RULE: references.WHAT,
        **register.RULES,
        structure.CONTINUED_RULE: structure.CONTINUED_WHAT,
        scores.AFTERWORD_RULE: "text below the signature, without a sign of its own, is an afterword",
        scores.DATELINE_RULE: "a short line of a date and at most a place",
        scores.SHAPE_RULE: "a line with the shape of a name, where the letter ends",
        **several.RULES,
        scores.SALUTE_RULE: "a short line that greets, before the first paragraph",
    }
    found[f"heading.{headings.FIELDS_RULE.id}"] = headings.FIELDS_RULE.what
    for tag in formulas.languages():
        found |= {f"zone.{rule.id}": rule.what for rule in formulas.rules(tag)}
        found |= {f"heading.{rule.id}": rule.what for rule in formulas.headings((tag,))}
    return found
