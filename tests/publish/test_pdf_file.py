"""A PDF file written object by object."""

from __future__ import annotations

import io

import pikepdf
import pytest

from teiedit.publish._pdf_file import PdfFile


def made(count: int) -> bytes:
    """A file of `count` strings and as many streams, put in backwards."""
    out = io.BytesIO()
    file = PdfFile(out)
    root, info, pages, page = (file.reserve() for _ in range(4))
    first = file.reserve(2 * count)
    for number in reversed(range(count)):
        file.put(first + number, b"(words %d)" % number)
        file.stream(first + count + number, b"<< /Length 5 >>", b"%05d" % number)
    held = b" ".join(b"%d 0 R" % (first + number) for number in range(2 * count))
    file.put(root, b"<< /Type /Catalog /Pages %d 0 R /Held [ %b ] >>" % (pages, held))
    file.put(pages, b"<< /Type /Pages /Count 1 /Kids [ %d 0 R ] >>" % page)
    file.put(page, b"<< /Type /Page /Parent %d 0 R /MediaBox [ 0 0 9 9 ] /Resources << >> >>" % pages)
    file.put(info, b"<< /Title (T) >>")
    file.close(root, info)
    return out.getvalue()


@pytest.mark.parametrize("count", [0, 1, 197, 198, 401])
def test_every_object_is_found_at_its_number(count: int) -> None:
    with pikepdf.open(io.BytesIO(made(count))) as opened:
        assert opened.check_pdf_syntax() == []
        held = list(opened.Root.Held)
        assert [str(one) for one in held[:count]] == [f"words {number}" for number in range(count)]
        assert [one.read_bytes() for one in held[count:]] == [b"%05d" % number for number in range(count)]
        assert str(opened.docinfo.Title) == "T"


def test_the_identifier_depends_on_the_content_alone() -> None:
    assert made(3) == made(3)
    with pikepdf.open(io.BytesIO(made(3))) as one, pikepdf.open(io.BytesIO(made(4))) as other:
        assert bytes(one.trailer.ID[0]) != bytes(other.trailer.ID[0])
