"""What changed since the last run is told student by student, each with its cause."""

from __future__ import annotations

import msgspec
import pytest

from readingroom.teaching.mark.changes import Change, between
from readingroom.teaching.mark.previous_run import Earlier, EarlierTask

BEFORE = Earlier(
    "anna",
    "Anna A",
    "marked",
    "2026-12-01T10:00:00Z",
    False,
    3.0,
    4,
    {"one": EarlierTask("a", 1.0, 2), "text": EarlierTask("b", 2.0, 2)},
)


def now(**fields) -> Earlier:
    return msgspec.structs.replace(BEFORE, **fields)


def with_task(name: str, **fields) -> dict[str, EarlierTask]:
    return {**BEFORE.tasks, name: msgspec.structs.replace(BEFORE.tasks[name], **fields)}


DROPPED = ["This task does not count for anybody."]


@pytest.mark.parametrize(
    "before, after, told",
    [
        (BEFORE, BEFORE, []),
        (None, BEFORE, [("total", "", "3 of 4", ["new on the list"])]),
        (
            now(state="missing", tasks={}),
            BEFORE,
            [("total", "", "3 of 4", ["handed in since then"])],
        ),
        (BEFORE, now(state="missing", tasks={}), [("total", "3 of 4", "", ["the hand-in is no longer there"])]),
        (
            BEFORE,
            now(made="2026-12-02T10:00:00Z", total=2.0),
            [("total", "3 of 4", "2 of 4", ["another hand-in counts now"])],
        ),
        (
            BEFORE,
            now(total=4.0, tasks=with_task("one", points=2.0)),
            [("one", "1", "2", ["key mended"]), ("total", "3 of 4", "4 of 4", ["key mended"])],
        ),
        (
            now(total=1.0, tasks=with_task("text", points=None)),
            BEFORE,
            [("text", "", "2", ["text marked"]), ("total", "1 of 4", "3 of 4", ["text marked"])],
        ),
        (
            BEFORE,
            now(total=2.0, most=2, tasks=with_task("one", points=None, raw=1.0, most=0, reasons=DROPPED)),
            [
                ("one", "1", "does not count", ["policy: This task does not count for anybody"]),
                ("total", "3 of 4", "2 of 2", ["policy: This task does not count for anybody"]),
            ],
        ),
        (
            BEFORE,
            now(total=2.0, late=True, reasons=["Your hand-in came late."]),
            [
                (
                    "total",
                    "3 of 4",
                    "2 of 4",
                    ["policy: Your hand-in came late", "late by the date that now holds"],
                )
            ],
        ),
        (
            now(state="provisional"),
            BEFORE,
            [("total", "3 of 4", "3 of 4", ["the damaged file was accepted"])],
        ),
    ],
)
def test_each_change_is_told_with_its_cause(before, after, told):
    changes = between(before, after, {"text"})

    assert [(c.what, c.before, c.now, c.why) for c in changes] == told


@pytest.mark.parametrize(
    "before, after, says",
    [
        ("3 of 4", "4 of 4", "3 of 4, now 4 of 4"),
        ("4 of 18", "4 of 18", "4 of 18 as before"),
        ("", "3 of 4", "nothing, now 3 of 4"),
    ],
)
def test_points_that_stayed_are_said_once(before, after, says):
    assert Change("anna", "Anna A", "total", before, after, ["late"]).points == says
