"""Checks of data/quizzes: each item by itself, then the wording of the whole bank."""

from __future__ import annotations

from functools import partial

from ..errors import ContentError
from ..kinds import kind_of
from ..models import Item
from ..references import UnknownReferenceError
from .bank import bank_faults
from .collector import Collector
from .items import item_faults
from .references import check_record


def check_quizzes(collector: Collector) -> None:
    """Check every quiz; without sections there are none."""
    sections, library = collector.sections, collector.library
    quizzes = [*sections, *(quiz for quiz in library.quizzes if quiz not in sections)] if sections else []
    for quiz in quizzes:
        for item in collector.read(partial(library.items, quiz), []):
            _check_item(collector, f"data/quizzes/{quiz}.toml", item)
    banks = {quiz: collector.read(partial(library.items, quiz), []) for quiz in quizzes}
    collector.faults += bank_faults(banks, collector.fill, collector.course.common if collector.course else ())


def _check_item(collector: Collector, file: str, item: Item) -> None:
    label = f"item {item.id}"
    if item.id in collector.item_ids:
        collector.add(file, label, "id", "stands twice")
    collector.item_ids.add(item.id)
    check_record(collector, file, label, item)
    if not item.paragraphs:
        collector.add(file, label, "paragraphs", "names no paragraph to read again")
    for field, message in item_faults(item, collector.paragraphs):
        collector.add(file, label, field, message)
    for field, text in kind_of(item).figures(item):
        try:
            collector.library.number(text)
        except UnknownReferenceError as error:
            collector.add(file, label, field, str(error))
        except ContentError:
            pass  # the series file's own fault is reported already
