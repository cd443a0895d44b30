"""`check` holds a claim's materiality and its sentence together."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from readingroom.content.checks.course import faults
from readingroom.content.library import Library

TINY = Path(__file__).parents[1] / "tiny"
FILE = "data/claims/founding.toml"
STEP = 'materiality = "changes a detail"\n'
WHY = 'materiality_why = "Another year of birth would change the number of years, but not what the nation was pledged to."\n'


@pytest.fixture
def found(tmp_path):
    """The faults of the tiny course after `before` in its claims has become `after`."""
    shutil.copytree(TINY, tmp_path, dirs_exist_ok=True)

    def edit(before: str, after: str) -> list[str]:
        file = tmp_path / FILE
        text = file.read_text(encoding="utf-8")
        assert before in text
        file.write_text(text.replace(before, after, 1), encoding="utf-8")
        return [str(fault) for fault in faults(Library(tmp_path))]

    return edit


def test_a_materiality_that_is_none_is_answered_with_the_three_there_are(found):
    [fault] = found(STEP, 'materiality = "hardly matters"\n')

    assert fault.startswith(f"{FILE}, claim 1 (count-of-years), materiality: ")
    assert fault.endswith("one of: matters not, changes a detail, bears on the argument")


def test_a_materiality_without_its_sentence_is_a_fault(found):
    assert found(WHY, "") == [
        f"{FILE}, claim count-of-years, materiality_why: is missing; "
        "say in one sentence why the claim 'changes a detail'"
    ]


def test_one_claim_without_either_among_others_that_have_both_is_a_fault(found):
    assert found(STEP + WHY, "") == [
        f"{FILE}, claim count-of-years, materiality: is missing, and other claims have it; "
        "write one of: matters not, changes a detail, bears on the argument, and materiality_why"
    ]


def test_a_course_may_leave_both_out_of_all_its_claims(tmp_path):
    shutil.copytree(TINY, tmp_path, dirs_exist_ok=True)
    for file in (tmp_path / "data/claims").iterdir():
        kept = [line for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith("materiality")]
        file.write_text("\n".join(kept), encoding="utf-8")

    assert faults(Library(tmp_path)) == []


def test_a_sentence_of_spaces_is_none(found):
    assert "claim count-of-years, materiality_why: is missing" in found(WHY, 'materiality_why = " "\n')[0]


def test_a_sentence_without_its_materiality_is_a_fault(found):
    assert found(STEP, "") == [
        f"{FILE}, claim count-of-years, materiality: is missing beside materiality_why; "
        "write one of: matters not, changes a detail, bears on the argument"
    ]
