"""Sets a damaged file aside as it is, after its sound lines were copied into a new file; nothing is ever deleted."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from .durable import create, make_folder, sync_folder
from .names import damaged_name, mended_name
from .reading import Contents, read_file

DAMAGED = "damaged"


def set_aside(path: Path, contents: Contents) -> bool:
    """Tell whether the file at `path` now lies in the folder of damaged files and all its sound lines in a new one."""
    if path.is_symlink():
        return False  # a link moved to another folder may lead nowhere
    aside = path.parent / DAMAGED / damaged_name(path.stem)
    copy: Path | None = None
    try:
        make_folder(aside.parent)
        copy = _copy(path, contents.lines)
        os.rename(path, aside)
    except OSError:
        _withdraw(copy)
        return False
    with contextlib.suppress(OSError):
        sync_folder(aside.parent)
        sync_folder(path.parent)
    _copy_late_lines(path, aside, len(contents.lines))
    return True


def _copy(path: Path, lines: list[bytes]) -> Path | None:
    """Put `lines` into a new file beside `path`; it has its name only once it is whole and on the disk."""
    if not lines:
        return None
    copy = path.with_name(mended_name(path.stem))
    unfinished = copy.with_name(f".{copy.name}")
    create(unfinished, b"".join(lines))
    try:
        os.rename(unfinished, copy)
    except OSError:
        _withdraw(unfinished)
        raise
    sync_folder(copy.parent)
    return copy


def _withdraw(copy: Path | None) -> None:
    # All of its lines are still where they were.
    if copy:
        with contextlib.suppress(OSError):
            os.unlink(copy)


def _copy_late_lines(path: Path, aside: Path, known: int) -> None:
    """Copy what another kernel wrote to the file between its reading and its move.

    A kernel that writes after the move finds its file gone and writes again (`durable.extend`).
    """
    with contextlib.suppress(OSError):
        _copy(path, read_file(aside).lines[known:])
