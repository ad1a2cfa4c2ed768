"""Names in their context, read again from the transcripts once it is known which are shown."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from teiedit.model.diagnostic import EditionError
from teiedit.model.position import Span
from teiedit.names.proposal import Example
from teiedit.read.source import read_source
from teiedit.read.transcript import read_transcript

if TYPE_CHECKING:
    from collections.abc import Sequence

    from teiedit.model.edition import Edition
    from teiedit.model.source import Transcript
    from teiedit.names.proposal import Proposal
    from teiedit.read.folder import File

_REACH = 40


def with_examples(proposals: Sequence[Proposal], files: Sequence[File], edition: Edition) -> tuple[Proposal, ...]:
    """Return proposals with their examples; each transcript is read once.

    Args:
        proposals: their spots count the files from 0.
        files: the transcripts.
        edition: says whether other encodings than UTF-8 are read.
    """
    wanted: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
    for number, proposal in enumerate(proposals):
        for place, (file, start, end) in enumerate(proposal.spots):
            wanted[file].append((number * 8 + place, start, end))
    examples: dict[int, Example] = {}
    for file, spots in sorted(wanted.items()):
        transcript = _transcript(files[file], edition)
        if transcript is not None:
            for key, start, end in spots:
                examples[key] = example(transcript, start, end)
    return tuple(
        replace(proposal, examples=tuple(examples[key] for key in range(number * 8, number * 8 + 8) if key in examples))
        for number, proposal in enumerate(proposals)
    )


def _transcript(file: File, edition: Edition) -> Transcript | None:
    try:
        return read_transcript(read_source(file.path, file.shown, file.name, strict=edition.strict)[0])
    except EditionError:
        # it was there a moment ago
        return None


def example(transcript: Transcript, start: int, end: int) -> Example:
    """Return a stretch of text with what stands around it."""
    text = transcript.source.text
    before = transcript.words(Span(max(0, start - _REACH), start))
    after = transcript.words(Span(end, min(len(text), end + _REACH)))
    return Example(transcript.place(Span(start, end)), before, transcript.words(Span(start, end)), after)
