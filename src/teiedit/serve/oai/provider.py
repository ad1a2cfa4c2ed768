"""A request's arguments become an answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from teiedit.model.ledger import MOMENT
from teiedit.serve.oai.arguments import read_arguments
from teiedit.serve.oai.errors import OaiError
from teiedit.serve.oai.lists import list_records, list_sets
from teiedit.serve.oai.verbs import get_record, identify, list_metadata_formats
from teiedit.serve.oai.xml import envelope, escaped

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from teiedit.catalogue.reader import Catalogue
    from teiedit.serve.oai.repository import Repository

_VERBS: Mapping[str, Callable[[Mapping[str, str], Catalogue, Repository], bytes]] = {
    "Identify": identify,
    "ListMetadataFormats": list_metadata_formats,
    "ListSets": list_sets,
    "ListIdentifiers": list_records,
    "ListRecords": list_records,
    "GetRecord": get_record,
}
STYLE = "style.xsl"


@dataclass(frozen=True, slots=True)
class Answer:
    """What is answered.

    Attributes:
        content: XML.
        failed: whether it says what was wrong with the request.
    """

    content: bytes
    failed: bool


def answer(query: bytes, catalogue: Catalogue, repository: Repository) -> Answer:
    """Answer a request, whatever it holds.

    Args:
        query: its arguments, as they were sent.
        catalogue: the edition's, open.
        repository: what is said of the edition as a whole; its address is that of the answer.
    """
    arguments: dict[str, str] = {}
    try:
        arguments = read_arguments(query)
        body = _VERBS[arguments["verb"]](arguments, catalogue, repository)
        failed = False
    except OaiError as error:
        arguments = {} if error.bare else arguments
        body = "\n".join(f'<error code="{error.code}">{escaped(words)}</error>' for words in error.messages).encode()
        failed = True
    address = repository.address
    style = f"{address.rpartition('/')[2]}/{STYLE}".lstrip("/")
    return Answer(envelope(style, repository.now().strftime(MOMENT), address, arguments, body), failed)
