"""What a learner types is understood as people write it."""

from __future__ import annotations

import pytest

from readingroom.learning.text_answers import normalise, parse_number


@pytest.mark.parametrize(
    "typed, plain",
    [
        ("  The State-Duma! ", "state duma"),
        ("a coup", "coup"),
        ("An arms race", "arms race"),
        ("the", "the"),
        ("Café Żółw", "cafe zo w"),
        ("Gorbachev's", "gorbachevs"),
        ("Gorbachev\N{RIGHT SINGLE QUOTATION MARK}s", "gorbachevs"),
    ],
)
def test_words_lose_what_does_not_count(typed, plain):
    assert normalise(typed) == plain


@pytest.mark.parametrize(
    "typed, number",
    [
        ("1,5", 1.5),
        ("1,234", 1234),
        ("1,234,567", 1234567),
        ("1234,567", 1234.567),
        ("0,125", 0.125),
        ("1.234,5", 1234.5),
        ("1,234.5", 1234.5),
        ("12 345", 12345),
        ("about 3.5 billion", 3.5),
        ("US$ 3.5", 3.5),
        ("~ 7 per cent", 7),
        ("\N{MINUS SIGN}2%", -2),
        ("+.5", 0.5),
        (3, 3),
        (True, None),
        (None, None),
        ([1], None),
        ("", None),
        ("1-2", None),
        ("twelve", None),
    ],
)
def test_numbers_are_read_as_people_write_them(typed, number):
    assert parse_number(typed) == number
