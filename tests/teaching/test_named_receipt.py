"""Which receipt a file's name has: the whole one, or the two groups of a hand-in made by an earlier version."""

from __future__ import annotations

import pytest

from readingroom.learning.submission.format import Answer, Submission, serialize
from readingroom.learning.submission.receipts import earlier_file_name, earlier_form, file_name
from readingroom.learning.submission.receipts import receipt as receipt_of_sum
from readingroom.teaching.mark.collect import Upload
from readingroom.teaching.mark.named_receipt import named_receipt
from readingroom.teaching.mark.triage import Class, triage

WHOLE, SHORT = "K7QD-2M9X-F4TZ-6LWA", "K7QD-2M9X"
ANNA = Submission("e", "anna", "2026-11-20T10:00:00Z", {"t": Answer("x")})


@pytest.mark.parametrize(
    "name, shown",
    [
        (f"e--anna--{WHOLE}.jsonl", WHOLE),
        (f"annaanderson_4711_98765_e--anna--{WHOLE}-1.jsonl", WHOLE),
        (f"e--anna--{WHOLE.lower()}.jsonl", WHOLE),
        ("e--anna--K7QD2M9XF4TZ6LWA.jsonl", WHOLE),
        (f"e--anna--{SHORT}.jsonl", SHORT),
        (f"annaanderson_4711_98765_e--anna--{SHORT}-1.jsonl", SHORT),
        (f"e--anna--{SHORT} (1).jsonl", SHORT),
        (f"e--anna--{SHORT} - Copy.jsonl", SHORT),
        (f"e--anna--{SHORT}-copy.jsonl", SHORT),
        (f"e--anna--{SHORT.lower()}.json", SHORT),
    ],
)
def test_a_name_with_the_whole_or_the_earlier_receipt_fits(name, shown):
    assert named_receipt(name, ANNA, WHOLE) == (shown, True)


@pytest.mark.parametrize(
    "name",
    [
        f"e--anna--{SHORT}-F4TZ-6LWB.jsonl",
        f"e--anna--{SHORT}-AAAA-6LWA.jsonl",
        f"e--anna--{SHORT}-F4TZ.jsonl",
        f"e--anna--{SHORT}-AAAA-BBBB-1.jsonl",
        f"e--anna--{SHORT}_AAAA_BBBB.jsonl",
        "e--anna--K7QD2M9XAAAABBBB.jsonl",
        f"e--anna--{SHORT.lower()}-aaaa-bbbb.jsonl",
        f"e--bert--{WHOLE}.jsonl",
        "e--anna--K7QD-2M9Y.jsonl",
        "homework.jsonl",
    ],
)
def test_a_name_of_more_groups_must_have_all_of_them(name):
    assert named_receipt(name, ANNA, WHOLE) == (WHOLE, False)


@pytest.mark.parametrize("name", ["e--anna--.jsonl", f"e--anna--{WHOLE}.jsonl", f"e--anna--{SHORT}.jsonl"])
def test_what_is_cut_off_has_no_receipt_and_fits_by_its_student(name):
    assert named_receipt(name, ANNA, "") == ("", True)


def test_a_long_name_fits_as_each_version_cut_it():
    long = Submission("e", "x" * 200, "t", {})

    assert named_receipt(file_name(long, WHOLE), long, WHOLE) == (WHOLE, True)
    assert named_receipt(earlier_file_name(long, WHOLE), long, WHOLE) == (SHORT, True)


def test_a_list_of_files_shows_each_receipt_as_the_file_is_named():
    text = serialize(ANNA)
    whole = receipt_of_sum(text.rsplit('"sum":"', 1)[1][:64])
    shown = {
        name: triage(Upload(name, text), Class("e", None)).receipt
        for name in (file_name(ANNA, whole), earlier_file_name(ANNA, whole), "homework.jsonl")
    }

    assert [*shown.values()] == [whole, earlier_form(whole), whole]
