"""What a kernel is asked before a lesson opens by itself: whether something other than the course could run."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

GUARD = Path(__file__).resolve().parents[2] / "readingroom/lab/labextensions/readingroom/static/guard.py"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The folder of a notebook in a course, where a kernel runs: it looks for modules there too."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data/article.toml").touch()
    (tmp_path / "notebooks/pictures").mkdir(parents=True)
    (tmp_path / "notebooks/01-opening.ipynb").touch()
    monkeypatch.chdir(tmp_path / "notebooks")
    monkeypatch.setattr(sys, "path", [*sys.path, ""])
    return tmp_path / "notebooks"


def ask(names=("lesson",), **of_the_kernel):
    """Run the guard as a kernel does that holds the names `of_the_kernel`."""
    namespace = dict(of_the_kernel)
    exec(compile(GUARD.read_text(encoding="utf-8"), "guard.py", "exec"), namespace)
    namespace["_readingroom_guard"](list(names))


def test_a_lesson_in_its_course_may_open(folder):
    ask()


@pytest.mark.parametrize("name", ["readingroom.py", "msgspec.py", "orjson.pyc", "numpy.so", "uuid.abi3.so"])
def test_a_folder_with_code_beside_the_notebook_waits_for_its_reader(folder, name):
    (folder / name).touch()

    with pytest.raises(ImportError, match=f"Python files of its own, as {name}"):
        ask()


@pytest.mark.parametrize("name", ["readingroom/__init__.py", "pandas/core/api.py", "plotly/x.so"])
def test_so_does_one_with_a_package_beside_it(folder, name):
    (folder / name).parent.mkdir(parents=True)
    (folder / name).touch()

    with pytest.raises(ImportError, match="Python files of its own"):
        ask()


def test_so_does_one_with_a_link_that_could_be_a_package(folder, tmp_path):
    (folder / "pandas").symlink_to(tmp_path / "data", target_is_directory=True)

    with pytest.raises(ImportError, match="Python files of its own, as pandas"):
        ask()


def test_what_no_import_can_name_keeps_no_lesson_from_opening(folder):
    for name in ("my-record/a.py", "class/hub_config.py", "data/a.csv"):
        (folder / name).parent.mkdir()
        (folder / name).touch()

    ask()


def test_code_in_a_folder_that_the_environment_itself_names_is_the_courses(folder, monkeypatch):
    (folder / "article.py").touch()
    monkeypatch.setattr(sys, "path", [*sys.path, str(folder)])

    ask()


def test_a_notebook_outside_a_course_waits_for_its_reader(folder, monkeypatch, tmp_path):
    (tmp_path / "elsewhere/deep").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "elsewhere/deep")

    with pytest.raises(ImportError, match="does not lie in a folder of the course"):
        ask()


def test_a_name_that_the_learner_has_taken_is_left_to_the_learner(folder):
    with pytest.raises(ImportError, match="the name lesson is taken by something of your own"):
        ask(lesson={"my": "notes"})


def test_what_the_course_opened_may_be_opened_anew(folder, root):
    from readingroom.content.library import Library
    from readingroom.learning.record import Record
    from readingroom.parts.lesson import WholeCourse

    ask(lesson=WholeCourse(Library(root), Record(folder)))


def test_the_path_of_modules_is_as_it_was(folder):
    before = list(sys.path)
    (folder / "own.py").touch()

    with pytest.raises(ImportError):
        ask()

    assert sys.path == before
