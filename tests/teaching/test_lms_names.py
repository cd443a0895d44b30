"""What a learning platform writes before a file's own name, and what marking warns of."""

from __future__ import annotations

import pytest
from classroom import ON_TIME, TOO_LATE

from readingroom.learning.submission.format import Answer, Submission, file_name, read, serialize
from readingroom.teaching.mark.collect import Upload
from readingroom.teaching.mark.lms_names import UPLOADERS, uploader, with_uploaders
from readingroom.teaching.mark.triage import Class, decided, triage

DUE = "2026-12-01T12:00"


def upload(student: str, prefix: str, made: str = ON_TIME) -> Upload:
    submission = Submission("e", student, made, {"t": Answer("x")}, (), "")
    text = serialize(submission)
    return Upload(prefix + file_name(submission, read(text).receipt), text)


def looked_at(*uploads: Upload):
    files = [triage(each, Class("e", None, DUE)) for each in uploads]
    return with_uploaders(decided(files, set()))


@pytest.mark.parametrize(
    "name, who",
    [
        ("andersonanna_4711_98765_04-pillars--anna--ABCD-EFGH.jsonl", "andersonanna (4711)"),
        ("andersonanna_LATE_4711_98765_x.jsonl", "andersonanna (4711)"),
        ("all/andersonanna_4711_98765_x-1.jsonl", "andersonanna (4711)"),
        ("Anna Anderson_12_assignsubmission_file_/x.jsonl", "Anna Anderson (12)"),
        ("class/Anna Anderson_12_assignsubmission_file/x.jsonl", "Anna Anderson (12)"),
        ("04-pillars--anna--ABCD-EFGH.jsonl", "None"),
        ("my_2_files.jsonl", "None"),
        ("", "None"),
    ],
)
def test_the_account_that_uploaded_a_file_is_read_from_its_name(name, who):
    assert str(uploader(name)) == who


def test_what_canvas_calls_late_is_late_whatever_the_file_says():
    (file,) = looked_at(upload("anna", "andersonanna_LATE_1_2_"))

    assert file.problems == ("late",) and "platform" in file.advice


def test_a_file_late_for_two_reasons_is_late_once():
    assert looked_at(upload("anna", "andersonanna_LATE_1_2_", TOO_LATE))[0].problems == ("late",)


@pytest.mark.parametrize("made", ["", "yesterday", "2026-13-01T00:00:00Z"])
def test_a_time_that_is_none_is_named(made):
    (file,) = looked_at(upload("anna", "", made))

    assert file.problems == ("no time",) and file.counts


def test_one_student_s_files_from_two_accounts_are_named():
    files = looked_at(upload("anna", "a_1_5_"), upload("anna", "b_2_6_", "2026-11-29T10:00:00Z"))

    assert all(UPLOADERS in file.problems for file in files)
    assert "a (1), b (2)" in files[0].advice


def test_an_account_that_uploads_for_two_students_is_named_and_both_are_marked():
    files = looked_at(upload("anna", "a_1_5_"), upload("bob", "a_1_6_"))

    assert [file.problems for file in files] == [(UPLOADERS,), (UPLOADERS,)]
    assert all(file.counts and "anna, bob" in file.advice for file in files)


def test_two_files_of_one_account_for_one_student_are_no_matter():
    files = looked_at(upload("anna", "a_1_5_"), upload("bob", "b_2_6_"))

    assert [file.problems for file in files] == [(), ()]
