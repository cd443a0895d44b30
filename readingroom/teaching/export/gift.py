"""Moodle's GIFT: one text file, a question a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .limitations import ALWAYS, CARDS, CERTAINTY_IN_MOODLE, DECOYS, ESSAYS, NUMBERS, PLACES, WORDS
from .questions import Essay, Figure, Loss, Ordering, Part, Pick, Placing, Question, Words, plain_number
from .solutions import solution

LOSSES: list[Loss] = [
    CERTAINTY_IN_MOODLE,
    *ALWAYS,
    PLACES,
    CARDS,
    DECOYS,
    NUMBERS,
    WORDS,
    ESSAYS,
    ("the points; each question is worth 1 until Moodle is told otherwise", lambda q: q.points != 1),
    (
        "the order of the options, which Moodle may shuffle though it follows the text",
        lambda q: isinstance(q.shape, Pick) and not q.shape.mixed,
    ),
]
_OWN = re.compile(r"[\\~=#{}:]")


def written(parts: Iterable[Part], course: str) -> bytes:
    """Return the GIFT file: each part a category of the question bank."""
    blocks = []
    for part in parts:
        blocks.append(f"$CATEGORY: {_flat(course)}/{_flat(part.title).replace('/', '//')}")
        blocks += [question_text(question) for question in part.questions]
    return ("\n\n".join(blocks) + "\n").encode()


def question_text(question: Question) -> str:
    """Return one question: its id and tags in a comment, then name, stem and answers."""
    comment = "// " + " ".join([f"[id:{question.id}]", *(f"[tag:{tag}]" for tag in question.tags)])
    rows = _rows(question)
    opening = "{#" if isinstance(question.shape, Figure) else "{"
    return "\n".join(
        [comment, f"::{escaped(question.id)}::{_rich(_stem(question))}{opening}", *(f"\t{row}" for row in rows), "}"]
    )


def escaped(text: str) -> str:
    """Return `text` on one line with a backslash before each sign that GIFT keeps for itself."""
    return _OWN.sub(r"\\\g<0>", _flat(text))


def _flat(text: str) -> str:
    # An empty line would end the question.
    return " ".join(text.split())


def _rich(markup: str) -> str:
    # An arrow would make a pair of it, and GIFT knows no sign to take that back.
    return f"[html]{escaped(markup.replace('->', '-&gt;'))}"


def _stem(question: Question) -> str:
    if isinstance(question.shape, Ordering):
        return f"{question.asked}<p>Give each its place; 1 is the first.</p>"
    return question.asked


def _rows(question: Question) -> list[str]:
    shape, to_all = question.shape, question.to_all
    match shape:
        case Pick(options=options):
            rows = [f"{_mark(o.weight, shape.many)}{_rich(o.text)}{_said(o.why)}" for o in options]
        case Ordering(offered=offered):
            rows = [f"={_rich(line.text)} -> {line.place}" for line in offered]
        case Placing(cards=cards, decoys=decoys):
            rows = [
                *(f"={_rich(card.text)} -> {escaped(card.place)}" for card in cards),
                *(f"= -> {escaped(d.place)}" for d in decoys),
            ]
        case Figure():
            rows = [
                f"={_near(shape.answer, shape.tolerance)}{_said(shape.why)}",
                *(f"=%0%{_near(w.value, w.tolerance)}{_said(w.why)}" for w in shape.wrong),
                f"~{_said(shape.otherwise)}",
            ]
        case Words():
            rows = [
                *(f"={_form(form)}{_said(shape.why)}" for form in shape.forms),
                *(f"=%0%{_form(form)}{_said(w.why)}" for w in shape.wrong for form in w.forms),
                f"=%0%*{_said(shape.otherwise)}",
            ]
        case Essay():
            rows = []
    if isinstance(shape, (Ordering, Placing, Essay)):
        to_all = solution(shape) + to_all
    return [*rows, f"####{_rich(to_all)}"] if to_all else rows


def _mark(weight: float, many: bool) -> str:
    if many:
        return f"~%{plain_number(round(weight, 5))}%"
    return "=" if weight > 0 else "~"


def _said(why: str) -> str:
    return f"#{_rich(why)}" if why else ""


def _near(value: float, tolerance: float) -> str:
    return f"{plain_number(value)}:{plain_number(tolerance)}"


def _form(form: str) -> str:
    # To Moodle a bare asterisk stands for any words.
    return escaped(form.replace("*", r"\*"))
