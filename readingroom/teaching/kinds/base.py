"""What teaching needs to know of each kind: how it leaves for other tools, and how an answer is told to people.

Each module of this folder is a kind, but for this one and those that several kinds share.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from string import ascii_uppercase
from typing import Any, ClassVar, Generic, TypeVar

from ...content.library import Library
from ...content.models import Item
from ...content.prose import inline
from ...content.tasks import Key, TableColumn, Task, TaskOption
from ...learning.kinds.base import AnswerKey
from ...learning.ordering import opening_sentence
from ..export.paper.sheets import Sheet
from ..export.questions import Shape
from ..report.figures import Answered

I = TypeVar("I", bound=Item)  # noqa: E741 - the record of the kind's items

NO_ANSWER = "<p class='faint'>No answer.</p>"
# The same lines and reasons stand on the page of every student who was asked the same.
cached_inline = lru_cache(maxsize=16384)(inline)
cached_figure = lru_cache(maxsize=4096)(Library.evaluate)
Common = dict[str, Any]
"""What every item made from a task has: id, thinking, paragraphs, prompt."""
Lines = Mapping[str, str]
"""Every line of a task by its id, as HTML."""


@dataclass(frozen=True)
class Misunderstood:
    """A wrong line that was chosen, or a card in the wrong place, and what the item says about it; both as HTML."""

    chosen: str
    why: str


@dataclass(frozen=True)
class Report:
    """What the class answered to one task: headings of two columns, and rows of (answer as HTML, how often).

    `label` stands above a list of mistakes, which is left out where nobody made one.
    """

    head: tuple[str, str]
    rows: list[tuple[str, int]]
    label: str = ""


class TeachingKind(Generic[I]):
    """One kind, as a teacher meets it."""

    has_parts: ClassVar[bool] = False  # an export asks for each part by itself

    # --- exports ---

    def shape(self, library: Library, item: I) -> Shape:
        """Return what there is to answer in an item, laid out as the course lays it out; formats know shapes alone."""
        raise NotImplementedError(f"no quiz item is of the kind {type(self).__module__}")

    def points(self, item: I) -> float:
        """Return what an item of a quiz is worth."""
        return 1

    def items_of_task(self, library: Library, task: Task, key: Key, common: Common) -> list[Item]:
        """Return the items that ask the same as a task: one, or one for each part that is marked by itself."""
        raise NotImplementedError

    def says_why_to_all(self) -> bool:
        """Say whether the key's reason is told to everybody, whatever was answered."""
        return True

    def sheet(self, library: Library, task: Task) -> Sheet:
        """Return what there is to fill in on paper, from the task alone: whoever prints it may have no key."""
        raise NotImplementedError

    def card_front(self, library: Library, item: I) -> str:
        """Return what stands below the question on a flashcard, as HTML."""
        raise NotImplementedError(f"{item.id}: there are no cards of the kind {type(self).__module__}")

    def card_back(self, library: Library, item: I) -> str:
        """Return the right answer with its reasons, then what is said to wrong ones, as HTML."""
        raise NotImplementedError(f"{item.id}: there are no cards of the kind {type(self).__module__}")

    # --- a class's answers to an item ---

    def misunderstood(self, library: Library, item: I, answer: AnswerKey, response: Any) -> list[Misunderstood]:
        """Return what in a wrong response shows how it was misunderstood; nothing where that cannot be said."""
        return []

    # --- marking; all as HTML ---

    def response_html(self, library: Library, task: Task, response: Any, lines: Lines) -> str:
        """Return a student's response as they would recognise it."""
        text = str(response or "").strip()
        return f"<p class='text'>{html.escape(text)}{unit_of(task)}</p>" if text else NO_ANSWER

    def solution_html(self, library: Library, task: Task, answer: AnswerKey, lines: Lines) -> str:
        """Return the right answer; nothing where there is none."""
        return ""

    def lines_to_explain(self, answer: AnswerKey, response: Any) -> list[str]:
        """Return the lines of which the key has something to say to this response."""
        return []

    def made_mistake(self, library: Library, task: Task, answer: AnswerKey, mistake: list[str], response: Any) -> bool:
        """Say whether a response is the foreseen mistake."""
        return False

    def missed_parts(self, answer: AnswerKey, response: Any) -> list[str]:
        """Return the names of the parts that are marked by themselves and are not right."""
        return []

    def report(self, task: Task, key: Key, answers: list[Answered], lines: Lines) -> Report | None:
        """Return what the class answered; nothing where that cannot be counted."""
        return None


# --- helpers that several kinds share --------------------------------------------------------------------------------


def inline_lines(library: Library, lines: Iterable[TaskOption]) -> tuple[str, ...]:
    """Return the lines of a task as HTML."""
    return tuple(inline(library, line.text) for line in lines)


def plain_lines(library: Library, lines: Iterable[TaskOption] | Iterable[TableColumn]) -> tuple[str, ...]:
    """Return lines that hold no marks, such as the names of boxes, as HTML."""
    return tuple(html.escape(library.text(line.text)) for line in lines)


def names_in(response: Any) -> list[Any]:
    """Return the lines that a response names: a list, one name, or none."""
    return response if isinstance(response, list) else [response] if response not in (None, "") else []


def html_list(lines: Iterable[str], tag: str = "ul") -> str:
    """Return lines of HTML as a list; nothing where there are none."""
    items = "".join(f"<li>{line}</li>" for line in lines)
    return f"<{tag}>{items}</{tag}>" if items else ""


def unit_of(task: Task) -> str:
    """Return a task's unit behind a space; a year has none."""
    return f" {html.escape(task.unit)}" if task.unit and task.unit != "year" else ""


def format_figure(value: float, decimals: int | None, unit: str = "") -> str:
    """Return a figure as prose writes it; a year has no thousands mark."""
    text = f"{value:,.{decimals}f}" if decimals is not None else f"{value:,g}"
    return (text.replace(",", "") if unit == "year" else text).replace("-", "\N{MINUS SIGN}")


def rounded_figure(library: Library, text: str, decimals: int | None) -> str:
    """Return the figure that `text` comes to, rounded as the task asks, as an item writes it."""
    value = library.evaluate(text)
    return repr(value if decimals is None else round(value, decimals))


def task_lines(library: Library, task: Task, fill: Callable[[str], str] = lambda text: text) -> dict[str, str]:
    """Return every line of a task by its id and every cell by ROW/COLUMN, as HTML; `fill` changes the texts before."""
    lines = [*task.option, *task.left, *task.right, *task.card, *task.bin]
    texts = {line.id: line.text for line in lines}
    texts |= {f"{row.id}/{column.id}": f"{row.text}, {column.text}" for row in task.row for column in task.column}
    return {name: cached_inline(library, fill(text)) for name, text in texts.items()} | {
        paragraph: cached_inline(library, opening_sentence(library, paragraph)) for paragraph in task.passage
    }


# --- cards -----------------------------------------------------------------------------------------------------------


def lettered(lines: Iterable[str]) -> str:
    """Return lines of HTML under the letters A, B, C."""
    return (
        "<p>" + "<br>".join(f"{letter}. {line}" for letter, line in zip(ascii_uppercase, lines, strict=False)) + "</p>"
    )


def card_list(tag: str, lines: Iterable[str]) -> str:
    """Return lines of HTML as a list, empty or not."""
    return f"<{tag}>" + "".join(f"<li>{line}</li>" for line in lines) + f"</{tag}>"


def not_these(lines: Iterable[str]) -> str:
    """Return what is said to wrong answers."""
    rows = [f"\N{BALLOT X} {line}" for line in lines]
    return "<p>Not these:</p>" + card_list("ul", rows) if rows else ""


def explained(library: Library, answer: str, why: str) -> str:
    """Return an answer (HTML) with its reason (prose)."""
    return f"<b>{answer}</b> {inline(library, why)}"
