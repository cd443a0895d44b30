"""States of a browser that the plain pages meet in every engine, worked by what Playwright and `webkit.py` have in common."""

from __future__ import annotations

import functools
import http.server
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import browser
from webkit import until

READY = "() => document.documentElement.dataset.ready"
MARKED = "() => document.querySelectorAll('.rr-mark[aria-pressed=true]').length"
TOLD = "() => document.querySelector('.rr-reader .rr-kept[role=alert]')?.textContent ?? ''"
ENTRIES = "async () => (await loadModule('site/page.js')).record.entries().map(({ paragraph }) => paragraph)"
STORED = "() => Object.keys(localStorage).filter((key) => key.includes('/entry/')).length"
FILL = """() => { let n = 0; for (let size = 1 << 20; size >= 1; size >>= 1) {
    try { for (;;) localStorage.setItem('fill' + (n += 1), 'x'.repeat(size)); } catch { /* the next smaller */ } } }"""
EMPTY = "() => Object.keys(localStorage).filter((key) => key.startsWith('fill')).forEach((key) => localStorage.removeItem(key))"

CLEAR = "async () => (await loadModule('site/page.js')).record.clear()"
MOVING = "() => document.getAnimations().length"
WIDTH = "async () => { await (await loadModule('site/when-near.js')).everything(); return document.documentElement.scrollWidth; }"


class _Refusing(http.server.SimpleHTTPRequestHandler):
    """Serves pages that have no storage of their own: a browser throws where they touch it, as it does with cookies off."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", "sandbox allow-scripts allow-downloads")
        self.send_header("Access-Control-Allow-Origin", "*")
        super().end_headers()

    def log_message(self, *_):
        pass


@contextmanager
def refusing(folder: Path) -> Iterator[str]:
    """The address of the site in `folder` for a browser that refuses to keep anything."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Refusing, directory=folder))
    with browser.answering(server) as address:
        yield address


def visit(page, address: str) -> None:
    """Go to a page of the site and wait until its parts stand."""
    (page.goto if hasattr(page, "goto") else page.driver.get)(address)
    until(lambda: page.evaluate(READY), address)
    page.evaluate(f"() => {{ {browser.OPEN_FOLDS} openFolds(); }}")


def press(page, selector: str) -> None:
    """Press a control, wherever it stands."""
    until(lambda: page.evaluate("(selector) => !!document.querySelector(selector)", selector), selector)
    page.evaluate("(selector) => document.querySelector(selector).click()", selector)


def told_where_storage_is_refused(page, address: str) -> tuple[str, list[str]]:
    """What a lesson says, and what its record holds, once a paragraph is marked."""
    visit(page, address)
    press(page, ".rr-mark")
    return until(lambda: page.evaluate(TOLD), "a word on the storage"), page.evaluate(ENTRIES)


def told_where_storage_is_full(page, address: str) -> tuple[str, int]:
    """What a lesson says where there is no room, and how many entries are stored once there is and more is done."""
    visit(page, address)
    page.evaluate(FILL)
    press(page, ".rr-mark")
    said = until(lambda: page.evaluate(TOLD), "a word on the storage")
    page.evaluate(EMPTY)
    press(page, "[id$='-2'] .rr-mark")
    return said, until(lambda: page.evaluate(STORED) == 2 and 2, "two entries")


def known_after_going_back(page, first: str, second: str) -> list[str]:
    """The paragraphs of the record as the first lesson knows it after one was marked there and one in the second."""
    for address in (first, second):
        visit(page, address)
        press(page, ".rr-mark")
        until(lambda: page.evaluate(MARKED) == 1, "a mark")
    page.evaluate("() => { setTimeout(() => history.back()); }")
    until(lambda: _asked(page, "() => location.href") == first and _asked(page, READY), first)
    until(lambda: len(page.evaluate(ENTRIES)) == 2, "both marks")
    return sorted(page.evaluate(ENTRIES))


def _asked(page, function: str) -> object:
    """What a function answers; None while the page is between two documents."""
    try:
        return page.evaluate(function)
    except Exception:
        return None
