"""Writing the lists of what is installed."""

from __future__ import annotations

import subprocess

import pytest

from readingroom.cli import renewal
from readingroom.cli.renewal import names, renew
from readingroom.cli.setup_trouble import SetupError

PYPROJECT = """[project]
requires-python = ">=3.11,<4"
[project.optional-dependencies]
lab = ["a"]
data = ["b"]
test = ["c"]
live = ["d"]
browser = ["e"]
[tool.readingroom]
pyodide = "1"
pyodide-sum = "sha512-old"
"""


@pytest.fixture
def course(tmp_path):
    (tmp_path / "pyproject.toml").write_text(PYPROJECT)
    (tmp_path / "requirements.txt").write_text("old==1")
    return tmp_path


@pytest.fixture
def uv(monkeypatch):
    """What uv was asked, by the list it wrote; `fails` makes it fail."""
    asked = {"fails": False}

    class Nothing:
        def __init__(self, *_):
            pass

        def make(self):
            pass

        def install(self, *_):
            pass

    def run(command, **_):
        if asked["fails"]:
            return subprocess.CompletedProcess(command, 1, "", "dns error")
        words = command[command.index("pip") :]
        asked[" ".join(words)] = words
        with open(command[-1], "w") as file:
            file.write("a==1 \\\n    --hash=sha256:0\n")
        return subprocess.CompletedProcess(command, 0, "", "")

    monkeypatch.setattr(renewal, "Installer", Nothing)
    monkeypatch.setattr(renewal.surroundings, "reach", lambda *_: {})
    monkeypatch.setattr(renewal.subprocess, "run", run)
    monkeypatch.setattr(renewal.shutil, "which", lambda _: None)
    return asked


def commands(uv, word):
    return [words for words in uv.values() if words and word in words]


def test_the_course_and_each_extra_get_a_list(course, uv):
    written = {path.relative_to(course).as_posix() for path in renew(course)}

    locks = {f"readingroom/cli/locks/{extra}.txt" for extra in ("test", "live")}
    assert written == {"requirements.txt", "readingroom/site/lite/browser.txt"} | locks


def test_the_list_of_an_extra_leaves_out_what_the_course_has(course, uv):
    renew(course)
    of_test = commands(uv, "test")[0]

    assert of_test[of_test.index("--no-emit-package") + 1] == "a" and str(course / "requirements.txt") in of_test


def test_versions_that_still_fit_are_kept_unless_the_newest_are_asked_for(course, uv):
    renew(course)
    assert not commands(uv, "--upgrade")

    renew(course, upgrade=True)
    assert commands(uv, "--upgrade")


def test_where_a_list_cannot_be_made_the_old_one_stands(course, uv):
    uv["fails"] = True

    with pytest.raises(SetupError, match="no connection"):
        renew(course)

    assert (course / "requirements.txt").read_text() == "old==1"


def test_a_package_is_named_once_however_many_versions_a_list_has():
    assert names(
        "# a list\na==1 ; os_name == 'nt' \\\n    --hash=sha256:0\na==2 \\\n    --hash=sha256:1\nb-c==1\n"
    ) == ["a", "b-c"]
