"""The lists of words and people."""

from __future__ import annotations

from pathlib import Path

import stand_in

from readingroom.content import models as m
from readingroom.content.library import Library
from readingroom.parts.glossary.glossary import glossary, glossary_content, people, people_content, terms_used

ROOT = Path(__file__).resolve().parents[2]


def term(id, name, aliases=()):
    return m.Term(id=id, term=name, meaning=f"What *{name}* means.", aliases=list(aliases))


def library():
    claim = m.Claim(
        id="c",
        check="A1",
        paragraphs=["opening-1"],
        claim="The vote held.",
        verdict="accurate",
        why="A treaty.",
        evidence="A veto.",
    )
    paragraphs = [m.Paragraph(id="opening-1", number=1, role="setting", gist="Realists agree.")]
    return stand_in.library(
        paragraphs={p.id: p for p in paragraphs},
        of_section=lambda section: paragraphs,
        notes=lambda section: [m.Note(paragraph="opening-1", kind="context", level="first read", text="A coup.")],
        section_claims=lambda section: [claim],
        terms={
            t.id: t
            for t in (
                term("veto", "veto"),
                term("realism", "realism", ["realists"]),
                term("coup", "Coup"),
                term("oil", "oil"),
            )
        },
        people={
            p.id: p
            for p in (
                m.Person(
                    id="s", name="Gerhard Schroeder", then="Chancellor.", later="Retired.", paragraphs=["opening-1"]
                ),
                m.Person(id="b", name="George Bush", then="President.", paragraphs=[]),
            )
        },
    )


def test_words_are_found_in_gists_notes_and_claims_under_any_of_their_forms():
    assert terms_used(library(), "opening") == {"realism", "coup", "veto"}


def test_the_words_of_a_section_are_those_it_uses_in_the_order_of_the_alphabet():
    assert [entry["name"] for entry in glossary_content(library(), "opening")["entries"]] == ["Coup", "realism", "veto"]


def test_without_a_section_all_words_are_listed():
    assert len(glossary_content(library(), None)["entries"]) == 4


def test_a_meaning_is_shown_as_html():
    assert glossary_content(library(), None)["entries"][0]["parts"] == [
        {"label": "", "html": "What <em>Coup</em> means."}
    ]


def test_people_stand_in_the_order_of_their_surnames():
    assert [entry["name"] for entry in people_content(library())["entries"]] == ["George Bush", "Gerhard Schroeder"]


def test_a_person_is_shown_as_then_and_later():
    assert [part["label"] for part in people_content(library())["entries"][1]["parts"]] == ["In 2003", "Later"]


def test_a_list_is_a_widget_that_keeps_nothing():
    assert not hasattr(glossary(Library(ROOT), "opening"), "outbox")


def test_all_people_of_the_course_are_listed():
    course = Library(ROOT)
    assert len(people(course).content["entries"]) == len(course.people)
