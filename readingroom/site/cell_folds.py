"""Cells of a lesson that fold in on a plain page, until the way that has them is chosen."""

from __future__ import annotations

import html

from ..content.library import Library
from ..parts.ways.ways import usual_way


class CellFolds:
    """What stands on the page before and after each cell of a lesson, so that its folds open and end there."""

    def __init__(self, library: Library, lesson: str):
        ways, usual = list(library.ways), usual_way(library)
        folds = [(fold, ways.index(fold.way)) for fold in library.folds if fold.lesson == lesson]
        self._first = {fold.cells[0]: _begin(fold.title, rank, rank <= usual) for fold, rank in folds}
        self._last = {fold.cells[-1] for fold, _ in folds}

    def before(self, cell: str) -> str:
        """Return what stands before a cell."""
        return self._first.get(cell, "")

    def after(self, cell: str) -> str:
        """Return what stands after a cell."""
        return "</details>" if cell in self._last else ""


def _begin(title: str, rank: int, is_open: bool) -> str:
    """Without scripts a page stands on the usual way, and its folds open by themselves."""
    shown = " open data-on" if is_open else ""
    return f'<details class="rr-fold" data-from="{rank}"{shown}><summary>{html.escape(title)}</summary>'
