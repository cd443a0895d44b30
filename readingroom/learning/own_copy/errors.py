"""The error of a copy that cannot be taken."""

from __future__ import annotations

from ...content.errors import CourseError


class CopyError(CourseError):
    """The copy cannot be read, kept or recognised; the message says what to do."""
