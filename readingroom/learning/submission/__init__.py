"""What a student hands in for an exercise: the file's format, and saving it from the record."""
