"""Minutes: what things take, and that no lesson's way is longer than it may be."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from readingroom.content.library import Library
from readingroom.learning import minutes
from readingroom.learning.lesson_steps import minutes_on, steps_of
from readingroom.learning.way_lengths import length_faults, lengths


@pytest.fixture(scope="module")
def taken(root):
    return lengths(Library(root))


def test_180_words_take_a_minute():
    assert minutes.reading_seconds("word " * 180) == 60


def test_an_address_and_signs_of_markup_are_no_words():
    assert minutes.words("## See **two** [words](https://example.org/a/b)") == 3


def test_a_paragraph_of_the_text_is_read_twice():
    assert minutes.paragraph_seconds(936) == 120  # 180 words of 5.2 letters


def test_minutes_are_never_fewer_than_it_takes():
    assert minutes.whole_minutes(61) == 2


def test_each_constant_has_its_reason():
    source = Path(minutes.__file__).read_text(encoding="utf-8")

    without = [name for name in minutes.SECONDS if not re.search(rf'"{name}": \d+,  # \w', source)]

    assert without == []


@pytest.mark.parametrize("number, way, most", [(0, "short", 25), (1, "standard", 60)])
def test_no_lesson_takes_longer_than_its_way_may(taken, number, way, most):
    assert {lesson: each[number] for lesson, each in taken.items() if each[number] > most} == {}


def test_a_longer_way_never_takes_less(taken):
    assert [lesson for lesson, each in taken.items() if each != sorted(each)] == []


def test_the_deep_way_is_as_long_as_all_there_is(root):
    library = Library(root)
    steps = steps_of(library, "01-opening")

    assert minutes_on(steps, 2) == minutes_on(steps, 99)


def test_every_short_quiz_has_five_questions_and_every_standard_one_eight_to_ten(root):
    library = Library(root)
    counts = {}
    for section in library.sections:
        short, more = (
            [i for row in library.way_items if (row.quiz, row.way) == (section, way) for i in row.items]
            for way in ("short", "standard")
        )
        counts[section] = (len(short), len(short) + len(more))

    assert {s: n for s, n in counts.items() if n[0] != 5 or not 8 <= n[1] <= 10} == {}


def test_every_section_has_a_guess_and_a_turn_on_the_standard_way_alone(root):
    library = Library(root)
    guesses = {}
    for section in library.sections.values():
        acts = [act for step in steps_of(library, section.lesson) for act in step.acts]
        turns = [rank for (place, name), rank in acts if place == "answers" and name.startswith("turn-")]
        guesses[section.id] = (
            [rank for (place, _), rank in acts if place == "guesses"].count(1),
            turns.count(1),
        )

    assert {section: counts for section, counts in guesses.items() if counts != (1, 1)} == {}


def test_a_way_that_is_too_long_is_a_fault_that_says_by_how_much(course):
    (course / "notebooks").mkdir()
    for path in (Path(__file__).parents[2] / "notebooks").glob("01-*.ipynb"):
        (course / "notebooks" / path.name).write_bytes(path.read_bytes())
    ways = course / "data/ways.toml"
    ways.write_text(ways.read_text(encoding="utf-8").replace("most = 25", "most = 10"), encoding="utf-8")

    found = [str(fault) for fault in length_faults(Library(course))]

    assert len(found) == 1
    assert re.search(r"way short.*01-opening takes \d+ minutes on this way, \d+ too many", found[0])


def test_a_course_without_ways_has_no_lengths(root):
    assert lengths(Library(root / "tests/tiny")) == {}
