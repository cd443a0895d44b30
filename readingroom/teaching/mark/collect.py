"""The files that came in, from a folder or from a zip as Canvas and Moodle make it.

Nothing is unpacked to the disk, nothing is run.
"""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import msgspec

from ...content.errors import CourseError

LARGEST = 2_000_000  # bytes; a hand-in of thirty tasks has some twenty thousand
_OF_THE_SYSTEM = {".DS_Store", "Thumbs.db", "desktop.ini"}


class Upload(msgspec.Struct, frozen=True):
    """A file as it was handed in: its place below the folder, its text, or why it could not be read."""

    name: str
    text: str
    problem: str = ""


def uploads(where: Path) -> Iterator[Upload]:
    """Yield every file below `where` (a folder or a zip file), in the order of their names."""
    if where.is_dir():
        yield from _from_folder(where)
    elif zipfile.is_zipfile(where):
        yield from _from_zip(where)
    else:
        raise CourseError(
            f"{where} is neither a folder nor a zip file; name the folder of the hand-ins, or the zip "
            "that Canvas or Moodle gives."
        )


def _from_folder(where: Path) -> Iterator[Upload]:
    home = where.resolve()
    for name in sorted(_names(where)):
        path = where / name
        if not path.resolve().is_relative_to(home) or not path.is_file():
            yield Upload(name, "", "it is a link that leads elsewhere, and was not followed")
            continue
        try:
            yield _read(name, path.stat().st_size, path.read_bytes)
        except OSError as error:
            yield Upload(name, "", f"it cannot be opened ({error.strerror})")


def _names(where: Path) -> Iterator[str]:
    """The places of all files below a folder, links among them."""
    for folder, inner, files in os.walk(where):
        linked = [name for name in inner if os.path.islink(os.path.join(folder, name))]
        for name in (*files, *linked):
            place = Path(folder, name).relative_to(where).as_posix()
            if not _passed_over(place):
                yield place


def _from_zip(where: Path) -> Iterator[Upload]:
    with zipfile.ZipFile(where) as packed:
        for entry in sorted(packed.infolist(), key=lambda entry: entry.filename):
            if entry.is_dir() or _passed_over(entry.filename):
                continue
            try:
                yield _read(entry.filename, entry.file_size, partial(packed.read, entry))
            except (OSError, zipfile.BadZipFile, RuntimeError, NotImplementedError) as error:
                yield Upload(entry.filename, "", f"it cannot be unpacked ({error})")


def _read(name: str, size: int, read: Callable[[], bytes]) -> Upload:
    if size > LARGEST:
        return Upload(name, "", f"it has {size:,} bytes, far more than a hand-in, and was not read")
    content = read()
    if content.startswith(b"PK\x03\x04"):
        return Upload(name, "", "it is a zip file; unpack it and lay what is in it beside the others")
    try:
        return Upload(name, content.decode("utf-8"))
    except UnicodeDecodeError:
        return Upload(name, "", "it is not text in UTF-8")


def _passed_over(name: str) -> bool:
    parts = name.split("/")
    return parts[-1] in _OF_THE_SYSTEM or parts[0] == "__MACOSX" or parts[-1].startswith("._")
