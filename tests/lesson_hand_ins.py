"""Lesson hand-ins as pages make them, for the tests: the same bytes as parts/hand_in/lesson-file.js writes."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from readingroom.learning.submission.lesson_format import FORMAT, named, read
from readingroom.learning.submission.receipts import file_name

MADE = "2026-12-01T10:00:00Z"


def lesson_text(lesson: str, student: str, lines: list[dict[str, Any]], made: str = MADE) -> str:
    """Return the text of a hand-in with these lines."""
    heading = {
        "format": FORMAT,
        "version": 1,
        "lesson": lesson,
        "student": student,
        "made": made,
        "parts": len(lines),
    }
    body = "".join(f"{json.dumps(line, ensure_ascii=False, separators=(',', ':'))}\n" for line in [heading, *lines])
    return body + f'{{"sum":"{hashlib.sha256(body.encode("utf-8", "replace")).hexdigest()}"}}\n'


def lesson_name(text: str) -> str:
    """Return the name that a page gives the file."""
    found = read(text)
    assert found.hand_in
    return file_name(named(found.hand_in), found.receipt)
