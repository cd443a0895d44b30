"""A widget of the course, which says in a sentence what stands in its place where no widgets are shown."""

from __future__ import annotations

import anywidget

# An export, a viewer of notebooks or an editor without widgets prints it; ipywidgets cuts what is longer than 110.
INSTEAD = "[A part to work with stands here: open this notebook in JupyterLab or Notebook 7 to see it, and run it.]"


class Widget(anywidget.AnyWidget):
    """The base of all widgets."""

    def __repr__(self) -> str:
        return INSTEAD
