"""Reading an exercise: the tasks as students get them, and on the teacher's machine the key."""

from __future__ import annotations

from pathlib import Path

import msgspec

from .copies import copied
from .errors import ContentError, Fault
from .kinds import KINDS
from .loading import Tables
from .tasks import Assigned, Exercise, Key, Task


class Assignment(msgspec.Struct, frozen=True):
    """An exercise as a student gets it: the heading and the tasks in order."""

    about: Exercise
    tasks: dict[str, Task]
    assigned: Assigned | None = None


def names(root: Path) -> list[str]:
    """Return the names of the exercises below `root`, without copies that somebody made beside them."""
    found = {path.stem for path in (root / "exercises/tasks").glob("*.toml")}
    return sorted(name for name in found if copied(name, found) is None)


def assignment(root: Path, name: str) -> Assignment:
    """Read exercises/tasks/NAME.toml; in a student's own bundle it holds their variant and says so."""
    tables = Tables(root, f"exercises/tasks/{name}.toml")
    about = tables.row("exercise", Exercise)
    own = tables.row("assigned", Assigned) if "assigned" in tables else None
    tasks = tables.rows("task", Task)
    unknown = [
        Fault(tables.name, f"task {task.id}", "kind", f"no kind {task.kind!r}; kinds: {', '.join(sorted(KINDS))}")
        for task in tasks
        if task.kind not in KINDS
    ]
    if unknown:
        raise ContentError(unknown)
    return Assignment(about, {task.id: task for task in tasks}, own)


def key(root: Path, name: str) -> list[Key]:
    """Read exercises/key/NAME.toml, on the teacher's machine."""
    return Tables(root, f"exercises/key/{name}.toml").rows("key", Key)
