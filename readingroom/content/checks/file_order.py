"""The order in which faults are reported: file by file, as an author goes through a course."""

from __future__ import annotations

from collections.abc import Iterable

from ..errors import Fault

_ORDER = (
    "data/course.toml",
    "data/article.toml",
    "data/sources.toml",
    "data/events.toml",
    "data/people.toml",
    "data/glossary.toml",
    "data/notes/",
    "data/claims/",
    "data/quizzes/",
    "data/forecasts.toml",
    "data/argument.toml",
    "data/documents.toml",
    "data/turns.toml",
    "data/story.toml",
    "data/ways.toml",
    "data/series.toml",
    "data/series/",
    "data/charts.toml",
    "data/figures.toml",
    "data/",
    "exercises/tasks/",
    "exercises/key/",
    "exercises/",
    "notebooks/",
)


def in_file_order(faults: Iterable[Fault]) -> list[Fault]:
    """Return `faults`, each once, those of one file together, in the order in which they were found there."""
    return sorted(dict.fromkeys(faults), key=lambda fault: (_place(fault.file), fault.file))


def _place(file: str) -> int:
    return next((place for place, start in enumerate(_ORDER) if file.startswith(start)), len(_ORDER))
