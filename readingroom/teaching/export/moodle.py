"""Moodle XML: one file of questions, each part a category of the question bank."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree as ET

from .limitations import ALWAYS, CARDS, CERTAINTY_IN_MOODLE, DECOYS, NUMBERS, WORDS
from .questions import Essay, Figure, Loss, Ordering, Part, Pick, Placing, Question, Words, plain_number
from .solutions import rubric, solution
from .xml import add, document

LOSSES: list[Loss] = [
    CERTAINTY_IN_MOODLE,
    *ALWAYS,
    CARDS,
    DECOYS,
    NUMBERS,
    WORDS,
    (
        "the marking of an order by Kendall's tau: Moodle (4.4 or later, or the plugin "
        '"ordering") gives the share of pairs in order, '
        "so that a half-right order earns more",
        lambda q: isinstance(q.shape, Ordering),
    ),
    (
        "the rubric as a form to mark by: it stands in the information for graders, and the model "
        "answer also in the general feedback",
        lambda q: isinstance(q.shape, Essay),
    ),
]
_TYPES = {
    Pick: "multichoice",
    Placing: "matching",
    Ordering: "ordering",
    Figure: "numerical",
    Words: "shortanswer",
    Essay: "essay",
}


def written(parts: Iterable[Part], course: str) -> bytes:
    """Return the file."""
    quiz = ET.Element("quiz")
    for part in parts:
        category = add(add(quiz, "question", type="category"), "category")
        add(category, "text", f"{course}/{part.title.replace('/', '//')}")
        for question in part.questions:
            _question(quiz, question)
    return document(quiz)


def _question(quiz: ET.Element, question: Question) -> None:
    node = add(quiz, "question", type=_TYPES[type(question.shape)])
    add(add(node, "name"), "text", question.id)
    _rich(node, "questiontext", question.asked)
    _rich(node, "generalfeedback", _to_all(question))
    for tag, text in {
        "defaultgrade": plain_number(question.points),
        "penalty": "0",
        "hidden": "0",
        "idnumber": question.id,
    }.items():
        add(node, tag, text)
    _answered(node, question.shape)
    if question.tags:
        tags = add(node, "tags")
        for tag in question.tags:
            add(add(tags, "tag"), "text", tag)


def _to_all(question: Question) -> str:
    match question.shape:
        case Placing() | Ordering():
            return solution(question.shape) + question.to_all
        case Essay(model=model):
            return f"<p><b>A model answer</b></p>{model}" + question.to_all
    return question.to_all


def _answered(node: ET.Element, shape: Pick | Placing | Ordering | Figure | Words | Essay) -> None:
    match shape:
        case Pick():
            _settings(node, single=_yes(not shape.many), shuffleanswers=_yes(shape.mixed), answernumbering="abc")
            for option in shape.options:
                _answer(node, option.weight, option.text, option.why, "html")
        case Placing():
            _settings(node, shuffleanswers="true")
            for text, place in [
                *((card.text, card.place) for card in shape.cards),
                *(("", decoy.place) for decoy in shape.decoys),
            ]:
                pair = _rich(node, "subquestion", text)
                add(add(pair, "answer"), "text", place)
        case Ordering():
            # Of Moodle's ways to mark an order this one is nearest to the course's.
            _settings(
                node,
                layouttype="VERTICAL",
                selecttype="ALL",
                selectcount=str(len(shape.lines)),
                gradingtype="RELATIVE_ALL_PREVIOUS_AND_NEXT",
                showgrading="SHOW",
                numberingstyle="none",
            )
            for line in shape.lines:
                add(add(node, "answer", fraction=line.place, format="html"), "text", line.text)
        case Figure():
            _number(node, 100, plain_number(shape.answer), shape.tolerance, shape.why)
            for wrong in shape.wrong:
                _number(node, 0, plain_number(wrong.value), wrong.tolerance, wrong.why)
            _number(node, 0, "*", 0, shape.otherwise)
            _settings(node, unitgradingtype="0", unitpenalty="0", showunits="3", unitsleft="0")
        case Words():
            _settings(node, usecase="0")
            for form in shape.forms:
                _answer(node, 100, form.replace("*", r"\*"), shape.why)
            for wrong_words in shape.wrong:
                for form in wrong_words.forms:
                    _answer(node, 0, form.replace("*", r"\*"), wrong_words.why)
            _answer(node, 0, "*", shape.otherwise)
        case Essay():
            _settings(
                node,
                responseformat="editor",
                responserequired="1",
                responsefieldlines="15",
                attachments="0",
                attachmentsrequired="0",
            )
            _rich(node, "graderinfo", rubric(shape) + f"<p><b>A model answer</b></p>{shape.model}")
            _rich(node, "responsetemplate", "")


def _number(node: ET.Element, weight: float, value: str, tolerance: float, why: str) -> None:
    add(_answer(node, weight, value, why), "tolerance", plain_number(tolerance))


def _answer(node: ET.Element, weight: float, text: str, why: str, form: str = "moodle_auto_format") -> ET.Element:
    answer = add(node, "answer", fraction=plain_number(round(weight, 5)), format=form)
    add(answer, "text", text)
    _rich(answer, "feedback", why)
    return answer


def _rich(parent: ET.Element, tag: str, markup: str) -> ET.Element:
    node = add(parent, tag, format="html")
    add(node, "text", markup)
    return node


def _settings(node: ET.Element, **values: str) -> None:
    for tag, value in values.items():
        add(node, tag, value)


def _yes(is_so: bool) -> str:
    return "true" if is_so else "false"
