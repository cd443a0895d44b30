"""The bytes of a file that a learner names, which may be no file with an end."""

from __future__ import annotations

import stat
from pathlib import Path

from .errors import CopyError
from .limits import MOST_BYTES, check_bytes, shown_name


def file_bytes(path: Path) -> bytes:
    """Return what a file holds; CopyError if it is missing, no ordinary file, or too large for one text."""
    name = shown_name(str(path))
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise CopyError(f"{name} is a folder. Give the file in it.")
        if not stat.S_ISREG(found.st_mode):
            raise CopyError(f"{name} is no ordinary file but a pipe or a device, which may never end. Give a file.")
        check_bytes(name, found.st_size)
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)  # it may have grown, or say nothing of its size
    except (OSError, ValueError) as error:  # a name with a zero byte is a ValueError
        reason = getattr(error, "strerror", None) or str(error)
        raise CopyError(f"{name} cannot be read ({reason}). Look whether its name and place are right.") from None
    check_bytes(name, len(data))
    return data
