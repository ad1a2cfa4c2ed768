"""What a document answers and what answers it, added to the header once all documents are known.

https://tei-c.org/release/doc/tei-p5-doc/en/html/ref-correspContext.html
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from teiedit.encode.document import indent
from teiedit.encode.provenance import rule_id
from teiedit.tools.tei import NS, XML_ID, element, parse, serialise

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml import etree

    from teiedit.model.catalogue import Reply

_PROFILE = "tei:teiHeader/tei:profileDesc/tei:correspDesc[1]"


def with_replies(tei: bytes, replies: Iterable[Reply], rule: str, what: str) -> bytes:
    """Return a TEI document of ours with pointers to the documents that it answers, or that answer it.

    The reference to a letter answered that the text gave is pointed to the document it means; an answer is a
    reference of its own. Each says how sure it is, and why.

    Args:
        tei: a document as `encode` makes it.
        replies: what to point to, the letter answered first.
        rule: the rule by which they were found.
        what: what the rule does, in words for readers.
    """
    root = parse(tei)
    letter = root.find(_PROFILE, NS)
    given = tuple(replies)
    if letter is None or not given:
        return tei
    context = letter.find("tei:correspContext", NS)
    if context is None:
        context = element("correspContext")
        letter.append(context)
    for number, reply in enumerate(given, 1):
        _point(root, context, reply, f"i-reply-{number}", rule)
    _declare(root, rule, what)
    indent(root)
    return serialise(root)


def _point(root: etree._Element, context: etree._Element, reply: Reply, identifier: str, rule: str) -> None:
    ref = context.find("tei:ref[@type='prev']", NS) if reply.type == "prev" else None
    if ref is None:
        ref = element("ref", reply.title, type=reply.type)
        context.append(ref)
    ref.set(XML_ID, identifier)
    ref.set("target", f"{reply.id}.xml")
    ref.set("resp", "#teiedit")
    ref.set("cert", reply.cert)
    reason = element(
        "certainty",
        element("desc", reply.note),
        target=f"#{identifier}",
        locus="value",
        match="@target",
        cert=reply.cert,
        resp="#teiedit",
        ana=f"#{rule_id(rule)}",
    )
    _stand_off(root).append(reason)


def _stand_off(root: etree._Element) -> etree._Element:
    """Return the record of reasons, made if there is none; it stands before the text."""
    found = root.find("tei:standOff[@type='provenance']", NS)
    if found is None:
        found = element("standOff", type="provenance")
        text = root.find("tei:text", NS)
        root.insert(root.index(text) if text is not None else len(root), found)
    return found


def _declare(root: etree._Element, rule: str, what: str) -> None:
    """Name the rule among those that fired, in their order."""
    declarations = root.find("tei:teiHeader/tei:encodingDesc/tei:classDecl", NS)
    if declarations is None:
        return
    taxonomy = next((t for t in declarations if t.get(XML_ID) == "rules"), None)
    if taxonomy is None:
        taxonomy = element("taxonomy", xml_id="rules")
        declarations.append(taxonomy)
    before = [category for category in taxonomy if category.get(XML_ID, "") < rule_id(rule)]
    taxonomy.insert(len(before), element("category", element("catDesc", what), xml_id=rule_id(rule)))
