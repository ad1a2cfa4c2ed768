"""One difference between a document as it is published and as it would be now, and what can be its cause."""

from __future__ import annotations

from dataclasses import dataclass

# In the order in which they are told: cause, and what it is called.
CAUSES = {
    "transcript": "the transcript",
    "decisions": "decisions of editors",
    "register": "the register",
    "settings": "the settings",
    "rules": "the program's rules",
    "documents": "the other documents",
    "file": "changes to the published files",
}
# In the order in which they are told: kind, one, several, label of one.
KINDS: dict[str, tuple[str, str]] = {
    "title": ("title", "titles"),
    "sender": ("sender", "senders"),
    "recipient": ("addressee", "addressees"),
    "copy": ("list of copies", "lists of copies"),
    "date": ("date of the document", "dates of documents"),
    "receipt": ("date of receipt", "dates of receipt"),
    "place": ("place of writing", "places of writing"),
    "destination": ("destination", "destinations"),
    "kind": ("kind of document", "kinds of document"),
    "language": ("language", "languages"),
    "reference": ("archival reference", "archival references"),
    "answer": ("link between letters", "links between letters"),
    "words": ("passage of the transcript", "passages of transcripts"),
    "spacing": ("change of spaces or line ends", "changes of spaces or line ends"),
    "record": ("record of a person, place or body", "records of people, places and bodies"),
    "name": ("name in the text", "names in the text"),
    "text-date": ("date in the text", "dates in the text"),
    "line": ("function of a line", "functions of lines"),
    "clause": ("clause", "clauses"),
    "division": ("division", "divisions"),
    "link": ("cross-reference", "cross-references"),
    "mark": ("editorial mark", "editorial marks"),
    "certainty": ("certainty", "certainties"),
    "reason": ("reason given", "reasons given"),
    "revision": ("record of decisions", "records of decisions"),
    "statement": ("statement about the edition", "statements about the edition"),
    "markup": ("change of markup only", "changes of markup only"),
}


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference.

    Attributes:
        kind: a key of KINDS.
        before: what is published; "" if there is nothing.
        after: what it would be; "" if there would be nothing.
        words: the words that it is about; "" where it is about the document.
        line: the line of the transcript, from 1; 0 where none is known.
        cause: a key of CAUSES.
        why: the reason, in words.
    """

    kind: str
    before: str
    after: str
    words: str = ""
    line: int = 0
    cause: str = "rules"
    why: str = ""
