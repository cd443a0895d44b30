"""What Binder makes of the repository: asked of repo2docker without an engine, then played by hand as an ordinary user.

Played by hand are the base set, the account with its empty home, the install steps and their order, the server's start and the
badge's path. Not played: the container, conda, Binder's Python where this machine has another, and the way through its proxy.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import browser
import pytest
from accounts import accounts, costs
from environments import environment, run
from keyboard import settle

from readingroom.cli.launch_links import binder_url
from readingroom.cli.read import first_notebook
from readingroom.learning.record import Record

ROOT = Path(__file__).resolve().parents[2]
REPO2DOCKER = "jupyter-repo2docker==2026.4.0"
BASE = {
    "jupyterlab": "4.4.9",
    "notebook": "7.4.7",
    "ipywidgets": "8.1.7",
    "jupyter-offlinenotebook": "0.3.2",
    "jupyter-resource-usage": "1.2.0",
    "jupyter_server": "2.17.0",
    "jupyterhub-singleuser": "5.4.0",
    "ipykernel": "7.0.1",
}
ON_PYPI = {"jupyterhub-singleuser": "jupyterhub"}
ADDRESS = "https://git.example/reading/room"
PROMISED = 450
"""The megabytes that mybinder.org guarantees to each reader."""


@pytest.fixture(scope="module")
def folder():
    """A folder that every account can read."""
    made = Path(tempfile.mkdtemp(prefix="binder-"))
    made.chmod(0o755)
    yield made
    shutil.rmtree(made, ignore_errors=True)


@pytest.fixture(scope="module")
def exported(folder):
    """The repository as Binder clones it: what is committed, without what is left out of exports."""
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout: there is nothing to export")
    lay_repository(folder / "repository")
    return folder / "repository"


def lay_repository(to: Path) -> None:
    to.mkdir(exist_ok=True)
    archive = subprocess.run(["git", "-C", ROOT, "archive", "HEAD"], capture_output=True, check=True).stdout
    subprocess.run(["tar", "-x", "-C", to], input=archive, check=True)


@pytest.fixture(scope="module")
def plan(folder, exported):
    """What repo2docker would do."""
    bin_ = environment(folder / "repo2docker", "repo2docker", REPO2DOCKER)
    return json.loads(run(bin_ / "python", Path(__file__).with_name("ask_repo2docker.py"), exported).stdout)


def test_binder_takes_the_repository_for_a_python_package_and_the_newest_python_it_allows(plan):
    assert plan["buildpack"] == "PythonBuildPack"
    assert plan["python"] == "3.14"


def test_binder_installs_the_tested_environment_first_and_the_package_once_after_it(plan):
    pip = "${KERNEL_PYTHON_PREFIX}/bin/pip install --no-cache-dir"

    assert plan["steps"] == [["${NB_USER}", f'{pip} -r "requirements.txt"'], ["${NB_USER}", f"{pip} ."]]


def test_binder_lays_the_repository_into_the_readers_home_before_it_installs(plan):
    lines = plan["dockerfile"].splitlines()
    order = [
        next(i for i, line in enumerate(lines) if line.startswith(begins))
        for begins in (
            "ARG REPO_DIR=${HOME}",
            "COPY --chown=1000:1000 src/ ${REPO_DIR}/",
            "RUN ${KERNEL_PYTHON_PREFIX}/bin/pip install --no-cache-dir -r",
        )
    ]

    assert order == sorted(order)


def test_the_base_set_that_is_played_below_is_the_one_that_binder_names(plan):
    assert {name: plan["base"].get(name) for name in BASE} == BASE


def test_all_that_binder_installs_comes_ready_built_for_its_python(plan, folder):
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "uv",
            "pip",
            "compile",
            "-q",
            ROOT / "requirements.txt",
            ROOT / "pyproject.toml",
            "--only-binary",
            ":all:",
            "--python-version",
            plan["python"],
            "--python-platform",
            "x86_64-manylinux_2_39",
        ],
        capture_output=True,
        text=True,
    )

    assert done.returncode == 0, done.stderr
    assert "pandas==" in done.stdout


class Reader:
    """An account on Binder: its name, its home with the repository, its environment."""

    def __init__(self, name: str, home: Path, bin_: Path):
        self.name, self.home, self.bin = name, home, bin_
        self.settings = {
            **{
                key: value
                for key, value in os.environ.items()
                if key.startswith(("PIP_", "SSL_", "REQUESTS_")) or key.lower().endswith("_proxy")
            },
            "HOME": str(home),
            "USER": name,
            "NB_USER": name,
            "REPO_DIR": str(home),
            "KERNEL_PYTHON_PREFIX": str(bin_.parent),
            "LANG": "C.UTF-8",
            "PATH": f"{bin_}:{os.environ['PATH']}",
            "BINDER_REPO_URL": ADDRESS,
            "PYTHONUNBUFFERED": "1",
        }

    def runs(self, command: str) -> str:
        """Run a step of the Dockerfile; return what it said."""
        return run(
            "bash", "-c", command, cwd=self.home, env=self.settings, user=self.name, group=self.name, extra_groups=[]
        ).stdout

    def starts(self, *command: str, log) -> subprocess.Popen:
        """Start a server that goes on."""
        return subprocess.Popen(
            command,
            cwd=self.home,
            env=self.settings,
            user=self.name,
            group=self.name,
            extra_groups=[],
            stdout=log,
            stderr=subprocess.STDOUT,
        )


def base_set(plan, frozen: Path) -> list[str | Path]:
    """What pip is told, to install what BASE names with everything below it as Binder froze it."""
    frozen.write_text(
        "".join(
            f"{name}=={version}\n"
            for name, version in plan["base"].items()
            if re.fullmatch(r"[a-z][\w.-]*", name) and re.fullmatch(r"[\d.]+(post\d+)?", version)
        )
    )
    return ["-c", frozen, *(f"{ON_PYPI.get(package, package)}=={version}" for package, version in BASE.items())]


@pytest.fixture(scope="module")
def reader(folder, plan):
    """An account with the base set, in whose home the steps were taken in their order."""
    name = f"rr-binder-{os.getpid()}"
    with accounts(folder / "home", [name]):
        home, to = folder / "home" / name, folder / "base"
        bin_ = environment(to, "Binder's base set", *base_set(plan, folder / "frozen.txt"), own=True)
        lay_repository(home)
        run("chown", "-R", f"{name}:{name}", home, to)
        reader = Reader(name, home, bin_)
        for who, step in plan["steps"]:
            assert who == "${NB_USER}"
            reader.runs(step)
        yield reader


def test_what_binder_installs_over_its_base_set_fits_together(reader):
    assert "No broken requirements" in reader.runs("pip check")


def test_the_readers_copy_holds_no_key(reader):
    assert (reader.home / "exercises/tasks").is_dir() and not (reader.home / "exercises/key").exists()


@pytest.fixture(scope="module")
def session(reader, folder):
    """A session as Binder starts it: returns the address below which it answers, and its token."""
    port, below, token = browser.free_port(), "/user/reading-room-q7x2k/", "a-token-of-binder-s"
    given = (f"base_url={below}", f"token={token}", "trust_xheaders=True", "allow_origin=*", "allow_origin_pat=.*")
    command = [
        "jupyter-lab",
        "--ip=127.0.0.1",
        f"--port={port}",
        "--no-browser",
        *(f"--{app}.{setting}" for app in ("NotebookApp", "ServerApp") for setting in given),
        "--LabApp.expose_app_in_browser=True",
    ]  # this one is ours: it lets the test know when cells can be run
    with (folder / "server.log").open("w") as log:
        running = reader.starts(*command, log=log)
        try:
            browser.wait_for_server(f"http://127.0.0.1:{port}{below}api", running)
            yield f"http://127.0.0.1:{port}{below}", token
        finally:
            running.kill()  # asked politely it takes most of a minute over its kernels, which end with the account
            running.wait(60)


@pytest.mark.browser
def test_the_badge_opens_a_lesson_that_is_worked_through_within_what_binder_promises(
    chrome, reader, session, library, tmp_path
):
    page = browser.new_page(chrome)
    page.set_default_timeout(90_000)
    item = library.items("start")[0]
    try:
        work_through(page, session, parse_qs(urlsplit(binder_url(ADDRESS, first_notebook(ROOT))).query)["labpath"][0])
        settle(page, library, item)
        assert "Right." in page.locator(f"#rr-item-{item.id} > [role=status]").text_content()
        page.wait_for_selector(".rr-quiz .rr-kept[data-kind=saved]")
        memory, seconds = costs(reader.name)
        with page.expect_download() as download:
            page.locator(".rr-record").get_by_role("button", name="Download my record").click()
        taken = Path(download.value.path()).read_text(encoding="utf-8")
        work_through(page, session, "notebooks/01-opening.ipynb")
    finally:
        page.close()

    print(
        f"\nOn Binder: {memory} MB with the first lesson worked through ({seconds:.0f} s of processor time), {costs(reader.name)[0]} MB with a second one open beside it."
    )
    assert memory < PROMISED
    at_home = Record(tmp_path)
    assert at_home.restore(taken) == (len(taken.splitlines()), 0)
    assert [(entry["item"], entry["fraction"]) for entry in at_home.entries if entry["what"] == "answer"] == [
        (item.id, 1)
    ]


def work_through(page, session, labpath: str) -> None:
    """Go where Binder sends the browser for a link with this labpath, and run the lesson to its end."""
    address, token = session
    page.goto(f"{address}lab/tree/{labpath}?token={token}&reset")
    browser.wait_until_ready(page)
    browser.run_all(page)
    page.locator(".rr-record").wait_for(state="attached")
    assert browser.errors(page) == [] and page.troubles == []
