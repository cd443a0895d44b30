"""Which policy.toml holds for a run, and what the run leaves for the report: until when work was due, and the rules."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec

from ....content.exercise import assignment, names
from ...roster import Roster, known_as
from ..gradebook import Line
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
    says = [
        f"{FILE} gives points to {line.student.id}, who has no hand-in that could be marked; they wait for one."
        for line in lines
        if not line.points and terms.given_to(line.student.id)
    ]
    if terms.lacks_date:
        says.append(f"{FILE} speaks of lateness or extra time, and there is no date: add --due.")
    return says


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
