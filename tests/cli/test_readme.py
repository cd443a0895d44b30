"""What the README promises, read from the README."""

from __future__ import annotations

import io
import json
import re
import shlex
import shutil
import subprocess
import sys
import tarfile

import pytest
from classroom import Class

from readingroom.cli.launch_links import badges, binder_url, pages_url, repository, with_links
from readingroom.cli.read import first_notebook
from readingroom.content.exercise import assignment, names

FIRST = "notebooks/00-start-here.ipynb"


def test_the_readme_names_the_two_commands(root):
    blocks = re.findall(r"^```\n(.*?)\n```", (root / "README.md").read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)

    assert blocks[:2] == ["python3 -m readingroom open", "python3 -m readingroom test"]


def papers(root) -> list:
    """Every page that tells somebody what to type."""
    return [
        root / "README.md",
        root / ".github/CONTRIBUTING.md",
        root / "exercises/class/README.md",
        *sorted((root / "exercises/plans").glob("*.md")),
    ]


def test_every_command_of_the_readme_is_known(root):
    said = {
        verb
        for path in papers(root)
        for verb in re.findall(r"python3 -m readingroom ([a-z]+)", path.read_text(encoding="utf-8"))
    }
    helps = subprocess.run(
        [sys.executable, "-m", "readingroom", "--help"], cwd=root, capture_output=True, text=True
    ).stdout

    assert [verb for verb in said if not re.search(rf"^\s+{verb}\b", helps, re.MULTILINE)] == []


def test_every_link_and_picture_of_the_readme_is_there(root):
    links = [
        path.parent / link
        for path in papers(root)
        for link in re.findall(r"\]\(([^)#:]+)\)", path.read_text(encoding="utf-8"))
    ]

    assert [link for link in links if not link.exists()] == []


@pytest.mark.door
def test_what_the_readme_tells_a_teacher_to_type_works_as_it_stands(root, tmp_path):
    course = tmp_path / "course"
    shutil.copytree(
        root, course, ignore=shutil.ignore_patterns(".git", ".venv", "__pycache__", ".*_cache", "node_modules")
    )
    section = (course / "README.md").read_text(encoding="utf-8").split("## For teachers")[1].split("All content is")[0]
    commands = [shlex.split(block) for block in re.findall(r"^```\n(.*?)\n```", section, re.MULTILINE | re.DOTALL)]
    class_ = Class(course, commands[0][4], 3, commands[0][commands[0].index("--seed") + 1])
    class_.roster(course / "class.csv")
    (course / "hand-ins").mkdir()
    for student, name, text in class_.hand_ins():
        folder = course / f"hand-ins/{student}_{int(student[1:]) + 1}_assignsubmission_file_"  # as Moodle unpacks them
        folder.mkdir()
        (folder / name).write_text(text, encoding="utf-8")

    for command in commands:
        done = subprocess.run([sys.executable, *command[1:]], cwd=course, capture_output=True, text=True)
        assert done.returncode == 0, f"{command}: {done.stderr}"

    assert [command[3] for command in commands] == ["assign", "mark", "feedback", "report", "nbgrader"]
    assert len(list((course / "bundles").glob("*.zip"))) == len(list((course / "marked/feedback").iterdir())) == 3
    assert (
        "3 of 3 handed in" in (course / "report.html").read_text(encoding="utf-8")
        and (course / "course/source/04-pillars").is_dir()
    )


def test_every_exercise_has_a_plan_for_45_and_90_minutes_and_homework(root):
    for path in sorted((root / "exercises").glob("*.ipynb")):
        plan = (root / f"exercises/plans/{path.stem}.md").read_text(encoding="utf-8")
        assert all(
            part in plan
            for part in ("## 45 minutes", "## 90 minutes", "**Homework.**", f"readingroom assign {path.stem} ")
        ), path.stem


def test_tier_minutes_aims_and_needs_stand_at_the_top_of_every_exercise(root):
    for name in names(root):
        about = assignment(root, name).about
        top = "".join(json.loads((root / f"exercises/{name}.ipynb").read_text(encoding="utf-8"))["cells"][0]["source"])
        assert all(
            said in top
            for said in (
                f"**Tier:** {about.tier}.",
                f"about {about.minutes} minutes",
                "**You will learn to**",
                "**You need**",
                *about.aims,
                *about.needs,
            )
        ), name
    assert {assignment(root, name).about.tier for name in names(root)} == {"no code", "a little code", "code"}


def test_the_doors_in_the_readme_are_made_from_the_one_address(root):
    readme = (root / "README.md").read_text(encoding="utf-8")

    assert readme == with_links(readme, repository(root), first_notebook(root))


def test_without_an_address_there_is_nothing_to_click():
    assert "](" not in badges("", FIRST)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://github.com/a/b", "https://mybinder.org/v2/gh/a/b/HEAD?labpath=notebooks%2F00-start-here.ipynb"),
        (
            "https://git.example/a/b",
            "https://mybinder.org/v2/git/https%3A%2F%2Fgit.example%2Fa%2Fb/HEAD?labpath=notebooks%2F00-start-here.ipynb",
        ),
    ],
)
def test_binder_is_given_the_first_lesson(address, expected):
    assert binder_url(address, FIRST) == expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://github.com/Anna/course", "https://anna.github.io/course/"),
        ("https://github.com/anna/Anna.github.io", "https://anna.github.io/"),
        ("https://github.com/anna/course.git", "https://anna.github.io/course/"),
        ("https://git.example/a/b", ""),
        ("", ""),
    ],
)
def test_the_pages_are_where_github_publishes_them(address, expected):
    assert pages_url(address) == expected


def test_with_an_address_the_first_door_is_the_reader_s_own_browser():
    made = badges("https://github.com/anna/course", FIRST)

    assert (
        made.index("(https://anna.github.io/course/)")
        < made.index("(https://anna.github.io/course/live/")
        < made.index("mybinder.org")
    )


def test_the_workflow_publishes_with_a_command_that_is_known(root):
    lines = re.findall(r"- run: (.+)", (root / ".github/workflows/pages.yml").read_text(encoding="utf-8"))
    helps = subprocess.run(
        [sys.executable, "-m", "readingroom", "site", "--help"], cwd=root, capture_output=True, text=True
    ).stdout

    assert lines[0] == "python3 -m readingroom site --live --out pages"
    assert "--live" in helps and "--out" in helps


def test_the_key_is_left_out_of_an_exported_repository(root):
    if not (root / ".git").exists():
        pytest.skip("not a git checkout: there is no export to look into")
    archive = subprocess.run(["git", "archive", "HEAD"], cwd=root, capture_output=True).stdout
    with tarfile.open(fileobj=io.BytesIO(archive)) as exported:
        listed = exported.getnames()

    assert "exercises/tasks" in listed
    assert [name for name in listed if name.startswith("exercises/key")] == []


def test_no_place_of_any_machine_stands_in_the_project(root):
    if not (root / ".git").exists():
        pytest.skip("not a git checkout: there is no list of files to look through")
    files = subprocess.run(["git", "ls-files"], cwd=root, capture_output=True, text=True).stdout.split()
    machine = re.compile(r"/" + r"work/|/" + r"tmp/|/" + r"root/|pypi\." + r"org|registry\.npmjs")

    assert [
        name
        for name in files
        if (root / name).suffix in (".py", ".js", ".md", ".toml", ".ipynb", ".css")
        and machine.search((root / name).read_text(encoding="utf-8"))
    ] == []
