"""The records of an assigned exercise: its tasks, which hold no answer, and its key, which no student's copy holds."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from .models import Criterion, Decimals, Id, Record, Text


class Exercise(Record, frozen=True, kw_only=True):
    """What stands at the top of an exercise."""

    id: Id
    title: Text
    tier: Literal["no code", "a little code", "code"]
    minutes: Annotated[int, msgspec.Meta(ge=1)]
    aims: list[Text]
    needs: list[Text]
    paragraphs: list[Id]


class TaskOption(Record, frozen=True, kw_only=True):
    """A line to choose, move or place, without a word on whether or where it is right."""

    id: Id
    text: Text


class VaryValue(Record, frozen=True, kw_only=True):
    """One thing that a student may be asked about.

    `{vary:NAME}` prints its text, `{vary:NAME.id}` its id, in task and key.
    """

    id: Id
    text: Text


class Vary(Record, frozen=True, kw_only=True):
    """What differs from student to student; where there is no roster the first value is asked for."""

    name: Id
    value: Annotated[list[VaryValue], msgspec.Meta(min_length=1)]


class TableColumn(Record, frozen=True, kw_only=True):
    """A column of a small table to hand in."""

    id: Id
    text: Text
    unit: str = ""
    decimals: Decimals = 0


class Task(Record, frozen=True, kw_only=True):
    """One task: what is asked, in what form the answer comes.

    choice, choices, order: `option`. match: `left` and `right`. sort: `card` and `bin`. passage: `passage`, the
    paragraphs to choose from. number: `unit`, `decimals`. table: `row` and `column`. With `draw`, each student gets so
    many of the options to order or cards to sort.
    """

    id: Id
    kind: Id
    paragraphs: list[Id]
    prompt: Text
    option: list[TaskOption] = []
    left: list[TaskOption] = []
    right: list[TaskOption] = []
    card: list[TaskOption] = []
    bin: list[TaskOption] = []
    passage: list[Id] = []
    row: list[TaskOption] = []
    column: list[TableColumn] = []
    unit: str = ""
    decimals: Decimals | None = None
    draw: int | None = None
    vary: list[Vary] = []


class KeyOption(Record, frozen=True, kw_only=True):
    """What is said to whoever chooses this option, or about where this line belongs."""

    id: Id
    why: Text


class KeyMistake(Record, frozen=True, kw_only=True):
    """A known wrong road to a number, a word or a cell of a table, and what is said to whoever took it."""

    answers: list[Text]
    why: Text


class KeyCase(Record, frozen=True, kw_only=True):
    """What the key says instead where the student was asked about these values, as in `when = {partner = "japan"}`."""

    when: dict[Id, Id]
    answer: str | list[str] = ""
    why: str = ""
    option: list[KeyOption] = []
    mistake: list[KeyMistake] = []


class Key(Record, frozen=True, kw_only=True):
    """The answer to one task, its points, and what is said to those who missed it.

    `answer`: choice, number: one; choices, passage, short: every right one; order: the ids, first to last. A number may
    be reckoned from references with + - * / and brackets. `place`: where each line or card of match and sort belongs.
    `cell`: row -> column -> number, with `tolerance` for each. written: `model`, `criterion`, and `marking`, notes for
    who marks.
    """

    task: Id
    points: int
    why: Text
    answer: str | list[str] = ""
    tolerance: float = 0.0
    place: dict[Id, Id] = {}
    cell: dict[Id, dict[Id, str]] = {}
    option: list[KeyOption] = []
    mistake: list[KeyMistake] = []
    case: list[KeyCase] = []
    model: str = ""
    criterion: list[Criterion] = []
    marking: str = ""


class Assigned(Record, frozen=True, kw_only=True):
    """What a student's own variant says of itself: for whom it is, and a tag that tells it from the others."""

    student: Text
    tag: Text
