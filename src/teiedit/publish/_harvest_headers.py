"""What a web server must say beside the files: media types, typed links, and that anyone's programs may read them.

`_headers` for hosts that read it (Netlify, Cloudflare Pages and others), and in `metadata/headers/` what to give to
nginx, Apache and Cloudflare. Rules go by patterns, so that they do not grow with the edition.
https://signposting.org/FAIR/; RFC 8288 (Link); https://fetch.spec.whatwg.org/#http-access-control-allow-origin
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from teiedit.publish._signposting import (
    ABOUT_PAGE,
    CITATIONS,
    ITEMS,
    LINKSETS,
    PAGE,
    Form,
    Link,
    as_header,
    described_by,
)
from teiedit.publish._web import at, base_path, safe

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from teiedit.model.edition import Edition

FOLDER = "metadata/headers"
# Cloudflare reads no more rules than this.
MOST_RULES = 100
# Stands for a document's identifier. No address has braces: they are escaped.
_ID = "{id}"
_EVERYONE = ("Access-Control-Allow-Origin", "*")
_FACTS = Form("metadata/json/", ".json", "application/json")
# The files of the edition as a whole, and their names.
_WHOLE = {
    Form("metadata/", ".xml", "application/xml"): ("cmif", "oai-static"),
    Form("metadata/", ".json", "application/json"): ("cmif-report",),
    Form("metadata/", ".jsonl", "application/x-ndjson"): ("catalogue",),
    Form("metadata/", ".csv", "text/csv; charset=utf-8"): ("catalogue",),
}


@dataclass(frozen=True, slots=True)
class Rule:
    """What is said with each file of one form.

    Attributes:
        form: the files; its type is "" where the server knows it.
        links: Link headers, with _ID for the document's identifier.
        languages: the folders, beside none, in which the form's folder is.
        names: of the files, where they are not all in their folder of that ending.
    """

    form: Form
    links: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    names: tuple[str, ...] = ("*",)


def files(
    edition: Edition, languages: Sequence[str], records: Collection[str], documents: Sequence[str]
) -> Iterator[tuple[str, bytes]]:
    """Give the files.

    Args:
        edition: one that has a `base_url`.
        languages: the folders of the site's further languages.
        records: the formats of which each document has a record.
        documents: the identifiers of all documents.
    """
    rules = _rules(edition, tuple(languages), records)
    base = base_path(edition)
    apache = [_apache(rule, base, number) for number, rule in enumerate(rules)]
    texts = {
        "_headers": _plain_headers(rules, base, documents),
        f"{FOLDER}/cloudflare.txt": _cloudflare(rules, base),
        f"{FOLDER}/nginx.conf": "".join((_NGINX, *(_nginx(rule, base) for rule in rules))),
        f"{FOLDER}/apache.conf": "".join((_APACHE, *apache, "</IfModule>\n")),
    }
    for path, text in texts.items():
        yield path, text.encode()


def _rules(edition: Edition, languages: tuple[str, ...], records: Collection[str]) -> list[Rule]:
    items = [form for name, form in ITEMS.items() if name in edition.formats]
    said = described_by(records, edition)
    page = as_header(Link("collection", _address(edition, PAGE), PAGE))
    described = as_header(Link("describes", _address(edition, PAGE), PAGE))
    linksets = tuple(as_header(Link("linkset", _address(edition, form), form)) for form in LINKSETS)
    rules = [Rule(Form(PAGE.folder, PAGE.ending, ""), (*_page_links(edition, items, said), *linksets), languages)]
    rules += [Rule(form, (page, *linksets)) for form in items]
    rules += [Rule(form, (described, *linksets)) for form in said if form not in CITATIONS]
    rules += [Rule(form) for form in (*(form for form in said if form in CITATIONS), *LINKSETS, _FACTS)]
    return rules + [Rule(form, names=names) for form, names in _WHOLE.items()]


def _address(edition: Edition, form: Form) -> str:
    return f"{at(edition, form.folder)}{_ID}{form.ending}"


def _page_links(edition: Edition, items: Iterable[Form], said: Iterable[Form]) -> Iterator[str]:
    yield as_header(Link("cite-as", _address(edition, PAGE)))
    yield as_header(Link("type", ABOUT_PAGE))
    if edition.licence and edition.licence.url and not edition.transcript_licence:
        yield as_header(Link("license", safe(edition.licence.url)))
    yield as_header(Link("collection", safe(edition.base_url), PAGE))
    yield from (as_header(Link("describedby", _address(edition, form), form)) for form in said)
    yield from (as_header(Link("item", _address(edition, form), form)) for form in items)


def _headers(rule: Rule) -> Iterator[tuple[str, str]]:
    if rule.form.type:
        yield "Content-Type", rule.form.type
        yield _EVERYONE
    yield from (("Link", link) for link in rule.links)


def _block(path: str, headers: Iterable[tuple[str, str]]) -> str:
    return "".join((f"{path}\n", *(f"  {name}: {value}\n" for name, value in headers), "\n"))


def _plain_headers(rules: Sequence[Rule], base: str, documents: Sequence[str]) -> str:
    """Return `_headers`. A link can name a document only in a rule of its own there.

    No two rules are about one file: their headers would both be sent.
    """
    blocks = [
        _block(f"{base}{rule.form.folder}{name}{rule.form.ending}", ((n, v) for n, v in _headers(rule) if n != "Link"))
        for rule in rules
        if rule.form.type
        for name in rule.names
    ]
    (pages,) = (rule for rule in rules if not rule.form.type)
    folders = ("", *(f"{language}/" for language in pages.languages))
    if len(blocks) + len(documents) * len(folders) > MOST_RULES:
        return "".join((_HEADERS, _TOO_MANY, *blocks))
    for document in documents:
        headers = [(name, value.replace(_ID, document)) for name, value in _headers(pages)]
        blocks += [_block(f"{base}{folder}{pages.form.path(document)}", headers) for folder in folders]
    return "".join((_HEADERS, "\n", *blocks))


_HEADERS = "# What a host that reads this file says with the files of the site. It belongs to the root of the host.\n"
_TOO_MANY = f"""# Hosts read about {MOST_RULES} rules, so the links of each document are not here: its page has them in
# its head, and its linksets. For Cloudflare Pages, put {FOLDER}/cloudflare.txt in the place of
# this file: it has them for all documents.

"""


def _cloudflare(rules: Iterable[Rule], base: str) -> str:
    """Return `_headers` for Cloudflare, where a placeholder in the path stands for the same in the values."""
    blocks = [_HEADERS, "# For Cloudflare Pages, in the place of _headers.\n\n"]
    for rule in rules:
        folders = [f"{base}{folder}{rule.form.folder}" for folder in ("", *(f"{name}/" for name in rule.languages))]
        # pages are served without their ending there
        ending = rule.form.ending if rule.form.type else ""
        headers = [(name, value.replace(_ID, ":id")) for name, value in _headers(rule)]
        blocks += [_block(f"{folder}:id{ending}", headers) for folder in folders]
        if not rule.form.type:
            blocks += [f"{folder}*.tei\n  ! Link\n\n" for folder in folders]
    return "".join(blocks)


def _pattern(rule: Rule, base: str) -> str:
    """Return a regular expression for the paths; its one group is the document's identifier."""
    languages = f"(?:(?:{'|'.join(map(re.escape, rule.languages))})/)?" if rule.languages else ""
    return f"^{re.escape(base)}{languages}{re.escape(rule.form.folder)}([^/.]+){re.escape(rule.form.ending)}$"


_NGINX = """# For nginx: include this file in the server block. A location that has add_header of its own does not
# take over those of the server, so repeat here what all your pages must say.

"""


def _nginx(rule: Rule, base: str) -> str:
    lines = [f'location ~ "{_pattern(rule, base)}" {{']
    if rule.form.type:
        lines += ["  types { }", f'  default_type "{rule.form.type}";']
    headers = [(name, value.replace(_ID, "$1")) for name, value in _headers(rule) if name != "Content-Type"]
    lines += [f"  add_header {name} '{value}';" for name, value in headers]
    return "\n".join((*lines, "}", "", ""))


_APACHE = """# For Apache 2.4: copy this into .htaccess in the folder of the site, or include it in the virtual host.
# Needs mod_headers and mod_setenvif.
<IfModule mod_headers.c>

"""


def _apache(rule: Rule, base: str, number: int) -> str:
    name = f"TEIEDIT_{number}"
    lines = [f'SetEnvIf Request_URI "{_pattern(rule, base)}" {name}=$1']
    for header, value in _headers(rule):
        action = "add" if header == "Link" else "set"
        # a percent sign begins a variable, and a quotation mark ends the value
        shown = value.replace("%", "%%").replace('"', '\\"').replace(_ID, f"%{{{name}}}e")
        lines.append(f'Header {action} {header} "{shown}" env={name}')
    return "\n".join((*lines, "", ""))
