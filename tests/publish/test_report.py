"""Messages of stylesheets become diagnostics."""

from __future__ import annotations

from teiedit.model.diagnostic import Severity
from teiedit.publish.report import diagnostics

NS = 'xmlns:te="https://teiedit.org/ns/diagnostic"'
OURS = f'<te:diagnostic {NS} code="X001" severity="error"> no  rule </te:diagnostic>'


def test_a_message_of_ours_keeps_its_code_and_severity():
    (found,) = diagnostics([f"\n {OURS}\n"], "a.xml")
    assert (found.code, found.severity, found.place.file, found.message) == ("X001", Severity.ERROR, "a.xml", "no rule")


def test_a_message_said_twice_is_one_finding():
    assert len(diagnostics([OURS, OURS], "a.xml")) == 1


def test_what_another_stylesheet_says_is_passed_on():
    (found,) = diagnostics(["just\n words & <"], "a.xml")
    assert (found.code, found.message) == ("X002", "a stylesheet says: just words & <")
