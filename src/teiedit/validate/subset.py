"""The proof that one schema is a strict subset of another: content models, attributes and datatypes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from teiedit.validate.datatypes import within
from teiedit.validate.regex import outside

if TYPE_CHECKING:
    from collections.abc import Iterator

    from teiedit.validate.grammar import ElementRule, Grammar


def differences(inner: Grammar, outer: Grammar) -> tuple[str, ...]:
    """Return what documents of `inner` may hold and those of `outer` may not, one sentence each; () is the proof.

    The proof holds because an element's rule depends on its name alone in both: a document is accepted if and
    only if each of its elements is.
    """
    found = [f"<{name}> may begin a document here, not there" for name in sorted(inner.start - outer.start)]
    for name, rule in sorted(inner.elements.items()):
        if name in outer.elements:
            found.extend(f"<{name}>: {text}" for text in _element(rule, outer.elements[name]))
        else:
            found.append(f"<{name}>: there is no such element")
    return tuple(found)


def _element(inner: ElementRule, outer: ElementRule) -> Iterator[str]:
    word = outside(inner.content, outer.content)
    if word is not None:
        yield f"content is allowed here and not there: {' '.join(word) or '(nothing)'}"
    for name, attribute in inner.attributes.items():
        if name not in outer.attributes:
            yield f"there is no @{name}"
            continue
        for datatype in attribute.datatypes:
            if not any(within(datatype, wider) for wider in outer.attributes[name].datatypes):
                yield f"@{name} allows more here than there: {datatype}"
    for name, attribute in outer.attributes.items():
        if attribute.required and not (name in inner.attributes and inner.attributes[name].required):
            yield f"@{name} must be there, and need not be here"
