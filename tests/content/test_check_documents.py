"""`check` on data/documents.toml: what it names resolves, the document can be found and its question answered."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from readingroom.content.checks.course import faults
from readingroom.content.library import Library

TINY = Path(__file__).parents[1] / "tiny"
FILE = "data/documents.toml"
WRITTEN = """kind = "written"
model = "A text."
criterion = [{ id = "a", text = "It is there.", level = [{ points = 0, text = "No." }, { points = 1, text = "It is." }] }]
"""

# (what stands there, what to put in its place, how the fault goes on after the file and the record)
BROKEN = {
    "a claim that is not there": (
        'claims = ["equal-from-the-start"]',
        'claims = ["equal-at-the-end"]',
        "claims: there is no claim 'equal-at-the-end'",
    ),
    "a paragraph that is not there": (
        'paragraphs = ["founding-1"]',
        'paragraphs = ["founding-9"]',
        "paragraphs: there is no paragraph 'founding-9'",
    ),
    "no paragraph at all": (
        'paragraphs = ["founding-1"]',
        "paragraphs = []",
        "question paragraphs: names no paragraph that the document bears on",
    ),
    "a source that is not there": (
        'sources = ["declaration-1776"]',
        'sources = ["hearsay"]',
        "sources: there is no source 'hearsay'",
    ),
    "no source": ('sources = ["declaration-1776"]', "sources = []", "sources: names no source"),
    "an address that is none": (
        'address = "https://www.archives.gov/founding-docs/declaration-transcript"',
        'address = "archives.gov"',
        "address: 'archives.gov' is no address; it begins with https://",
    ),
    "a day in no calendar": ('date = "1776-07-04"', 'date = "1776-02-30"', "date: '1776-02-30' is no day"),
    "an answer that is missing": (
        'answer = ["unalienable", "inalienable"]',
        "answer = []",
        "question answer: names no accepted answer",
    ),
    "feedback that says nothing": (
        'otherwise = "It stands in the sentence that begins with the truths, in the second paragraph."',
        'otherwise = "Look again."',
        "question otherwise: 2 words beyond the verdict",
    ),
    "an id that a quiz has": (
        'id = "document-declaration"',
        'id = "first-step"',
        "question id: 'first-step' stands twice",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_wrong_with_a_document_is_named_with_its_field(found, name):
    before, after, says = BROKEN[name]
    if name == "an id that a quiz has":
        taken = next(iter(Library(TINY).items("founding"))).id
        after, says = after.replace("first-step", taken), says.replace("first-step", taken)

    assert any(fault.startswith(f"{FILE}, document declaration, {says}") for fault in found(before, after))


def test_a_question_that_people_must_mark_is_a_fault(found, tmp_path):
    text = (TINY / FILE).read_text(encoding="utf-8")
    answered = text[text.index('answer = ["unalienable"') :]
    (tmp_path / FILE).write_text(text.replace(answered, ""), encoding="utf-8")

    result = found('kind = "short"\n', WRITTEN)

    assert (
        f"{FILE}, document declaration, question kind: must be one that is marked at once: a document answers exactly"
        in result
    )


def test_a_question_of_a_kind_that_is_none_is_answered_with_its_record(found):
    assert any(
        fault.startswith(f"{FILE}, document 1 (declaration), question.kind: ") for fault in found('"short"', '"riddle"')
    )


def test_a_field_that_is_missing_is_named(found):
    [fault] = found('look_for = "The second paragraph, the word before *Rights*"\n', "")

    assert fault == f"{FILE}, document 1 (declaration): the field look_for is missing"


def test_the_name_under_which_answers_are_kept_is_no_quizs(found):
    result = found('id = "all-of-it"', 'id = "documents"', "data/course.toml")

    assert any(fault.startswith(f"{FILE}: a quiz or a section is called 'documents'") for fault in result)


def test_a_course_may_have_no_documents(tmp_path):
    shutil.copytree(TINY, tmp_path, dirs_exist_ok=True)
    (tmp_path / FILE).unlink()

    assert [str(fault) for fault in faults(Library(tmp_path)) if "document" in str(fault)] == []
