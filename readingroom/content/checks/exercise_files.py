"""Checks of exercises/tasks and, on the teacher's machine, exercises/key."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from ..kinds import KINDS
from ..loading import Tables
from ..tasks import Exercise, Key, Task
from .collector import Collector
from .exercises import key_faults, some_variant, task_faults
from .layout import exercise_files
from .notebook_calls import code, named
from .other_files import check_plans, listed
from .references import check_record
from .toml_files import check_file


def check_exercises(collector: Collector) -> None:
    """Check every exercise, and its key where there is one."""
    tasks, keys = listed(collector, "exercises/tasks", ".toml"), listed(collector, "exercises/key", ".toml")
    names = sorted({*tasks, *keys, *listed(collector, "exercises", ".ipynb")})
    for name in names:
        tasks_file, key_file = exercise_files(name)
        about = _tables(collector, tasks_file.name)
        check_file(collector, tasks_file, about)
        sound, known = _check_tasks(collector, name, about) if about else ({}, None)
        if name in keys:
            entries = _tables(collector, key_file.name)
            check_file(collector, key_file, entries)
            if entries:
                _check_keys(collector, entries, sound, known)
        elif (collector.library.root / "exercises/key").is_dir():  # a student's copy has no such folder
            collector.add(key_file.name, "", "", "the file is missing; the folder has the keys of all exercises")
        _check_notebook(collector, name, known)
    check_plans(collector, names)


def _tables(collector: Collector, file: str) -> Tables | None:
    return collector.read(partial(Tables, collector.library.root, file), None)


def _check_tasks(collector: Collector, name: str, tables: Tables) -> tuple[dict[str, Task], set[str]]:
    """Return the sound tasks of an exercise, and the ids of all."""
    about = collector.read(partial(tables.row, "exercise", Exercise), None)
    if about:
        check_record(collector, tables.name, "exercise", about)
        if about.id != name:
            collector.add(tables.name, "exercise", "id", f"is {about.id!r}; it must be the file's name")
    sound, paragraphs = {}, collector.known["paragraph"]
    for task in tables.sound_rows("task", Task)[0]:
        label = f"task {task.id}"
        if task.kind not in KINDS:
            collector.add(tables.name, label, "kind", f"no kind {task.kind!r}; kinds: {', '.join(sorted(KINDS))}")
            continue
        sound[task.id] = task
        check_record(collector, tables.name, label, some_variant(task, task))
        for field, message in task_faults(task, task.passage if paragraphs is None else paragraphs):
            collector.add(tables.name, label, field, message)
    return sound, {row["id"] for row in tables.raw("task") if isinstance(row.get("id"), str)}


def _check_keys(collector: Collector, tables: Tables, tasks: Mapping[str, Task], known: set[str] | None) -> None:
    marked = {row["task"] for row in tables.raw("key") if isinstance(row.get("task"), str)}
    for missing in sorted((known or set()) - marked) if marked else []:
        collector.add(tables.name, f"key {missing}", "task", "the task has no key")
    for entry in tables.sound_rows("key", Key)[0]:
        label = f"key {entry.task}"
        collector.unknown(tables.name, label, "task", [entry.task], known, "task")
        task = tasks.get(entry.task)
        check_record(collector, tables.name, label, some_variant(task, entry) if task else entry)
        for field, message in key_faults(collector.library, task, entry) if task else []:
            collector.add(tables.name, label, field, message)


def _check_notebook(collector: Collector, name: str, tasks: set[str] | None) -> None:
    """Check that the exercise's notebook opens it, and asks each of its tasks and no other."""
    file = f"exercises/{name}.ipynb"
    sources = collector.read(partial(code, collector.library.root, file), None)
    if sources is None:
        return
    asked = set()
    for number, source in sources:
        for found in named(source):
            if found.call == "open_exercise" and found.name != name:
                collector.add(
                    file, f"cell {number}", "source", f"opens {found.name!r}, and is the notebook of {name!r}"
                )
            if found.call == "task" and found.name is not None:
                collector.unknown(file, f"cell {number}", "source", [found.name], tasks, "task")
                asked.add(found.name)
    for task in sorted((tasks or set()) - asked):
        collector.add(file, f"task {task}", "", "no cell asks this task")
