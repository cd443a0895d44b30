"""The report on the claims: how a class voted on them and weighed them, from the records that it handed over."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from readingroom.content.errors import CourseError
from readingroom.content.library import Library
from readingroom.teaching.report.claims_section import claim_figures, claims_part
from readingroom.teaching.report.class_records import LARGEST, class_records

TINY = Path(__file__).parents[1] / "tiny"
CLAIM = "count-of-years"


@pytest.fixture
def tiny():
    return Library(TINY)


def record(folder: Path, name: str, *said: tuple[str, str, str], day: int = 1) -> None:
    """A record as a student downloads it, of (what, claim, word)."""
    fields = {"vote": "vote", "weighing": "materiality"}
    lines = [
        {
            "id": f"{name}-{number}",
            "at": f"2026-01-{day:02}T00:00:{number:02}Z",
            "what": what,
            "claim": claim,
            fields[what]: word,
        }
        for number, (what, claim, word) in enumerate(said)
    ]
    (folder / f"{name}.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")


def test_votes_and_weights_of_a_claim_are_counted_over_the_class(tiny, tmp_path):
    record(tmp_path, "anna", ("vote", CLAIM, "accurate"), ("weighing", CLAIM, "changes a detail"))
    record(tmp_path, "bert", ("vote", CLAIM, "wrong"), ("weighing", CLAIM, "matters not"))

    [figures] = claim_figures(tiny, class_records(tmp_path))

    assert (figures.claim.id, figures.votes, figures.agreed) == (CLAIM, 2, 1)
    assert figures.steps == {"changes a detail": 1, "matters not": 1}


def test_the_report_sums_up_how_the_class_differs_from_the_ledger(tiny, tmp_path):
    record(tmp_path, "anna", ("vote", CLAIM, "accurate"), ("weighing", CLAIM, "changes a detail"))
    record(tmp_path, "bert", ("weighing", CLAIM, "matters not"), ("weighing", "words-forgotten", "changes a detail"))

    page = claims_part(tiny, class_records(tmp_path), with_names=False)

    assert "<p>2 records. Votes that can be compared with the ledger: 1, of which 1 agree." in page
    assert (
        "Judgements of what hangs on a claim: 3, of which 1 agree with the ledger, 1 give more weight and 1 less."
        in page
    )


def test_each_claim_has_a_row_with_the_ledgers_weight_in_bold(tiny, tmp_path):
    record(tmp_path, "anna", ("vote", CLAIM, "wrong"), ("weighing", CLAIM, "matters not"))

    page = claims_part(tiny, class_records(tmp_path), with_names=False)

    assert (
        "<span class='says'>accurate</span></th><td class='number'>1</td><td class='number'>0%</td>"
        "<td class='number'>1</td><td class='number'><strong>0</strong></td><td class='number'>0</td></tr>"
    ) in page


def test_a_record_downloaded_twice_is_one_learners(tiny, tmp_path):
    said = ("vote", CLAIM, "accurate")
    record(tmp_path, "anna", said)
    lines = (tmp_path / "anna.jsonl").read_text(encoding="utf-8")
    record(tmp_path, "later", ("weighing", CLAIM, "matters not"), day=2)
    (tmp_path / "anna (1).jsonl").write_text(lines + (tmp_path / "later.jsonl").read_text(encoding="utf-8"))
    (tmp_path / "later.jsonl").unlink()

    found = class_records(tmp_path)

    assert len(found.learners) == 1
    assert found.learners[0]["weighings"][CLAIM]["materiality"] == "matters not"


def test_a_claim_or_a_step_that_is_none_is_left_out(tiny, tmp_path):
    record(tmp_path, "anna", ("vote", "gone", "wrong"), ("weighing", CLAIM, "<b>weighs</b>"))

    assert claim_figures(tiny, class_records(tmp_path)) == []


def test_other_files_are_counted_and_named_only_when_names_are_asked_for(tiny, tmp_path):
    (tmp_path / "berta<b>.txt").write_text("dear diary\n")

    shy, named = (claims_part(tiny, class_records(tmp_path), with_names) for with_names in (False, True))

    assert "Files in the folder that are no records: 1." in shy
    assert "are no records: 1: berta&lt;b&gt;.txt." in named


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"[" * 100_000, b'{"id": 1}\n', b"null\n"], ids=range(5))
def test_no_file_whatever_stops_the_report(tiny, tmp_path, content):
    record(tmp_path, "anna", ("vote", CLAIM, "accurate"))
    (tmp_path / "odd").write_bytes(content)

    found = class_records(tmp_path)

    assert (len(found.learners), found.others) == (1, ["odd"])


def test_a_file_larger_than_a_record_is_not_read(tmp_path):
    with (tmp_path / "large").open("wb") as large:
        large.truncate(LARGEST + 1)

    assert class_records(tmp_path).others == ["large"]


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(
        CourseError, match=r"nowhere is no folder; name the one in which the class's downloaded records"
    ):
        class_records(tmp_path / "nowhere")
