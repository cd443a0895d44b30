"""How long each lesson takes on each way: as a table, and as faults where a way is longer than it may be."""

from __future__ import annotations

from ..content.errors import Fault
from ..content.lessons import lesson_files
from ..content.library import Library
from ..content.ways import FILE
from .lesson_steps import minutes_on, steps_of


def lengths(library: Library) -> dict[str, list[int]]:
    """Return the minutes of each lesson on each way, shortest way first; nothing for a course without ways."""
    if not library.ways:
        return {}
    ranks = range(len(library.ways))
    names = [path.stem for path in lesson_files(library.root)]
    return {name: [minutes_on(steps_of(library, name), rank) for rank in ranks] for name in names}


def length_faults(library: Library) -> list[Fault]:
    """Return a fault for each way of a lesson that takes longer than the way may."""
    return [
        Fault(
            FILE,
            f"way {way.id}",
            "most",
            f"{lesson} takes {minutes} minutes on this way, {minutes - way.most} too many: let more of it fold in",
        )
        for lesson, each in lengths(library).items()
        for way, minutes in zip(library.ways.values(), each, strict=True)
        if way.most and minutes > way.most
    ]


def lengths_table(library: Library) -> str:
    """Return the minutes as lines of a table; "" for a course without ways."""
    rows = [("lesson", *library.ways), *((name, *map(str, each)) for name, each in lengths(library).items())]
    if len(rows) == 1:
        return ""
    width = max(len(row[0]) for row in rows)
    return "\n".join(f"  {row[0]:{width}}" + "".join(f"{value:>10}" for value in row[1:]) for row in rows)
