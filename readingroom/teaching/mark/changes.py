"""What changed since the last run: whose mark, from what to what, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from itertools import chain
from pathlib import Path

import msgspec

from ..counted import counted
from ..spreadsheets import writing
from .gradebook import UNUSABLE, shown
from .previous_run import Earlier, EarlierTask, PreviousRun, earlier

CHANGES, TOTAL = "changes.csv", "total"
HEAD = ["id", "name", "what", "before", "now", "why"]
SHOWN = 20  # changes that are printed one by one


class Change(msgspec.Struct, frozen=True):
    """One change: of a task, or of the total; `why` has each cause once."""

    student: str
    name: str
    what: str
    before: str
    now: str
    why: list[str]

    @property
    def row(self) -> list[str]:
        """The change as a row of changes.csv."""
        return [self.student, self.name, self.what, self.before, self.now, "; ".join(self.why)]

    @property
    def points(self) -> str:
        """The points in words: before and now, or that they stayed."""
        if self.before == self.now:
            return f"{self.now} as before"
        return f"{self.before or 'nothing'}, now {self.now or 'nothing'}"


def changes(previous: PreviousRun, scored: Path, written: Collection[str]) -> Iterator[Change]:
    """Yield each change from the run before to what stands in `scored`; `written` are the tasks marked by people."""
    seen = set()
    with scored.open("rb") as lines:
        for line in lines:
            if (now := earlier(line)) is not None:
                seen.add(now.student)
                yield from between(previous.student(now.student), now, written)
    for name in previous.names:
        if name not in seen and (gone := previous.student(name)):
            yield Change(name, gone.name, TOTAL, _total(gone), "", ["no longer on the list"])


def between(before: Earlier | None, now: Earlier, written: Collection[str] = ()) -> list[Change]:
    """Return what changed for one student: each task, and then the total with all the causes."""
    if before is None:
        return [Change(now.student, now.name, TOTAL, "", _total(now), ["new on the list"])]
    whole = _whole(before, now)
    single = [] if whole else list(_tasks(before, now, written))
    causes = [*whole, *(cause for change in single for cause in change.why), *_reasons(before, now)]
    causes += _state(before, now)
    if _total(before) != _total(now) or single or causes:
        why = list(dict.fromkeys(causes)) or ["the points of tasks changed"]
        return [*single, Change(now.student, now.name, TOTAL, _total(before), _total(now), why)]
    return []


def write_changes(out: Path, found: Iterator[Change]) -> list[str]:
    """Write changes.csv, or take one away that speaks of an earlier run, and return what to say."""
    first = next(found, None)
    if first is None:
        (out / CHANGES).unlink(missing_ok=True)
        return []
    told = _Told()
    writing(out / CHANGES, chain([HEAD], (told.row(change) for change in chain([first], found))))
    return told.lines()


class _Told:
    """Counts the changes on their way into the file, and keeps the first for the screen."""

    def __init__(self) -> None:
        self._students, self._causes, self._first = 0, Counter[str](), list[Change]()

    def row(self, change: Change) -> list[str]:
        """Take note of a change, and return its row."""
        if change.what == TOTAL:
            self._students += 1
            self._causes.update(change.why)
            self._first += [change] if len(self._first) < SHOWN else []
        return change.row

    def lines(self) -> list[str]:
        """Return what to print."""
        commonest = "; ".join(f"{count} {cause}" for cause, count in self._causes.most_common(6))
        says = [f"Since the last run {counted(self._students, 'student')} changed ({commonest}):"]
        for change in self._first:
            name = change.name or change.student
            says.append(f"  {name}: {change.points} ({'; '.join(change.why)})")
        more = self._students - len(self._first)
        return [*says, f"{CHANGES} has all of them, task by task{f'; {more} more than stand here' if more else ''}."]


def _whole(before: Earlier, now: Earlier) -> list[str]:
    """Return why nothing of the mark is comparable: it is that of another hand-in."""
    if not before.tasks and now.tasks:
        why = {"missing": "handed in since then", UNUSABLE: "a file of theirs can be marked now"}
        return [why.get(before.state, "the file can be marked now")]
    if before.tasks and not now.tasks:
        why = {"missing": "the hand-in is no longer there", UNUSABLE: "no file of theirs can be marked now"}
        return [why.get(now.state, "the file could not be marked")]
    if before.made != now.made or any(
        name in now.tasks and task.response != now.tasks[name].response for name, task in before.tasks.items()
    ):
        return ["another hand-in counts now"]
    return []


def _tasks(before: Earlier, now: Earlier, written: Collection[str]) -> Iterator[Change]:
    nothing = EarlierTask()
    for name in dict.fromkeys([*before.tasks, *now.tasks]):
        old, new = before.tasks.get(name, nothing), now.tasks.get(name, nothing)
        causes = [*_by_key(old, new, name in written), *_rules(old.reasons, new.reasons)]
        if causes or (old.points, old.most) != (new.points, new.most):
            yield Change(now.student, now.name, name, _of(old), _of(new), causes or ["key mended"])


def _by_key(old: EarlierTask, new: EarlierTask, by_people: bool) -> list[str]:
    if old.by_key == new.by_key:
        return []
    if not by_people:
        return ["key mended"]
    if old.by_key is None:
        return ["text marked"]
    return ["the mark of a text was taken back" if new.by_key is None else "text marked anew"]


def _reasons(before: Earlier, now: Earlier) -> list[str]:
    return _rules(before.reasons, now.reasons)


def _rules(old: Iterable[str], new: Iterable[str]) -> list[str]:
    old, new = list(old), list(new)
    said = [f"policy: {reason.rstrip('.')}" for reason in new if reason not in old]
    return said or [f"policy, no longer: {reason.rstrip('.')}" for reason in old if reason not in new]


def _state(before: Earlier, now: Earlier) -> list[str]:
    causes = []
    if before.late != now.late and before.made == now.made:
        causes.append("late by the date that now holds" if now.late else "in time by the date that now holds")
    if before.state == "provisional" and now.state not in ("provisional", "missing") and before.made == now.made:
        causes.append("the damaged file was accepted")
    if now.state == "provisional" and before.state != "provisional":
        causes.append("the file that counts is damaged")
    return causes


def _total(student: Earlier) -> str:
    return f"{shown(student.total)} of {shown(student.most)}" if student.tasks else ""


def _of(task: EarlierTask) -> str:
    return "does not count" if not task.most and task.reasons else shown(task.points)
