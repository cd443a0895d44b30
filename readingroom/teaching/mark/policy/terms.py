"""A class's rules for one exercise: until when each student has time, and what a mark becomes by them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import timedelta

import msgspec

from ...counted import counted
from ..due_time import DueTime, due_time
from ..scoring import TaskMark
from .lateness import Deduction, deduction, late_words
from .model import LateRule, PointRule, Policy, StudentRule
from .task_rules import TaskRules, given_words, plain


class Settled(msgspec.Struct, frozen=True):
    """A student's marks after all rules, and why they differ, in words for the student."""

    marks: list[TaskMark]
    total: float
    most: float
    reasons: list[str] = []


class Terms:
    """The rules that bear on one exercise; with no name, those that hold for all, as for lessons."""

    def __init__(self, policy: Policy, name: str, due: DueTime | None, points: Mapping[str, int]):
        self.due = due
        self._late = _nearest(rule for rule in policy.late if rule.exercise in ("", name))
        self._tasks = TaskRules([rule for rule in policy.task if rule.exercise in ("", name)], points)
        own = sorted(policy.student, key=_is_own)
        self._students = {rule.id: rule for rule in own if rule.exercise in ("", name)}
        self._given = [rule for rule in policy.point if rule.exercise == name]
        self._dues = {student: self._own_due(rule) for student, rule in self._students.items()}
        self.most = self._tasks.most()

    @property
    def any(self) -> bool:
        """Say whether any rule bears on this exercise."""
        return bool(self._late or self._tasks.any or self._students or self._given)

    @property
    def takes_off(self) -> bool:
        """Say whether a late hand-in loses points."""
        return self._late is not None

    @property
    def lacks_date(self) -> bool:
        """Say whether a rule needs a date and there is none."""
        extra = any(rule.extra_days or rule.extra_hours for rule in self._students.values())
        return self.due is None and bool(self._late or extra)

    def due_of(self, student: str) -> DueTime | None:
        """Return until when `student` has time."""
        return self._dues.get(student, self.due)

    def on_time_until(self, student: str) -> str:
        """Return the moment after which a hand-in of `student` is late, with the minutes of grace; "" for none."""
        due = self.due_of(student)
        grace = timedelta(minutes=self._late.grace_minutes if self._late else 0)
        return due.later(grace).text if due else ""

    @property
    def own_dues(self) -> dict[str, str]:
        """The moments of the students who have one of their own."""
        return {student: self.on_time_until(student) for student in self._dues if self.due_of(student)}

    def given_to(self, student: str) -> list[PointRule]:
        """Return the points given to `student` by hand."""
        return [rule for rule in self._given if rule.student == student]

    def settled(self, student: str, marks: list[TaskMark], made: str, is_late: bool) -> Settled:
        """Return the marks of `student` by the rules; `made` and `is_late` are those of the hand-in that counts."""
        if not self.any:
            return Settled(marks, round(sum(m.points or 0 for m in marks), 2), sum(m.most for m in marks))
        given = self.given_to(student)
        marks = [self._tasks.settled(student, mark, given) for mark in marks]
        total, most = round(sum(m.points or 0 for m in marks), 2), plain(sum(m.most for m in marks))
        reasons = []
        if student in self._students and (due := self.due_of(student)):
            reasons.append(f"You had until {due}.")
        taken = self._deduction(student, total, most, made) if is_late else None
        if taken and taken.reason:
            total = taken.total
            reasons.append(taken.reason)
        for rule in given:
            if not rule.task:
                total = round(total + rule.points, 2)
                reasons.append(given_words(rule))
        return Settled(marks, max(total, 0.0), most, reasons)

    def accepts(self, student: str, made: str) -> bool:
        """Say whether a hand-in made then is accepted at all."""
        taken = self._deduction(student, 1.0, 1.0, made)
        return taken is None or taken.accepted

    def described(self) -> list[str]:
        """Return each rule in a sentence, for the report; no student is named."""
        says = [late_words(self._late)] if self._late else []
        says += self._tasks.described()
        if self._students:
            says.append(f"{counted(len(self._students), 'student')} had a date of their own.")
        if self._given:
            given = counted(len({rule.student for rule in self._given}), "student")
            says.append(f"Points were given by hand to {given}.")
        return says

    def _own_due(self, rule: StudentRule) -> DueTime | None:
        if rule.due:
            return due_time(rule.due, "due =")
        return self.due.later(timedelta(days=rule.extra_days, hours=rule.extra_hours)) if self.due else None

    def _deduction(self, student: str, total: float, most: float, made: str) -> Deduction | None:
        due = self.due_of(student)
        return deduction(self._late, due, total, most, made) if self._late and due else None


def _nearest(rules: Iterable[LateRule]) -> LateRule | None:
    """Return the rule for this exercise, else that for all."""
    return max(rules, key=_is_own, default=None)


def _is_own(rule: StudentRule | LateRule) -> bool:
    return bool(rule.exercise)
