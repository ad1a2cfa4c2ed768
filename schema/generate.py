"""Make the generated schemas from their sources: `python schema/generate.py`, or `--check` to compare only.

teiedit.rnc (RELAX NG, compact syntax) becomes teiedit.rng and teiedit.xsd; teiedit.sch (Schematron) becomes
teiedit-schematron.xsl; guide.xml (prose) and elements.toml (words) become, with both, teiedit.odd; and that becomes
the pages of docs/elements. All are kept in the repository, so that nobody needs the makers to validate.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import rnc2rng
from lxml import etree

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path.insert(0, str(HERE))

from odd import odd  # noqa: E402 - a neighbour, found only once the path is set
from rng2xsd import xsd  # noqa: E402 - as above

from pages import pages  # noqa: E402 - as above
from teiedit.tools import saxon  # noqa: E402 - as above

NOTE = "made by schema/generate.py from {}: change that file, not this one"


def generated() -> dict[str, bytes]:
    """Return the generated files, by their path in the project."""
    rng = _rng(HERE / "teiedit.rnc")
    compiled = saxon.transform(HERE / "schematron.xsl", (HERE / "teiedit.sch").read_text("utf-8")).result
    guide = odd(HERE, rng)
    return {
        "schema/teiedit.rng": _file(rng, "teiedit.rnc"),
        "schema/teiedit.xsd": _file(xsd(rng), "teiedit.rnc"),
        "schema/teiedit-schematron.xsl": _file(etree.fromstring(compiled.encode()), "teiedit.sch"),
        "schema/teiedit.odd": _file(guide, "guide.xml, elements.toml, teiedit.rnc and teiedit.sch", indent=False),
        **{f"docs/elements/{name}": content for name, content in pages(guide).items()},
    }


def _rng(source: Path) -> etree._Element:
    text = rnc2rng.dumps(rnc2rng.loads(source.read_text("utf-8")))
    root = etree.fromstring(text.encode())
    for comment in list(root.iter(etree.Comment)):
        parent = comment.getparent()
        if parent is not None:
            parent.remove(comment)
    return root


def _file(root: etree._Element, source: str, *, indent: bool = True) -> bytes:
    if indent:
        etree.indent(root, "  ")
    text = re.sub(r"[ \t]+\n", "\n", etree.tostring(root, encoding="unicode"))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<!-- {NOTE.format(source)} -->\n{text}\n'.encode()


def main(arguments: list[str]) -> int:
    """Write the files, or with `--check` return 1 where one is not up to date."""
    stale, files = 0, generated()
    for page in (ROOT / "docs/elements").glob("*.md"):
        if f"docs/elements/{page.name}" not in files:
            stale = 1
            print(f"{page.name} is a page of no element")
    for name, content in files.items():
        path = ROOT / name
        if path.is_file() and path.read_bytes() == content:
            continue
        stale = 1
        print(f"{name} is out of date" if "--check" in arguments else f"wrote {name}")
        if "--check" not in arguments:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    return stale if "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
