"""Checks of the figures in a lesson's prose: each stands in the data, as the cell's metadata say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..errors import ContentError
from ..library import Library
from ..notebook_cells import source_of
from ..references import REFERENCE, UnknownReferenceError

FIELD = "metadata.readingroom.figures"


def figure_problems(library: Library, cell: dict[str, Any]) -> Iterator[str]:
    """Yield what is wrong with the figures that a cell declares."""
    metadata = cell.get("metadata")
    about = metadata.get("readingroom", {}) if isinstance(metadata, dict) else {}
    figures = about.get("figures", []) if isinstance(about, dict) else None
    if not isinstance(figures, list):
        yield "must be a list of references"
        return
    for figure in figures:
        if not isinstance(figure, str) or not REFERENCE.fullmatch(figure):
            yield f"{figure!r} is not of the form {{series:ID.COLUMN:DATE}}"
            continue
        try:
            written = library.text(figure)
        except UnknownReferenceError as error:
            yield str(error)
        except ContentError:
            pass  # the series file's own fault is reported already
        else:
            if written not in (source_of(cell) or ""):
                yield f"{figure} is {written} in the data, which does not stand in the cell's text"
