"""The plain pages in a browser whose reader has set its letters to another size: everything that is read grows with it."""

from __future__ import annotations

import browser
import pytest
from test_browser_site import LESSON, NewReader, served  # noqa: F401

pytestmark = pytest.mark.browser
LARGE = 24  # pixels, which browsers call very large; they begin with 16
# Letters of a figure stand where the figure has room for them; it can be enlarged with the page.
SIZES = """() => Object.fromEntries([...document.querySelectorAll('body *')]
    .filter((each) => !each.closest('svg, .rr-node, .rr-timeline figure') && each.checkVisibility()
        && [...each.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
    .map((each) => [`${each.tagName} ${each.className}`, parseFloat(getComputedStyle(each).fontSize)]))"""


@pytest.fixture(scope="module")
def large_letters(playwright):
    running = playwright.chromium.launch(
        executable_path=browser.chromium(), args=[*browser.CALM, f"--blink-settings=defaultFontSize={LARGE}"]
    )
    yield running
    running.close()


def sizes_of(reader, name: str) -> dict[str, float]:
    page = reader.open(name)
    page.evaluate("async () => (await loadModule('site/when-near.js')).everything()")
    page.wait_for_function("() => !document.querySelector('.rr-waiting')")
    return page.evaluate(SIZES)


@pytest.mark.parametrize("name", ["index.html", LESSON])
def test_all_words_grow_with_the_browsers_own_size_and_the_page_still_fits(chrome, large_letters, served, name):  # noqa: F811
    with NewReader(chrome, served[0]) as one, NewReader(large_letters, served[0]) as other:
        usual, large = sizes_of(one, name), sizes_of(other, name)
        page = other.open(name)
        for width in (390, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            page.wait_for_function("() => document.documentElement.scrollWidth <= innerWidth")  # figures are drawn anew

    fixed = {what: size for what, size in usual.items() if abs(large.get(what, 0) / size - LARGE / 16) > 0.02}
    assert (fixed, len(usual) > 10) == ({}, True)
