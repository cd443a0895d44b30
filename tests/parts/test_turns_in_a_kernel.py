"""The learner's cells of all lessons run in a kernel, with their solutions put in, and each is judged right."""

from __future__ import annotations

import shutil
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from readingroom.content.library import Library

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def executed(tmp_path_factory):
    """All cells that open something, and all of the learner's with their solutions, after a kernel has run them."""
    course = tmp_path_factory.mktemp("course")
    shutil.copytree(ROOT / "data", course / "data")
    turns = Library(ROOT).turns
    cells = []
    for path in sorted((ROOT / "notebooks").glob("*.ipynb")):
        for cell in nbformat.read(path, as_version=4).cells:
            name = cell.metadata.get("readingroom", {}).get("your_turn")
            if cell.cell_type != "code" or (name is None and " = open_" not in cell.source):
                continue
            source = "\n".join(turns[name].solution) if name else cell.source
            cells.append(nbformat.v4.new_code_cell(source, metadata=cell.metadata))
    notebook = nbformat.v4.new_notebook(cells=cells)
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(course)}}).execute()
    return notebook


@pytest.mark.slow
def test_each_step_is_judged_right_with_its_solution(executed, library):
    said = {
        cell.metadata["readingroom"]["your_turn"]: cell.outputs[0].data["text/plain"]
        for cell in executed.cells
        if cell.metadata.get("readingroom", {}).get("your_turn")
    }

    assert set(said) == set(library.turns)
    assert {name: text for name, text in said.items() if not text.startswith("\N{CHECK MARK} Right.")} == {}


@pytest.mark.slow
def test_the_learners_charts_are_drawn(executed):
    drawn = [cell for cell in executed.cells if "plotly" in cell.source]

    assert len(drawn) == 3
    assert all("application/vnd.plotly.v1+json" in cell.outputs[-1].data for cell in drawn)
