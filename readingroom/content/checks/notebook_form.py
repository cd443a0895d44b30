"""Checks that a notebook has the form that Jupyter's own reader asks for."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from typing import Any

FORMAT = 4


def form_faults(notebook: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield (record, field, message) for all that nbformat, Jupyter's library of notebooks, refuses."""
    from nbformat import validator  # here, since only who checks a course needs it

    if notebook.get("nbformat") != FORMAT:
        yield "", "nbformat", f"is {notebook.get('nbformat')!r}; notebooks are of format {FORMAT} today"
        return

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what it would put right itself is told as a fault
        if validator.isvalid(notebook):  # type: ignore[no-untyped-call]  # nbformat declares no types
            return
        for error in validator.iter_validate(notebook):  # type: ignore[no-untyped-call]
            yield (*_place(list(error.absolute_path)), f"is not what a notebook has there: {error.message}")


def _place(path: list[Any]) -> tuple[str, str]:
    """Return the record, a cell where it is one, and the field in it."""
    record = f"cell {path[1] + 1}" if path[:1] == ["cells"] and len(path) > 1 else ""
    return record, ".".join(map(str, path[2:] if record else path))
