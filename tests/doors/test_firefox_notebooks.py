"""JupyterLab and Notebook 7 in Firefox: the tests of Chromium that ask what another engine may answer differently."""

from __future__ import annotations

import pytest
from test_browser_course import (
    desk,
    room,
    test_a_doubted_step_shows_what_leans_on_it,
    test_a_guess_brings_the_chart_and_its_table,
    test_a_new_kernel_and_a_new_page_keep_everything,
    test_a_note_is_written_and_a_paragraph_marked,
    test_a_probability_brings_how_it_ended,
    test_a_term_is_explained_in_place_and_folded_away_again,
    test_cards_that_are_due_are_answered,
    test_notes_go_off_and_on_and_deeper,
    test_tab_leaves_the_part_and_the_focus_is_seen_all_the_way,
    test_the_timeline_is_walked_and_filtered_in_figure_and_list,
    test_votes_bring_the_verdicts,
    test_what_hangs_on_a_claim_is_judged_after_the_vote_and_counted_in_another_part,
)
from test_browser_opening import (
    running,
    test_a_lesson_opens_ready_and_does_so_again_on_the_next_day_and_after_a_restart,
)
from test_browser_quiz import (
    quiz_page,
    test_an_item_is_answered_by_keyboard_and_explained_in_a_live_region,
    test_answers_are_there_after_a_reload,
    test_letters_and_arrows_on_a_control_leave_the_notebook_alone,
)

__all__ = [
    "desk",
    "quiz_page",
    "room",
    "running",
    "test_a_doubted_step_shows_what_leans_on_it",
    "test_a_guess_brings_the_chart_and_its_table",
    "test_a_lesson_opens_ready_and_does_so_again_on_the_next_day_and_after_a_restart",
    "test_a_new_kernel_and_a_new_page_keep_everything",
    "test_a_note_is_written_and_a_paragraph_marked",
    "test_a_probability_brings_how_it_ended",
    "test_a_term_is_explained_in_place_and_folded_away_again",
    "test_an_item_is_answered_by_keyboard_and_explained_in_a_live_region",
    "test_answers_are_there_after_a_reload",
    "test_cards_that_are_due_are_answered",
    "test_letters_and_arrows_on_a_control_leave_the_notebook_alone",
    "test_notes_go_off_and_on_and_deeper",
    "test_tab_leaves_the_part_and_the_focus_is_seen_all_the_way",
    "test_the_timeline_is_walked_and_filtered_in_figure_and_list",
    "test_votes_bring_the_verdicts",
    "test_what_hangs_on_a_claim_is_judged_after_the_vote_and_counted_in_another_part",
]
pytestmark = pytest.mark.browser


@pytest.fixture(scope="session")
def chrome(firefox):
    """Firefox in Chromium's place."""
    return firefox
