"""What tells a record from others that one browser sends entries to."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

_BINDER = "BINDER_REPO_URL"  # set in the environment on Binder, and nowhere else
_HUB_ACCOUNT = "JUPYTERHUB_USER"
_DIGITS = 16  # of a SHA-256 in hexadecimal: it tells records apart, and protects nothing


def record_id(folder: Path, course: str) -> str:
    """Return the id of the record in `folder`: a digest, which says nothing of the folder or the account.

    In a browser's own Python every course has the same folder, and on a hub every account may have. On Binder a reader
    has another account at each visit, and is the same reader.
    """
    account = "" if on_binder() else os.environ.get(_HUB_ACCOUNT, "")
    told = "\n".join([os.path.normcase(folder.absolute()), course, account])
    return hashlib.sha256(told.encode("utf-8", "surrogateescape")).hexdigest()[:_DIGITS]


def on_binder() -> bool:
    """Whether the disk is Binder's, which is soon lost."""
    return _BINDER in os.environ
