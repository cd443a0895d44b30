"""Checks of exercises/tasks and, on the teacher's machine, exercises/key."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from ..exercise import assignment, key, names
from ..tasks import Task
from .collector import Collector
from .exercises import key_faults, some_variant, task_faults
from .references import check_record


def check_exercises(collector: Collector) -> None:
    """Check every exercise, and its key where there is one."""
    root = collector.library.root
    for name in names(root):
        file = f"exercises/tasks/{name}.toml"
        exercise = collector.read(partial(assignment, root, name), None)
        if exercise is None:
            continue
        check_record(collector, file, "exercise", exercise.about)
        if exercise.about.id != name:
            collector.add(file, "exercise", "id", f"is {exercise.about.id!r}; it must be the file's name")
        for task in exercise.tasks.values():
            check_record(collector, file, f"task {task.id}", some_variant(task, task))
            for field, message in task_faults(task, collector.paragraphs):
                collector.add(file, f"task {task.id}", field, message)
        if (root / f"exercises/key/{name}.toml").exists():
            _check_keys(collector, name, exercise.tasks)


def _check_keys(collector: Collector, name: str, tasks: Mapping[str, Task]) -> None:
    file = f"exercises/key/{name}.toml"
    keys = collector.read(lambda: key(collector.library.root, name), [])
    collector.duplicates(file, "key", [entry.task for entry in keys])
    for missing in sorted(set(tasks) - {entry.task for entry in keys}) if keys else []:
        collector.add(file, f"key {missing}", "task", "the task has no key")
    for entry in keys:
        label = f"key {entry.task}"
        collector.unknown(file, label, "task", [entry.task], tasks, "task")
        task = tasks.get(entry.task)
        check_record(collector, file, label, some_variant(task, entry) if task else entry)
        for field, message in key_faults(collector.library, task, entry) if task else []:
            collector.add(file, label, field, message)
