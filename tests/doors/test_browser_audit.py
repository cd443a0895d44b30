"""The checks of audit.js find what is wrong: each is given a fault made for it, and the same page without it."""

from __future__ import annotations

import audit
import pytest

pytestmark = pytest.mark.browser
PAGE = '<!doctype html><html lang="en"><body style="margin: 0; background: #fff; color: #000; font: 16px/1.5 sans-serif"><h1>One</h1><button id="first">Go</button> {}</body></html>'
FAULTS = {
    "texts": '<p style="color: #999">Pale</p>',
    "edges": '<input aria-label="Name" style="border: 1px solid #ddd; background: #fff">',
    "figures": '<svg width="90" height="20"><text y="15" fill="#aaa">1990</text></svg>',
    "targets": '<button style="width: 10px; height: 10px; padding: 0; display: block"></button><button style="width: 10px; height: 10px; padding: 0; display: block"></button>',
    "headings": "<h3>Three</h3>",
    "shared": '<fieldset><label><input type="radio" name="rr-a">One</label></fieldset><fieldset><label><input type="radio" name="rr-a">Two</label></fieldset>',
    "reflow": '<p style="width: 3000px">Too wide</p>',
    "clipped": '<p style="height: 12px; overflow: hidden; width: 90px; line-height: 2">Cut off in the middle of it</p>',
    "motion": '<p style="transition: color 1s">Slow</p>',
    "states": '<button aria-pressed="true" style="background: #ff0">On</button>',
    "printed": '<div style="height: 20px; overflow: auto"><p>One</p><p>Two</p><p>Three</p></div>',
}
SOUND = {
    "texts": '<p style="color: #555">Dark enough</p>',
    "edges": '<input aria-label="Name" style="border: 1px solid #666; background: #fff">',
    "figures": '<svg width="90" height="20"><text y="15" fill="#555">1990</text></svg>',
    "targets": '<p>A word <button style="border: 0; padding: 0; display: inline">here</button> in a line.</p>',
    "headings": "<h2>Two</h2>",
    "shared": '<fieldset><label><input type="radio" name="rr-a">One</label><label><input type="radio" name="rr-a">Two</label></fieldset>',
    "reflow": '<div style="overflow-x: auto" tabindex="0"><table style="width: 3000px"><tr><td>Wide</table></div>',
    "clipped": '<p style="width: 90px">All of it is there</p>',
    "motion": "<p>Still</p>",
    "states": '<style>[aria-pressed=true]::before { content: "x" }</style><button aria-pressed="true">On</button>',
    "printed": "<style>button { display: none }</style><p>One</p>",
}


@pytest.mark.parametrize("check", FAULTS)
def test_a_fault_is_found_and_a_sound_page_is_left_alone(page, check):
    found = {}
    for name, body in (("faulty", FAULTS[check]), ("sound", SOUND[check])):
        page.set_content(PAGE.format(body))
        audit.begin(page)
        found[name] = audit.faults(page, check, 0)

    assert found["faulty"] and found["sound"] == []


def test_text_that_is_lost_on_the_ground_of_forced_colours_is_found(page):
    page.emulate_media(forced_colors="active")
    page.set_content(PAGE.format('<button style="background: Highlight; color: Canvas">Lost</button>'))
    audit.begin(page)

    assert len(audit.faults(page, "texts")) == 1


@pytest.mark.parametrize(
    "css, says",
    [
        ("button { outline: none !important }", "the focus is not seen"),
        ("button:focus-visible { outline: 3px solid #fef }", "the focus is not seen"),
        ("body::after { content: ''; position: fixed; inset: 0; background: #fff }", "covered"),
    ],
)
def test_a_focus_that_is_not_seen_is_found(page, css, says):
    page.set_content(PAGE.format(f"<style>{css}</style>"))
    audit.begin(page)
    page.keyboard.press("Tab")

    assert says in page.evaluate("() => audit.stop().fault")


def test_a_control_that_tab_does_not_reach_is_found(page):
    page.set_content(PAGE.format("<button>Never</button>"))
    audit.begin(page)
    page.keyboard.press("Tab")
    page.evaluate("() => audit.stop()")

    assert page.evaluate("() => audit.unreached()") == ["button. (Never)"]


def test_a_focus_that_falls_out_of_the_page_is_found(page):
    page.set_content(
        PAGE.format("<script>document.querySelector('#first').onclick = (event) => event.target.remove();</script>")
    )
    audit.begin(page)
    kind = page.evaluate("() => audit.next()")
    page.keyboard.press(kind["key"])

    assert not page.evaluate("() => audit.held()")


@pytest.mark.parametrize(
    "attributes, heard",
    [('role="status"', True), ('aria-live="polite"', True), ("", False), ('role="status" aria-hidden="true"', False)],
)
def test_only_what_stands_in_a_live_region_of_the_tree_is_heard(page, attributes, heard):
    page.set_content(PAGE.format(f"<div id='said' {attributes}></div>"))
    ear = audit.Ear(page, patience=0.5)

    def say() -> None:
        page.evaluate("() => { document.querySelector('#said').textContent = 'Saved'; }")

    if heard:
        assert ear.hears(say) == "Saved"
    else:
        with pytest.raises(AssertionError, match="nothing was said"):
            ear.hears(say)
