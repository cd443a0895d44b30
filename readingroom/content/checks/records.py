"""Checks of the records that all sections share: sources, events, people and terms."""

from __future__ import annotations

from collections import Counter
from functools import partial

from .. import models as m
from .collector import Collector
from .references import check_record

SharedRecord = m.Source | m.Event | m.Person | m.Term
SHARED: tuple[tuple[str, str, type[SharedRecord]], ...] = (
    ("sources", "source", m.Source),
    ("events", "event", m.Event),
    ("people", "person", m.Person),
    ("glossary", "term", m.Term),
)


def check_shared_records(collector: Collector) -> None:
    """Check data/sources.toml, events.toml, people.toml and glossary.toml."""
    for name, table, model in SHARED:
        file = f"data/{name}.toml"
        rows: list[SharedRecord] = collector.read(partial(collector.library.rows, name, table, model), [])
        collector.duplicates(file, table, [row.id for row in rows])
        for row in rows:
            check_record(collector, file, f"{table} {row.id}", row)
            if isinstance(row, m.Source):
                _check_source(collector, file, row)
            if isinstance(row, m.Event):
                _check_event(collector, file, row)
    _check_markers(collector)


def _check_source(collector: Collector, file: str, source: m.Source) -> None:
    if not source.url and not source.author:
        message = "has neither an address nor an author: nobody could find it"
        collector.add(file, f"source {source.id}", "url", message)


def _check_event(collector: Collector, file: str, event: m.Event) -> None:
    label = f"event {event.id}"
    # An end known to the year only is compared with the year of the start.
    if event.end and event.end < event.start[: len(event.end)]:
        collector.add(file, label, "end", f"{event.end} lies before the start, {event.start}")
    if not event.sources and not event.unverified:
        collector.add(file, label, "sources", "has no source, and does not say that it is unverified")


def _check_markers(collector: Collector) -> None:
    markers = Counter(event.marker for event in collector.events.values() if event.marker)
    course = collector.course
    for year in course.markers if course else []:
        if course and collector.events and not markers[year]:
            collector.add("data/events.toml", "", "marker", f"no event carries {course.text}'s marker {year}")
