"""The files that came in, from a folder. No link is followed out of it, and nothing but plain files is opened."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from .upload import LARGEST, Upload, is_passed_over, readable_name, upload_of

_Found = tuple[str, str]
"""A file's place below the folder, and why it cannot be read, "" where nothing is known against it."""


def folder_uploads(where: Path) -> Iterator[Upload]:
    """Yield every file below `where`, in the order of their names."""
    home = where.resolve()
    taken: set[str] = set()
    for place, problem in sorted(_files(where)):
        name = _own_name(readable_name(place), taken)
        yield Upload(name, "", problem) if problem else _read(name, where / place, home)


def _files(where: Path) -> Iterator[_Found]:
    """All below a folder that is no folder, and each folder that cannot be looked into."""
    waiting = [""]
    while waiting:
        folder = waiting.pop()
        try:
            with os.scandir(where / folder) as entries:
                for entry in entries:
                    place = f"{folder}/{entry.name}" if folder else entry.name
                    if _is_folder(entry):
                        waiting.append(place)
                        if entry.name.endswith(".jsonl"):
                            yield place, "it is a folder with the name of a file; what is in it is looked at by itself"
                    elif not is_passed_over(place):
                        yield place, ""
        except OSError as error:
            yield folder or ".", f"the folder cannot be opened ({error.strerror})"


def _is_folder(entry: os.DirEntry[str]) -> bool:
    is_junction = getattr(entry, "is_junction", lambda: False)  # Python 3.12, Windows
    return entry.is_dir(follow_symlinks=False) and not is_junction()


def _is_link(path: Path) -> bool:
    is_junction = getattr(os.path, "isjunction", lambda path: False)  # Python 3.12, Windows
    return path.is_symlink() or is_junction(path)


def _own_name(name: str, taken: set[str]) -> str:
    # Two names of other bytes can look the same once they are written out.
    own, number = name, 2
    while own in taken:
        own, number = f"{name} ({number})", number + 1
    taken.add(own)
    return own


def _read(name: str, path: Path, home: Path) -> Upload:
    try:
        real = path.resolve(strict=True) if _is_link(path) else path
        if real is not path and not real.is_relative_to(home):
            return Upload(name, "", "it is a link that leads elsewhere, and was not followed")
        kind = os.stat(real).st_mode
        if stat.S_ISDIR(kind):
            return Upload(name, "", "it is a link to a folder, and was not followed")
        if not stat.S_ISREG(kind):
            return Upload(name, "", "it is no file but a pipe, a socket or a device, and was not opened")
        with real.open("rb") as file:
            return upload_of(name, file.read(LARGEST + 1))
    except RuntimeError:  # before Python 3.13 a loop of links is one
        return Upload(name, "", "it is a link that leads in a circle, and was not followed")
    except FileNotFoundError:
        return Upload(name, "", "it is a link that leads nowhere, or the file has gone")
    except (OSError, ValueError) as error:
        return Upload(name, "", f"it cannot be opened ({getattr(error, 'strerror', None) or error})")
