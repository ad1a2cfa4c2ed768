"""An archive package of a release, and what changed since the one before.

A package is a bag (BagIt 1.0, https://www.rfc-editor.org/rfc/rfc8493) whose payload is a research object (RO-Crate
1.2, https://w3id.org/ro/crate/1.2): the sources of an edition, what was built of them, and words about both.
"""
