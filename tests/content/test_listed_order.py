"""The order of lines in a tasks' file, which students get, gives no answer away."""

from __future__ import annotations

import pytest

from readingroom.content.kinds import KINDS
from readingroom.content.tasks import Key, Task, TaskOption


def lines(*names):
    return [TaskOption(id=name, text=name.upper()) for name in names]


def fields(kind: str, place: dict[str, str], **parts) -> list[str]:
    task = Task(id="t", kind=kind, prompt="?", paragraphs=["p-1"], **parts)
    return [field for field, _ in KINDS[kind].file_problems(task, Key(task="t", points=1, why="x", place=place))]


@pytest.mark.parametrize(
    "right, found",
    [(("x", "y", "z"), ["right"]), (("x", "y", "z", "spare"), ["right"]), (("y", "z", "x"), []), (("x", "z", "y"), [])],
)
def test_a_match_in_step_is_found(right, found):
    place = {"a": "x", "b": "y", "c": "z"}

    assert fields("match", place, left=lines("a", "b", "c"), right=lines(*right)) == found


@pytest.mark.parametrize(
    "cards, found",
    [(("a", "b", "c", "d"), ["card"]), (("c", "d", "a", "b"), ["card"]), (("a", "c", "b", "d"), [])],
)
def test_cards_that_lie_box_by_box_are_found(cards, found):
    place = {"a": "x", "b": "x", "c": "y", "d": "y"}

    assert fields("sort", place, card=lines(*cards), bin=lines("x", "y")) == found
