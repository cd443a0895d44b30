"""What the README promises, read from the README."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import tarfile

import pytest

from readingroom.doors import badges, binder, repository, with_doors


def test_the_readme_names_the_two_commands(root):
    blocks = re.findall(r"^```\n(.*?)\n```", (root / "README.md").read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)

    assert blocks[:2] == ["python3 -m readingroom open", "python3 -m readingroom test"]


def test_every_command_of_the_readme_is_known(root):
    said = set(re.findall(r"python3 -m readingroom ([a-z]+)", (root / "README.md").read_text(encoding="utf-8")))
    helps = subprocess.run([sys.executable, "-m", "readingroom", "--help"], cwd=root, capture_output=True, text=True).stdout

    assert [verb for verb in said if not re.search(rf"^\s+{verb}\b", helps, re.MULTILINE)] == []


def test_every_link_and_picture_of_the_readme_is_there(root):
    links = re.findall(r"\]\(([^)#:]+)\)", (root / "README.md").read_text(encoding="utf-8"))

    assert [link for link in links if not (root / link).exists()] == []


def test_the_doors_in_the_readme_are_made_from_the_one_address(root):
    readme = (root / "README.md").read_text(encoding="utf-8")

    assert readme == with_doors(readme, repository(root))


def test_without_an_address_there_is_nothing_to_click():
    assert "](" not in badges("")


@pytest.mark.parametrize(("address", "expected"), [
    ("https://github.com/a/b", "https://mybinder.org/v2/gh/a/b/HEAD?labpath=notebooks%2F00-start-here.ipynb"),
    ("https://git.example/a/b", "https://mybinder.org/v2/git/https%3A%2F%2Fgit.example%2Fa%2Fb/HEAD?labpath=notebooks%2F00-start-here.ipynb"),
])
def test_binder_is_given_the_first_lesson(address, expected):
    assert binder(address) == expected


def test_the_key_is_left_out_of_an_exported_repository(root):
    if not (root / ".git").exists():
        pytest.skip("not a git checkout: there is no export to look into")
    archive = subprocess.run(["git", "archive", "HEAD"], cwd=root, capture_output=True).stdout
    listed = tarfile.open(fileobj=io.BytesIO(archive)).getnames()

    assert "exercises/tasks" in listed
    assert [name for name in listed if name.startswith("exercises/key")] == []


def test_every_pin_is_exact(root):
    pins = [line for line in (root / "requirements.txt").read_text().splitlines() if line and not line.startswith("#")]

    assert [pin for pin in pins if "==" not in pin] == []


def test_the_pins_lie_in_the_ranges_of_the_package(root):
    import tomllib

    from packaging.requirements import Requirement
    wanted = [Requirement(text) for text in tomllib.loads((root / "pyproject.toml").read_text())["project"]["dependencies"]]
    pins = dict(line.split("==") for line in (root / "requirements.txt").read_text().splitlines() if "==" in line)

    assert [str(need) for need in wanted if pins.get(need.name) is None or not need.specifier.contains(pins[need.name])] == []


def test_no_place_of_any_machine_stands_in_the_project(root):
    if not (root / ".git").exists():
        pytest.skip("not a git checkout: there is no list of files to look through")
    files = subprocess.run(["git", "ls-files"], cwd=root, capture_output=True, text=True).stdout.split()
    machine = re.compile(r"/" + r"work/|/" + r"tmp/|/" + r"root/|pypi\." + r"org|registry\.npmjs")

    assert [name for name in files if (root / name).suffix in (".py", ".js", ".md", ".toml", ".ipynb", ".css")
            and machine.search((root / name).read_text(encoding="utf-8"))] == []
