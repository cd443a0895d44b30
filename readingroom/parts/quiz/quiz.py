"""Quizzes: items as the front end shows and scores them."""

from __future__ import annotations

from typing import Any

from ...content import models as m
from ...content.library import Library
from ...learning.answer_keys import key_of
from ...learning.ordering import opening_sentence, out_of_order, shuffled
from ...learning.record import Record
from ..base.citations import places
from ..base.frontend import module
from ..base.persistence import Keeping
from ..base.prose import blocks, inline


class Quiz(Keeping):
    """A quiz that scores and explains in the page, and keeps the answers."""

    _esm = module("quiz/quiz.js")


def quiz(library: Library, record: Record, name: str, title: str, items: list[m.QuizItem]) -> Quiz:
    """Return the widget for `items` of quiz `name`."""
    return Quiz(record, quiz_content(library, name, title, items), ("answers", "drafts"))


def quiz_content(library: Library, name: str, title: str, items: list[m.QuizItem]) -> dict[str, Any]:
    """Return what quiz.js shows: plain values, prose as HTML."""
    return {"quiz": name, "section": name, "title": title, "items": [item_content(library, item) for item in items]}


def item_content(library: Library, item: m.QuizItem) -> dict[str, Any]:
    """Return one item as quiz.js takes it; options are shuffled, always in the same way for the same item."""

    def text(words: str) -> str:
        return inline(library, words)

    shown = {
        "id": item.id,
        "kind": m.kind_of(item),
        "prompt": text(item.prompt),
        "key": key_of(item, library.number),
        "readAgain": places(library, item.paragraphs),
    }
    match item:
        case m.Choice() | m.Choices():
            shown["options"] = shuffled(
                item.id, [{"id": o.id, "html": text(o.text), "why": text(o.why)} for o in item.option]
            )
        case m.Order():
            options = [{"id": o.id, "html": text(o.text), "why": text(o.why)} for o in item.option]
            shown["options"] = out_of_order(item.id, options)
        case m.PassageItem():
            shown["options"] = [
                {"id": p.id, "html": text(opening_sentence(library, p.id)), "why": text(p.why)} for p in item.option
            ]
        case m.Match():
            shown["lefts"] = [{"id": p.id, "html": text(p.left), "why": text(p.why)} for p in item.pair]
            rights = [{"id": p.id, "text": library.text(p.right)} for p in item.pair]
            decoys = [
                {"id": d.id, "text": library.text(d.right), "why": text(d.why), "decoy": True} for d in item.decoy
            ]
            shown["rights"] = shuffled(item.id, rights + decoys)
        case m.Sort():
            shown["bins"] = [{"id": b.id, "text": library.text(b.text)} for b in item.bin]
            shown["cards"] = shuffled(
                item.id, [{"id": c.id, "html": text(c.text), "why": text(c.why)} for c in item.card]
            )
        case m.Number():
            shown |= {
                "unit": item.unit,
                "why": text(item.why),
                "otherwise": text(item.otherwise),
                "shown": library.text(item.answer),
                "mistakes": [
                    {"value": library.number(x.value), "tolerance": x.tolerance, "why": text(x.why)}
                    for x in item.mistake
                ],
            }
        case m.Short():
            shown |= {
                "why": text(item.why),
                "otherwise": text(item.otherwise),
                "mistakes": [{"answers": list(x.answers), "why": text(x.why)} for x in item.mistake],
            }
        case m.Written():
            shown |= {
                "model": blocks(library, item.model),
                "criteria": [
                    {
                        "id": c.id,
                        "html": text(c.text),
                        "levels": [{"points": x.points, "html": text(x.text)} for x in c.level],
                    }
                    for c in item.criterion
                ],
            }
    return shown
