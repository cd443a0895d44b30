"""Checks of a question that stands outside the quizzes: in a document's card, at a stop of the story."""

from __future__ import annotations

from ..errors import ContentError
from ..kinds import kind_of
from ..models import Item
from ..references import UnknownReferenceError
from .collector import Collector
from .item_writing import lint
from .items import item_faults


def question_problems(collector: Collector, question: Item, because: str, bearing: str) -> list[tuple[str, str]]:
    """Return (field, what is wrong) for a question; its words are checked as those of a quiz are.

    `because` says why it must be marked at once, `bearing` what its paragraphs are to it.
    """
    found = []
    if question.id in collector.item_ids:
        found.append(("id", f"{question.id!r} stands twice, here or in a quiz"))
    collector.item_ids.add(question.id)
    if kind_of(question).marked_by_people:
        found.append(("kind", f"must be one that is marked at once: {because}"))
    if not question.paragraphs:
        found.append(("paragraphs", f"names no paragraph that {bearing}"))
    known = collector.known["paragraph"]
    found += item_faults(question, question.paragraphs if known is None else known)
    found += _figure_problems(collector, question)
    return [*found, *lint(question, collector.fill, collector.course.common if collector.course else ())]


def _figure_problems(collector: Collector, question: Item) -> list[tuple[str, str]]:
    found = []
    for field, text in kind_of(question).figures(question):
        try:
            collector.library.number(text)
        except UnknownReferenceError as error:
            found.append((field, str(error)))
        except ContentError:
            pass  # the series file's own fault is reported already
    return found
