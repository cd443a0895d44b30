"""What a student hands in: its format, its file."""
