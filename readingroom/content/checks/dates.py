"""Checks of dates: those of records are days of the calendar, those of sources may be written more loosely."""

from __future__ import annotations

import re

from ..dates import LAST_YEAR, is_date
from .collector import Collector

# From the beginning of a word: else a word without digits is searched again from each letter.
_DIGITS = re.compile(r"(?<!\w)\w*\d[\w/-]*")
_SPAN = re.compile(r"(\d{4})[-/](\d{4}|\d{2})|(\d{4})s?")
_FIRST = "1000"


def check_date(collector: Collector, file: str, record: str, field: str, date: str) -> None:
    """Note a date that is in no calendar, as 30 February, or in no history."""
    if date and not is_date(date):
        collector.add(file, record, field, f"{date!r} is no day, month or year up to {LAST_YEAR}")


def is_loose_date(text: str) -> bool:
    """Whether each number of `text` is a date or some years, as in "early 2004", "2003-2004" and "2004/05"."""
    found = _DIGITS.findall(text)
    return bool(found) and all(_is_date_or_span(each.strip("-/")) for each in found)


def _is_date_or_span(text: str) -> bool:
    if is_date(text) and text >= _FIRST:
        return True
    span = _SPAN.fullmatch(text)
    years = [year for year in (span[1], span[2], span[3]) if year and len(year) == 4] if span else []
    return bool(years) and all(_FIRST <= year <= LAST_YEAR for year in years) and years == sorted(years)
