"""The one style sheet of the pages: all sheets, each once, in an order that says which may overrule which."""

from __future__ import annotations

import re

import pytest

from readingroom.parts.base.static_html import StaticPart
from readingroom.site.style_sheet import sheets, style_of


def part(*css: str) -> StaticPart:
    return StaticPart("x/x.js", {}, "", css)


def test_a_sheet_comes_after_those_that_its_part_names_before_it_whatever_part_comes_first():
    order = sheets([part("quiz/quiz.css"), part("base/ledger.css", "quiz/quiz.css", "claims/claims.css")])

    assert [name for name in order if name.startswith("parts/") and "record" not in name] == [
        "parts/base/lesson.css",
        "parts/base/ledger.css",
        "parts/quiz/quiz.css",
        "parts/claims/claims.css",
    ]


def test_a_sheet_that_two_parts_need_stands_there_once():
    order = sheets([part("quiz/quiz.css"), part("quiz/quiz.css", "turns/turns.css")])

    assert len(set(order)) == len(order)


@pytest.mark.parametrize("parts", [[], [part("quiz/quiz.css")]], ids=["a page without parts", "a page with one"])
def test_the_shared_sheet_comes_first_and_the_pages_own_has_the_last_word(parts):
    order = sheets(parts)

    assert (order[0], order[-1]) == ("parts/base/lesson.css", "site/site.css")


def test_the_sheets_of_a_package_come_after_all_others():
    style = style_of([], ["site/scorm.css"])

    assert re.search(r"\.top\b.*\.rr-lms\b", style, re.DOTALL)
