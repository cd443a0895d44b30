"""A lesson's page as it stands alone in a package for a learning system, with all that it needs."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from typing import Any

import msgspec

from ..content.lessons import lesson_names
from ..content.library import Library, find
from . import template as frame
from .asked import Asked, asked_on, reported_item, requirements_of, subjects_of
from .build import early_scripts, write_needs
from .bundles import BASE
from .pages import Page, in_page, lesson_page
from .search_index import entries

_STYLE = "site/scorm.css"
_START = "site/scorm-page.js"
_PAGE_SCRIPT = f'<script defer src="{BASE}" data-start="{_START}"></script>'
_LINK = re.compile(r'<a\b[^>]*?\bhref=(\\?")([\w-]+\.html)(#[^"\\]*)?\1[^>]*>(.*?)<\\?/a>', re.DOTALL)
# What leads to the other pages of a site alone.
_WAYS = re.compile(
    r'<a href="index\.html">Contents</a>\n|<nav class="turn".*?</nav>|'
    rf'<p><a href="{re.escape(frame.ACCESSIBILITY)}">.*?</p>',
    re.DOTALL,
)


def write_scorm_page(library: Library, name: str, version: str, out: Path) -> Page:
    """Write the lesson `name` into the folder `out`, for SCORM of `version`, and return its page."""
    page = lesson_page(library, library.root / f"notebooks/{find(lesson_names(library), name, 'lesson')}.ipynb")
    own = [
        {**entry, "place": entry["place"].removeprefix(page.address)}
        for entry in entries(library, [page])
        if entry["place"].startswith(f"{page.address}#")
    ]
    write_needs(library, out, [page], own, start=_START, styles=[_STYLE])
    (out / page.address).write_text(page_html(library, page, version), encoding="utf-8")
    return page


def page_html(library: Library, page: Page, version: str) -> str:
    """Return the page: no link leads out of the package but to other sites, and the panel says what is reported."""
    asked = asked_on(library, page)
    scripts = [*early_scripts(page.parts), _START]
    course = frame.course_data(library, [page]) | {"lessons": {}}
    whole = frame.lesson(library, page, None, None, {}, scripts, course)
    about = in_page(json.dumps(lesson_data(asked, version), ensure_ascii=False, separators=(",", ":")))
    data = f'<script type="application/json" id="scorm">{about}</script>\n'
    within = _LINK.sub(lambda link: _within(page, link), _WAYS.sub("", whole))
    return (
        within.replace(frame.PAGE_SCRIPT, _PAGE_SCRIPT, 1)
        .replace("</h1>", f"</h1>\n{_panel(asked)}", 1)
        .replace("</body>", f"{data}</body>", 1)
    )


def _within(page: Page, link: re.Match[str]) -> str:
    """Return a link to the page itself as one to a place on it; of a link to another page, its words."""
    quote, address, anchor, words = link.groups()
    return f"<a href={quote}{anchor or '#main'}{quote}>{words}</a>" if address == page.address else words


def lesson_data(asked: list[Asked], version: str) -> dict[str, Any]:
    """Return what the scripts know of the lesson; scorm-types.js has the type."""
    return {
        "version": version,
        "subjects": subjects_of(asked),
        "requirements": msgspec.to_builtins(requirements_of(asked)),
        "scored": [item for part in asked for item in part.scored],
        "items": {item["id"]: reported_item(item) for part in asked for item in part.items},
    }


def _panel(asked: list[Asked]) -> str:
    to_do = "".join(f"<li>{html.escape(each.says)}</li>" for each in requirements_of(asked))
    return (
        '<section class="rr rr-lms" id="lms" aria-label="Your learning system"><details>'
        "<summary>What this lesson reports to your learning system</summary>"
        "<p>It reports whether the lesson is complete, a score, the time that you spent, and your answers. "
        "Your record of this lesson goes with them, so that you find it again on another computer.</p>"
        f"<p>The lesson is complete when you did all of this:</p><ul>{to_do}</ul><p>{_score(asked)}</p>"
        "</details></section>"
    )


def _score(asked: list[Asked]) -> str:
    many = sum(len(part.scored) for part in asked)
    if not many:
        return "This lesson has no score."
    each = (
        "your first answer to the one question of the quiz"
        if many == 1
        else (f"your first answer to each of the {many} questions of its quizzes")
    )
    return (
        f"The score is out of 100. What counts is {each}, also where it is right in part. A question that you did not "
        "answer counts nothing. All other questions, and what you write, do not count."
    )
