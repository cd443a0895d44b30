"""`check` on data/turns.toml: each step can be worked out, stands in its lesson, and is marked as it should be."""

from __future__ import annotations

from pathlib import Path

import pytest

from readingroom.content.library import Library
from readingroom.content.turns import QUIZ, worked

TINY = Path(__file__).parents[1] / "tiny"
FILE = "data/turns.toml"

# (what stands there, what to put in its place, how the fault goes on after the file and the record)
BROKEN = {
    "a series that is not there": (
        'series = "people", columns',
        'series = "cows", columns',
        "table series: there is no",
    ),
    "a column that is not there": ('["total", "enslaved"]', '["total", "free"]', "table columns: series people has no"),
    "a row that is not there": ('["1850", "1860"]', '["1850", "1865"]', "table dates: series people has nothing for"),
    "a figure that is not there": (
        'answer = "{series:people.enslaved:1860} / 1000000"',
        'answer = "{series:people.enslaved:1865} / 1000000"',
        "question answer: {series:people.enslaved:1865}: series people has nothing for 1865",
    ),
    "no paragraph": ('paragraphs = ["founding-1"]', "paragraphs = []", "question paragraphs: names no paragraph"),
    "an id of its own for the question": ('id = "turn-people-1860"', 'id = "slaves"', "question id: is 'slaves'"),
    "a place too many to fill": ("""fill = ['"enslaved"']""", """fill = ['"enslaved"', "2"]""", "given: has 1 places"),
    "lines that are no Python": (
        '\'people = founding.data("people") ',
        '\'people = founding.data("people" ',
        "given: makes no Python",
    ),
    "a cell that stands in no notebook": (
        "/ 1e6      # which column?",
        "/ 1e6      # which one?",
        "given: stand in no cell of a notebook, or in several",
    ),
    "a last line that checks another step": (
        "/ 1e6', 'founding.check(\"people-1860\", answer)']",
        "/ 1e6', 'founding.check(\"people-1850\", answer)']",
        'plain: must end in a line with .check("people-1860", …)',
    ),
    "a mistake that counts as right": (
        'value = "{series:people.total:1860} / 1000000"',
        'value = "{series:people.enslaved:1860} / 1000001"',
        "question mistake 1: lies within the tolerance, so that it counts as right",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_wrong_with_a_step_is_named_with_its_field(found, name):
    before, after, says = BROKEN[name]

    assert any(fault.startswith(f"{FILE}, turn people-1860, {says}") for fault in found(before, after))


def test_a_check_in_a_notebook_that_names_no_step_is_named_with_its_cell(found):
    result = found('\\"people-1860\\", answer', '\\"people-1850\\", answer', "notebooks/01-founding.ipynb")

    assert any("source: there is no turn 'people-1850'" in fault for fault in result)


def test_the_name_under_which_answers_are_kept_is_no_quizs(found):
    result = found('id = "all-of-it"', 'id = "turns"', "data/course.toml")

    assert any(fault.startswith(f"{FILE}: a quiz or a section is called 'turns'") for fault in result)


def test_the_answer_is_worked_out_from_the_data_and_the_usual_slips_are_foreseen():
    [item] = Library(TINY).items(QUIZ)

    assert (item.answer, [mistake.value for mistake in item.mistake]) == ("3.95", ["31.443321", "-3.95376"])


def test_what_fills_the_dots_takes_their_places_in_order_and_the_remarks_go():
    assert worked(["a = ...", "b = ... + a   # what?"], ["1", "2"]) == ["a = 1", "b = 2 + a"]
