"""The formats in which an edition is published, by the names that settings and options have for them."""

from __future__ import annotations

METADATA = "metadata"
FORMATS = ("tei", "html", "pdf", "epub", "text", METADATA)
