"""Transcripts put in order: their bytes, their layout and their marks, never their words.

What a formatter may change is what nobody reads. Each file is read before and after, and a change by which it would
be understood otherwise is not made.
"""
