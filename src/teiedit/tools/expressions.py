"""Regular expressions that are compiled when they are first used.

Of the expressions by which lines and dates are read, in all languages, a letter needs a part; to compile them all takes
longer than to read the letter.
"""

from __future__ import annotations

import re
from typing import Any, cast


class _Expression:
    """Stands for an `re.Pattern` until something is asked of it that has to be compiled."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            # copying and pickling ask for names that no pattern has
            raise AttributeError(name)
        value = getattr(re.compile(self.pattern, self._flags), name)
        # from now on it is found without coming here
        setattr(self, name, value)
        return value

    def __reduce__(self) -> tuple[Any, ...]:
        return expression, (self.pattern, self._flags)


def expression(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return what behaves as `re.compile(pattern, flags)`, but is compiled at its first use.

    It has the methods and attributes of a pattern, but is none: functions of `re` do not take it.

    Raises:
        re.error: at the first use, the pattern is not well-formed.
    """
    return cast("re.Pattern[str]", _Expression(pattern, flags))
