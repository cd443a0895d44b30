"""The file of a lesson's hand-in: what a page writes is read whole, and what is damaged or hostile says so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hostile import STRANGE
from lesson_hand_ins import MADE, lesson_name, lesson_text
from node import run_by_node

from readingroom.learning.submission.lesson_format import read
from readingroom.learning.submission.lesson_records import LessonAnswer, LessonHandIn
from readingroom.parts.hand_in.hand_in import hand_in, hand_in_content, write

ROOT = Path(__file__).resolve().parents[2]
LINES = [
    {"paragraph": "p-1", "mark": "puzzling"},
    {"claim": "c", "vote": "accurate"},
    {"weighed": "c", "materiality": "matters not"},
    {"item": "i", "response": ["a", {"b": 1}], "sure": 3, "fraction": 0.5, "first": 0, "tries": 2, "text": "A word."},
    {"note": "p-1", "text": "Why?\nZo\u00eb \u2028 \U0001f600"},
]
SAID = LessonHandIn(
    "one",
    "\u00c1ine",
    MADE,
    {"p-1": "puzzling"},
    {"c": "accurate"},
    {"c": "matters not"},
    {"i": LessonAnswer(["a", {"b": 1}], 3, 0.5, 0.0, 2, "A word.")},
    {"p-1": "Why?\nZo\u00eb \u2028 \U0001f600"},
)
TEXT = lesson_text("one", "\u00c1ine", LINES)


def test_what_a_page_writes_is_read_whole_with_the_receipt_and_the_name_that_it_gave(tmp_path):
    about = {"lesson": "one", "student": "\u00c1ine", "made": MADE}
    (tmp_path / "said.json").write_text(json.dumps([about, LINES]), encoding="utf-8")
    printed = run_by_node("make-lesson-file.mjs", tmp_path / "said.json", "which makes the file as a page does")
    made = json.loads(printed)
    found = read(made["text"])

    assert (found.hand_in, found.damage, found.receipt) == (SAID, "", made["receipt"])
    assert (made["text"], made["name"]) == (TEXT, lesson_name(TEXT))


def test_a_file_of_the_first_version_is_read_as_it_was_written():
    found = read((ROOT / "tests/earlier/lesson-hand-in.jsonl").read_text(encoding="utf-8"))

    assert (found.hand_in, found.damage, found.receipt) == (SAID, "", "SNFR-DB27-WBKP-MMNN")


@pytest.mark.parametrize(
    ("change", "damage"),
    [
        (lambda text: "", "empty"),
        (lambda text: text.replace("reading-room lesson hand-in", "reading-room hand-in"), "foreign"),
        (lambda text: text[: len(text) // 2], "cut off"),
        (lambda text: text.replace("accurate", "contested"), "edited"),
        (lambda text: "\ufeff" + text.replace("\n", "\r\n"), ""),
        (lambda text: text + '{"paragraph":"x","mark":"clear"}\n' * 6_000, "odd content"),
    ],
)
def test_what_became_of_a_file_is_said(change, damage):
    assert read(change(TEXT)).damage == damage


@pytest.mark.parametrize(
    "field", ["lesson", "student", "made", "paragraph", "mark", "item", "response", "sure", "note"]
)
@pytest.mark.parametrize("value", STRANGE, ids=range(len(STRANGE)))
def test_nothing_strange_in_a_file_raises_an_error(field, value):
    lines = [{**line, **({field: value} if field in line else {})} for line in LINES]
    about = {
        "lesson": "one",
        "student": "a",
        "made": MADE,
        **({field: value} if field in ("lesson", "student") else {}),
    }

    found = read(lesson_text(about["lesson"], about["student"], lines))

    json.dumps(found.hand_in.notes if found.hand_in else "", ensure_ascii=False).encode()


def test_a_line_that_is_none_costs_no_other():
    found = read(lesson_text("one", "a", [*LINES, {"what": 1}]))

    assert found.damage == "odd content"
    assert found.hand_in and found.hand_in.parts == 5
    assert found.faults == ("line 7: it is none of a lesson hand-in's lines",)


def test_the_kernel_writes_a_sound_file_whole_and_refuses_a_damaged_one(tmp_path):
    written = write(TEXT, tmp_path)
    with pytest.raises(ValueError, match="edited"):
        write(TEXT.replace("accurate", "contested"), tmp_path)

    assert [path.name for path in (tmp_path / "hand-ins").iterdir()] == [lesson_name(TEXT)]
    assert (tmp_path / written["path"]).read_text(encoding="utf-8") == TEXT


def test_a_lesson_offers_its_own_paragraphs_claims_and_items_alone(library):
    content = hand_in_content(library, "realism", writes=True)

    assert {p["id"].rpartition("-")[0] for p in content["paragraphs"]} == {"realism"}
    assert content["items"] == [item.id for item in library.items("realism")]
    assert content["claims"] == [claim.id for claim in library.section_claims("realism")]


def test_a_vote_in_another_cell_is_in_what_is_shown_next(library, record):
    shown = hand_in(library, record, "realism")
    record.append([{"what": "vote", "id": "1", "at": MADE, "claim": "c", "vote": "accurate"}])

    assert shown.state["votes"]["c"]["vote"] == "accurate"


def test_a_folder_that_cannot_be_written_is_said_and_nothing_is_lost(library, record, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "hand-ins").write_text("in the way")
    shown = hand_in(library, record, "realism")
    shown.asked = {"text": TEXT, "at": MADE}

    assert "could not be written" in shown.refused
    assert shown.made == {}
