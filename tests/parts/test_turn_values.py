"""What a beginner's cell hands over is read as an answer, or answered in words; nobody meets a traceback."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from readingroom.parts.turns.values import handed

TABLE = pd.DataFrame({"a": [1.5, 2.5], "b": [3.5, float("nan")]}, index=[2002, 2003])


@pytest.mark.parametrize(
    ("value", "response"),
    [
        (3, 3),
        (3.0, 3),
        (0.1 + 0.2, 0.3),
        (np.float64(0.5), 0.5),
        (np.int64(9), 9),
        (np.array([7]), 7),
        (TABLE["a"].loc[2002:2002], 1.5),
        (TABLE.loc[2002:2002, ["a"]], 1.5),
        ([4], 4),
        ({"x": 4}, 4),
        (" 3,7 % ", "3,7 %"),
    ],
    ids=str,
)
def test_one_number_or_text_is_an_answer_in_whatever_it_is_wrapped(value, response):
    assert handed(value).response == response


@pytest.mark.parametrize(
    ("value", "says"),
    [
        (..., "three dots are still there"),
        ("...", "three dots are still there"),
        (None, "leave print out"),
        ("  ", "empty text"),
        (True, "yes-or-no"),
        (np.bool_(True), "yes-or-no"),
        (TABLE, "whole table, of 2 rows and 2 columns"),
        (TABLE["a"], r"a column of 2 values.* or make one number of them, as .mean\(\)"),
        (TABLE["a"] > 2, r"True or False for each of 2 rows.* \(\N{HORIZONTAL ELLIPSIS}\).sum\(\)"),
        (TABLE.loc[2002], "a row of 2 values"),
        (TABLE["a"].mean, r"brackets are missing: .mean\(\)"),
        ([1, 2], "handed over 2 values"),
        ((-8, 67), "a point: -8.67, and not -8,67"),
        ((2.5, 3.5), "handed over 2 values; the question asks for one"),
        ([], "handed over 0 values"),
        (TABLE.loc[2003, "b"], "nothing is known"),
        (float("inf"), "divided by zero"),
        (1j, "You handed over a complex"),
        (slice(1), "You handed over a slice"),
    ],
    ids=str,
)
def test_what_is_no_answer_is_told_what_it_is(value, says):
    with pytest.raises(AssertionError, match=says):
        raise AssertionError(handed(value).says)
