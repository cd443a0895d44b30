"""A notebook that Jupyter, or a browser, would not take is told with its cell and its field."""

from __future__ import annotations

import json

import pytest

from readingroom.content.checks.notebook_form import form_faults

FILE = "notebooks/00-begin.ipynb"


@pytest.mark.parametrize(
    "before, after, says",
    [
        ('"outputs": []', '"outputs": null', "cell 2, outputs: is not what a notebook has there: None is not of type"),
        ('"id": "cell-03"', '"id": ["cell-03"]', "cell 3, id: is no text"),
        (
            '"id": "cell-03"',
            '"id": "cell 03"',
            "cell 3, id: is not what a notebook has there: 'cell 03' does not match",
        ),
        ('"execution_count": null', '"execution_count": "1"', "cell 2, execution_count"),
        ('"deletable": false', '"deletable": false, "tags": "x"', "cell 1, metadata.tags"),
        ('"deletable": false', '"width": Infinity', "this is no notebook: Infinity is no number that a browser reads"),
        ('"deletable": false', '"width": NaN', "this is no notebook: NaN is no number"),
    ],
)
def test_a_notebook_that_jupyter_would_not_take_is_a_fault_with_its_place(found, before, after, says):
    result = found(before, after)

    assert len(result) == 1
    assert result[0].startswith(FILE) and says in result[0]


def test_what_our_own_checks_say_of_a_cell_is_not_said_again_in_jupyters_words(found):
    result = found('"cell_type": "markdown"', '"cell_type": "prose"')

    assert [line for line in result if "what a notebook has there" in line] == []
    assert len(result) == 1


def test_a_sound_notebook_has_no_fault(root):
    notebooks = [*(root / "notebooks").glob("*.ipynb"), *(root / "exercises").glob("*.ipynb")]

    assert {path.name: [*form_faults(json.loads(path.read_text(encoding="utf-8")))] for path in notebooks} == {
        path.name: [] for path in notebooks
    }
