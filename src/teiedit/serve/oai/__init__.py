"""OAI-PMH 2.0, of a catalogue: a request's arguments become an answer in XML; no server is needed for it.

https://www.openarchives.org/OAI/openarchivesprotocol.html
"""

from __future__ import annotations

from teiedit.serve.oai.provider import Answer, answer
from teiedit.serve.oai.repository import Repository, named

__all__ = ["Answer", "Repository", "answer", "named"]
