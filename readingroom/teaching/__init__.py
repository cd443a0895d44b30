"""What a teacher or a learner takes out of the course.

Exports, assignments, reports; beside the views, never importing them.
"""
