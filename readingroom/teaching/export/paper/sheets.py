"""What there is to fill in below a question on paper: values that hold no answer. Every text is HTML."""

from __future__ import annotations

import html

from ..questions import Essay, Figure, Ordering, Pick, Placing, Shape, Value, Words

MOST_COLUMNS = 4  # more boxes to tick in a row leave no room for the words


class Ticks(Value, frozen=True):
    """Options to tick: one of them, or where `many` any number."""

    options: tuple[str, ...]
    many: bool = False


class Numbering(Value, frozen=True):
    """Lines to number in order."""

    lines: tuple[str, ...]


class Placement(Value, frozen=True):
    """Cards, each of which belongs to one of the places."""

    cards: tuple[str, ...]
    places: tuple[str, ...]

    @property
    def is_grid(self) -> bool:
        """Say whether places are columns to tick in, since several cards may share one."""
        return len(self.places) <= MOST_COLUMNS and len(self.cards) > len(self.places)


class Cells(Value, frozen=True):
    """A table to fill in."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]


class Blank(Value, frozen=True):
    """Room for a number or a few words."""

    unit: str = ""
    is_number: bool = False


class Ruled(Value, frozen=True):
    """Lines to write on."""


Sheet = Ticks | Numbering | Placement | Cells | Blank | Ruled


def sheet_of(shape: Shape) -> Sheet:
    """Return what there is to fill in for a question of a quiz, in the order in which the course offers it."""
    match shape:
        case Pick(options=options, many=many):
            return Ticks(tuple(option.text for option in options), many)
        case Ordering(offered=lines):
            return Numbering(tuple(line.text for line in lines))
        case Placing(cards=cards, places=places):
            return Placement(tuple(card.text for card in cards), tuple(map(html.escape, places)))
        case Figure(unit=unit):
            return Blank(unit, is_number=True)
        case Words():
            return Blank()
        case Essay():
            return Ruled()


def choices_of(sheet: Sheet) -> list[tuple[str, ...]]:
    """Return each group of lines that a reader has to tell apart."""
    match sheet:
        case Ticks(options=lines) | Numbering(lines=lines):
            return [lines]
        case Placement(cards=first, places=second) | Cells(rows=first, columns=second):
            return [first, second]
    return []
