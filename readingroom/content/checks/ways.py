"""Checks of data/ways.toml: each way, item, claim and cell that it names exists, and nothing is named twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any, get_args

from ..models import Level
from ..notebook_cells import cells_of
from ..ways import FILE, MOST_WAYS, Fold, Way, WayClaims, WayItems
from .collector import Collector

Problem = tuple[str, str]


def check_ways(collector: Collector) -> None:
    """Check the ways of a course that has some."""
    if not (collector.library.root / FILE).is_file():
        return
    ways = collector.rows("ways", "way", Way)
    for field, message in _way_problems(ways):
        collector.add(FILE, "way", field, message)
    known = [way.id for way in ways]
    items = collector.rows("ways", "items", WayItems)
    votes = collector.rows("ways", "votes", WayClaims)
    folds = collector.rows("ways", "fold", Fold)
    for label, named in (
        ("items", [row.way for row in items]),
        ("votes", [row.way for row in votes]),
        ("fold", [row.way for row in folds]),
    ):
        for number, way in enumerate(named, start=1):
            collector.unknown(FILE, f"{label} {number}", "way", [way], known, "way")
    for number, row in enumerate(items, start=1):
        collector.unknown(FILE, f"items {number}", "items", row.items, _quiz_items(collector, row.quiz), "item")
    for number, vote in enumerate(votes, start=1):
        collector.unknown(FILE, f"votes {number}", "claims", vote.claims, collector.claim_ids, "claim")
    _twice(collector, "items", (item for row in items for item in row.items))
    _twice(collector, "fold", (f"{fold.lesson}, {cell}" for fold in folds for cell in fold.cells))
    for number, fold in enumerate(folds, start=1):
        for field, message in _fold_problems(collector, fold, known):
            collector.add(FILE, f"fold {number}", field, message)


def _way_problems(ways: list[Way]) -> Iterator[Problem]:
    if not 2 <= len(ways) <= MOST_WAYS:
        yield "", f"there are {len(ways)}; a course has two or {MOST_WAYS}, or no such file"
    if sum(way.usual for way in ways) != 1:
        yield "usual", "exactly one way is the usual one, which a reader who has chosen none is given"
    for name, count in Counter(way.id for way in ways).items():
        if count > 1:
            yield "id", f"{name!r} stands twice"
    if ways and (ways[-1].claims or ways[-1].notes != get_args(Level)[-1]):
        yield "", f"the last way, {ways[-1].id!r}, has everything: all claims, and notes to the level 'sources'"


def _quiz_items(collector: Collector, quiz: str) -> list[str]:
    """Return the items of a quiz that may stand on one way and not on another."""
    rows = collector.library.raw_rows(f"quizzes/{quiz}", "item") if quiz in (collector.quiz_ids or ()) else []
    return [str(row.get("id")) for row in rows if row.get("use", "quiz") == "quiz"]


def _twice(collector: Collector, label: str, names: Iterable[str]) -> None:
    for name, count in Counter(names).items():
        if count > 1:
            collector.add(FILE, label, "", f"{name} stands in several rows")


def _fold_problems(collector: Collector, fold: Fold, ways: list[str]) -> Iterator[Problem]:
    if ways and fold.way == ways[0]:
        yield "way", f"what stands from {fold.way!r} on never folds in"
    root = collector.library.root
    if not (root / "notebooks").is_dir():
        return
    if not (root / "notebooks" / f"{fold.lesson}.ipynb").is_file():
        yield "lesson", f"there is no lesson {fold.lesson!r} in notebooks/"
        return
    cells: list[Any] = collector.read(partial(cells_of, root, f"notebooks/{fold.lesson}.ipynb"), [])
    ids = [cell.get("id") for cell in cells if isinstance(cell, dict)]
    if missing := [cell for cell in fold.cells if cell not in ids]:
        yield "cells", f"{fold.lesson} has no cell {', '.join(missing)}"
    elif [ids.index(cell) for cell in fold.cells] != list(
        range(ids.index(fold.cells[0]), ids.index(fold.cells[0]) + len(fold.cells))
    ):
        yield "cells", f"do not follow one another in {fold.lesson}"
