"""The file a student hands in: what is wrong with it is named, and what can be read of it is never lost."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from readingroom.content.exercise import assignment
from readingroom.content.library import Library
from readingroom.learning.nbgrader_credit import credit
from readingroom.learning.submission.format import Answer, Submission, file_name, read, receipt_of, serialize
from readingroom.learning.submission.save import answers, says_something, write
from readingroom.parts.exercise.exercise import as_asked, task_content
from readingroom.parts.exercise.submission import hand_in_content, make

ROOT = Path(__file__).resolve().parents[2]
EXERCISE = "01-trade-shares"
SAID = Submission(
    EXERCISE,
    "Anna Ö",
    "2026-11-20T10:00:00Z",
    {"a": Answer("x", 2), "b": Answer(["y", "z"]), "c": Answer({"r": {"k": "1,5"}}, 3)},
    ("check-1",),
    "k12",
)
TEXT = serialize(SAID)


def test_what_was_written_is_read_back():
    assert (read(TEXT).submission, read(TEXT).damage) == (SAID, "")


@pytest.mark.parametrize(
    "change",
    [
        lambda t: "\N{ZERO WIDTH NO-BREAK SPACE}" + t,
        lambda t: t.replace("\n", "\r\n"),
        lambda t: t.rstrip("\n"),
        lambda t: t + "\n\n",
    ],
)
def test_what_mail_and_editors_do_to_line_ends_is_no_damage(change):
    assert (read(change(TEXT)).damage, read(change(TEXT)).receipt) == ("", receipt_of(TEXT))


@pytest.mark.parametrize(
    "text, damage",
    [
        ("", "empty"),
        (" \n ", "empty"),
        ("Dear teacher,\nhere it is", "foreign"),
        ('{"format": "something else"}', "foreign"),
        ("[1, 2]", "foreign"),
        (TEXT[: TEXT.index('"b"')], "cut off"),
        (TEXT[:-40], "cut off"),
        (TEXT.replace('"x"', '"z"'), "edited"),
        (TEXT.replace("Anna", "Anne"), "edited"),
        (TEXT.replace('"version":1', '"version":2'), "edited"),
    ],
)
def test_damage_is_named(text, damage):
    assert read(text).damage == damage


def test_a_file_of_another_version_is_no_sound_one_though_its_checksum_fits(monkeypatch):
    monkeypatch.setattr("readingroom.learning.submission.format.VERSION", 2)
    text = serialize(SAID)
    assert read(text).damage == ""
    monkeypatch.undo()

    assert (read(text).damage, read(text).submission) == ("edited", SAID)


def test_a_receipt_has_four_times_four_signs_and_differs_with_the_answers():
    other = serialize(Submission("e", "a", "t", {}))

    assert re.fullmatch(r"[A-Z2-7]{4}(-[A-Z2-7]{4}){3}", receipt_of(TEXT))
    assert receipt_of(TEXT) != receipt_of(other) == receipt_of(other)


def test_a_receipt_begins_with_the_one_that_an_earlier_version_gave_the_same_file():
    earlier = next((ROOT / "tests/earlier/made").iterdir())

    assert receipt_of(earlier.read_text(encoding="utf-8")).startswith(earlier.stem.split("--")[-1] + "-")


@pytest.mark.parametrize("student", ["x" * 200, "\N{CJK UNIFIED IDEOGRAPH-4E2D}" * 200, "Anna " * 40])
def test_a_file_name_is_short_enough_for_every_platform(student):
    name = file_name(Submission("08-contested-claims", student, "t", {}), "ABCD-EFGH-IJKL-MNOP")

    assert len(name) < 100 and name.endswith("--ABCD-EFGH-IJKL-MNOP.jsonl")


def test_a_certainty_that_there_is_not_counts_as_none_given(root, tmp_path):
    recorded = {"e/a": {"response": "x", "sure": 7}, "e/b": {"response": "x", "sure": 2}}
    made = answers("e", ["a", "b"], recorded)

    assert [answer.sure for answer in made.values()] == [0, 2]
    assert read(serialize(Submission("e", "s", "t", {"a": Answer("x", 9)}))).submission.answers["a"].sure == 0


def test_a_name_of_signs_alone_makes_a_file_name_all_the_same():
    assert file_name(Submission("e", "../..", "t", {}), "R") == "e--student--R.jsonl"


def test_a_submission_is_written_whole_with_the_same_line_ends_everywhere(tmp_path):
    path, receipt = write(SAID, tmp_path)

    assert path.read_bytes() == TEXT.encode()
    assert (path.name, receipt) == (file_name(SAID, receipt), receipt_of(TEXT))
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_what_stands_before_a_cut_is_saved():
    assert list(read(TEXT[: TEXT.index('{"task":"c"')]).submission.answers) == ["a", "b"]


def test_every_cut_is_recognised_and_none_raises():
    damages = {read(TEXT[:end]).damage for end in range(1, len(TEXT.rstrip()))}
    assert "" not in damages


def test_the_file_name_is_safe_everywhere():
    assert file_name(SAID, "K7QD-2M9X") == "01-trade-shares--Anna--K7QD-2M9X.jsonl"


@pytest.mark.parametrize(
    "response, says",
    [
        ("", False),
        (" ", False),
        ([], False),
        ({"a": ""}, False),
        ({"r": {"c": " "}}, False),
        (None, False),
        ("x", True),
        (["x"], True),
        ({"r": {"c": "1"}}, True),
        (0, True),
    ],
)
def test_an_empty_answer_says_nothing(response, says):
    assert says_something(response) == says


def test_the_latest_answer_counts_and_other_exercises_do_not():
    kept = {"e/a": {"response": "new", "sure": 3, "at": "t"}, "other/a": {"response": "x"}, "e/b": {"response": ""}}
    assert answers("e", ["a", "b"], kept) == {"a": Answer("new", 3, "t")}


def test_a_hand_in_is_made_from_the_record(root, record, tmp_path):
    given = as_asked(assignment(root, EXERCISE))
    record.append([{"what": "task", "task": f"{EXERCISE}/whose-count", "response": "Russia", "sure": 3}])

    made = make(record, given, {"student": " Anna  B ", "puzzling": ["bureaucrats-6"]}, tmp_path)

    found = read((tmp_path / made["path"]).read_text(encoding="utf-8"))
    assert (found.damage, found.receipt, found.submission.student, found.submission.puzzling) == (
        "",
        made["receipt"],
        "Anna B",
        ("bureaucrats-6",),
    )
    assert found.submission.answers["whose-count"].response == "Russia"


def test_who_handed_in_once_need_not_write_the_name_again(library, root, record, tmp_path):
    given = as_asked(assignment(root, EXERCISE))
    make(record, given, {"student": "Anna"}, tmp_path)

    assert hand_in_content(library, record, given)["student"] == "Anna"


def test_a_folder_that_cannot_be_written_is_said_and_nothing_is_lost(library, root, record, tmp_path):
    from readingroom.parts.exercise.submission import HandInView

    part = HandInView(library, record, as_asked(assignment(root, EXERCISE)))
    (tmp_path / "hand-ins").write_text("a file where the folder should be")
    import os

    here = os.getcwd()
    os.chdir(tmp_path)
    try:
        part.asked = {"student": "Anna"}
    finally:
        os.chdir(here)

    assert (part.made, "safe in your record" in part.trouble) == ({}, True)


def test_credit_is_what_the_newest_sound_hand_in_earns(tmp_path):
    (tmp_path / "1.jsonl").write_text(serialize(Submission("e", "a", "2026-01-01", {"t": Answer("wrong")})))
    (tmp_path / "2.jsonl").write_text(serialize(Submission("e", "a", "2026-01-02", {"t": Answer("right")})))
    (tmp_path / "3.jsonl").write_text(serialize(Submission("e", "a", "2026-01-03", {"t": Answer("wrong")}))[:-20])

    assert credit("e", "t", {"kind": "one", "right": ["right"]}, 2, tmp_path) == 2.0


def test_no_hand_in_is_said_in_words(tmp_path):
    with pytest.raises(LookupError, match="run the last cell"):
        credit("e", "t", {"kind": "one", "right": ["x"]}, 2, tmp_path)


@pytest.mark.parametrize(
    "name",
    [path.stem for path in sorted((ROOT / "exercises/tasks").glob("*.toml"))],
)
def test_every_task_can_be_shown(root, library: Library, name):
    given = as_asked(assignment(root, name))
    for task in given.tasks.values():
        shown = task_content(library, given, task)
        assert "{vary" not in str(shown) and "{series" not in str(shown)
        assert shown["kind"] in ("number", "short", "written") or any(
            shown.get(field) for field in ("options", "lefts", "cards", "rows")
        )


def test_lines_to_order_are_not_shown_in_their_right_order(root):
    from readingroom.content.exercise import key, names

    for name in names(root):
        keys = {each.task: each for each in key(root, name)}
        for task in as_asked(assignment(root, name)).tasks.values():
            if task.kind == "order":
                shown = [line.id for line in task.option]
                assert shown != [each for each in keys[task.id].answer if each in shown], f"{name}, {task.id}"
