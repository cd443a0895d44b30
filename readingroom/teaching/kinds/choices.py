"""Choices for teachers: any number of options is right."""

from __future__ import annotations

from typing import Any

from ...content.kinds.choices import Choices
from ...content.library import Library
from ...content.models import Item, Option
from ...content.prose import inline
from ...content.tasks import Key, Task
from ...learning.kinds.base import AnswerKey
from ...learning.ordering import shuffled
from ..export.paper.sheets import Sheet, Ticks
from ..export.questions import Option as OptionShape
from ..export.questions import Pick, Shape
from .base import Common, explained, inline_lines, lettered, names_in
from .picking import PickingKind, ticked


class ChoicesForTeachers(PickingKind[Choices]):
    """Any number of options is right."""

    def shape(self, library: Library, item: Choices) -> Shape:
        share = 100 / len(item.answer)
        options = (
            OptionShape(inline(library, o.text), share if o.id in item.answer else -share, inline(library, o.why))
            for o in shuffled(item.id, item.option)
        )
        return Pick(tuple(options), many=True)

    def items_of_task(self, library: Library, task: Task, key: Key, common: Common) -> list[Item]:
        whys = {option.id: option.why for option in key.option}
        options = [Option(id=line.id, text=line.text, why=whys.get(line.id, "")) for line in task.option]
        return [Choices(**common, option=options, answer=list(key.answer))]

    def sheet(self, library: Library, task: Task) -> Sheet:
        return Ticks(inline_lines(library, shuffled(task.id, task.option)), many=True)

    def lines_to_explain(self, answer: AnswerKey, response: Any) -> list[str]:
        chosen = [str(name) for name in names_in(response)]
        return [
            name
            for name in dict.fromkeys((*chosen, *answer["right"]))
            if (name in chosen) != (name in answer["right"]) or name in chosen
        ]

    def card_front(self, library: Library, item: Choices) -> str:
        options = lettered(inline(library, option.text) for option in shuffled(item.id, item.option))
        return options + "<p>One or more are right.</p>"

    def card_back(self, library: Library, item: Choices) -> str:
        return ticked(
            (option.id in item.answer, explained(library, inline(library, option.text), option.why))
            for option in item.option
        )


KIND = ChoicesForTeachers()
