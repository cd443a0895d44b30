"""A plain page in a Firefox with everything at once: a private window, four times enlarged, the system's colours, stillness."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager

import browser
import pytest
import states
from test_browser_site import LESSON, served
from webkit import until

__all__ = ["served"]
pytestmark = pytest.mark.browser
LIMIT = 30_000
SETTINGS = {
    "browser.privatebrowsing.autostart": True,
    "browser.display.document_color_use": 2,
    "ui.prefersReducedMotion": 1,
}
ENLARGED = {"viewport": {"width": 320, "height": 256}, "device_scale_factor": 4}  # a window of 1280 by 1024
MEDIA = """() => ['(forced-colors: active)', '(prefers-reduced-motion: reduce)', '(resolution: 4dppx)']
    .map((query) => matchMedia(query).matches)"""
LOOKS = """() => ['true', 'false'].map((pressed) => {
    const { color, backgroundColor, borderColor } = getComputedStyle(document.querySelector(`.rr-mark[aria-pressed=${pressed}]`));
    return [color, backgroundColor, borderColor].join(); })"""


class InTime:
    """A page whose every answer has its limit: a document that is left meanwhile may never answer `evaluate`."""

    def __init__(self, page):
        self._page = page
        page.set_default_timeout(LIMIT)
        self.goto = page.goto

    def evaluate(self, function: str, argument: object = None) -> object:
        """Call a JavaScript function with `argument`; a promise is waited for."""
        asked = f"async (argument) => JSON.stringify([(await ({function})(argument)) ?? null])"
        return json.loads(self._page.wait_for_function(asked, arg=argument).json_value())[0]


@contextmanager
def window(playwright, folder, refused: str) -> Iterator[object]:
    """A window of such a Firefox, which keeps nothing for the address `refused`."""
    exceptions = folder / "exceptions"
    exceptions.write_text(f"origin\tcookie\t2\t{refused}\n", encoding="utf-8")
    running = playwright.firefox.launch(
        channel="moz-firefox",
        executable_path=browser.firefox(),
        firefox_user_prefs={**SETTINGS, "permissions.manager.defaultsUrl": exceptions.as_uri()},
        timeout=LIMIT,
    )
    try:
        yield running.new_context(**ENLARGED)
    finally:
        running.close()


def test_a_page_works_private_enlarged_recoloured_still_full_refused_after_back_and_beside_another(
    playwright, served, tmp_path
):
    address, refusing = served[0], served[0].replace("127.0.0.1", "localhost")
    with window(playwright, tmp_path, refusing.rstrip("/")) as opened:
        page, other = (InTime(opened.new_page()) for _ in range(2))
        full, stored = states.told_where_storage_is_full(page, address + LESSON)
        media, (pressed, unpressed), width = (page.evaluate(ask) for ask in (MEDIA, LOOKS, states.WIDTH))
        moving = page.evaluate(states.MOVING)
        page.evaluate(states.CLEAR)
        known = states.known_after_going_back(other, address + "01-opening.html", address + "02-realism.html")
        until(lambda: len(page.evaluate(states.ENTRIES)) == 2, "what another tab did")
        page.evaluate(states.CLEAR)
        until(lambda: other.evaluate(states.ENTRIES) == [], "a record that another tab cleared")
        said, kept = states.told_where_storage_is_refused(page, refusing + LESSON)

    assert full == said and said.startswith("This browser keeps nothing for this page")
    assert (stored, kept) == (2, ["bureaucrats-1"])
    assert media == [True, True, True] and pressed != unpressed and moving == 0 and width <= 320
    assert known == ["opening-1", "realism-1"]
