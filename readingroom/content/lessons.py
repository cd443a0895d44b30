"""The lessons of a course: their notebooks in order, and every name that they go by."""

from __future__ import annotations

import re
from pathlib import Path

from .copies import copied
from .lesson_cells import lesson_cells
from .library import Library

HANDING_IN = "hand_in"
IN_ORDER = re.compile(r"[0-9]{2}-.")
"""How the name of a lesson's notebook begins: its place among the others."""


def lesson_files(root: Path) -> list[Path]:
    """Return the notebooks of the course's lessons in their order, without copies that somebody made beside them."""
    paths = sorted(path for path in (root / "notebooks").glob("*.ipynb") if IN_ORDER.match(path.stem))
    names = {path.stem for path in paths}
    return [path for path in paths if copied(path.stem, names) is None]


def lesson_names(library: Library) -> dict[str, str]:
    """Return every name that a lesson goes by, its file's and that of what it hands in, with the file's."""
    files = {path.stem: path.stem for path in lesson_files(library.root)}
    sections = {section.id: section.lesson for section in library.sections.values() if section.lesson in files}
    return files | {quiz: name for name, quiz in handed_in(library).items()} | sections


def hand_in_name(library: Library, called: str) -> str:
    """Return what the hand-ins of a lesson call it: its section, or a quiz over the whole; an unknown name stays."""
    if called in library.quizzes:
        return called
    sections = {section.lesson: section.id for section in library.sections.values()}
    return (sections | handed_in(library)).get(called, called)


def handed_in(library: Library) -> dict[str, str]:
    """Return what is handed in at the end of each lesson, by the name of the lesson's file."""
    return {
        path.stem: name
        for path in lesson_files(library.root)
        for cell in lesson_cells(library.root, path.stem)
        if cell.call == HANDING_IN and (name := cell.word or cell.section)
    }
