"""A short answer for teachers: its right forms and foreseen mistakes."""

from __future__ import annotations

import html
from typing import Any

from ...content.kinds.short import Short, ShortMistake
from ...content.library import Library
from ...content.models import Item
from ...content.prose import inline
from ...content.tasks import Key, Task
from ...learning.kinds.base import AnswerKey, answers_of
from ...learning.scoring import fraction
from ..export.paper.sheets import Blank, Sheet
from ..export.questions import Shape, Words, WrongWords
from .base import Common, Lines, explained, not_these
from .typing import TypingKind


class ShortForTeachers(TypingKind[Short]):
    """A few words."""

    def shape(self, library: Library, item: Short) -> Shape:
        wrong = tuple(WrongWords(tuple(w.answers), inline(library, w.why)) for w in item.mistake)
        return Words(tuple(item.answer), inline(library, item.why), inline(library, item.otherwise), wrong)

    def sheet(self, library: Library, task: Task) -> Sheet:
        return Blank()

    def items_of_task(self, library: Library, task: Task, key: Key, common: Common) -> list[Item]:
        why = key.why.strip() or " "
        mistakes = [ShortMistake(answers=mistake.answers, why=mistake.why) for mistake in key.mistake]
        return [Short(**common, answer=answers_of(key), why=why, otherwise=why, mistake=mistakes)]

    def card_front(self, library: Library, item: Short) -> str:
        return "<p>A few words.</p>"

    def card_back(self, library: Library, item: Short) -> str:
        answer = explained(library, html.escape(f"{'; or '.join(item.answer)}."), item.why)
        wrong = (explained(library, html.escape(f"{'; '.join(w.answers)}:"), w.why) for w in item.mistake)
        return f"<p>{answer}</p>" + not_these(wrong)

    def solution_html(self, library: Library, task: Task, answer: AnswerKey, lines: Lines) -> str:
        return f"<p>{html.escape(answer['right'][0])}</p>"

    def made_mistake(self, library: Library, task: Task, answer: AnswerKey, mistake: list[str], response: Any) -> bool:
        return bool(fraction({"kind": "short", "right": mistake}, response))


KIND = ShortForTeachers()
