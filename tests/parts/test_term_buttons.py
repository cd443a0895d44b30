"""Glossary terms as buttons in the course's prose."""

from __future__ import annotations

import re

import pytest

from readingroom.content.models import Term
from readingroom.parts.base.prose import TermMarker


def marked(markup: str) -> str:
    """The markup with the button of the one term written [Duma]."""
    term = Term(id="duma", term="Duma", meaning="The lower house.")
    return re.sub(r"<button [^>]*>(.*?)</button>", r"[\1]", TermMarker([term]).mark(markup))


def test_the_first_mention_alone_is_a_button():
    assert marked("<p>The Duma is the Duma</p>") == "<p>The [Duma] is the Duma</p>"


@pytest.mark.parametrize("markup", ["<a>Duma</a>", "<code>Duma</code>", '<p title="Duma"></p>'])
def test_no_button_stands_in_a_link_in_code_or_in_a_tag(markup):
    assert marked(markup) == markup


@pytest.mark.parametrize("signs", [",", ".", ";", ":", "?", ")", ").", "\N{RIGHT SINGLE QUOTATION MARK}s"])
def test_signs_after_a_button_stay_in_its_line(signs):
    sign, rest = (signs[:1], signs[1:]) if signs.endswith("s") else (signs, "")

    assert marked(f"The Duma{signs} then") == f'The <span class="rr-unbroken">[Duma]{sign}</span>{rest} then'


@pytest.mark.parametrize("after", [" votes", "<em>, too</em>", "&amp;"])
def test_a_button_before_anything_else_is_as_it_was(after):
    assert marked(f"The Duma{after}") == f"The [Duma]{after}"
