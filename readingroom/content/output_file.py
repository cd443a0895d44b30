"""A file that a command writes where its user said: whole or not at all, and never over a file of another kind."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from .errors import CourseError

_BEGINNING = 5  # bytes, by which a page, a table and other texts are told from one another


@contextmanager
def output_file(path: Path) -> Iterator[Path]:
    """Yield a path to write to; what was written there takes the place of `path` when the block ends without an error.

    CourseError where `path` holds another kind of file than the one that was written, which would be lost, and where
    another program keeps it open.
    """
    fresh = path.with_name(f"{path.name}.writing")
    try:
        yield fresh
        if path.is_file() and path.stat().st_size and not _are_of_one_kind(path, fresh):
            raise CourseError(
                f"{path} is there already, and no file that this command writes: it would be lost. Nothing was "
                "written; name another file with --out."
            )
        replaced(path, fresh)
    finally:
        fresh.unlink(missing_ok=True)


def replaced(path: Path, fresh: Path) -> Path:
    """Put `fresh` in the place of `path`; CourseError where another program keeps it open, as Excel does on Windows."""
    try:
        fresh.replace(path)
    except PermissionError:
        fresh.unlink(missing_ok=True)
        raise CourseError(f"{path} is open in another program; close it there and give the command again.") from None
    return path


def _are_of_one_kind(old: Path, new: Path) -> bool:
    """Say whether two files begin alike; of zip files, whether the old one holds only what the new one may hold."""
    if not zipfile.is_zipfile(new):
        return _beginning(old) == _beginning(new)
    return zipfile.is_zipfile(old) and _endings(old) <= _endings(new)


def _beginning(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_BEGINNING)


def _endings(path: Path) -> set[str]:
    try:
        with zipfile.ZipFile(path) as packed:
            return {PurePosixPath(name).suffix for name in packed.namelist()}
    except zipfile.BadZipFile:
        return {path.name}
