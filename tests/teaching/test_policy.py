"""A class's own rules: every fault is named at once, unknown names stop nobody, and marks follow with a reason."""

from __future__ import annotations

import re

import pytest

from readingroom.content.errors import CourseError
from readingroom.teaching.mark.due_time import due_time
from readingroom.teaching.mark.gradebook import Line
from readingroom.teaching.mark.policy.conditions import called_late_alone, waiting_points
from readingroom.teaching.mark.policy.reading import Known, read_policy
from readingroom.teaching.mark.policy.template import TEMPLATE, write_template
from readingroom.teaching.mark.policy.terms import Terms
from readingroom.teaching.mark.scoring import TaskMark
from readingroom.teaching.mark.triage import LATE_BY_PLATFORM
from readingroom.teaching.mark.triage_file import File
from readingroom.teaching.roster import Student

KNOWN = Known(["anna", "ben", "2024001"], {"e": ["first", "second"], "f": ["third"]}, {"ben muñoz": "ben"})
DUE = due_time("2026-12-01T12:00Z")
POINTS = {"first": 6, "second": 4}


def read_rules(tmp_path, text: str):
    (tmp_path / "policy.toml").write_text(text, encoding="utf-8")
    return read_policy(tmp_path / "policy.toml", KNOWN)


def settled(tmp_path, text: str, made: str = "2026-12-01T11:00:00Z", student: str = "anna", points=(5.0, 3.0)):
    """What becomes of 5 of 6 and 3 of 4 points."""
    terms = Terms(read_rules(tmp_path, text)[0], "e", DUE, POINTS)
    marks = [TaskMark(task, "x", 0.5, p, POINTS[task]) for task, p in zip(POINTS, points, strict=True)]
    return terms.settled(student, marks, made, made > terms.on_time_until(student))


def test_a_student_who_is_named_by_name_is_answered_with_the_id(tmp_path):
    says = read_rules(tmp_path, '[[student]]\nid = "Muñoz, Ben"\nextra_days = 2\n')[1]

    assert len(says) == 1 and "line 2, id: a student is named by the id on the list; write 'ben'" in says[0]


def test_every_fault_is_named_at_once_with_line_key_and_what_to_do(tmp_path):
    text = """[late]
per_day = "ten"
lowst = 50
[[student]]
id = "ana"
extra_days = 2
[[tasks]]
[[task]]
id = "frist"
drop = true
[[task]]
id = "first"
drop = true
full = true
[[student]]
id = "ben"
due = "2027-03-28T02:30 Europe/Berlin"
[[point]]
student = "anna"
points = true
exercise = "e"
"""
    with pytest.raises(CourseError) as error:
        read_rules(tmp_path, text)

    assert re.findall(r"line (\d+), (\w+): (.{12})", str(error.value)) == [
        ("2", "per_day", "'ten' cannot"),
        ("3", "lowst", "there is no "),
        ("5", "id", "no student i"),
        ("7", "tasks", "there is no "),
        ("9", "id", "no task is c"),
        ("14", "full", "drop and ful"),
        ("17", "due", "due = '2027-"),
        ("18", "point", "reason is mi"),
        ("20", "points", "True cannot "),
    ]
    assert "did you mean 'lowest'" in str(error.value) and "did you mean 'anna'" in str(error.value)


def test_names_that_nobody_has_are_said_and_all_else_holds(tmp_path):
    text = (
        '[[student]]\nid = "Ana"\nextra_days = 1\n[[student]]\nid = 2024001\nextra_days = 2\n[[task]]\nid = "first"\n'
    )
    policy, said = read_rules(tmp_path, text + 'excuse = ["anna", "bn"]\n')

    assert [rule.id for rule in policy.student] == ["2024001"] and policy.task[0].excuse == ["anna"]
    assert [re.findall(r"line \d+|mean '\w+'", line) for line in said] == [
        ["line 2", "mean 'anna'"],
        ["line 9", "mean 'ben'"],
    ]


def test_a_file_that_is_no_toml_is_answered_with_its_line(tmp_path):
    with pytest.raises(CourseError, match=r"cannot be read.*line 2"):
        read_rules(tmp_path, "[late]\nper_day = \n")


def test_the_template_says_nothing_until_its_lines_are_opened_and_then_is_sound(tmp_path):
    write_template(tmp_path)
    known = Known(["anna", "ben"], {"04-pillars": ["oil-gap"]})
    opened = re.sub(r"^# ?(?=\[\[|\w+ = )", "", TEMPLATE, flags=re.M)

    assert read_policy(tmp_path / "policy.toml", known)[0] == read_rules(tmp_path, "")[0]
    (tmp_path / "policy.toml").write_text(opened, encoding="utf-8")
    policy, said = read_policy(tmp_path / "policy.toml", known)
    assert (len(policy.student), len(policy.task), len(policy.point), said) == (2, 1, 1, [])
    with pytest.raises(CourseError, match="is there already"):
        write_template(tmp_path)


LATE = "[late]\nper_day = 10\nlowest = 50\nnone_after_days = 7\ngrace_minutes = 10\n"


@pytest.mark.parametrize(
    "made, total",
    [
        ("2026-12-01T12:00:00Z", 8.0),
        ("2026-12-01T12:10:00Z", 8.0),
        ("2026-12-01T12:11:00Z", 7.0),
        ("2026-12-02T12:00:00Z", 7.0),
        ("2026-12-02T12:00:01Z", 6.0),
        ("2026-12-05T12:00:00Z", 5.0),
        ("2026-12-08T12:00:00Z", 5.0),
        ("2026-12-08T12:00:01Z", 0.0),
    ],
)
def test_each_day_begun_costs_down_to_a_floor_and_then_nothing_is_accepted(tmp_path, made, total):
    assert settled(tmp_path, LATE, made).total == total


def test_a_mark_below_the_floor_is_not_raised_to_it(tmp_path):
    assert settled(tmp_path, LATE, "2026-12-03T12:00:00Z", points=(1.0, 2.0)).total == 3.0


@pytest.mark.parametrize(
    "rules, until",
    [
        ('[[student]]\nid = "anna"\nextra_hours = 12\n', "2026-12-02T00:00:00+00:00"),
        ('[[student]]\nid = "anna"\nextra_days = 2\n', "2026-12-03T12:00:00+00:00"),
        (
            '[[student]]\nid = "anna"\nextra_days = 2\n[[student]]\nid = "anna"\nexercise = "e"\nextra_days = 3\n',
            "2026-12-04T12:00:00+00:00",
        ),
        ('[[student]]\nid = "anna"\nexercise = "f"\nextra_days = 2\n', "2026-12-01T12:00:00+00:00"),
        ('[[student]]\nid = "anna"\ndue = "2026-12-05T12:00+01:00"\n', "2026-12-05T12:00:00+01:00"),
    ],
)
def test_a_student_has_time_of_their_own(tmp_path, rules, until):
    terms = Terms(read_rules(tmp_path, rules)[0], "e", DUE, POINTS)

    assert (terms.on_time_until("anna"), terms.on_time_until("ben")) == (until, DUE.text)


@pytest.mark.parametrize(
    "rules, total, most",
    [
        ('[[task]]\nid = "first"\ndrop = true\n', 3.0, 4),
        ('[[task]]\nid = "first"\nexcuse = ["anna"]\n', 3.0, 4),
        ('[[task]]\nid = "first"\nexcuse = ["ben"]\n', 8.0, 10),
        ('[[task]]\nid = "first"\nfull = true\n', 9.0, 10),
        ('[[task]]\nid = "first"\nweight = 0.5\n', 5.5, 7),
        ('[[task]]\nid = "first"\nexercise = "f"\n', None, None),
        ('[[point]]\nstudent = "anna"\nexercise = "e"\ntask = "first"\npoints = 3\nreason = "r"\n', 9.0, 10),
        ('[[point]]\nstudent = "anna"\nexercise = "e"\npoints = 3\nreason = "r"\n', 11.0, 10),
        ('[[point]]\nstudent = "anna"\nexercise = "e"\npoints = -30\nreason = "r"\n', 0.0, 10),
        (
            '[[point]]\nstudent = "anna"\nexercise = "e"\npoints = -9\nreason = "r"\n'
            '[[point]]\nstudent = "anna"\nexercise = "e"\npoints = 3\nreason = "r"\n',
            2.0,
            10,
        ),
        ('[[point]]\nstudent = "ben"\nexercise = "e"\npoints = 3\nreason = "r"\n', 8.0, 10),
    ],
)
def test_a_mark_follows_the_rules_and_says_why(tmp_path, rules, total, most):
    if total is None:
        with pytest.raises(CourseError, match="it says nothing"):
            settled(tmp_path, rules)
        return
    found = settled(tmp_path, rules)

    assert (found.total, found.most) == (total, most)
    told = [*found.reasons, *(reason for mark in found.marks for reason in mark.reasons)]
    assert bool(told) == ((total, most) != (8.0, 10))


@pytest.mark.parametrize("points, total, says", [(3, 11.0, "anna has more than there are: 11 of 10"), (1, 9.0, "")])
def test_points_by_hand_beyond_what_there_is_are_said(tmp_path, points, total, says):
    rules = f'[[point]]\nstudent = "anna"\nexercise = "e"\npoints = {points}\nreason = "r"\n'
    terms = Terms(read_rules(tmp_path, rules)[0], "e", DUE, POINTS)

    told = waiting_points(terms, [Line(Student("anna"), "marked", total, {"first": 5.0})])

    assert [says in line for line in told] == ([True] if says else [])


@pytest.mark.parametrize(
    "rules, made, told",
    [
        ("[[late]]\nper_day = 10\n", "2026-12-01T11:00:00Z", 1),
        ("[[late]]\nper_day = 10\n", "2026-12-01T13:00:00Z", 0),  # the rule took its points off
        ("", "2026-12-01T11:00:00Z", 0),
    ],
)
def test_who_is_late_by_the_platform_alone_is_named_where_a_rule_takes_points_off(tmp_path, rules, made, told):
    terms = Terms(read_rules(tmp_path, rules)[0], "e", DUE, POINTS)
    file = File("anna_LATE_1_2_x.jsonl", "anna", made, "", ("late",), LATE_BY_PLATFORM, counts=True)
    on_time = File("ben_1_2_x.jsonl", "ben", made, "", (), "", counts=True)

    assert [line.count("anna") for line in called_late_alone(terms, [file, on_time])] == [1] * told


def test_a_gradebook_scales_the_total_of_who_is_excused_and_excuses_who_owes_nothing():
    student = Student("anna")

    assert Line(student, "marked", 3.0, {}, 4).graded(10) == "7.5"
    assert Line(student, "marked", 3.0, {}).graded(10) == "3"
    assert Line(student, "marked", 0.0, {}, 0).graded(10) == "EX"
    assert Line(student, "written open", 3.0, {}, 4).graded(10) == ""
