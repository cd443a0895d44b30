"""The chart that answers what is asked of a chart of trade, and what the page's controls need to ask."""

from __future__ import annotations

from typing import Any

import msgspec

from ...content import models as m
from ...content.errors import CourseError
from ...content.library import Library
from .asking import Asked, Question, asked_of, years_known
from .label_text import format_number
from .selection import chart_line


def asked_chart(library: Library, about: m.Chart, asked: Asked) -> m.Chart:
    """Return chart `about` as it is asked for: what is drawn, its table, its sources and its finding follow."""
    ask = about.ask
    assert ask  # asked_of has seen to it
    view: Any = asked.view
    lines = [
        m.ChartLine(
            series=partner.series,
            column=partner.columns[view],
            label=partner.label,
            who=partner.who,
            emphasis=partner.id == ask.tests,
        )
        for partner in ask.partner
        if partner.id in asked.partners and view in partner.columns
    ]
    tests_claim = asked.measure == "share" and ask.tests in asked.partners
    levels = [level for level in about.threshold if tests_claim and level.panel == ask.panel]
    made = msgspec.structs.replace(
        about,
        line=lines,
        panel=[],
        unit=ask.units[view],
        start=str(asked.since),
        end=str(asked.until),
        divided_by=ask.divided_by if asked.measure == "value" else 1,
        threshold=[msgspec.structs.replace(level, panel="") for level in levels],
        guess=None,
        caution="",
    )
    return msgspec.structs.replace(made, finding=_finding(library, made))


def call_of(about: m.Chart, asked: Asked, caller: str) -> str:
    """Return the call of a notebook's cell that shows this view."""
    partners = ", ".join(f'"{name}"' for name in asked.partners)
    return (
        f'{caller}.chart("{about.id}", partners=[{partners}], flow="{asked.flow}", measure="{asked.measure}", '
        f"since={asked.since}, until={asked.until})"
    )


def ask_content(library: Library, about: m.Chart, question: Question, caller: str = "") -> dict[str, Any] | None:
    """Return what ask-controls.js shows: what can be asked, and what is; None where the chart shows one thing."""
    if not about.ask:
        if not question.is_open:
            asked_of(library, about, question)
        return None
    first, last = years_known(library, about.ask)
    asked = asked_of(library, about, question)
    return {
        "partners": [{"id": p.id, "label": p.label, "views": sorted(p.columns)} for p in about.ask.partner],
        "tests": about.ask.tests,
        "first": first,
        "last": last,
        "asked": msgspec.to_builtins(asked),
        "caller": caller,
    }


def _finding(library: Library, made: m.Chart) -> str:
    """Return the last figures in a sentence, the largest first; CourseError where there are none to draw."""
    drawn = [chart_line(library.table(line.series), made, line) for line in made.line]
    ended = [(line.known[-1], line) for line in drawn if line.known]
    if not ended:
        who = ", ".join(line.label for line in made.line)
        raise CourseError(
            f"chart {made.id!r}: of {who} nothing is known from {made.start} to {made.end}. Ask for more years, or for "
            "another partner."
        )
    year = max(date for (date, _), _ in ended)
    last = sorted(((value, line) for (date, value), line in ended if date == year), key=lambda each: -each[0])
    figures = ", ".join(f"{line.label} {format_number(value, line.decimals)}" for value, line in last)
    return f"In {year}: {figures} {made.unit}"
