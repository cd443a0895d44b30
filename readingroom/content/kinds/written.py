"""Written: a text of one's own, compared with a model answer and marked by a rubric."""

from __future__ import annotations

from collections.abc import Iterator

from ..models import Criterion, Item, Text
from ..tasks import Key, Task
from .base import ContentKind, Problem, level_problems, repeated


class Written(Item, frozen=True, kw_only=True, tag="written"):
    """A text of one's own, marked by oneself against a rubric beside a model answer."""

    model: Text
    criterion: list[Criterion]


class WrittenKind(ContentKind[Written]):
    """A text to write; in a quiz its writer marks it, in an exercise a teacher."""

    name = "written"
    key_field = "criterion"
    item = Written
    marked_by_people = True

    def item_problems(self, item: Written, paragraphs: set[str]) -> Iterator[Problem]:
        if not item.criterion:
            yield "criterion", "a written item has a rubric"
        yield from repeated("criterion", (criterion.id for criterion in item.criterion))
        yield from level_problems(item.criterion)

    def file_problems(self, task: Task, key: Key) -> Iterator[Problem]:
        most = sum(max((level.points for level in criterion.level), default=0) for criterion in key.criterion)
        if not key.criterion:
            yield "criterion", "a written task has a rubric"
        elif most != key.points:
            yield "points", f"the rubric gives {most:g}, the task {key.points}"
        if not key.model.strip():
            yield "model", "a written task has a model answer"
        yield from level_problems(key.criterion)


KIND = WrittenKind()
