"""Where a figure's values stand in its picture: each axis from its own values to pixels."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as day
from typing import Any

from ..scales import as_number
from .ticks import Tick, value_ticks

LETTER = 7  # pixels of a figure on the scale
BESIDE_SCALE = 6  # pixels between the figures of a scale and the drawing


@dataclass(frozen=True)
class Frame:
    """A picture of one width, as plotly's layout has it."""

    layout: dict[str, Any]
    width: int
    categories: tuple[str, ...]

    @property
    def height(self) -> int:
        return int(self.layout["height"])

    @property
    def panels(self) -> list[str]:
        """The numbers of the panels' axes as plotly writes them: "", "2", "3"."""
        return [name.removeprefix("yaxis") for name in self.layout if name.startswith("yaxis")]

    @property
    def left(self) -> float:
        texts = [tick.text for panel in self.panels for tick in self.value_ticks(panel)]
        return float(self.layout["margin"]["l"] + LETTER * max(map(len, texts)) + BESIDE_SCALE)

    @property
    def right(self) -> float:
        return float(self.width - self.layout["margin"]["r"])

    def value_ticks(self, panel: str) -> list[Tick]:
        return value_ticks(self.layout[f"yaxis{panel}"])

    def top(self, panel: str) -> float:
        return self.height * float(1 - self.layout[f"yaxis{panel}"]["domain"][1])

    def bottom(self, panel: str) -> float:
        return self.height * float(1 - self.layout[f"yaxis{panel}"]["domain"][0])

    def x(self, at: Any) -> float:
        """Return where a year, a day or a name stands."""
        if self.categories:
            return self.left + (self.categories.index(at) + 0.5) * self.slot
        low, high = (ordinal(end) for end in self.layout["xaxis"]["range"])
        return self.left + (ordinal(at) - low) / (high - low) * (self.right - self.left)

    @property
    def slot(self) -> float:
        """The width of one name below bars."""
        return (self.right - self.left) / max(1, len(self.categories))

    def y(self, value: float, panel: str) -> float:
        low, high = self.layout[f"yaxis{panel}"]["range"]
        part = (value - low) / (high - low)
        return self.y_in_panel(part, panel)

    def y_in_panel(self, part: float, panel: str) -> float:
        """Return the height at a part of the panel: 0 is its foot, 1 its top."""
        return self.bottom(panel) - part * (self.bottom(panel) - self.top(panel))


def ordinal(at: float | str) -> float:
    return as_number(day.fromisoformat(at[:10]).isoformat()) if isinstance(at, str) else at
