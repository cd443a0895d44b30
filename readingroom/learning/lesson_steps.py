"""The steps of a lesson: its headings, how long each takes on each way, and what shows that it is done."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..content.lesson_cells import LessonCell, lesson_cells
from ..content.library import Library
from .lesson_pieces import Act, Piece, pieces
from .minutes import whole_minutes

_HEADING = re.compile(r"^## +(.+)$", re.MULTILINE)


@dataclass
class Step:
    """What stands below a heading of the second rank; what stands above the first one belongs to it too."""

    title: str
    pieces: list[Piece] = field(default_factory=list)

    def seconds(self, rank: int) -> float:
        """Return how long the step takes on the way with this number."""
        return sum(piece.seconds for piece in self.pieces if piece.rank <= rank)

    @property
    def acts(self) -> list[tuple[Act, int]]:
        """What a reader does in the step, each with the number of the first way on which it stands."""
        return [(piece.act, piece.rank) for piece in self.pieces if piece.act]


def steps_of(library: Library, lesson: str) -> list[Step]:
    """Return the steps of a lesson, in their order."""
    ranks = folded_ranks(library, lesson)
    steps = [Step("")]
    for cell in lesson_cells(library.root, lesson):
        if heading := _heading(cell):
            steps.append(Step(heading))
        rank = ranks.get(cell.id, 0)
        steps[-1].pieces += [Piece(p.seconds, max(p.rank, rank), p.act) for p in pieces(library, cell)]
    top, *named = steps
    if named:
        named[0].pieces[:0] = top.pieces
    return named


def folded_ranks(library: Library, lesson: str) -> dict[str, int]:
    """Return, for each cell that folds in, the number of the first way on which it stands."""
    ways = list(library.ways)
    folds = [fold for fold in library.folds if fold.lesson == lesson and fold.way in ways]
    return {cell: ways.index(fold.way) for fold in folds for cell in fold.cells}


def minutes_on(steps: list[Step], rank: int) -> int:
    """Return how many minutes a lesson takes on the way with this number."""
    return whole_minutes(sum(step.seconds(rank) for step in steps))


def _heading(cell: LessonCell) -> str:
    found = _HEADING.match(cell.text) if cell.is_prose else None
    return found[1].strip() if found else ""
