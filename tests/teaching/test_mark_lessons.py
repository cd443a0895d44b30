"""Lesson hand-ins among the files of a class: which count, who completed what, what is said of damaged ones; and the
page that is made of them for the next hour.
"""

from __future__ import annotations

import csv
import random
from pathlib import Path

import pytest
from hostile import fill
from lesson_hand_ins import lesson_name, lesson_text

from readingroom.content.errors import CourseError
from readingroom.content.kinds import kind_of
from readingroom.content.library import Library
from readingroom.learning.kinds import answer_key
from readingroom.learning.submission.format import Submission, file_name, serialize
from readingroom.learning.submission.format import read as read_exercise
from readingroom.teaching.mark.lessons.alone import mark_lessons
from readingroom.teaching.mark.lessons.rule import Rule, rule_of, rules_of
from readingroom.teaching.mark.mark import mark
from readingroom.teaching.mark.policy.model import LessonRule
from readingroom.teaching.mark.run import MarkingOptions
from readingroom.teaching.report.lesson.page import lesson_report

TINY = Path(__file__).resolve().parents[1] / "tiny"
LESSON = "founding"


@pytest.fixture(scope="module")
def tiny() -> Library:
    return Library(TINY)


def everything(library: Library, vote: str = "accurate", mark: str = "clear", sure: int = 3) -> list[dict]:
    """All there is to hand in of the lesson, with every answer empty and so wrong."""
    return [
        *({"paragraph": p.id, "mark": mark} for p in library.of_section(LESSON)),
        *({"claim": claim.id, "vote": vote} for claim in library.section_claims(LESSON)),
        *(
            {"item": item.id, "response": wrong(library, item), "sure": sure, "fraction": 1, "first": 1, "tries": 1}
            for item in library.items(LESSON)
        ),
    ]


def wrong(library: Library, item) -> object:
    options = [option.id for option in getattr(item, "option", [])]
    right = [] if kind_of(item).marked_by_people else answer_key(item, library.evaluate).get("right", [])
    return next((option for option in options if option not in right), "") if isinstance(right, list) else ""


def lay(folder: Path, student: str, lines: list[dict], change=lambda text: text, **more) -> str:
    text = lesson_text(LESSON, student, lines, **more)
    folder.mkdir(exist_ok=True)
    (folder / lesson_name(text)).write_text(change(text), encoding="utf-8")
    return lesson_name(text)


def rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines()))


def test_completion_follows_the_rule_and_a_lesson_that_is_only_half_done_is_incomplete(tmp_path, tiny):
    lay(tmp_path / "in", "anna", everything(tiny))
    lay(tmp_path / "in", "ben", everything(tiny)[1:])

    mark_lessons(TINY, tmp_path / "in", tmp_path / "out", MarkingOptions())
    strict = {row["id"]: row[LESSON] for row in rows(tmp_path / "out/lessons.csv")}
    mark_lessons(TINY, tmp_path / "in", tmp_path / "out", MarkingOptions(complete="paragraphs 0"))
    mild = {row["id"]: row[LESSON] for row in rows(tmp_path / "out/lessons.csv")}

    assert strict == {"anna": "complete", "ben": "incomplete"}
    assert mild == {"anna": "complete", "ben": "complete"}


def test_a_rule_names_parts_and_per_cent_and_nothing_else():
    assert rule_of("votes 80, items=50%") == Rule(100, 80, 50)
    with pytest.raises(CourseError, match="write it as in"):
        rule_of("effort 100")


def test_the_classes_policy_has_a_rule_for_all_lessons_and_one_of_a_lessons_own(tmp_path, tiny):
    roster = tmp_path / "class.csv"
    roster.write_text("id,name\nanna,Anna\n", encoding="utf-8")
    lay(tmp_path / "in", "anna", everything(tiny)[1:])

    def state(policy: str) -> str:
        (tmp_path / "policy.toml").write_text(policy, encoding="utf-8")
        mark_lessons(TINY, tmp_path / "in", tmp_path / "out", MarkingOptions(roster=roster))
        return rows(tmp_path / "out/lessons.csv")[0][LESSON]

    assert state("[[lesson]]\nparagraphs = 0\n") == "complete"
    assert state("[[lesson]]\nparagraphs = 0\n[[lesson]]\nid = 'founding'\n") == "incomplete"


def test_everybody_on_the_list_has_a_row_and_who_is_not_on_it_is_foreign(tmp_path, tiny):
    roster = tmp_path / "class.csv"
    roster.write_text("id,name\nanna,Anna \u00c1ine\nben,Ben B\n", encoding="utf-8")
    lay(tmp_path / "in", "Anna \u00c1ine", everything(tiny))
    lay(tmp_path / "in", "mallory", everything(tiny))

    mark_lessons(TINY, tmp_path / "in", tmp_path / "out", MarkingOptions(roster=roster))

    assert {row["id"]: row[LESSON] for row in rows(tmp_path / "out/lessons.csv")} == {
        "anna": "complete",
        "ben": "missing",
    }
    assert [row["student"] for row in rows(tmp_path / "out/files.csv") if row["found"] == "foreign"] == ["mallory"]


def test_damaged_late_and_double_files_are_rows_and_a_damaged_one_counts_only_when_accepted(tmp_path, tiny):
    cut = lay(tmp_path / "in", "anna", everything(tiny), lambda text: text[:-30])
    lay(tmp_path / "in", "ben", everything(tiny), made="2026-12-05T10:00:00Z")
    lay(tmp_path / "in", "ben", everything(tiny)[:1], made="2026-12-06T10:00:00Z")
    options = MarkingOptions(due="2026-12-02T10:00:00Z")

    mark_lessons(TINY, tmp_path / "in", tmp_path / "out", options)
    before = {row["id"]: row[LESSON] for row in rows(tmp_path / "out/lessons.csv")}
    found = sorted(row["found"] for row in rows(tmp_path / "out/files.csv"))
    (tmp_path / "out/decisions.csv").write_text(f"file,accept\n{cut},yes\n", encoding="utf-8")
    mark_lessons(TINY, tmp_path / "in", tmp_path / "out", options)
    after = {row["id"]: row[LESSON] for row in rows(tmp_path / "out/lessons.csv")}

    assert (before["anna"], after["anna"]) == ("provisional", "complete")
    assert before["ben"] == "incomplete, late"
    assert found == ["cut off", "late", "late; double"]


def test_hostile_files_beside_a_sound_one_cost_it_nothing(tmp_path, tiny):
    fill(tmp_path, 60, 7)
    lay(tmp_path, "anna", everything(tiny))
    chance = random.Random(3)
    for number in range(40):
        content = bytearray(lesson_text(LESSON, f"evil-{number}", everything(tiny)).encode())
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        (tmp_path / f"x{number}.jsonl").write_bytes(bytes(content))
    out = tmp_path.parent / f"{tmp_path.name}-out"

    mark_lessons(TINY, tmp_path, out, MarkingOptions())

    assert {row["id"]: row[LESSON] for row in rows(out / "lessons.csv")}["anna"] == "complete"


def test_beside_an_exercise_lessons_are_marked_too_and_the_exercise_as_before(tmp_path, tiny):
    text = serialize(Submission("01-count-and-read", "anna", "2026-12-01T10:00:00Z", {}))
    (tmp_path / "in").mkdir()
    (
        tmp_path / "in" / file_name(Submission("01-count-and-read", "anna", "", {}), read_exercise(text).receipt)
    ).write_text(text)
    key = TINY / "exercises/key/01-count-and-read.toml"
    mark(TINY, tmp_path / "in", key, tmp_path / "before", MarkingOptions())
    lay(tmp_path / "in", "anna", everything(tiny))

    mark(TINY, tmp_path / "in", key, tmp_path / "after", MarkingOptions())

    assert rows(tmp_path / "after/lessons.csv")[0][LESSON] == "complete"
    assert (tmp_path / "after/marks.csv").read_bytes() == (tmp_path / "before/marks.csv").read_bytes()
    assert len(rows(tmp_path / "after/files.csv")) == 2


# --- the page for the next hour ---


@pytest.fixture
def page(tmp_path, tiny):
    def made(size: int, with_names: bool = False) -> str:
        for number in range(size):
            lines = everything(tiny, ["accurate", "wrong"][number % 2], ["clear", "puzzling"][number % 2])
            lay(tmp_path / "in", f"<i>s{number}</i>", lines)
        mark_lessons(TINY, tmp_path / "in", tmp_path / "out", MarkingOptions())
        return lesson_report(TINY, tmp_path / "out", LESSON, with_names)

    return made


def test_the_page_says_what_puzzled_split_and_misled_the_class_by_the_courses_own_key(page):
    made = page(6)

    assert "3 of 6 who marked it" in made
    assert "accurate 3, wrong 3" in made
    assert "6 of 6 who answered; 6 of 6 of these very sure" in made  # though each file calls its answers right


def test_no_student_is_named_unless_asked_and_then_escaped(page):
    assert "s0" not in page(6)
    assert "&lt;i&gt;s0&lt;/i&gt;" in page(6, with_names=True)
    assert "<i>s0" not in page(6, with_names=True)


def test_the_page_is_found_by_the_name_of_the_lessons_file_too(page, tmp_path):
    assert page(2) == lesson_report(TINY, tmp_path / "out", "01-founding")


def test_a_rule_for_a_lesson_may_call_it_by_its_file(tiny):
    assert rules_of("", [LessonRule("01-founding", items=10)], tiny).of(LESSON) == Rule(items=10)


def test_of_a_small_class_the_page_gives_subjects_and_no_numbers(page):
    made = page(3)

    assert "Only 3 handed in." in made
    assert "of 3 who" not in made
    assert "accurate, wrong" in made


def test_a_folder_without_lessons_is_said_to_be_one(tmp_path):
    with pytest.raises(CourseError, match=r"holds no lessons\.jsonl"):
        lesson_report(TINY, tmp_path, LESSON)


def test_a_damaged_line_is_named(tmp_path):
    (tmp_path / "lessons.jsonl").write_text("{}\n")

    with pytest.raises(CourseError, match="line 1, is damaged"):
        lesson_report(TINY, tmp_path, LESSON)
