"""The sheets on which a teacher marks written tasks."""
