"""The texts of a figure: titles of panels, names at the ends of lines, labels of levels and dates; none overlap."""

from __future__ import annotations

from typing import Any

from . import theme
from .drawing import Drawing, Guessed, Line, Panel
from .label_text import LABEL_WIDTH, LINE_HEIGHT, TITLE_WIDTH, format_guess, format_number, short_date, wrap
from .marks import PlacedMark
from .scales import OVER_SCALE, Room, date_span, panel_scale, position
from .styles import styled_lines

GAP = 4  # pixels between two labels
LARGE = 1000  # from here on a label leaves decimals away
LEVEL = "\N{EN DASH}\N{THIN SPACE}\N{EN DASH}"  # the sign of a level: its line is dashed
Text = tuple[float, list[str], str]
"""A label in the margin: its value on the scale, its lines of text, the coloured sign before them."""


def panel_title(panel: Panel, room: Room, height: int) -> dict[str, Any]:
    return {
        "text": "<br>".join(wrap(panel.title, TITLE_WIDTH)),
        "xref": "paper",
        "x": 0,
        "xanchor": "left",
        "align": "left",
        "showarrow": False,
        "yref": "paper",
        "y": 1 - room.top / height,
        "yanchor": "top",
        "borderpad": 0,
        "font": {"size": theme.FONT + 0.5, "weight": 600},
    }


def mark_label(placed: PlacedMark, drawing: Drawing) -> dict[str, Any]:
    """Return the label of a date, in its row above the drawing."""
    return {
        "text": placed.mark.label,
        "x": position(placed.mark.date, drawing.yearly),
        "xref": "x",
        "y": 1,
        "yref": "y domain",
        "yanchor": "bottom",
        "yshift": LINE_HEIGHT * placed.row + OVER_SCALE,
        "xanchor": placed.anchor,
        "showarrow": False,
        "font": {"size": theme.FONT - 0.5},
        "borderpad": 0,
    }


def margin_texts(drawing: Drawing, panel: Panel, guessed: Guessed | None) -> list[Text]:
    """Return the labels beside a panel: each line's name where the line ends, each level's at its height, the guess."""
    texts: list[Text] = []
    if not drawing.single_bars:
        texts += [
            (line.known[-1][1], named_value(drawing, line), coloured_sign(style[2], colour))
            for line, style, colour in styled_lines(drawing, panel)
            if line.known
        ]
    texts += [
        (level.value, wrap(level.label, LABEL_WIDTH), coloured_sign(LEVEL, theme.INK))
        for level in drawing.levels
        if level.panel == panel.id
    ]
    if guessed and guessed.panel == panel.id:
        texts.append(guess_text(guessed, panel, panel_scale(drawing, panel, guessed)))
    return texts


def named_value(drawing: Drawing, line: Line) -> list[str]:
    """Return a line's name with its last figure in bold; with the date of that where other lines go on longer."""
    date, value = line.known[-1]
    number = format_number(value, 0 if abs(value) >= LARGE else line.decimals)
    said = f"{number} ({short_date(date)})" if date != date_span(drawing)[1] else number
    if drawing.bars:
        return wrap(line.label, LABEL_WIDTH)
    rows = wrap(f"{line.label} {said}", LABEL_WIDTH)
    last = max(i for i, row in enumerate(rows) if number in row.split())
    return [row.replace(number, f"<b>{number}</b>") if i == last else row for i, row in enumerate(rows)]


def label_height(rows: list[str]) -> int:
    """Return what a label in the margin takes, with the gap to the next."""
    return LINE_HEIGHT * len(rows) + GAP


def guess_text(guessed: Guessed, panel: Panel, scale: list[float]) -> Text:
    low, high = min(scale), max(scale)
    words = f"your guess: {format_guess(guessed.value)}"
    if low <= guessed.value <= high:
        return guessed.value, wrap(words, LABEL_WIDTH), coloured_sign("\N{BLACK STAR}", theme.GUESS)
    upwards = (guessed.value > high) != panel.rank
    arrow = "\N{UPWARDS ARROW}" if upwards else "\N{DOWNWARDS ARROW}"
    return (
        min(max(guessed.value, low), high),
        wrap(f"{words}, off the scale", LABEL_WIDTH),
        coloured_sign(arrow, theme.GUESS),
    )


def coloured_sign(sign: str, colour: str) -> str:
    return f'<span style="color:{colour}">{sign}</span> '


def margin_labels(texts: list[Text], y: str, scale: list[float], room: Room) -> list[dict[str, Any]]:
    low, high = scale
    preferred = [(value - low) / (high - low) * room.plot for value, _, _ in texts]
    places = spread(preferred, [label_height(rows) for _, rows, _ in texts], room.plot)
    return [
        {
            "text": sign + "<br>".join(rows),
            "xref": "paper",
            "x": 1,
            "xanchor": "left",
            "xshift": 6,
            "yref": f"{y} domain",
            "y": at / room.plot,
            "yanchor": "middle",
            "align": "left",
            "showarrow": False,
            "borderpad": 0,
        }
        for at, (_, rows, sign) in zip(places, texts, strict=True)
    ]


def spread(preferred: list[float], heights: list[int], room: float) -> list[float]:
    """Return places near `preferred`, in the same order from below, where labels of these heights do not overlap."""
    order = sorted(range(len(preferred)), key=lambda i: preferred[i])
    places = list(preferred)
    below = 0.0
    for i in order:
        places[i] = max(places[i], below + heights[i] / 2)
        below = places[i] + heights[i] / 2
    above = room + GAP
    for i in reversed(order):
        places[i] = min(places[i], above - heights[i] / 2)
        above = places[i] - heights[i] / 2
    return places
