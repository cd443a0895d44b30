"""Steps that a reader works out from the figures: lines of code with dots to fill, and a question about the result."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from typing import Annotated

import msgspec

from .kinds import AnyItem
from .kinds.number import Number, NumberMistake
from .models import Columns, Id, Item, Record, Text

FILE = "data/turns.toml"
QUIZ = "turns"
"""The quiz under whose name the record keeps the answers."""
DOTS = "..."
_REMARK = re.compile(r" {2,}#.*$")
_FRACTION = "That is a fraction, in which 1 stands for the whole. The question asks for per cent: multiply by 100."
_SIGN = "The size is right, but not the sign. A fall is below zero and has a minus sign; a rise has none."

_ROUNDED = "That is the right figure, but rounded. Give it with more decimals."
_WORTH_ROUNDING = 0.1  # a rounding that moves a figure by more says too little to be called right

Lines = Annotated[list[str], msgspec.Meta(min_length=1)]


class SmallTable(Record, frozen=True, kw_only=True):
    """The part of a series that stands on a page without Python; `dates` are its rows."""

    series: Id
    columns: Columns
    dates: Columns


class Turn(Record, frozen=True, kw_only=True):
    """A learner's own cell: the lines `given`, in which `fill` takes the place of the dots, one after the other.

    `plain` is the same without pandas, with `plain_fill` where its dots ask for something else. `formula` says in words
    how to work it out by hand from the small `table`, `shows` what the result says about the text. `question` is an
    item that asks for the result; its answer may be an expression of references.
    """

    id: Id
    given: Lines
    fill: Lines
    plain: Lines
    plain_fill: list[str] = []
    hint: Text
    formula: Text
    shows: Text
    table: SmallTable
    question: AnyItem

    @property
    def solution(self) -> list[str]:
        """The given lines, worked out."""
        return worked(self.given, self.fill)

    @property
    def plain_solution(self) -> list[str]:
        """The lines without pandas, worked out."""
        return worked(self.plain, self.plain_fill or self.fill)


def worked(lines: list[str], fill: list[str]) -> list[str]:
    """Return `lines` with the texts of `fill` in the place of the dots, and without the remarks that ask for them."""
    text = "\n".join(_REMARK.sub("", line) for line in lines)
    for part in fill:
        text = text.replace(DOTS, part, 1)
    return text.split("\n")


def question_of(turn: Turn, evaluate: Callable[[str], float]) -> Item:
    """Return the question with its figures worked out, and with the slips that any number invites."""
    question = turn.question
    if not isinstance(question, Number):
        return question
    right = evaluate(question.answer)
    decimals = _decimals(question.tolerance)
    foreseen = [
        msgspec.structs.replace(mistake, value=repr(evaluate(mistake.value)), tolerance=_widest(question, mistake))
        for mistake in question.mistake
    ]
    taken = [right, *(float(mistake.value) for mistake in foreseen)]
    slips = [
        slip
        for slip in _slips(question, right)
        if all(abs(float(slip.value) - value) > slip.tolerance + question.tolerance for value in taken)
    ]
    return msgspec.structs.replace(question, answer=f"{right:.{decimals}f}", mistake=[*foreseen, *slips])


def _widest(question: Number, mistake: NumberMistake) -> float:
    return max(question.tolerance, mistake.tolerance)


def _slips(question: Number, right: float) -> list[NumberMistake]:
    found = [NumberMistake(value=repr(-right), why=_SIGN, tolerance=question.tolerance)]
    if question.unit.startswith("per cent"):
        found.append(NumberMistake(value=repr(right / 100), why=_FRACTION, tolerance=question.tolerance / 100))
    return [*found, *_roundings(question, right)]


def _roundings(question: Number, right: float) -> list[NumberMistake]:
    """The right answer with fewer decimals than the tolerance asks for."""
    rounded = dict.fromkeys(round(right, decimals) for decimals in range(_decimals(question.tolerance)))
    close = [value for value in rounded if abs(value - right) <= _WORTH_ROUNDING * abs(right)]
    return [NumberMistake(value=repr(value), why=_ROUNDED) for value in close]


def _decimals(tolerance: float) -> int:
    return max(0, math.ceil(-math.log10(tolerance))) if tolerance > 0 else 0
