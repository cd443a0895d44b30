"""Where a reader stopped: the lesson and the step that were touched last."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ...content.lesson_cells import lesson_cells
from ...content.lessons import lesson_files
from ...content.library import Library
from ...learning.lesson_steps import steps_of
from ...learning.record import Record
from ..base.frontend import module, styles
from .ways import STYLES, Ways

Address = Callable[[str, str], str]
"""Returns where a step's heading stands: (lesson, title) -> address."""


class GoOn(Ways):
    """Leads to the step that was touched last."""

    _esm = module("ways/go-on.js")
    _css = styles(*STYLES)


def go_on(library: Library, record: Record) -> GoOn:
    """Return the way back into the lessons, with what they have written since."""
    record.refresh()
    return GoOn(record, go_on_content(library, _in_notebook))


def go_on_content(library: Library, address: Address) -> dict[str, Any]:
    """Return what go-on.js shows: each lesson with its steps, and what a reader does in them."""
    return {"lessons": [_lesson(library, path.stem, address) for path in lesson_files(library.root)]}


def _lesson(library: Library, name: str, address: Address) -> dict[str, Any]:
    first = next((cell.text for cell in lesson_cells(library.root, name) if cell.is_prose), name)
    steps = [
        {"title": step.title, "address": address(name, step.title), "acts": [list(act) for act, _ in step.acts]}
        for step in steps_of(library, name)
        if step.acts
    ]
    return {"title": first.partition("\n")[0].lstrip("# ").strip(), "steps": steps}


def _in_notebook(lesson: str, title: str) -> str:
    return f"{lesson}.ipynb#{title.replace(' ', '-')}"
