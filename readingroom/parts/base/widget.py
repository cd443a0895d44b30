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
        remember(self)

    def __repr__(self) -> str:
        return INSTEAD


# ipywidgets declares no types: a widget of the course or a box of them.
_OPEN: WeakValueDictionary[str, Any] = WeakValueDictionary()
"""The parts of this kernel, by the id that a page knows them by."""


def remember(part: Any) -> None:
    """Take down a part that a page may have closed once it shows it no more."""
    _OPEN[part.model_id] = part


def close_parts(ids: Iterable[str]) -> None:
    """Close the parts that no page shows any more; those that are not known, of a kernel before a restart, are none."""
    for id_ in ids:
        if part := _OPEN.pop(id_, None):
            _close(part)


def _close(part: Any) -> None:
    """Close a part, all that stands in it, and the layout that each has of its own."""
    for inner in (*getattr(part, "children", ()), *getattr(part, "hidden", ())):
        _close(inner)
    part.layout.close()
    part.close()
