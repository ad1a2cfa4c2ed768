"""Everything that enters: edition.toml and transcripts become types."""
