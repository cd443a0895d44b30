"""Checks of data/turns.toml: each step can be worked out in every door, and stands in a notebook as it is given."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import partial

from ..errors import ContentError
from ..kinds import kind_of
from ..kinds.number import Number
from ..kinds.short import Short
from ..notebook_cells import cells_of, code_cells
from ..references import UnknownReferenceError
from ..turns import DOTS, FILE, QUIZ, Turn, question_of
from .collector import Collector
from .item_writing import lint
from .items import item_faults
from .other_files import listed
from .references import check_record

Problem = tuple[str, str]


def check_turns(collector: Collector) -> None:
    """Check every step of a course that has some."""
    if not (collector.library.root / FILE).is_file():
        return
    cells = _cells(collector)
    for turn in collector.rows("turns", "turn", Turn):
        label = f"turn {turn.id}"
        check_record(collector, FILE, label, turn)
        for field, message in [*_question_problems(collector, turn), *_table_problems(collector, turn), *_code(turn)]:
            collector.add(FILE, label, field, message)
        if cells is not None and cells.count("\n".join(turn.given)) != 1:
            message = "stand in no cell of a notebook, or in several; the lesson has them as they are here"
            collector.add(FILE, label, "given", message)
    if QUIZ in (collector.quiz_ids or ()):
        collector.add(
            FILE, "", "", f"a quiz or a section is called {QUIZ!r}: the record keeps these answers by that name"
        )


def _cells(collector: Collector) -> list[str] | None:
    """Return the code of all lessons; None in a copy that has none."""
    root = collector.library.root
    if not (root / "notebooks").is_dir():
        return None
    names = [f"notebooks/{name}.ipynb" for name in listed(collector, "notebooks", ".ipynb")]
    return [code for name in names for _, code in code_cells(collector.read(partial(cells_of, root, name), []))]


def _question_problems(collector: Collector, turn: Turn) -> Iterator[Problem]:
    question = turn.question
    if question.id != f"turn-{turn.id}":
        yield "question id", f"is {question.id!r}; the record knows the step as 'turn-{turn.id}'"
    if question.id in collector.item_ids:
        yield "question id", f"{question.id!r} stands twice, here or in a quiz"
    collector.item_ids.add(question.id)
    if not isinstance(question, (Number, Short)):
        yield "question kind", "must be a number or short: what a cell works out is one of the two"
        return
    if not question.paragraphs:
        yield "question paragraphs", "names no paragraph that the step tests"
    paragraphs = collector.known["paragraph"]
    found = item_faults(question, question.paragraphs if paragraphs is None else paragraphs)
    found += lint(question, collector.fill, collector.course.common if collector.course else ())
    yield from ((f"question {field}".rstrip(), message) for field, message in found)
    for field, text in kind_of(question).figures(question):
        try:
            collector.library.evaluate(text)
        except UnknownReferenceError as error:
            yield f"question {field}", str(error)
        except ContentError:
            pass  # the series file's own fault is reported already
    yield from _twice(collector, turn)


def _twice(collector: Collector, turn: Turn) -> Iterator[Problem]:
    """A foreseen mistake within the tolerance would be called right."""
    try:
        item = question_of(turn, collector.library.evaluate)
    except (UnknownReferenceError, ContentError):
        return
    if isinstance(item, Number):
        for number, mistake in enumerate(item.mistake, start=1):
            if abs(float(mistake.value) - float(item.answer)) <= item.tolerance:
                yield f"question mistake {number}", "lies within the tolerance, so that it counts as right"


def _table_problems(collector: Collector, turn: Turn) -> Iterator[Problem]:
    table = collector.tables.get(turn.table.series)
    if table is None:
        if turn.table.series not in collector.series:
            yield "table series", f"there is no series {turn.table.series!r}"
        return
    for column in turn.table.columns:
        if column not in table.values:
            yield "table columns", f"series {turn.table.series} has no column {column!r}"
    for date in turn.table.dates:
        if date not in table.dates:
            yield "table dates", f"series {turn.table.series} has nothing for {date}"


def _code(turn: Turn) -> Iterator[Problem]:
    for field, lines, fill in (
        ("given", turn.given, turn.fill),
        ("plain", turn.plain, turn.plain_fill or turn.fill),
    ):
        dots = "\n".join(lines).count(DOTS)
        if dots != len(fill):
            yield field, f"has {dots} places with dots, and {len(fill)} to put there"
        if f'.check("{turn.id}", ' not in lines[-1]:
            yield field, f'must end in a line with .check("{turn.id}", …)'
    for field, lines in (("given", turn.given), ("fill", turn.solution), ("plain_fill", turn.plain_solution)):
        try:
            ast.parse("\n".join(lines))
        except SyntaxError as error:
            yield field, f"makes no Python: {error}"
