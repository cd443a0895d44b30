"""Written tasks laid out task by task for marking by rubric, and the points brought back.

written/TASK.csv has a row for each text, in an order that tells nothing, and a column for each criterion; written/TASK.html has the
prompt, the rubric and the model answer beside it. A text that was changed after it was marked gets a new code and is marked afresh.
"""

from __future__ import annotations

import csv
import hashlib
import html
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from ...content.exercise import Key, Task
from ...content.library import Library
from ...content.prose import blocks, inline
from ..spreadsheets import harmless, writing
from ..webpage import page

FOLDER = "written"


class Sheet(msgspec.Struct, frozen=True):
    """The points and comments given so far to the texts of one task, by code."""
    points: dict[str, dict[str, float]]
    comments: dict[str, str]


def code(exercise: str, task: str, student: str, text: str) -> str:
    """Return the code under which a text is marked: it stays as long as the text does, and tells nothing."""
    return hashlib.sha256("\x1f".join((exercise, task, student, text)).encode()).hexdigest()[:10]


def read_sheets(folder: Path, keys: Iterable[Key]) -> tuple[dict[str, Sheet], list[str]]:
    """Return the sheet of each written task in `folder`, and a sentence for every cell that cannot be taken."""
    sheets, says = {}, []
    for key in keys:
        path = folder / f"{key.task}.csv"
        if path.is_file():
            sheets[key.task], faults = _read(path, key)
            says += faults
    return sheets, says


def _read(path: Path, key: Key) -> tuple[Sheet, list[str]]:
    points, comments, says = {}, {}, []
    with path.open(encoding="utf-8-sig", newline="") as file:
        for number, row in enumerate(csv.DictReader(file), start=2):
            given, faults = _points(row, key)
            says += [f"{path.name}, row {number}, {fault}" for fault in faults]
            name = (row.get("code") or "").strip()
            if given and not faults and len(given) == len(key.criterion):
                points[name] = given
            elif given and not faults:
                says.append(f"{path.name}, row {number}: some criteria have points and others none; the text counts as not marked")
            if (row.get("comment") or "").strip():
                comments[name] = row["comment"].strip()
    return Sheet(points, comments), says


def _points(row: Mapping[str, str], key: Key) -> tuple[dict[str, float], list[str]]:
    given, faults = {}, []
    for criterion in key.criterion:
        text = (row.get(criterion.id) or "").strip().replace(",", ".")
        most = max(level.points for level in criterion.level)
        if not text:
            continue
        try:
            value = float(text)
        except ValueError:
            faults.append(f"column {criterion.id}: {text!r} is no number")
            continue
        if not 0 <= value <= most:
            faults.append(f"column {criterion.id}: {text} lies outside 0 to {most}")
        given[criterion.id] = value
    return given, faults


class Layout:
    """The sheets being written: texts come student by student and are kept in files task by task."""

    def __init__(self, library: Library, out: Path, exercise: str, keys: Mapping[str, Key], sheets: Mapping[str, Sheet], hide_names: bool):
        self._library, self._out, self._exercise, self._keys = library, out / FOLDER, exercise, keys
        self._sheets, self._hide = sheets, hide_names
        self._rows: dict[str, list[list[str]]] = {task: [] for task in keys}

    def add(self, task: str, student: str, name: str, text: str) -> None:
        """Lay out one text, with the points it has already."""
        key, sheet = self._keys[task], self._sheets.get(task, Sheet({}, {}))
        mark = code(self._exercise, task, student, text)
        given = sheet.points.get(mark, {})
        who = [] if self._hide else [harmless(student), harmless(name)]
        self._rows[task].append([mark, *who, harmless(text), *(_shown(given.get(c.id)) for c in key.criterion), harmless(sheet.comments.get(mark, ""))])

    def write(self, tasks: Mapping[str, Task]) -> Iterator[Path]:
        """Write the sheets and what to mark by; yield the sheets."""
        self._out.mkdir(exist_ok=True)
        for task, rows in self._rows.items():
            key = self._keys[task]
            head = ["code", *([] if self._hide else ["student", "name"]), "text", *(c.id for c in key.criterion), "comment"]
            writing(self._out / f"{task}.csv", [head, *sorted(rows)])
            (self._out / f"{task}.html").write_text(_rubric(self._library, tasks[task], key), encoding="utf-8", newline="\n")
            yield self._out / f"{task}.csv"


def _shown(points: float | None) -> str:
    return "" if points is None else f"{points:g}"


def _rubric(library: Library, task: Task, key: Key) -> str:
    lines = [f"<h1>Marking: {html.escape(task.id)}</h1>", f"<p>{inline(library, task.prompt)}</p>", "<h2>Criteria</h2>",
             f"<p>Give each criterion its points in the column of its name in {html.escape(task.id)}.csv; leave all empty where a text is not marked yet.</p>"]
    for criterion in key.criterion:
        levels = "".join(f"<dt>{level.points:g}</dt><dd>{inline(library, level.text)}</dd>" for level in criterion.level)
        lines.append(f"<h3>{html.escape(criterion.id)}: {inline(library, criterion.text)}</h3><dl class='levels'>{levels}</dl>")
    lines += ["<h2>A model answer</h2>", blocks(library, key.model)]
    lines += ["<h2>Notes for marking</h2>", blocks(library, "\n\n".join(filter(None, (key.why, key.marking))))]
    return page(f"Marking: {task.id}", "".join(lines))
