"""A passage item for teachers: paragraphs as options."""

from __future__ import annotations

from typing import Any

from ...content.kinds.passage import Passage, PassageItem
from ...content.library import Library
from ...content.models import Item
from ...content.prose import inline
from ...content.tasks import Key, Task
from ...learning.kinds.base import answers_of
from ...learning.ordering import opening_sentence
from ..export.paper.sheets import Sheet, Ticks
from ..export.questions import Option as OptionShape
from ..export.questions import Pick, Shape
from .base import Common, explained, lettered
from .picking import PickingKind, ticked


class PassageForTeachers(PickingKind[PassageItem]):
    """Paragraphs as options, in the order of the text."""

    def shape(self, library: Library, item: PassageItem) -> Shape:
        options = (
            OptionShape(_sentence(library, o.id), 100.0 * (o.id in item.answer), inline(library, o.why))
            for o in item.option
        )
        return Pick(tuple(options), mixed=False)

    def items_of_task(self, library: Library, task: Task, key: Key, common: Common) -> list[Item]:
        whys = {option.id: option.why for option in key.option}
        options = [Passage(id=paragraph, why=whys.get(paragraph, "")) for paragraph in task.passage]
        return [PassageItem(**common, option=options, answer=answers_of(key))]

    def sheet(self, library: Library, task: Task) -> Sheet:
        return Ticks(tuple(_sentence(library, paragraph) for paragraph in task.passage))

    def option_html(self, library: Library, option: Any) -> str:
        return _sentence(library, option.id)

    def card_front(self, library: Library, item: PassageItem) -> str:
        return lettered(_sentence(library, option.id) for option in item.option)

    def card_back(self, library: Library, item: PassageItem) -> str:
        return ticked(
            (option.id in item.answer, explained(library, _sentence(library, option.id), option.why))
            for option in item.option
        )


def _sentence(library: Library, paragraph: str) -> str:
    return inline(library, opening_sentence(library, paragraph))


KIND = PassageForTeachers()
