"""Prose as readers get it: its HTML, the terms in it, its dates, and how hard it is to read."""

from __future__ import annotations

import pytest

from readingroom.content.dates import written_date, written_span
from readingroom.content.models import Term
from readingroom.content.prose import TermFinder, blocks, inline
from readingroom.content.readability import content_stems, grade, stem

TERMS = [
    Term(id="arms", term="arms", meaning="Weapons."),
    Term(id="arms-control", term="arms control", meaning="Treaties.", aliases=["R&D limits"]),
]


def test_plain_prose_and_prose_with_marks_are_escaped_alike(library):
    assert inline(library, 'He said "so" <twice') == "He said &quot;so&quot; &lt;twice"
    assert inline(library, 'He said "so" and left') == "He said &quot;so&quot; and left"
    assert inline(library, 'He said "so" & left') == "He said &quot;so&quot; &amp; left"
    assert inline(library, '*He* said "so"') == "<em>He</em> said &quot;so&quot;"
    assert blocks(library, "one\n\ntwo") == "<p>one</p>\n<p>two</p>"


@pytest.mark.parametrize(
    "text, terms",
    [
        ("Arms Control came late.", {"arms-control"}),
        ("of ARMS and of arms\ncontrol", {"arms", "arms-control"}),
        ("disarms, arms-length", set()),
        ("the R&D limits", {"arms-control"}),
    ],
)
def test_terms_are_found_as_whole_words_the_longest_first_in_any_case(text, terms):
    assert TermFinder(TERMS).used(text) == terms


def test_a_page_s_term_is_found_with_a_capital_too():
    finder = TermFinder(TERMS)

    assert [finder.id_of(match[0]) for match in finder.pattern.finditer("Arms control, R&amp;D limits, Arms.")] == [
        "arms-control",
        "arms-control",
        "arms",
    ]
    assert TermFinder([]).used("arms") == set()


@pytest.mark.parametrize("written", ["Arms", "ARMS", "arm\N{LATIN SMALL LETTER LONG S}"])
def test_whatever_the_pattern_takes_for_a_term_has_one(written):
    finder = TermFinder(TERMS)

    assert [finder.id_of(match[0]) for match in finder.pattern.finditer(written)] == ["arms"]


@pytest.mark.parametrize(
    "date, written", [("1991", "1991"), ("1991-08", "August 1991"), ("1991-01-09", "9 January 1991")]
)
def test_a_date_is_written_as_precisely_as_it_is_known(date, written):
    assert written_date(date) == written
    assert written_span(date, None) == written
    assert written_span(date, "1993-12") == f"{written} to December 1993"


@pytest.mark.parametrize(
    "word, its_stem",
    [("partners", "partn"), ("nations", "nation"), ("treaties", "treat"), ("ally", "ally"), ("goal", "goal")],
)
def test_a_stem_has_four_letters_at_least(word, its_stem):
    assert stem(word) == its_stem


def test_words_without_meaning_have_no_stem():
    assert content_stems("They would cooperate because of the treaties") == {"cooperat", "treat"}


def test_the_grade_is_that_of_flesch_and_kincaid():
    # 6 words, 2 sentences, 9 syllables
    assert grade(["The cat sat.", "Any animal ate."]) == pytest.approx(0.39 * 3 + 11.8 * 9 / 6 - 15.59)
    assert grade([]) == 0.0
