"""How fast a class is marked, and in how much memory, beside nbgrader: python tests/bench_marking.py

One run prints the hand-ins marked in a second and the peak memory for 1,000 and for 10,000 hand-ins of thirty tasks, and the same
figures of nbgrader's autograde on the same exercise: the quicker of two tries of each. Nothing here fails because it is slow.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec
import tomli_w

sys.path.append(str(Path(__file__).resolve().parent / "doors"))  # what the tests of the doors share
from classroom import Class
from environments import class_environment

from readingroom.content.exercise import Key, Task, assignment, key, names
from readingroom.learning.submission.format import Submission, file_name, read, serialize

ROOT = Path(__file__).resolve().parent.parent
NAME, TASKS, SIZES, AUTOGRADED = "99-thirty-tasks", 30, (1_000, 10_000), 10
SEED = "a seed for a measurement"
OPEN = "from readingroom.notebook import open_exercise\nexercise = open_exercise({name!r})"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        course = thirty_tasks(Path(folder) / "course")
        print(
            f"{TASKS} tasks, {os.cpu_count()} cores\n\n{'':34}{'hand-ins':>9}{'seconds':>9}{'a second':>10}{'peak memory':>13}"
        )
        for size in SIZES:
            handed_in = Path(folder) / f"class-{size}"
            roster = handed_in_by(course, handed_in / "in", size)
            orders = ["--roster", roster, "--seed", SEED, "--out", handed_in / "out"]
            speed = line(
                "mark, each a variant of its own",
                size,
                *quicker(
                    reading_room(
                        course, "mark", handed_in / "in", "--key", course / f"exercises/key/{NAME}.toml", *orders
                    )
                ),
            )
            line(
                "report",
                size,
                *quicker(
                    reading_room(
                        course, "report", handed_in / "out", "--exercise", NAME, "--out", handed_in / "report.html"
                    )
                ),
            )
            shutil.rmtree(handed_in)
        slow = line("nbgrader autograde", AUTOGRADED, *autograded(course, Path(folder)))
        print(f"\nmark is {speed / slow:.0f} times as fast as autograde, which runs each student's notebook")


def thirty_tasks(to: Path) -> Path:
    """Lay a course into `to` with one exercise more: the first thirty tasks of all exercises, two of them written."""
    shutil.copytree(ROOT / "data", to / "data")
    shutil.copytree(ROOT / "exercises", to / "exercises")
    for file in ("requirements.txt", "pyproject.toml", "LICENSE", "README.md"):
        shutil.copyfile(ROOT / file, to / file)
    shutil.copytree(ROOT / "readingroom", to / "readingroom", ignore=shutil.ignore_patterns("__pycache__"))
    about, chosen = assignment(ROOT, names(ROOT)[0]).about, list(first_tasks())
    lay(
        to / f"exercises/tasks/{NAME}.toml",
        {"exercise": msgspec.structs.replace(about, id=NAME), "task": [task for task, _ in chosen]},
    )
    lay(to / f"exercises/key/{NAME}.toml", {"key": [key_ for _, key_ in chosen]})
    cells = [OPEN.format(name=NAME), *(f"exercise.task({task.id!r})" for task, _ in chosen), "exercise.hand_in()"]
    (to / f"exercises/{NAME}.ipynb").write_bytes(msgspec.json.encode(notebook(cells)))
    return to


def first_tasks() -> Iterable[tuple[Task, Key]]:
    """Yield thirty tasks with their keys, taken from all exercises; no more than two are written, since a person marks those."""
    every = [
        (task, entry)
        for name in names(ROOT)
        for entry in key(ROOT, name)
        for task in [assignment(ROOT, name).tasks[entry.task]]
    ]
    texts = [pair for pair in every if pair[0].kind == "written"][:2]
    yield from [pair for pair in every if pair[0].kind != "written"][: TASKS - len(texts)]
    yield from texts


def lay(path: Path, tables: dict) -> None:
    """Write records as TOML, which has no word for nothing."""

    def plain(value):
        if isinstance(value, dict):
            return {name: plain(inner) for name, inner in value.items() if inner not in (None, [], "", {})}
        return [plain(inner) for inner in value] if isinstance(value, list) else value

    path.write_text(tomli_w.dumps(plain(msgspec.to_builtins(tables))), encoding="utf-8")


def notebook(cells: Iterable[str]) -> dict:
    made = [
        {
            "cell_type": "code",
            "id": f"c{number}",
            "execution_count": None,
            "metadata": {},
            "outputs": [],
            "source": source,
        }
        for number, source in enumerate(cells)
    ]
    return {
        "cells": made,
        "metadata": {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}},
        "nbformat": 4,
        "nbformat_minor": 5,
    }


def handed_in_by(course: Path, folder: Path, size: int) -> Path:
    """Write the hand-ins of a class of `size` into `folder` and return its roster."""
    folder.mkdir(parents=True)
    class_ = Class(course, NAME, size, SEED)
    for _, name, text in class_.hand_ins():
        (folder / name).write_text(text, encoding="utf-8")
    return class_.roster(folder.parent / "roster.csv")


def reading_room(course: Path, *words: str | Path) -> Callable[[], None]:
    return lambda: run([sys.executable, "-m", "readingroom", *map(str, words)], course)


def run(words: list[str], where: Path, **more) -> None:
    done = subprocess.run(words, cwd=where, capture_output=True, text=True, **more)
    if done.returncode:
        raise RuntimeError(f"{' '.join(words)} failed: {done.stdout[-2000:]}{done.stderr[-2000:]}")


def quicker(work: Callable[[], None]) -> tuple[float, float]:
    """Return the better of two tries: what else the machine does slows one of them more often than both."""
    return min(measured(work), measured(work))


def measured(work: Callable[[], None]) -> tuple[float, float]:
    """Return the seconds that `work` takes and the peak memory, in MB, of the commands it runs, in a process of its own."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        start = time.perf_counter()
        try:
            work()
            os.write(
                writing,
                f"{time.perf_counter() - start} {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024}".encode(),
            )
        except RuntimeError as trouble:
            print(trouble, file=sys.stderr)
        os._exit(0)
    os.close(writing)
    os.waitpid(child, 0)
    with os.fdopen(reading) as said:
        seconds, megabytes = map(float, said.read().split())
    return seconds, megabytes


def autograded(course: Path, folder: Path) -> tuple[float, float]:
    """Return the seconds and the peak memory of nbgrader's autograde for ten submissions; making its environment is not counted."""
    bin_ = class_environment(folder)
    env = {
        **os.environ,
        "PATH": f"{bin_}:{os.environ['PATH']}",
        "JUPYTER_CONFIG_DIR": str(folder / "config"),
        "JUPYTER_RUNTIME_DIR": str(folder / "runtime"),
    }
    there = folder / "nbgrader"
    run([sys.executable, "-m", "readingroom", "nbgrader", NAME, "--out", str(there)], course)
    run([str(bin_ / "nbgrader"), "generate_assignment", NAME], there, env=env)
    for student, file, text in as_submitted(course):
        to = there / f"submitted/{student}/{NAME}"
        shutil.copytree(there / f"release/{NAME}", to)
        (to / "hand-ins").mkdir()
        (to / "hand-ins" / file).write_text(text, encoding="utf-8")
    return quicker(lambda: run([str(bin_ / "nbgrader"), "autograde", "--force", NAME], there, env=env))


def as_submitted(course: Path) -> Iterable[tuple[str, str, str]]:
    """Yield (student, file, text) of ten hand-ins without variants, as nbgrader has them."""
    for student, _, text in Class(course, NAME, AUTOGRADED, SEED).hand_ins():
        said = read(text).submission
        plain = Submission(NAME, student, said.made, said.answers, said.puzzling)
        yield student, file_name(plain, read(serialize(plain)).receipt), serialize(plain)


def line(what: str, count: int, seconds: float, megabytes: float) -> float:
    """Print one measurement and return how many were done in a second."""
    print(f"{what:34}{count:9,}{seconds:8.1f} s{count / seconds:10.1f}{megabytes:10.0f} MB", flush=True)
    return count / seconds


if __name__ == "__main__":
    main()
