"""What a cell of code calls with which name, read from its text: nothing is run."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from pathlib import Path

from ..notebook_cells import cells_of, code_cells


@dataclass(frozen=True)
class Named:
    """One call, as `chart` in `opening.chart("growth")`, and the name it is given; None where there is none."""

    call: str
    name: str | None


def python(source: str) -> ast.AST:
    """Return the code of a cell without its lines for the shell; SyntaxError where it is no Python."""
    lines = [line for line in source.split("\n") if not line.lstrip().startswith(("%", "!"))]
    try:
        return ast.parse("\n".join(lines))
    except (ValueError, RecursionError, MemoryError) as error:
        raise SyntaxError(f"it cannot be read ({error})") from None


def named(source: str) -> list[Named]:
    """Return the calls of a cell; none where it is no Python."""
    try:
        tree = python(source)
    except SyntaxError:
        return []
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            call = getattr(node.func, "attr", None) or getattr(node.func, "id", None)
            first = node.args[0].value if node.args and isinstance(node.args[0], ast.Constant) else None
            if call:
                found.append(Named(call, first if isinstance(first, str) else None))
    return found


def code(root: Path, file: str) -> list[tuple[int, str]]:
    """Return the code of a notebook, cell by cell, each with the cell's number; ContentError where it is none."""
    return code_cells(cells_of(root, file))
