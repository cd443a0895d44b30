"""Widgets below one another, shown as one; loaded where one is made, since ipywidgets takes its time."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import ipywidgets

from .widget import INSTEAD, remember


# ipywidgets declares no types.
class Box(ipywidgets.VBox):  # type: ignore[misc]
    """A box that says what stands in its place where no widgets are shown; `hidden` are those that it shows in turn."""

    def __init__(self, *args: Any, **traits: Any) -> None:
        super().__init__(*args, **traits)
        self.hidden: Collection[Any] = ()
        remember(self)

    def __repr__(self) -> str:
        return INSTEAD
