"""Hand-ins of lessons: what became of each file, and who completed what."""
