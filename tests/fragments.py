"""Fragments of TEI put into whole documents."""

from __future__ import annotations

import re

_PARTS = {
    "titleStmt": "<title>t</title>",
    "publicationStmt": "<publisher>p</publisher>",
    "sourceDesc": "<bibl>b</bibl>",
    "encodingDesc": "<projectDesc><p>p</p></projectDesc>",
    "profileDesc": '<langUsage><language ident="en">English</language></langUsage>',
    "revisionDesc": "<change>c</change>",
}

_HEADER = """<fileDesc><titleStmt>{titleStmt}</titleStmt><publicationStmt>{publicationStmt}</publicationStmt>
<sourceDesc>{sourceDesc}</sourceDesc></fileDesc><encodingDesc>{encodingDesc}</encodingDesc>
<profileDesc>{profileDesc}</profileDesc><revisionDesc status="draft">{revisionDesc}</revisionDesc>"""


_FILE = ("titleStmt", "editionStmt", "publicationStmt", "seriesStmt", "sourceDesc")

# where a fragment may be put, the likeliest first
CONTEXTS = ("div", "p", "body", "text", "facsimile", "standOff", "header", "fileDesc", *_PARTS)


def in_context(context: str, fragment: str) -> str:
    """Return a whole document with `fragment` where its context says."""
    header = "<teiHeader>" + _HEADER.format(**_PARTS | {context: fragment}) + "</teiHeader>"
    before, text = "", '<body><div type="letter"><p>x</p></div></body>'
    match context:
        case "file":
            return fragment.replace("<?header?>", _HEADER.format(**_PARTS))
        case "facsimile":
            before = fragment
        case "standOff":
            before = f"<standOff>{fragment}</standOff>"
        case "text":
            text = fragment
        case "body":
            text = f"<body>{fragment}</body>"
        case "div":
            filler = "" if re.search(r"<(p|list|table|div)\b", fragment) else "<p>x</p>"
            text = f'<body><div type="letter">{fragment}{filler}</div></body>'
        case "p":
            text = f'<body><div type="letter"><p>{fragment}</p></div></body>'
        case "header":  # the fragment is one whole part of the header
            name = re.match(r"<(\w+)", fragment)[1]
            header = re.sub(rf"<{name}\b.*</{name}>", lambda _: fragment, header, flags=re.S)
        case "fileDesc":  # the fragment is some of its parts
            given = {name: re.search(rf"<{name}\b.*</{name}>", fragment, re.S) for name in _FILE}
            parts = [
                given[name][0] if given[name] else f"<{name}>{_PARTS[name]}</{name}>" if name in _PARTS else ""
                for name in _FILE
            ]
            file = f"<fileDesc>{chr(32).join(parts)}</fileDesc>"
            header = re.sub(r"<fileDesc>.*</fileDesc>", lambda _: file, header, flags=re.S)
        case _:
            assert context in _PARTS, context
    return f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{header}{before}<text>{text}</text></TEI>'
