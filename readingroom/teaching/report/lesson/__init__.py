"""The plan for the next hour, from a lesson that a class handed in."""
