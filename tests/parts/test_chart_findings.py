"""The line above each figure says what the data say, in words too: "twice", "a third", "came back"."""

from __future__ import annotations

from pathlib import Path

import pytest

from readingroom.content.library import Library

COURSE = Library(Path(__file__).resolve().parents[2])


def _of(series, column):
    return dict(COURSE.table(series).points(column))


def _trade(column):
    return _of("us-goods-trade", column)


def _partner(column):
    return _of("russia-partners", column)


RUSSIA = _trade("share_russia")
MIRROR, OWN = _of("russia-us-trade", "share_mirror"), _of("russia-us-trade", "share_russian_data")
GROWTH, BRENT = _of("growth", "russia"), _of("brent", "price")
BRITAIN = _of("exports-to-gdp", "britain")
BARRELS = _of("us-oil-from-russia", "barrels")
RUSSIAN, AMERICAN, SAUDI = (_of("oil-liquids", name) for name in ("russia", "us", "saudi_arabia"))
ROUBLE = _of("rouble-1998", "official")

# What the words say, as what must hold of the figures.
HOLDS = {
    "trade-shares": [round(RUSSIA["2002"], 1) == 0.5, round(RUSSIA["2013"], 1) == 1.0],
    "trade-partners": [
        round(_trade("share_germany")["2003"] / RUSSIA["2003"]) == 9,
        round(_trade("share_japan")["2003"] / RUSSIA["2003"]) == 15,
    ],
    "whose-customs": [OWN["2003"] < 5 < MIRROR["2003"]],
    "trade-since": [
        3.7 < _trade("total_russia")["2011"] / _trade("total_russia")["2003"] < 4,
        round(5 * _trade("imports_russia")["2011"] / _trade("total_russia")["2011"]) == 4,
    ],
    "share-since": [1.9 < RUSSIA["2011"] / RUSSIA["2003"] < 2.2, RUSSIA["2022"] < RUSSIA["2003"]],
    "gdp-gap": [],
    "military-gap": [],
    "oil-price": [round(1 - BRENT["1998"] / BRENT["1997"], 2) == 0.33, BRENT["2000"] > BRENT["1997"]],
    "growth": [
        sum(GROWTH[str(year)] for year in range(1991, 1998)) < 5 * GROWTH["1998"],
        all(GROWTH[str(year)] > 0 for year in range(1999, 2004)),
    ],
    "inflation": [_of("inflation", "russia")["1999"] > 5 * _of("inflation", "russia")["1997"]],
    "rouble-1998": [ROUBLE["1998-12-31"] > 3 * ROUBLE["1998-08-14"]],
    "warheads": [len(COURSE.charts["warheads"].panel) == 3],
    "treaty-ceilings": [
        _of("treaty-ceilings", "start")["2001"]
        > _of("treaty-ceilings", "sort_high")["2012"]
        > _of("treaty-ceilings", "new_start")["2018"]
    ],
    "investment": [abs(_of("us-investment", "all_forms")["2003-09"] - 6) < 0.5],
    "who-counts-investment": [],
    "russia-partners": [
        _partner("share_germany")["2003"] > 2 * OWN["2003"],
        _partner("share_china")["2019"] > 2 * max(_partner("share_germany")["2019"], OWN["2019"]),
    ],
    "oil-from-russia": [7 <= BARRELS["2021"] / BARRELS["2001"] < 8],
    "oil-rank": [_of("oil-output", "russia_rank")["2003"] == 2],
    "oil-liquids": [RUSSIAN["2003"] < AMERICAN["2003"] < SAUDI["2003"], RUSSIAN["2004"] > AMERICAN["2004"]],
    "export-weight": [abs(BRITAIN["1880"] - BRITAIN["2003"]) < 3, abs(BRITAIN["1913"] - BRITAIN["2003"]) < 3],
    "japan-and-germany": [1.7 < _trade("imports_japan")["2022"] / _trade("exports_japan")["2022"] < 2],
    "japan-share": [_trade("share_japan")["1992"] > _trade("share_japan")["2022"]],
}


def test_every_chart_of_the_course_says_its_finding_in_a_short_line():
    said = {name: COURSE.text(chart.finding) for name, chart in COURSE.charts.items()}

    assert set(said) == set(HOLDS)
    assert {name: text for name, text in said.items() if not 20 < len(text) < 140 or "{" in text} == {}


@pytest.mark.parametrize("name", HOLDS)
def test_what_the_words_say_holds_of_the_figures(name):
    assert all(HOLDS[name])
