"""Series as tables of pandas, for a reader's own hands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...content.series import Table

if TYPE_CHECKING:
    import pandas as pd


def frame(table: Table) -> pd.DataFrame:
    """Return `table` with its computed columns; unknown figures are NaN, years are numbers, other dates are text.

    `attrs` holds `title`, `units` (column -> unit), `labels` (column -> what it measures) and `sources`.
    """
    import pandas as pd  # 0.7 s that drawing does not need

    about = table.about
    yearly = about.date == "year"
    index = pd.Index([int(date) if yearly else date for date in table.dates], name="year" if yearly else "date")
    if not isinstance(pd.DataFrame, type):  # in a browser without pandas a stand-in says so
        return pd.DataFrame()
    from .figures_frame import FiguresTable

    made = FiguresTable(table.values, index=index, dtype="float64")
    columns = [table.column(name) for name in table.values]
    made.attrs = {
        "title": about.title,
        "units": {c.id: c.unit for c in columns},
        "labels": {c.id: c.label for c in columns},
        "sources": list(about.sources),
    }
    return made
