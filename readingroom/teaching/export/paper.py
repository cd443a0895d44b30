"""A paper to print: one HTML file that needs nothing beside it, for students, or with the key for the teacher."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator
from itertools import count
from string import ascii_uppercase

from .limitations import ALWAYS, CERTAINTY, TAGS
from .questions import Essay, Loss, Ordering, Part, Pick, Placing, Question, Shape, plain_number
from .solutions import listed, solution

LOSSES: list[Loss] = [CERTAINTY, *ALWAYS, TAGS]
WITHOUT_KEY: list[Loss] = [("the answers, their reasons and the rubrics; --key prints them", lambda q: True)]
_CSS = """
:root { color-scheme: light; }
* { box-sizing: border-box; }
body {
  font: 11.5pt/1.45 Charter, "Iowan Old Style", Georgia, "DejaVu Serif", serif; color: #1c1b19; background: #fff;
  max-width: 44em; margin: 0 auto; padding: 1em; overflow-wrap: break-word;
}
h1 { font-size: 1.5em; margin: 0 0 .6em; }
h2 { font-size: 1.2em; border-bottom: 1.5px solid; margin: 1.6em 0 .8em; }
article > :first-child { font-size: 1em; margin: 0; border: 0; }
p { margin: .3em 0; } ul, ol { margin: .3em 0; padding-left: 1.6em; } li { margin: .2em 0; }
article { margin: 0 0 1.3em; break-inside: avoid; } h2 { break-after: avoid; }
.points, .how { color: #55524c; font-weight: normal; font-size: .9em; }
.offered { list-style: none; padding-left: 0; } .offered > li { display: flex; gap: .6em; align-items: baseline; }
.box { flex: none; width: 1em; height: 1em; border: 1.2px solid #1c1b19; } .round { border-radius: 50%; }
.blank, .line { display: inline-block; border-bottom: 1.2px solid #1c1b19; }
.blank { flex: none; width: 2.6em; } .line { width: min(20em, 100%); height: 1.6em; }
.who { display: flex; flex-wrap: wrap; gap: .3em 2em; }
.who .line { width: 13em; } .space { height: 15em; border: 1px solid #8a867e; margin-top: .5em; }
.key { border-left: 3px solid #1b6535; padding-left: .9em; margin-top: .5em; }
.key > :first-child { font-size: .95em; margin: 0; border: 0; color: #1b6535; }
@page { margin: 18mm 16mm; }
@media print { body { max-width: none; padding: 0; } }
"""

_ABOUT = '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">'
_WHO = '<p class="who"><span>Name: <span class="line"></span></span><span>Date: <span class="line"></span></span></p>'


def written(parts: Iterable[Part], course: str, key: bool = False) -> bytes:
    """Return the paper; without `key` no answer, reason, model or rubric stands in it."""
    parts, number = list(parts), count(1)
    title = course if len(parts) != 1 else parts[0].title
    title = html.escape(f"{title}: with the key" if key else title)
    who = "" if key else _WHO
    body = "".join(_part(part, number, key, len(parts) > 1) for part in parts)
    head = f"{_ABOUT}\n<title>{title}</title>\n<style>{_CSS}</style>"
    main = f"<main>\n<h1>{title}</h1>\n{who}\n{body}</main>"
    return f'<!DOCTYPE html>\n<html lang="en">\n<head>\n{head}\n</head>\n<body>\n{main}\n</body>\n</html>\n'.encode()


def _part(part: Part, number: Iterator[int], key: bool, titled: bool) -> str:
    head = f"<h2>{html.escape(part.title)}</h2>\n" if titled else ""
    level = 3 if titled else 2  # no level of headings is left out
    return head + "".join(_question(question, next(number), key, level) for question in part.questions)


def _question(question: Question, number: int, key: bool, level: int) -> str:
    name = question.id if key else ""
    points = f'<span class="points">{_worth(question.points)} {name}</span>'
    answer = _key(question, number, level + 1) if key else ""
    return (
        f"<article>\n<h{level}>Question {number} "
        f"{points}</h{level}>\n{question.asked}\n{offered(question.shape)}\n{answer}</article>\n"
    )


def _key(question: Question, number: int, level: int) -> str:
    answer = solution(question.shape) + _marking(question.shape) + question.to_all
    return f'<section class="key"><h{level}>Key to question {number}</h{level}>{answer}</section>\n'


def _worth(points: float) -> str:
    if points == 0:
        return ""
    return "(1 point)" if points == 1 else f"({plain_number(round(points, 2))} points)"


def offered(shape: Shape) -> str:
    """Return what stands below the question: boxes to tick, blanks to fill, room to write."""
    match shape:
        case Pick(options=options, many=many):
            box = f'<span class="box{"" if many else " round"}"></span>'
            return _rows(f"{box}<span>{option.text}</span>" for option in options)
        case Ordering():
            how = '<p class="how">Number the lines; 1 is the first.</p>'
            return how + _rows(f'<span class="blank"></span><span>{line.text}</span>' for line in shape.offered)
        case Placing():
            how = '<p class="how">Write the letter that belongs to each line.</p>'
            places = _rows(
                f"<b>{letter}</b><span>{html.escape(place)}</span>"
                for letter, place in zip(ascii_uppercase, shape.places, strict=False)
            )
            return how + _rows(f'<span class="blank"></span><span>{card.text}</span>' for card in shape.cards) + places
        case Essay():
            return '<div class="space"></div>'
    return '<p><span class="line"></span></p>'


def _rows(lines: Iterable[str]) -> str:
    return listed("ul", lines).replace("<ul>", '<ul class="offered">', 1)


def _marking(shape: Shape) -> str:
    """Say how a half-right answer is marked, for whoever marks by hand."""
    match shape:
        case Pick(many=True, options=options):
            right = sum(option.weight > 0 for option in options)
            says = (
                f"Of {right} right ticks each earns 1/{right} of the points, and each wrong tick costs as "
                "much; not below nought."
            )
        case Ordering(lines=lines):
            pairs = len(lines) * (len(lines) - 1) // 2
            says = (
                f"Of the {pairs} pairs of lines, those in order less those out of order, divided by "
                f"{pairs}; not below nought."
            )
        case Placing(cards=cards):
            says = f"Each of the {len(cards)} lines counts alike."
        case _:
            return ""
    return f'<p class="how">{says}</p>'
