"""The learner's record: append-only plain files, one for each running kernel, in my-record/ at the course's root.

A line is an entry: a JSON object with `id`, `at` (UTC) and `what`. A line counts once it ends in a line feed, so a
crash loses one line at most. Where a file has a broken line, its sound lines are copied into a new file and the file
itself is moved to my-record/damaged/; nothing is ever deleted.
"""

from __future__ import annotations

import contextlib
import json
import os
import uuid
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from ..content.errors import CourseError

FOLDER = "my-record"
Entry = dict[str, Any]


class RecordError(CourseError):
    """The record cannot be written or read; the message says what to do."""


class Record:
    """The record below course root `root`; `on_change` functions are called after entries were added."""

    def __init__(self, root: Path):
        self.folder = root / FOLDER
        self.damaged: list[str] = []
        self.on_change: list[Callable[[list[Entry]], None]] = []
        stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
        self._file = self.folder / f"{stamp}-{os.getpid()}-{uuid.uuid4().hex[:6]}.jsonl"
        self._entries = self._read_all()
        self._ids = {entry["id"] for entry in self._entries}

    @property
    def entries(self) -> list[Entry]:
        """All entries of all kernels read so far, oldest first."""
        return sorted(self._entries, key=lambda entry: entry["at"])

    def refresh(self) -> None:
        """Read what other kernels have written since."""
        by_id = {entry["id"]: entry for entry in (*self._read_all(), *self._entries)}
        self._entries = list(by_id.values())
        self._ids = set(by_id)

    def append(self, entries: Iterable[Entry]) -> list[str]:
        """Write entries that are not in the record yet and return the ids of all; RecordError if that fails.

        When this returns the entries are on the disk (fsync), not only in the system's cache.
        """
        stamped = [{"id": uuid.uuid4().hex, "at": _now(), **entry} for entry in entries]
        fresh = [entry for entry in stamped if entry["id"] not in self._ids]
        if fresh:
            self._write("".join(json.dumps(entry, ensure_ascii=False) + "\n" for entry in fresh))
            self._entries += fresh
            self._ids |= {entry["id"] for entry in fresh}
            for listener in self.on_change:
                listener(fresh)
        return [entry["id"] for entry in stamped]

    def export(self) -> str:
        """Return the whole record as one text, an entry a line."""
        self.refresh()
        return "".join(json.dumps(entry, ensure_ascii=False) + "\n" for entry in self.entries)

    def restore(self, text: str) -> tuple[int, int]:
        """Add the entries of an exported text; return how many were new and how many lines could not be read.

        Raises RecordError if no line could be read.
        """
        entries, broken = parse_lines(text if text.endswith("\n") else text + "\n")
        if not entries:
            raise RecordError("This is not a record of this program; nothing was changed.")
        before = len(self._ids)
        self.append(entries)
        return len(self._ids) - before, broken

    def _write(self, text: str) -> None:
        size = 0
        try:
            self.folder.mkdir(exist_ok=True)
            with self._file.open("ab") as file:
                size = file.seek(0, os.SEEK_END)
                file.write(text.encode())
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            self._truncate(size)
            raise RecordError(
                f"your record could not be written to {self.folder} ({error.strerror or error}). What you did is still "
                "on this page: make room or make the folder writable, then change anything once more, or copy your "
                "text elsewhere before you close the page."
            ) from None

    def _truncate(self, size: int) -> None:
        """Cut a half-written line off, so that the next one starts on its own line."""
        # Fails if the file was never made or the disk is gone: reading ignores an unfinished last line anyway.
        with contextlib.suppress(OSError):
            os.truncate(self._file, size)

    def _read_all(self) -> list[Entry]:
        by_id: dict[str, Entry] = {}
        for path in sorted(self.folder.glob("*.jsonl")) if self.folder.is_dir() else []:
            for entry in self._read(path):
                by_id[entry["id"]] = entry
        return list(by_id.values())

    def _read(self, path: Path) -> list[Entry]:
        try:
            text = path.read_bytes().decode("utf-8", errors="replace")
        except OSError as error:
            self._note_damage(f"{path.name} could not be read ({error.strerror})")
            return []
        entries, broken = parse_lines(text)
        if broken:
            self._set_aside(path, entries, broken)
        return entries

    def _set_aside(self, path: Path, entries: list[Entry], broken: int) -> None:
        lines = "a line" if broken == 1 else f"{broken} lines"
        try:
            (self.folder / "damaged").mkdir(exist_ok=True)
            sound = path.with_name(f"{path.stem}-mended.jsonl")
            sound.write_text("".join(json.dumps(e, ensure_ascii=False) + "\n" for e in entries), encoding="utf-8")
            path.rename(self.folder / "damaged" / f"{path.stem}-{uuid.uuid4().hex[:4]}.jsonl")
            outcome = f"the file was set aside in {FOLDER}/damaged, all its other lines were kept"
        except OSError:
            outcome = "it could not be set aside, and was left as it is"
        self._note_damage(f"{path.name} had {lines} that could not be read; {outcome}")

    def _note_damage(self, message: str) -> None:
        if message not in self.damaged:
            self.damaged.append(message)


def parse_lines(text: str) -> tuple[list[Entry], int]:
    """Return the entries of `text` and the number of broken lines; a last line without its line feed is not counted."""
    entries, broken = [], 0
    for line in text.split("\n")[:-1]:
        entry = _entry(line)
        if entry:
            entries.append(entry)
        elif line.strip():
            broken += 1
    return entries, broken


def _entry(line: str) -> Entry | None:
    try:
        entry = json.loads(line)
    except ValueError:
        return None
    sound = isinstance(entry, dict) and all(isinstance(entry.get(field), str) for field in ("id", "at", "what"))
    return entry if sound else None


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
