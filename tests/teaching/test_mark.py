"""Marking: every file is accounted for, every sound one marked as it should be, nothing of a student's is ever run."""

from __future__ import annotations

import csv
import html
import json
import random
import re
import shutil
import unicodedata
import zipfile
from pathlib import Path

import pytest
from classroom import DUE, ON_TIME, TOO_LATE, Class, sentences

from readingroom.content.errors import CourseError
from readingroom.content.exercise import key
from readingroom.learning.submission.format import Answer, Submission, file_name, read, serialize
from readingroom.teaching.mark.collect import Upload, uploads
from readingroom.teaching.mark.mark import MarkingOptions, mark
from readingroom.teaching.mark.triage import Class as Expected
from readingroom.teaching.mark.triage import decided, late, triage
from readingroom.teaching.report.figures import correlation, of_task, scored
from readingroom.teaching.report.report import report
from readingroom.teaching.roster import Student, folded, known_as, read_roster
from readingroom.teaching.spreadsheets import harmless

ROOT = Path(__file__).resolve().parents[2]
EXERCISE = "04-pillars"
KEY = ROOT / f"exercises/key/{EXERCISE}.toml"
SEED = "a seed that nobody knows"
MENDED = next(entry for entry in key(ROOT, "02-opening") if entry.task == "mend-the-duma")
ANYBODY = Expected("e", None, DUE)


def text_of(
    student: str = "anna", made: str = ON_TIME, answer: str = "x", exercise: str = "e", variant: str = ""
) -> tuple[str, str]:
    """The name and the text of a small hand-in."""
    submission = Submission(exercise, student, made, {"t": Answer(answer)} if answer else {}, (), variant)
    text = serialize(submission)
    return file_name(submission, read(text).receipt), text


def found(name: str, text: str, expected: Expected = ANYBODY) -> tuple[str, ...]:
    return triage(Upload(name, text), expected).problems


# --- one file ------------------------------------------------------------------------------------------------------


def test_a_sound_file_has_nothing_said_of_it():
    assert found(*text_of()) == ()


@pytest.mark.parametrize(
    "prefix, suffix",
    [
        ("annaanderson_4711_98765_", ""),
        ("Anna Anderson_4711_assignsubmission_file_/", ""),
        ("", "-1"),
        ("LATE_annaanderson_1_2_", "-2"),
    ],
)
def test_what_canvas_and_moodle_add_to_a_name_is_no_renaming(prefix, suffix):
    name, text = text_of()

    assert found(f"{prefix}{name.removesuffix('.jsonl')}{suffix}.jsonl", text) == ()


@pytest.mark.parametrize(
    "change, kinds",
    [
        (lambda name, text: ("homework.jsonl", text), ("renamed",)),
        (lambda name, text: (name, ""), ("empty",)),
        (lambda name, text: (name, "Dear teacher"), ("foreign",)),
        (lambda name, text: (name, text[:-30]), ("cut off",)),
        (lambda name, text: (name, text[:40]), ("cut off",)),
        (lambda name, text: (name, text.replace('"x"', '"y"')), ("edited",)),
        (lambda name, text: text_of(made=TOO_LATE), ("late",)),
        (lambda name, text: text_of(exercise="other"), ("foreign",)),
        (lambda name, text: text_of(answer=""), ("nothing answered",)),
    ],
)
def test_each_damage_is_named(change, kinds):
    assert found(*change(*text_of())) == kinds


def test_somebody_who_is_not_on_the_list_is_foreign():
    assert found(*text_of("bert"), Expected("e", {"anna": ""})) == ("foreign",)


@pytest.mark.parametrize(
    "said, listed, hint", [("01005", "1005", True), ("1005", "01005", False), ("01005", "10050", False)]
)
def test_a_number_that_lost_its_noughts_in_a_spreadsheet_is_explained(said, listed, hint):
    _name, text = text_of(student=said)

    assert ("write the noughts again" in triage(Upload("a.jsonl", text), Expected("e", {listed: ""})).advice) == hint


def test_a_variant_of_another_seed_is_foreign_and_the_seed_is_asked_after():
    looked = triage(Upload(*text_of(variant="k1")), Expected("e", {"anna": "k2"}))

    assert looked.problems == ("foreign",) and "another seed" in looked.advice


@pytest.mark.parametrize("said", ["17", "Anna Anderson", "anderson, anna", "ANNA@example.org"])
def test_whoever_writes_a_name_as_the_list_has_it_is_known(said):
    names = known_as([Student("17", "Anderson, Anna", "anna@example.org"), Student("18", "Bert B")])

    assert triage(Upload(*text_of(said)), Expected("e", {"17": "", "18": ""}, names=names)).student == "17"


def test_a_name_that_two_students_share_stands_for_neither():
    assert known_as([Student("17", "Anna A"), Student("18", "Anna A")]) == {"17": "17", "18": "18"}


@pytest.mark.parametrize("name", ["Zoë Žák", "Ọlọ́run Ṣeun", "Đặng Thị"])
def test_a_name_is_one_however_its_accents_are_put_together(name):
    listed, written = (unicodedata.normalize(form, name) for form in ("NFC", "NFD"))

    assert known_as([Student("17", listed)])[folded(written)] == "17"


@pytest.mark.parametrize(
    "made, due, is_late",
    [
        ("2026-12-01T12:00:00Z", "2026-12-01T12:00", False),
        ("2026-12-01T12:00:01Z", "2026-12-01T12:00", True),
        ("2026-12-01T11:30:00Z", "2026-12-01T12:00+01:00", True),
        ("nonsense", DUE, False),
    ],
)
def test_a_time_without_a_zone_is_utc(made, due, is_late):
    assert late(made, due) == is_late


@pytest.mark.parametrize(
    "first, second, counts",
    [
        ({"made": ON_TIME}, {"made": TOO_LATE}, 0),
        ({"made": "2026-11-01T00:00:00Z"}, {"made": ON_TIME}, 1),
        ({"made": "2026-11-20T10:00:00+02:00"}, {"made": "2026-11-20T09:30:00+00:00"}, 1),
        ({"made": ON_TIME}, {"made": "some day"}, 0),
        ({"made": ON_TIME}, {"made": "0001-01-01T00:00:00+14:00"}, 0),
        ({"answer": "x"}, {"answer": "", "made": "2026-11-30T11:00:00Z"}, 0),
    ],
)
def test_of_two_files_the_newest_with_answers_on_time_counts(first, second, counts):
    files = decided([triage(Upload(*text_of(**first)), ANYBODY), triage(Upload(*text_of(**second)), ANYBODY)], set())

    assert [file.counts for file in files] == [counts == 0, counts == 1]
    assert "double" in files[1 - counts].problems


def test_a_damaged_file_never_beats_a_sound_one_unless_the_teacher_says_so():
    _name, text = text_of(made="2026-11-30T11:00:00Z")
    damaged, sound = Upload("b.jsonl", text[:-30]), Upload(*text_of())
    files = [triage(each, ANYBODY) for each in (damaged, sound)]

    assert [file.counts for file in decided(files, set())] == [False, True]


def test_files_that_cannot_be_read_are_named_and_stop_nothing(tmp_path):
    name, text = text_of()
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\xff\xfe")
    (tmp_path / "big.jsonl").write_bytes(b"x" * 3_000_000)
    (tmp_path / "away.jsonl").symlink_to("/etc/hostname")
    with zipfile.ZipFile(tmp_path / "inner.zip", "w") as inner:
        inner.writestr(name, text)
    (tmp_path / "deep/er").mkdir(parents=True)
    (tmp_path / "deep/er" / name).write_text(text)

    troubles = {each.name: each.problem for each in uploads(tmp_path)}

    assert {name: bool(trouble) for name, trouble in troubles.items()} == {
        "picture.png": True,
        "big.jsonl": True,
        "away.jsonl": True,
        "inner.zip": True,
        f"deep/er/{name}": False,
    }


def test_a_zip_is_read_as_a_folder_is(tmp_path):
    name, text = text_of()
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as packed:
        packed.writestr(f"Anna_1_assignsubmission_file_/{name}", text)
        packed.writestr("__MACOSX/._x", "junk")

    assert [each.text for each in uploads(tmp_path / "all.zip")] == [text]


# --- a class -------------------------------------------------------------------------------------------------------

WHOLE_CLASS, SMALL_CLASS = 300, 60
DAMAGES = ("late", "double", "foreign", "renamed", "empty", "cut off", "edited")


def damaged(kind: str, class_: Class, student: str, name: str, text: str) -> list[tuple[str, str]]:
    """Return the files (name, text) that arrive where one student's hand-in suffers `kind`."""
    again = class_.earned.get(student)
    match kind:
        case "late":
            return [named(class_.submission(student, TOO_LATE))]
        case "double":
            first = named(class_.submission(student, "2026-11-01T10:00:00Z"))
            class_.earned[student] = again
            return [first, (name, text)]
        case "foreign":
            return [
                (f"x-{name}", text.replace(class_.exercise, "99-other", 1)),
            ]
        case "renamed":
            return [(f"my homework {student}.jsonl", text)]
        case "empty":
            return [(name, "")]
        case "cut off":
            return [(name, text[: len(text) * 2 // 3])]
    return (
        [(name, text.replace('"puzzling":[', '"puzzling":["check-1",'))]
        if '"puzzling":[]' not in text
        else [(name, text.replace('"sure":0', '"sure":3').replace('"puzzling":[]', '"puzzling":["x"]'))]
    )


def named(submission: Submission) -> tuple[str, str]:
    text = serialize(submission)
    return file_name(submission, read(text).receipt), text


@pytest.fixture(scope="module")
def life(tmp_path_factory, pytestconfig):
    """The whole life of a class: assigned, answered, handed in with 5 per cent of the files damaged in each way, marked.

    The class is of 300. Where the tests that open doors are left out, as in `test --quick`, it is of 60, who answer their
    variants without a bundle: to pack theirs takes longer than all tests of this file.
    """
    is_quick = "not door" in pytestconfig.getoption("markexpr")
    size = SMALL_CLASS if is_quick else WHOLE_CLASS
    folder = tmp_path_factory.mktemp("class")
    class_ = Class(ROOT, EXERCISE, size, SEED)
    roster = class_.roster(folder / "roster.csv")
    if not is_quick:
        class_.assign(roster, folder / "bundles")
    (folder / "in").mkdir()
    everybody = list(class_.hand_ins())
    unlucky = random.Random(2).sample(everybody, len(DAMAGES) * size // 20)
    fate = {student: DAMAGES[number % len(DAMAGES)] for number, (student, _, _) in enumerate(unlucky)}
    for student, name, text in everybody:
        for file, content in damaged(fate[student], class_, student, name, text) if student in fate else [(name, text)]:
            (folder / "in" / file).write_text(content, encoding="utf-8")
    said = mark(ROOT, folder / "in", KEY, folder / "out", MarkingOptions(roster, SEED, DUE))
    return class_, folder, fate, said


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.slow
def test_every_damaged_file_is_named_and_no_sound_one_is(life):
    class_, folder, fate, _ = life
    listed = rows(folder / "out/files.csv")
    assert len(listed) == len(list((folder / "in").iterdir()))
    by_student = {student: [row for row in listed if student in row["file"]] for student in class_.students}

    for student in class_.students:
        kinds = {kind for row in by_student[student] for kind in row["found"].split("; ")} - {"sound"}
        assert kinds == ({fate[student]} if student in fate else set()), (student, fate.get(student))


@pytest.mark.slow
def test_no_hand_in_holds_the_seed_or_a_word_of_the_key(life):
    class_, folder, _, _ = life
    everything = "\n".join(path.read_text(encoding="utf-8") for path in (folder / "in").iterdir())

    assert SEED not in everything and '"points"' not in everything and '"answer"' not in everything
    assert [sentence for entry in class_.keys.values() for sentence in sentences(entry) if sentence in everything] == []


@pytest.mark.slow
def test_every_file_that_counts_is_marked_as_an_independent_reckoning_says(life):
    class_, folder, fate, _ = life
    marks = {row["id"]: row for row in rows(folder / "out/marks.csv")}
    for student in class_.students:
        row, kind = marks[student], fate.get(student)
        if kind in ("foreign", "empty"):
            assert row["state"] == "no usable file"
            continue
        expected = {
            task: pytest.approx(class_.keys[task].points * part, abs=0.006)
            for task, part in class_.earned[student].items()
        }
        if kind == "cut off":
            assert row["state"] == "provisional"
            continue
        assert {task: float(row[task]) for task in expected} == expected, (student, kind)
        assert row["state"] == ("provisional" if kind == "edited" else "written open")


def test_difficulty_in_the_report_orders_the_tasks_as_the_simulation_made_them(life):
    class_, folder, _, _ = life
    students = [student for student in scored(folder / "out") if student.tasks]
    means = {task: of_task(task, students).difficulty for task in class_.difficulty}

    assert sorted(means, key=means.get, reverse=True) == sorted(class_.difficulty, key=class_.difficulty.get)
    shown = dict(re.findall(r"href='#task-(\d+)'.*?(\d+)%", report(ROOT, folder / "out", EXERCISE)))
    assert {
        task: int(shown[str(number)]) for number, task in enumerate(class_.given.tasks, start=1) if task in means
    } == {task: round(100 * mean) for task, mean in means.items()}
    assert all(of_task(task, students).discrimination > 0 for task in class_.difficulty)


def test_marking_again_gives_the_same_bytes(life, tmp_path):
    _, folder, _, _ = life

    mark(ROOT, folder / "in", KEY, tmp_path / "out", MarkingOptions(folder / "roster.csv", SEED, DUE))

    first = {
        path.relative_to(folder / "out"): path.read_bytes() for path in (folder / "out").rglob("*") if path.is_file()
    }
    assert first == {
        path.relative_to(tmp_path / "out"): path.read_bytes()
        for path in (tmp_path / "out").rglob("*")
        if path.is_file()
    }


def test_no_student_is_in_the_report_unless_asked_for(life):
    _, folder, _, _ = life

    assert "Student 0" not in report(ROOT, folder / "out", EXERCISE)
    assert "Student 0" in report(ROOT, folder / "out", EXERCISE, with_names=True)


def test_the_gradebooks_hold_no_mark_that_is_not_final(life):
    _, folder, _, _ = life

    assert {row["Three pillars and their figures"] for row in rows(folder / "out/gradebook-canvas.csv")[1:]} == {
        ""
    }  # written tasks are open


def test_written_tasks_are_merged_back_and_then_the_marks_are_final(life, tmp_path):
    class_, folder, fate, _ = life
    shutil.copytree(folder / "out", tmp_path / "out")
    sheet = tmp_path / "out/written/strongest-pillar.csv"
    marked = [
        row | {"evidence": "2", "judgement": "1", "two-views": "0,5", "limits": "0", "comment": "Good."}
        for row in rows(sheet)
    ]
    write(sheet, marked)

    mark(ROOT, folder / "in", KEY, tmp_path / "out", MarkingOptions(folder / "roster.csv", SEED, DUE))

    marks = {row["id"]: row for row in rows(tmp_path / "out/marks.csv")}
    fine = next(student for student in class_.students if student not in fate)
    assert (marks[fine]["state"], marks[fine]["strongest-pillar"]) == ("marked", "3.5")
    assert {row["comment"] for row in rows(sheet)} == {"Good."}
    canvas = {row["SIS Login ID"]: row for row in rows(tmp_path / "out/gradebook-canvas.csv")}
    assert canvas[fine]["Three pillars and their figures"] == marks[fine]["total"]
    page = (tmp_path / f"out/feedback/{fine}.html").read_text(encoding="utf-8")
    assert "Good." in page and "so far" not in page


def test_every_bad_cell_of_a_sheet_is_named_and_the_text_stays_open(life, tmp_path):
    _, folder, _, _ = life
    shutil.copytree(folder / "out", tmp_path / "out")
    sheet = tmp_path / "out/written/strongest-pillar.csv"
    texts = rows(sheet)
    texts[0] |= {"evidence": "two", "judgement": "9"}
    texts[1] |= {"evidence": "2"}
    write(sheet, texts)

    said = mark(ROOT, folder / "in", KEY, tmp_path / "out", MarkingOptions(folder / "roster.csv", SEED, DUE))

    assert [line.split(":")[0] for line in said if line.startswith("strongest-pillar.csv")] == [
        "strongest-pillar.csv, row 2, column evidence",
        "strongest-pillar.csv, row 2, column judgement",
        "strongest-pillar.csv, row 3",
    ]


def test_a_teacher_accepts_a_damaged_file_in_the_list_of_decisions(life, tmp_path):
    _, folder, fate, _ = life
    shutil.copytree(folder / "out", tmp_path / "out")
    write(tmp_path / "out/decisions.csv", [row | {"accept": "yes"} for row in rows(tmp_path / "out/decisions.csv")])

    mark(ROOT, folder / "in", KEY, tmp_path / "out", MarkingOptions(folder / "roster.csv", SEED, DUE))

    states = {row["id"]: row["state"] for row in rows(tmp_path / "out/marks.csv")}
    assert {states[student] for student, kind in fate.items() if kind in ("edited", "cut off")} <= {
        "written open",
        "marked",
    }
    assert {row["accept"] for row in rows(tmp_path / "out/decisions.csv")} == {"yes"}


def write(path: Path, rows_: list[dict[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows_[0]))
        writer.writeheader()
        writer.writerows(rows_)


def test_a_decision_outlives_a_run_over_the_wrong_folder(life, tmp_path):
    _, folder, _, _ = life
    write(tmp_path / "decisions.csv", [{"file": "a.jsonl", "accept": "yes"}])
    (tmp_path / "empty").mkdir()

    mark(ROOT, tmp_path / "empty", KEY, tmp_path, MarkingOptions(folder / "roster.csv", SEED, DUE))

    assert [(row["file"], row["accept"]) for row in rows(tmp_path / "decisions.csv")] == [("a.jsonl", "yes")]


def test_a_long_run_says_how_far_it_is(life, tmp_path, monkeypatch):
    _, folder, _, _ = life
    monkeypatch.setattr("readingroom.teaching.mark.mark.SOMETIMES", 40)
    said = []

    mark(ROOT, folder / "in", KEY, tmp_path, MarkingOptions(folder / "roster.csv", SEED, DUE), said.append)

    count = len(list((folder / "in").iterdir()))
    steps = range(40, count + 1, 40)
    assert said == [
        *(f"{step} files looked at …" for step in steps),
        *(f"{step} files of {count} marked …" for step in steps),
    ]


def test_names_are_hidden_where_wished(life, tmp_path):
    _, folder, _, _ = life

    mark(ROOT, folder / "in", KEY, tmp_path / "out", MarkingOptions(folder / "roster.csv", SEED, DUE, hide_names=True))

    assert "Student 0" not in (tmp_path / "out/written/strongest-pillar.csv").read_text(encoding="utf-8")


def test_a_hand_in_without_a_list_is_marked_too(tmp_path):
    for student in ("a", "b", "c"):
        name, text = named(Submission("02-opening", student, ON_TIME, {"mend-the-duma": Answer(MENDED.answer)}))
        (tmp_path / name).write_text(text)

    said = mark(ROOT, tmp_path, ROOT / "exercises/key/02-opening.toml", tmp_path / "out", MarkingOptions())

    assert "3 students" in said[0]
    assert {row["mend-the-duma"] for row in rows(tmp_path / "out/marks.csv")} == {str(MENDED.points)}


def test_what_a_student_wrote_is_text_and_never_more(tmp_path):
    evil = '<script>alert(1)</script> "quoted", =1+1\n{vary:year} {series:gdp.us:2003} ${x}'
    submission = Submission(
        "02-opening",
        "=cmd",
        ON_TIME,
        {
            "choice-of-dates": Answer(evil),
            "in-order": Answer({"a": [1]}),
            "mend-the-duma": Answer([["x"]]),
            "where-thesis": Answer({"a": 1}),
            "which-witness": Answer("x"),
            "record-judgement-forecast": Answer([1]),
            "against-the-forecast": Answer("y"),
        },
    )
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.jsonl").write_text(serialize(submission))

    mark(ROOT, tmp_path / "in", ROOT / "exercises/key/02-opening.toml", tmp_path / "out", MarkingOptions())

    page = next((tmp_path / "out/feedback").iterdir()).read_text(encoding="utf-8")
    assert "<script>" not in page and html.escape("<script>alert(1)</script>") in page
    row = rows(tmp_path / "out/written/choice-of-dates.csv")[0]
    assert (row["text"], row["student"]) == (evil, "'=cmd")


@pytest.mark.parametrize(
    "text, safe", [("=1+1", "'=1+1"), ("-2.5", "-2.5"), ("-x", "'-x"), ("@a", "'@a"), ("plain", "plain"), ("", "")]
)
def test_no_cell_becomes_a_formula(text, safe):
    assert harmless(text) == safe


def test_a_key_that_does_not_fit_is_said(tmp_path):
    (tmp_path / "02-opening.toml").write_text('[[key]]\ntask = "other"\npoints = 1\nwhy = "x"\n')

    with pytest.raises(CourseError, match=r"no key for .*in-order.*no task for other"):
        mark(ROOT, tmp_path, tmp_path / "02-opening.toml", tmp_path / "out", MarkingOptions())


@pytest.mark.parametrize(
    "key_, due, says",
    [
        ("04-pillars", "tomorrow", "--due 'tomorrow' is no time"),
        ("4", "", "no key .*beside it stand 01-trade-shares.toml"),
    ],
)
def test_orders_that_cannot_be_followed_are_said_and_nothing_is_written(tmp_path, key_, due, says):
    (tmp_path / "in").mkdir()

    with pytest.raises(CourseError, match=says):
        mark(ROOT, tmp_path / "in", ROOT / f"exercises/key/{key_}.toml", tmp_path / "out", MarkingOptions(due=due))

    assert not (tmp_path / "out").exists()


# --- lists and figures ---------------------------------------------------------------------------------------------


def test_a_canvas_gradebook_is_a_list_and_goes_back_as_it_came(tmp_path):
    (tmp_path / "c.csv").write_text(
        'Student,ID,SIS User ID,SIS Login ID,Section,Old (1)\n    Points Possible,,,,,10\n"Anderson, Anna",4711,u1,anna,S1,9\n'
    )
    name, text = named(Submission("02-opening", "anna", ON_TIME, {"mend-the-duma": Answer(MENDED.answer)}))
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / name).write_text(text)

    mark(
        ROOT,
        tmp_path / "in",
        ROOT / "exercises/key/02-opening.toml",
        tmp_path / "out",
        MarkingOptions(tmp_path / "c.csv"),
    )

    row = rows(tmp_path / "out/gradebook-canvas.csv")[1]
    assert (row["Student"], row["ID"], row["SIS Login ID"], row["Section"]) == ("Anderson, Anna", "4711", "anna", "S1")


@pytest.mark.parametrize(
    "text, ids",
    [
        ("id;name\na;A\nb;B\n", ["a", "b"]),
        ("First name,Last name,ID number,Email address\nAnna,A,17,a@x\n", ["17"]),
        ("\N{ZERO WIDTH NO-BREAK SPACE}id,name\na,A\n", ["a"]),
    ],
)
def test_lists_of_every_form_are_read(tmp_path, text, ids):
    (tmp_path / "r.csv").write_text(text, encoding="utf-8")

    assert [student.id for student in read_roster(tmp_path / "r.csv").students] == ids


def test_correlation_by_a_sum_done_by_hand():
    assert correlation([1, 2, 3, 4, 5], [2, 4, 6, 8, 10]) == pytest.approx(1)
    assert correlation([1, 0, 1, 0, 1], [0, 1, 0, 1, 0]) == pytest.approx(-1)
    assert correlation([1, 1, 1, 1, 1], [1, 2, 3, 4, 5]) is None


def test_scored_lines_carry_what_a_report_needs(life):
    _, folder, _, _ = life
    line = json.loads((folder / "out/scored.jsonl").read_text(encoding="utf-8").splitlines()[0])

    assert set(line) == {"student", "name", "state", "made", "late", "total", "most", "tasks", "puzzling"}
    assert set(next(iter(line["tasks"].values()))) == {
        "response",
        "fraction",
        "points",
        "most",
        "sure",
        "missed",
        "values",
    }
