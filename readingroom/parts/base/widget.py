"""A widget of the course, which says in a sentence what stands in its place where no widgets are shown."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from weakref import WeakValueDictionary

import anywidget

# An export, a viewer of notebooks or an editor without widgets prints it; ipywidgets cuts what is longer than 110.
INSTEAD = "[A part to work with stands here: open this notebook in JupyterLab or Notebook 7 to see it, and run it.]"


class Widget(anywidget.AnyWidget):
    """The base of all widgets."""

    def __init__(self, *args: Any, **traits: Any) -> None:
        super().__init__(*args, **traits)
        _OPEN[self.model_id] = self

    def __repr__(self) -> str:
        return INSTEAD


_OPEN: WeakValueDictionary[str, Widget] = WeakValueDictionary()
"""The parts of this kernel, by the id that a page knows them by."""


def close_parts(ids: Iterable[str]) -> None:
    """Close the parts that no page shows any more; those that are not known, of a kernel before a restart, are none."""
    for id_ in ids:
        if part := _OPEN.pop(id_, None):
            part.layout.close()  # each has one of its own
            part.close()
