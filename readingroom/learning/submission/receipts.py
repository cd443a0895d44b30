"""The receipt of a hand-in, which students write down and teachers compare, and the name of its file."""

from __future__ import annotations

import base64
import hashlib
import re

from .records import Submission

GROUP, GROUPS = 4, 4  # sixteen letters are 80 bits: of shorter ones two files with the same are found in seconds
EARLIER_GROUPS = 2  # so many had the receipts of version 0.1.0, and a longer one begins with the shorter
LONGEST_FILE_NAME = 99  # letters; platforms put names and numbers before it, and some keep only so many
EARLIER_LONGEST_STUDENT = 150
LEAST_OF_STUDENT = 12


def receipt(checksum: str) -> str:
    """Return the short receipt of a checksum, as in K7QD-2M9X-F4TZ-6LWA."""
    code = base64.b32encode(hashlib.sha256(checksum.encode()).digest()).decode()
    return "-".join(code[at : at + GROUP] for at in range(0, GROUP * GROUPS, GROUP))


def earlier_form(receipt: str) -> str:
    """Return the receipt that an earlier version gave the same file."""
    return "-".join(receipt.split("-")[:EARLIER_GROUPS])


def file_name(submission: Submission, receipt: str) -> str:
    """Return the file name of a submission: exercise, student, receipt."""
    about = f"{submission.exercise}----{receipt}.jsonl"
    student = _student(submission, max(LEAST_OF_STUDENT, LONGEST_FILE_NAME - len(about)))
    return f"{submission.exercise}--{student}--{receipt}.jsonl"


def earlier_file_name(submission: Submission, receipt: str) -> str:
    """Return the file name that an earlier version gave a submission."""
    return f"{submission.exercise}--{_student(submission, EARLIER_LONGEST_STUDENT)}--{earlier_form(receipt)}.jsonl"


def _student(submission: Submission, most: int) -> str:
    return re.sub(r"[^A-Za-z0-9._-]+", "-", submission.student)[:most].strip("-.") or "student"
