"""What a late hand-in loses."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from math import ceil

import msgspec

from ..due_time import DueTime
from ..gradebook import shown
from .model import LateRule

_DAY, _HOUR = timedelta(days=1), timedelta(hours=1)


class Deduction(msgspec.Struct, frozen=True):
    """The total after the rule, whether the hand-in is accepted, and the reason in words for the student."""

    total: float
    accepted: bool = True
    reason: str = ""


def deduction(rule: LateRule, due: DueTime, total: float, most: float, made: str) -> Deduction:
    """Return what `rule` makes of `total`; a hand-in without a time, or in time, loses nothing."""
    late_by = _late_by(due, made)
    if late_by is None or late_by <= timedelta(minutes=rule.grace_minutes):
        return Deduction(total)
    if (limit := _limit(rule)) is not None and late_by > limit:
        reason = f"Your hand-in came {_span(late_by)} after the date. {_none_after(rule)}, so it gets no points."
        return Deduction(0.0, False, reason)
    share, unit, word = (rule.per_day, _DAY, "day") if rule.per_day else (rule.per_hour, _HOUR, "hour")
    if not share:
        return Deduction(total)
    begun = ceil(late_by / unit)
    taken = share * begun * most / 100
    left = max(total - taken, min(total, rule.lowest * most / 100), 0.0)
    left = round(left, 2)
    floor = f"; it goes no lower than {shown(rule.lowest)} per cent" if rule.lowest and left > total - taken else ""
    reason = (
        f"Your hand-in came {_span(late_by)} after the date. For each {word} begun, {shown(share)} per cent of the "
        f"points possible are taken off: {shown(total - left)} points{floor}."
    )
    return Deduction(left, True, reason)


def late_words(rule: LateRule) -> str:
    """Return the rule in a sentence."""
    share, word = (rule.per_day, "day") if rule.per_day else (rule.per_hour, "hour")
    parts = [f"{shown(share)} per cent of the points possible for each {word} begun"] if share else []
    if share and rule.lowest:
        parts.append(f"none below {shown(rule.lowest)} per cent")
    if _limit(rule) is not None:
        says = _none_after(rule)
        parts.append(f"{says[0].lower()}{says[1:]}")
    if rule.grace_minutes:
        parts.append(f"{shown(rule.grace_minutes)} minutes of grace")
    return f"Late: {', '.join(parts) or 'nothing is taken off'}."


def _late_by(due: DueTime, made: str) -> timedelta | None:
    try:
        moment = datetime.fromisoformat(made)
    except ValueError:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)) - due.moment


def _limit(rule: LateRule) -> timedelta | None:
    if rule.none_after_days is not None:
        return timedelta(days=rule.none_after_days)
    return timedelta(hours=rule.none_after_hours) if rule.none_after_hours is not None else None


def _none_after(rule: LateRule) -> str:
    if rule.none_after_days is not None:
        return f"Nothing is accepted more than {_counted(rule.none_after_days, 'day')} after the date"
    return f"Nothing is accepted more than {_counted(rule.none_after_hours or 0, 'hour')} after the date"


def _span(late_by: timedelta) -> str:
    """Return a span as people say it: in its two largest units."""
    minutes = max(1, int(late_by.total_seconds() // 60))
    days, hours, minutes = minutes // 1440, minutes // 60 % 24, minutes % 60
    parts = [_counted(days, "day"), _counted(hours, "hour"), _counted(minutes, "minute")]
    return " and ".join([part for part in parts if not part.startswith("0 ")][:2])


def _counted(number: float, word: str) -> str:
    return f"{shown(number)} {word}{'' if number == 1 else 's'}"
