"""A row or a column that there is not is answered in words, by pandas and by plain rows alike."""

from __future__ import annotations

import pandas as pd
import pytest

from readingroom.content.errors import CourseError
from readingroom.content.models import Column, Series
from readingroom.content.series import Table
from readingroom.parts.base.dataframe import frame
from readingroom.parts.base.plain_rows import plain_rows
from readingroom.parts.base.unknown_figure import unknown_column


def table(dates: tuple[str, ...] = ("2001", "2002", "2004"), date: str = "year") -> Table:
    columns = [Column(id=name, label=name, unit="tons") for name in ("wheat", "oats")]
    about = Series(id="corn", title="Corn", about="Corn.", date=date, vintage="2020", sources=[], column=columns)
    values = {"wheat": [1.0, 2.0, 4.0][: len(dates)], "oats": [None, 20.0, 40.0][: len(dates)]}
    return Table(about, list(dates), values, [])


@pytest.fixture
def corn():
    return frame(table())


@pytest.mark.parametrize(
    ("slip", "says"),
    [
        (lambda corn: corn.loc["2002"], "write 2002 without quotation marks"),
        (lambda corn: corn.loc["2002", "wheat"], "write 2002 without quotation marks"),
        (lambda corn: corn.loc["1999"], "This table goes from 2001 to 2004"),
        (lambda corn: corn.loc[2003], "no row 2003. This table goes from 2001 to 2004 and has not every year between"),
        (lambda corn: corn.loc["wheat"], r"'wheat' is a column, and the row comes first: .* .loc\[2004, 'wheat'\]"),
        (lambda corn: corn.loc["wheat", 2002], r"the row comes first: write .loc\[2002, 'wheat'\]"),
        (lambda corn: corn.loc[2002, "Wheat"], "did you mean 'wheat'"),
        (lambda corn: corn.loc[2002, "WHEAT"], "did you mean 'wheat'"),
        (lambda corn: corn.loc[2001 - 2004, "wheat"], "with a colon: 2001:2004"),
        (lambda corn: corn.loc[2002, "wheat", "oats"], r"one row and one column: .loc\[2002, 'wheat'\]"),
        (lambda corn: corn[2002, "wheat"], r"together need .loc: write .loc\[2002, 'wheat'\]"),
        (lambda corn: corn["wheat", 2002], r"write .loc\[2002, 'wheat'\]"),
        (lambda corn: corn[2001:2002, "wheat"], r"write .loc\[2001:2002, 'wheat'\]"),
        (lambda corn: corn["wheat", "oats"], r"two columns .* \[\['wheat', 'oats'\]\]"),
        (lambda corn: corn["wheat"].loc[2002, "wheat"], r"one column already, .* alone: .loc\[2002\]"),
        (lambda corn: corn.loc[2002].loc[2002, "wheat"], r"one row already, .* alone: .loc\['wheat'\]"),
        (lambda corn: corn.loc[2002]["whaet"], "did you mean 'wheat'"),
        (lambda corn: corn[2002], r"2002 is a row. .* a row is .loc\[2002\]"),
        (lambda corn: corn["2002"], r"a row is .loc\[2002\]"),
        (lambda corn: corn[["wheat", "oat"]], "no column 'oat'; did you mean 'oats'"),
        (lambda corn: corn["wheat"]["2002"], "without quotation marks"),
        (lambda corn: corn["wheat"].loc[1999], "no row 1999"),
        (lambda corn: corn.loc(2002), r"square brackets: write .loc\[2002\]"),
        (lambda corn: corn.loc[2001:2002]["barley"], "The columns are wheat, oats"),
        (lambda corn: corn["wheat"][2001:2004], "a stretch of years needs .loc: write .loc.2001:2004"),
        (lambda corn: corn[2001:2002], "a stretch of years needs .loc"),
        (lambda corn: corn.loc[min], r"names no row; a row is .loc\[2004\]"),
        (lambda corn: corn.loc[2002].to_frame().T["whea"], "did you mean 'wheat'"),
    ],
)
def test_a_slip_with_a_table_of_years_is_answered_in_words(corn, slip, says):
    with pytest.raises(CourseError, match=says):
        slip(corn)


@pytest.mark.parametrize(
    ("slip", "says"),
    [
        (lambda days: days.loc["1998-08-16"], "the nearest are '1998-08-15' and '1998-08-18'"),
        (lambda days: days.loc[1998], "dates are text in this table, .* as in '1998-08-15'"),
        (lambda days: days["wheat"].loc["1998-08-19"], "the nearest are '1998-08-18'.$"),
        (lambda days: days.loc["18.8.1998"], "A date is written as '1998-08-18'"),
    ],
)
def test_a_slip_with_a_table_of_days_is_answered_in_words(slip, says):
    with pytest.raises(CourseError, match=says):
        slip(frame(table(("1998-08-15", "1998-08-18"), "day")))


@pytest.mark.parametrize(
    ("slip", "says"),
    [
        (lambda rows: rows["2002"], r"without quotation marks, as in rows\[2002\]"),
        (lambda rows: rows[2002, "wheat"], r"write rows\[2002\]\['wheat'\]"),
        (lambda rows: rows[2002]["2002"], r"a row is rows\[2002\]"),
        (lambda rows: rows[2003], "no row 2003"),
        (lambda rows: rows["wheat"], "the row comes first"),
        (lambda rows: rows[2002]["whaet"], "did you mean 'wheat'"),
        (lambda rows: rows[...], "three dots still stand"),
        (lambda rows: rows[2002][...], "three dots still stand"),
    ],
)
def test_a_slip_with_plain_rows_is_answered_in_words(slip, says):
    with pytest.raises(CourseError, match=says):
        slip(plain_rows(table()))


def test_plain_rows_hold_what_the_table_of_pandas_holds():
    assert plain_rows(table())[2001] == {"wheat": 1.0, "oats": None}


@pytest.mark.parametrize(
    ("slip", "says"),
    [
        (lambda corn: corn["wheat"].Mean(), r"did you mean .mean\(\)"),
        (lambda corn: corn["wheat"].average(), r"did you mean .mean\(\)"),
        (lambda corn: corn.trues(), "there is no .trues here"),
    ],
)
def test_a_work_that_a_table_cannot_do_is_answered_with_the_one_that_was_meant(corn, slip, says):
    with pytest.raises(AttributeError, match=says):
        slip(corn)


def test_half_of_a_columns_name_is_answered_with_the_names_that_begin_so():
    with pytest.raises(CourseError, match="did you mean 'sort_low' or 'sort_high'"):
        raise unknown_column("sort", ["start", "sort_low", "sort_high"])


def test_the_error_is_a_key_error_as_pandas_and_python_expect(corn):
    assert corn.get("barley") is None
    with pytest.raises(KeyError):
        corn.loc["2002"]


@pytest.mark.parametrize(
    "work",
    [
        lambda corn: corn.loc[2001:2002, ["wheat", "oats"]].mean().round(1).to_dict(),
        lambda corn: (corn["wheat"] > 1).sum(),
        lambda corn: corn.assign(both=corn["wheat"] + corn["oats"]).loc[2002, "both"],
        lambda corn: corn.iloc[0, 0] + corn.at[2002, "wheat"],
        lambda corn: corn.sort_values("wheat").idxmax().to_dict(),
        lambda corn: pd.concat([corn, corn]).groupby(level=0).sum().loc[2002].to_dict(),
        lambda corn: corn.merge(corn, left_index=True, right_index=True).shape,
        lambda corn: corn.loc[lambda table: table["wheat"] > 1].shape,
        lambda corn: corn.loc[..., "wheat"].tolist(),
        lambda corn: corn._repr_html_(),
    ],
)
def test_in_all_else_it_is_a_table_of_pandas(corn, work):
    assert work(corn) == work(pd.DataFrame(corn))


def test_a_mask_of_other_rows_is_answered_by_pandas_itself(corn):
    with pytest.raises(pd.errors.IndexingError, match="Unalignable"):
        corn.loc[pd.Series([True], index=[1999])]


def test_a_new_column_and_a_new_figure_can_be_written(corn):
    corn["both"] = corn["wheat"] + corn["oats"]
    corn.loc[2002, "both"] = 5

    assert corn["both"].loc[2002] == 5
    assert corn.attrs["units"] == {"wheat": "tons", "oats": "tons"}
