"""A bundle as one zip file, the same bytes every time, or as a folder."""

from __future__ import annotations

import zipfile
from pathlib import Path

from ...content.errors import CourseError
from .bundle import Files

_LONG_AGO = (1980, 1, 1, 0, 0, 0)


def pack(files: Files, out: Path, name: str) -> Path:
    """Write `files` as out/NAME.zip, below a folder called NAME; return the path."""
    path = out / f"{name}.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as bundle:
        for inside, content in files.items():
            entry = zipfile.ZipInfo(f"{name}/{inside}", _LONG_AGO)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            bundle.writestr(entry, content)
    return path


def unpack(files: Files, out: Path, name: str) -> Path:
    """Write `files` as the folder out/NAME, which must be new or empty; return it."""
    folder = out / name
    if folder.is_dir() and any(folder.iterdir()):
        raise CourseError(
            f"{folder} holds files already, perhaps somebody's work; give another --out or clear it yourself."
        )
    for inside, content in files.items():
        path = folder / inside
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder
