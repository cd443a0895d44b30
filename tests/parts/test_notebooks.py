"""The lessons stay thin, clean and true; that they run is nbval's to say."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import nbformat
import pytest

from readingroom.content.library import Library

ROOT = Path(__file__).resolve().parents[2]
LESSONS = sorted((ROOT / "notebooks").glob("*.ipynb"))
NOTEBOOKS = [*LESSONS, *sorted((ROOT / "exercises").glob("*.ipynb"))]
SECTION_LESSONS = LESSONS[1:7]
each_notebook = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
each_section_lesson = pytest.mark.parametrize("path", SECTION_LESSONS, ids=lambda path: path.name)


def cells(path: Path, kind: str) -> list:
    return [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == kind]


def prose(path: Path) -> str:
    return "\n\n".join(cell.source for cell in cells(path, "markdown"))


def test_there_is_a_lesson_for_each_section_one_before_two_after_and_a_page_on_pandas(library):
    assert [path.stem for path in LESSONS] == [
        "00-start-here",
        *(s.lesson for s in library.sections.values()),
        "07-looking-back",
        "08-a-new-text",
        "09-pandas-in-ten-lines",
    ]


@each_notebook
def test_a_notebook_is_valid_and_stores_no_outputs(path):
    notebook = nbformat.read(path, as_version=4)

    nbformat.validate(notebook)
    assert [
        cell.id for cell in notebook.cells if cell.cell_type == "code" and (cell.outputs or cell.execution_count)
    ] == []
    assert set(notebook.metadata) == {"kernelspec", "language_info"}


def is_own(cell) -> bool:
    """Whether a cell is the learner's own, to change."""
    return "your_turn" in cell.metadata.get("readingroom", {})


@each_notebook
def test_a_code_cell_has_one_or_two_lines_and_a_learners_own_no_more_than_four(path):
    # The first cell also says what is missing where the course is not there.
    first, *others = cells(path, "code")
    most = [(first.source, 3), *((cell.source, 4 if is_own(cell) else 2) for cell in others)]

    assert [source for source, lines in most if len(source.splitlines()) > lines] == []


@each_section_lesson
def test_a_section_lesson_has_two_steps_for_the_learners_own_hand(path):
    assert sum(".check(" in cell.source for cell in cells(path, "code") if is_own(cell)) == 2


@each_notebook
def test_a_learners_own_cell_bears_the_name_of_its_step_and_only_such_a_cell_has_a_check(path):
    named = [(cell.metadata.get("readingroom", {}).get("your_turn"), cell.source) for cell in cells(path, "code")]

    assert [source for name, source in named if name and f'.check("{name}", ' not in source] == []
    assert [source for name, source in named if not name and ".check(" in source] == []


@each_notebook
def test_a_cell_cannot_be_deleted_by_a_slip(path):
    assert [
        cell.id for cell in nbformat.read(path, as_version=4).cells if cell.metadata.get("deletable") is not False
    ] == []


@each_notebook
def test_no_dollar_sign_makes_mathematics_of_prose(path):
    assert "$" not in prose(path)


@each_notebook
def test_markdown_cells_are_short(path):
    assert [cell.source[:40] for cell in cells(path, "markdown") if len(cell.source.split()) > 170] == []


@each_notebook
def test_every_call_is_led_into_by_prose(path):
    kinds = [cell.cell_type for cell in nbformat.read(path, as_version=4).cells]

    assert ("code", "code") not in set(itertools.pairwise(kinds))


@each_notebook
def test_every_figure_in_the_prose_equals_the_figure_in_the_data(path, library: Library):
    for cell in cells(path, "markdown"):
        figures = [library.text(reference) for reference in cell.metadata.get("readingroom", {}).get("figures", [])]

        assert [figure for figure in figures if figure not in cell.source] == []


@each_notebook
def test_no_decimal_is_typed_that_no_series_holds(path):
    library = Library(ROOT)
    for cell in cells(path, "markdown"):
        about = cell.metadata.get("readingroom", {})
        declared = {library.text(reference).lstrip("\N{MINUS SIGN}") for reference in about.get("figures", [])} | set(
            about.get("typed", {})
        )
        typed = set(re.findall(r"(?<![\w./-])\d[\d,]*\.\d+(?![\w./-]*\.)", re.sub(r"\(http\S+\)", "", cell.source)))

        assert typed - declared == set(), cell.source[:80]


@each_section_lesson
def test_a_section_lesson_goes_the_whole_way(path):
    code = "\n".join(cell.source for cell in cells(path, "code"))
    steps = [".before()", ".read()", ".timeline()", ".chart(", ".claims()", ".quiz()", ".write()", ".record()"]

    assert [step for step in steps if step not in code] == []
    assert [code.index(step) for step in steps[:2]] == sorted(code.index(step) for step in steps[:2])


@each_section_lesson
def test_a_section_lesson_holds_one_chart_back_for_a_guess(path):
    assert any("predict=True" in cell.source for cell in cells(path, "code"))


@pytest.mark.parametrize("path", SECTION_LESSONS, ids=lambda path: path.name)
def test_a_section_lesson_names_the_four_habits(path):
    text = prose(path).lower()

    assert [habit for habit in ("sourcing", "context", "corroboration", "close reading") if habit not in text] == []


@each_notebook
def test_links_between_notebooks_lead_somewhere(path):
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", prose(path))

    assert [link for link in links if not (path.parent / link).exists()] == []


def test_lessons_ask_for_charts_and_quizzes_that_exist(library):
    code = "\n".join(cell.source for path in NOTEBOOKS for cell in cells(path, "code"))

    assert set(re.findall(r'\.chart\("([^"]+)"', code)) <= set(library.charts)
    assert set(re.findall(r'\.data\("([^"]+)"', code)) <= set(library.series)
