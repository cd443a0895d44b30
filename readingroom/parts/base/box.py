"""Widgets below one another, shown as one; loaded where one is made, since ipywidgets takes its time."""

from __future__ import annotations

import ipywidgets

from .widget import INSTEAD


# ipywidgets declares no types.
class Box(ipywidgets.VBox):  # type: ignore[misc]
    """A box that says what stands in its place where no widgets are shown."""

    def __repr__(self) -> str:
        return INSTEAD
