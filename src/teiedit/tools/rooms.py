"""A folder and a name is the whole plug-in system: find the modules of a package by their file names."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType


@cache
def names(package: str) -> tuple[str, ...]:
    """Return the names of the modules that lie directly in `package`, in alphabetical order, importing none."""
    folder = import_module(package).__path__
    return tuple(sorted(module.name for module in iter_modules(folder) if not module.name.startswith("_")))


def module(package: str, name: str) -> ModuleType:
    """Import one module of `package`.

    Raises:
        ModuleNotFoundError: there is no such module.
    """
    return import_module(f"{package}.{name}")
