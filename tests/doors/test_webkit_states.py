"""A plain page in WebKit, Safari's engine, in the states it can be put into: its sessions are private windows, all of them."""

from __future__ import annotations

import pytest
import states
import webkit
from test_browser_site import LESSON, served

__all__ = ["served"]
pytestmark = pytest.mark.browser
CAME = "() => performance.getEntriesByType('navigation')[0].type"  # "back_forward" where a page is loaded anew
SYSTEM = "[Settings]\ngtk-enable-animations=0\ngtk-theme-name=HighContrast\n"
MEDIA = (
    "() => ['(prefers-reduced-motion: reduce)', '(prefers-contrast: more)'].map((query) => matchMedia(query).matches)"
)


def test_a_page_works_private_full_still_after_back_and_beside_another(served, tmp_path):
    (tmp_path / "gtk-3.0").mkdir()
    (tmp_path / "gtk-3.0/settings.ini").write_text(SYSTEM, encoding="utf-8")
    with webkit.session(XDG_CONFIG_HOME=str(tmp_path)) as driver:
        page = webkit.Page(driver, served[0])
        full, stored = states.told_where_storage_is_full(page, served[0] + LESSON)
        media, moving = page.evaluate(MEDIA), page.evaluate(states.MOVING)
        page.evaluate(states.CLEAR)
        known = states.known_after_going_back(page, served[0] + "01-opening.html", served[0] + "02-realism.html")
        came, first = page.evaluate(CAME), driver.current_window_handle
        driver.switch_to.new_window("tab")
        states.visit(page, served[0] + LESSON)
        page.evaluate(states.CLEAR)
        driver.switch_to.window(first)
        webkit.until(lambda: page.evaluate(states.ENTRIES) == [], "a record that another tab cleared")

    assert full.startswith("This browser keeps nothing for this page") and stored == 2
    assert (media, moving) == ([True, True], 0)
    assert (came, known) == ("navigate", ["opening-1", "realism-1"])


def test_where_storage_is_switched_off_a_page_says_so_and_keeps_what_is_done_until_it_is_closed(served):
    with webkit.session("--enable-html5-local-storage=false") as driver:
        said, kept = states.told_where_storage_is_refused(webkit.Page(driver, served[0]), served[0] + LESSON)

    assert said.startswith("This browser keeps nothing for this page") and kept == ["bureaucrats-1"]
