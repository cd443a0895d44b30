"""From an exercise to what students get."""
