"""Machinery that knows no letter: XML, XSLT, resources, processes."""
