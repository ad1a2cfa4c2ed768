import pytest

from teiedit.recognise.archives import find_archive


@pytest.mark.parametrize(
    ("reference", "collection"),
    [("FO 371/162388", "FO 371"), ("PREM 11/3691", "PREM 11"), ("CAB 129/111/3", "CAB 129")],
)
def test_a_reference_of_the_archives_form_names_archive_and_collection(reference, collection):
    archive = find_archive(reference)
    assert (archive.repository, archive.collection, archive.evidence.cert) == (
        "The National Archives",
        collection,
        "medium",
    )


@pytest.mark.parametrize("reference", ["MS Add. 123", "XYZ 12/3", "FO 371", "frus1861 d336"])
def test_another_reference_is_kept_whole_and_names_no_archive(reference):
    archive = find_archive(reference)
    assert (archive.reference, archive.repository, archive.evidence) == (reference, "", None)
