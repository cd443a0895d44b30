"""The cells of a lesson's notebook, as far as its ways and minutes need them: nothing is run."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from .notebook_cells import cells_of

_OPENED = re.compile(r'^(\w+) = open_(?:section\("([^"]+)"\)|course\(\))', re.MULTILINE)
_CALL = re.compile(r'^(\w+)\.(\w+)\((?:"([^"]+)")?(.*)', re.MULTILINE)


@dataclass(frozen=True)
class LessonCell:
    """A cell: its text, and what it calls last, as in `opening.chart("growth", predict=True)`."""

    id: str
    text: str
    is_prose: bool
    section: str | None = None
    call: str = ""
    word: str = ""
    is_guess: bool = False


def heading_anchor(title: str) -> str:
    """Return the anchor of a heading on a plain page, as far as no other heading has it."""
    return re.sub(r"\W+", "-", title.lower()).strip("-") or "part"


def lesson_cells(root: Path, notebook: str) -> list[LessonCell]:
    """Return the cells of notebooks/NOTEBOOK.ipynb; none where there is no such file."""
    file = f"notebooks/{notebook}.ipynb"
    if not (root / file).is_file():
        return []
    opened: dict[str, str | None] = {}
    return [_cell(cell, opened) for cell in cells_of(root, file)]


def _cell(cell: dict[str, object], opened: dict[str, str | None]) -> LessonCell:
    source = cell.get("source", "")
    text = "".join(source) if isinstance(source, list) else str(source)
    name = str(cell.get("id", ""))
    if cell.get("cell_type") != "code":
        return LessonCell(name, text, is_prose=True)
    opened.update({variable: section or None for variable, section in _OPENED.findall(text)})
    calls = [call for call in _CALL.findall(text) if call[0] in opened]
    if not calls:
        return LessonCell(name, text, is_prose=False)
    variable, call, word, rest = calls[-1]
    return LessonCell(name, text, False, opened[variable], call, word, "predict=True" in rest)
