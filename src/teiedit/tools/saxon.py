"""XSLT 3.0 by SaxonC: the only module that imports saxonche.

One processor for each process (a second one is not safe in the native library); stylesheets are compiled
once and kept. A document can make nothing be read: those with a document type declaration, and so with
external entities, are refused, and our stylesheets call `doc()` in static variables only, with names of ours.
(Saxon's own switch, `allowedProtocols`, cannot be opened again for the next stylesheet once it was shut.)
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from teiedit.tools.resources import resource
from teiedit.tools.tei import parse

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


# Its parser stops at 100 levels of elements otherwise: https://docs.oracle.com/en/java/javase/17/security/java-api-xml-processing-jaxp-security-guide.html
_DEPTH = "http://saxon.sf.net/feature/parserProperty?uri=http://www.oracle.com/xml/jaxp/properties/maxElementDepth"


class TransformError(Exception):
    """Raised when a stylesheet cannot be compiled, or stops; the text is Saxon's own, on one line."""


class CompileError(Exception):
    """Raised when a stylesheet given as text does not compile; `line` is 0 where the fault is not in it."""

    def __init__(self, message: str, line: int) -> None:
        """Carry Saxon's words and the line."""
        super().__init__(message)
        self.line = line


@dataclass(frozen=True, slots=True)
class Xml:
    """XML text handed to a stylesheet as a parameter of type document-node()."""

    text: str


Param = str | bool | int | Xml


@dataclass(frozen=True, slots=True)
class Transformed:
    """What a transformation gave.

    Attributes:
        result: the principal result, serialised as the stylesheet's xsl:output says.
        documents: results of xsl:result-document as XML text, by the last part of their path.
        messages: what each xsl:message said, as XML text.
    """

    result: str
    documents: Mapping[str, str]
    messages: tuple[str, ...]


def transform(stylesheet: str | Path | Xml, xml: str, **params: Param) -> Transformed:
    """Apply a stylesheet to `xml`.

    Args:
        stylesheet: the name of one of ours, such as "xslt/html/edition.xsl", a file's path, or its text.
        xml: a whole document; it must not have a document type declaration (see `teiedit.tools.tei.parse`).
        params: stylesheet parameters in no namespace; an underscore stands for a hyphen in their names.

    Raises:
        TransformError: the stylesheet does not compile, or stopped with an error.
    """
    named = resource(stylesheet) if isinstance(stylesheet, str) else stylesheet
    try:
        executable = _compiled(named if isinstance(named, Xml) else str(named))
        executable.clear_parameters()
        executable.clear_xsl_messages()
        for name, value in params.items():
            executable.set_parameter(name.replace("_", "-"), _value(value))
        result = executable.transform_to_string(xdm_node=_tree(xml))
        documents = executable.get_result_documents() or {}
        messages = executable.get_xsl_messages()
    except _api_error() as error:
        raise TransformError(" ".join(str(error).split())) from error
    return Transformed(
        result or "",
        {uri.rsplit("/", 1)[-1]: str(node) for uri, node in documents.items()},
        tuple(str(messages.item_at(i)) for i in range(messages.size)) if messages is not None else (),
    )


def compiles(text: str) -> None:
    """Compile a stylesheet given as text, and keep it for `transform` with an Xml of the same text.

    Raises:
        CompileError: it does not compile.
    """
    try:
        _compiled(Xml(text))
    except _api_error() as error:
        said = " ".join(str(error).split())
        where = _WHERE.search(said)
        # what is compiled from text is called after the folder that the program runs in
        line = int(where["line"]) if where and where["file"].endswith("/") else 0
        file = "" if line or not where else f"in {where['file'].rpartition('/')[2]}, line {where['line']}: "
        raise CompileError(file + (where["reason"] if where else said), line) from error


_WHERE = re.compile(r"on line (?P<line>\d+) (?:column \d+ )?of (?P<file>\S+?): (?:[A-Z]{4}\d{4} )?(?P<reason>.*)")


def call(stylesheet: str | Path, function: str, *arguments: str) -> str:
    """Call a public function of a stylesheet with XML texts or strings, and return its result as a string.

    Args:
        stylesheet: as for `transform`.
        function: its name in Clark notation, `{namespace}name`.
        arguments: a string that begins with "<" is parsed and its root element handed over.

    Raises:
        TransformError: as for `transform`.
    """
    path = str(resource(stylesheet) if isinstance(stylesheet, str) else stylesheet)
    try:
        executable = _compiled(path)
        values = [_node(a) if a.startswith("<") else _processor().make_string_value(a) for a in arguments]
        value = executable.call_function_returning_value(function, values)
        return " ".join(value.item_at(i).string_value for i in range(value.size)) if value is not None else ""
    except _api_error() as error:
        raise TransformError(" ".join(str(error).split())) from error


def _node(xml: str) -> Any:
    return _document(xml).children[0]


@lru_cache(maxsize=1)
def _tree(xml: str) -> Any:
    """A document as a tree; many pages are made of one, one after the other, and share its keys too."""
    return _document(xml)


def _document(xml: str) -> Any:
    if "<!DOCTYPE" in xml and parse(xml.encode()).getroottree().docinfo.doctype:
        raise TransformError("the document has a document type declaration")
    return _processor().parse_xml(xml_text=xml)


def _value(value: Param) -> Any:
    processor = _processor()
    if isinstance(value, Xml):
        return _document(value.text)
    if isinstance(value, bool):
        return processor.make_boolean_value(value)
    if isinstance(value, int):
        return processor.make_integer_value(value)
    return processor.make_string_value(value)


@cache
def _processor() -> Any:
    from saxonche import PySaxonProcessor  # noqa: PLC0415 - 30 ms that `--help` does not need

    processor = PySaxonProcessor(license=False)
    processor.set_configuration_property(_DEPTH, "256")  # lxml's own limit, so that both refuse the same documents
    return processor


@cache
def _xslt() -> Any:
    return _processor().new_xslt30_processor()


def _api_error() -> type[Exception]:
    from saxonche import PySaxonApiError  # noqa: PLC0415 - as above

    return PySaxonApiError  # type: ignore[no-any-return]


@cache
def _compiled(stylesheet: str | Xml) -> Any:
    if isinstance(stylesheet, Xml):
        executable = _xslt().compile_stylesheet(stylesheet_text=stylesheet.text)
    else:
        executable = _xslt().compile_stylesheet(stylesheet_file=stylesheet)
    executable.set_capture_result_documents(True)
    executable.set_save_xsl_message(True)
    return executable
