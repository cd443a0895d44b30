"""The pictures of charts on the contents page."""

from __future__ import annotations

import re
from types import SimpleNamespace

from readingroom.parts.base.static_html import StaticPart
from readingroom.site.look_inside import look_inside


def chart(name: str, guess: object = None, finding: str = "It <b>fell</b>") -> StaticPart:
    return StaticPart("charts/chart.js", {"figure": name, "head": {"guess": guess, "finding": finding}}, "")


def page(number: int, *parts: StaticPart):
    return SimpleNamespace(address=f"{number}.html", title=f"{number} & more", parts=parts)


def lessons_of(shown: str) -> list[str]:
    return re.findall(r'<a href="(\d)\.html">', shown)


def test_a_lesson_shows_its_first_chart_that_waits_for_no_guess_and_that_no_earlier_one_has(library):
    pages = [
        page(1, chart("oil-price", guess={"label": "Guess"}), chart("growth"), chart("warheads")),
        page(2, chart("growth")),
        page(3, chart("growth"), chart("warheads")),
    ]

    assert lessons_of(look_inside(library, pages)) == ["1", "3"]


def test_a_picture_has_its_finding_and_its_lesson_in_words_and_no_link_within_its_link(library):
    shown = look_inside(library, [page(1, chart("growth", finding='It <a href="x">fell</a>'))])

    assert '<span class="inside-finding">It fell</span>' in shown
    assert '<span class="inside-lesson">1 &amp; more</span>' in shown
    assert re.search(r'<svg [^>]*aria-hidden="true"', shown)
    assert shown.count("<a ") == 1


def test_there_are_four_at_most(library):
    names = ["growth", "warheads", "military-gap", "investment", "trade-partners"]

    assert len(lessons_of(look_inside(library, [page(n, chart(name)) for n, name in enumerate(names)]))) == 4


def test_where_no_chart_may_be_seen_at_once_there_is_nothing(library):
    assert look_inside(library, [page(1, chart("oil-price", guess={"label": "Guess"}))]) == ""
