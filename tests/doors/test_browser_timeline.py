"""The timeline in a browser: no label lies on another at any zoom, and keys and fingers zoom it."""

from __future__ import annotations

import pytest
from test_browser_site import reader, served  # noqa: F401

pytestmark = pytest.mark.browser
PAGE = "07-looking-back.html"
PART = "[data-module='timeline/timeline.js']"

COLLISIONS = """() => {
    const figure = document.querySelector('section.rr-timeline svg.rr-figure');
    const boxes = [...figure.querySelectorAll('text')].filter((each) => each.textContent.trim()).map((each) =>
        ({ text: each.textContent, box: each.getBoundingClientRect() }));
    const overlap = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
        && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3;
    const right = figure.getBoundingClientRect().right + 1;
    return [
        ...boxes.flatMap((one, at) => boxes.slice(at + 1).filter((two) => overlap(one.box, two.box)).map((two) => `${one.text} / ${two.text}`)),
        ...boxes.filter(({ box }) => box.right > right).map(({ text }) => `${text} is cut off`),
    ];
}"""
IN_EVERY_SECTION = f"""() => {{
    const collisions = {COLLISIONS};
    const [select] = document.querySelectorAll('.rr-timeline select');
    const closer = document.querySelector('section.rr-timeline .rr-zoom button');
    const found = [];
    for (const {{ value }} of select.options) {{
        select.value = value;
        select.dispatchEvent(new Event('change'));
        for (let step = 0; step < 6; step += 1) {{
            found.push(...collisions().map((pair) => `${{value || 'all'}}, zoom ${{step}}: ${{pair}}`));
            closer.click();
        }}
    }}
    return found;
}}"""
MARKS = "section.rr-timeline .rr-event-mark[role=option]"


@pytest.fixture
def page(reader):  # noqa: F811
    opened = reader.open(PAGE)
    opened.locator(PART).scroll_into_view_if_needed()
    opened.locator("section.rr-timeline svg.rr-figure").wait_for()
    return opened


def test_no_label_lies_on_another_in_any_section_at_any_zoom_wide_and_narrow(page):
    found = []
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_timeout(300)  # the figure watches its room
        found += page.evaluate(IN_EVERY_SECTION)

    assert found == []


def test_keys_zoom_around_the_focused_mark_and_step_beyond_the_figure(page):
    shown = page.locator("section.rr-timeline .rr-zoom-shown")
    whole, first = shown.text_content(), page.locator("section.rr-timeline .rr-event-mark[tabindex='0']")
    first.focus()
    here = page.evaluate("() => document.activeElement.dataset.event")

    for _ in range(5):
        page.keyboard.press("+")
    near = shown.text_content()
    assert near != whole and " of " in near
    assert page.evaluate("() => document.activeElement.dataset.event") == here
    steps = page.locator(MARKS).count()
    for _ in range(steps):
        page.keyboard.press("ArrowRight")
    assert shown.text_content() != near  # the next event came into the figure
    assert page.evaluate("() => document.activeElement.matches('.rr-event-mark')")
    page.keyboard.press("0")

    assert shown.text_content() == whole


def test_a_wheel_scrolls_the_page_and_zooms_with_control(page):
    shown = page.locator("section.rr-timeline .rr-zoom-shown")
    whole = shown.text_content()
    page.locator("section.rr-timeline svg.rr-figure").hover(position={"x": 300, "y": 60})
    before = page.evaluate("() => scrollY")
    page.mouse.wheel(0, 120)
    page.wait_for_function("(before) => scrollY !== before", arg=before)
    assert shown.text_content() == whole

    page.locator("section.rr-timeline svg.rr-figure").hover(position={"x": 300, "y": 60})
    page.keyboard.down("Control")
    page.mouse.wheel(0, -300)
    page.keyboard.up("Control")

    page.wait_for_function(
        "(whole) => document.querySelector('section.rr-timeline .rr-zoom-shown').textContent !== whole", arg=whole
    )


def test_two_fingers_zoom_and_the_page_stays(page):
    shown = page.locator("section.rr-timeline .rr-zoom-shown")
    figure = page.locator("section.rr-timeline svg.rr-figure")
    figure.scroll_into_view_if_needed()
    whole, box = shown.text_content(), figure.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + 60
    fingers = page.context.new_cdp_session(page)

    for kind, apart in (("touchStart", 20), ("touchMove", 60), ("touchMove", 100), ("touchEnd", 0)):
        points = [{"x": x - apart, "y": y, "id": 0}, {"x": x + apart, "y": y, "id": 1}] if apart else []
        fingers.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    page.wait_for_function(
        "(whole) => document.querySelector('section.rr-timeline .rr-zoom-shown').textContent !== whole", arg=whole
    )
    assert page.evaluate("() => visualViewport.scale") == 1


UNTOLD = ".rr-events li:not([hidden]) .rr-event-body:empty"


@pytest.mark.parametrize("asked", ["on paper", "by the button"])
def test_every_event_is_told_in_full_however_soon_that_is_asked_for(reader, asked):  # noqa: F811
    # No piece of the work that waits for a free moment ever has one.
    reader.context.add_init_script(
        "{ const later = setTimeout; window.setTimeout = (act, wait, ...more) => wait === 30 ? 1 : later(act, wait, ...more); }"
    )
    opened = reader.open(PAGE)
    opened.locator(PART).scroll_into_view_if_needed()
    opened.locator("section.rr-timeline svg.rr-figure").wait_for()
    before = opened.locator(UNTOLD).count()
    if asked == "on paper":
        opened.pdf()
    else:
        opened.get_by_role("button", name="Tell every event in full").click()

    assert before > 50 and opened.locator(UNTOLD).count() == 0
