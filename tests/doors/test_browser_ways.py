"""The ways through a lesson on a plain page: chosen by keyboard, kept, and what is not on them behind one line."""

from __future__ import annotations

import functools
import http.server
import threading

import pytest

WAY = "document.documentElement.dataset.rrWay"
FOLDED = "details.rr-fold:not([open])"


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Says nothing of each request."""

    def log_message(self, *_):
        """Leave the tests' own output alone."""


@pytest.fixture(scope="module")
def address(site):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def opened(page, url):
    page.goto(url)
    page.wait_for_function("() => document.documentElement.dataset.ready")
    page.locator(".rr-way-choice").wait_for()


def test_a_way_is_chosen_by_keyboard_holds_for_the_next_lesson_and_opens_line_by_line(chrome, address):
    context = chrome.new_context(viewport={"width": 390, "height": 800})
    page = context.new_page()
    opened(page, address + "01-opening.html")
    assert page.evaluate(WAY) == "1"
    usual = page.locator(FOLDED).count()

    page.locator(".rr-way-choice input:checked").press("ArrowLeft")

    assert page.evaluate(WAY) == "0"
    assert page.locator(FOLDED).count() > usual
    assert page.locator("[data-note]:visible").count() == 0
    assert page.locator(".rr-quiz[aria-label^=Quiz] .rr-item:visible").count() == 5
    assert "Short: about" in page.locator(".rr-way-choice [role=status]").inner_text()
    opened(page, address + "02-realism.html")
    assert page.locator(".rr-way-choice input:checked").get_attribute("value") == "short"
    fold = page.locator(FOLDED).first.element_handle()
    fold.query_selector("summary").press("Enter")
    assert fold.evaluate("(fold) => fold.open")
    page.locator(".rr-way-choice input:checked").press("ArrowLeft")  # round to the last one
    assert page.evaluate(WAY) == "2"
    assert page.locator(FOLDED).count() == 0
    context.close()


def test_the_step_that_was_touched_last_is_one_press_away(chrome, address):
    context = chrome.new_context()
    page = context.new_page()
    opened(page, address + "01-opening.html")
    page.locator("[data-mark=clear]").first.click()

    page.goto(address + "index.html")
    page.locator(".rr-go-on a").click()

    page.wait_for_url("**/01-opening.html#read")
    context.close()
