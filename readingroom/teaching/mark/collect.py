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


def uploads(where: Path) -> Iterator[Upload]:
    """Yield every file below `where` (a folder or a zip file), in the order of their names, each under its own name."""
    if where.is_dir():
        yield from folder_uploads(where)
    elif where.is_file() and _is_zip(where):
        yield from zip_uploads(where)
    else:
        raise CourseError(
            f"{where} is neither a folder nor a zip file; name the folder of the hand-ins, or the zip "
            "that Canvas or Moodle gives."
        )


def _is_zip(where: Path) -> bool:
    """Say whether a file is a zip, though its end may be missing."""
    with where.open("rb") as file:
        return file.read(4) == b"PK\x03\x04" or zipfile.is_zipfile(where)
