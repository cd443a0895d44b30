"""The file that one running kernel appends to."""

from __future__ import annotations

import errno
import os
import threading
from pathlib import Path

from .durable import create, extend, make_folder
from .names import session_name

_ATTEMPTS = 5


class SessionFile:
    """Appends lines to a file of its own in `folder`, as number `ordinal` of the record's files."""

    def __init__(self, folder: Path, ordinal: int, is_restored: bool = False):
        self.folder = folder
        self.ordinal = ordinal
        self.is_restored = is_restored
        self._path: Path | None = None
        self._process = os.getpid()
        self._lock = threading.Lock()

    def append(self, lines: str) -> str:
        """Return the name of the file in which `lines` now are on the disk; OSError where they are in none."""
        data = lines.encode()
        with self._lock:
            make_folder(self.folder)
            if not self._extended(data):
                self._path = self._created(data)
            return self._path.name if self._path else ""

    def _extended(self, data: bytes) -> bool:
        # A forked kernel begins a file of its own. Where the old file cannot be opened (a virus scanner holds it, it
        # was made read-only or moved away) or ends in half a line that could not be taken back, a new one may still do.
        return self._path is not None and self._process == os.getpid() and extend(self._path, data)

    def _created(self, data: bytes) -> Path:
        for _ in range(_ATTEMPTS):
            path = self.folder / session_name(self.ordinal, self.is_restored)
            if create(path, data):
                self._process = os.getpid()
                return path
        raise OSError(errno.EBUSY, "another program takes each new file away")
