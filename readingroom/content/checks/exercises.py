"""What must hold between an exercise's tasks and its key, in every variant a student may get."""

from __future__ import annotations

import itertools
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from ..kinds import KINDS
from ..kinds.base import Problem
from ..library import Library
from ..parameters import PLACEHOLDER, Row, UnknownValueError, Values, first_values, key_for, with_values
from ..tasks import Key, Task

MOST_CHOICES = 2000
_ALL_LINES = ("option", "left", "right", "card", "bin", "passage", "row", "column")
_RIGHT = ("answer", "place", "cell", "criterion")
_TELLING = re.compile(r"(^|-)(right|wrong|correct|true|false|answer|best|key)(-|$)")


def task_faults(task: Task, paragraphs: Iterable[str]) -> list[Problem]:
    """Return (field, what is wrong) for everything wrong within a task."""
    return list(dict.fromkeys(_within(task, set(paragraphs))))


def key_faults(library: Library, task: Task, key: Key) -> list[Problem]:
    """Return (field, what is wrong) for everything in which a key does not fit its task, whatever values are asked
    about.
    """
    found = list(_once(task, key))
    if math.prod(len(vary.value) for vary in task.vary) > MOST_CHOICES:
        return [
            *found,
            ("vary", f"more than {MOST_CHOICES} combinations of values; nobody can look over so many"),
        ]
    for values in every_choice(task):
        try:
            asked, fitting = with_values(task, values), key_for(key, values)
        except UnknownValueError as unknown:
            found.append(("text", f"{{vary:{unknown.name}}} names nothing that varies"))
            break
        where = ", ".join(f"{name} {value.id}" for name, value in values.items())
        found += [
            (field, f"{says} (asked about {where})" if where else says)
            for field, says in KINDS[task.kind].key_problems(asked, fitting, library.evaluate)
        ]
    return list(dict.fromkeys(found))


def every_choice(task: Task) -> Iterator[Values]:
    """Yield every combination of values that a student may be asked about."""
    names = [vary.name for vary in task.vary]
    for values in itertools.product(*(vary.value for vary in task.vary)):
        yield dict(zip(names, values, strict=True))


def some_variant(task: Task, row: Row) -> Row:
    """Return a task or its key filled with the first values, as far as they can be, to be checked as prose."""
    try:
        return with_values(row, first_values(task))
    except UnknownValueError:
        return row  # `task_faults` and `key_faults` say which name is wrong


def _within(task: Task, paragraphs: set[str]) -> Iterator[Problem]:
    kind = KINDS[task.kind]
    least, least_in_words = kind.least_lines
    for field in _ALL_LINES:
        lines = getattr(task, field)
        has_lines = field in kind.task_lines
        if has_lines and len(lines) < least:
            yield field, f"a {task.kind} task needs {least_in_words} or more"
        if lines and not has_lines:
            yield field, f"a {task.kind} task has none"
        ids = [line if isinstance(line, str) else line.id for line in lines]
        for name, count in Counter(ids).items():
            if count > 1:
                yield field, f"{name!r} stands {count} times"
            if _TELLING.search(name):
                yield field, f"{name!r} may tell the answer; give it another id"
        texts = Counter(" ".join(line.text.split()) for line in lines if not isinstance(line, str))
        yield from ((field, f"{text!r} stands {count} times") for text, count in texts.items() if count > 1)
    for name in task.passage:
        if name not in paragraphs:
            yield "passage", f"there is no paragraph {name!r}"
    if task.draw is not None and not (kind.can_draw and 2 <= task.draw <= len(task.option or task.card)):
        yield "draw", "only lines to order and cards to sort are drawn, at least two and no more than there are"
    names = {vary.name for vary in task.vary}
    for found in PLACEHOLDER.finditer(_words(task)):
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


def _once(task: Task, key: Key) -> Iterator[Problem]:
    if key.points < 1:
        yield "points", "a task gives one point or more"
    if key.tolerance < 0:
        yield "tolerance", "cannot be below zero"
    kind = KINDS[task.kind]
    for field in _RIGHT:
        if getattr(key, field) and field != kind.key_field:
            yield field, f"the key of a {task.kind} task has none; it has {kind.key_field}"
    yield from kind.file_problems(task, key)
    known = {
        line if isinstance(line, str) else line.id for field in kind.explained_lines for line in getattr(task, field)
    }
    explained = [option.id for option in key.option]
    yield from (("option", f"says nothing about {name!r}") for name in sorted(known - set(explained)))
    yield from (("option", f"there is no {name!r} in the task") for name in sorted(set(explained) - known))
    for case in key.case:
        for name, value in case.when.items():
            if value not in {v.id for vary in task.vary if vary.name == name for v in vary.value}:
                yield "case", f"nobody is asked about {value!r}; {name} has no such value"
