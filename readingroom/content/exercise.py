"""The records of an assigned exercise: its tasks, which hold no answer, and its key, which no student's copy holds."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import msgspec

from .loading import record, records
from .models import Criterion, Id, Record, Text


class Exercise(Record, kw_only=True):
    """What stands at the top of an exercise."""
    id: Id
    title: Text
    tier: Literal["no code", "a little code", "code"]
    minutes: int
    aims: list[Text]
    needs: list[Text]
    paragraphs: list[Id]


class TaskOption(Record, kw_only=True):
    """An option, without a word on whether it is right."""
    id: Id
    text: Text


class Task(Record, kw_only=True):
    """One task: what is asked, in what form the answer comes."""
    id: Id
    kind: Literal["choice", "number", "short", "written"]
    paragraphs: list[Id]
    prompt: Text
    option: list[TaskOption] = []
    unit: str = ""
    decimals: int | None = None


class KeyOption(Record, kw_only=True):
    """What is said to whoever chooses this option."""
    id: Id
    why: Text


class Key(Record, kw_only=True):
    """The answer to one task, its points, and what is said to those who missed it."""
    task: Id
    points: int
    why: Text
    answer: str | list[str] = ""
    tolerance: float = 0.0
    option: list[KeyOption] = []
    model: str = ""
    criterion: list[Criterion] = []


class Assignment(msgspec.Struct, frozen=True):
    """An exercise as a student gets it: the heading and the tasks in order."""
    about: Exercise
    tasks: dict[str, Task]


def names(root: Path) -> list[str]:
    """Return the names of the exercises below `root`."""
    return sorted(path.stem for path in (root / "exercises/tasks").glob("*.toml"))


def assignment(root: Path, name: str) -> Assignment:
    """Read exercises/tasks/NAME.toml."""
    file = f"exercises/tasks/{name}.toml"
    return Assignment(record(root, file, "exercise", Exercise),
                      {task.id: task for task in records(root, file, "task", Task)})


def key(root: Path, name: str) -> list[Key]:
    """Read exercises/key/NAME.toml, on the teacher's machine."""
    return records(root, f"exercises/key/{name}.toml", "key", Key)
