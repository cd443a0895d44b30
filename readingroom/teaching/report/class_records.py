"""The records that students downloaded and handed over, read from a folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ...content.errors import CourseError
from ...learning.progress import Progress, fold
from ...learning.record import Entry, parse_lines

LARGEST = 20_000_000  # bytes; a record of years has one


@dataclass(frozen=True)
class ClassRecords:
    """What each learner did, and the names of the files that are no records."""

    learners: list[Progress]
    others: list[str]


def class_records(folder: Path) -> ClassRecords:
    """Read every file below `folder`. Files that share an entry are one learner's: a record downloaded twice."""
    if not folder.is_dir():
        raise CourseError(f"{folder} is no folder; name the one in which the class's downloaded records lie.")
    learners: list[dict[str, Entry]] = []
    others: list[str] = []
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.startswith(".")):
        entries = _entries(path)
        if not entries:
            others.append(path.relative_to(folder).as_posix())
            continue
        same = [learner for learner in learners if not learner.keys().isdisjoint(entries)]
        learners = [learner for learner in learners if learner not in same]
        for learner in same:
            entries |= learner
        learners.append(entries)
    return ClassRecords([fold(sorted(entries.values(), key=_time)) for entries in learners], others)


def _entries(path: Path) -> dict[str, Entry]:
    """The entries of a file by their ids; none where it is no record, or larger than one can be."""
    if path.stat().st_size > LARGEST:
        return {}
    entries, _ = parse_lines(path.read_bytes().decode("utf-8", "replace"))
    return {entry["id"]: entry for entry in entries}


def _time(entry: Entry) -> str:
    return str(entry["at"])
