"""A notebook that was opened without its course says so in one sentence, in every notebook the same."""

from __future__ import annotations

import sys
from pathlib import Path

import nbformat
import pytest

ROOT = Path(__file__).resolve().parents[1]
NOTEBOOKS = sorted(
    path
    for folder in ("notebooks", "exercises", "readingroom/skeleton", "tests/tiny")
    for path in (ROOT / folder).rglob("*.ipynb")
    if ".ipynb_checkpoints" not in path.parts
)
SAYS = (
    "This notebook is one file of a course, which is not here. Get the whole course and start it as its README.md says "
    "(in VS Code: choose its .venv as the kernel)."
)


def opening_cell(path: Path) -> str:
    cells = nbformat.read(path, as_version=4).cells
    return next(cell.source for cell in cells if cell.cell_type == "code")


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_without_the_course_the_first_cell_ends_in_one_sentence_that_says_what_to_do(path, monkeypatch):
    for name in ("readingroom", "readingroom.notebook"):  # None: Python finds no such module
        monkeypatch.setitem(sys.modules, name, None)

    with pytest.raises(SystemExit) as ended:
        exec(opening_cell(path), {})

    assert ended.value.code == SAYS
    assert ended.value.__cause__ is None and ended.value.__suppress_context__


def test_the_exercise_that_a_teacher_begins_with_says_it_too():
    template = ROOT / "readingroom/cli/exercise_template/notebook.md"

    assert f'except ImportError: raise SystemExit("{SAYS}") from None' in template.read_text(encoding="utf-8")
