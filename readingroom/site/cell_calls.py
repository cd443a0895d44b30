"""What a lesson's code cell calls, read from its text: nothing is run."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from ..content.errors import CourseError

WHOLE = "open_course"
SECTION = "open_section"
CHECK = "check"


@dataclass(frozen=True)
class Call:
    """One call of a lesson, as in `opening.chart("growth", predict=True)`; `section` is None for the whole course."""

    section: str | None
    name: str
    words: tuple[Any, ...] = ()
    named: dict[str, Any] = field(default_factory=dict)


class Names:
    """The names a notebook has given to sections and to the course, cell after cell."""

    def __init__(self, notebook: str, known: Iterable[str]):
        self._notebook, self._known = notebook, sorted(known)
        self._opened: dict[str, str | None] = {}

    def calls(self, cell: str, source: str) -> list[Call]:
        """Return what the code of `cell` shows; CourseError where it does what no plain page can."""
        try:
            return [call for line in ast.parse(source).body if (call := self._call(line))]
        except (SyntaxError, ValueError, LookupError, AttributeError, TypeError):
            raise self.unknown(cell, source) from None

    def own_cell(self, cell: str, source: str) -> list[Call]:
        """Return the check at the end of a learner's own cell, if it has one: the lines before it are the learner's."""
        try:
            line: Any = ast.parse(source).body[-1]
        except (SyntaxError, ValueError, IndexError):
            raise self.unknown(cell, source) from None
        func = getattr(getattr(line, "value", None), "func", None)
        if not (isinstance(func, ast.Attribute) and func.attr == CHECK and isinstance(func.value, ast.Name)):
            return []
        if func.value.id not in self._opened:
            raise self.unknown(cell, source, f"{func.value.id!r} was not opened in a cell before it")
        return [Call(self._opened[func.value.id], CHECK, tuple(ast.literal_eval(word) for word in line.value.args[:1]))]

    def unknown(self, cell: str, source: str, why: str = "") -> CourseError:
        """Return the error that names the notebook and the cell."""
        reason = why or f"a plain page knows these calls only: {', '.join(f'.{name}()' for name in self._known)}"
        return CourseError(
            f"{self._notebook}, {cell}: {source.strip()!r} cannot stand on a plain page; {reason.rstrip('.')}."
        )

    def _call(self, line: ast.stmt) -> Call | None:
        if isinstance(line, ast.Try):  # what a lesson says that was opened without its course
            line = _guarded(line)
        if isinstance(line, ast.ImportFrom):
            if line.module != "readingroom.notebook":
                raise ValueError(line.module)
            return None
        # Whatever has another shape than a call raises an AttributeError, which `calls` turns into its message.
        value: Any = line.value  # type: ignore[attr-defined]
        if isinstance(line, ast.Assign):
            if value.func.id not in (WHOLE, SECTION):
                raise ValueError(value.func.id)
            target: Any = line.targets[0]
            self._opened[target.id] = value.args[0].value if value.func.id == SECTION else None
            return None
        if value.func.attr not in self._known:
            raise ValueError(value.func.attr)
        return Call(
            self._opened[value.func.value.id],
            value.func.attr,
            tuple(ast.literal_eval(word) for word in value.args),
            {word.arg: ast.literal_eval(word.value) for word in value.keywords},
        )


def _guarded(attempt: ast.Try) -> ast.stmt:
    """Return the one line that is tried; ValueError where failing it does more than to end with a sentence."""
    [tried], [otherwise] = attempt.body, attempt.handlers
    if ast.unparse(otherwise.body[0]).partition("(")[0] != "raise SystemExit":
        raise ValueError(otherwise)
    return tried
