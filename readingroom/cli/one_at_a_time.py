"""A lock on a folder, which the system releases when its process ends, however it ends. Standard library only."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

FILE = "readingroom.lock"
_PAUSE = 0.2


@contextlib.contextmanager
def alone(folder: Path, wait: Callable[[], None]) -> Iterator[int | None]:
    """Hold the lock on `folder` in the block; call `wait` once if another process holds it, and wait for that one.

    Yields the file descriptor, for programs that go on writing into the folder if this process is killed: whatever
    inherits it keeps the lock. Yields None where the file system has no locks.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with _locked(folder / FILE, wait) as file:
        yield file.fileno() if file else None


@contextlib.contextmanager
def _locked(path: Path, wait: Callable[[], None]) -> Iterator[IO[bytes] | None]:
    said = False
    while True:
        with path.open("ab") as file:
            try:
                held = _take(file)
            except OSError:  # a network folder without locks: better unlocked than not at all
                yield None
                return
            # Somebody may have deleted the folder while this process waited for the file in it.
            if held and path.exists() and os.path.samestat(path.stat(), os.fstat(file.fileno())):
                yield file
                return
        if not held:
            if not said:
                wait()
            said = True
            time.sleep(_PAUSE)
        path.parent.mkdir(parents=True, exist_ok=True)


if os.name == "nt":
    import msvcrt

    def _take(file: IO[bytes]) -> bool:
        """Take the lock if it is free; return whether it was."""
        file.seek(0)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        except PermissionError:
            return False
        return True

else:
    import fcntl

    def _take(file: IO[bytes]) -> bool:
        """Take the lock if it is free; return whether it was."""
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
