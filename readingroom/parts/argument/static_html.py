"""The argument on a plain page."""

from __future__ import annotations

from typing import Any

from ...content.library import Library
from ..base.static_html import StaticPart, escaped
from .argument import STYLES, argument_content


def argument_map(library: Library, section: str | None) -> StaticPart:
    """Return the whole argument, whatever the section."""
    content = argument_content(library)
    return StaticPart("argument/argument.js", content, _steps(content), STYLES)


def _steps(content: dict[str, Any]) -> str:
    """Return the steps of the argument, what carries each below it."""

    def branch(at: dict[str, Any]) -> str:
        node = content["nodes"][at["id"]]
        below = f"<ul>{''.join(map(branch, at['under']))}</ul>" if at["under"] else ""
        return f"<li><strong>{escaped(node['label'])}</strong> {node['text']}{below}</li>"

    return f"<h3>{escaped(content['title'])}</h3>\n<ul>{''.join(branch(root) for root in content['tree'])}</ul>"
