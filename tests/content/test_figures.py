"""Figures as they are read from the series, referred to in prose, and computed from each other."""

from __future__ import annotations

import math

import pytest

from readingroom.content import models as m
from readingroom.content.errors import ContentError
from readingroom.content.expressions import evaluate
from readingroom.content.references import UnknownReferenceError, number, resolve
from readingroom.content.series import read_series

ABOUT = m.Series(
    id="goods",
    title="Goods",
    about="What was sold.",
    vintage="2003",
    sources=[],
    date="month",
    column=[
        m.Column(id="sold", label="sold", unit="dollars", decimals=1),
        m.Column(id="all", label="all", unit="dollars", decimals=0),
    ],
    sum=[m.Sum(id="both", label="both", of=["sold", "all"], unit="dollars")],
    share=[m.Share(id="part", label="part", part=["sold"], whole=["all"], of="all")],
)
ROWS = "1998-11,1,4\n1998-12,2,\n1999-01,,8\n1999-02,5,0\n1999-03,-12345.68,10\n"


@pytest.fixture
def table(tmp_path):
    (tmp_path / "data/series").mkdir(parents=True)
    (tmp_path / "data/series/goods.csv").write_text(f"date,sold,all\n{ROWS}")
    return read_series(tmp_path, ABOUT)


@pytest.fixture
def table_of(table):
    return {"goods": table}.__getitem__


def test_a_share_is_a_percentage_and_unknown_where_a_part_or_the_whole_is_unknown_or_nothing(table):
    assert table.values["part"] == [25.0, None, None, None, pytest.approx(-123456.8)]


def test_a_sum_is_unknown_where_one_of_its_parts_is(table):
    assert table.values["both"] == [5, None, None, 5, pytest.approx(-12335.68)]


@pytest.mark.parametrize(
    "start, end, dates",
    [
        ("", "9999", ["1998-11", "1998-12", "1999-02", "1999-03"]),
        ("1998-12", "1999-02", ["1998-12", "1999-02"]),
        ("1998", "1998", ["1998-11", "1998-12"]),  # a year as an end takes all its months in
    ],
)
def test_points_are_the_known_figures_from_the_start_to_the_end(table, start, end, dates):
    assert [date for date, _ in table.points("sold", start, end)] == dates


@pytest.mark.parametrize("cell", ["inf", "nan", "1,5", "x"])
def test_a_cell_is_a_finite_number_or_a_fault(tmp_path, table, cell):
    (tmp_path / "data/series/goods.csv").write_text(f'date,sold,all\n1998-11,"{cell}",4\n')

    with pytest.raises(ContentError, match=r"row 2 \(1998-11\), sold: .* is not a number"):
        read_series(tmp_path, ABOUT)


@pytest.mark.parametrize(
    "reference, written, value",
    [
        ("{series:goods.sold:1998-11}", "1.0", 1.0),
        ("{series:goods.sold:1999-03}", "\N{MINUS SIGN}12,345.7", -12345.7),
        ("{series:goods.sold:1999-03/1000}", "\N{MINUS SIGN}12.3", -12.3),
        ("{series:goods.part:1998-11}", "25.00", 25.0),
        ("{series:goods.part:1998-11~0}", "25", 25.0),
        ("{series:goods.sold:1999-03~0}", "\N{MINUS SIGN}12,346", -12346.0),
        ("{series:goods.sold:1999-03/1000~0}", "\N{MINUS SIGN}12", -12.0),
        ("{series:goods.sold:1999-03~-2}", "\N{MINUS SIGN}12,300", -12300.0),
    ],
)
def test_a_reference_is_written_and_counts_with_the_decimals_of_its_column_or_its_own(
    table_of, reference, written, value
):
    assert resolve(f"It was {reference}.", table_of) == f"It was {written}."
    assert number(reference, table_of) == value


@pytest.mark.parametrize(
    "text, says",
    [
        ("{series:good.sold:1998-11}", "there is no series 'good'"),
        ("{series:goods.sol:1998-11}", "series goods has no column 'sol'; it has sold, all, both, part"),
        ("{series:goods.sold:2001}", "series goods has nothing for 2001"),
        ("{series:goods.sold:1999-01}", "nothing is known of sold in 1999-01; leave the figure out"),
        ("{series:goods}", "is not of the form {series:ID.COLUMN:DATE}"),
        ("some", "'some' is neither a number nor a reference to one"),
    ],
)
def test_a_reference_to_nothing_says_why(table_of, text, says):
    with pytest.raises(UnknownReferenceError) as raised:
        number(text, table_of)

    assert says in str(raised.value)


@pytest.mark.parametrize(
    "expression, value",
    [
        ("7 - 2 * 3", 1),
        ("-(2 + 3) / 4", -1.25),
        ("min(2, 1, 3) + max(2, 1, 3)", 4),
        ("max(5, 4) - min(7, 9)", -2),
        ("{series:goods.sold:1999-03} / {series:goods.all:1999-03}", -1234.568),
    ],
)
def test_an_expression_has_the_value_of_its_arithmetic(table_of, expression, value):
    assert math.isclose(evaluate(expression, table_of), value)


@pytest.mark.parametrize("expression", ["100{}", "100 {}", "{}100", "{} {}", "{}{}", "1.{}", "min{}"])
def test_a_figure_that_touches_another_is_no_longer_number(table_of, expression):
    with pytest.raises(UnknownReferenceError, match="cannot be worked out"):
        evaluate(expression.replace("{}", "{series:goods.sold:1999-03}"), table_of)
