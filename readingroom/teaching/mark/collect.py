"""The files that came in, from a folder or from a zip as Canvas and Moodle make it.

Nothing is unpacked to the disk, nothing is run.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

from ...content.errors import CourseError
from .folder_uploads import folder_uploads
from .upload import LARGEST, Upload
from .zip_uploads import zip_uploads

__all__ = ["LARGEST", "Upload", "uploads"]


def uploads(where: Path, out: Path | None = None) -> Iterator[Upload]:
    """Yield every file below `where` (a folder or a zip file), in the order of their names, each under its own name.

    What lies in `out`, the folder that an earlier run wrote into, is no hand-in.
    """
    if where.is_dir():
        written = f"{out.resolve().relative_to(where.resolve()).as_posix()}/" if out and _lies_in(out, where) else None
        yield from (each for each in folder_uploads(where) if not (written and each.name.startswith(written)))
    elif where.is_file() and _is_zip(where):
        yield from zip_uploads(where)
    else:
        raise CourseError(
            f"{where} is neither a folder nor a zip file; name the folder of the hand-ins, or the zip "
            "that Canvas or Moodle gives."
        )


def _lies_in(out: Path, where: Path) -> bool:
    return where.resolve() in out.resolve().parents


def _is_zip(where: Path) -> bool:
    """Say whether a file is a zip, though its end may be missing."""
    with where.open("rb") as file:
        return file.read(4) == b"PK\x03\x04" or zipfile.is_zipfile(where)
