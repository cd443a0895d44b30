"""A choice for teachers: one option is right."""

from __future__ import annotations

from ...content.kinds.choice import Choice
from ...content.library import Library
from ...content.models import Item, Option
from ...content.prose import inline
from ...content.tasks import Key, Task
from ...learning.ordering import shuffled
from ..export.questions import Option as OptionShape
from ..export.questions import Pick, Shape
from .base import Common, explained, lettered
from .picking import PickingKind, ticked


class ChoiceForTeachers(PickingKind[Choice]):
    """One option is right."""

    def shape(self, library: Library, item: Choice) -> Shape:
        options = (
            OptionShape(inline(library, o.text), 100.0 * (o.id == item.answer), inline(library, o.why))
            for o in shuffled(item.id, item.option)
        )
        return Pick(tuple(options))

    def items_of_task(self, library: Library, task: Task, key: Key, common: Common) -> list[Item]:
        whys = {option.id: option.why for option in key.option}
        options = [Option(id=line.id, text=line.text, why=whys.get(line.id, "")) for line in task.option]
        return [Choice(**common, option=options, answer=str(key.answer))]

    def card_front(self, library: Library, item: Choice) -> str:
        return lettered(inline(library, option.text) for option in shuffled(item.id, item.option))

    def card_back(self, library: Library, item: Choice) -> str:
        return ticked(
            (option.id == item.answer, explained(library, inline(library, option.text), option.why))
            for option in item.option
        )


KIND = ChoiceForTeachers()
