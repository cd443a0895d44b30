"""An exercise of one's own: sound as it is written, in every course, and `check` names each slip in it in plain words."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from readingroom.cli.new_exercise import write_new_exercise
from readingroom.content import exercise as x
from readingroom.content.checks.course import faults
from readingroom.content.errors import CourseError
from readingroom.content.kinds import KINDS
from readingroom.content.library import Library
from readingroom.teaching.assign.assign import assign
from readingroom.teaching.export.export import export

ROOT = Path(__file__).resolve().parents[2]
COURSES = {"this course": ROOT, "the skeleton": ROOT / "readingroom/skeleton", "the tiny course": ROOT / "tests/tiny"}
NAME = "10-my-exercise"
TASKS, KEY, NOTEBOOK = f"exercises/tasks/{NAME}.toml", f"exercises/key/{NAME}.toml", f"exercises/{NAME}.ipynb"


def copied(name: str, folder: Path) -> Path:
    for part in ("data", "exercises", "notebooks"):
        shutil.copytree(COURSES[name] / part, folder / part)
    return folder


@pytest.fixture(scope="module")
def tiny(tmp_path_factory) -> Path:
    """The tiny course with an exercise of one's own."""
    folder = copied("the tiny course", tmp_path_factory.mktemp("own"))
    write_new_exercise(folder, NAME)
    return folder


@pytest.mark.slow
@pytest.mark.parametrize("name", COURSES)
def test_check_finds_no_fault_in_it_wherever_it_is_written(name, tmp_path):
    course = copied(name, tmp_path)

    written = write_new_exercise(course, NAME)

    assert list(map(str, faults(Library(course)))) == []
    assert [path.suffix for path in written] == [".toml", ".toml", ".ipynb", *([".md"] * (name == "this course"))]


def test_it_has_one_task_of_each_kind_and_its_notebook_asks_each(tiny):
    tasks = x.assignment(tiny, NAME).tasks
    cells = json.loads((tiny / NOTEBOOK).read_text(encoding="utf-8"))["cells"]
    asked = re.findall(r'task\("([\w-]+)"\)', "".join("".join(cell["source"]) for cell in cells))

    assert sorted(task.kind for task in tasks.values()) == sorted(KINDS)
    assert asked == list(tasks)


def test_a_course_of_one_paragraph_gets_all_but_the_choice_of_paragraphs(tmp_path):
    course = copied("the skeleton", tmp_path)

    write_new_exercise(course, NAME)

    kinds = {task.kind for task in x.assignment(course, NAME).tasks.values()}
    assert len(kinds) == len(KINDS) - 1
    assert "paragraph" not in "".join(re.findall(r"^# .*$", (course / KEY).read_text("utf-8"), re.M)[2:])


def test_every_task_is_explained_in_a_comment(tiny):
    text = (tiny / TASKS).read_text(encoding="utf-8")

    assert len(re.findall(r"^# .+\n\[\[task\]\]$", text, re.M)) == len(KINDS)
    assert not re.search(r"\b(NAME|TITLE|FIRST|PASSAGES)\b", text + (tiny / KEY).read_text(encoding="utf-8"))


def test_it_goes_out_on_paper_and_in_a_bundle_without_its_key(tiny, tmp_path):
    export(Library(tiny), "paper", tmp_path / "paper.html", exercise=NAME)
    assign(tiny, NAME, tmp_path / "bundles")

    assert "Which month is the shortest?" in (tmp_path / "paper.html").read_text(encoding="utf-8")
    (bundle,) = (tmp_path / "bundles").glob("*.zip")
    with zipfile.ZipFile(bundle) as packed:
        held = b"".join(packed.read(name) for name in packed.namelist() if "exercises/" in name)
        assert b"Thirty days has June" not in held and "exercise_template" not in str(packed.namelist())


@pytest.mark.slow
def test_its_cells_run(tiny):
    cells = json.loads((tiny / NOTEBOOK).read_text(encoding="utf-8"))["cells"]
    code = "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")
    ended = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r})\n{code}"],
        cwd=tiny,
        capture_output=True,
        text=True,
    )

    assert ended.returncode == 0, ended.stderr


# --- what is refused -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("My Exercise", "as in my-exercise"),
        ("", "as in 10-my-exercise"),
        ("../x", "as in x"),
        (NAME, "is there already"),
    ],
)
def test_a_name_that_cannot_be_one_is_refused_with_one_that_can(tiny, name, says):
    before = sorted(tiny.rglob("*"))

    with pytest.raises(CourseError, match=says):
        write_new_exercise(tiny, name)
    assert sorted(tiny.rglob("*")) == before


def test_nothing_is_written_into_a_copy_without_keys_or_beside_a_damaged_article(tmp_path):
    course = copied("the tiny course", tmp_path)
    (course / "data/article.toml").write_text("[[", encoding="utf-8")
    with pytest.raises(CourseError, match=r"article.toml cannot be read"):
        write_new_exercise(course, NAME)
    shutil.rmtree(course / "exercises/key")
    with pytest.raises(CourseError, match="has no exercises/key"):
        write_new_exercise(course, NAME)


def test_the_command_says_what_it_wrote_and_what_comes_next(tmp_path):
    course = copied("the tiny course", tmp_path)
    done = subprocess.run(
        [sys.executable, "-c", "from readingroom.cli.main import main; raise SystemExit(main())", "new-exercise", NAME],
        cwd=course,
        capture_output=True,
        text=True,
        env={"PYTHONPATH": str(ROOT), "PATH": ""},
    )

    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[:3] == [TASKS, KEY, NOTEBOOK] and "readingroom check" in done.stdout


# --- slips -----------------------------------------------------------------------------------------------------------

SLIPS = [
    (TASKS, f'id = "{NAME}" ', 'id = "10-mine" ', "exercise, id: is '10-mine'; it must be the file's name"),
    (TASKS, '"no code" ', '"easy" ', "tier: 'easy' cannot stand here; one of: no code, a little code, code"),
    (TASKS, "minutes = 30", 'minutes = "thirty"', "minutes: must be a whole number, and is text in quotes"),
    (TASKS, "minutes = 30\n", "", "the field minutes is missing"),
    (TASKS, 'paragraphs = ["founding-1"] ', 'paragraphs = ["founding-9"] ', "there is no paragraph 'founding-9'"),
    (TASKS, 'kind = "choice"\n', 'kind = "choise"\n', "task shortest, kind: no kind 'choise'; kinds: choice, choices"),
    (TASKS, "prompt = ", "promt = ", "(shortest): there is no field promt in such a record; is it misspelt?"),
    (TASKS, 'id = "april", text = "April, w', 'id = "right", text = "April, w', "'right' may tell the answer"),
    (TASKS, '"may", text = "May"', '"march", text = "May"', "task with-r, option: 'march' stands 2 times"),
    (TASKS, '"may", text = "May"', '"may", text = "March"', "task with-r, option: 'March' stands 2 times"),
    (TASKS, '"March" },', '"March" }', "(with-r), option: this is not TOML"),
    (TASKS, "does {vary:month}", "does {vary:day}", "task days, prompt: {vary:day} names nothing that varies"),
    (TASKS, ', { id = "july", text = "July" }]\n\n#', "]\n\n#", "task days, vary month: one value does not vary"),
    (TASKS, "draw = 4", "draw = 9", "task through-the-year, draw: only lines to order and cards to sort are drawn"),
    (TASKS, '"extra-day"', '"extra day"', "'extra day' is no id; an id has small letters, digits and hyphens"),
    (TASKS, '{ id = "war", text = "The Roman god of war" }, ', "", "key named-after, place: 'march' has no place"),
    (TASKS, '"founding-2", "founding-1"]', '"founding-7"]', "task where, passage: there is no paragraph 'founding-7'"),
    (KEY, '"february" ', '"febuary" ', "key shortest, answer: there is no option 'febuary'"),
    (KEY, '["march", "october"]', "[]", "key with-r, answer: names no right option"),
    (KEY, '["march", "october"]', '["march", "may", "october", "july"]', "key with-r, answer: every option is right"),
    (KEY, "points = 1", "points = 0", "key shortest, points: a task gives one point or more"),
    (KEY, 'answer = "30"', 'answer = "thirty"', "key days, answer: 'thirty' cannot be worked out"),
    (KEY, 'answer = "30"', 'answer = "{series:people.totl:1860}"', "people has no column 'totl'; it has total"),
    (KEY, "tolerance = 0.0 ", "tolerance = -1 ", "key days, tolerance: cannot be below zero"),
    (KEY, '{ month = "july" }', '{ month = "august" }', "key days, case: nobody is asked about 'august'"),
    (KEY, '{ january = "doors", ', "{ ", "key named-after, place: 'january' has no place"),
    (KEY, ', "solstice"]', "]", "key through-the-year, answer: an order names every line once"),
    (KEY, '  { id = "labour", why = "The first of May." },\n', "", "option: says nothing about 'labour'"),
    (KEY, '["leap year"]', "[]", "key extra-day, answer: names no answer that is right"),
    (KEY, 'task = "shortest"', 'task = "longest"', "key shortest, task: the task has no key"),
    (KEY, "points = 4", "points = 5", "key in-your-words, points: the rubric gives 4, the task 5"),
    (KEY, 'model = "Write', 'modell = "Write', "there is no field modell in such a record; is it misspelt?"),
    (KEY, 'days = "184"', 'dayz = "184"', "key in-all, cell: there is no cell second-half.dayz"),
    (KEY, 'answer = "founding-1" ', 'answer = "task-9" ', "key where, answer: names no paragraph, or one that is not"),
    (KEY, 'why = "Two gods and a ruler."', 'why = ""', "(named-after), why: is empty"),
    (KEY, "{ points = 1, text", "{ points = 3, text", "criterion claim: needs two levels or more, with rising points"),
    (NOTEBOOK, 'task(\\"shortest', 'task(\\"shortst', "cell 4, source: there is no task 'shortst'"),
    (NOTEBOOK, f'open_exercise(\\"{NAME}', 'open_exercise(\\"10', "cell 2, source: there is no exercise '10'"),
    (NOTEBOOK, '"cells"', '"cels"', "cells: is missing, or is not what a notebook has there"),
]


@pytest.mark.parametrize(("file", "before", "after", "says"), SLIPS, ids=[says[:60] for *_, says in SLIPS])
def test_check_names_a_slip_where_it_stands_in_plain_words(tiny, file, before, after, says):
    path = tiny / file
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    try:
        found = list(map(str, faults(Library(tiny))))
    finally:
        path.write_text(text, encoding="utf-8")

    assert any(says in fault and NAME in fault for fault in found), found


def test_all_slips_are_named_at_once(tiny):
    text = (tiny / KEY).read_text(encoding="utf-8")
    slips = [slip for slip in SLIPS if slip[0] == KEY and "answer = " not in slip[1]]
    broken = text
    for _, before, after, _ in slips[4:]:
        broken = broken.replace(before, after, 1)
    (tiny / KEY).write_text(broken, encoding="utf-8")
    try:
        assert tomllib.loads(broken) and len(faults(Library(tiny))) >= 8
    finally:
        (tiny / KEY).write_text(text, encoding="utf-8")
