"""A paper to print: one HTML file that needs nothing beside it, for students, or with the key for the teacher."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import count
from pathlib import Path

from ..questions import plain_number
from .fields import fields
from .key import answer_in_short, key_of
from .questions import PaperPart, PaperQuestion
from .sheets import Ruled

_ABOUT = '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">'
_WHO = '<p class="who"><span>Name: <i></i></span><span>Date: <i></i></span></p>'


def written(parts: Iterable[PaperPart], course: str, key: bool = False) -> bytes:
    """Return the paper; without `key` no answer, reason, model or rubric stands in it."""
    parts, number = list(parts), count(1)
    title = course if len(parts) != 1 else parts[0].title
    title = f"{title}: with the key" if key else title
    body = "".join(_part(part, number, key, len(parts) > 1) for part in parts)
    style = f"{_style()}:root {{ --title: {_css_string(title)}; }}"
    head = f"{_ABOUT}\n<title>{html.escape(title)}</title>\n<style>\n{style}\n</style>"
    main = f"<main>\n{_top(parts, title, course, key)}{body}</main>"
    return f'<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n{head}\n</head>\n<body>\n{main}\n</body>\n</html>\n'.encode()


@lru_cache(maxsize=1)
def _style() -> str:
    return Path(__file__).with_name("paper.css").read_text(encoding="utf-8")


def _css_string(text: str) -> str:
    """Return text as CSS writes it, so that nothing in a title ends the string or the style."""
    return '"' + "".join(c if c.isalnum() or c == " " else f"\\{ord(c):x} " for c in text) + '"'


def _top(parts: list[PaperPart], title: str, course: str, key: bool) -> str:
    above = f'<p class="course">{html.escape(course)}</p>\n' if len(parts) == 1 else ""
    facts = "".join(f'<p class="facts">{line}</p>\n' for line in _facts(parts) if line)
    return f"<header>\n{above}<h1>{html.escape(title)}</h1>\n{facts}{'' if key else _WHO}</header>\n"


def _facts(parts: list[PaperPart]) -> Iterator[str]:
    minutes = sum(part.minutes for part in parts)
    points = _worth(sum(question.points for part in parts for question in part.questions))
    yield " \N{MIDDLE DOT} ".join(filter(None, (f"About {minutes} minutes" if minutes else "", points)))
    needs = [need for part in parts for need in part.needs]
    if needs:
        yield f"You need: {'; '.join(needs)}."


def _part(part: PaperPart, number: Iterator[int], key: bool, titled: bool) -> str:
    head = f"<h2>{html.escape(part.title)}</h2>\n" if titled else ""
    level = 3 if titled else 2  # no level of headings is left out
    numbered = [(next(number), question) for question in part.questions]
    short = _short_key(numbered) if key else ""
    body = "".join(_question(question, at, key, level) for at, question in numbered)
    return f'<section class="part">\n{head}{short}{body}</section>\n'


def _question(question: PaperQuestion, number: int, key: bool, level: int) -> str:
    points = f'<span class="points">{_worth(question.points)} {question.id if key else ""}</span>'
    room = "" if key and isinstance(question.sheet, Ruled) else fields(question.sheet, question.prompt, question.points)
    return (
        f'<article>\n<div class="task"><h{level} class="number">Question {number} {points}</h{level}>\n'
        f"<p>{question.prompt}</p>\n{room}</div>\n{_key(question, number, level + 1) if key else ''}</article>\n"
    )


def _key(question: PaperQuestion, number: int, level: int) -> str:
    short = f"Key to question {number}: {answer_in_short(question)}"
    return f'<section class="key"><h{level}>{short}</h{level}>{key_of(question)}</section>\n'


def _short_key(numbered: list[tuple[int, PaperQuestion]]) -> str:
    rows = "".join(
        f'<tr><th scope="row">{number}</th><td>{_worth(question.points)}</td><td>{answer_in_short(question)}</td></tr>'
        for number, question in numbered
    )
    heads = "".join(f'<th scope="col">{head}</th>' for head in ("Question", "Points", "What a right paper shows"))
    return f'<table class="short-key"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>\n'


def _worth(points: float) -> str:
    if points == 0:
        return ""
    return "1 point" if points == 1 else f"{plain_number(round(points, 2))} points"
