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
from pathlib import Path

import msgspec

from ....content.errors import CourseError
from ....content.tasks import Key
from ...spreadsheets import saved_as
from . import csv_sheet, notebook_sheet, xlsx_sheet
from .entries import COMMENT, Entry

UNMARKED = "; the text counts as not marked"
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


def read_sheets(
    folders: Iterable[Path], keys: Iterable[Key], in_part: bool = False
) -> tuple[dict[str, Sheet], list[str]]:
    """Return the sheet of each written task and a sentence for every entry that cannot be taken.

    A later folder overrides an earlier. With `in_part` points for some of the criteria count as well. CourseError names
    every sheet that cannot be read, and why.
    """
    folders, sheets, says, damaged = list(dict.fromkeys(folders)), {}, [], []
    for key in keys:
        files = [path for folder in folders if (path := file_of(folder, key.task))]
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
        points, faults = _points(typed, where, key, in_part)
        sheets[key.task] = Sheet(typed, points, files)
        says += faults
    if damaged:  # nothing was written yet: every sheet stays as it was sent
        raise CourseError("\n".join(damaged))
    return sheets, says


def file_of(folder: Path, task: str) -> Path | None:
    table, notebook = saved_as(folder / f"{task}{csv_sheet.SUFFIX}"), folder / f"{task}{notebook_sheet.SUFFIX}"
    found = [*filter(None, [table]), *([notebook] if notebook.is_file() else [])]
    if len(found) > 1:
        raise CourseError(
            f"both {found[0].name} and {found[1].name} are in {folder}; leave the one that you marked "
            "and move the other away."
        )
    return found[0] if found else None


def form_of(path: Path | None) -> str:
    """Return in which form a sheet is laid out anew that came back as `path`."""
    return {notebook_sheet.SUFFIX: "notebook", ".xlsx": "xlsx", ".ods": "xlsx"}.get(path.suffix if path else "", "csv")


def read_entries(path: Path, key: Key) -> Iterator[tuple[str, Entry]]:
    form = notebook_sheet if path.suffix == notebook_sheet.SUFFIX else csv_sheet  # which reads every spreadsheet
    entries: Iterator[tuple[str, Entry]] = form.read(path, [criterion.id for criterion in key.criterion])
    return entries


def _typed(path: Path, key: Key) -> dict[str, tuple[str, dict[str, str]]]:
    found: dict[str, tuple[str, dict[str, str]]] = {}
    twice = []
    for place, entry in read_entries(path, key):
        if not entry.typed:
            continue
        if entry.code in found and found[entry.code][1] != entry.typed:
            twice.append(f"{place}: text {entry.code} has other marks than in {found[entry.code][0]}")
        found.setdefault(entry.code, (f"{path.name}, {place}", entry.typed))
    if twice:
        raise CourseError(f"{path}: {'; '.join(twice)}. Leave each text once, with the marks that count.")
    return found


def _points(
    typed: Mapping[str, dict[str, str]], where: Mapping[str, str], key: Key, in_part: bool
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
                faults += [f"{where[name]}, column {criterion.id}: {fault}{UNMARKED}"] if fault else []
        says += faults
        if not faults and of_criteria and (in_part or len(of_criteria) == len(key.criterion)):
            points[name] = of_criteria
        elif not faults and of_criteria:
            says.append(f"{where[name]}: some criteria have points and others none{UNMARKED}")
    return points, says


def _number(text: str, most: float) -> tuple[float, str]:
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        date = "; the spreadsheet has taken the points for a date: enter them anew" if _DATE.fullmatch(text) else ""
        return 0.0, f"{text!r} is no number{date}"
    return value, "" if 0 <= value <= most else f"{text} lies outside 0 to {most}"
