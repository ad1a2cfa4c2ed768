"""What the documents of an edition are to each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from teiedit.catalogue.order import arrange
from teiedit.catalogue.parties import find_namesakes, told_apart
from teiedit.catalogue.replies import find_replies

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from teiedit.model.around import Around
    from teiedit.model.catalogue import Record, Reply


def relate(
    records: Iterable[Record], registered: Collection[str]
) -> tuple[Mapping[str, Around], Mapping[str, tuple[Reply, ...]], Mapping[str, Mapping[str, str]]]:
    """Return neighbours, replies and namesakes of the documents, by their identifiers.

    Two people of one name are told apart first, since a correspondence is that of two people.

    Args:
        records: all documents.
        registered: the identifiers of the register's entries.
    """
    known = list(records)
    namesakes = find_namesakes(known, registered)
    told = [told_apart(record, namesakes.get(record.id, {})) for record in known]
    return arrange(told), find_replies(told), namesakes
