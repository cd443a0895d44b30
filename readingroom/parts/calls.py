"""Lets an object in a notebook list its calls: in its repr, in tab completion, and in the error for a wrong name."""

from __future__ import annotations

import difflib
import inspect
from collections.abc import Iterable
from typing import NoReturn

from ..content.errors import CourseError


class UnknownCallError(CourseError, AttributeError):
    """A call that there is not. An AttributeError, as Python expects, which a notebook shows as its message alone."""

    def __init__(self, name: str, calls: Iterable[str]):
        calls = list(calls)
        near = difflib.get_close_matches(name, calls, n=1, cutoff=0.5)
        hint = f"; did you mean .{near[0]}()?" if near else "."
        # With an `obj` that has no names of its own, Python adds no suggestion to ours.
        super().__init__(f"no .{name}(){hint} Calls: {' '.join(f'.{call}()' for call in calls)}", name=name, obj=None)


class ListsCalls:
    """Base of the objects that a notebook opens. A subclass says in `_title` what it is."""

    @property
    def _title(self) -> str:
        raise NotImplementedError

    def __dir__(self) -> list[str]:
        return sorted(name for name in super().__dir__() if not name.startswith("_"))

    def __repr__(self) -> str:
        lines = [(f".{name}{_arguments(self, name)}", _summary(self, name)) for name in dir(self)]
        width = max(len(call) for call, _ in lines)
        return "\n".join([f"{self._title}. Calls:", *(f"  {call.ljust(width)}  {does}" for call, does in lines)])

    def __getattr__(self, name: str) -> NoReturn:
        # IPython and NumPy look for many underscored names: they need a quick answer and no advice.
        if name.startswith("_"):
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}", name=name, obj=self)
        raise UnknownCallError(name, dir(self))


def _arguments(lesson: ListsCalls, name: str) -> str:
    """The arguments of a call as one types them, as in `(name, predict=False)`."""
    parameters = inspect.signature(getattr(lesson, name)).parameters.values()
    return f"({', '.join(str(p.replace(annotation=p.empty)) for p in parameters)})"


def _summary(lesson: ListsCalls, name: str) -> str:
    """The first line of a call's docstring."""
    return (inspect.getdoc(getattr(lesson, name)) or "").partition("\n")[0]
