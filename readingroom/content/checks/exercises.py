"""What must hold between an exercise's tasks and its key, in every variant a student may get."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from ..errors import ContentError
from ..exercise import Key, Task
from ..library import Library
from ..parameters import PLACE, Values, filled, first_values, key_for
from ..references import UnknownReferenceError

Says = tuple[str, str]

_LINES = {
    "choice": ("option",),
    "choices": ("option",),
    "order": ("option",),
    "match": ("left", "right"),
    "sort": ("card", "bin"),
    "passage": ("passage",),
    "table": ("row", "column"),
    "number": (),
    "short": (),
    "written": (),
}
_ALL_LINES = ("option", "left", "right", "card", "bin", "passage", "row", "column")
_TELLING = re.compile(r"(^|-)(right|wrong|correct|true|false|answer|best|key)(-|$)")


def task_faults(task: Task, paragraphs: Iterable[str]) -> list[Says]:
    """Return (field, what is wrong) for everything wrong within a task."""
    return list(dict.fromkeys(_within(task, set(paragraphs))))


def key_faults(library: Library, task: Task, key: Key) -> list[Says]:
    """Return (field, what is wrong) for everything in which a key does not fit its task, whatever values are asked about."""
    found = list(_once(task, key))
    for values in every_choice(task):
        try:
            asked, fitting = filled(task, values), key_for(key, values)
        except KeyError as unknown:
            found.append(("text", f"{{vary:{unknown.args[0]}}} names nothing that varies"))
            break
        where = ", ".join(f"{name} {value.id}" for name, value in values.items())
        found += [
            (field, f"{says} (asked about {where})" if where else says)
            for field, says in _fits(library, asked, fitting)
        ]
    return list(dict.fromkeys(found))


def every_choice(task: Task) -> Iterator[Values]:
    """Yield every combination of values that a student may be asked about."""
    names = [vary.name for vary in task.vary]
    for values in itertools.product(*(vary.value for vary in task.vary)):
        yield dict(zip(names, values, strict=True))


def some_variant(task: Task, row: Task | Key) -> Task | Key:
    """Return a task or its key filled with the first values, as far as they can be: what is said then can be looked at as prose."""
    try:
        return filled(row, first_values(task))
    except KeyError:
        return row  # `task_faults` and `key_faults` say which name is wrong


def _within(task: Task, paragraphs: set[str]) -> Iterator[Says]:
    for field in _ALL_LINES:
        lines = getattr(task, field)
        wanted = field in _LINES[task.kind]
        if wanted and len(lines) < (1 if task.kind == "table" else 2):
            yield field, f"a {task.kind} task needs {'one' if task.kind == 'table' else 'two'} or more"
        if lines and not wanted:
            yield field, f"a {task.kind} task has none"
        ids = [line if isinstance(line, str) else line.id for line in lines]
        for name, count in Counter(ids).items():
            if count > 1:
                yield field, f"{name!r} stands {count} times"
            if _TELLING.search(name):
                yield field, f"{name!r} may tell the answer; give it another id"
    for name in task.passage:
        if name not in paragraphs:
            yield "passage", f"there is no paragraph {name!r}"
    if task.draw is not None and (
        task.kind not in ("order", "sort") or not 2 <= task.draw <= len(task.option or task.card)
    ):
        yield "draw", "only lines to order and cards to sort are drawn, at least two and no more than there are"
    names = {vary.name for vary in task.vary}
    for found in PLACE.finditer(_words(task)):
        if found[1] not in names:
            yield "prompt", f"{found[0]} names nothing that varies"
    for vary in task.vary:
        if len(vary.value) < 2:
            yield f"vary {vary.name}", "one value does not vary"
        if f"{{vary:{vary.name}" not in _words(task):
            yield f"vary {vary.name}", "the task never says what was drawn"


def _words(task: Task) -> str:
    return " ".join(
        [
            task.prompt,
            *(
                line.text
                for field in ("option", "left", "right", "card", "bin", "row", "column")
                for line in getattr(task, field)
            ),
        ]
    )


def _once(task: Task, key: Key) -> Iterator[Says]:
    if key.points < 1:
        yield "points", "a task gives one point or more"
    if task.kind == "written":
        most = sum(max((level.points for level in c.level), default=0) for c in key.criterion)
        if not key.criterion:
            yield "criterion", "a written task has a rubric"
        elif most != key.points:
            yield "points", f"the rubric gives {most:g}, the task {key.points}"
        if not key.model.strip():
            yield "model", "a written task has a model answer"
        for criterion in key.criterion:
            points = [level.points for level in criterion.level]
            if len(points) < 2 or points != sorted(set(points)):
                yield f"criterion {criterion.id}", "needs two levels or more, with rising points"
    known = {
        line if isinstance(line, str) else line.id
        for field in _LINES[task.kind]
        if field not in ("right", "bin", "row", "column")
        for line in getattr(task, field)
    }
    explained = [option.id for option in key.option]
    yield from (("option", f"says nothing about {name!r}") for name in sorted(known - set(explained)))
    yield from (("option", f"there is no {name!r} in the task") for name in sorted(set(explained) - known))
    shown = [option.id for option in task.option][: task.draw]
    if task.kind == "order" and shown == [name for name in key.answer if name in shown]:
        yield "option", "the tasks' file lists the lines in their right order, which gives the answer away"
    for case in key.case:
        for name, value in case.when.items():
            if value not in {v.id for vary in task.vary if vary.name == name for v in vary.value}:
                yield "case", f"{name} is never {value!r}"


def _fits(library: Library, task: Task, key: Key) -> Iterator[Says]:
    match task.kind:
        case "choice":
            yield from _named([key.answer] if isinstance(key.answer, str) else [], task.option, "answer", 1)
        case "choices":
            yield from _named(key.answer if isinstance(key.answer, list) else [], task.option, "answer")
            if isinstance(key.answer, list) and len(key.answer) == len(task.option):
                yield "answer", "every option is right; one at least must be wrong"
        case "order":
            if sorted(key.answer) != sorted(option.id for option in task.option):
                yield "answer", "an order names every line once, the first first"
        case "passage":
            if not key.answer or not set([key.answer] if isinstance(key.answer, str) else key.answer) <= set(
                task.passage
            ):
                yield "answer", "a passage task names paragraphs that can be chosen"
        case "match":
            yield from _placed(key, task.left, task.right)
        case "sort":
            yield from _placed(key, task.card, task.bin)
        case "number":
            yield from _reckoned(library, "answer", key.answer if isinstance(key.answer, str) else "")
            yield from (
                says
                for mistake in key.mistake
                for text in mistake.answers
                for says in _reckoned(library, "mistake", text)
            )
        case "short":
            if not key.answer:
                yield "answer", "a short task names at least one form"
        case "table":
            for row in task.row:
                for column in task.column:
                    yield from _reckoned(
                        library, f"cell.{row.id}.{column.id}", key.cell.get(row.id, {}).get(column.id, "")
                    )
            yield from (
                says
                for mistake in key.mistake
                for text in mistake.answers
                for says in _reckoned(library, "mistake", text)
            )


def _named(answers: list[str], lines: list, field: str, exactly: int = 0) -> Iterator[Says]:
    if not answers or (exactly and len(answers) != exactly):
        yield field, "names no right option" if not answers else f"names {len(answers)} options"
    for name in answers:
        if name not in {line.id for line in lines}:
            yield field, f"there is no option {name!r}"


def _placed(key: Key, cards: list, places: list) -> Iterator[Says]:
    for card in cards:
        if key.place.get(card.id) not in {place.id for place in places}:
            yield "place", f"{card.id!r} has no place, or one that is not in the task"
    for name in sorted(set(key.place) - {card.id for card in cards}):
        yield "place", f"there is no {name!r} in the task"


def _reckoned(library: Library, field: str, text: str) -> Iterator[Says]:
    if not text:
        yield field, "there is no number"
        return
    try:
        library.reckoned(text)
    except UnknownReferenceError as fault:
        yield field, str(fault)
    except ContentError:
        pass  # the series file's own fault is reported already
