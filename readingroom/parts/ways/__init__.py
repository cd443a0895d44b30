"""The ways through a lesson, and where a reader stopped."""
