"""TEI documents to publish, and what is read out of the pages made of them, for tests."""

from __future__ import annotations

import importlib
from pathlib import Path

from lxml import etree, html

from support import module
from teiedit.model.edition import Edition, Licence

EVERYTHING = (Path(__file__).parent / "publish/everything.xml").read_text(encoding="utf-8")

EDITION = Edition(
    id="test-edition",
    title='Heroes & "Villains"',
    subtitle="A <subtitle>",
    description="Letters </script><script>alert(1)</script>",
    publisher="Sample edition",
    date="2026",
    licence=Licence("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
)

FRAME = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="{name}" xml:lang="{lang}">
<teiHeader><fileDesc><titleStmt><title type="main">{title}</title></titleStmt><publicationStmt><publisher>P</publisher>
</publicationStmt><sourceDesc><bibl>Transcript.</bibl></sourceDesc></fileDesc><profileDesc>{profile}</profileDesc></teiHeader>
<text>{front}<body><div type="letter">{body}</div></body></text></TEI>"""


def letter(body="<p>Text.</p>", name="letter-1", title="A letter", lang="en", profile="", front=""):
    """A letter as short as can be."""
    return FRAME.format(body=body, name=name, title=title, lang=lang, profile=profile, front=front)


def sent(date="", sender="Ada", recipient="Ben"):
    """A correspDesc of who wrote to whom and when."""
    return (
        f'<correspDesc><correspAction type="sent"><persName>{sender}</persName>{date}</correspAction>'
        f'<correspAction type="received"><persName>{recipient}</persName></correspAction></correspDesc>'
    )


def imported(name, install):
    """A module that only some tests need; without it they are skipped, or fail where tools are required."""
    module(name.partition(".")[0], install)
    return importlib.import_module(name)


def axe():
    """The accessibility rules of axe, for a page of playwright's."""
    return imported("axe_playwright_python.sync_playwright", "pip install axe-playwright-python").Axe()


def written(folder, files):
    """The folder, with these files in it."""
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


def parsed(page):
    """A page as a browser's parser would have it, near enough."""
    return html.fromstring(page)


def said(node):
    """The words of a node, hidden ones too, without the numbers in the margin and the links to evidence."""
    apart = "ancestor::a[@class = 'n' or starts-with(@class, 'why ')]"
    return " ".join("".join(node.xpath(f".//text()[not({apart})]")).split())


def seen(node):
    """The words of a node that are on the screen."""
    copy = etree.fromstring(etree.tostring(node, with_tail=False))
    for hidden in copy.xpath("//*[contains(concat(' ', @class, ' '), ' unseen ')]"):
        hidden.text = ""
    return said(copy)
