"""Match: each left side has one right side."""

from __future__ import annotations

from collections.abc import Iterator

from ..models import Id, Item, Record, Text
from ..tasks import Key, Task
from .base import ContentKind, Evaluate, Problem, misplaced_cards, repeated


class Pair(Record, frozen=True, kw_only=True):
    """A left side and the right side that belongs to it."""

    id: Id
    left: Text
    right: Text
    why: Text


class Decoy(Record, frozen=True, kw_only=True):
    """A right side that belongs to nothing."""

    id: Id
    right: Text
    why: Text


class Match(Item, frozen=True, kw_only=True, tag="match"):
    """Each left side has one right side."""

    pair: list[Pair]
    decoy: list[Decoy] = []


class MatchKind(ContentKind[Match]):
    """Left sides to match with right sides, some of which may belong to nothing."""

    name = "match"
    key_field = "place"
    item = Match
    task_lines = ("left", "right")
    explained_lines = ("left",)
    renames_response = True

    def item_problems(self, item: Match, paragraphs: set[str]) -> Iterator[Problem]:
        if len(item.pair) < 2:
            yield "pair", "at least two pairs are needed"
        yield from repeated("pair", (*(pair.id for pair in item.pair), *(decoy.id for decoy in item.decoy)))
        yield from repeated("pair", (pair.right for pair in item.pair))

    def offered(self, item: Match) -> list[tuple[str, list[str]]]:
        return [("right", [*(pair.right for pair in item.pair), *(decoy.right for decoy in item.decoy)])]

    def also_asked(self, item: Match) -> list[str]:
        return [pair.left for pair in item.pair]

    def feedback(self, item: Match) -> Iterator[tuple[str, str, bool]]:
        for pair in item.pair:
            yield f"{pair.id} why", pair.why, False
        for decoy in item.decoy:
            yield f"{decoy.id} why", decoy.why, False

    def key_problems(self, task: Task, key: Key, evaluate: Evaluate) -> Iterator[Problem]:
        return misplaced_cards(key, (line.id for line in task.left), (line.id for line in task.right))

    def file_problems(self, task: Task, key: Key) -> Iterator[Problem]:
        belonging = [key.place.get(line.id) for line in task.left]
        if belonging == [line.id for line in task.right][: len(belonging)]:
            yield "right", "the tasks' file lists left and right in step, which gives the answers away; mix the lists"


KIND = MatchKind()
