"""What an edition consists of: frozen types without input, output, XML or inference."""
