"""The plain pages in Firefox: the tests of Chromium that ask what another engine may answer differently."""

from __future__ import annotations

import pytest
from dead_parts import DEAD_PARTS
from test_browser_claims import test_what_hangs_on_a_claim_is_judged_by_keyboard_after_the_vote_and_kept
from test_browser_offline import (
    context,
    published,
    test_a_newer_edition_is_offered_and_comes_to_all_windows_at_once,
    test_after_the_first_visit_every_page_opens_whole_without_a_network,
)
from test_browser_site import (
    LESSON,
    NewReader,
    reader,
    served,
    test_a_chart_comes_as_its_picture_with_the_guess_marked_and_plotly_only_to_zoom,
    test_a_note_a_mark_a_vote_and_a_guess_are_there_after_a_reload,
    test_a_paragraph_of_another_lesson_is_one_step_away,
    test_a_written_line_is_kept_when_the_page_is_left_at_once,
    test_an_item_of_each_kind_is_answered_by_keyboard_and_there_after_a_reload,
    test_every_page_opens_and_draws_without_an_error_and_asks_nothing_of_the_network,
    test_on_a_phone_an_address_leads_to_its_paragraph_however_busy_the_browser_is,
    test_the_course_is_searched_by_keyboard,
    test_the_record_of_the_notebooks_restores_on_a_page_and_says_the_same,
    test_the_timeline_comes_with_its_figure_and_its_list_when_it_is_near,
    test_two_pages_open_at_once_keep_both_readers_work,
)

__all__ = [
    "context",
    "published",
    "reader",
    "served",
    "test_a_chart_comes_as_its_picture_with_the_guess_marked_and_plotly_only_to_zoom",
    "test_a_newer_edition_is_offered_and_comes_to_all_windows_at_once",
    "test_a_note_a_mark_a_vote_and_a_guess_are_there_after_a_reload",
    "test_a_paragraph_of_another_lesson_is_one_step_away",
    "test_a_written_line_is_kept_when_the_page_is_left_at_once",
    "test_after_the_first_visit_every_page_opens_whole_without_a_network",
    "test_an_item_of_each_kind_is_answered_by_keyboard_and_there_after_a_reload",
    "test_every_page_opens_and_draws_without_an_error_and_asks_nothing_of_the_network",
    "test_on_a_phone_an_address_leads_to_its_paragraph_however_busy_the_browser_is",
    "test_the_course_is_searched_by_keyboard",
    "test_the_record_of_the_notebooks_restores_on_a_page_and_says_the_same",
    "test_the_timeline_comes_with_its_figure_and_its_list_when_it_is_near",
    "test_two_pages_open_at_once_keep_both_readers_work",
    "test_what_hangs_on_a_claim_is_judged_by_keyboard_after_the_vote_and_kept",
]
pytestmark = pytest.mark.browser


@pytest.fixture(scope="session")
def chrome(firefox):
    """Firefox in Chromium's place."""
    return firefox


def test_the_look_is_changed_by_keyboard_and_kept(reader):
    page = reader.open("index.html")
    paper = "() => getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(paper)
    page.get_by_role("button", name="Dark look").focus()
    page.keyboard.press("Enter")
    dark = page.evaluate(paper)
    reader.again(page)

    assert page.evaluate(paper) == dark != light


def test_a_lesson_fits_a_phone(reader):
    page = reader.open(LESSON, ready=False)
    page.set_viewport_size({"width": 390, "height": 844})
    reader.again(page)
    page.evaluate("async () => { await (await loadModule('site/when-near.js')).everything(); }")

    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


def test_a_lesson_opened_as_a_file_has_no_dead_part_and_keeps_a_mark(chrome, site):
    with NewReader(chrome, f"{site.as_uri()}/") as reader:
        page = reader.open(LESSON)
        dead = page.evaluate(DEAD_PARTS)
        page.locator(".rr-mark[data-mark=puzzling]").first.click()
        reader.again(page)

        assert dead == []
        assert page.locator(".rr-mark[aria-pressed=true][data-mark=puzzling]").count() == 1
        assert reader.outside == []
