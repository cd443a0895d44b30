"""The rules of policy.toml as records, and what may stand in each of its tables."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import msgspec

FILE = "policy.toml"


class LateRule(msgspec.Struct, frozen=True):
    """What lateness costs: per cent of the points possible for each day or hour begun, and its bounds."""

    exercise: str = ""
    per_day: float = 0.0
    per_hour: float = 0.0
    lowest: float = 0.0
    grace_minutes: float = 0.0
    none_after_days: float | None = None
    none_after_hours: float | None = None


class StudentRule(msgspec.Struct, frozen=True):
    """Extra time or a date of one student's own, for one exercise or for all."""

    id: str
    exercise: str = ""
    due: str = ""
    extra_days: float = 0.0
    extra_hours: float = 0.0
    reason: str = ""


class TaskRule(msgspec.Struct, frozen=True):
    """How a task counts: for nobody, not for some, full for everybody, or with another weight."""

    id: str
    exercise: str = ""
    drop: bool = False
    full: bool = False
    excuse: list[str] = []
    weight: float = 1.0
    reason: str = ""


class PointRule(msgspec.Struct, frozen=True):
    """Points that a teacher gives by hand, to one task or to the total."""

    student: str
    exercise: str
    points: float
    reason: str
    task: str = ""


class LessonRule(msgspec.Struct, frozen=True):
    """When a lesson is complete: how much of it must be done, in per cent; for one lesson or for all."""

    id: str = ""
    paragraphs: float = 100.0
    votes: float = 100.0
    items: float = 60.0


class Policy(msgspec.Struct, frozen=True):
    """All rules of a class, in the order of the file."""

    late: list[LateRule] = []
    student: list[StudentRule] = []
    task: list[TaskRule] = []
    point: list[PointRule] = []
    lesson: list[LessonRule] = []


class Form(msgspec.Struct, frozen=True):
    """What a value must be: a test that returns it ready, or None; and what to write instead."""

    kind: str
    says: str

    def ready(self, value: Any) -> Any:
        """Return the value as the rules hold it; None where it has not this form."""
        return _READY[self.kind](value)


def _number(value: Any) -> float | None:
    return value if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e6 else None


def _positive(value: Any) -> float | None:
    number = _number(value)
    return number if number is not None and number >= 0 else None


def _share(value: Any) -> float | None:
    number = _positive(value)
    return number if number is not None and number <= 100 else None


def _name(value: Any) -> str | None:
    named = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    return named.strip() or None if isinstance(named, str) else None


def _names(value: Any) -> list[str] | None:
    names = [_name(each) for each in value] if isinstance(value, list) else [None]
    return [name for name in names if name] if all(names) and names else None


def _time(value: Any) -> str | None:
    return value.isoformat() if isinstance(value, date | datetime) else _name(value)


def _yes(value: Any) -> bool | None:
    return value if isinstance(value, bool) else None


_READY = {
    "number": _number,
    "positive": _positive,
    "share": _share,
    "name": _name,
    "names": _names,
    "time": _time,
    "yes": _yes,
}
_SHARE = Form("share", "write per cent as a number from 0 to 100, as in 10")
_DAYS = Form("positive", "write a number, as in 2")
_NAME = Form("name", 'write it between quotation marks, as in "anna"')
_TEXT = Form("name", "write a few words between quotation marks")
_YES = Form("yes", "write true or false, without quotation marks")

FORMS: dict[str, dict[str, Form]] = {
    "late": {
        "exercise": _NAME,
        "per_day": _SHARE,
        "per_hour": _SHARE,
        "lowest": _SHARE,
        "grace_minutes": _DAYS,
        "none_after_days": _DAYS,
        "none_after_hours": _DAYS,
    },
    "student": {
        "id": _NAME,
        "exercise": _NAME,
        "due": Form("time", 'write a time, as in "2026-12-03T23:59"'),
        "extra_days": _DAYS,
        "extra_hours": _DAYS,
        "reason": _TEXT,
    },
    "task": {
        "id": _NAME,
        "exercise": _NAME,
        "drop": _YES,
        "full": _YES,
        "excuse": Form("names", 'write a list of ids, as in ["anna", "ben"]'),
        "weight": _DAYS,
        "reason": _TEXT,
    },
    "point": {
        "student": _NAME,
        "exercise": _NAME,
        "task": _NAME,
        "points": Form("number", "write a number, as in 1 or 0.5"),
        "reason": _TEXT,
    },
    "lesson": {"id": _NAME, "paragraphs": _SHARE, "votes": _SHARE, "items": _SHARE},
}
NEEDED = {
    "late": (),
    "student": ("id",),
    "task": ("id",),
    "point": ("student", "exercise", "points", "reason"),
    "lesson": (),
}
RULES = {"late": LateRule, "student": StudentRule, "task": TaskRule, "point": PointRule, "lesson": LessonRule}
