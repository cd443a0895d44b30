"""Checks of the records that all sections share: sources, events, people and terms."""

from __future__ import annotations

import re
from collections import Counter
from typing import get_args

from .. import models as m
from .collector import Collector
from .dates import check_date, is_loose_date
from .references import check_record

_YEAR = re.compile(r"-(1[5-9]\d\d|20\d\d)\Z")
_ADDRESS = re.compile(r"https?://[^\s/.]+(?:\.[^\s/.]+)+\.?(?:/\S*)?")
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
        for row in collector.rows(name, table, model):
            check_record(collector, file, f"{table} {row.id}", row)
            if isinstance(row, m.Source):
                _check_source(collector, file, row)
            if isinstance(row, m.Event):
                _check_event(collector, file, row)
    _check_markers(collector)
    _check_names(collector)


def is_address(text: str) -> bool:
    """Whether `text` is the address of a page."""
    return _ADDRESS.fullmatch(text) is not None


def _check_source(collector: Collector, file: str, source: m.Source) -> None:
    if not source.url and not source.author:
        message = "has neither an address nor an author: nobody could find it"
        collector.add(file, f"source {source.id}", "url", message)
    if not source.kind:
        message = f"says not who speaks; write one of {', '.join(get_args(m.SourceKind))}"
        collector.add(file, f"source {source.id}", "kind", message)
    if source.url and not is_address(source.url):
        collector.add(file, f"source {source.id}", "url", f"{source.url!r} is no address; it begins with https://")
    if source.date and not is_loose_date(source.date):
        message = f"{source.date!r} holds no date that could be: a year has four digits, a day is written 2003-10-31"
        collector.add(file, f"source {source.id}", "date", message)


def _check_event(collector: Collector, file: str, event: m.Event) -> None:
    label = f"event {event.id}"
    check_date(collector, file, label, "start", event.start)
    check_date(collector, file, label, "end", event.end or "")
    # An end known to the year only is compared with the year of the start.
    if event.end and event.end < event.start[: len(event.end)]:
        collector.add(file, label, "end", f"{event.end} lies before the start, {event.start}")
    named = _YEAR.search(event.id)
    if named and not event.start[:4] <= named[1] <= (event.end or event.start)[:4]:
        message = f"{event.start} is not in the year that the id names; change one of the two"
        collector.add(file, label, "start", message)
    if not event.sources and not event.unverified:
        collector.add(file, label, "sources", "has no source, and does not say that it is unverified")


def _check_markers(collector: Collector) -> None:
    markers = Counter(event.marker for event in collector.events if event.marker)
    course = collector.course
    for year in course.markers if course else []:
        if course and collector.events and not markers[year]:
            collector.add("data/events.toml", "", "marker", f"no event carries {course.text}'s marker {year}")


def _check_names(collector: Collector) -> None:
    """Check that no word stands for two terms: a text could lead to one of them only."""
    owners: dict[str, str] = {}
    for term in collector.rows("glossary", "term", m.Term):
        for name in (term.term, *term.aliases):
            owner = owners.setdefault(name.lower(), term.id)
            if owner != term.id:
                message = f"{name!r} stands for {owner} already"
                collector.add("data/glossary.toml", f"term {term.id}", "aliases", message)
