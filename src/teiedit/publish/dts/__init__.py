"""Distributed Text Services 1.0: what can be cited in a document, the words cited, and in what collections it is.

https://dtsapi.org/specifications/versions/v1.0/. Answers are made here, for a server as for a static site.
"""
