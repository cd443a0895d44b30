"""Written tasks, laid out task by task for a person to mark by rubric, and the points brought back.

written/TASK has each text under a code, in an order that tells nothing, with a place for each criterion, as a CSV file
or as a notebook; written/TASK.html has the prompt, the rubric and the model answer beside it. What was typed stays as
it was typed, whatever becomes of the text: one that was changed after it was marked gets a new code, and the old one
stays below with its points.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path

import msgspec

from ....content.errors import CourseError
from ....content.library import Library
from ....content.tasks import Key, Task
from ...spreadsheets import saved_as
from ..spill import DiskStore
from . import csv_sheet, notebook_sheet, xlsx_sheet
from .entries import COMMENT, Entry
from .rubric import rubric_page

FOLDER = "written"
FORMS = {"csv": csv_sheet, "notebook": notebook_sheet, "xlsx": xlsx_sheet}
_DATE = re.compile(r"\d{1,4}([./-])\s*\w+\.?(\1\s*\d{2,4})?|\d{1,2}\.? \w{3,}\.?|\w{3,}\.?[ -]\d{1,2}")


class Sheet(msgspec.Struct, frozen=True):
    """What a teacher has given so far to the texts of one task, by code; `typed` is all of it, word for word."""

    typed: dict[str, dict[str, str]]
    points: dict[str, dict[str, float]]
    files: list[Path]

    def comment(self, code: str) -> str:
        """Return the comment on a text, empty where there is none."""
        return self.typed.get(code, {}).get(COMMENT, "").strip()


def code(exercise: str, task: str, student: str, text: str) -> str:
    """Return the code under which a text is marked: it stays as long as the text does, and tells nothing."""
    # A letter first: of ten digits, or of digits and one e, a spreadsheet makes a number.
    return "t" + hashlib.sha256("\x1f".join((exercise, task, student, text)).encode()).hexdigest()[:10]


def read_sheets(folders: Iterable[Path], keys: Iterable[Key]) -> tuple[dict[str, Sheet], list[str]]:
    """Return the sheet of each written task and a sentence for every entry that cannot be taken.

    A later folder overrides an earlier. CourseError names every sheet that cannot be read, and why.
    """
    folders, sheets, says, damaged = list(dict.fromkeys(folders)), {}, [], []
    for key in keys:
        files = [path for folder in folders if (path := _file(folder, key.task))]
        typed: dict[str, dict[str, str]] = {}
        where: dict[str, str] = {}
        for path in files:
            try:
                found = _typed(path, key)
            except CourseError as error:
                damaged.append(str(error))
                continue
            typed |= {name: entry for name, (_, entry) in found.items()}
            where |= {name: place for name, (place, _) in found.items()}
        points, faults = _points(typed, where, key)
        sheets[key.task] = Sheet(typed, points, files)
        says += faults
    if damaged:  # nothing was written yet: every sheet stays as it was sent
        raise CourseError("\n".join(damaged))
    return sheets, says


def _file(folder: Path, task: str) -> Path | None:
    table, notebook = saved_as(folder / f"{task}{csv_sheet.SUFFIX}"), folder / f"{task}{notebook_sheet.SUFFIX}"
    found = [*filter(None, [table]), *([notebook] if notebook.is_file() else [])]
    if len(found) > 1:
        raise CourseError(
            f"both {found[0].name} and {found[1].name} are in {folder}; leave the one that you marked "
            "and move the other away."
        )
    return found[0] if found else None


def _form_of(path: Path | None) -> str:
    """Return in which form a sheet is laid out anew that came back as `path`."""
    return {notebook_sheet.SUFFIX: "notebook", ".xlsx": "xlsx", ".ods": "xlsx"}.get(path.suffix if path else "", "csv")


def _read(path: Path, key: Key) -> Iterator[tuple[str, Entry]]:
    form = notebook_sheet if path.suffix == notebook_sheet.SUFFIX else csv_sheet  # which reads every spreadsheet
    entries: Iterator[tuple[str, Entry]] = form.read(path, [criterion.id for criterion in key.criterion])
    return entries


def _typed(path: Path, key: Key) -> dict[str, tuple[str, dict[str, str]]]:
    found: dict[str, tuple[str, dict[str, str]]] = {}
    twice = []
    for place, entry in _read(path, key):
        if not entry.typed:
            continue
        if entry.code in found and found[entry.code][1] != entry.typed:
            twice.append(f"{place}: text {entry.code} has other marks than in {found[entry.code][0]}")
        found.setdefault(entry.code, (f"{path.name}, {place}", entry.typed))
    if twice:
        raise CourseError(f"{path}: {'; '.join(twice)}. Leave each text once, with the marks that count.")
    return found


def _points(
    typed: Mapping[str, dict[str, str]], where: Mapping[str, str], key: Key
) -> tuple[dict[str, dict[str, float]], list[str]]:
    points, says = {}, []
    for name, cells in typed.items():
        of_criteria, faults = (
            {},
            [f"{where[name]}: {words!r} was not understood" for column, words in cells.items() if column == ""],
        )
        for criterion in key.criterion:
            if text := cells.get(criterion.id, "").strip():
                value, fault = _number(text, max(level.points for level in criterion.level))
                of_criteria[criterion.id] = value
                faults += [f"{where[name]}, column {criterion.id}: {fault}"] if fault else []
        says += faults
        if not faults and len(of_criteria) == len(key.criterion):
            points[name] = of_criteria
        elif not faults and of_criteria:
            says.append(f"{where[name]}: some criteria have points and others none; the text counts as not marked")
    return points, says


def _number(text: str, most: float) -> tuple[float, str]:
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        date = "; the spreadsheet has taken the points for a date: enter them anew" if _DATE.fullmatch(text) else ""
        return 0.0, f"{text!r} is no number{date}"
    return value, "" if 0 <= value <= most else f"{text} lies outside 0 to {most}"


class Layout:
    """The sheets being written: texts come student by student and are kept, outside the memory, task by task."""

    def __init__(
        self,
        library: Library,
        out: Path,
        exercise: str,
        keys: Mapping[str, Key],
        sheets: Mapping[str, Sheet],
        hide_names: bool,
        form: str = "",
    ):
        self._library, self._out, self._exercise, self._keys = library, out / FOLDER, exercise, keys
        self._sheets, self._hide, self._form = sheets, hide_names, form
        self._texts = {task: DiskStore(Entry) for task in keys}

    def add(self, task: str, student: str, name: str, text: str) -> None:
        """Lay out one text, with what has been typed about it already."""
        mark = code(self._exercise, task, student, text)
        typed = self._sheets[task].typed.get(mark, {})
        self._texts[task].put(mark, Entry(mark, "" if self._hide else student, "" if self._hide else name, text, typed))

    def write(self, tasks: Mapping[str, Task]) -> list[str]:
        """Write the sheets and what to mark by; return what to say about them."""
        self._out.mkdir(exist_ok=True)
        says = []
        for task, texts in self._texts.items():
            key, sheet, older = self._keys[task], self._sheets[task], _file(self._out, task)
            form = FORMS[self._form or _form_of(older)]
            path = self._out / f"{task}{form.SUFFIX}"
            left = self._left(sheet, key, set(texts.names))
            form.write(
                path,
                self._library,
                tasks[task],
                key,
                self._hide,
                chain((texts[name] for name in texts.names), sorted(left, key=lambda entry: entry.code)),
            )
            if older and older != path:
                older.unlink()  # all that was typed in it now stands in the other form
            (self._out / f"{task}.html").write_text(
                rubric_page(self._library, tasks[task], key), encoding="utf-8", newline="\n"
            )
            says += self._said(path, texts, sheet)
        return says

    def _left(self, sheet: Sheet, key: Key, present: set[str]) -> Iterator[Entry]:
        """The texts that were marked and did not come this time: a teacher's work outlives a wrong folder."""
        for path in reversed(sheet.files):
            for _, entry in _read(path, key):
                if entry.typed and entry.code not in present:
                    present.add(entry.code)
                    yield msgspec.structs.replace(entry, student="", name="") if self._hide else entry

    def _said(self, path: Path, texts: DiskStore, sheet: Sheet) -> list[str]:
        open_ = sum(name not in sheet.points for name in texts.names)
        left = len(sheet.typed.keys() - set(texts.names))
        says = (
            [
                f"{path}: {open_} of {len(texts.names)} texts to mark; {path.with_suffix('.html').name} "
                "has the rubric. Then give this command again."
            ]
            if open_
            else []
        )
        return says + (
            [
                f"{path}: {left} marked text{'s that were' if left != 1 else ' that was'} not handed in "
                f"this time stand{'s' if left == 1 else ''} at the end."
            ]
            if left
            else []
        )
