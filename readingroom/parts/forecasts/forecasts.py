"""Forecasts of the text: a reader puts a probability on each, then sees its outcome and the score."""

from __future__ import annotations

from typing import Any

from ...content import models as m
from ...content.dates import written_date
from ...content.library import Library
from ...learning import brier
from ...learning.record import Record
from ..base.citations import citations, places, quoted
from ..base.frontend import module, styles
from ..base.persistence import SavingWidget
from ..base.prose import blocks, inline
from ..base.words import words_content

STYLES = ("base/ledger.css", "forecasts/forecasts.css")

GUESS = 0.5
"""The probability that a reader without any knowledge gives, for comparison."""

# How data/forecasts.toml turns wordings into numbers; its head gives the same table.
READINGS = [
    (0.95, f"{quoted('will')} without a hedge, {quoted('surely')}"),
    (
        0.8,
        f"{quoted('unlikely')}: 20 per cent for the thing itself, so 80 for its not happening, "
        "which is how we write the forecast",
    ),
    (0.75, quoted("likely")),
    (
        0.5,
        f"{quoted('may')}, {quoted('potential')}, a scenario that is named, a question: a possibility, "
        "with no lean either way",
    ),
]
# Said of the forecast, not of the thing: some forecasts say that a thing will not happen.
ENDED = {
    "happened": "Came true",
    "did not happen": "Did not come true",
    "partly": "Came true in part",
    "open": "Still open",
}
# The certainty levels of the quizzes and the shares of right answers (per cent) at which each of them pays best.
LEVELS = [
    {"level": 1, "name": "Not sure", "from": 0, "to": 67},
    {"level": 2, "name": "Fairly sure", "from": 67, "to": 80},
    {"level": 3, "name": "Very sure", "from": 80, "to": 100},
]


class Forecasts(SavingWidget):
    """Forecasts to put a probability on, their outcomes, and the scores."""

    _esm = module("forecasts/forecasts.js")
    _css = styles(*STYLES)


def forecasts(library: Library, record: Record) -> Forecasts:
    """Return the widget for all forecasts of the article."""
    return Forecasts(record, forecasts_content(library), ("probabilities", "answers"))


def forecasts_content(library: Library) -> dict[str, Any]:
    """Return what forecasts.js shows: plain values, prose as HTML."""
    return {
        "title": f"The forecasts of {written_date(library.article.date)}",
        "words": words_content(library),
        "forecasts": [forecast_content(library, f) for f in library.forecasts.values()],
        "guess": GUESS,
        "readings": [{"probability": p, "wording": wording} for p, wording in READINGS],
        "levels": LEVELS,
    }


def forecast_content(library: Library, forecast: m.Forecast) -> dict[str, Any]:
    """Return one forecast as forecasts.js takes it; `value` and the scores are None while it is open."""
    return {
        "id": forecast.id,
        "forecast": inline(library, forecast.forecast),
        "places": places(library, forecast.paragraphs),
        "by": written_date(forecast.by),
        "wording": inline(library, forecast.wording),
        "probability": forecast.probability,
        "outcome": forecast.outcome,
        "ended": ENDED[forecast.outcome],
        "value": brier.value(forecast.outcome),
        "articleScore": brier.score(forecast.probability, forecast.outcome),
        "guessScore": brier.score(GUESS, forecast.outcome),
        "how": blocks(library, forecast.how),
        "sources": citations(library, forecast.sources),
    }
