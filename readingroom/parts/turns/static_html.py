"""A step on a plain page."""

from __future__ import annotations

from typing import Any

from ...content.library import Library, find
from ..base.static_html import StaticPart, escaped
from ..quiz.static_html import question
from .turns import turn_content

STYLES = ("quiz/quiz.css", "turns/turns.css")


def check(library: Library, section: str | None, name: str) -> StaticPart:
    """Return the step `name`: a small table, the way in words, and the question; its content comes late."""
    content = turn_content(library, section, find(library.turns, name, "turn"))
    return StaticPart("turns/turns.js", {}, _prose(content), STYLES, f"turn-{name}", content)


def _prose(content: dict[str, Any]) -> str:
    table = content["table"]
    heads = "".join(f'<th scope="col">{escaped(head)}</th>' for head in [table["date"], *table["columns"]])
    rows = "".join(
        f'<tr><th scope="row">{escaped(row["date"])}</th>'
        + "".join(f"<td>{escaped(figure)}</td>" for figure in row["figures"])
        + "</tr>"
        for row in table["rows"]
    )
    return (
        f"<table><caption>{escaped(table['title'])}</caption>"
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
        f"<p>{content['formula']}</p><p>{question(content['item'])}</p>"
    )
