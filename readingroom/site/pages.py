"""From a lesson's notebook to what its page holds."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbformat
from nbformat.v4.rwbase import rejoin_lines

from ..content.errors import CourseError
from ..content.library import Library
from ..content.notebook_cells import notebook_of
from ..parts.base.static_html import StaticPart
from .cell_calls import Call, Names
from .cell_folds import CellFolds
from .components import CALLS, part
from .markdown import LessonText, paragraph_addresses
from .page_wording import as_on_a_page

# A link of a notebook opens beside it, out of reach of its shortcuts; a page has no such need.
TURN = "your_turn"
"""What marks a learner's own cell in a notebook, below `readingroom` in its metadata."""
_FOR_NOTEBOOKS = re.compile(' data-lm-suppress-shortcuts="true"| target="_blank" rel="noopener"')


@dataclass
class Page:
    """A lesson as a page; `prose` is its text, heading by heading, for the search."""

    name: str
    title: str
    lede: str
    body: str
    headings: list[tuple[str, str]]
    parts: list[StaticPart]
    prose: list[tuple[str, str, str]] = field(default_factory=list)  # (anchor, heading, text)

    @property
    def address(self) -> str:
        return f"{self.name}.html"

    @property
    def quiz(self) -> str:
        """The quiz the lesson is about: its section's, or one over the whole course."""
        return next((part.content["quiz"] for part in self.parts if part.module == "quiz/quiz.js"), "")


def lesson_page(library: Library, notebook: Path) -> Page:
    """Return the page of `notebook`; CourseError naming the cell that cannot stand on one."""
    words = LessonText(_address_of(notebook), paragraph_addresses(library), library.course.mark)
    names = Names(notebook.name, CALLS)
    bodies: list[str] = []
    folds = CellFolds(library, notebook.stem)
    parts: list[StaticPart] = []
    for cell in _cells(notebook):
        where = f"cell {cell.get('id', '?')}"
        bodies.append(folds.before(cell.get("id", "")))
        if cell.cell_type == "markdown":
            try:
                bodies.append(str(words.write(as_on_a_page(library, cell.source))))
            except CourseError as trouble:
                raise CourseError(f"{notebook.name}, {where}: {trouble}") from None
        elif cell.cell_type == "code":
            calls = _calls(names, where, cell)
            for call in calls:
                made = _part(library, call, names, where, cell.source)
                parts.append(made)
                bodies.append(part_html(made))
            if _is_own(cell) and not calls:
                bodies.append(f'<pre class="own"><code>{html.escape(cell.source)}</code></pre>')
        bodies.append(folds.after(cell.get("id", "")))
    body = "\n".join(filter(None, bodies))
    title = re.search(r"<h1[^>]*>(.*?)</h1>", body)
    lede = re.search(r"</h1>\s*<p>(.*?)</p>", body, re.DOTALL)
    return Page(
        notebook.stem,
        _plain(title[1]) if title else notebook.stem,
        _plain(lede[1]) if lede else "",
        body,
        words.headings,
        parts,
        _by_heading(body),
    )


def _is_own(cell: Any) -> bool:
    """Say whether a cell is a learner's own: its code is theirs to change, and a page shows it or what it checks."""
    return TURN in cell.metadata.get("readingroom", {})


def _calls(names: Names, where: str, cell: Any) -> list[Call]:
    return names.own_cell(where, cell.source) if _is_own(cell) else names.calls(where, cell.source)


def _cells(notebook: Path) -> list[Any]:
    read = notebook_of(notebook.parent.parent, f"{notebook.parent.name}/{notebook.name}")
    # nbformat declares no types.
    cells: list[Any] = rejoin_lines(nbformat.from_dict(read)).cells  # type: ignore[no-untyped-call]
    return cells


def _part(library: Library, call: Call, names: Names, where: str, source: str) -> StaticPart:
    try:
        return part(library, call.section, call.name, *call.words, **call.named)
    except CourseError as trouble:
        raise names.unknown(where, source, str(trouble)) from None
    except Exception as error:  # the author is told in which cell; the cause is for whoever looks after the package
        raise names.unknown(where, source, f"it fails with {type(error).__name__}: {error}") from error


def part_html(made: StaticPart) -> str:
    """Return a part as the page holds it: its prose, and its content for the script that takes the prose's place."""
    prose = _for_pages(made.prose)
    if not made.module:
        return f'<section class="rr rr-elsewhere">{prose}</section>'
    shared = f' data-shared="parts/{made.shared}.json"' if made.shared else ""
    return (
        f'<div class="rr-part" data-module="{made.module}"{shared}><div class="rr rr-prose">{prose}</div>\n'
        f'<script type="application/json">{in_page(packed(made.content))}</script></div>'
    )


def packed(content: dict[str, Any]) -> str:
    """Return `content` as JSON in which each source stands once: lists of sources hold their numbers instead."""
    numbers: dict[str, int] = {}

    def pack(value: Any, name: str = "") -> Any:
        if isinstance(value, dict):
            return {key: pack(inner, key) for key, inner in value.items()}
        if isinstance(value, list):
            return (
                [numbers.setdefault(_for_pages(text), len(numbers)) for text in value]
                if name == "sources"
                else [pack(inner) for inner in value]
            )
        return _for_pages(value) if isinstance(value, str) else value

    body = pack(content)
    return json.dumps({"content": body, "sources": list(numbers)}, ensure_ascii=False, separators=(",", ":"))


def in_page(text: str) -> str:
    """Return JSON that may stand in a script element: no tag in it ends the element or opens a comment."""
    return text.replace("</", "<\\/").replace("<!--", "<\\u0021--")


def _for_pages(text: str) -> str:
    return _FOR_NOTEBOOKS.sub("", text)


def _address_of(notebook: Path) -> Callable[[str], str]:
    def address(url: str) -> str:
        if re.match(r"[a-z]+:|#", url):
            return url
        lesson, _, anchor = url.partition("#")
        if not lesson.endswith(".ipynb") or "/" in lesson or not (notebook.parent / lesson).is_file():
            raise CourseError(f"the link {url!r} leads to no page")
        return f"{lesson.removesuffix('.ipynb')}.html" + (f"#{anchor}" if anchor else "")

    return address


def _by_heading(body: str) -> list[tuple[str, str, str]]:
    """Return the page's own text in pieces, each below its heading; parts are searched by what they hold, not here."""
    text = re.sub(
        r'<div class="rr-part".*?</script></div>|<section class="rr rr-elsewhere">.*?</section>',
        "",
        body,
        flags=re.DOTALL,
    )
    pieces = re.split(r'<h([12]) id="([^"]*)">(.*?)</h\1>', text)[1:]
    return [
        (anchor, _plain(heading), _plain(rest))
        for anchor, heading, rest in zip(pieces[1::4], pieces[2::4], pieces[3::4], strict=True)
    ]


def _plain(markup: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", markup)).split())


def plain_texts(markups: Iterable[str]) -> str:
    """Return the text of some HTML, without its tags."""
    return " ".join(_plain(markup) for markup in markups)
