"""Whatever is edited, no decision is lost, and none is put in another place without a word.

Transcripts are edited at random (words changed, lines moved, copied, wrapped anew), the rules are other ones (other
languages, a register), and decisions are taken by what stood there before.
"""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from letters import transcript
from teiedit.encode import encode
from teiedit.model.decisions import Decision, Decisions
from teiedit.model.edition import Edition
from teiedit.model.position import Span
from teiedit.model.register import Entry, Register
from teiedit.recognise.document import recognise
from teiedit.recognise.rules import all_rules
from teiedit.tools.anchoring import Quotable
from teiedit.validate.fidelity import check_fidelity

LETTER = """\
Thornley, 3 May 1911

Dear Professor Dorn,

Your letter of the 2nd reached me on Monday. I thank you for it, and for the seeds of May 1911.
We met in May at Bremen, and again in May at Bremen.

I ask you:
1. to send the list
(a) of May 1911
(b) of the year before
2. to send the seeds

I thank you for it.

Yours sincerely,
Edith Marlowe
"""
REGISTER = Register((Entry("p-marlowe", "persName", "Marlowe, Edith"), Entry("pl-bremen", "placeName", "Bremen")))
# What the rules are: the languages tried first, and who is known.
RULES = (
    Edition(title="T", languages=("en",)),
    Edition(title="T", languages=("de", "en")),
    Edition(title="T", languages=("en",), register=REGISTER),
)
VERBS = st.sampled_from(
    [
        ("is", "signature"),
        ("is", "person"),
        ("is", "date"),
        ("is-not", "date"),
        ("is-not", "signature"),
        ("read", "corrected"),
        ("note", "Noted."),
        ("level", "2"),
    ]
)


@dataclass(frozen=True)
class Token:
    """A word of the letter, the white space behind it, and which word of the first text it is, or is a copy of."""

    word: str
    space: str
    origin: int = -1


def tokens(text):
    """Cut a text into words, each with the white space behind it."""
    found, start = [], 0
    while start < len(text):
        end = start
        while end < len(text) and not text[end].isspace():
            end += 1
        stop = end
        while stop < len(text) and text[stop].isspace():
            stop += 1
        found.append(Token(text[start:end], text[end:stop], len(found)))
        start = stop
    return found


def text_of(parts):
    return "".join(part.word + part.space for part in parts)


@st.composite
def edited(draw, parts):
    """Edit a letter: each step changes a few words, or moves, copies or removes some, or wraps lines anew."""
    parts = list(parts)
    for _ in range(draw(st.integers(0, 5))):
        start = draw(st.integers(0, len(parts) - 2))
        end = draw(st.integers(start + 1, min(start + 12, len(parts))))
        step = draw(st.sampled_from(["change", "remove", "move", "copy", "insert", "wrap", "nothing"]))
        cut = parts[start:end]
        if step == "change":
            parts[start] = Token(draw(st.sampled_from(["May", "Bremen", "thee", "1912"])), parts[start].space)
        elif step == "remove" and len(parts) - len(cut) > 5:
            parts = parts[:start] + parts[end:]
        elif step == "move":
            rest = parts[:start] + parts[end:]
            at = draw(st.integers(0, len(rest)))
            parts = rest[:at] + cut + rest[at:]
        elif step == "copy":
            at = draw(st.integers(0, len(parts)))
            parts = parts[:at] + cut + parts[at:]
        elif step == "insert":
            parts.insert(start, Token(draw(st.sampled_from(["May", "in", "Edith", "for"])), " "))
        elif step == "wrap":
            space = draw(st.sampled_from([" ", "\n", "\n\n", "  "]))
            parts[start] = Token(parts[start].word, space, parts[start].origin)
    return parts


def span_of(parts, start, end):
    """Return where words stand, without the white space behind them."""
    before, words = text_of(parts[:start]), text_of(parts[start:end])
    return Span(len(before), len(before) + len(words) - len(parts[end - 1].space))


def origins(parts, span):
    """Return of each word in a span which word of the first text it is, or is a copy of; -1 for a new one."""
    found, at = [], 0
    for part in parts:
        if span.start <= at < span.end:
            found.append(part.origin)
        at += len(part.word) + len(part.space)
    return found


def in_its_place(parts, span, start, end):
    """Say whether on one side of a span those words stand that stood there at first, or copies of them."""
    before = [one.origin for one in parts[: len(tokens(text_of(parts)[: span.start]))]]
    after = origins(parts, Span(span.end, len(text_of(parts))))
    return before[-2:] == list(range(start - 2, start)) or after[:2] == list(range(end, end + 2))


@settings(max_examples=500, deadline=None)
@given(st.data())
def test_words_are_found_where_they_went_or_reported(data):
    parts = tokens(LETTER)
    start = data.draw(st.integers(0, len(parts) - 1))
    end = data.draw(st.integers(start + 1, min(start + 5, len(parts))))
    anchor = Quotable(LETTER).anchor(span_of(parts, start, end))
    after = data.draw(edited(parts))
    found = Quotable(text_of(after)).locate(anchor)
    if isinstance(found, Span):
        # the words themselves, a copy of them, or the same put again in their place: never others that read the same
        here = origins(after, found)
        own = all(one in (-1, wanted) for one, wanted in zip(here, range(start, end), strict=True))
        assert own or in_its_place(after, found, start, end), (anchor, text_of(after), found)


@settings(max_examples=120, deadline=None)
@given(st.data())
def test_each_decision_is_seen_in_the_document_or_reported(data):
    parts = tokens(LETTER)
    quotable = Quotable(LETTER)
    made = []
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(parts) - 1))
        end = data.draw(st.integers(start + 1, min(start + 3, len(parts))))
        verb, value = data.draw(VERBS)
        made.append(Decision(quotable.anchor(span_of(parts, start, end)), verb, value))
    text = text_of(data.draw(edited(parts)))
    read = transcript(text)
    decisions = Decisions("letter.decisions.toml", {}, tuple(made))
    document = recognise(read, "letter", data.draw(st.sampled_from(RULES)), decisions)
    root = encode(document, read, RULES[0], all_rules()).root
    assert check_fidelity(root, read) == ()
    reported = [d.code for d in document.diagnostics if d.code in ("C003", "C004", "C005")]
    tei = [node for node in root.iter() if isinstance(node.tag, str) and "#editor" in (node.get("resp") or "")]
    notes = [node for node in tei if node.tag.endswith("}note")]
    corrections = [node for node in tei if node.tag.endswith("}corr")]
    for verb, seen in (("note", notes), ("read", corrections)):
        wanted = sum(decision.verb == verb for decision in made)
        assert len(seen) + len(reported) >= wanted
    assert sum(revision.count for revision in document.revisions) == len(made)
