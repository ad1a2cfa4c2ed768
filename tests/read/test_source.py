import pytest

from teiedit.model.diagnostic import EditionError
from teiedit.read.source import decode, read_source


def refused(data, **options):
    with pytest.raises(EditionError) as caught:
        decode(data, "letters/a.txt", "a.txt", **options)
    (diagnostic,) = caught.value.diagnostics
    return diagnostic.code


def test_utf_8_is_taken_as_it_is_without_a_finding():
    source, found = decode("Zürich – “x”\r\n".encode(), "letters/a.txt", "a.txt")
    assert (source.text, source.encoding, found) == ("Zürich – “x”\r\n", "utf-8", ())


def test_a_byte_order_mark_is_no_part_of_the_text_but_of_the_checksum():
    with_mark, _ = decode(b"\xef\xbb\xbfSir", "a", "a")
    without, _ = decode(b"Sir", "a", "a")
    assert with_mark.text == without.text
    assert with_mark.sha256 != without.sha256


@pytest.mark.parametrize("encoding", ["windows-1252", "utf-16"])
def test_another_encoding_is_read_with_a_warning_that_names_it(encoding):
    text = "Genève, le 3 décembre\n\nMonsieur – j’ai reçu votre lettre où vous dites « oui ».\n" * 3
    source, (warning,) = decode(text.encode(encoding), "letters/a.txt", "a.txt")
    assert source.text == text
    assert warning.code == "T005"
    assert source.encoding in warning.message


def test_another_encoding_is_refused_when_strict():
    assert refused("Genève, décembre, reçu, où".encode("windows-1252"), strict=True) == "T004"


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\xef\xbb\xbf\n"])
def test_an_empty_file_is_refused(data):
    assert refused(data) == "T002"


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", bytes(range(256)) * 8, b"%PDF-1.7\n\x00\xff\xfe"])
def test_what_is_no_text_is_refused(data):
    assert refused(data) == "T003"


def test_a_missing_file_is_a_diagnostic(tmp_path):
    with pytest.raises(EditionError) as caught:
        read_source(tmp_path / "x.txt", "x.txt", "x.txt")
    assert caught.value.diagnostics[0].code == "T001"


def test_a_folder_is_no_transcript(tmp_path):
    with pytest.raises(EditionError) as caught:
        read_source(tmp_path, "x", "x")
    assert "not a folder" in caught.value.diagnostics[0].hint
