"""What many tests need: the sample files, and the tools beside Python that some checks call.

A check whose tool is missing is skipped with the line that installs it; under TEIEDIT_REQUIRE_TOOLS=1, as in
CI, it fails.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"

TOOLS: dict[str, tuple[tuple[str, ...], str]] = {
    "jaxb": (("/usr/share/java/jaxb-runtime.jar",), "apt-get install libjaxb-java"),
    "pdfinfo": (("pdfinfo",), "apt-get install poppler-utils"),
    "liberation": (
        ("/usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf",),
        "apt-get install fonts-liberation",
    ),
    "java": (("java",), "apt-get install default-jre-headless"),
    "chromium": (("chromium", "chromium-headless-shell", "google-chrome"), "apt-get install chromium"),
    "lou_translate": (("lou_translate",), "apt-get install liblouis-bin"),
    "node": (("node",), "apt-get install npm"),
    "ace": ((str(ROOT / "node_modules/@daisy/ace-cli/bin/ace.js"),), "npm install --no-save @daisy/ace-cli"),
    "nginx": (("nginx", "/usr/sbin/nginx"), "apt-get install nginx-light"),
    "apache2": (("apache2", "/usr/sbin/apache2"), "apt-get install apache2-bin"),
    "cffconvert": (
        (str(ROOT / ".venv/cff/bin/cffconvert"),),
        "python3 -m venv .venv/cff && .venv/cff/bin/pip install cffconvert",
    ),
    "vnu": ((str(ROOT / "node_modules/vnu-jar/build/dist/vnu.jar"),), "npm install --no-save vnu-jar"),
}


def tool(name: str) -> str:
    """Return the path of a tool beside Python, or skip (or, where tools are required, fail) the test."""
    candidates, install = TOOLS[name]
    for candidate in candidates:
        found = shutil.which(candidate) or (candidate if Path(candidate).is_file() else None)
        if found:
            return found
    return _missing(f"{name} is not here; install it with: {install}")


def module(name: str, install: str) -> None:
    """Skip (or fail) the test if the Python module `name` cannot be imported."""
    if importlib.util.find_spec(name) is None:
        _missing(f"{name} is not here; install it with: {install}")


def shared(name: str) -> Path:
    """Return a file of the official schemas and samples kept beside the project, or skip the test."""
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"{name} is not beside the project: the official schemas are not part of it")
    return path


def _missing(reason: str) -> str:
    if os.environ.get("TEIEDIT_REQUIRE_TOOLS") == "1":
        pytest.fail(reason)
    pytest.skip(reason)
