"""No line of the package is longer than what two files side by side leave: the linters wrap code, not remarks."""

from __future__ import annotations

from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "readingroom"
LONGEST = 120


@pytest.mark.parametrize("language", ["py", "js", "css"])
def test_no_line_is_too_long(language):
    files = sorted(PACKAGE.rglob(f"*.{language}"))

    too_long = [
        f"{file.relative_to(PACKAGE)}:{number}"
        for file in files
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1)
        if len(line) > LONGEST
    ]

    assert files and too_long == []
