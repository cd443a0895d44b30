"""A hand-in's answers against the key: points for each task, in the exercise's own names whatever the variant."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache, partial
from typing import Any

import msgspec

from ...content.exercise import Assignment
from ...content.kinds import KINDS as CONTENT_KINDS
from ...content.library import Library
from ...content.parameters import key_for
from ...content.tasks import Key
from ...content.variants import Question, Variants, default_variant, to_original_names
from ...learning.kinds import task_answer_key
from ...learning.scoring import fraction
from ...learning.submission.format import Submission
from ..kinds import KINDS
from ..kinds.base import cached_figure
from .answer_forms import scorable
from .recent import Recent


class TaskMark(msgspec.Struct, frozen=True):
    """One answer with its mark; `fraction` and `points` are None where a written task is not marked yet.

    `missed` has the cells of a table, as ROW/COLUMN, that are not right. Where a class's own rules say more of this
    mark, `raw` has the points before them, `counts` whether it counts, `reasons` why, in words for the student.
    """

    task: str
    response: Any
    fraction: float | None
    points: float | None
    most: float
    sure: int = 0
    missed: list[str] = []
    raw: float | None = None
    counts: bool = True
    reasons: list[str] = []


class Asked(msgspec.Struct, frozen=True):
    """One task as one student was asked it, with the key that fits it."""

    question: Question
    key: Key
    answer: dict[str, Any]


class Marker:
    """The exercise and its key, ready to mark hand-in after hand-in.

    What two students were both asked is worked out once.
    """

    def __init__(self, library: Library, exercise: Assignment, keys: Mapping[str, Key], seed: str = ""):
        self.library, self.exercise, self._keys = library, exercise, keys
        self._variants = Variants(exercise, seed) if seed else None
        self._fitting = lru_cache(maxsize=4096)(self._fitting_key)
        self._keys_asked = Recent[tuple[Key, dict[str, Any]]](4096)
        self._number = partial(cached_figure, library)
        self._same = {name: self._asked(default_variant(task)) for name, task in exercise.tasks.items()}

    @property
    def most(self) -> int:
        """The most points that the exercise gives."""
        return sum(self.points.values())

    @property
    def points(self) -> dict[str, int]:
        """The most points of each task."""
        return {task: self._keys[task].points for task in self.exercise.tasks}

    def asked(self, student: str) -> dict[str, Asked]:
        """Return what `student` was asked."""
        if not self._variants:
            return self._same
        return {name: self._asked(question) for name, question in self._variants.questions(student).items()}

    def marks(
        self, submission: Submission, asked: Mapping[str, Asked], rubric: Mapping[str, dict[str, float]]
    ) -> list[TaskMark]:
        """Mark every task; `rubric` holds the points given to written tasks, by task and criterion."""
        return [self._mark(name, each, submission, rubric.get(name)) for name, each in asked.items()]

    def _mark(self, name: str, asked: Asked, submission: Submission, typed: dict[str, float] | None) -> TaskMark:
        most = asked.key.points
        if name not in submission.answers:
            return TaskMark(name, None, 0.0, 0.0, most)
        answer = submission.answers[name]
        kind = asked.question.asked.kind
        response = to_original_names(asked.question, scorable(kind, answer.response))
        by_people = CONTENT_KINDS[kind].marked_by_people
        if by_people and typed is None and not response.strip():  # there is nothing for anybody to mark
            return TaskMark(name, None, 0.0, 0.0, most)
        if by_people and typed is None:
            return TaskMark(name, response, None, None, most, answer.sure)
        part = fraction(asked.answer, typed if by_people else response)
        return TaskMark(
            name,
            response,
            part,
            round(part * most, 2),
            most,
            answer.sure,
            KINDS[kind].missed_parts(asked.answer, response),
        )

    def _asked(self, question: Question) -> Asked:
        return Asked(question, *self._keys_asked.get((question.asked.id, question.drawn), lambda: self._fits(question)))

    def _fits(self, question: Question) -> tuple[Key, dict[str, Any]]:
        task = question.asked
        key = self._fitting(task.id, tuple((name, value.id) for name, value in question.values.items()))
        return key, task_answer_key(task, key, self._number)

    def _fitting_key(self, task: str, chosen: tuple[tuple[str, str], ...]) -> Key:
        varied = {vary.name: {value.id: value for value in vary.value} for vary in self.exercise.tasks[task].vary}
        return key_for(self._keys[task], {name: varied[name][value] for name, value in chosen})
