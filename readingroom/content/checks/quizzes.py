"""Checks of data/quizzes: each item by itself, then the wording of the whole bank."""

from __future__ import annotations

from collections.abc import Iterable

from .. import models as m
from ..errors import ContentError
from ..kinds import ANY_ITEM, kind_of
from ..models import Item
from ..references import UnknownReferenceError
from .asked_again import asked_again_faults
from .bank import bank_faults
from .collector import Collector
from .items import item_faults
from .layout import names_of_files
from .references import check_record


def check_quizzes(collector: Collector) -> None:
    """Check every quiz."""
    banks = {quiz: collector.rows(f"quizzes/{quiz}", "item", ANY_ITEM) for quiz in names_of_files(collector.quizzes)}
    for quiz, items in banks.items():
        elsewhere = set(collector.item_ids)
        for item in items:
            if item.id in elsewhere:
                collector.add(f"data/quizzes/{quiz}.toml", f"item {item.id}", "id", "stands twice")
            collector.item_ids.add(item.id)
            _check_item(collector, f"data/quizzes/{quiz}.toml", item)
    # A fault of the file of quizzes is reported with that file.
    quizzes = collector.read(lambda: collector.library.sound_rows("course", "quiz", m.CourseQuiz)[0], [])
    collector.faults += asked_again_faults(quizzes, banks)
    collector.faults += bank_faults(banks, collector.fill, collector.course.common if collector.course else ())


def _check_item(collector: Collector, file: str, item: Item) -> None:
    label = f"item {item.id}"
    check_record(collector, file, label, item)
    if not item.paragraphs:
        collector.add(file, label, "paragraphs", "names no paragraph to read again")
    for field, message in item_faults(item, _paragraphs(collector, item)):
        collector.add(file, label, field, message)
    for field, text in kind_of(item).figures(item):
        try:
            collector.library.number(text)
        except UnknownReferenceError as error:
            collector.add(file, label, field, str(error))
        except ContentError:
            pass  # the series file's own fault is reported already


def _paragraphs(collector: Collector, item: Item) -> Iterable[str]:
    """The paragraphs there are; where nobody can say, those that the item offers."""
    known = collector.known["paragraph"]
    return (option.id for option in getattr(item, "option", ())) if known is None else known
