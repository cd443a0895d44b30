"""What other programs set in the environment does not reach the course; what a machine needs for its packages does."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from readingroom.cli import surroundings
from readingroom.cli.surroundings import for_course, for_pip, for_set_up, for_uv, reach, reach_in

HOSTILE = {
    "PIP_USER": "1",
    "PIP_TARGET": "/elsewhere",
    "PIP_REQUIRE_VIRTUALENV": "1",
    "UV_OFFLINE": "1",
    "UV_PYTHON": "3.8",
    "PYTHONPATH": "/old",
    "PYTHONHOME": "/old",
    "PYTHONUSERBASE": "/old",
    "VIRTUAL_ENV": "/other",
    "CONDA_PREFIX": "/conda",
}
PLAIN = {"PATH": "/bin", "HTTPS_PROXY": "http://proxy", "SSL_CERT_FILE": "/cert", "HOME": "/home/anna"}


def test_set_up_sees_no_setting_of_another_environment():
    assert for_set_up(HOSTILE | PLAIN) == PLAIN


def test_the_course_sees_no_packages_of_another_environment():
    assert not {"PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV"} & set(for_course(HOSTILE | PLAIN))


def test_the_course_keeps_the_readers_other_settings():
    assert for_course({"PYTHONUTF8": "1", **PLAIN}) == {"PYTHONUTF8": "1", **PLAIN}


def test_pip_reads_no_file_of_settings_and_keeps_the_way_to_its_packages():
    seen = for_pip(HOSTILE | PLAIN, {"index-url": "http://mirror"})

    assert seen["PIP_CONFIG_FILE"] == os.devnull and seen["PIP_INDEX_URL"] == "http://mirror"
    assert not {"PIP_USER", "PIP_TARGET"} & set(seen)


def test_uv_is_told_the_way_that_pip_knows_and_the_owners_own_certificate_wins():
    seen = for_uv(PLAIN, {"index-url": "http://mirror", "cert": "/pip's", "retries": "9"})

    assert (seen["UV_DEFAULT_INDEX"], seen["SSL_CERT_FILE"], seen["UV_NO_CONFIG"]) == ("http://mirror", "/cert", "1")


@pytest.mark.parametrize(
    ("listed", "found"),
    [
        ("global.index-url='http://a'", {"index-url": "http://a"}),
        (":env:.index-url='http://b'\nglobal.index-url='http://a'", {"index-url": "http://b"}),
        ("global.extra-index-url='\\nhttp://a\\nhttp://b'", {"extra-index-url": "http://a http://b"}),
        ("install.user='true'\nglobal.require-virtualenv='true'\nglobal.constraint='x.txt'", {}),
        ("", {}),
    ],
)
def test_of_pips_settings_the_way_to_the_packages_is_kept(listed, found):
    assert reach_in(listed) == found


@pytest.mark.slow
def test_pip_is_asked_for_its_files_too(tmp_path):
    (tmp_path / "pip.conf").write_text("[global]\nproxy = http://proxy.example\n[install]\nuser = true\n")
    variables = {**os.environ, "PIP_CONFIG_FILE": str(tmp_path / "pip.conf")}

    assert reach(Path(sys.executable), variables)["proxy"] == "http://proxy.example"


def test_settings_that_pip_cannot_read_are_left_aside(monkeypatch):
    failed = subprocess.CompletedProcess([], 2, "global.proxy='http://proxy.example'", "")
    monkeypatch.setattr(surroundings.subprocess, "run", lambda *_, **__: failed)

    assert reach(Path("python"), {}) == {}
