"""An order for teachers: lines and their right order."""

from __future__ import annotations

import html
from typing import Any

from ...content.kinds.order import Order
from ...content.library import Library
from ...content.models import Item, Option
from ...content.prose import inline
from ...content.tasks import Key, Task
from ...learning.kinds.base import AnswerKey
from ...learning.ordering import out_of_order
from ..export.paper.sheets import Numbering, Sheet
from ..export.questions import Card, Ordering, Shape
from ..report.figures import Answered, most_first, turned
from .base import (
    NO_ANSWER,
    Common,
    Lines,
    Report,
    TeachingKind,
    card_list,
    explained,
    html_list,
    inline_lines,
    lettered,
    names_in,
)


class OrderForTeachers(TeachingKind[Order]):
    """Lines to put in order."""

    def shape(self, library: Library, item: Order) -> Shape:
        lines = {
            o.id: Card(inline(library, o.text), str(place), inline(library, o.why))
            for place, o in enumerate(item.option, start=1)
        }
        return Ordering(tuple(lines.values()), tuple(lines[o.id] for o in out_of_order(item.id, item.option)))

    def items_of_task(self, library: Library, task: Task, key: Key, common: Common) -> list[Item]:
        whys = {option.id: option.why for option in key.option}
        options = [Option(id=line.id, text=line.text, why=whys.get(line.id, "")) for line in task.option]
        return [Order(**common, option=sorted(options, key=lambda option: list(key.answer).index(option.id)))]

    def sheet(self, library: Library, task: Task) -> Sheet:
        return Numbering(inline_lines(library, task.option))  # `check` sees that the file lists them out of order

    def card_front(self, library: Library, item: Order) -> str:
        lines = lettered(inline(library, option.text) for option in out_of_order(item.id, item.option))
        return lines + "<p>Put them in order.</p>"

    def card_back(self, library: Library, item: Order) -> str:
        return card_list("ol", (explained(library, inline(library, o.text), o.why) for o in item.option))

    def response_html(self, library: Library, task: Task, response: Any, lines: Lines) -> str:
        return html_list((lines.get(name, html.escape(str(name))) for name in names_in(response)), "ol") or NO_ANSWER

    def solution_html(self, library: Library, task: Task, answer: AnswerKey, lines: Lines) -> str:
        return html_list((lines[name] for name in answer["right"]), "ol")

    def lines_to_explain(self, answer: AnswerKey, response: Any) -> list[str]:
        names = names_in(response)
        return [name for at, name in enumerate(answer["right"]) if at >= len(names) or names[at] != name]

    def report(self, task: Task, key: Key, answers: list[Answered], lines: Lines) -> Report | None:
        rows = [
            (f"{lines[first]} <em>before</em> {lines[second]}", count)
            for (first, second), count in most_first(turned(answers, list(key.answer)))
        ]
        return Report(("Put too early, and before what", "Students"), rows, "Most often turned round")


KIND = OrderForTeachers()
