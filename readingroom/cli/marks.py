"""What is written into an environment about itself: whether it is being filled, and what it was found to hold."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from .one_at_a_time import FILE as LOCK

_BEGUN = "readingroom.begun"


class Marks:
    """The marks in `folder`.

    A stamp for the course and one for each extra says from which requirements it was installed, and that it was found
    whole. While packages are written the mark of a beginning stands; where it is found, no stamp is worth anything.
    """

    def __init__(self, folder: Path):
        self._folder, self._begun = folder, folder / _BEGUN

    def begin(self) -> None:
        """Say that packages are about to be written."""
        with self._begun.open("w") as file:
            file.write("A set-up writes here. If none is running, it was cut off, and the next one starts afresh.\n")
            file.flush()
            os.fsync(file.fileno())

    def begun(self) -> bool:
        """Return whether a set-up began and did not end."""
        return self._begun.exists()

    def end(self) -> None:
        """Say that nothing is written any more."""
        self._begun.unlink(missing_ok=True)

    def stamp(self, name: str, fingerprint: str) -> None:
        """Say that the packages of `name` are whole."""
        self._stamp(name).write_text(fingerprint)

    def ready(self, name: str, fingerprint: str) -> bool:
        """Return whether the packages of `name` are whole, and those that `fingerprint` stands for."""
        stamp = self._stamp(name)
        return not self.begun() and stamp.exists() and stamp.read_text(errors="replace") == fingerprint

    def verified(self) -> bool:
        """Return whether a whole course is here, if perhaps an older one."""
        return not self.begun() and self._stamp("course").exists()

    def empty(self) -> None:
        """Remove everything but the mark of a beginning and the lock."""
        for path in self._folder.iterdir() if self._folder.is_dir() else ():
            if path.name in (_BEGUN, LOCK):
                continue
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink()

    def _stamp(self, name: str) -> Path:
        return self._folder / (f"readingroom-{name}.ready" if name else "readingroom.ready")
