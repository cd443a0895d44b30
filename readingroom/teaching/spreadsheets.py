"""CSV files that spreadsheets open: nothing in them is taken for a formula, and the same rows always give the same bytes."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def harmless(text: str) -> str:
    """Return `text` so that no spreadsheet runs it: an apostrophe before what would start a formula, unless it is a number."""
    if not text.startswith(_STARTS_A_FORMULA):
        return text
    try:
        float(text)
    except ValueError:
        return f"'{text}"
    return text


def writing(path: Path, rows: Iterable[Iterable[str]]) -> Path:
    """Write `rows` to `path` and return it."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)
    return path
