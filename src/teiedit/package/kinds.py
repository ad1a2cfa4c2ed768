"""What can change from one release to the next, in words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of change.

    Attributes:
        one: what is said of one.
        many: what is said of several; the number is put in.
        label: of one change in the list of a document's.
        each: whether every change counts, or each document once.
    """

    one: str
    many: str
    label: str
    each: bool = True


# In the order in which they are told.
KINDS: dict[str, Kind] = {
    "added": Kind("1 document added", "{} documents added", "added"),
    "withdrawn": Kind("1 document withdrawn", "{} documents withdrawn", "withdrawn"),
    "renamed": Kind("1 document renamed", "{} documents renamed", "renamed"),
    "words": Kind(
        "words of the transcript changed in 1 document",
        "words of the transcript changed in {} documents",
        "words",
        each=False,
    ),
    "date": Kind("1 date corrected", "{} dates corrected", "date"),
    "receipt": Kind("1 date of receipt corrected", "{} dates of receipt corrected", "date of receipt"),
    "sender": Kind("1 sender changed", "{} senders changed", "sender"),
    "recipient": Kind("1 addressee changed", "{} addressees changed", "addressee"),
    "copy": Kind("1 list of copies changed", "{} lists of copies changed", "copies to"),
    "place": Kind("1 place of writing changed", "{} places of writing changed", "place of writing"),
    "destination": Kind("1 destination changed", "{} destinations changed", "destination"),
    "title": Kind("1 title changed", "{} titles changed", "title"),
    "kind": Kind("1 kind of document changed", "{} kinds of document changed", "kind of document"),
    "language": Kind("1 language changed", "{} languages changed", "language"),
    "reference": Kind("1 archival reference changed", "{} archival references changed", "archival reference"),
    "answer": Kind("1 link between letters changed", "{} links between letters changed", "letter and answer"),
    "signature-attributed": Kind("1 signature re-attributed", "{} signatures re-attributed", "signature re-attributed"),
    "signature-changed": Kind("1 signature changed", "{} signatures changed", "signature"),
    "signature-added": Kind("1 signature more", "{} signatures more", "signature added"),
    "signature-removed": Kind("1 signature fewer", "{} signatures fewer", "signature removed"),
    "name-linked": Kind("1 name newly linked", "{} names newly linked", "name linked"),
    "name-relinked": Kind(
        "1 name linked to another record", "{} names linked to another record", "name linked to another record"
    ),
    "name-unlinked": Kind("1 name no longer linked", "{} names no longer linked", "name no longer linked"),
    "text-date-changed": Kind("1 date in a text changed", "{} dates in texts changed", "date in the text"),
    "text-date-added": Kind("1 date in a text newly read", "{} dates in texts newly read", "date newly read"),
    "text-date-removed": Kind("1 date in a text no longer read", "{} dates in texts no longer read", "date not read"),
    "link-changed": Kind("1 cross-reference changed", "{} cross-references changed", "cross-reference"),
    "link-added": Kind("1 cross-reference more", "{} cross-references more", "cross-reference added"),
    "link-removed": Kind("1 cross-reference fewer", "{} cross-references fewer", "cross-reference removed"),
    "mark-added": Kind("1 editorial mark more", "{} editorial marks more", "editorial mark added"),
    "mark-removed": Kind("1 editorial mark fewer", "{} editorial marks fewer", "editorial mark removed"),
    "renumbered": Kind("clauses renumbered in 1 document", "clauses renumbered in {} documents", "clauses renumbered"),
    "clauses": Kind(
        "numbered clauses added or removed in 1 document",
        "numbered clauses added or removed in {} documents",
        "numbered clauses",
    ),
    "divisions": Kind("divisions changed in 1 document", "divisions changed in {} documents", "divisions"),
    "paragraphs": Kind(
        "number of paragraphs changed in 1 document", "number of paragraphs changed in {} documents", "paragraphs"
    ),
    "enclosures": Kind("enclosures changed in 1 document", "enclosures changed in {} documents", "enclosures"),
    "spacing": Kind(
        "only spaces, line ends or character encoding of the transcript changed in 1 document",
        "only spaces, line ends or character encoding of the transcript changed in {} documents",
        "only spaces, line ends or character encoding of the transcript",
    ),
    "encoding": Kind(
        "only markup, or the reasons given for it, changed in 1 document",
        "only markup, or the reasons given for it, changed in {} documents",
        "only markup, or the reasons given for it",
    ),
    "unreadable": Kind("1 document could not be read", "{} documents could not be read", "could not be read"),
    "record-added": Kind("1 record newly named", "{} records newly named", "new"),
    "record-removed": Kind("1 record no longer named", "{} records no longer named", "no longer named"),
    "record-changed": Kind("1 record changed", "{} records changed", "changed"),
}


@dataclass(frozen=True, slots=True)
class Change:
    """One change.

    Attributes:
        kind: a key of KINDS.
        before: what it was; may be "".
        after: what it is; may be "".
        times: how often the same is so in the document.
    """

    kind: str
    before: str = ""
    after: str = ""
    times: int = 1
