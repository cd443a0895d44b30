"""The bank, a quiz or an exercise for other tools."""
