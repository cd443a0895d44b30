"""Ways through a lesson: what stands on a short one, a usual one and a long one, and what folds in behind a line."""

from __future__ import annotations

from typing import Annotated

import msgspec

from .models import Id, Level, Materiality, Record, Text

FILE = "data/ways.toml"
MOST_WAYS = 3
"""The style sheet knows so many."""

Ids = Annotated[list[str], msgspec.Meta(min_length=1)]


class Way(Record, frozen=True, kw_only=True):
    """A way through every lesson; the order in the file is from the shortest to the longest, which has everything.

    `most` is how many minutes it may take, 0 where there is no limit. `notes` is the deepest level of notes on it, none
    where it is left out; `claims` says what hangs on the claims that are voted on, all of them where it is left out.
    """

    id: Id
    label: Text
    about: Text
    most: Annotated[int, msgspec.Meta(ge=0)] = 0
    usual: bool = False
    notes: Level | None = None
    claims: list[Materiality] = []


class WayItems(Record, frozen=True, kw_only=True):
    """Items of a quiz from `way` on; those that no row names stand on the longest way alone."""

    quiz: Id
    way: Id
    items: Ids


class WayClaims(Record, frozen=True, kw_only=True):
    """Claims of a section that are voted on from `way` on, in the place of those that the way itself would have."""

    section: Id
    way: Id
    claims: Ids


class Fold(Record, frozen=True, kw_only=True):
    """Cells of a lesson, one after the other, that stand from `way` on, and before that fold in behind `title`."""

    lesson: Text
    way: Id
    title: Text
    cells: Ids
