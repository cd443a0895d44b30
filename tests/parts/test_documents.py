"""Documents to open: which stand in a lesson, what a page says of them, and how the record keeps their answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from readingroom.content.errors import CourseError
from readingroom.content.library import Library
from readingroom.parts.documents.documents import documents, documents_content
from readingroom.parts.documents.static_html import documents as on_a_page
from readingroom.parts.record.record import count_gone, record_content

TINY = Path(__file__).parents[1] / "tiny"


@pytest.fixture
def tiny() -> Library:
    return Library(TINY)


def shown(library: Library, section: str | None) -> list[str]:
    return [document["id"] for document in documents_content(library, section)["documents"]]


def test_a_lesson_shows_the_documents_that_bear_on_a_paragraph_of_its_section(tiny):
    assert shown(tiny, "founding") == ["declaration"]


def test_the_whole_course_shows_all(tiny):
    assert shown(tiny, None) == list(tiny.documents)


def test_a_section_without_a_document_says_so_and_names_the_file(tiny):
    with pytest.raises(CourseError, match=r"no document bears on the section 'task' \(data/documents\.toml\)"):
        documents_content(tiny, "task")


def test_a_claim_of_another_lesson_is_named_with_that_lesson(tiny):
    [here] = documents_content(tiny, "founding")["documents"][0]["claims"]
    [elsewhere] = documents_content(tiny, None)["documents"][0]["claims"]

    assert (here["lesson"], elsewhere["lesson"]) == ("", "lesson 1")


def test_a_page_without_scripts_has_the_way_and_the_question_and_no_answer(tiny):
    prose = on_a_page(tiny, "founding").prose

    assert 'href="https://www.archives.gov/founding-docs/declaration-transcript" target="_blank"' in prose
    assert "opens in a new tab" in prose
    assert "Which <em>adjective</em> stands before" in prose
    assert "unalienable" not in prose


@pytest.mark.parametrize("section, file", [("founding", "documents-founding"), (None, "documents")])
def test_the_documents_of_a_page_are_a_file_that_comes_when_they_are_near(tiny, section, file):
    part = on_a_page(tiny, section)

    assert (part.content, part.shared) == ({"section": section or ""}, file)
    assert part.shared_content == documents_content(tiny, section)


def test_the_record_keeps_the_answer_to_a_question_as_that_of_a_quiz(tiny, record):
    widget = documents(tiny, record, "founding")
    entry = {"what": "answer", "quiz": "documents", "item": "document-declaration", "response": "x", "fraction": 0.0}

    widget.outbox = [{"id": "1", "at": "2026-11-28T09:00:00.000Z", **entry}]

    assert documents(tiny, record, "founding").state["answers"]["document-declaration"]["response"] == "x"


def test_the_table_of_the_record_has_a_row_for_documents(tiny, record):
    kept = {"item": "document-declaration", "response": "unalienable", "fraction": 1.0}
    record.append([{"what": "answer", "quiz": "documents", **kept}])

    row = next(row for row in record_content(tiny, record)["rows"] if row["title"] == "Documents")

    assert [row[name] for name in ("items", "answered", "right", "possible")] == [1, 1, 1, 0]


def test_an_answer_about_a_document_is_not_counted_as_gone(tiny):
    assert count_gone(tiny, {"answers": {"document-declaration": {}}, "notes": {}}) == 0


def test_no_answer_to_a_document_of_the_course_stands_in_its_own_card(library):
    """Who has not opened the document cannot copy the answer from what is said of it."""
    told = [
        document.id
        for document in library.documents.values()
        for answer in [getattr(document.question, "answer", "")]
        for form in (answer if isinstance(answer, list) else [answer])
        for text in (document.title, document.about, document.archive, document.look_for, document.question.prompt)
        if form.lower() in text.lower()
    ]

    assert told == []


def test_every_section_of_the_course_has_a_document(library):
    assert [section for section in library.sections if not library.documents_on(section)] == []
