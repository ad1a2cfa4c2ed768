"""The tag files of a bag: https://www.rfc-editor.org/rfc/rfc8493#section-2.2."""

from __future__ import annotations

from typing import TYPE_CHECKING

from teiedit import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence

    from teiedit.model.edition import Edition
    from teiedit.package.release import Release
    from teiedit.package.sinks import Sink, Written

PAYLOAD = "data/"
DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
INFO = "bag-info.txt"
RELEASE = "Release"


def close_bag(sink: Sink, declaration: Written, payload: Sequence[Written], edition: Edition, release: Release) -> None:
    """Write the tag files.

    Args:
        sink: the bag.
        declaration: bagit.txt, as it was written.
        payload: all files below data/.
        edition: whose package it is.
        release: which.
    """
    info = sink.add(INFO, [_info(payload, edition, release)])
    tags = [declaration, info]
    tags.append(sink.add("manifest-sha256.txt", (_line(file.sha256, file.name) for file in payload)))
    tags.append(sink.add("manifest-sha512.txt", (_line(file.sha512, file.name) for file in payload)))
    sink.add("tagmanifest-sha256.txt", [_line(file.sha256, file.name) for file in tags])
    sink.add("tagmanifest-sha512.txt", [_line(file.sha512, file.name) for file in tags])
    sink.close()


def _line(digest: str, name: str) -> bytes:
    """Return a line of a manifest; three characters are written as numbers: RFC 8493, 2.1.3."""
    quoted = name.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return f"{digest}  {quoted}\n".encode()


def _info(payload: Sequence[Written], edition: Edition, release: Release) -> bytes:
    """Return bag-info.txt: https://www.rfc-editor.org/rfc/rfc8493#section-2.2.2."""
    octets = sum(file.size for file in payload)
    fields = (
        ("Source-Organization", edition.publisher),
        ("Contact-Name", edition.editors[0] if edition.editors else ""),
        ("Contact-Email", edition.contact),
        ("External-Description", edition.description or edition.title),
        ("External-Identifier", edition.base_url or edition.id),
        ("Bag-Group-Identifier", edition.id),
        (RELEASE, release.name),
        ("Bagging-Date", release.date),
        ("Bag-Size", size_in_words(octets)),
        ("Payload-Oxum", f"{octets}.{len(payload)}"),
        ("Bag-Software-Agent", f"teiedit {__version__}"),
    )
    return "".join(f"{key}: {' '.join(value.split())}\n" for key, value in fields if value).encode()


def size_in_words(octets: int) -> str:
    """Return a size as people say it: "3.4 MB"."""
    size, unit = float(octets), "bytes"
    for larger in ("kB", "MB", "GB", "TB"):
        if size < 1000:
            break
        size, unit = size / 1000, larger
    return f"{size:.1f} {unit}" if unit != "bytes" else f"{octets} bytes"
