"""Where things stand in a figure: dates along the scale of time, panels one below the other, the ends of each scale."""

from __future__ import annotations

import math
from calendar import isleap
from dataclasses import dataclass
from datetime import date as day
from typing import Any

from . import theme
from .drawing import Drawing, Guessed, Mark, Panel
from .label_text import LINE_HEIGHT, TITLE_WIDTH, format_number, wrap

PLOT, PLOT_AMONG_OTHERS, TICKS = 250, 165, 38  # heights in pixels
OVER_SCALE = 4  # pixels from the drawing up to the labels of dates: the scale's highest number reaches above it
MOST_TICKS = 6  # numbers on a scale, about
ROUND = (2, 5, 10)  # what plotly rounds the steps of a scale to, times a power of ten
# A guess further out than this would crush the lines: it is marked at the edge, with an arrow.
FARTHEST = 4
MOST_STEPS = 4.5  # on an axis of years: more years would run into each other on a phone


def position(date: str, yearly: bool) -> float | str:
    """Return where a date stands: the middle of the time it names, counted in years or as a day."""
    year, month, in_month = (int(part) for part in [*date.split("-"), "0", "0"][:3])
    middle = day(year, month or 7, in_month or (15 if month else 1))
    if not yearly:
        return middle.isoformat()
    # A year's figure is drawn at the whole number, which thereby means the middle of the year.
    return (
        float(year)
        if not month
        else round(year - 0.5 + (middle.timetuple().tm_yday - 0.5) / (366 if isleap(year) else 365), 3)
    )


def shown_marks(drawing: Drawing) -> list[Mark]:
    """Return the marks that fall between the first and the last date drawn; bars have no time to mark."""
    if drawing.bars:
        return []
    first, last = date_span(drawing)
    return sorted(
        (
            m
            for m in drawing.marks
            if first[: len(m.date)] <= m.date[: len(first)] and m.date[: len(last)] <= last[: len(m.date)]
        ),
        key=lambda mark: mark.date,
    )


def date_span(drawing: Drawing) -> tuple[str, str]:
    dates = [date for line in drawing.lines for date, _ in line.known]
    return min(dates), max(dates)


def time_axis(drawing: Drawing) -> dict[str, Any]:
    """Return plotly's settings for the axis of time; bars stand over names instead."""
    if drawing.bars:
        return {"type": "category", "tickangle": 0, "tickfont": {"size": theme.FONT - 2}}
    return _axis_of_years(*date_span(drawing)) if drawing.yearly else _axis_of_days(*date_span(drawing))


def _axis_of_days(first_date: str, last_date: str) -> dict[str, Any]:
    first, last = (day.fromisoformat(str(position(date, False))) for date in (first_date, last_date))
    margin, days = (last - first) * 0.05, (last - first).days
    if days < 100:
        ticks = {"tickformat": "%-d %b"}
    elif days < 500:
        ticks = {"tickformat": "%b", "dtick": "M1" if days < 250 else "M3", "ticklabelmode": "period"}
    else:
        ticks = {"tickformat": "%Y"} | ({"dtick": "M12"} if days < 1800 else {})
    return {
        "type": "date",
        "range": [(first - margin).isoformat(), (last + margin).isoformat()],
        "nticks": 5,
        **ticks,
    }


def _axis_of_years(first_date: str, last_date: str) -> dict[str, Any]:
    first, last = int(first_date), int(last_date)
    return {
        "type": "linear",
        "tickformat": "d",
        "range": [first - 0.5, last + 0.5],
        "tickvals": year_ticks(first, last),
    }


def year_ticks(first: int, last: int) -> list[int]:
    """Return the years written on an axis: the first, the last, and round ones that are not too near to these."""
    step = next((step for step in (1, 2, 5, 10, 20, 50) if last - first <= MOST_STEPS * step), 100)
    between = [year for year in range(first, last) if year % step == 0 and first + step <= year <= last - step]
    return sorted({first, *between, last})


@dataclass(frozen=True)
class Room:
    """Where a panel stands, in pixels from the top of the figure."""

    top: int
    plot_top: int
    plot_bottom: int

    def domain(self, height: int) -> list[float]:
        return [1 - self.plot_bottom / height, 1 - self.plot_top / height]

    @property
    def plot(self) -> int:
        return self.plot_bottom - self.plot_top


def panel_rooms(panels: list[Panel], rows: int, labels: list[int]) -> tuple[list[Room], int]:
    """Return where each panel stands, and the height of all; `rows` of dates stand above, `labels` pixels beside."""
    rooms, top = [], 4
    for i, (panel, beside) in enumerate(zip(panels, labels, strict=True)):
        head = LINE_HEIGHT * len(wrap(panel.title, TITLE_WIDTH)) + 8
        head += LINE_HEIGHT * rows + OVER_SCALE if i == 0 and rows else 0
        plot = max(PLOT if len(panels) == 1 else 90 if panel.rank else PLOT_AMONG_OTHERS, beside)
        rooms.append(Room(top, top + head, top + head + plot))
        top += head + plot + TICKS
    # Names of bars run over several lines.
    return rooms, top + (2 * LINE_HEIGHT if not rows and len(panels) == 1 else 0)


def panel_scale(drawing: Drawing, panel: Panel, guessed: Guessed | None) -> list[float]:
    """Return the ends of a panel's scale. Zero is always on it; a rank runs downwards from the first."""
    values = [v for line in drawing.lines if line.panel == panel.id for _, v in line.known]
    values += [level.value for level in drawing.levels if level.panel == panel.id]
    if guessed and guessed.panel == panel.id and not is_far_out(guessed, max(values), min(values)):
        values.append(guessed.value)
    if panel.rank:
        return [max(values) + 0.5, 0.5]
    top, bottom = max([0.0, *values]), min([0.0, *values])
    return [bottom - 0.08 * (top - bottom) if bottom < 0 else 0, top + 0.1 * (top - bottom)]


def scale_letters(scale: list[float], rank: bool) -> int:
    """Return how many letters the longest number on a scale has."""
    low, high = min(scale), max(scale)
    step = 1 if rank else round_step((high - low) / MOST_TICKS or 1)
    ends = (math.ceil(low / step) * step, math.floor(high / step) * step)
    return max(len(format_number(end, decimals_of(step))) for end in ends)


def round_step(rough: float) -> float:
    """Return the round step of a scale that is not shorter than `rough`, as plotly chooses it."""
    power = 10.0 ** math.floor(math.log10(rough))
    return power * next(times for times in ROUND if times >= rough / power - 1e-9)


def decimals_of(step: float) -> int:
    """Return how many decimals the numbers of a scale have that goes by this step."""
    return max(0, -math.floor(math.log10(step)))


def is_far_out(guessed: Guessed, top: float, bottom: float) -> bool:
    return guessed.value > FARTHEST * top or guessed.value < min(0.0, FARTHEST * bottom)


def as_number(at: float | str) -> float:
    return day.fromisoformat(at).toordinal() if isinstance(at, str) else at
