"""The script that sets a class's hub up: what it would do, in which order, and what it does with commands that only note themselves."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a script for Debian")
SCRIPT = "exercises/class/set-up.sh"
NOTED = ("apt-get", "npm", "python3", "systemctl")


@pytest.fixture
def machine(tmp_path, root):
    """A copy of what the script needs, and a path on which the commands that change a machine only note themselves."""
    course, bin_ = tmp_path / "course", tmp_path / "bin"
    for name in (
        "data/article.toml",
        "requirements.txt",
        "exercises/key/04-pillars.toml",
        "exercises/plans/04-pillars.md",
        ".gitattributes",
        *(
            f"exercises/class/{each}"
            for each in ("set-up.sh", "requirements.txt", "nbgrader_config.py", "jupyterhub_config.py")
        ),
    ):
        (course / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(root / name, course / name)
    as_teacher = ["-c", "user.name=T", "-c", "user.email=t@localhost"]
    for words in (["init", "-q"], ["add", "-A"], [*as_teacher, "commit", "-q", "-m", "x"]):
        subprocess.run(["git", "-C", course, *words], check=True)
    bin_.mkdir()
    for name in NOTED:
        stub(bin_ / name, f'echo "{name} $*" >> "{tmp_path}/noted"')
    stub(bin_ / "python3", f'echo "python3 $*" >> "{tmp_path}/noted"; mkdir -p "$3/bin"; cp "{bin_}/pip" "$3/bin/pip"')
    stub(bin_ / "pip", f'echo "pip $*" >> "{tmp_path}/noted"')
    stub(bin_ / "node", "echo v20.1.0")
    stub(bin_ / "id", "echo 0")
    return tmp_path


def stub(path: Path, line: str) -> None:
    path.write_text(f"#!/bin/sh\n{line}\n")
    path.chmod(0o755)


def run(machine: Path, *words: str, **more: str) -> subprocess.CompletedProcess:
    places = {
        "READINGROOM_CLASS": f"{machine}/class",
        "READINGROOM_EXCHANGE": f"{machine}/exchange",
        "READINGROOM_STUDENT_COPY": f"{machine}/student",
        "READINGROOM_UNIT": f"{machine}/hub.service",
        "PATH": f"{machine}/bin:{os.environ['PATH']}",
        **more,
    }
    command = ["sh", machine / "course" / SCRIPT, *words]
    return subprocess.run(command, env={**os.environ, **places}, capture_output=True, text=True)


def test_shown_it_does_nothing(machine):
    shown = run(machine, "--show")

    assert shown.returncode == 0, shown.stderr
    assert "pip install --require-hashes" in shown.stdout
    assert not (machine / "noted").exists() and not (machine / "class").exists()


def test_it_installs_by_sums_gives_the_course_without_its_key_and_writes_the_service(machine):
    done = run(machine, READINGROOM_TEACHERS="anna ben")
    noted = (machine / "noted").read_text().splitlines()

    assert done.returncode == 0, done.stderr
    assert [line.split()[0] for line in noted if line.split()[0] != "systemctl"] == [
        "apt-get",
        "apt-get",
        "python3",
        "pip",
        "pip",
        "npm",
    ]
    assert oct((machine / "exchange").stat().st_mode)[-3:] == "777"
    assert (machine / "student/exercises/plans/04-pillars.md").is_file()
    assert not (machine / "student/exercises/key").exists()
    unit = (machine / "hub.service").read_text()
    assert 'Environment="READINGROOM_TEACHERS=anna ben"' in unit
    assert f"ExecStart={machine}/class/bin/jupyterhub -f {machine}/class/jupyterhub_config.py" in unit


def test_it_may_be_given_again(machine):
    run(machine)

    assert run(machine).returncode == 0


def test_an_old_node_is_named_before_anything_is_installed(machine):
    stub(machine / "bin/node", "echo v18.19.0")
    done = run(machine)

    assert done.returncode == 1
    assert "needs Node.js 20 or later, and this machine has 18" in done.stderr
    assert not (machine / "class").exists()


def test_without_the_superuser_it_says_so(machine):
    stub(machine / "bin/id", "echo 1000")

    assert "as the superuser" in run(machine).stderr


def test_every_setting_of_the_hub_that_the_script_sets_is_one_that_the_hub_reads(root):
    script = (root / SCRIPT).read_text(encoding="utf-8")
    unit = script.split("write_unit() {")[1].split("END\n}")[0]
    read = "".join(
        (root / f"exercises/class/{name}").read_text(encoding="utf-8")
        for name in ("jupyterhub_config.py", "nbgrader_config.py")
    )

    assert {name for name in re.findall(r"READINGROOM_\w+(?==)", unit) if name not in read} == set()


def test_what_a_hundred_cost_follows_from_what_ten_were_measured_to_cost(root):
    page = (root / "exercises/class/README.md").read_text(encoding="utf-8")
    up = float(re.search(r"last of ten servers was up \| (\d+) s", page)[1])
    answered = float(re.search(r"item answered, all at once \| (\d+) s", page)[1])
    rows = re.findall(r"^\| (\d+) \| (\d+) s \| (\d+) s \|$", page, re.MULTILINE)

    assert len(rows) == 4
    for cores, last, then in rows:
        share = 10 * 2 / int(cores)  # ten times the students, on so many cores instead of two
        assert (abs(int(last) - up * share), abs(int(then) - answered * share)) <= (0.5, 0.5)
    assert "30.5 GB" in page and 100 * 0.3 + 0.5 == 30.5
    assert "900 s" in page and 100 * int(re.search(r"whole hour's work \| (\d+) s", page)[1]) == 900
