"""The shapes a question can have on its way out: values that know neither the course's files nor any format.

`text`, `why`, `otherwise` and `model` are HTML; forms of a short answer and places to put a card are plain text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import msgspec


class Value(msgspec.Struct, frozen=True):
    """Something that is what it holds."""


class Option(Value, frozen=True):
    """Something to tick; `weight` is what ticking it earns, in per cent of the points."""

    text: str
    weight: float
    why: str


class Pick(Value, frozen=True):
    """Tick one option, or where `many` any number; `mixed` options may be shown in another order."""

    options: tuple[Option, ...]
    many: bool = False
    mixed: bool = True


class Card(Value, frozen=True):
    """Something to put in a place."""

    text: str
    place: str
    why: str


class Decoy(Value, frozen=True):
    """A place where nothing belongs."""

    place: str
    why: str


class Placing(Value, frozen=True):
    """Put each card in its place; `places` stand in the order in which they are offered."""

    cards: tuple[Card, ...]
    places: tuple[str, ...]
    decoys: tuple[Decoy, ...] = ()


class Ordering(Value, frozen=True):
    """Put lines in order; the place of each is its number.

    `lines` stand in the right order, `offered` as they are shown.
    """

    lines: tuple[Card, ...]
    offered: tuple[Card, ...]


class WrongNumber(Value, frozen=True):
    """A wrong number somebody reaches by a known road."""

    value: float
    tolerance: float
    why: str


class Figure(Value, frozen=True):
    """Give a number."""

    answer: float
    tolerance: float
    unit: str
    why: str
    otherwise: str
    wrong: tuple[WrongNumber, ...] = ()


class WrongWords(Value, frozen=True):
    """Wrong answers of one kind."""

    forms: tuple[str, ...]
    why: str


class Words(Value, frozen=True):
    """Give a few words; each of `forms` is right."""

    forms: tuple[str, ...]
    why: str
    otherwise: str
    wrong: tuple[WrongWords, ...] = ()


class Criterion(Value, frozen=True):
    """One line of a rubric: what is looked at, and for each level its points and its text."""

    text: str
    levels: tuple[tuple[int, str], ...]


class Essay(Value, frozen=True):
    """Write a text; people mark it."""

    model: str
    rubric: tuple[Criterion, ...]


Shape = Pick | Placing | Ordering | Figure | Words | Essay


class Question(Value, frozen=True):
    """A question as every format takes it.

    `to_all` is said to whoever answered, `dated` if a figure of the data stands in it.
    """

    id: str
    prompt: str
    shape: Shape
    points: float = 1
    to_all: str = ""
    tags: tuple[str, ...] = ()
    dated: bool = False

    @property
    def asked(self) -> str:
        """The prompt and, where the shape asks for one, a word on the form of the answer."""
        return f"<p>{self.prompt}</p>" + (f"<p>{form_of(self.shape)}</p>" if form_of(self.shape) else "")


class Part(Value, frozen=True):
    """Questions under one title: a quiz or an exercise; `course` is the id of its course."""

    name: str
    title: str
    questions: tuple[Question, ...]
    course: str = "course"


Loss = tuple[str, Callable[[Question], bool]]
"""What a format cannot carry, and whether a question has it."""


def losses(parts: Iterable[Part], table: Iterable[Loss]) -> list[str]:
    """Return a line for each thing lost, with the ids of the questions that lose it."""
    questions = [question for part in parts for question in part.questions]
    found = ((says, [question.id for question in questions if loses(question)]) for says, loses in table)
    return [f"{says}: {', '.join(ids)}" for says, ids in found if ids]


def form_of(shape: Shape) -> str:
    """Say in HTML what form the answer has, where the question alone does not show it."""
    match shape:
        case Pick(many=True):
            return "One or more are right."
        case Figure(unit=unit):
            return f"A number ({unit})." if unit else "A number."
        case Words():
            return "A few words."
    return ""


def plain_number(value: float) -> str:
    """Write a number with a point and without an exponent."""
    written = f"{value:.10f}".rstrip("0").rstrip(".")
    return "0" if written == "-0" else written
