"""A class on a real JupyterHub, with the configuration of exercises/class: ten students at once, real accounts, a real proxy.

Needs the superuser (to make the accounts) and npm (for the proxy); prints what a student costs in memory and processor time.
"""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import subprocess
import tempfile
import time
import urllib.request
import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest
from accounts import accounts, costs
from browser import free_port
from environments import missing, run
from students_on_a_hub import Student, part

from readingroom.learning.submission.format import read

ROOT = Path(__file__).resolve().parents[2]
STUDENTS = [f"rr-student-{number:02}" for number in range(1, 11)]
EXERCISE = "01-trade-shares"
LESSON = "reading-room/notebooks/01-opening.ipynb"
PROXY = "configurable-http-proxy@5.3.0"


@pytest.fixture(scope="module")
def base(class_bin):
    """A folder that the students' accounts can read, with the environment of a class, the proxy, the accounts."""
    if not shutil.which("npm"):
        missing("the proxy comes from npm, and there is no npm")
    folder = Path(tempfile.mkdtemp(prefix="class-"))
    folder.chmod(0o755)
    try:
        with accounts(folder / "home", STUDENTS):
            (folder / "env").symlink_to(class_bin.parent)
            run("npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", folder, PROXY)
            run("chmod", "-R", "a+rX", folder / "node_modules")
            yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def student_copy(to: Path) -> None:
    """The course as students pull it: everything in the repository but the key."""
    listed = run("git", "-C", ROOT, "ls-files", "-co", "--exclude-standard").stdout.splitlines()
    for name in listed:
        if not name.startswith("exercises/key/") and (ROOT / name).is_file():
            (to / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, to / name)
    run("git", "init", "-q", "-b", "main", to)
    run("git", "-C", to, "add", "-A")
    run(
        "git",
        "-C",
        to,
        "-c",
        "user.name=Reading Room",
        "-c",
        "user.email=teacher@example.org",
        "commit",
        "-q",
        "-m",
        "The course",
    )


@pytest.fixture(scope="module")
def repository(base):
    """The address at which the student copy can be pulled."""
    student_copy(base / "course")
    port = free_port()
    serving = subprocess.Popen(
        ["git", "daemon", "--export-all", f"--base-path={base}", "--listen=127.0.0.1", f"--port={port}", "--reuseaddr"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    yield f"git://127.0.0.1:{port}/course"
    serving.terminate()
    subprocess.run(["pkill", "-f", f"--port={port}"], capture_output=True)


@pytest.fixture(scope="module")
def exchange(base):
    """nbgrader's exchange, into which the teacher has released the exercise from a course made by the command."""
    folder = base / "exchange"
    folder.mkdir()
    folder.chmod(0o777)
    course = base / "teacher"
    made = subprocess.run(
        [base / "env/bin/python", "-m", "readingroom", "nbgrader", EXERCISE, "--out", course],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert made.returncode == 0, made.stderr
    for verb in ("generate_assignment", "release_assignment"):
        as_teacher(base, verb, EXERCISE)
    return folder


def as_teacher(base: Path, *words: str) -> str:
    env = {
        **os.environ,
        "PATH": f"{base}/env/bin:{os.environ['PATH']}",
        "READINGROOM_EXCHANGE": str(base / "exchange"),
        "JUPYTER_CONFIG_PATH": str(ROOT / "exercises/class"),
    }
    return run(base / "env/bin/nbgrader", *words, cwd=base / "teacher", env=env).stderr


@pytest.fixture(scope="module")
def hub(base, exchange):
    """The hub's address, run from the documented configuration."""
    address = f"http://127.0.0.1:{free_port()}"
    settings = {
        "READINGROOM_HUB_URL": address,
        "READINGROOM_PROXY": f"{base}/node_modules/.bin/configurable-http-proxy",
        "READINGROOM_AUTHENTICATOR": "jupyterhub.auth.DummyAuthenticator",
        "READINGROOM_EXCHANGE": str(exchange),
        "READINGROOM_CONFIG_PATH": str(base / "course/exercises/class"),
        "PATH": f"{base}/env/bin:{os.environ['PATH']}",
    }
    log = (base / "hub.log").open("w")
    running = subprocess.Popen(
        [
            base / "env/bin/jupyterhub",
            "-f",
            ROOT / "exercises/class/jupyterhub_config.py",
            f"--JupyterHub.hub_port={free_port()}",
            f"--ConfigurableHTTPProxy.api_url=http://127.0.0.1:{free_port()}",
        ],
        cwd=base,
        stdout=log,
        stderr=subprocess.STDOUT,
        env={**os.environ, **settings},
    )
    try:
        wait_for(address + "/hub/login", running, base / "hub.log")
        yield address
    finally:
        # The hub would let ten servers end in peace, which takes a minute. Of its own, the proxy is left.
        running.kill()
        running.wait(60)
        for student in STUDENTS:
            subprocess.run(["pkill", "-KILL", "-u", student], capture_output=True)
        subprocess.run(["pkill", "-KILL", "-f", f"{base}/node_modules"], capture_output=True)
        log.close()


def wait_for(address: str, running: subprocess.Popen, log: Path) -> None:
    for _ in range(480):
        assert running.poll() is None, f"the hub stopped: {log.read_text()[-3000:]}"
        try:
            urllib.request.urlopen(address, timeout=2)
            return
        except OSError:
            time.sleep(0.25)
    raise AssertionError(f"no hub answered at {address} within two minutes: {log.read_text()[-3000:]}")


@contextmanager
def troubles_shown(log: Path) -> Iterator[None]:
    """Where what is done within fails, print what the hub and the servers logged as errors: nobody else sees it."""
    try:
        yield
    except BaseException:
        lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
        print("\n".join([line for line in lines if re.match(r"\[[EC] |Traceback|\w*Error", line)][-60:]))
        raise


async def an_hour(hub: str, repository: str, name: str) -> dict:
    """One student's hour: in, the course pulled, a lesson opened and an item answered, the exercise fetched, answered, handed in, submitted."""
    student = Student(hub, name, "any")
    await student.log_in()
    await student.start()
    await student.pull(repository)
    begun = time.monotonic()
    lesson = await student.open(LESSON)
    for cell in code(await student.notebook(LESSON)):
        came = await lesson.run(cell)
        if ".quiz(" in cell:
            comm, state = part(came)
            item = state["content"]["items"][0]["id"]
            await lesson.tell(comm, {"outbox": [entry("answer", item=item, response="x", fraction=0, sure=1)]}, "saved")
            student.took["an item answered"] = time.monotonic() - begun
    await lesson.run(
        f"import subprocess, pathlib; subprocess.run(['nbgrader', 'fetch_assignment', '{EXERCISE}'], cwd=pathlib.Path.home(), check=True, capture_output=True)"
    )
    path = f"{EXERCISE}/{EXERCISE}.ipynb"
    exercise, made = await student.open(path), {}
    for cell in code(await student.notebook(path)):
        came = await exercise.run(cell)
        if "exercise.task(" in cell:
            comm, state = part(came)
            await exercise.tell(
                comm, {"outbox": [entry("task", task=state["content"]["name"], response="1", sure=2)]}, "saved"
            )
        if "exercise.hand_in(" in cell:
            made = (await exercise.tell(part(came)[0], {"asked": {"student": name, "puzzling": []}}, "made"))["made"]
    await exercise.run(
        f"import subprocess, pathlib; subprocess.run(['nbgrader', 'submit', '{EXERCISE}'], cwd=pathlib.Path.home(), check=True, capture_output=True)"
    )
    lesson.close()
    exercise.close()
    return {"receipt": made["receipt"], **student.took}


def entry(what: str, **more) -> dict:
    return {"id": uuid.uuid4().hex, "at": "2026-11-20T10:00:00.000Z", "what": what, **more}


def code(notebook: dict) -> list[str]:
    return [
        "".join(cell["source"])
        for cell in notebook["cells"]
        if cell["cell_type"] == "code" and "".join(cell["source"]).strip()
    ]


def test_ten_students_open_a_lesson_answer_and_hand_in_at_once(base, hub, repository, exchange):
    begun = time.monotonic()

    async def everybody():
        return await asyncio.gather(*(an_hour(hub, repository, name) for name in STUDENTS))

    # In a thread of its own: where browser tests ran before, this one holds Playwright's loop.
    with ThreadPoolExecutor(1) as apart, troubles_shown(base / "hub.log"):
        hours = dict(zip(STUDENTS, apart.submit(asyncio.run, everybody()).result(), strict=True))
    took, spent = time.monotonic() - begun, {name: costs(name) for name in STUDENTS}
    as_teacher(base, "collect", EXERCISE)

    collected = {
        path.name: [read(file.read_text(encoding="utf-8")) for file in (path / EXERCISE / "hand-ins").glob("*.jsonl")]
        for path in sorted((base / "teacher/submitted").iterdir())
    }
    assert {
        name: [(each.damage, each.receipt, each.submission.student) for each in files]
        for name, files in collected.items()
    } == {name: [("", hours[name]["receipt"], name)] for name in STUDENTS}
    memory, seconds = [spent[name][0] for name in STUDENTS], [spent[name][1] for name in STUDENTS]
    print(
        f"\n{len(STUDENTS)} students at once, {os.cpu_count()} cores: the hour took {took:.0f} s in all. A student with two kernels: {min(memory)} to {max(memory)} MB, "
        f"{sum(seconds) / len(seconds):.0f} s of processor time. A server was up after {max(h['server'] for h in hours.values()):.0f} s at worst, "
        f"an item answered {max(h['an item answered'] for h in hours.values()):.0f} s after the lesson was opened. "
        f"Starts that failed and were tried again: {sum(h.get('relaunches', 0) for h in hours.values())}."
    )


def test_the_copy_that_students_pull_holds_no_key(base, repository):
    listed = run("git", "-C", base / "course", "ls-files").stdout.splitlines()

    assert (
        not [name for name in listed if name.startswith("exercises/key/")]
        and LESSON.removeprefix("reading-room/") in listed
    )
