"""teiedit: plain transcripts of letters and documents become a scholarly edition."""

__version__ = "0.1.0"
