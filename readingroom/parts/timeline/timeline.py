"""The timeline: events as timeline.js draws and lists them."""

from __future__ import annotations

from calendar import isleap, monthrange
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import traitlets

from ...content import models as m
from ...content.dates import written_date
from ...content.library import Library
from ...learning.record import Record
from ..base.citations import citations, places
from ..base.frontend import module, styles
from ..base.prose import inline
from ..base.widget import Widget
from ..base.words import words_content

STYLES = ("timeline/timeline.css",)

RELATIONS = {
    "named": "in {text}",
    "alluded": "alluded to in {text}",
    "background": "background",
    "afterwards": "after {text}",
}
PRECISIONS = {4: "year", 7: "month", 10: "day"}


class Timeline(Widget):
    """Events in lanes and as a list, filtered by theme, section and years."""

    _esm = module("timeline/timeline.js")
    _css = styles(*STYLES)
    content = traitlets.Dict().tag(sync=True)


def timeline(library: Library, record: Record, section: str | None) -> Timeline:
    """Return the widget that shows the events, at first those of `section`; nothing of it goes into the record."""
    return Timeline(content=timeline_content(library, section))


def timeline_content(library: Library, section: str | None) -> dict[str, Any]:
    """Return what timeline.js shows: plain values, prose as HTML."""
    events = sorted(library.events.values(), key=lambda event: (extent(event.start), event.id))
    return {
        "title": f"Timeline: {library.sections[section].title}" if section else "Timeline of the whole course",
        "section": section or "",
        "words": words_content(library),
        "themes": [
            {"id": theme.id, "label": theme.label, "sign": theme.sign, "lane": lane}
            for lane, theme in enumerate(library.themes.values(), start=1)
        ],
        "periods": [[period.start, period.end] for period in library.periods],
        "sections": [{"id": "", "title": "All sections", "years": years_of(library, events)}]
        + [
            {"id": s.id, "title": s.title, "years": years_of(library, (e for e in events if s.id in e.sections))}
            for s in library.sections.values()
        ],
        "allYears": [
            min((int(e.start[:4]) for e in events), default=first_year(library)),
            years_of(library, events)[1],
        ],
        "written": {"at": extent(library.article.date)[0], "label": f"after {library.course.text}"},
        "events": [event_content(library, event) for event in events],
    }


def event_content(library: Library, event: m.Event) -> dict[str, Any]:
    """Return one event as timeline.js takes it."""
    start, end = extent(event.start), extent(event.end or event.start)
    return {
        "id": event.id,
        "title": library.text(event.title),
        "words": in_words(event.start, event.end),
        "theme": event.theme,
        "span": event.end is not None,
        "precision": PRECISIONS[len(event.start)],
        "start": start,
        "end": end,
        "what": inline(library, event.what),
        "relation": RELATIONS[event.in_article].format(text=library.course.text),
        "where": inline(library, where_in_words(library, event)) if event.where else "",
        "marker": event.marker,
        "sections": list(event.sections),
        "unverified": inline(library, event.unverified) if event.unverified else "",
        "paragraphs": places(library, event.paragraphs),
        "sources": citations(library, event.sources),
    }


def first_year(library: Library) -> int:
    """Return the year in which the figure begins: an event long before it would crush all that follows."""
    periods = [period.start for period in library.periods]
    return min(periods, default=int(library.article.date[:4]))


def years_of(library: Library, events: Iterable[m.Event]) -> list[int]:
    """Return the first and last year to show: from the first period to the end of the last event."""
    first = first_year(library)
    return [first, max((int((e.end or e.start)[:4]) for e in events), default=first)]


def extent(date_text: str) -> list[float]:
    """Return the first and last moment that `date_text` may mean, in years: 1991-12 is [1991.915…, 1992]."""
    year, month, day = _parts(date_text)
    first = date(year, month or 1, day or 1)
    days = 1 if day else monthrange(year, month)[1] if month else 365 + isleap(year)
    before = first.timetuple().tm_yday - 1
    return [year + n / (365 + isleap(year)) for n in (before, before + days)]


def in_words(start: str, end: str | None) -> str:
    """Return a date in words; they say where no source confirms the day."""
    if end is None:
        return written_date(start) if len(start) == 10 else f"in {written_date(start)} (day not confirmed)"
    if len(start) == len(end) == 10:
        return f"{_start_without_shared(start, end)} to {written_date(end)}"
    missing = [which for which, date in (("first", start), ("last", end)) if len(date) < 10]
    days = "days" if len(missing) == 2 else f"{missing[0]} day"
    return f"{written_date(start)} to {written_date(end)} ({days} not confirmed)"


def where_in_words(library: Library, event: m.Event) -> str:
    """Return where the text speaks of an event; of a later event, that it does not."""
    if event.in_article == "afterwards":
        return f"Not in {library.course.text}: {event.where.strip()[:1].lower()}{event.where.strip()[1:]}"
    return event.where


def _parts(date_text: str) -> Sequence[int]:
    year, month, day = (*map(int, date_text.split("-")), 0, 0)[:3]
    return year, month, day


def _start_without_shared(start: str, end: str) -> str:
    """The start without what it shares with the end: `19`, `8 April` or `26 December 1991`."""
    shared = 2 if start[:7] == end[:7] else 1 if start[:4] == end[:4] else 0
    return " ".join(written_date(start).split()[: 3 - shared])
