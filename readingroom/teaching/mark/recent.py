"""What was worked out for one student and holds for others too, kept for a while: a class asks much the same often."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Result = TypeVar("Result")


class Recent(Generic[Result]):
    """Results by name, `most` of them; the oldest goes first, so that a large class needs no more memory."""

    def __init__(self, most: int):
        self._most = most
        self._results: dict[Hashable, Result] = {}

    def get(self, name: Hashable, make: Callable[[], Result]) -> Result:
        """Return the result of that name; what is not there is made."""
        if name in self._results:
            return self._results[name]
        made = make()
        if len(self._results) >= self._most:
            del self._results[next(iter(self._results))]
        self._results[name] = made
        return made
