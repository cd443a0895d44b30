"""The reading on a plain page."""

from __future__ import annotations

from typing import Any

from ...content.library import Library
from ..base.static_html import StaticPart, escaped
from .reader import STYLES, reader_content


def read(library: Library, section: str) -> StaticPart:
    """Return the paragraphs of a section with their notes."""
    # The paragraphs are on the page as HTML, and site/hydrate.js reads them back: they need not come twice.
    content = reader_content(library, library.sections[section])
    rest = {name: value for name, value in content.items() if name != "paragraphs"}
    return StaticPart("reader/reader.js", rest, _reading(content), STYLES)


def _reading(content: dict[str, Any]) -> str:
    return f"<h3>{escaped(content['title'])}</h3>\n" + "\n".join(
        _paragraph(p, content["words"]["mark"]) for p in content["paragraphs"]
    )


def _paragraph(about: dict[str, Any], mark: str) -> str:
    notes = "\n".join(_note(note) for note in about["notes"])
    return (
        f'<article class="rr-paragraph" id="rr-p-{about["id"]}" tabindex="-1">\n<div '
        f'class="rr-text"><h4><span class="rr-number">{escaped(mark)}{about["number"]}</span> '
        f'<span class="rr-role">{escaped(about["role"])}</span></h4>\n<p '
        f'class="rr-gist">{about["gist"]}</p></div>\n<div class="rr-notes">{notes}</div></article>'
    )


def _note(note: dict[str, Any]) -> str:
    habit = f' <span class="rr-habit">habit: {escaped(note["habit"])}</span>' if note["habit"] else ""
    kind = escaped(note["kind"])
    return (
        f'<aside class="rr-note" data-kind="{kind}" data-level="{escaped(note["level"])}" '
        f'data-habit="{escaped(note["habit"])}">'
        '<p class="rr-note-head"><span class="rr-kind" '
        f'data-kind="{kind}">{kind}</span>{habit}</p><p>{note["html"]}</p>{_sources(note["sources"])}</aside>'
    )


def _sources(sources: list[str]) -> str:
    if not sources:
        return ""
    many = "1 source" if len(sources) == 1 else f"{len(sources)} sources"
    rows = "".join(f"<li>{source}</li>" for source in sources)
    return f'<details class="rr-sources"><summary>{many}</summary><ul>{rows}</ul></details>'
