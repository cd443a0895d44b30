"""What tests of the checks share: the tiny course with one thing in it changed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from readingroom.content.checks.course import faults
from readingroom.content.library import Library

TINY = Path(__file__).parents[1] / "tiny"


@pytest.fixture
def found(request, tmp_path):
    """The faults of the tiny course after `before` in a file, by default the module's FILE, has become `after`."""
    shutil.copytree(TINY, tmp_path, dirs_exist_ok=True)

    def edit(before: str, after: str, file: str = request.module.FILE) -> list[str]:
        text = (tmp_path / file).read_text(encoding="utf-8")
        assert before in text
        (tmp_path / file).write_text(text.replace(before, after, 1), encoding="utf-8")
        return [str(fault) for fault in faults(Library(tmp_path))]

    return edit
