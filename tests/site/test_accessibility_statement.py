"""The accessibility statement says what the tests found, all of it, and no more."""

from __future__ import annotations

import ast
import shutil
from pathlib import Path

import outcomes
import pytest

from readingroom.content.errors import ContentError
from readingroom.site.accessibility import DOORS, ENGINES, Statement
from readingroom.site.statement_page import NOTHING, statement_html

HERE = Path(__file__).resolve().parents[1] / "doors"
WHOLLY_ABOUT_IT = (
    "test_browser_accessible_pages.py",
    "test_browser_accessible_notebooks.py",
    "test_browser_teachers_pages.py",
)


@pytest.fixture
def statement(root):
    return Statement(root)


def functions_of(name: str) -> set[str]:
    tree = ast.parse((HERE / name).read_text(encoding="utf-8"))
    written = [each.name for each in tree.body if isinstance(each, ast.FunctionDef)]
    # One engine runs tests that were written for another.
    taken = [alias.name for each in tree.body if isinstance(each, ast.ImportFrom) for alias in each.names]
    return {f"{name}::{test}" for test in (*written, *taken) if test.startswith("test_")}


def test_every_test_that_the_statement_names_is_there(statement):
    there = {test for name in {test.partition("::")[0] for test in statement.tests} for test in functions_of(name)}

    assert [test for test in statement.tests if test not in there] == []


def test_every_test_of_accessibility_is_in_the_statement(statement):
    assert [
        test for name in WHOLLY_ABOUT_IT for test in sorted(functions_of(name)) if test not in statement.tests
    ] == []


def test_of_every_test_an_outcome_is_written_down_and_of_no_other(statement):
    assert list(statement.outcomes) == statement.tests
    assert {door.partition(" in ")[0] for doors in statement.outcomes.values() for door in doors} == set(DOORS)


def test_each_part_is_tried_in_each_engine_or_says_that_it_was_not(statement):
    page = statement_html(statement, "Course", "")

    tried = {door.partition(" in ")[2] for doors in statement.outcomes.values() for door in doors}
    assert tried == {"", *ENGINES[1:]}
    assert page.count(f"</strong> {NOTHING}</dd>") == sum(
        not any(statement.result(part, f"{door} in {engine}") for door in DOORS)
        for part in statement.parts
        for engine in ENGINES[1:]
    )


def test_every_failure_has_its_reason_and_what_to_do_instead(statement):
    failing = [test for test, doors in statement.outcomes.items() if "fails" in doors.values()]

    assert sorted(failing) == sorted(each.test for each in statement.ours if each.test)


def test_a_page_names_a_failure_in_its_row_and_above(statement):
    test = next(
        test for test in statement.tests if sum(test in criterion.tests for criterion in statement.criteria) == 1
    )
    statement.outcomes[test] = {"plain pages": "fails"}

    said = statement_html(statement, "Reading Room", "")

    assert "In 1 place of the table a test fails" in said and said.count("<td>fails</td>") == 1


def test_what_was_heard_is_said_with_its_tool_page_and_day_and_that_nobody_who_depends_on_it_has_tried(statement):
    page = statement_html(statement, "Course", "")

    for row in statement.heard:
        assert f"<dt>{row.tool}, {row.page}, {row.on}</dt>" in page
    assert statement.heard and "nobody of them has tried the course yet" in page


def test_the_issue_tracker_is_named_once_the_course_has_an_address(statement):
    assert "no public address" in statement_html(statement, "Reading Room", "")
    assert 'href="https://code.example/course/issues"' in statement_html(
        statement, "Reading Room", "https://code.example/course"
    )


@pytest.mark.parametrize(
    "nodeid, door",
    [
        ("tests/test_browser_accessible_pages.py::test_x[light]", "plain pages"),
        ("test_browser_site.py::test_x", "plain pages"),
        ("tests/test_browser_course.py::test_x[notebook-chart]", "Notebook 7"),
        ("tests/test_browser_quiz.py::test_x[notebook7-order]", "Notebook 7"),
        ("tests/test_browser_course.py::test_x[lab-JupyterLab Dark]", "JupyterLab"),
        ("tests/test_browser_exercises.py::test_x", "JupyterLab"),
        ("tests/test_browser_live.py::test_x[JupyterLab Dark]", "JupyterLite"),
        ("tests/test_front_ends.py::test_a_lesson_in_voila", "Voila"),
    ],
)
def test_a_test_is_about_the_door_it_looks_at(nodeid, door):
    assert outcomes.place(nodeid)[1] == door


def test_an_outcome_that_is_not_as_written_is_named(root, tmp_path, statement):
    (tmp_path / "data").mkdir()
    for suffix in ("toml", "json"):
        shutil.copy(root / f"data/accessibility.{suffix}", tmp_path / "data")
    test = next(test for test, doors in statement.outcomes.items() if doors == {"plain pages": "passes"})
    run = outcomes.Ended(tmp_path)
    run.note(f"tests/{test}[light]", "failed")
    run.note(f"tests/{test}[dark]", "passed")
    run.note("tests/test_other.py::test_that_is_not_named", "failed")

    assert run.differing() == [f"{test} in plain pages: fails, but written is passes"]
    run.write()
    assert run.differing() == []
    assert Statement(tmp_path).outcomes == {**statement.outcomes, test: {"plain pages": "fails"}}


def test_a_misspelt_field_of_the_statement_is_named(root, tmp_path):
    shutil.copytree(root / "data", tmp_path / "data")
    path = tmp_path / "data/accessibility.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("says = ", "sais = ", 1), encoding="utf-8")

    with pytest.raises(ContentError, match="sais"):
        Statement(tmp_path)
