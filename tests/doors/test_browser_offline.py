"""The plain pages kept by a browser: without a network after the first visit, and never of two editions at once."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import threading
import time
from pathlib import Path

import browser
import pytest
from dead_parts import DEAD_PARTS
from test_browser_site import Quiet

from readingroom.content.library import Library
from readingroom.site.build import build
from readingroom.site.offline.edition import write_edition

pytestmark = pytest.mark.browser
TINY = Path(__file__).resolve().parents[1] / "tiny"
# A name that every browser leads to this machine, and that is none of its own: there pages are not kept.
HOST = "course.localhost"
BELOW = "a school/reading/"


class OddServer(Quiet):
    """A school's server: it calls scripts text, and finds nothing at an address with a query."""

    extensions_map = {**Quiet.extensions_map, ".js": "text/plain", ".json": "application/octet-stream"}

    def send_head(self):
        return self.send_error(404) if "?" in self.path else super().send_head()


class RefusingServer(OddServer):
    """A school's server that calls scripts text, and forbids the browser to take them for anything else."""

    def end_headers(self):
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()


class Site:
    """A folder with a site below it, on a server that is started and stopped."""

    def __init__(self, folder: Path, handler=Quiet):
        self.folder, self.port = folder, browser.free_port()
        self.pages = folder / BELOW
        self.handler = functools.partial(handler, directory=folder)
        self.server = None

    @property
    def address(self) -> str:
        return f"http://{HOST}:{self.port}/{BELOW.replace(' ', '%20')}"

    def start(self) -> None:
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", self.port), self.handler)
        threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True).start()

    def stop(self) -> None:
        if self.server:
            self.server.shutdown()
            self.server.server_close()
        self.server = None


@pytest.fixture
def published(tmp_path):
    """A site that no browser has been to, below a folder of a server that runs."""
    made = Site(tmp_path)
    build(TINY, made.pages)
    made.start()
    yield made
    made.stop()


@pytest.fixture
def context(chrome):
    """An empty browser of its own."""
    opened = chrome.new_context()
    opened.add_init_script(browser.OPEN_FOLDS)
    opened.set_default_timeout(60_000)  # a busy machine is slow, and nothing waits longer than it must
    yield opened
    opened.close()


def opened(context, site: Site, name: str = ""):
    page = context.new_page()
    page.goto(site.address + name)
    page.wait_for_function("() => document.documentElement.dataset.ready")
    return page


def kept(context, site: Site):
    """The contents page, once it says that the browser keeps the course."""
    page = opened(context, site)
    page.get_by_text("now open without a network too").wait_for()
    return page


def newer_edition(site: Site) -> None:
    for path in site.pages.glob("*.html"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("Skip to the text", "Over the menu"), encoding="utf-8")
    write_edition(Library(TINY), site.pages)
    # A server tells of a change by dates in whole seconds, and the older edition may be younger than one.
    for path in (*site.pages.glob("*.html"), site.pages / "worker.js"):
        os.utime(path, (time.time() + 2, time.time() + 2))


def test_after_the_first_visit_every_page_opens_whole_without_a_network(context, published):
    kept(context, published).close()
    published.stop()

    dead = {}
    for path in sorted(published.pages.glob("*.html")):
        page = opened(context, published, path.name)
        dead[path.name] = page.evaluate(DEAD_PARTS)
        page.close()

    assert {name: found for name, found in dead.items() if found} == {}
    assert len(dead) > 2


def test_a_newer_edition_is_offered_and_comes_to_all_windows_at_once(context, published):
    kept(context, published).close()
    newer_edition(published)
    lesson = next(path.name for path in sorted(published.pages.glob("0*.html")))
    one, other = opened(context, published), opened(context, published, lesson)
    assert [page.locator("a.skip").inner_text() for page in (one, other)] == ["Skip to the text"] * 2
    one.get_by_role("status").filter(has_text="A newer edition of this course is here").wait_for()
    one.bring_to_front()  # keys go to the window in front
    one.get_by_role("button", name="Show it").press("Enter")

    for page in (one, other):
        page.locator("a.skip", has_text="Over the menu").wait_for()
        page.wait_for_function("() => document.documentElement.dataset.ready")
    one.get_by_role("button", name="Show it").wait_for(state="detached")


def test_a_server_with_odd_types_and_no_queries_shows_pages_that_answer(context, tmp_path):
    odd = Site(tmp_path, OddServer)
    build(TINY, odd.pages)
    odd.start()
    try:
        page = opened(context, odd, next(path.name for path in sorted(odd.pages.glob("0*.html"))))
        assert page.evaluate(DEAD_PARTS) == []
    finally:
        odd.stop()
        shutil.rmtree(odd.pages)


def test_on_a_server_whose_scripts_the_browser_refuses_a_page_says_so_and_can_be_read(context, tmp_path):
    refusing = Site(tmp_path, RefusingServer)
    build(TINY, refusing.pages)
    refusing.start()
    try:
        page = context.new_page()
        page.goto(refusing.address + next(path.name for path in sorted(refusing.pages.glob("0*.html"))))
        page.get_by_text("the server calls them by a wrong type").wait_for()
        assert page.locator(".rr-prose:visible").count() > 0
    finally:
        refusing.stop()
        shutil.rmtree(refusing.pages)
