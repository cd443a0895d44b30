"""What stands around every page: head, header, the way to the next page, foot."""

from __future__ import annotations

import html
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ..content.dates import written_date
from ..content.library import Library
from ..parts.record.static_html import record_row
from ..parts.ways.ways import usual_way
from .accessibility import WORDS as STATEMENT
from .bundles import BASE
from .look_inside import look_inside
from .offline.edition import MANIFEST, WORKER
from .pages import Page, in_page
from .style_sheet import STYLE_SHEET

ACCESSIBILITY = "accessibility.html"
# By this an older site is known, whatever its course is called.
GENERATOR = '<meta name="generator" content="Reading Room">'
# What stands first in a folder, so that a site whose making was broken off is known too, and says so itself.
UNFINISHED = f"""<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>Not finished</title>
{GENERATOR}
</head>
<body><p>These pages were not made to their end. Make them again with the same command.</p></body>
</html>
"""
# The browser itself holds the page to its word: nothing comes from elsewhere.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' "
    "data: blob:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; font-src 'self' data:; "
    "base-uri 'none'; form-action 'none'"
)
# It holds up what stands below it, and is awaited itself: so it stands last and is asked for first.
THEME_SCRIPT = "site/theme.js"
# After those that it begins with: `data-start` is the module that runs first.
PAGE_SCRIPT = (
    f'<script defer src="{BASE}" data-start="{BASE}" data-worker="{WORKER}" data-manifest="{MANIFEST}"></script>'
)
# theme.js takes it away before anything is painted, where scripts run.
_NO_SCRIPTS = (
    '<p class="no-scripts">No script of this page has run: you can read it, but not answer. Scripts may be switched '
    "off in your browser, or the server calls them by a wrong type; whoever runs it can mend that.</p>"
)


def framed(
    library: Library,
    title: str,
    description: str,
    main: str,
    scripts: Iterable[str],
    course: Mapping[str, Any],
    beside: str = "",
) -> str:
    """Return a whole page around `main`.

    `beside` stands at its side, `scripts` come at once beside its own, `course` is what they know of it.
    """
    about = library.course
    statement = f'<p><a href="{ACCESSIBILITY}">Accessibility</a>: what was tested, and what falls short.</p>'
    foot = f"<p>{html.escape(about.rights)}</p>" + (statement if has_statement(library) else "")
    data = in_page(json.dumps(course, ensure_ascii=False, separators=(",", ":")))
    early = "\n".join(f'<script defer src="{name}"></script>' for name in scripts)
    return f"""<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<title>{html.escape(title)}</title>
{_cards(about.name, title, description)}
{GENERATOR}
<link rel="icon" href="site/icon.svg">
<link rel="preload" as="script" href="{THEME_SCRIPT}">
<link rel="stylesheet" href="{STYLE_SHEET}">
<script src="{THEME_SCRIPT}"></script>
{early}
{PAGE_SCRIPT}
</head>
<body>
<a class="skip" href="#main">Skip to the text</a>
<header class="top"><a class="name" href="index.html">{html.escape(about.name)}</a>
<nav aria-label="This site"><a href="index.html">Contents</a>
<button type="button" id="search" aria-keyshortcuts="Control+K" hidden>Search</button>
<button type="button" id="look" hidden>Dark</button></nav></header>
<div class="sheet">
{beside}
<main id="main" tabindex="-1">
{_NO_SCRIPTS}
{main}
</main>
</div>
<footer class="foot">{foot}</footer>
<script type="application/json" id="course">{data}</script>
</body>
</html>
"""


def _cards(site: str, title: str, description: str) -> str:
    """Return what search engines and messengers show of a page that somebody sends to a friend."""
    told = {"og:site_name": site, "og:title": title, "og:description": description, "og:type": "article"}
    tags = "\n".join(f'<meta property="{name}" content="{html.escape(text)}">' for name, text in told.items())
    return (
        f'<meta name="description" content="{html.escape(description)}">\n{tags}\n'
        '<meta property="og:locale" content="en_GB">\n<meta name="twitter:card" content="summary">'
    )


def lesson(
    library: Library,
    page: Page,
    before: Page | None,
    after: Page | None,
    live: Mapping[str, str],
    scripts: Iterable[str],
    course: Mapping[str, Any],
) -> str:
    """Return the whole page of a lesson; `live` are the doors to its notebook, by name."""
    turn = f'<nav class="turn" aria-label="Lessons">{_turn(before, "Back")}{_turn(after, "Next")}</nav>'
    main = f"{page.body}\n{doors(live)}\n{turn}"
    title = f"{page.title} · {library.course.name}"
    return framed(library, title, page.lede, main, scripts, course, _contents_of(page))


def _contents_of(page: Page) -> str:
    links = "".join(f'<li><a href="#{anchor}">{heading}</a></li>' for anchor, heading in page.headings)
    return (
        '<nav class="beside" aria-label="In this lesson"><p '
        f'class="beside-title">{html.escape(page.title)}</p><ol>{links}</ol>'
        f'<p class="progress" data-quiz="{page.quiz}"></p><p><button type="button" id="print" '
        'class="quiet" hidden>Print this lesson</button></p></nav>'
    )


def _turn(page: Page | None, says: str) -> str:
    if not page:
        return "<span></span>"
    rel = {"Back": "prev", "Next": "next"}[says]
    return f'<a rel="{rel}" href="{page.address}"><span>{says}</span> {html.escape(page.title)}</a>'


def doors(live: Mapping[str, str]) -> str:
    """Return the links to a live notebook; nothing where the course has no public address."""
    if not live:
        return ""
    links = ", ".join(f'<a href="{html.escape(address)}">{html.escape(name)}</a>' for name, address in live.items())
    return (
        f'<p class="doors">This lesson as a live notebook, with code to run: {links}. Take your '
        "record along from the end of the lesson.</p>"
    )


def contents(
    library: Library,
    pages: Sequence[Page],
    parts: tuple[str, str],
    live: Mapping[str, str],
    scripts: Iterable[str],
    course: Mapping[str, Any],
) -> str:
    """Return the contents page; `parts` are the reader's record, and the way back to where a reader stopped."""
    record, back = parts
    article = library.article
    rows = "\n".join(
        f'<li><a href="{page.address}">{html.escape(page.title)}</a><p>{html.escape(page.lede)}</p>'
        f'<p class="progress" data-quiz="{page.quiz}"></p></li>'
        for page in pages
    )
    about = library.course
    author, title, journal = (html.escape(text) for text in (article.author, article.title, article.journal))
    main = f"""<h1 id="contents">{html.escape(about.name)}</h1>
<p>{html.escape(about.invitation)} {html.escape(about.text_capitalised)} is {author}\N{RIGHT SINGLE QUOTATION MARK}s
<cite>{title}</cite> (<cite>{journal}</cite>, {written_date(article.date)}). Each lesson gives you its paragraphs
in our words with notes beside them, charts that wait for your guess, claims to vote on, and questions
that explain every answer.</p>
<p class="begin"><a href="{pages[0].address}" id="begin">Begin</a></p>
{back}
<h2 id="lessons-in-order">The lessons</h2>
<ol class="lessons">
{rows}
</ol>
{look_inside(library, pages)}
<h2 id="your-record">Your record</h2>
<p class="rr-offline" role="status"></p>
<p>What you answer, mark and write is kept in this browser and sent nowhere.
To go on elsewhere, in another browser or in the notebooks, take the file along:</p>
{record}
{doors(live)}"""
    return framed(library, f"{about.name}: {about.subtitle}", about.description, main, scripts, course)


def has_statement(library: Library) -> bool:
    """Say whether the course has an accessibility statement."""
    return (library.root / STATEMENT).is_file()


def course_data(library: Library, pages: Iterable[Page] = ()) -> dict[str, Any]:
    """Return what the scripts of a page know: which page reads which section, and what is counted of `pages`."""
    return {
        "lessons": {section.id: f"{section.lesson}.html" for section in library.sections.values()},
        "rows": [record_row(library, page.quiz) for page in pages if page.quiz],
        "ways": list(library.ways),
        "usual": usual_way(library),
        "id": library.course.id,
        "mark": library.course.mark,
        "text": library.course.text,
    }
