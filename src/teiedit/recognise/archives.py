"""Where an original is kept, told from the form of its catalogue reference.

Rules of the kind "letters of a department, a space, a series number, a slash, a piece number"; an archive whose
references have no form of their own is left unnamed.
"""

from __future__ import annotations

from teiedit.model.document import Archive
from teiedit.model.evidence import Evidence
from teiedit.tools.expressions import expression

# Departments whose records The National Archives of the United Kingdom keeps under "<letters> <series>/<piece>".
_TNA = (
    "ADM AIR ASSI AVIA BT C CAB CHAR CO COAL COPY CSC CUST DEFE DO E ED EF FCO FD FO FV GFM HCA HLG HO HS HW INF IR "
    "J KB KV LAB LCO MAF MEPO MH MINT MT NSC OD PC PCAP POWE PREM PRO PROB RAIL RG SC SP STAC T TS WO WORK"
)
_TNA_FORM = expression(rf"(?P<collection>(?:{'|'.join(_TNA.split())}) \d{{1,4}})/\d+[A-Z]?(?:/\d+)*")
RULE = "archive.reference-form"
WHAT = "archive recognised by the form of the catalogue reference"


def find_archive(reference: str) -> Archive:
    """Return what the reference tells of the archive.

    Args:
        reference: the reference as cited, such as "FO 371/162388".
    """
    match = _TNA_FORM.fullmatch(reference)
    if match is None:
        return Archive(reference)
    return Archive(
        reference,
        match["collection"],
        "The National Archives",
        "Kew",
        "United Kingdom",
        Evidence(RULE, "medium", f'"{reference}" has the form of a reference of this archive'),
    )
