"""Every part in JupyterLab and in Notebook 7 for readers who see little, enlarge, recolour, hold things still, or print.

The keyboard and what is heard have their tests in test_browser_course.py and test_browser_quiz.py. What JupyterLab itself draws is
not ours: the notebook is laid open, and only the course's parts are looked at.
"""

from __future__ import annotations

import audit
import browser
import pytest
from test_browser_course import CELLS, room  # noqa: F401

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def laid_open(room, chrome):  # noqa: F811
    """A page with all parts, everything unfolded, for a reader who wants nothing to move; the notebook holds no cell back that is far off."""
    settings = room.course / "config/lab/user-settings/@jupyterlab/notebook-extension"
    settings.mkdir(parents=True)
    (settings / "tracker.jupyterlab-settings").write_text('{"windowingMode": "none"}')
    page = browser.new_page(chrome)
    page.emulate_media(reduced_motion="reduce")
    browser.open_notebook(
        page,
        room,
        browser.write_notebook(
            room,
            "open.ipynb",
            *CELLS,
            "lesson.chart('growth')",
            "lesson.write()",
            "course.story()",
            "course.people()",
            "exercise.task('mend-the-duma')",
            "exercise.task('where-thesis')",
        ),
    )
    browser.hide_sidebars(page)
    browser.run_all(page)
    page.wait_for_selector(".js-plotly-plot")
    page.wait_for_function("() => document.querySelectorAll('.rr-lookup').length === 2")
    audit.begin_on_parts(page)
    yield page
    page.close()


@pytest.mark.parametrize("name", ["JupyterLab Light", "JupyterLab Dark"])
def test_text_controls_and_figures_of_every_part_stand_out(laid_open, name):
    audit.change_theme(laid_open, name)

    assert audit.faults(laid_open, "texts", 300) == []
    assert audit.faults(laid_open, "edges", 100) == []
    assert audit.faults(laid_open, "figures", 50) == []


def test_axe_finds_nothing_in_any_part(laid_open):
    found = audit.axe(laid_open, audit.OURS, without=audit.IN_A_NOTEBOOK)

    assert found["violations"] == []
    assert found["named"] > 100, "axe looked at too little for its silence to mean much"


@pytest.mark.parametrize("room", ["lab"], indirect=True)
def test_axe_finds_nothing_at_any_later_stop_of_the_story(laid_open, room):  # noqa: F811
    found = {}
    stops = laid_open.locator(".rr-story-box .rr-stop-line button")
    for number in range(1, stops.count()):
        stops.nth(number).press("Enter")
        laid_open.locator(f".rr-stop-line li:nth-child({number + 1}) [aria-current]").wait_for()
        laid_open.locator(".rr-story-box .js-plotly-plot").wait_for(state="attached")
        found[number + 1] = audit.axe(laid_open, ".rr-story-box", without=audit.IN_A_NOTEBOOK)["violations"]

    assert found == {number: [] for number in range(2, 6)}


@pytest.mark.parametrize("name", ["JupyterLab Light", "JupyterLab Dark"])
@pytest.mark.parametrize("room", ["lab"], indirect=True)
def test_axe_finds_text_that_stands_out_in_either_theme(laid_open, room, name):  # noqa: F811
    audit.change_theme(laid_open, name)

    found = audit.axe(laid_open, audit.OURS, only=["color-contrast"])

    assert found["violations"] == []
    assert found["coloured"] > 800, "axe looked at too little for its silence to mean much"


def test_names_that_are_referred_to_and_groups_of_radios_are_one_widgets_alone(laid_open):
    assert audit.faults(laid_open, "shared", 50) == []


def test_headings_of_the_parts_follow_one_another(laid_open):
    assert audit.faults(laid_open, "headings(3)", 20) == []


def test_controls_are_24_pixels_wide_and_high_or_stand_apart(laid_open):
    assert audit.faults(laid_open, "targets", 100) == []


def test_nothing_of_ours_moves_for_a_reader_who_wants_stillness(laid_open):
    assert audit.faults(laid_open, "motion", 500) == []


def test_at_320_pixels_only_tables_and_figures_scroll_sideways_in_a_box_of_their_own(laid_open):
    laid_open.set_viewport_size({"width": 320, "height": 900})

    found = audit.narrow_faults(laid_open)

    laid_open.set_viewport_size({"width": 1280, "height": 900})
    laid_open.wait_for_timeout(300)
    assert found == []


def test_text_twice_as_large_is_neither_cut_off_nor_laid_over_other_text(laid_open):
    before = laid_open.evaluate("() => audit.words()")
    laid_open.evaluate("() => audit.enlarge()")

    found = audit.faults(laid_open, "clipped", 300)

    after = laid_open.evaluate("() => { const words = audit.words(); audit.shrink(); return words; }")
    assert found == []
    assert after == before


def test_text_set_wide_is_neither_cut_off_nor_laid_over_other_text(laid_open):
    with audit.style(laid_open, audit.WIDE_SET):
        assert audit.faults(laid_open, "clipped", 300) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["JupyterLab Light", "JupyterLab Dark"])
def test_in_forced_colours_states_differ_and_figures_are_legible_whatever_the_theme(laid_open, name, scheme):
    audit.change_theme(laid_open, name)

    with audit.media(laid_open, forced_colors="active", color_scheme=scheme):
        audit.lay_open(laid_open)
        assert audit.faults(laid_open, "states", 40) == []
        assert audit.faults(laid_open, "figures", 50) == []
        assert audit.faults(laid_open, "texts", 300) == []


def test_on_paper_nothing_of_ours_is_cut_off_and_no_control_is_printed_in_vain(laid_open):
    with audit.media(laid_open, media="print"):
        assert audit.faults(laid_open, "printed", 300) == []


def test_the_focus_stays_when_a_control_is_pressed(laid_open):
    names, tried = audit.lost(laid_open)

    assert names == []
    assert tried > 40
