"""The editor's desk: questions about an edition, and the decisions that answer them."""
