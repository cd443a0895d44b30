"""What of the course a browser is given.

The package without the teacher's side, the lessons, the exercises without their key.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2]
# The extension that opens a lesson ready.
OPENING = PACKAGE / "lab/labextensions/readingroom"
# A browser neither teaches nor builds nor sets up.
_NOT_THERE = {"teaching", "site", "cli", "lab", "skeleton", "__main__.py", "__pycache__"}
_NOT_FOR_STUDENTS = shutil.ignore_patterns("key", "class", "plans", "pictures", ".*")
WITHOUT_PANDAS = Path(__file__).with_name("without_pandas.py")


def package_files() -> Iterable[tuple[str, bytes]]:
    """Yield the files of the package that a lesson's cell can reach, by their name in a wheel."""
    for path in sorted(PACKAGE.rglob("*")):
        inside = path.relative_to(PACKAGE)
        if path.is_file() and not _NOT_THERE & set(inside.parts):
            yield f"{PACKAGE.name}/{inside.as_posix()}", path.read_bytes()


def lay(root: Path, into: Path) -> None:
    """Lay lessons, exercises and data below `into`, as a learner may see them."""
    for folder in ("notebooks", "exercises", "data"):
        shutil.copytree(root / folder, into / folder, ignore=_NOT_FOR_STUDENTS)
