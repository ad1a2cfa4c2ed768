"""The server: the site, and what harvesters and readers' programs ask beside it.

It reads an output folder and the catalogue in it, and nothing else of an edition; so it may run where neither
transcripts nor a build are, and an edition may be rebuilt under it.
"""
