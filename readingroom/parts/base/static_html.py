"""What a call of a lesson puts on a plain page: the front end, its content, and the same as HTML without a script."""

from __future__ import annotations

import html
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class StaticPart:
    """A part of a page. `prose` is the HTML that stands there until, and unless, the module `module` takes its place.

    What is `shared` by several pages stands in a file of its own, parts/SHARED.json, and is fetched when it comes near.
    """

    module: str
    content: dict[str, Any]
    prose: str
    css: tuple[str, ...] = ()
    shared: str = ""
    shared_content: dict[str, Any] = field(default_factory=dict)


def escaped(text: object) -> str:
    """Return plain text as HTML."""
    return html.escape(str(text))


def html_list(title: str, lines: Iterable[str]) -> str:
    """Return a list of HTML lines under a title."""
    return f"<h3>{escaped(title)}</h3>\n<ul>{''.join(f'<li>{line}</li>' for line in lines)}</ul>"


def unavailable(title: str, reason: str) -> StaticPart:
    """Return a part that a plain page cannot have, with what a reader can do instead."""
    return StaticPart("", {}, f"<h3>{escaped(title)}</h3>\n<p>{escaped(reason)}</p>")
