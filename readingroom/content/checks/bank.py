"""The lint over the quiz bank: every item's wording, and what only the whole bank shows."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping

from ..errors import Fault
from ..kinds import kind_of
from ..kinds.base import Fill
from ..models import Item
from ..readability import grade, plain
from .item_writing import lint

# One item may be harder to read than another; a whole quiz should stay two years of school below the bound for an item.
HIGHEST_QUIZ_GRADE = 8.0


def bank_faults(quizzes: Mapping[str, list[Item]], fill: Fill, common: Container[str] = ()) -> list[Fault]:
    """Return every fault of wording in the bank; `fill` fills figures in."""
    items = [
        Fault(_file(quiz), f"item {item.id}", field, says)
        for quiz, bank in quizzes.items()
        for item in bank
        for field, says in lint(item, fill, common)
    ]
    return [*items, *_repeated_feedback(quizzes), *_hard_quizzes(quizzes, fill)]


def _file(quiz: str) -> str:
    return f"data/quizzes/{quiz}.toml"


def _repeated_feedback(quizzes: Mapping[str, list[Item]]) -> Iterator[Fault]:
    seen: dict[str, str] = {}
    for quiz, bank in quizzes.items():
        for item in bank:
            for field, text, _ in kind_of(item).feedback(item):
                wording = plain(text).lower()
                if seen.setdefault(wording, item.id) != item.id:
                    yield Fault(
                        _file(quiz), f"item {item.id}", field, f"is word for word what item {seen[wording]} says"
                    )


def _hard_quizzes(quizzes: Mapping[str, list[Item]], fill: Fill) -> Iterator[Fault]:
    for quiz, bank in quizzes.items():
        level = grade(fill(item.prompt) for item in bank)
        if level > HIGHEST_QUIZ_GRADE:
            yield Fault(
                _file(quiz),
                "",
                "prompt",
                f"the prompts together read at grade {level:.1f}, above {HIGHEST_QUIZ_GRADE:.0f}",
            )
