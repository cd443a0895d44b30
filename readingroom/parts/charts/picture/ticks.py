"""What is written along the axes of a picture, where plotly would write it."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date as day
from datetime import timedelta
from typing import Any

from ..scales import decimals_of, round_step

DAYS = (1, 2, 7, 14)
YEARS = (1, 2, 5, 10, 20, 50)
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True)
class Tick:
    """A place on an axis with its words; the words may stand elsewhere than the sign, in the middle of a month."""

    at: Any
    text: str
    words_at: Any = None


def value_ticks(axis: dict[str, Any]) -> list[Tick]:
    """Return what is written along a scale of values."""
    low, high = sorted(axis["range"])
    step = axis["dtick"] if "dtick" in axis else round_step((high - low) / axis["nticks"])
    start = axis.get("tick0", 0)
    first = math.ceil((low - start) / step - 1e-9)
    last = math.floor((high - start) / step + 1e-9)
    return [Tick(value, _written(value, step)) for value in (start + n * step for n in range(first, last + 1))]


def _written(value: float, step: float) -> str:
    decimals = decimals_of(step)
    text = f"{value:,.{decimals}f}"
    return (text.rstrip("0").rstrip(".") if decimals else text).replace("-", "\N{MINUS SIGN}")


def time_ticks(axis: dict[str, Any], categories: Iterable[str]) -> list[Tick]:
    """Return what is written along the foot: names below bars, years, or days and months."""
    if axis["type"] == "category":
        return [Tick(name, name) for name in categories]
    if axis["type"] == "linear":
        return [Tick(year, str(year)) for year in axis["tickvals"]]
    first, last = (day.fromisoformat(end[:10]) for end in axis["range"])
    if axis["tickformat"] == "%Y":
        return _years(first, last, int(axis["dtick"][1:]) // 12 if "dtick" in axis else 0, axis["nticks"])
    if axis["tickformat"] == "%b":
        return _months(first, last, int(axis["dtick"][1:]))
    return _days(first, last, axis["nticks"])


def _years(first: day, last: day, step: int, most: int) -> list[Tick]:
    step = step or next((each for each in YEARS if (last - first).days / 365.25 / each <= most), 100)
    years = [year for year in range(first.year, last.year + 1) if year % step == 0]
    return [Tick(f"{year}-01-01", str(year)) for year in years if first <= day(year, 1, 1) <= last]


def _months(first: day, last: day, step: int) -> list[Tick]:
    found = []
    for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        start, after = _month(number), _month(number + 1)
        middle = start + (after - start) / 2
        if number % step == 0 and first <= middle <= last:
            found.append(Tick(start.isoformat(), MONTHS[start.month - 1], middle.isoformat()))
    return found


def _month(number: int) -> day:
    year, month = divmod(number, 12)
    return day(year, month + 1, 1)


def _days(first: day, last: day, most: int) -> list[Tick]:
    step = next((each for each in DAYS if (last - first).days / each <= most), 28)
    dates = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    return [
        Tick(each.isoformat(), f"{each.day} {MONTHS[each.month - 1]}") for each in dates if each.toordinal() % step == 0
    ]
