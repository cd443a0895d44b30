"""Why a set-up failed is said in a sentence, with what to do."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from readingroom.cli import setup_trouble
from readingroom.cli.setup_trouble import Trouble, sentence, trouble_in


@pytest.mark.parametrize(
    ("said", "trouble"),
    [
        ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device", Trouble.NO_ROOM),
        ("failed to copy file from /c to /v: No space left on device (os error 28)", Trouble.NO_ROOM),
        ("[Errno 122] Disk quota exceeded: '/home/anna/.venv'", Trouble.NO_ROOM),
        ("There is not enough space on the disk. (os error 112)", Trouble.NO_ROOM),
        ("[Errno 13] Permission denied: '/srv/course/.venv'", Trouble.REFUSED),
        ("[WinError 5] Access is denied: 'C:\\\\course\\\\.venv'", Trouble.REFUSED),
        ("[Errno 30] Read-only file system: '/mnt/.venv'", Trouble.REFUSED),
        ("The process cannot access the file because it is being used by another process.", Trouble.REFUSED),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", Trouble.NOT_THE_SAME),
        ("Hash mismatch for `six==1.17.0`", Trouble.NOT_THE_SAME),
        ("NewConnectionError: [Errno -3] Temporary failure in name resolution", Trouble.NO_CONNECTION),
        ("error sending request: dns error: failed to lookup address information", Trouble.NO_CONNECTION),
        ("ProxyError('Cannot connect to proxy.', OSError('Tunnel connection failed'))", Trouble.NO_CONNECTION),
        ("ReadTimeoutError: Read timed out.", Trouble.NO_CONNECTION),
        (
            "Max retries exceeded (Caused by SSLError(SSLCertVerificationError: self-signed certificate))",
            Trouble.NO_TRUST,
        ),
        ("ensurepip is not available", Trouble.NO_VENV),
        ("No matching distribution found for a==9", Trouble.UNKNOWN),
    ],
)
def test_what_an_installer_said_is_understood(said, trouble):
    assert trouble_in(said) is trouble


def test_a_full_disk_is_named_before_what_followed_from_it():
    assert trouble_in("Connection broken: OSError [Errno 28] No space left on device") is Trouble.NO_ROOM


@pytest.mark.parametrize("trouble", ["errno 28", "permission denied", "dns error", "hash mismatch", "certificate"])
def test_each_sentence_says_what_to_do_and_that_the_same_command_serves(trouble):
    said = sentence(trouble, Path("course/.venv"))

    assert "give the same command again" in said and "\n" not in said


def test_no_traceback_is_shown():
    output = 'ERROR: Exception:\nTraceback (most recent call last):\n  File "a.py", line 1, in b\n    c()\nKeyError: 1'

    assert sentence(output, Path()).splitlines()[1:] == ["  ERROR: Exception:", "  KeyError: 1"]


def test_a_program_that_does_not_say_that_the_disk_was_full_is_not_believed(monkeypatch):
    monkeypatch.setattr(setup_trouble.shutil, "disk_usage", lambda _: SimpleNamespace(free=4096))

    assert sentence("ensurepip returned non-zero exit status 1", Path()).startswith("no room")
