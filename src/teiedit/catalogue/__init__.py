"""All documents of an edition looked at together: their order, and which answers which."""

from __future__ import annotations

from teiedit.catalogue.chapters import divide
from teiedit.catalogue.order import arrange
from teiedit.catalogue.parties import find_namesakes, renamed, told_apart
from teiedit.catalogue.record import read_record
from teiedit.catalogue.relations import relate
from teiedit.catalogue.replies import RULE as REPLY_RULE
from teiedit.catalogue.replies import RULES as REPLY_RULES
from teiedit.catalogue.replies import find_replies

__all__ = [
    "REPLY_RULE",
    "REPLY_RULES",
    "arrange",
    "divide",
    "find_namesakes",
    "find_replies",
    "read_record",
    "relate",
    "renamed",
    "told_apart",
]
