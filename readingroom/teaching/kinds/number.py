"""A number for teachers: the right one, its tolerance, foreseen mistakes."""

from __future__ import annotations

import html
from typing import Any

from ...content.kinds.number import Number, NumberMistake
from ...content.library import Library
from ...content.models import Item
from ...content.prose import inline
from ...content.tasks import Key, Task
from ...learning.kinds.base import AnswerKey
from ..export.paper.sheets import Blank, Sheet
from ..export.questions import Figure, Shape, WrongNumber
from .base import Common, Lines, explained, format_figure, not_these, rounded_figure, unit_of
from .typing import TypingKind, is_a_mistake


class NumberForTeachers(TypingKind[Number]):
    """A number with its tolerance."""

    def shape(self, library: Library, item: Number) -> Shape:
        wrong = tuple(WrongNumber(library.number(w.value), w.tolerance, inline(library, w.why)) for w in item.mistake)
        return Figure(
            library.number(item.answer),
            item.tolerance,
            html.escape(item.unit),
            inline(library, item.why),
            inline(library, item.otherwise),
            wrong,
        )

    def sheet(self, library: Library, task: Task) -> Sheet:
        return Blank(unit_of(task).strip(), is_number=True)

    def items_of_task(self, library: Library, task: Task, key: Key, common: Common) -> list[Item]:
        why = key.why.strip() or " "
        mistakes = [
            NumberMistake(value=rounded_figure(library, text, task.decimals), tolerance=key.tolerance, why=mistake.why)
            for mistake in key.mistake
            for text in mistake.answers
        ]
        return [
            Number(
                **common,
                answer=rounded_figure(library, str(key.answer), task.decimals),
                tolerance=key.tolerance,
                unit=task.unit,
                why=why,
                otherwise=why,
                mistake=mistakes,
            )
        ]

    def card_front(self, library: Library, item: Number) -> str:
        return f"<p>A number, in {html.escape(item.unit)}.</p>" if item.unit else "<p>A number.</p>"

    def card_back(self, library: Library, item: Number) -> str:
        near = f" (right within {item.tolerance:g})" if item.tolerance else ""
        answer = f"{html.escape(library.text(item.answer))} {html.escape(item.unit)}{near}."
        wrong = (explained(library, f"{html.escape(library.text(w.value))}:", w.why) for w in item.mistake)
        return f"<p>{explained(library, answer, item.why)}</p>" + not_these(wrong)

    def solution_html(self, library: Library, task: Task, answer: AnswerKey, lines: Lines) -> str:
        return f"<p>{format_figure(answer['right'], task.decimals, task.unit)}{unit_of(task)}</p>"

    def made_mistake(self, library: Library, task: Task, answer: AnswerKey, mistake: list[str], response: Any) -> bool:
        return is_a_mistake(library, mistake, task.decimals, answer["tolerance"], [response])


KIND = NumberForTeachers()
