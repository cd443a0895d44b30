"""A plain page where storage is refused or full, after "back", and beside another tab of it."""

from __future__ import annotations

import pytest
import states
from test_browser_site import LESSON, reader, served
from webkit import until

__all__ = ["reader", "served"]
pytestmark = pytest.mark.browser


def test_where_storage_is_refused_a_page_says_so_and_keeps_what_is_done_until_it_is_closed(reader, served):
    with states.refusing(served[1]) as address:
        page = reader.context.new_page()
        reader.context.unroute_all()
        said, kept = states.told_where_storage_is_refused(page, address + LESSON)

    assert said.startswith("This browser keeps nothing for this page")
    assert kept == ["bureaucrats-1"]


def test_where_storage_is_full_a_page_says_so_and_keeps_all_once_there_is_room(reader):
    said, stored = states.told_where_storage_is_full(reader.open(LESSON), reader.address + LESSON)

    assert said.startswith("This browser keeps nothing for this page") and stored == 2


def test_a_page_reached_by_back_knows_what_was_done_meanwhile_and_one_in_another_tab_what_was_cleared(reader):
    page = reader.open("index.html")
    known = states.known_after_going_back(page, reader.address + "01-opening.html", reader.address + "02-realism.html")
    reader.open(LESSON).evaluate("async () => (await loadModule('site/page.js')).record.clear()")

    assert known == ["opening-1", "realism-1"]
    until(lambda: page.evaluate(states.ENTRIES) == [], "a record that was cleared")
