"""A new course that an author goes on from: whole, sound, explained, and never written over anything."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import nbformat
import pytest

from readingroom.cli.new_course import SKELETON, write_new_course
from readingroom.content.errors import CourseError
from readingroom.content.library import Library
from readingroom.site.build import build


@pytest.fixture(scope="module")
def new(root_of_all, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("new") / "my course"
    write_new_course(root_of_all, folder)
    return folder


@pytest.fixture(scope="module")
def root_of_all() -> Path:
    return Path(__file__).resolve().parents[2]


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the new course's own copy of the package, as its author does."""
    return subprocess.run(
        [sys.executable, "-m", "readingroom", *words], cwd=folder, capture_output=True, text=True, encoding="utf-8"
    )


@pytest.mark.parametrize(
    "trouble, kind, says",
    [
        (shutil.Error([("a", "b", "No space left on device"), *[("c", "d", "e")] * 600]), CourseError, "No space left"),
        (KeyboardInterrupt("stopped"), KeyboardInterrupt, "stopped"),
        (OSError(28, "No space left on device"), OSError, "No space left"),
    ],
)
def test_half_a_course_is_taken_away_again(root_of_all, tmp_path, monkeypatch, trouble, kind, says):
    def copy(source, to, **_):
        (to / "half").mkdir(parents=True)
        raise trouble

    monkeypatch.setattr(shutil, "copytree", copy)
    with pytest.raises(kind, match=says) as raised:
        write_new_course(root_of_all, tmp_path / "new")

    assert not (tmp_path / "new").exists() and len(str(raised.value)) < 300


@pytest.mark.slow
def test_check_finds_no_fault_in_it(new):
    checked = run(new, "check")

    assert checked.stdout.splitlines()[0] == "0 faults" and checked.returncode == 0


def test_it_has_one_section_with_one_paragraph():
    library = Library(SKELETON)

    assert len(library.sections) == len(library.paragraphs) == 1


@pytest.mark.door
def test_its_lessons_and_exercise_run(new):
    code = "import sys; sys.path.insert(0, '.')\n"
    for path in [*sorted((new / "notebooks").glob("*.ipynb")), *sorted((new / "exercises").glob("*.ipynb"))]:
        cells = [cell.source for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]
        ended = subprocess.run([sys.executable, "-c", code + "\n".join(cells)], cwd=new, capture_output=True, text=True)
        assert ended.returncode == 0, f"{path.name}: {ended.stderr}"


def test_its_pages_can_be_built(new, tmp_path):
    pages = build(new, tmp_path / "pages")

    assert {path.stem for path in (new / "notebooks").glob("*.ipynb")} <= {Path(page).stem for page in pages}


def test_its_exercise_can_be_assigned_and_the_bundle_holds_no_key(new, tmp_path):
    assigned = run(new, "assign", "01-first", "--out", str(tmp_path / "bundles"))

    assert assigned.returncode == 0, assigned.stderr
    names = [name for path in (tmp_path / "bundles").glob("*.zip") for name in zipfile.ZipFile(path).namelist()]
    assert names and not [name for name in names if "key" in Path(name).parts or "skeleton" in Path(name).parts]


def test_a_course_can_be_made_from_it_again(new, tmp_path):
    made = run(new, "new", str(tmp_path / "third"))

    assert made.returncode == 0 and (tmp_path / "third/data/course.toml").is_file()


@pytest.mark.parametrize(
    "path", sorted(SKELETON.glob("**/*.toml")), ids=lambda path: path.relative_to(SKELETON).as_posix()
)
def test_every_file_says_at_its_top_what_it_holds(path):
    first = path.read_text(encoding="utf-8").splitlines()[0]

    assert first.startswith("# ") and len(first) > 40


def test_its_page_names_every_folder_and_every_kind_of_item_and_only_verbs_that_exist(new):
    from readingroom.cli.main import VERBS
    from readingroom.content.kinds import KINDS

    page = (new / "README.md").read_text(encoding="utf-8")

    assert [name for name in ("data/", "notebooks/", "exercises/tasks/", "exercises/key/") if name not in page] == []
    assert [kind for kind in KINDS if not re.search(rf"\b{kind}\b", page)] == []
    assert set(re.findall(r"python3 -m readingroom ([a-z]+)", page)) <= set(VERBS)


def test_its_page_names_every_file_of_the_content(new):
    page = (new / "README.md").read_text(encoding="utf-8")

    assert [path.name for path in sorted((new / "data").glob("*.toml")) if path.name not in page] == []


def test_the_package_in_it_is_whole(new, root_of_all):
    tracked = list((root_of_all / "readingroom").rglob("*.py"))

    assert [path.name for path in tracked if not (new / path.relative_to(root_of_all)).is_file()] == []
    assert tomllib.loads((new / "pyproject.toml").read_text(encoding="utf-8"))["project"]["name"] == "readingroom"


def test_a_folder_that_holds_something_is_left_alone(root_of_all, tmp_path):
    (tmp_path / "thesis.txt").write_text("years of work")

    with pytest.raises(CourseError, match="is not empty"):
        write_new_course(root_of_all, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_a_file_in_the_place_of_the_folder_is_left_alone(root_of_all, tmp_path):
    file = tmp_path / "course"
    file.write_text("a file")

    with pytest.raises(CourseError, match="is not empty"):
        write_new_course(root_of_all, file)
    assert file.read_text() == "a file"


def test_a_course_is_not_written_into_this_one(root_of_all):
    with pytest.raises(CourseError, match="lies within this course"):
        write_new_course(root_of_all, root_of_all / "data" / "mine")


def test_a_copy_without_its_set_up_files_says_what_it_lacks(tmp_path):
    with pytest.raises(CourseError, match=r"not whole, it has no pyproject.toml, requirements.txt"):
        write_new_course(tmp_path / "bundle", tmp_path / "new")
    assert not (tmp_path / "new").exists()
