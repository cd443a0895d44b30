"""Checks of the lessons' and exercises' notebooks: they can be opened, store no outputs, and name what there is."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Any

from ..fingerprints import FILE as FINGERPRINTS
from ..lessons import IN_ORDER
from ..notebook_cells import cells_of, code_cells, notebook_of, source_of
from .collector import Collector
from .notebook_calls import Named, named, python
from .notebook_figures import FIELD, figure_problems
from .notebook_form import form_faults
from .other_files import listed
from .values import value_faults

_NAMED = {
    "open_section": "section",
    "open_exercise": "exercise",
    "chart": "chart",
    "quiz": "quiz",
    "write": "quiz",
    "data": "series",
    "rows": "series",
    "check": "turn",
}
_KINDS = ("markdown", "code", "raw")


def check_notebooks(collector: Collector) -> None:
    """Check every notebook, and that each section has its lesson; a copy without lessons has none to check."""
    for name in listed(collector, "exercises", ".ipynb"):
        _check_notebook(collector, f"exercises/{name}.ipynb")
    if not (collector.library.root / "notebooks").is_dir():
        return
    for name in listed(collector, "notebooks", ".ipynb"):
        _check_notebook(collector, f"notebooks/{name}.ipynb")
    _check_sentences(collector)
    for section in collector.sections.values():
        file = f"notebooks/{section.lesson}.ipynb"
        if Path(section.lesson).name != section.lesson or not (collector.library.root / file).exists():
            message = f"there is no notebook {file}"
            collector.add("data/article.toml", f"section {section.id}", "lesson", message)
        elif not IN_ORDER.match(section.lesson):
            message = f"{section.lesson!r} has no place among the lessons; begin it with two digits, as 02-{section.id}"
            collector.add("data/article.toml", f"section {section.id}", "lesson", message)


def _check_sentences(collector: Collector) -> None:
    """Check that each sentence which a plain page says otherwise still stands in a notebook."""
    sentences = collector.read(lambda: collector.library.page_sentences, [])
    names = [f"notebooks/{name}.ipynb" for name in listed(collector, "notebooks", ".ipynb")]
    notebooks = [collector.read(partial(cells_of, collector.library.root, name), None) for name in names]
    if None in notebooks:
        return
    cells = (cell for notebook in notebooks for cell in notebook or () if isinstance(cell, dict))
    words = " ".join(" ".join((source_of(cell) or "").split()) for cell in cells)
    for number, sentence in enumerate(sentences, start=1):
        if " ".join(sentence.notebook.split()) not in words:
            collector.add("data/pages.toml", f"sentence {number}", "notebook", "stands in no notebook any more")


def _check_notebook(collector: Collector, file: str) -> None:
    known = len(collector.faults)
    notebook = collector.read(partial(notebook_of, collector.library.root, file), {})
    cells = notebook.get("cells", [])
    for number, cell in enumerate(cells, start=1):
        problems = list(_cell_faults(cell))
        if isinstance(cell, dict):
            problems += [(FIELD, message) for message in figure_problems(collector.library, cell)]
        for field, message in problems:
            collector.add(file, f"cell {number}", field, message)
    ids = [cell["id"] for cell in cells if isinstance(cell, dict) and isinstance(cell.get("id"), str)]
    for name in sorted({name for name in ids if ids.count(name) > 1}):
        collector.add(file, f"cell {name}", "id", f"stands {ids.count(name)} times")
    if cells and not any(isinstance(cell, dict) and cell.get("cell_type") == "code" for cell in cells):
        collector.add(file, "", "cells", "has no cell of code, so that it shows nothing")
    for number, source in code_cells(cells):
        try:
            python(source)
        except SyntaxError as error:
            collector.add(file, f"cell {number}", "source", f"is no Python: {error}")
        for each in named(source):
            _check_named(collector, file, f"cell {number}", each)
    if len(collector.faults) == known:
        for record, field, message in form_faults(notebook):
            collector.add(file, record, field, message)


def _check_named(collector: Collector, file: str, record: str, found: Named) -> None:
    """Check that what a cell names is there."""
    what = _NAMED.get(found.call)
    if what and found.name is not None:
        collector.unknown(file, record, "source", [found.name], _known(collector, what), what)
    if found.call == "copy" and not (collector.library.root / FINGERPRINTS).is_file():
        collector.add(FINGERPRINTS, "", "", f"the file is missing; {file} looks for the paragraphs in a reader's copy")


def _known(collector: Collector, what: str) -> Iterable[str] | None:
    if what == "quiz":
        return collector.quiz_ids
    if what in ("chart", "turn"):
        return collector.ids(f"{what}s", what)
    return listed(collector, "exercises/tasks", ".toml") if what == "exercise" else collector.known[what]


def _cell_faults(cell: Any) -> list[tuple[str, str]]:
    if not isinstance(cell, dict):
        return [("", "is no cell")]
    found = []
    if cell.get("cell_type") not in _KINDS:
        found.append(("cell_type", f"is {cell.get('cell_type')!r}; one of: {', '.join(_KINDS)}"))
    if not isinstance(cell.get("metadata"), dict):
        found.append(("metadata", "is missing"))
    if not isinstance(cell.get("id", ""), str):
        found.append(("id", "is no text"))
    source = cell.get("source")
    if source_of(cell) is None:
        found.append(("source", "is missing, or is no text"))
    elif not str(source_of(cell)).strip():
        found.append(("source", "the cell is empty"))
    if cell.get("cell_type") == "code":
        for field in ("outputs", "execution_count"):
            if field not in cell:
                found.append((field, "is missing"))
            elif cell[field]:
                found.append((field, "a notebook of the course stores no outputs; clear them before you save"))
    return [*found, *((f"source{path}", says) for path, says in value_faults(source))]
