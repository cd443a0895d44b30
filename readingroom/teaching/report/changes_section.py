"""The report's part on what changed since the last run, from changes.csv."""

from __future__ import annotations

import html
from collections import Counter
from pathlib import Path

from ..counted import counted
from ..mark.changes import CHANGES, HEAD
from ..spreadsheets import reading, saved_as


def changes_part(folder: Path, with_names: bool) -> str:
    """Return the section; "" where nothing changed. Without names it counts the causes."""
    found = saved_as(folder / CHANGES)
    rows = [row for _, row in reading(found, *HEAD)] if found else []
    totals = [row for row in rows if row["what"] == "total"]
    if not totals:
        return ""
    head = f"<h2>Changed since the last run</h2><p>{counted(len(totals), 'student')}.</p>"
    return head + (_student_by_student(rows) if with_names else _causes(totals))


def _causes(totals: list[dict[str, str]]) -> str:
    counts = Counter(cause for row in totals for cause in row["why"].split("; "))
    rows = "".join(
        f"<tr><th scope='row'>{html.escape(cause)}</th><td class='number'>{count}</td></tr>"
        for cause, count in counts.most_common()
    )
    return (
        "<table><thead><tr><th scope='col'>Why</th><th scope='col' class='number'>Students</th></tr></thead>"
        f"<tbody>{rows}</tbody></table>"
    )


def _student_by_student(rows: list[dict[str, str]]) -> str:
    body = "".join(
        f"<tr><th scope='row'>{html.escape(row['name'] or row['id'])}</th><td>{html.escape(row['what'])}</td>"
        f"<td>{html.escape(row['before'])}</td><td>{html.escape(row['now'])}</td>"
        f"<td>{html.escape(row['why'])}</td></tr>"
        for row in rows
    )
    head = "".join(f"<th scope='col'>{word}</th>" for word in ("Student", "What", "Before", "Now", "Why"))
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
