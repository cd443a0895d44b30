"""The column of the last lesson: its figures are the table's, but for the one claim that it gets wrong."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest

from readingroom.content.library import Library

ROOT = Path(__file__).resolve().parents[2]
TABLE = "us-goods-trade"


@pytest.fixture(scope="module")
def column():
    cells = nbformat.read(ROOT / "notebooks/08-a-new-text.ipynb", as_version=4).cells
    quoted = [line for cell in cells for line in cell.source.splitlines() if line.startswith(">")]
    return "\n".join(quoted)


@pytest.fixture(scope="module")
def year():
    """The row of a year, by column."""
    table = Library(ROOT).table(TABLE)
    return lambda date: {column: table.value(column, date) for column in COLUMNS}


COLUMNS = ["exports_japan", "imports_japan", "imports_germany", "exports_world", "imports_world", "share_japan"]


def both_ways(row, partner):
    return row[f"exports_{partner}"] + row[f"imports_{partner}"]


def test_shares_and_amounts_are_the_tables(column, year):
    then, now = year("1992"), year("2022")

    assert 14.5 < then["share_japan"] < 15 and "almost 15 per cent" in column
    assert 4 < now["share_japan"] < 4.5 and "little more than 4 per cent" in column
    assert f"{both_ways(now, 'japan') / 1000:.0f} billion dollars went back and forth in 2022" in column
    assert f"against {both_ways(then, 'japan') / 1000:.0f} billion in 1992" in column
    assert f"stood at {year('1996')['exports_japan'] / 1000:.0f} billion dollars in 1996" in column


def test_the_fall_of_2009_was_almost_a_third(column, year):
    fall = 1 - year("2009")["imports_japan"] / year("2008")["imports_japan"]

    assert 0.3 < fall < 1 / 3 and "fell by almost a third in a single year" in column


def test_the_false_claim_is_false(column, year):
    higher = [y for y in range(1997, 2023) if year(str(y))["exports_japan"] > year("1996")["exports_japan"]]

    assert higher[0] == 2012 and higher[-1] == 2022
    assert "they have never again been as high" in column


def test_the_loose_claims_are_loose_and_no_more(column, year):
    times = both_ways(year("2022"), "world") / both_ways(year("1992"), "world")
    germany_ahead = [y for y in range(2017, 2023) if year(str(y))["imports_germany"] > year(str(y))["imports_japan"]]

    assert 5 < times < 5.5 and "almost six times as large" in column
    assert germany_ahead == [2021] and "Lately America buys more even from Germany" in column
