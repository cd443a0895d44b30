"""One student's feedback page: what was asked, what they answered, points, why, and what to read again."""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping
from functools import lru_cache

from ...content.kinds import KINDS
from ...content.library import Library, section_of
from ...content.models import Criterion
from ...content.prose import blocks, inline
from ..kinds.base import Lines, task_lines
from ..webpage import page
from . import answers
from .gradebook import Line, shown
from .recent import Recent
from .scoring import Asked, TaskMark

_STATES = {
    "late": "Your hand-in came after the date.",
    "written open": "Written tasks are not marked yet, so the total is what you have so far.",
    "provisional": (
        "Your file was damaged on its way or changed after it was made. These marks are "
        "provisional until your teacher has the whole file."
    ),
}


class Feedback:
    """Makes the pages; what is the same for many students is made once."""

    def __init__(self, library: Library, title: str, most: float, solutions: bool = True):
        self._library, self._title, self._most, self._solutions = library, title, most, solutions
        self._prompt = lru_cache(maxsize=4096)(lambda text: inline(library, text))
        self._sections = Recent[str](4096)
        self._blocks = lru_cache(maxsize=1024)(lambda text: blocks(library, text))

    def page(
        self,
        line: Line,
        asked: Mapping[str, Asked],
        marks: Iterable[TaskMark],
        rubric: Mapping[str, dict[str, float]],
        comments: Mapping[str, str],
        receipt: str,
        due: str = "",
        reasons: Iterable[str] = (),
    ) -> str:
        """Return the page of one student as HTML.

        `due` is until when they had time, `reasons` says why the total differs from what the key alone gives.
        """
        marks = list(marks)
        head = [
            f"<h1>{html.escape(self._title)}</h1>",
            f"<p>{html.escape(line.student.name or line.student.id)}</p>",
            f"<p class='total'>{shown(line.total)} of {shown(self._most if line.most is None else line.most)} "
            f"points{' so far' if line.state == 'written open' else ''}</p>",
            f"<p>{_STATES[line.state]}</p>" if line.state in _STATES else "",
            f"<p class='due'>It was due by {html.escape(due)}.</p>" if due else "",
            "".join(f"<p class='reason'>{html.escape(reason)}</p>" for reason in reasons),
            _sureness(marks),
            f"<p class='faint'>Made from the hand-in with receipt {html.escape(receipt)}.</p>" if receipt else "",
            _contents(marks),
        ]
        tasks = [
            self._task(number, asked[mark.task], mark, rubric.get(mark.task), comments.get(mark.task, ""))
            for number, mark in enumerate(marks, start=1)
        ]
        return page(f"{self._title}: {line.student.name or line.student.id}", "".join((*head, *tasks)))

    def _task(self, number: int, asked: Asked, mark: TaskMark, levels: dict[str, float] | None, comment: str) -> str:
        task = asked.question.asked
        if KINDS[task.kind].marked_by_people:
            return self._section(number, asked, mark, levels, comment)
        given = (repr(mark.response), mark.fraction, mark.points, mark.most, mark.counts, *mark.reasons)
        same = (number, task.id, asked.question.drawn, given)
        return self._sections.get(same, lambda: self._section(number, asked, mark))

    def _section(
        self, number: int, asked: Asked, mark: TaskMark, levels: dict[str, float] | None = None, comment: str = ""
    ) -> str:
        task = asked.question.asked
        lines = task_lines(self._library, task)
        verdict, words = _verdict(mark)
        parts = [
            f"<section class='task' id='task-{number}' aria-labelledby='task-{number}-head'><h2 "
            f"id='task-{number}-head'>Task {number} "
            f"<span class='points'><span class='verdict {verdict}'>{words}</span> \N{MIDDLE DOT} "
            f"{_points(mark)}</span></h2>",
            "".join(f"<p class='reason'>{html.escape(reason)}</p>" for reason in mark.reasons),
            f"<p>{self._prompt(task.prompt)}</p>",
            "<p class='label'>You answered</p>",
            f"<div class='yours {verdict}'>{answers.response_html(self._library, task, mark.response, lines)}</div>",
        ]
        if KINDS[task.kind].marked_by_people:
            parts.append(self._written(asked, levels, comment))
        else:
            parts.append(self._explained(asked, mark, lines))
        parts.append(self._again(task.paragraphs))
        return "".join(parts) + "</section>"

    def _explained(self, asked: Asked, mark: TaskMark, lines: Lines) -> str:
        task = asked.question.asked
        if not self._solutions:
            return ""
        why = answers.reasons(self._library, task, asked.key, asked.answer, mark.response, lines)
        reasons = "<p class='label'>Why</p>" + "".join(f"<p>{reason}</p>" for reason in why) if why else ""
        if (mark.fraction or 0) >= 1:
            return reasons
        solved = answers.solution_html(self._library, task, asked.answer, lines)
        return f"<p class='label'>The right answer</p>{solved}{reasons}"

    def _written(self, asked: Asked, levels: dict[str, float] | None, comment: str) -> str:
        remark = (
            f"<p class='label'>Your teacher writes</p><p class='text'>{html.escape(comment)}</p>" if comment else ""
        )
        model = (
            f"<details open><summary>A model answer</summary>{self._blocks(asked.key.model)}</details>"
            if self._solutions
            else ""
        )
        return (self._marked(asked, levels) if levels else self._awaited(asked)) + remark + model

    def _awaited(self, asked: Asked) -> str:
        lines = "".join(
            f"<li>{self._prompt(criterion.text)}: {_most(criterion):g}</li>" for criterion in asked.key.criterion
        )
        return f"<p class='label'>What it will be marked by, with the most points for each</p><ul>{lines}</ul>"

    def _marked(self, asked: Asked, levels: dict[str, float]) -> str:
        rows = "".join(self._criterion(criterion, levels[criterion.id]) for criterion in asked.key.criterion)
        return (
            "<p class='label'>How it was marked</p><table><thead><tr><th "
            "scope='col'>Criterion</th><th scope='col'>Points</th><th "
            "scope='col'>Reached</th></tr></thead>"
            f"<tbody>{rows}</tbody></table>"
        )

    def _criterion(self, criterion: Criterion, points: float) -> str:
        reached = max(
            (level for level in criterion.level if level.points <= points),
            key=lambda level: level.points,
            default=criterion.level[0],
        )
        return (
            f"<tr><th scope='row'>{self._prompt(criterion.text)}</th><td class='whole'>{shown(points)} "
            f"of {_most(criterion):g}</td><td>{self._prompt(reached.text)}</td></tr>"
        )

    def _again(self, paragraphs: Iterable[str]) -> str:
        places = [
            f"{self._library.paragraph_label(p)} ({html.escape(self._library.sections[section_of(p)].title)})"
            for p in paragraphs
        ]
        return f"<p class='faint'>Read again: {', '.join(places)}.</p>" if places else ""


def _most(criterion: Criterion) -> float:
    return max(level.points for level in criterion.level)


def _contents(marks: list[TaskMark]) -> str:
    lines = "".join(
        f"<li><a href='#task-{number}'>Task {number}</a>: {_points(mark)}</li>"
        for number, mark in enumerate(marks, start=1)
    )
    return f"<nav aria-label='Tasks'><ul>{lines}</ul></nav>"


def _points(mark: TaskMark) -> str:
    if not mark.counts:
        return "does not count"
    most = shown(mark.most)
    return f"not marked yet, of {most}" if mark.points is None else f"{shown(mark.points)} of {most}"


def _verdict(mark: TaskMark) -> tuple[str, str]:
    if mark.response in (None, "", [], {}):
        return "wrong", "No answer"
    if mark.fraction is None:
        return "open", "Handed in"
    return (
        ("right", "Right")
        if mark.fraction >= 1
        else ("partly", "Partly right")
        if mark.fraction > 0
        else ("wrong", "Not right")
    )


def _sureness(marks: list[TaskMark]) -> str:
    rated = [mark for mark in marks if mark.sure and mark.fraction is not None]
    sure = [mark for mark in rated if mark.sure == 3]
    if len(rated) < 4 or not sure:
        return ""
    right = sum(mark.fraction is not None and mark.fraction >= 1 for mark in sure)
    return (
        f"<p>You called yourself very sure of {len(sure)} answer{'s' if len(sure) != 1 else ''}; {right} "
        f"of them {'was' if right == 1 else 'were'} fully right.</p>"
    )
