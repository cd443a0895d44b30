"""Answers to a passage item: one paragraph."""

from __future__ import annotations

from ...content.kinds.passage import PassageItem
from ...content.library import Library
from ...content.tasks import Key, Task
from ..ordering import opening_sentence
from .base import AnswerKey, Evaluate, LearningKind, Pickable, answers_of
from .scorers import OneOf


class PassageAnswers(LearningKind[PassageItem]):
    """One paragraph's id."""

    scorer = OneOf()

    def item_key(self, item: PassageItem, evaluate: Evaluate) -> AnswerKey:
        return {"kind": self.scorer.name, "right": list(item.answer)}

    def task_key(self, task: Task, key: Key, evaluate: Evaluate) -> AnswerKey:
        return {"kind": self.scorer.name, "right": answers_of(key)}

    def pickable(self, library: Library, item: PassageItem, as_shown: bool) -> Pickable | None:
        # Paragraphs are shown in the order of the text, as the file has them.
        texts = [(option.id, library.text(opening_sentence(library, option.id))) for option in item.option]
        return texts, frozenset(item.answer)


KIND = PassageAnswers()
