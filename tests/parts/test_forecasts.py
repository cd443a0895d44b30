"""Forecasts: what a probability is worth, and how the article's wording is read as one."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
import stand_in

from readingroom.content import models as m
from readingroom.content.dates import written_date
from readingroom.content.library import Library
from readingroom.learning import brier
from readingroom.learning.certainty import marks
from readingroom.learning.progress import calibration
from readingroom.learning.record import Record
from readingroom.parts.base.frontend import source
from readingroom.parts.forecasts.forecasts import (
    ENDED,
    GUESS,
    LEVELS,
    READINGS,
    forecast_content,
    forecasts,
    forecasts_content,
)

ROOT = Path(__file__).resolve().parents[2]
SCORES = [
    (1.0, "happened", 0.0),
    (0.0, "happened", 1.0),
    (0.7, "happened", 0.09),
    (0.7, "did not happen", 0.49),
    (0.5, "partly", 0.0),
    (0.9, "partly", 0.16),
    (0.5, "did not happen", 0.25),
    (0.4, "open", None),
]
ANSWERS = [
    {"certainty": 3, "fraction": 1.0},
    {"certainty": 3, "fraction": 0.5},
    {"certainty": 1, "fraction": 0.0},
    {"fraction": 1.0},
    {"certainty": 7, "fraction": 1.0},
]
needs_node = pytest.mark.skipif(not shutil.which("node"), reason="needs node to run the front end's own sums")


@pytest.mark.parametrize(("probability", "outcome", "worth"), SCORES)
def test_a_score_is_the_squared_distance_from_what_happened(probability, outcome, worth):
    assert brier.score(probability, outcome) == (None if worth is None else pytest.approx(worth))


def test_the_mean_leaves_open_forecasts_out():
    assert brier.mean_score([(0.5, "happened"), (1.0, "happened"), (0.0, "open")]) == pytest.approx(0.125)


def test_nothing_scored_has_no_mean():
    assert brier.mean_score([(0.5, "open")]) is None


@needs_node
def test_the_front_end_scores_as_the_package_does():
    values = [[probability, brier.value(outcome)] for probability, outcome, _ in SCORES]
    found = front_end("forecasts/brier.js", f"{json.dumps(values)}.map(([p, v]) => brierScore(p, v))")
    assert found == [None if worth is None else pytest.approx(worth) for *_, worth in SCORES]


@needs_node
def test_the_front_end_calibrates_as_the_package_does():
    found = front_end("forecasts/brier.js", f"calibration({json.dumps(ANSWERS)})")
    assert {int(level): tuple(row) for level, row in found.items()} == calibration(ANSWERS)


@needs_node
@pytest.mark.parametrize(
    ("typed", "share"),
    [("70", 0.7), (" 7,5 % ", 0.075), ("0", 0), ("100", 1), ("", None), ("101", None), ("-1", None), ("likely", None)],
)
def test_a_typed_probability_is_read_in_per_cent(typed, share):
    assert front_end("forecasts/brier.js", f"parseProbability({json.dumps(typed)})") == (
        None if share is None else pytest.approx(share)
    )


@pytest.mark.parametrize(
    ("date", "words"), [("1991", "1991"), ("1991-08", "August 1991"), ("1991-08-09", "9 August 1991")]
)
def test_a_date_is_written_as_precisely_as_it_is_known(date, words):
    assert written_date(date) == words


def test_an_open_forecast_is_shown_without_scores():
    shown = forecast_content(library(), forecast("open"))
    assert (shown["value"], shown["articleScore"], shown["guessScore"]) == (None, None, None)


def test_a_forecast_is_shown_with_the_scores_of_the_article_and_of_a_guesser():
    shown = forecast_content(library(), forecast("did not happen"))
    assert shown["articleScore"] == pytest.approx(0.9025)
    assert shown["guessScore"] == pytest.approx(GUESS**2)


def test_every_number_the_article_was_given_is_in_the_table_of_wordings():
    assert {f.probability for f in Library(ROOT).forecasts.values()} <= {probability for probability, _ in READINGS}


def test_every_forecast_of_the_course_is_shown():
    course = Library(ROOT)
    assert [f["id"] for f in forecasts_content(course)["forecasts"]] == list(course.forecasts)


@pytest.mark.parametrize(("lower", "upper"), [(1, 2), (2, 3)])
def test_levels_of_certainty_part_where_their_marks_are_worth_the_same(lower, upper):
    cut = next(level["to"] for level in LEVELS if level["level"] == lower)
    exact = {67: 2 / 3, 80: 0.8}[cut]
    assert marks(exact, lower) == pytest.approx(marks(exact, upper))


def test_probabilities_of_the_record_are_there_when_the_forecasts_open(tmp_path):
    record = Record(tmp_path)
    record.append([{"what": "probability", "forecast": "oil-wont-bind", "value": 0.7, "locked": True}])
    kept = forecasts(Library(ROOT), record).state["probabilities"]["oil-wont-bind"]
    assert (kept["value"], kept["locked"]) == (0.7, True)


def forecast(outcome):
    return m.Forecast(
        id="f",
        claim="c",
        paragraphs=["opening-1"],
        forecast="It will rain.",
        by="2003-12",
        wording="will",
        probability=0.95,
        outcome=outcome,
        how="So.",
    )


def library():
    return stand_in.library()


def front_end(name, expression):
    ran = subprocess.run(
        ["node", "--input-type=module"],
        input=f"{source(name)}\nconsole.log(JSON.stringify({expression}));",
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return json.loads(ran.stdout)


def test_an_outcome_is_said_of_the_forecast_whether_or_not_it_denies_something():
    assert set(ENDED.values()) == {"Came true", "Did not come true", "Came true in part", "Still open"}
