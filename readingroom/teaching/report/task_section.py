"""The report on one task: what was asked, and what the class answered instead of what is right."""

from __future__ import annotations

import html
from collections import Counter

from ...content.exercise import Key, Task
from ...content.library import Library
from ...content.parameters import PLACE
from ...content.prose import inline
from ...learning.ordering import opening_sentence
from .bars import bars, share
from .figures import TaskFigures, chosen, misplaced, missed, most_first, turned, wrong


def task_part(library: Library, number: int, task: Task, key: Key, figures: TaskFigures) -> str:
    """Return the section of the report on one task."""
    mean = "not marked yet" if figures.waiting else f"mean mark {share(figures.difficulty)}"
    head = f"<h2 id='task-{number}-head'>Task {number} <span class='points'>{mean}</span></h2><p>{inline(library, _varied(task.prompt))}</p>"
    return f"<section class='task' id='task-{number}' aria-labelledby='task-{number}-head'>{head}{_answered(library, task, key, figures)}</section>"


def _varied(text: str) -> str:
    """The text with what varies named, not filled: the class was asked different things."""
    return PLACE.sub(lambda found: f"[{found[1]}]", text)


def _answered(library: Library, task: Task, key: Key, figures: TaskFigures) -> str:
    words = _words(library, task)
    match task.kind:
        case "choice" | "choices" | "passage":
            right = set() if key.case else {key.answer} if isinstance(key.answer, str) else set(key.answer)
            counts = chosen(figures.answers)
            rows = [
                (f"{text}{' <strong>(right)</strong>' if name in right else ''}", counts[name])
                for name, text in words.items()
            ]
            return bars(("Option", "Chosen by"), rows, figures.answered)
        case "match" | "sort":
            found = misplaced(figures.answers, key.place)
            return _commonest(
                "Most often misplaced",
                "Card, and where it was put",
                found,
                lambda pair: f"{words[pair[0]]} \N{RIGHTWARDS ARROW} {words.get(pair[1], html.escape(pair[1]))}",
                figures,
            )
        case "order":
            found = turned(figures.answers, list(key.answer))
            return _commonest(
                "Most often turned round",
                "Put too early, and before what",
                found,
                lambda pair: f"{words[pair[0]]} <em>before</em> {words[pair[1]]}",
                figures,
            )
        case "number" | "short":
            return _commonest("Wrong answers given most often", "Answer", wrong(figures.answers), html.escape, figures)
        case "table":
            return _commonest(
                "Cells missed",
                "Cell",
                missed(figures.answers),
                lambda cell: words.get(cell, html.escape(cell)),
                figures,
            )
    return ""


def _commonest(label: str, head: str, counts: Counter, said, figures: TaskFigures) -> str:
    rows = [(said(what), count) for what, count in most_first(counts)]
    return f"<p class='label'>{label}</p>" + bars((head, "Students"), rows, figures.answered) if rows else ""


def _words(library: Library, task: Task) -> dict[str, str]:
    """Every line of a task in words, as HTML; of a table every cell."""
    lines = {line.id: line.text for line in (*task.option, *task.left, *task.right, *task.card, *task.bin)}
    cells = {f"{row.id}/{column.id}": f"{row.text}, {column.text}" for row in task.row for column in task.column}
    return {name: inline(library, _varied(text)) for name, text in (lines | cells).items()} | {
        p: inline(library, opening_sentence(library, p)) for p in task.passage
    }
