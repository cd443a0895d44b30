"""What paper cannot carry, each with the questions that lose it."""

from __future__ import annotations

from collections.abc import Iterable

from ..limitations import BEFORE_READING, CERTAINTY, OF_THAT_DAY, TAGS
from .questions import PaperPart, PaperQuestion
from .sheets import Ruled

WITHOUT_KEY = "the answers, their reasons and the rubrics; --key prints them"


def losses_on_paper(parts: Iterable[PaperPart], key: bool) -> list[str]:
    """Return a line for each thing lost, with the ids of the questions that lose it."""
    questions = [question for part in parts for question in part.questions]
    table: list[tuple[str, list[PaperQuestion]]] = [
        (CERTAINTY[0], [question for question in questions if not isinstance(question.sheet, Ruled)]),
        (BEFORE_READING, [question for question in questions if "before" in question.tags]),
        (OF_THAT_DAY, [question for question in questions if question.dated]),
        (TAGS[0], [question for question in questions if question.tags]),
        (WITHOUT_KEY, [] if key else questions),
    ]
    return [f"{says}: {', '.join(question.id for question in lost)}" for says, lost in table if lost]
