"""What a reader fills in, as HTML: boxes to tick, blanks, a grid, ruled lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from string import ascii_uppercase

from .sheets import Blank, Cells, Numbering, Placement, Ruled, Sheet, Ticks

WORDS_IN_A_LINE = 10  # of a hand that writes across a sheet of A4
LEAST_LINES, MOST_LINES = 5, 23  # a sheet holds the question and so many
_ASKED_WORDS = re.compile(r"(\d+)\s+words\b")
_BOX = '<span class="box"></span>'
_ROUND = '<span class="box round"></span>'


def fields(sheet: Sheet, prompt: str, points: float) -> str:
    """Return what stands below a question, with a word on how to fill it in; room to write fits the points."""
    match sheet:
        case Ticks(options=options, many=many):
            how = _how("One or more are right.") if many else ""
            return how + _rows("options", ((_BOX if many else _ROUND) + line for line in _lettered(options)))
        case Numbering(lines=lines):
            rows = (f"{_BOX}<span>{line}</span>" for line in lines)
            return _how("Number the lines; 1 is the first.") + _rows("options numbers", rows)
        case Placement() if sheet.is_grid:
            return _how("Tick one box in each row.") + _grid(sheet)
        case Placement():
            return _how(_letters_to_write(sheet)) + _columns(sheet)
        case Cells(rows=rows, columns=columns):
            return _table(columns, {row: ["" for _ in columns] for row in rows}, "cells")
        case Blank(unit=unit, is_number=True):
            room = f'<div class="working" style="--room: {max(1, min(points, 3)):g}"></div>'
            return f'{room}<p class="blank"><span class="line short"></span> {unit}</p>'
        case Blank():
            return '<p class="blank"><span class="line"></span></p>'
        case Ruled():
            return '<div class="rule"></div>' * lines_for(prompt, points)


def lines_for(prompt: str, points: float) -> int:
    """Return how many lines an answer takes: by the most words that the prompt asks for, else by the points."""
    asked = [int(number) for number in _ASKED_WORDS.findall(prompt)]
    needed = max(asked) / WORDS_IN_A_LINE + 2 if asked else 2 * points
    return min(max(LEAST_LINES, round(needed)), MOST_LINES)


def _lettered(lines: Iterable[str]) -> Iterator[str]:
    """Yield lines of HTML behind the letters A, B, C."""
    for letter, line in zip(ascii_uppercase, lines, strict=False):
        yield f'<b class="letter">{letter}</b><span>{line}</span>'


def _letters_to_write(sheet: Placement) -> str:
    spare = " Some letters are not needed." if len(sheet.places) > len(sheet.cards) else ""
    return f"Write in each box the letter that belongs to the line.{spare}"


def _columns(sheet: Placement) -> str:
    cards = _rows("options", (f"{_BOX}<span>{card}</span>" for card in sheet.cards))
    return f'<div class="match">{cards}{_rows("options", _lettered(sheet.places))}</div>'


def _grid(sheet: Placement) -> str:
    heads = [f"{letter}. {place}" for letter, place in zip(ascii_uppercase, sheet.places, strict=False)]
    room = min(20, 54 // len(heads))  # per cent; the rest is for the words of the rows
    width = min(room, max(13, 9 + max(map(len, heads)) // 3))  # a long head wraps into few lines
    made = _table(heads, {card: [_ROUND for _ in sheet.places] for card in sheet.cards}, "grid")
    return made.replace('class="grid"', f'class="grid" style="--column: {width}%"', 1)


def _table(columns: Iterable[str], rows: Mapping[str, list[str]], name: str) -> str:
    head = "".join(f'<th scope="col">{column}</th>' for column in columns)
    body = "".join(
        f'<tr><th scope="row">{row}</th>' + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"
        for row, cells in rows.items()
    )
    return f'<table class="{name}"><thead><tr><td></td>{head}</tr></thead><tbody>{body}</tbody></table>'


def _rows(name: str, lines: Iterable[str]) -> str:
    return f'<ul class="{name}">' + "".join(f"<li>{line}</li>" for line in lines) + "</ul>"


def _how(text: str) -> str:
    return f'<p class="how">{text}</p>'
