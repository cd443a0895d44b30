"""Reads a notebook's cells; what keeps it from being opened is a fault."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from .errors import ContentError, Fault
from .files import read_text


def cells_of(root: Path, file: str) -> list[Any]:
    """Return the cells of a notebook, sound or not; ContentError where it is none."""
    return list(notebook_of(root, file)["cells"])


def notebook_of(root: Path, file: str) -> dict[str, Any]:
    """Return a notebook, its cells sound or not; ContentError where it is none."""
    text = read_text(root, file, lambda before: (f"line {before.count(chr(10)) + 1}", ""))
    try:
        notebook = json.loads(text, parse_constant=_no_number)
    except RecursionError:
        raise ContentError([Fault(file, "", "", "brackets are nested too deep to be read")]) from None
    except ValueError as error:
        line = f"line {error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
        raise ContentError([Fault(file, line, "", f"this is no notebook: {error}")]) from None
    if not isinstance(notebook, dict):
        raise ContentError([Fault(file, "", "", "this is no notebook")])
    for field, kind in (("cells", list), ("metadata", dict), ("nbformat", int), ("nbformat_minor", int)):
        if not isinstance(notebook.get(field), kind):
            raise ContentError([Fault(file, "", field, "is missing, or is not what a notebook has there")])
    if not notebook["cells"]:
        raise ContentError([Fault(file, "", "cells", "the notebook is empty")])
    return notebook


def _no_number(name: str) -> None:
    raise ValueError(f"{name} is no number that a browser reads")  # Python writes it, and JSON does not have it


def source_of(cell: dict[str, Any]) -> str | None:
    """Return the text of a cell; None where it has none."""
    source = cell.get("source")
    if isinstance(source, list) and all(isinstance(line, str) for line in source):
        return "".join(source)
    return source if isinstance(source, str) else None


def code_cells(cells: list[Any]) -> list[tuple[int, str]]:
    """Return the code of the sound cells that have some, each with the cell's number."""
    return [
        (number, source)
        for number, cell in enumerate(cells, start=1)
        if isinstance(cell, dict) and cell.get("cell_type") == "code" and (source := source_of(cell))
    ]
