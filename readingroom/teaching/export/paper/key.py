"""The key to a paper: what stands on it where all is right, in the paper's own letters, then the reasons."""

from __future__ import annotations

import html
from string import ascii_uppercase
from typing import TypeVar

import msgspec

from ..questions import Card, Decoy, Essay, Figure, Ordering, Pick, Placing, Question, Shape, Words, plain_number
from ..solutions import solution
from .questions import PaperQuestion
from .sheets import Numbering, Placement, Sheet, Ticks

Placed = TypeVar("Placed", Card, Decoy)


def answer_in_short(question: PaperQuestion) -> str:
    """Return what a right answer looks like on the paper: letters, numbers or words, row by row."""
    return "; ".join(_short(question.sheet, answer.shape) for answer in question.answers)


def key_of(question: PaperQuestion) -> str:
    """Return the right answer in full with its reasons and how half-right answers count, as HTML."""
    return "".join(_explained(question, answer) for answer in question.answers)


def _explained(question: PaperQuestion, answer: Question) -> str:
    several = len(question.answers) > 1
    part = f'<p class="cell">{answer.prompt.removeprefix(question.prompt).strip()}</p>' if several else ""
    return part + solution(_with_letters(question.sheet, answer.shape)) + half_right(answer.shape) + answer.to_all


def _short(sheet: Sheet, shape: Shape) -> str:
    match sheet, shape:
        case Ticks(options=lines), Pick(options=options):
            right = {option.text for option in options if option.weight > 0}
            return " ".join(letter for letter, line in zip(ascii_uppercase, lines, strict=False) if line in right)
        case Numbering(lines=lines), Ordering(lines=in_order):
            place = {line.text: line.place for line in in_order}
            return " ".join(place[line] for line in lines)
        case Placement(cards=cards), Placing():
            letter, place = letters(sheet), {card.text: html.escape(card.place) for card in shape.cards}
            return " ".join(letter[place[card]] for card in cards)
        case _, Figure(answer=answer, unit=unit):
            return f"{plain_number(answer)} {unit}".strip()
        case _, Words(forms=forms):
            return html.escape(forms[0])
    return "see the rubric"


def letters(sheet: Placement) -> dict[str, str]:
    """Return the letter that each place has on the paper."""
    return dict(zip(sheet.places, ascii_uppercase, strict=False))


def _with_letters(sheet: Sheet, shape: Shape) -> Shape:
    """Return a shape whose options and places begin with the letter that they have on the paper."""
    match sheet, shape:
        case Ticks(options=lines), Pick(options=options):
            letter = dict(zip(lines, ascii_uppercase, strict=False))
            named = (msgspec.structs.replace(o, text=f"{letter[o.text]}. {o.text}") for o in options)
            return msgspec.structs.replace(shape, options=tuple(named))
        case Placement(), Placing(cards=cards, decoys=decoys):
            letter = letters(sheet)
            return msgspec.structs.replace(shape, cards=_named(cards, letter), decoys=_named(decoys, letter))
    return shape


def _named(lines: tuple[Placed, ...], letter: dict[str, str]) -> tuple[Placed, ...]:
    named = (f"{letter[html.escape(line.place)]}. {line.place}" for line in lines)
    return tuple(msgspec.structs.replace(line, place=place) for line, place in zip(lines, named, strict=True))


def half_right(shape: Shape) -> str:
    """Say how a half-right answer is marked, for those who mark by hand."""
    match shape:
        case Pick(many=True, options=options):
            right = sum(option.weight > 0 for option in options)
            says = (
                f"Of {right} right ticks each earns 1/{right} of the points, and each wrong tick costs as "
                "much; not below zero."
            )
        case Ordering(lines=lines):
            pairs = len(lines) * (len(lines) - 1) // 2
            says = (
                f"Of the {pairs} pairs of lines, those in order less those out of order, divided by "
                f"{pairs}; not below zero."
            )
        case Placing(cards=cards):
            says = f"Each of the {len(cards)} lines counts alike."
        case Essay() | _:
            return ""
    return f'<p class="how">{says}</p>'
