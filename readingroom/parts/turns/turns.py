"""A step as front ends take it: the small table, the way by hand, the code, and the question."""

from __future__ import annotations

from typing import Any

from ...content.library import Library
from ...content.models import Item
from ...content.turns import QUIZ, Turn
from ..base.prose import inline
from ..quiz.quiz import item_content

_NONE = "\N{EN DASH}"


def item_of(library: Library, turn: Turn) -> Item:
    """Return the question of a step, its figures worked out."""
    return next(item for item in library.items(QUIZ) if item.id == turn.question.id)


def turn_content(library: Library, section: str | None, turn: Turn) -> dict[str, Any]:
    """Return what turns.js shows: plain values, prose as HTML."""
    return {
        "quiz": QUIZ,
        "section": section or "",
        "id": turn.id,
        "table": _table(library, turn),
        "formula": inline(library, turn.formula),
        "hint": inline(library, turn.hint),
        "shows": inline(library, turn.shows),
        "solution": "\n".join(turn.solution),
        "item": item_content(library, item_of(library, turn)),
    }


def _table(library: Library, turn: Turn) -> dict[str, Any]:
    """The rows and columns that are needed, with the figures as the course writes them everywhere."""
    about = turn.table
    table = library.table(about.series)
    columns = [table.column(name) for name in about.columns]
    units = list(dict.fromkeys(column.unit for column in columns))
    return {
        "title": f"{table.about.title}, in {units[0]}" if len(units) == 1 else table.about.title,
        "date": table.about.date.capitalize(),
        "columns": [c.label if len(units) == 1 else f"{c.label} ({c.unit})" for c in columns],
        "rows": [
            {"date": date, "figures": [_figure(table.value(c.id, date), c.decimals) for c in columns]}
            for date in about.dates
        ],
    }


def _figure(value: float | None, decimals: int) -> str:
    return _NONE if value is None else f"{value:,.{decimals}f}".replace("-", "\N{MINUS SIGN}")
