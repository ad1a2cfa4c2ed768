"""Everything that is inferred, with its evidence: a cascade from lines to zones to small finders to a document."""
