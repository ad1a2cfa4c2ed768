"""An editor's heading is told from the date at its end."""

from __future__ import annotations

import pytest

from teiedit.recognise import dates

HEADINGS = [
    ("en", "Message from A to B, 27 October 1962", "Message from A to B", "1962-10-27"),
    ("en", "Letter from A to B dated 27 October 1962.", "Letter from A to B", "1962-10-27"),
    ("en", "A to B, October 27, 1962, Saturday", "A to B", "1962-10-27"),
    ("en", "Minutes of the Meeting, Thursday, February 13, 1919", "Minutes of the Meeting", "1919-02-13"),
    ("en", "Agreement Signed at Paris, September 21, 1925", "Agreement Signed at Paris", "1925-09-21"),
    ("en", "A to B, [ca. 3 May 1862]", "A to B", "1862-05-03"),
    ("en", "A to B, 1862", "A to B", "1862"),
    ("en", "A to B [n.d.]", "A to B", None),
    ("en", "A to B, undated", "A to B", None),
    ("de", "A an B, [22.? 8. 1891]", "A an B", "1891-08-22"),
    ("de", "A an B, 6. [5. 1892]", "A an B", "1892-05-06"),
    ("de", "A an B, 1[0?]. 9. 1927", "A an B", "1927-09-10"),
    ("de", "Postkarte von A an B vom 8. August 1906", "Postkarte von A an B", "1906-08-08"),
    ("de", "Brief von A an B vom 9. Februar 1932 [PS]", "Brief von A an B", "1932-02-09"),
    ("de", "Brief von A an B von 1907", "Brief von A an B", "1907"),
    ("de", "Brief von A an B vom Juni oder Juli 1922", "Brief von A an B", "1922-06/1922-07"),
    ("de", "Brief von A an B, vermutlich aus dem Jahr 1913", "Brief von A an B", "1913"),
    ("de", "A an B, Basel, Freitag, 13. Oktober 1837", "A an B, Basel", "1837-10-13"),
    ("de", "A an B, s.l., [März? 1880?]", "A an B, s.l.", "1880-03"),
    ("de", "A an B, o. D.", "A an B", None),
    ("de", "A an B, [nach 3. 5. 1902]", "A an B", "1902-05-03"),
    ("fr", "Lettre n°24 de A à B (15 février 1915)", "Lettre n°24 de A à B", "1915-02-15"),
    ("fr", "Lettre de A à B, Paris, le 1er mai 1848", "Lettre de A à B, Paris", "1848-05-01"),
    ("fr", "Lettre n°1044 de A à B", "Lettre n°1044 de A à B", None),
    ("fr", "Lettre de A à B, s.d.", "Lettre de A à B", None),
    ("it", "Lettera di A a B del 3 maggio 1848", "Lettera di A a B", "1848-05-03"),
    ("en", "Report on the events of 3 May 1862 in Paris", "Report on the events of 3 May 1862 in Paris", None),
    ("en", "Telegram No. 1862", "Telegram No. 1862", None),
    ("en", "", "", None),
]


@pytest.mark.parametrize(("tag", "text", "rest", "value"), HEADINGS)
def test_a_heading_ends_where_its_date_begins(tag, text, rest, value):
    before, found = dates.heading(text, [tag])
    assert before == rest
    assert (found and "/".join(v for _, v in found.attributes())) == value


def test_a_guess_of_the_heading_is_not_certain():
    _, found = dates.heading("Brief von A an B, vermutlich aus dem Jahr 1913", ["de"])
    assert (found.doubtful, found.cert) == (True, "low")
