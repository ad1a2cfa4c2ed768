"""The stylesheets and schemas that come with the program, in a wheel or in a checkout."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


@cache
def resource(name: str) -> Path:
    """Return the file or folder `name`, such as "xslt/html/edition.xsl".

    A wheel carries `xslt/` and `schema/` as `teiedit/_data/`; in a checkout they lie at the top.

    Raises:
        FileNotFoundError: the installation is incomplete.
    """
    for base in (_PACKAGE / "_data", _PACKAGE.parent.parent):
        path = base / name
        if path.exists():
            return path
    raise FileNotFoundError(name)
