"""Short: a few words, compared without regard to case, accents and punctuation."""

from __future__ import annotations

from collections.abc import Iterator

from ..models import Item, Record, Text
from ..tasks import Key, Task
from .base import ContentKind, Evaluate, Problem, foreseen_feedback


class ShortMistake(Record, frozen=True, kw_only=True):
    """Wrong answers of one kind, and what to say to them."""

    answers: list[Text]
    why: Text


class Short(Item, frozen=True, kw_only=True, tag="short"):
    """A few words, compared without regard to case, accents and punctuation."""

    answer: list[Text]
    why: Text
    otherwise: Text
    mistake: list[ShortMistake] = []


class ShortKind(ContentKind[Short]):
    """A few words to type."""

    name = "short"
    item = Short

    def item_problems(self, item: Short, paragraphs: set[str]) -> Iterator[Problem]:
        if not item.answer:
            yield "answer", "names no accepted answer"

    def feedback(self, item: Short) -> Iterator[tuple[str, str, bool]]:
        return foreseen_feedback(item)

    def key_problems(self, task: Task, key: Key, evaluate: Evaluate) -> Iterator[Problem]:
        if not key.answer:
            yield "answer", 'names no answer that is right; give one or more, as in ["one", "1"]'


KIND = ShortKind()
