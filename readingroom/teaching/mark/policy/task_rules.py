"""What rules make of the mark of one task: not counted, full, weighted, or with points given by hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

import msgspec

from ...counted import counted
from ..gradebook import shown
from ..scoring import TaskMark
from .model import PointRule, TaskRule


class TaskRules:
    """The rules for the tasks of one exercise; `points` has what each task gives by its key."""

    def __init__(self, rules: Iterable[TaskRule], points: Mapping[str, int]):
        self._points = points
        # A rule for this exercise stands behind, and so before, one for all.
        rules = sorted((rule for rule in rules if rule.id in points), key=lambda rule: bool(rule.exercise))
        self._for_all = {rule.id: rule for rule in rules if not rule.excuse}
        self._excused = {(rule.id, student): rule for rule in rules for student in rule.excuse}

    @property
    def any(self) -> bool:
        """Say whether there is any."""
        return bool(self._for_all or self._excused)

    def most(self) -> float:
        """Return the most points of a student who is excused from nothing."""
        return plain(sum(points * self._weight(task) for task, points in self._points.items()))

    def settled(self, student: str, mark: TaskMark, given: Iterable[PointRule]) -> TaskMark:
        """Return `mark` by the rules, with the reasons."""
        rule, excused = self._for_all.get(mark.task), self._excused.get((mark.task, student))
        if excused or (rule and rule.drop):
            return _not_counted(mark, "you" if excused else "anybody", excused or rule)
        reasons: list[str] = []
        points, most = mark.points, plain(mark.most * self._weight(mark.task))
        if rule and rule.full:
            points = float(most)
            reasons.append(f"Everybody gets the full points for this task{because(rule.reason)}")
        elif rule and rule.weight != 1:
            points = None if points is None else round(points * rule.weight, 2)
            reasons.append(f"This task counts {shown(rule.weight)} times{because(rule.reason)}")
        for each in given:
            if each.task == mark.task:
                points = None if points is None else min(max(round(points + each.points, 2), 0.0), float(most))
                reasons.append(given_words(each))
        if not reasons:
            return mark
        return msgspec.structs.replace(mark, points=points, most=most, raw=mark.points, reasons=reasons)

    def described(self) -> list[str]:
        """Return each rule in a sentence, without a student's name."""
        says = [f"Task {rule.id}: {_words(rule)}{because(rule.reason)}" for rule in self._for_all.values()]
        counts = Counter(task for task, _ in self._excused)
        reasons = {task: rule.reason for (task, _), rule in self._excused.items()}
        return says + [
            f"Task {task}: {counted(counts[task], 'student')} excused{because(reasons[task])}" for task in counts
        ]

    def _weight(self, task: str) -> float:
        rule = self._for_all.get(task)
        return 1 if rule is None else 0 if rule.drop else rule.weight


def given_words(rule: PointRule) -> str:
    """Return points given by hand in words for the student."""
    says = "gives you" if rule.points >= 0 else "takes off"
    return f"Your teacher {says} {shown(abs(rule.points))} {_points(abs(rule.points))} by hand{because(rule.reason)}"


def because(reason: str) -> str:
    """Return a reason as it follows a sentence, with the end of the sentence."""
    if not reason:
        return "."
    return f": {reason}" if reason.endswith((".", "!", "?")) else f": {reason}."


def plain(points: float) -> float:
    """Return whole points as a whole number, as they were before there were weights."""
    rounded = round(points, 2)
    return int(rounded) if rounded == int(rounded) else rounded


def _not_counted(mark: TaskMark, whom: str, rule: TaskRule | None) -> TaskMark:
    reason = f"This task does not count for {whom}{because(rule.reason if rule else '')}"
    return msgspec.structs.replace(mark, points=None, most=0, raw=mark.points, counts=False, reasons=[reason])


def _words(rule: TaskRule) -> str:
    return (
        "does not count" if rule.drop else "full points for all" if rule.full else f"counts {shown(rule.weight)} times"
    )


def _points(number: float) -> str:
    return "point" if number == 1 else "points"
