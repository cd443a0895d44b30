"""`check` on data/ways.toml: what it names exists."""

from __future__ import annotations

from pathlib import Path

import pytest

from readingroom.content.checks.course import faults
from readingroom.content.library import Library

BROKEN = {
    "a way that there is not": (
        'quiz = "opening"\nway = "short"',
        'quiz = "opening"\nway = "brief"',
        "items 1, way: there is no way 'brief'",
    ),
    "an item that there is not": (
        '"opening-markers"',
        '"opening-nothing"',
        "items 1, items: there is no item 'opening-nothing'",
    ),
    "a claim that there is not": ('"what-realism-says"', '"what-nobody-says"', "votes 1, claims: there is no claim"),
    "an item twice": (
        '"opening-markers"',
        '"opening-dating-the-text"',
        "opening-dating-the-text stands in several rows",
    ),
    "no usual way": ("usual = true\n", "", "way, usual: exactly one way is the usual one"),
    "a cell twice": ('["cell-31"]', '["cell-41"]', "01-opening, cell-41 stands in several rows"),
}


@pytest.mark.slow
@pytest.mark.parametrize("broken", BROKEN)
def test_what_is_wrong_with_the_ways_is_named(course, broken):
    old, new, says = BROKEN[broken]
    path = course / "data/ways.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")

    found = [str(fault) for fault in faults(Library(course)) if "ways.toml" in str(fault)]

    assert any(says in fault for fault in found), found


@pytest.mark.slow
def test_a_cell_that_the_lesson_lacks_is_named(course):
    (course / "notebooks").mkdir()
    source = Path(__file__).parents[2] / "notebooks/01-opening.ipynb"
    (course / "notebooks" / source.name).write_text(
        source.read_text(encoding="utf-8").replace('"cell-31"', '"cell-99"'), encoding="utf-8"
    )

    found = [str(fault) for fault in faults(Library(course)) if "ways.toml" in str(fault)]

    assert any("01-opening has no cell cell-31" in fault for fault in found), found
