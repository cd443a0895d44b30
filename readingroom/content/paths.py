"""Finds the folder of the course."""

from __future__ import annotations

from pathlib import Path

from .errors import CourseError

LANDMARK = Path("data") / "article.toml"


def course_root(start: Path | None = None) -> Path:
    """Return the nearest folder, from `start` (the working folder) upwards, that holds data/article.toml."""
    try:
        here = (start or Path.cwd()).resolve()
    except FileNotFoundError:
        raise CourseError(
            "the folder in which this was opened is gone: it was moved, renamed or deleted meanwhile. Close the "
            "notebook or the terminal, and open it from where the folder is now."
        ) from None
    for folder in (here, *here.parents):
        if (folder / LANDMARK).is_file():
            return folder
    raise CourseError(
        f"this notebook runs in {here}, and neither that folder nor any above it holds {LANDMARK.as_posix()}. "
        "Open the lesson from inside the course's folder, where notebooks/ and data/ stand side by side."
    )
