"""The lines of a hand-in, each read by itself: one that cannot be read costs no other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from .records import Answer, Submission
from .validation import LONGEST_NAME, certainty, fitted, fitted_text, name_fault, parsed

FIELDS = ("exercise", "student", "made", "variant")
Line = dict[str, Any]
_STRANGE = "it is none of a hand-in's lines"


def read_lines(plain: str, heading: Mapping[str, Any]) -> tuple[Submission, Line, tuple[str, ...]]:
    """Return what the lines below the heading say, the last line, and what does not fit."""
    faults: list[str] = []
    lines = [_read(number, line, faults) for number, line in enumerate(plain.split("\n"), start=1)]
    answers: dict[str, Answer] = {}
    puzzling: tuple[str, ...] = ()
    for number, line in enumerate(lines[1:], start=2):
        if line is None or "sum" in line:
            continue
        found: list[str] = []
        task = line.get("task")
        if isinstance(task, str):
            task = fitted_text(task, found, LONGEST_NAME)
            found += ["another line answers the same task; the later counts"] if task in answers else []
            answers[task] = _answer(line, found)
        elif isinstance(line.get("puzzling"), list):
            puzzling = _names(line["puzzling"], found)
        else:
            found.append(_STRANGE)
        where = f"line {number}, task {task[:60]}" if isinstance(task, str) else f"line {number}"
        faults += [f"{where}: {fault}" for fault in dict.fromkeys(found)]
    fields = {field: str(heading.get(field, "")) for field in FIELDS}
    return Submission(**fields, answers=answers, puzzling=puzzling), lines[-1] or {}, tuple(faults)


def _read(number: int, line: str, faults: list[str]) -> Line | None:
    if not line.strip():
        return None
    try:
        return parsed(line)
    except ValueError as error:
        faults.append(f"line {number}: {error}")
        return None


def _answer(line: Mapping[str, Any], faults: list[str]) -> Answer:
    sure = line.get("sure", 0)
    if certainty(sure) != sure or type(sure) is not int:
        faults.append("how sure the student was is no number from 0 to 3, and counts as not said")
    at = line.get("at", "")
    if fault := name_fault(at):
        faults.append(f"the time of the answer {fault}")
        at = ""
    return Answer(fitted(line.get("response"), faults), certainty(sure), str(at))


def _names(named: Iterable[Any], faults: list[str]) -> tuple[str, ...]:
    names = fitted(named, faults)
    faults += [f"a paragraph's name {fault}" for fault in map(name_fault, names) if fault]
    return tuple(str(name) for name in names if not name_fault(name))
