"""System calls that fail on demand, for tests of what is written."""

from __future__ import annotations

import contextlib
import errno
import os
from collections import Counter
from collections.abc import Callable, Iterator
from unittest import mock

CALLS = ("open", "write", "fsync", "ftruncate", "close", "mkdir", "rename", "unlink", "lseek", "read", "fstat")


def sharing_violation() -> OSError:
    """What Windows raises while a virus scanner holds the file."""
    error = PermissionError(errno.EACCES, "The process cannot access the file because it is being used")
    error.winerror = 32
    return error


ERRORS: dict[str, Callable[[], OSError]] = {
    name: lambda number=number: OSError(number, os.strerror(number))
    for name, number in errno.__dict__.items()
    if name in ("EMFILE", "ENOSPC", "EACCES", "EIO", "EINTR", "EROFS", "EDQUOT")
} | {"sharing violation": sharing_violation}


class Faults:
    """Fails the calls for which `fails(name, number)` holds; `number` counts the calls of that name from 1.

    `trace` has every call made. A failing write has written half of its bytes, a failing close has closed.
    """

    def __init__(self, fails: Callable[[str, int], bool], error: Callable[[], OSError]):
        self.fails = fails
        self.error = error
        self.counts: Counter[str] = Counter()
        self.trace: list[tuple[str, tuple]] = []

    @contextlib.contextmanager
    def active(self) -> Iterator[Faults]:
        with contextlib.ExitStack() as patches:
            for name in CALLS:
                patches.enter_context(mock.patch.object(os, name, self._failing(name, getattr(os, name))))
            yield self

    def _failing(self, name: str, call: Callable) -> Callable:
        def failing(*given, **named):
            self.counts[name] += 1
            self.trace.append((name, given))
            if not self.fails(name, self.counts[name]):
                return call(*given, **named)
            if name == "write":
                call(given[0], bytes(given[1])[: len(given[1]) // 2])
            if name == "close":
                call(*given)
            raise self.error()

        return failing


def calls_of(action: Callable[[], object]) -> Counter[str]:
    """Return how often `action` makes each call when nothing fails."""
    with Faults(lambda name, number: False, OSError).active() as counting:
        action()
    return counting.counts
