"""What a build would change of what is published, document by document, and why; nothing is written."""
