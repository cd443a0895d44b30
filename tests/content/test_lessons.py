"""A lesson goes by the name of its file and by that of what it hands in, whatever command asks."""

from __future__ import annotations

from pathlib import Path

import pytest

from readingroom.content.lessons import hand_in_name, lesson_names
from readingroom.content.library import Library

LIBRARY = Library(Path(__file__).resolve().parents[2])
NAMES = [
    *((section.lesson, section.id) for section in LIBRARY.sections.values()),
    ("07-looking-back", "whole"),
]


@pytest.mark.parametrize("file, quiz", NAMES)
def test_both_names_of_a_lesson_lead_to_its_file_and_to_its_hand_ins(file, quiz):
    names = lesson_names(LIBRARY)

    assert (names[file], names[quiz]) == (file, file)
    assert (hand_in_name(LIBRARY, file), hand_in_name(LIBRARY, quiz)) == (quiz, quiz)


def test_a_name_that_no_lesson_goes_by_stays_as_it_was_given():
    assert hand_in_name(LIBRARY, "no-lesson") == "no-lesson"
