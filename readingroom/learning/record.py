"""The learner's record: append-only plain files, one for each running kernel, in my-record/ at the course's root.

A line is an entry: a JSON object with `id`, `at` (UTC) and `what`. A line counts once it is whole, so a crash loses one
line at most, and none that was called saved. Where a file has a broken line, its sound lines are copied into a new file
and the file itself is moved to my-record/damaged/; nothing is ever deleted.
"""

from __future__ import annotations

import logging
import uuid
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path

from ..content.errors import CourseError
from .record_files.doubts import doubts
from .record_files.lines import Entry, displayable, entry_of, line_of, parse_lines, shown_copy
from .record_files.names import ordinal_of
from .record_files.order import chronological, latest_time
from .record_files.reading import LONGEST_LINE
from .record_files.session import SessionFile
from .record_files.store import RecordFolder
from .record_id import record_id

__all__ = ["FOLDER", "Entry", "Record", "RecordError", "displayable", "parse_lines"]
FOLDER = "my-record"


class RecordError(CourseError):
    """The record cannot be written or read; the message says what to do, `saved` the ids written all the same."""

    def __init__(self, message: str, saved: Iterable[str] = ()):
        super().__init__(message)
        self.saved = list(saved)


class Record:
    """The record below course root `root`; `on_change` functions are called after entries were added.

    `id` tells it from others that one browser sends entries to; `course` is the course's id.
    """

    def __init__(self, root: Path, course: str = ""):
        self.folder = root / FOLDER
        self.id = record_id(self.folder, course)
        self.on_change: list[Callable[[list[Entry]], None]] = []
        self._disk = RecordFolder(self.folder)
        self._files = self._disk.read()
        self._by_id = _by_id(self._files)
        self._ordered: list[Entry] | None = None
        self._session = SessionFile(self.folder, self._next_ordinal())

    @property
    def entries(self) -> list[Entry]:
        """All entries of all kernels read so far, oldest first, as they can be shown."""
        copies = self._disk.copies
        return [copies.get(entry["id"], entry) for entry in self._exact()] if copies else [*self._exact()]

    @property
    def damaged(self) -> list[str]:
        """What is wrong with the record's files and entries, in sentences; all of it was kept."""
        return [
            *self._disk.repairs,
            *self._disk.unreadable,
            *doubts(self._by_id.values(), latest_time(), len(self._disk.copies)),
        ]

    @property
    def unreadable(self) -> str:
        """What could not be read when the record was last read, in one sentence; "" where nothing was."""
        first, *more = self._disk.unreadable or [""]
        return f"{first} (and so with {len(more)} more)" if more else first

    def refresh(self) -> None:
        """Read what other kernels have written since."""
        files = self._disk.read()
        known = _by_id(files)
        for name, entries in self._files.items():
            if missing := [entry for entry in entries if entry["id"] not in known]:
                files[name] = [*files.get(name, []), *missing]
        self._files, self._by_id, self._ordered = files, _by_id(files), None

    def append(self, entries: Iterable[Entry]) -> list[str]:
        """Write entries that are not in the record yet and return the ids of all; RecordError if that fails.

        When this returns the entries are on the disk (fsync), not only in the system's cache.
        """
        return self._append(entries, self._session)

    def export(self) -> str:
        """Return the whole record as one text, an entry a line."""
        self.refresh()
        return "".join(line_of(entry) for entry in self._exact())

    def restore(self, text: str) -> tuple[int, int]:
        """Add the entries of an exported text; return how many were new and how many lines could not be read.

        Raises RecordError if no line could be read.
        """
        entries, broken = parse_lines(text if text.endswith("\n") else text + "\n")
        if not entries:
            raise RecordError("This is not a record of this program; nothing was changed.")
        before = len(self._by_id)
        # In a file of their own, entries of another record keep their own sequence.
        self._append(entries, SessionFile(self.folder, self._next_ordinal(), is_restored=True))
        return len(self._by_id) - before, broken

    def _append(self, entries: Iterable[Entry], session: SessionFile) -> list[str]:
        stamped = [{"id": uuid.uuid4().hex, "at": _now(), **entry} for entry in entries]
        lines = {entry["id"]: line for entry in stamped if (line := _readable_line(entry))}
        fresh = {entry["id"]: entry for entry in stamped if entry["id"] in lines and entry["id"] not in self._by_id}
        if fresh:
            name = self._write("".join(lines[id] for id in fresh), session)
            self._files.setdefault(name, []).extend(fresh.values())
            self._by_id |= fresh
            self._ordered = None
            self._disk.copies |= {id: copy for id in fresh if (copy := shown_copy(fresh[id], lines[id]))}
            self._notify([*fresh.values()])
        if len(lines) < len({entry["id"] for entry in stamped}):
            raise RecordError(
                "something on this page has a form, or a length, that the record cannot keep; the rest is saved. "
                "Copy your text elsewhere before you close the page, and save it in smaller pieces.",
                lines,
            )
        return [entry["id"] for entry in stamped]

    def _write(self, lines: str, session: SessionFile) -> str:
        try:
            return session.append(lines)
        except OSError as error:
            raise RecordError(
                f"your record could not be written to {displayable(str(self.folder))} ({error.strerror or error}). "
                "What you did is still on this page: make room or make the folder writable, then change anything "
                "once more, or copy your text elsewhere before you close the page."
            ) from None

    def _notify(self, fresh: list[Entry]) -> None:
        for listener in self.on_change:
            try:
                listener(fresh)
            except Exception:  # the entries are saved: a view that fails must not make the page doubt it
                logging.getLogger(__name__).exception("a view of the record could not be renewed")

    def _exact(self) -> list[Entry]:
        if self._ordered is None:
            self._ordered = [*_by_id({"": chronological(self._files, latest_time())}).values()]
        return self._ordered

    def _next_ordinal(self) -> int:
        return 1 + max(map(ordinal_of, self._files), default=0)


def _by_id(files: dict[str, list[Entry]]) -> dict[str, Entry]:
    return {entry["id"]: entry for entries in files.values() for entry in entries}


def _readable_line(entry: Entry) -> str:
    """Return the line of an entry, or "" where it could not be read again."""
    try:
        line = line_of(entry)
    except (TypeError, ValueError, RecursionError):
        return ""
    return line if len(line) * 4 < LONGEST_LINE and entry_of(line) else ""


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
