"""Which policy.toml holds for a run, and what the run leaves for the report: until when work was due, and the rules."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec

from ....content.exercise import assignment, names
from ...roster import Roster, known_as
from ..gradebook import Line, shown
from ..triage import LATE_BY_PLATFORM, late
from ..triage_file import File
from .model import FILE, Policy
from .reading import Known, read_policy
from .terms import Terms

CONDITIONS = "conditions.json"


class Conditions(msgspec.Struct, frozen=True):
    """The date as it was understood, with its zone, and each rule in a sentence."""

    due: str = ""
    rules: list[str] = []


def class_policy(
    root: Path, named: Path | None, class_list: Path | None, roster: Roster | None
) -> tuple[Policy, list[str]]:
    """Return the rules of the class, from the file named or from policy.toml beside its list, and what to say of it."""
    path = named or (class_list.parent / FILE if class_list else None)
    if path is None or (not named and not path.is_file()):
        return Policy(), []
    tasks = {name: list(assignment(root, name).tasks) for name in names(root)}
    if roster is None:
        return read_policy(path, Known(None, tasks))
    return read_policy(path, Known([s.id for s in roster.students], tasks, known_as(roster.students)))


def waiting_points(terms: Terms, lines: Iterable[Line]) -> list[str]:
    """Return what to say of points and of extra time that the rules give and that find nothing to bear on."""
    says = []
    for line in lines:
        most = terms.most if line.most is None else line.most
        if not line.points and terms.given_to(line.student.id):
            says.append(
                f"{FILE} gives points to {line.student.id}, who has no hand-in that could be marked; they wait for one."
            )
        elif line.total > most and terms.given_to(line.student.id):
            says.append(
                f"With the points that {FILE} gives, {line.student.id} has more than there are: {shown(line.total)} of "
                f"{shown(most)}. Take the rule back if that is not meant."
            )
    if terms.lacks_date:
        says.append(f"{FILE} speaks of lateness or extra time, and there is no date: add --due.")
    return says


def called_late_alone(terms: Terms, files: Iterable[File]) -> list[str]:
    """Return whose hand-ins the platform alone calls late, so that a rule that takes points off took none."""
    students = [
        file.student
        for file in files
        if file.counts and terms.takes_off and LATE_BY_PLATFORM in file.advice and not _is_late(terms, file)
    ]
    if not students:
        return []
    return [
        f"The learning platform calls the hand-ins of {', '.join(sorted(students))} late; by the time that stands in "
        f"them they were not, so nothing was taken off. Where you take points off, write them into {FILE}."
    ]


def _is_late(terms: Terms, file: File) -> bool:
    due = terms.on_time_until(file.student)
    return bool(due) and late(file.made, due)


def write_conditions(out: Path, terms: Terms) -> None:
    """Leave the conditions in `out`; where there are none, no file."""
    found = Conditions(str(terms.due or ""), terms.described())
    if found.due or found.rules:
        (out / CONDITIONS).write_bytes(msgspec.json.format(msgspec.json.encode(found), indent=1) + b"\n")
    else:
        (out / CONDITIONS).unlink(missing_ok=True)


def read_conditions(out: Path) -> Conditions:
    """Return what a run left in `out`; a folder that an earlier version marked has none."""
    try:
        return msgspec.json.decode((out / CONDITIONS).read_bytes(), type=Conditions)
    except (OSError, msgspec.MsgspecError):
        return Conditions()
