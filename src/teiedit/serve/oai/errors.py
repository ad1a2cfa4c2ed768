"""What OAI-PMH answers in place of records, 3.6."""

from __future__ import annotations


class OaiError(Exception):
    """Raised where a request is answered by errors; all of one code.

    Attributes:
        code: "badVerb", "badArgument" and so on.
        messages: at least one; each becomes an element.
    """

    def __init__(self, code: str, *messages: str) -> None:
        """Carry at least one message."""
        super().__init__("; ".join(messages))
        self.code = code
        self.messages = messages

    @property
    def bare(self) -> bool:
        """Whether the answer may not repeat the arguments."""
        return self.code in ("badVerb", "badArgument")
