"""Quizzes on a plain page."""

from __future__ import annotations

from typing import Any

from ...content.library import Library, find
from ..base.static_html import StaticPart, escaped
from .quiz import STYLES, quiz_content


def before(library: Library, section: str) -> StaticPart:
    """Return the questions that are asked before reading."""
    return _quiz(library, section, "Before you read", "before")


def quiz(library: Library, section: str | None, name: str | None = None) -> StaticPart:
    """Return the quiz of a section, or the one over the whole course called `name`."""
    if section:
        return _quiz(library, section, f"Quiz: {library.sections[section].title}", "quiz")
    quizzes = library.course_quizzes
    title = quizzes[name].title if name in quizzes else f"Quiz: {name}"
    return _quiz(library, name or "", title, "quiz")


def write(library: Library, section: str | None, name: str = "") -> StaticPart:
    """Return the written tasks of a section, or those of the quiz called `name`."""
    return _quiz(library, section or name or library.quizzes[-1], "Write", "write")


def _quiz(library: Library, name: str, title: str, use: str) -> StaticPart:
    find({quiz: quiz for quiz in library.quizzes}, name, "quiz")
    content = quiz_content(library, name, title, [item for item in library.items(name) if item.use == use])
    return StaticPart("quiz/quiz.js", content, _questions(content), STYLES)


def _questions(content: dict[str, Any]) -> str:
    """Return the questions of a quiz with their options: to think about, not to answer."""
    items = "".join(f"<li>{question(item)}</li>" for item in content["items"])
    return f"<h3>{escaped(content['title'])}</h3>\n<ol>{items}</ol>"


def question(item: dict[str, Any]) -> str:
    """Return what an item asks, with its options."""
    return f"{item['prompt']}{_options(item)}"


def _options(item: dict[str, Any]) -> str:
    options = [option["html"] for option in item.get("options", item.get("cards", item.get("lefts", [])))]
    return "<ul>" + "".join(f"<li>{option}</li>" for option in options) + "</ul>" if options else ""
