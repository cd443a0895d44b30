"""What a chart's figure is made of: values only, ready to be drawn."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """What is drawn of one column; `bound` marks points that say "at most"."""

    label: str
    dates: list[str]
    values: list[float | None]
    unit: str
    decimals: int = 1
    panel: str = ""
    place: str = "first"
    style: str = "line"
    emphasis: bool = False
    bound: bool = False

    @property
    def known(self) -> list[tuple[str, float]]:
        """The dates at which something is known, with the figures."""
        return [(d, v) for d, v in zip(self.dates, self.values, strict=True) if v is not None]


@dataclass(frozen=True)
class Level:
    """A value across a panel, with whose it is."""

    value: float
    label: str
    panel: str = ""


@dataclass(frozen=True)
class Panel:
    """A scale of its own, below its title."""

    id: str
    title: str
    rank: bool = False


@dataclass(frozen=True)
class Mark:
    """A date across all panels."""

    date: str
    label: str


@dataclass(frozen=True)
class Guessed:
    """What the reader expected, and the figure it was a guess at."""

    value: float
    figure: float
    date: str
    panel: str


@dataclass(frozen=True)
class Drawing:
    """Everything a figure shows."""

    panels: list[Panel]
    lines: list[Line]
    levels: list[Level]
    marks: list[Mark]

    @property
    def bars(self) -> bool:
        """Whether bars are drawn, over names instead of a scale of time."""
        return any(line.style == "bars" for line in self.lines)

    @property
    def yearly(self) -> bool:
        """Whether every date is a year, so that years can be counted instead of days."""
        return all(len(date) == 4 for line in self.lines for date in line.dates)

    @property
    def single_bars(self) -> bool:
        """Whether each line has one bar, under its own name; else the dates are the names."""
        return self.bars and all(len(line.known) == 1 for line in self.lines)
