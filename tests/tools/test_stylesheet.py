"""A stylesheet that is not ours may compute, and nothing else."""

from __future__ import annotations

import pytest

from teiedit.tools.stylesheet import objections, on_ours

HEAD = (
    '<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" '
    'xmlns:m="https://teiedit.org/ns/mode" default-mode="m:html" expand-text="yes"{more}>\n'
    '<xsl:import href="teiedit:html.xsl"/>\n'
)


def sheet(body, more=""):
    return f"{HEAD.format(more=more)}{body}\n</xsl:stylesheet>\n"


def against(body, more=""):
    return [(objection.line, objection.what) for objection in objections(sheet(body, more))]


@pytest.mark.parametrize(
    "body",
    [
        '<xsl:template match="p"><xsl:value-of select="document"/></xsl:template>',
        '<xsl:template match="collection"><p title="doc(x)">see the collection (box 3)</p></xsl:template>',
        '<xsl:template match="p"><b class="{@n}">{upper-case(.)}</b><xsl:next-match/></xsl:template>',
        "<!-- doc('x') -->",
        '<xsl:function name="m:my-doc"><xsl:sequence select="1"/></xsl:function>',
    ],
)
def test_what_only_computes_is_let_in(body):
    assert against(body) == []


@pytest.mark.parametrize(
    "call",
    [
        "doc('file:///etc/passwd')",
        "fn:doc('x')",
        "doc ('x')",
        "doc(: so :)('x')",
        "doc\n('x')",
        "'x' => doc()",
        "for-each('x', doc#1)",
        "Q{http://www.w3.org/2005/xpath-functions}doc('x')",
        "document('x')",
        "doc-available('x')",
        "unparsed-text('x')",
        "unparsed-text-lines('x')",
        "unparsed-text-available('x')",
        "collection()",
        "uri-collection('x')",
        "json-doc('x')",
        "transform(map{})",
        "parse-xml('x')",
        "parse-xml-fragment('x')",
        "load-xquery-module('x')",
        "environment-variable('HOME')",
        "available-environment-variables()",
        "function-lookup(xs:QName('fn:doc'), 1)",
        "system-property('user.home')",
        "&#100;oc('x')",
    ],
)
@pytest.mark.parametrize("place", ['<xsl:value-of select="{}"/>', "<p>{{{}}}</p>", '<p class="{{{}}}"/>'])
def test_what_reads_is_refused_wherever_it_stands(call, place):
    found = against(f'<xsl:template match="p">\n{place.format(call)}</xsl:template>')
    assert found
    assert all(line in (3, 4, 5) and what.startswith("it calls ") for line, what in found)


@pytest.mark.parametrize(
    "body",
    [
        '<xsl:include href="other.xsl"/>',
        '<xsl:import href="../other.xsl"/>',
        '<xsl:import href="file:///etc/passwd"/>',
        '<xsl:import _href="other.xsl" href="teiedit:html.xsl"/>',
        '<xsl:use-package name="x"/>',
        '<xsl:import-schema namespace="x"/>',
        '<xsl:template match="p"><xsl:result-document href="x"/></xsl:template>',
        '<xsl:template match="p"><xsl:source-document href="x"/></xsl:template>',
        '<xsl:template match="p"><xsl:evaluate xpath="x"/></xsl:template>',
        '<xsl:template match="p"><xsl:value-of _select="{$x}"/></xsl:template>',
        '<xsl:template match="p"><xsl:merge><xsl:merge-source for-each-source="x"/></xsl:merge></xsl:template>',
        '<xsl:template match="p" xmlns:s="http://saxon.sf.net/"><s:x/></xsl:template>',
        '<xsl:template match="p" xmlns:j="java:java.lang.Runtime"/>',
        '<xsl:template match="p" xmlns:f="http://expath.org/ns/file"/>',
        '<xsl:template match="p"><xsl:value-of select="Q{java:java.lang.System}exit(1)"/></xsl:template>',
    ],
)
def test_what_brings_in_or_writes_more_is_refused(body):
    assert against(body)


def test_extension_elements_are_refused():
    assert against("", ' extension-element-prefixes="m"') == [(1, "it declares extension elements")]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("<a", 1),
        ("<a/>", 1),
        ('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<a>&x;</a>', 1),
        (sheet("\n<b>"), 5),
        (sheet("").replace("teiedit:html.xsl", "html.xsl"), 2),
        (sheet("").replace(' default-mode="m:html"', ""), 1),
        (sheet("").replace("https://teiedit.org/ns/mode", "x"), 1),
        (sheet("").replace('version="3.0"', 'version="1.0"'), 1),
        (sheet("").replace('<xsl:import href="teiedit:html.xsl"/>', ""), 1),
    ],
)
def test_what_is_not_built_as_it_must_be_is_told_at_its_line(text, line):
    assert objections(text)[0].line == line
    assert objections(text)[0].hint


def test_no_line_moves_when_it_is_set_on_ours():
    text = sheet('<xsl:template match="salute"/>')
    assert on_ours(text).count("\n") == text.count("\n")
    assert "teiedit:html.xsl" not in on_ours(text)


@pytest.mark.parametrize("gap", ["<!-- -->", "<?p i?>"])
def test_a_call_is_seen_through_what_xslt_leaves_out(gap):
    body = f"<xsl:template match=\"p\"><p>{{unparsed-te{gap}xt('file:///etc/hostname')}}</p></xsl:template>"
    assert [what for _, what in against(body)] == ["it calls unparsed-text()"]


@pytest.mark.parametrize("call", ["current-dateTime()", "random-number-generator()?number"])
def test_what_is_another_each_time_is_refused(call):
    assert len(against(f'<xsl:template match="p"><xsl:value-of select="{call}"/></xsl:template>')) == 1
