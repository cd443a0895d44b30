"""What a student gets: the notebook, the tasks, the data and the part of the package that they need, and nothing that
knows an answer.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import tomli_w

from ...content.errors import CourseError
from ...content.exercise import Assignment
from ...content.kinds import KINDS
from ...content.references import REFERENCE
from ...content.tasks import Task
from ...learning.ordering import shuffled
from .redact import Columns, without

Files = dict[str, bytes]
_PACKAGE = Path(__file__).resolve().parents[2]

# A list that a task asks about would answer it: a bundle has only those that its notebook shows.
_NEEDED_BY = {"events": ".timeline(", "glossary": ".glossary(", "people": ".people(", "sources": "course."}
_TEACHERS = {"teaching", "site", "skeleton", "exercise_template"}  # folders of the package
_SERIES = re.compile(r"""\.data\(\s*["']([a-z0-9-]+)""")
_CHART = re.compile(r"""\.chart\(\s*["']([a-z0-9-]+)""")


class Bundle:
    """The bundle of one exercise: what all students share is read once, their tasks are written for each."""

    def __init__(self, root: Path, exercise: Assignment, columns: Columns):
        self._root, self._name, self._columns = root, exercise.about.id, columns
        self._cells = _code(root / f"exercises/{self._name}.ipynb")
        self._shared = dict(sorted([*self._package(), *self._data(), *self._papers()]))

    def files(self, exercise: Assignment) -> Files:
        """Return path -> bytes of the whole bundle, with the tasks as `exercise`."""
        return {
            **self._shared,
            f"exercises/tasks/{self._name}.toml": tasks_text(exercise).encode(),
            "README.md": _readme(exercise).encode(),
        }  # pyproject.toml names it, and nothing can be installed without

    def _papers(self) -> Iterator[tuple[str, bytes]]:
        yield f"{self._name}.ipynb", (self._root / f"exercises/{self._name}.ipynb").read_bytes()
        for name in ("requirements.txt", "pyproject.toml", "LICENSE"):
            own = self._root / name
            yield name, (own if own.is_file() else _PACKAGE.parent / name).read_bytes()

    def _package(self) -> Iterator[tuple[str, bytes]]:
        package = _PACKAGE
        for path in package.rglob("*"):
            inside = path.relative_to(package)
            if path.is_file() and not {*_TEACHERS, "__pycache__"} & {*inside.parts}:
                yield f"readingroom/{inside.as_posix()}", path.read_bytes()

    def _data(self) -> Iterator[tuple[str, bytes]]:
        for name in ("course", "article", *(name for name, call in _NEEDED_BY.items() if call in self._cells)):
            yield f"data/{name}.toml", (self._root / f"data/{name}.toml").read_bytes()
        charts = self._charts()
        used = {*_SERIES.findall(self._cells), *(line["series"] for chart in charts for line in chart.get("line", []))}
        described = [without(series, self._columns) for series in self._tables("series") if series["id"] in used]
        yield "data/series.toml", tomli_w.dumps({"series": described}).encode()
        yield "data/charts.toml", tomli_w.dumps({"chart": charts}).encode()
        for series in described:
            yield f"data/series/{series['id']}.csv", (self._root / f"data/series/{series['id']}.csv").read_bytes()

    def _charts(self) -> list[dict[str, Any]]:
        shown = set(_CHART.findall(self._cells))
        charts = [chart for chart in self._tables("charts", "chart") if chart["id"] in shown]
        telling = [
            f"{chart['id']} draws {line['series']}.{line['column']}"
            for chart in charts
            for line in chart.get("line", [])
            if (line["series"], line["column"]) in self._columns
        ]
        telling += [
            f"{chart['id']} tells {found[0]}"
            for chart in charts
            for found in REFERENCE.finditer(str(chart))
            if (found[1], found[2]) in self._columns
        ]
        if telling:
            raise CourseError(
                f"exercises/{self._name}.ipynb: a chart shows the answer to a task: {'; '.join(telling)}. "
                "Take the chart out of the exercise."
            )
        return charts

    def _tables(self, file: str, table: str = "") -> list[dict[str, Any]]:
        tables = tomllib.loads((self._root / f"data/{file}.toml").read_text(encoding="utf-8"))
        rows: list[dict[str, Any]] = tables.get(table or file, [])
        return rows


def tasks_text(exercise: Assignment) -> str:
    """Return the tasks as the text of exercises/tasks/NAME.toml."""
    tasks = [task if exercise.assigned else mixed(task) for task in exercise.tasks.values()]
    tables = {"exercise": exercise.about, "assigned": exercise.assigned, "task": tasks}
    return tomli_w.dumps({name: _plain(value) for name, value in tables.items() if value is not None})


def mixed(task: Task) -> Task:
    """Return a task with its lines in a set shuffle.

    In the teacher's file what belongs together often stands at the same place.
    """
    fields = (
        ("left", "right", "bin", "card")
        if KINDS[task.kind].lines_are_mixed
        else ("option", "left", "right", "bin", "card")
    )  # lines to order stand mixed already
    drawn = {field: task.draw or len(getattr(task, field)) for field in fields}
    return msgspec.structs.replace(
        task,
        **{
            field: [
                *shuffled(f"{task.id} {field} as handed out", getattr(task, field)[:count]),
                *getattr(task, field)[count:],
            ]
            for field, count in drawn.items()
        },
    )


def _plain(value: Any) -> Any:
    """What TOML can hold: it has no word for nothing, and an empty list says no more than no list."""
    if isinstance(value, dict):
        return {
            name: _plain(inner) for name, inner in value.items() if inner is not None and inner != [] and inner != ""
        }
    return (
        [_plain(inner) for inner in value]
        if isinstance(value, list)
        else _plain(msgspec.to_builtins(value))
        if isinstance(value, msgspec.Struct)
        else value
    )


def _code(notebook: Path) -> str:
    if not notebook.is_file():
        raise CourseError(f"{notebook} is missing; an exercise is a notebook and its tasks.")
    cells = msgspec.json.decode(notebook.read_bytes())["cells"]
    return "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")


def _readme(exercise: Assignment) -> str:
    whose = (
        f" This copy is {exercise.assigned.student}'s own: the questions differ from student to student."
        if exercise.assigned
        else ""
    )
    return (
        f"# {exercise.about.title}\n\nAbout {exercise.about.minutes} minutes; tier: {exercise.about.tier}.{whose}\n\n"
        "1. You need Python 3.11 or later and nothing else. In this folder run\n\n       python3 "
        "-m readingroom open\n\n"
        "   (on Windows: py -m readingroom open). The first time it takes about half a minute.\n"
        f"2. Work through {exercise.about.id}.ipynb from top to bottom. What you answer is kept as "
        "you go, in my-record/.\n"
        "3. The last cell makes your hand-in, one small file in hand-ins/. Give that file to your "
        "teacher and keep the receipt.\n"
    )
