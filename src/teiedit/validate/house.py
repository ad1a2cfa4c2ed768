"""A house schema of the user's own in place of ours: RELAX NG (both syntaxes), W3C XML Schema or Schematron.

What it refuses is reported in the same form. A RELAX NG schema that is made as ours is, such as one from an ODD, is
explained in the same words; for any other there are libxml2's.
"""

from __future__ import annotations

import importlib.util
import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from lxml import etree

from teiedit.model.diagnostic import Diagnostic, EditionError, Severity
from teiedit.model.position import Place
from teiedit.tools import saxon
from teiedit.tools.resources import resource
from teiedit.tools.tei import parse
from teiedit.validate import explain, places, with_doctype
from teiedit.validate.datatypes import RNG
from teiedit.validate.grammar import Grammar, grammar_of
from teiedit.validate.wellformed import not_well_formed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    Locate = Callable[[int], Place]

XS = "http://www.w3.org/2001/XMLSchema"
SCH = "http://purl.oclc.org/dsdl/schematron"
_ROLES = {"warning": Severity.WARNING, "warn": Severity.WARNING, "info": Severity.INFO, "information": Severity.INFO}
_RNC = "it needs rnc2rng: pip install rnc2rng; or convert it once to .rng, with trang"
_KINDS = "a house schema is RELAX NG (.rng, .rnc), W3C XML Schema (.xsd) or Schematron (.sch)"


def load(schema: Path) -> None:
    """Read and compile a schema, so that processes that are forked from this one need not; Schematron is only read.

    Raises:
        EditionError: W004 it cannot be used.
    """
    _judge(schema)


def check_house(xml: bytes, file: str, schema: Path) -> tuple[Diagnostic, ...]:
    """Return what a house schema has against a file, in document order.

    Args:
        xml: the file's content.
        file: its path as the user knows it.
        schema: the schema's file.

    Raises:
        EditionError: W004 it cannot be used.
    """
    where = places(xml, file)
    try:
        root = parse(xml)
    except etree.XMLSyntaxError as error:
        return (not_well_formed(error, file),)
    if root.getroottree().docinfo.doctype:
        return (with_doctype(where(0)),)
    return _judge(schema)(root, where)


@cache
def _judge(schema: Path) -> Callable[[etree._Element, Locate], tuple[Diagnostic, ...]]:
    """What asks one schema."""
    root = _root(schema)
    try:
        match etree.QName(root).namespace:
            case str(namespace) if namespace == RNG:
                rng = etree.RelaxNG(root.getroottree())
                return lambda document, where: _by_relaxng(document, where, rng, schema)
            case str(namespace) if namespace == XS:
                xsd = etree.XMLSchema(root.getroottree())
                return lambda document, where: tuple(_refused(document, where, xsd, schema))
            case str(namespace) if namespace == SCH:
                return lambda document, where: _by_schematron(document, where, schema)
    except (etree.RelaxNGError, etree.XMLSchemaError) as error:
        raise _unusable(schema, _plain(str(error))) from error
    raise _unusable(schema, f"<{etree.QName(root).localname}> begins no schema that is known", _KINDS)


@cache
def _root(schema: Path) -> etree._Element:
    try:
        if schema.suffix.lower() == ".rnc":
            return _from_compact(schema)
        return etree.parse(schema, etree.XMLParser(no_network=True, resolve_entities="internal")).getroot()
    except OSError as error:
        raise _unusable(schema, (error.strerror or "it cannot be read").lower()) from error
    except etree.XMLSyntaxError as error:
        raise _unusable(schema, not_well_formed(error, "").message) from error


def _from_compact(schema: Path) -> etree._Element:
    if importlib.util.find_spec("rnc2rng") is None:
        raise _unusable(schema, "it is in the compact syntax of RELAX NG", _RNC)
    import rnc2rng  # noqa: PLC0415 - not a part of the program, and only for this
    from rnc2rng import parser  # noqa: PLC0415 - as above
    from rply.errors import LexingError  # type: ignore[import-untyped]  # noqa: PLC0415 - as above

    text = schema.read_text("utf-8")
    try:
        rng = rnc2rng.dumps(rnc2rng.loads(text))
    except (parser.ParseError, LexingError, TypeError, AttributeError) as error:  # its own, and those of its slips
        said = "it ends too early" if isinstance(error, AttributeError) else _plain(str(error))
        raise _unusable(schema, f"its compact syntax cannot be read: {said}") from error
    return etree.fromstring(rng.encode())


def _unusable(schema: Path, reason: str, hint: str = "check that it is whole, and what it includes") -> EditionError:
    message = f'the schema "{schema.name}" cannot be used: {reason}'
    return EditionError(Diagnostic("W004", Severity.ERROR, Place(schema.as_posix()), message, hint))


def _by_relaxng(document: etree._Element, where: Locate, rng: etree.RelaxNG, schema: Path) -> tuple[Diagnostic, ...]:
    if rng.validate(document):
        return ()
    grammar = _grammar(schema)
    faults = explain.faults(grammar, document) if grammar is not None else ()
    if not faults:
        return tuple(_refused(document, where, rng, schema))
    return tuple(Diagnostic(f.said.code, Severity.ERROR, where(f.index), f.said.message, f.said.hint) for f in faults)


@cache
def _grammar(schema: Path) -> Grammar | None:
    """The grammar as data, or None if it cannot be explained: content that depends on where an element stands."""
    root = _root(schema)
    names = Counter(str(e.get("name") or e.findtext(f"{{{RNG}}}name")) for e in root.iter(f"{{{RNG}}}element"))
    if any(number > 1 for name, number in names.items() if name != "None"):
        return None
    try:
        return grammar_of(root)
    except (ValueError, KeyError):
        return None


def _refused(
    document: etree._Element, where: Locate, validator: etree.RelaxNG | etree.XMLSchema, schema: Path
) -> Iterator[Diagnostic]:
    """What libxml2 says, without what only follows from it."""
    if validator.validate(document):
        return
    index = {element: i for i, element in enumerate(e for e in document.iter() if isinstance(e.tag, str))}
    said = [
        (_index(document, index, str(entry.path or "")), _plain(str(entry.message))) for entry in validator.error_log
    ]
    causes = [(i, words) for i, words in said if "failed to validate" not in words] or said
    for i, words in sorted(dict.fromkeys(causes)):
        message = f"{schema.name} refuses the document: {words}"
        yield Diagnostic("W002", Severity.ERROR, where(i), message, "see what this schema says of the element")


def _index(document: etree._Element, index: dict[etree._Element, int], path: str) -> int:
    try:
        found = document.xpath(path) if path else []
    except etree.XPathError:
        found = []
    return index.get(found[0], 0) if isinstance(found, list) and found else 0


def _plain(words: str) -> str:
    """libxml2's words without namespaces, line ends and full stop."""
    text = " ".join(re.sub(r"\{[^}]*\}", "", words).split()).rstrip(".")
    text = re.sub(r"[.:] ([A-Z])(?=[a-z]* )", lambda m: f"; {m[1].lower()}", text)
    return f"{text[:1].lower()}{text[1:]}"


def _by_schematron(document: etree._Element, where: Locate, schema: Path) -> tuple[Diagnostic, ...]:
    xml = etree.tostring(document, encoding="unicode", with_tail=False)
    try:
        report = etree.fromstring(saxon.transform(_compiled(schema), xml).result.encode())
    except saxon.TransformError as error:
        raise _unusable(schema, str(error)) from error
    return tuple(diagnostic for _, diagnostic in sorted(_found(report, where, schema), key=lambda pair: pair[0]))


@cache
def _compiled(schema: Path) -> saxon.Xml:
    text = etree.tostring(_root(schema), encoding="unicode")
    return saxon.Xml(saxon.transform(resource("schema/schematron.xsl"), text).result)


def _found(report: Iterable[etree._Element], where: Locate, schema: Path) -> Iterator[tuple[int, Diagnostic]]:
    for finding in report:
        index = int(finding.get("index", "0"))
        severity = _ROLES.get(finding.get("severity", "error").lower(), Severity.ERROR)
        message, hint = (part.text or "" for part in finding)
        rule = f'rule "{finding.get("code")}"' if finding.get("code") else "a rule"
        yield index, Diagnostic("W003", severity, where(index), message.rstrip("."), hint or f"{rule} of {schema.name}")
