"""Why each inference was made: one stand-off `certainty` for each, and a taxonomy of the rules that fired.

https://tei-c.org/release/doc/tei-p5-doc/en/html/CE.html
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from teiedit.tools.tei import element, slug

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

    from teiedit.model.evidence import Evidence
    from teiedit.model.position import Span
    from teiedit.model.source import Transcript

_PREFIX = {"date": "d"}
_LOCUS = {"item": "end", "date": "value"}


class Provenance:
    """Gathers the reasons while a document is encoded, and numbers what they are about."""

    def __init__(self, transcript: Transcript, rules: Mapping[str, str]) -> None:
        """Start without reasons.

        Args:
            transcript: where the words stand.
            rules: rule id to what the rule does, in words for readers.
        """
        self._transcript = transcript
        self._rules = rules
        self._numbers: dict[str, int] = {}
        self._fired: set[str] = set()
        self._records: list[etree._Element] = []

    def record(
        self,
        evidence: Evidence,
        identifier: str,
        tag: str,
        span: Span | None = None,
        also: tuple[str, ...] = (),
        about: str = "",
    ) -> str:
        """Note one inference.

        Args:
            evidence: why.
            identifier: the xml:id of what was inferred, or "" to have it numbered.
            tag: its element.
            span: its words, if it has some of its own.
            also: the xml:ids of what was inferred with it, for the same reason.
            about: the attribute that was inferred, where it is one and not the whole.

        Returns:
            Its xml:id.
        """
        prefix = _PREFIX.get(tag, "i")
        if not identifier:
            self._numbers[prefix] = self._numbers.get(prefix, 0) + 1
            identifier = f"{prefix}-{self._numbers[prefix]}"
        self._fired.add(evidence.rule)
        self._records.append(
            element(
                "certainty",
                element("desc", self._reason(evidence, span)),
                target=" ".join(f"#{name}" for name in (identifier, *also)),
                locus=_LOCUS.get(tag, "name" if span is not None else "value"),
                match=f"@{about}" if about else None,
                cert=evidence.cert,
                resp=evidence.by,
                ana=f"#{rule_id(evidence.rule)}",
            )
        )
        return identifier

    def _reason(self, evidence: Evidence, span: Span | None) -> str:
        spans = evidence.spans or ((span,) if span is not None else ())
        places = [f'{self._where(s)}: "{_short(self._transcript.words(s))}"' for s in spans]
        return "; ".join([*places, *filter(None, [evidence.note])]) or self._rules[evidence.rule]

    def _where(self, span: Span) -> str:
        place = self._transcript.place(span)
        if place.line != place.end_line:
            return f"lines {place.line} to {place.end_line}"
        return f"line {place.line}, columns {place.column} to {place.end_column - 1}"

    def stand_off(self) -> etree._Element | None:
        """Return the reasons, or None if nothing was inferred."""
        return element("standOff", *self._records, type="provenance") if self._records else None

    def taxonomy(self) -> etree._Element | None:
        """Return the rules that fired, in alphabetical order, or None."""
        if not self._fired:
            return None
        categories = [
            element("category", element("catDesc", self._rules[rule]), xml_id=rule_id(rule))
            for rule in sorted(self._fired)
        ]
        return element("taxonomy", *categories, xml_id="rules")


def rule_id(rule: str) -> str:
    """Return the xml:id of a rule: "date.context-year" is "r-date-context-year"."""
    return f"r-{slug(rule)}"


def _short(words: str) -> str:
    return words if len(words) <= 80 else words[:60].rstrip() + " … " + words[-15:].lstrip()
