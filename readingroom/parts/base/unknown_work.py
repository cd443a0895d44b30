"""What is said to somebody who asks a table for a work that it cannot do: misspelt, or known by another name."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from typing import Any

_KNOWN = ("mean", "sum", "prod", "max", "min", "median", "count", "idxmax", "idxmin", "round", "plot", "head", "tail")
_OTHER_NAMES = {"average": "mean", "avg": "mean", "total": "sum", "maximum": "max", "minimum": "min"}


def by_name(look_up: Callable[[str], Any], name: str) -> Any:
    """Return what `name` is of a table, or say in words that there is no such thing."""
    try:
        return look_up(name)
    except AttributeError:
        if name.startswith("_"):
            raise  # pandas and IPython ask for many of these
        raise AttributeError(unknown_work(name)) from None


def unknown_work(name: str) -> str:
    """Return what is said to a name that a table has not."""
    other = _OTHER_NAMES.get(name.lower())
    near = [other] if other else difflib.get_close_matches(name.lower(), _KNOWN, n=1, cutoff=0.6)
    return f"there is no .{name} here" + (f"; did you mean .{near[0]}()?" if near else ".")
