"""A class on a real JupyterHub, with the configuration of exercises/class: ten students at once, real accounts, a real proxy.

Needs the superuser (to make the accounts) and npm (for the proxy); prints what a student costs in memory and processor time.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
STUDENTS = [f"rr-student-{number:02}" for number in range(1, 11)]
EXERCISE = "01-trade-shares"
LESSON = "reading-room/notebooks/01-opening.ipynb"
PROXY = "configurable-http-proxy@5.3.0"


def missing(says: str) -> None:
    """Skip with the reason, or fail where the class is required."""
    (pytest.fail if os.environ.get("READINGROOM_CLASS") == "required" else pytest.skip)(f"{says}: the class on JupyterHub was not tested")


def run(*words: str | Path, **more) -> subprocess.CompletedProcess:
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, **more)
    assert done.returncode == 0, f"{words}: {done.stdout}{done.stderr}"
    return done


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@pytest.fixture(scope="module")
def base():
    """A folder that the students' accounts can read, with an environment of its own, the proxy, the accounts."""
    if os.name != "posix" or os.geteuid() != 0 or not shutil.which("useradd"):
        missing("making accounts needs the superuser of a Linux machine")
    if not shutil.which("npm"):
        missing("the proxy comes from npm, and there is no npm")
    folder = Path(tempfile.mkdtemp(prefix="class-"))
    folder.chmod(0o755)
    try:
        environment(folder)
        run("npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", folder, PROXY)
        (folder / "home").mkdir()
        for name in STUDENTS:
            run("useradd", "--create-home", "--home-dir", folder / "home" / name, name)
        run("chmod", "-R", "a+rX", folder / "node_modules")
        yield folder
    finally:
        for name in STUDENTS:
            subprocess.run(["pkill", "-KILL", "-u", name], capture_output=True)
            subprocess.run(["userdel", "--force", name], capture_output=True)
        shutil.rmtree(folder, ignore_errors=True)


def environment(folder: Path) -> None:
    """Install the course and its class tools where students can read them: not from a Python in somebody's home."""
    python = next(path for path in ("/usr/bin/python3", sys.executable) if Path(path).exists())
    uv = [sys.executable, "-m", "uv"] if subprocess.run([sys.executable, "-m", "uv", "--version"], capture_output=True).returncode == 0 else ["uv"]
    run(*uv, "venv", "-q", folder / "env", "--python", python)
    run(*uv, "pip", "install", "-q", "--python", folder / "env/bin/python", "-r", ROOT / "requirements.txt", f"{ROOT}[data,class,teach]")


def student_copy(to: Path) -> None:
    """The course as students pull it: everything in the repository but the key."""
    listed = run("git", "-C", ROOT, "ls-files", "-co", "--exclude-standard").stdout.splitlines()
    for name in listed:
        if not name.startswith("exercises/key/") and (ROOT / name).is_file():
            (to / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, to / name)
    run("git", "init", "-q", "-b", "main", to)
    run("git", "-C", to, "add", "-A")
    run("git", "-C", to, "-c", "user.name=Reading Room", "-c", "user.email=teacher@example.org", "commit", "-q", "-m", "The course")


@pytest.fixture(scope="module")
def repository(base):
    """The address at which the student copy can be pulled."""
    student_copy(base / "course")
    port = free_port()
    serving = subprocess.Popen(["git", "daemon", "--export-all", f"--base-path={base}", "--listen=127.0.0.1", f"--port={port}", "--reuseaddr"],
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
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
    made = subprocess.run([base / "env/bin/python", "-m", "readingroom", "nbgrader", EXERCISE, "--out", course], cwd=ROOT, capture_output=True, text=True)
    assert made.returncode == 0, made.stderr
    for verb in ("generate_assignment", "release_assignment"):
        as_teacher(base, verb, EXERCISE)
    return folder


def as_teacher(base: Path, *words: str) -> str:
    env = {**os.environ, "PATH": f"{base}/env/bin:{os.environ['PATH']}", "READINGROOM_EXCHANGE": str(base / "exchange"),
           "JUPYTER_CONFIG_PATH": str(ROOT / "exercises/class")}
    return run(base / "env/bin/nbgrader", *words, cwd=base / "teacher", env=env).stderr


@pytest.fixture(scope="module")
def hub(base, exchange):
    """The hub's address, run from the documented configuration."""
    address = f"http://127.0.0.1:{free_port()}"
    settings = {"READINGROOM_HUB_URL": address, "READINGROOM_PROXY": f"{base}/node_modules/.bin/configurable-http-proxy --api-port {free_port()}",
                "READINGROOM_AUTHENTICATOR": "jupyterhub.auth.DummyAuthenticator", "READINGROOM_EXCHANGE": str(exchange),
                "READINGROOM_CONFIG_PATH": str(base / "course/exercises/class"), "PATH": f"{base}/env/bin:{os.environ['PATH']}"}
    log = (base / "hub.log").open("w")
    running = subprocess.Popen([base / "env/bin/jupyterhub", "-f", ROOT / "exercises/class/jupyterhub_config.py",
                                f"--JupyterHub.hub_port={free_port()}"], cwd=base, stdout=log, stderr=subprocess.STDOUT, env={**os.environ, **settings})
    try:
        wait_for(address + "/hub/login", running, base / "hub.log")
        yield address
    finally:
        running.terminate()
        running.wait(60)
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


def costs(name: str) -> tuple[int, float]:
    """The memory in MB (proportional share) and the processor seconds of all processes of account `name`."""
    ids = subprocess.run(["pgrep", "-u", name], capture_output=True, text=True).stdout.split()
    memory = seconds = 0.0
    for process in ids:
        try:
            rollup = Path(f"/proc/{process}/smaps_rollup").read_text()
            stat = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue  # gone in between
        memory += next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:")) / 1024
        seconds += sum(map(int, stat[11:15])) / os.sysconf("SC_CLK_TCK")
    return round(memory), seconds
