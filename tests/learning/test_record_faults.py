"""No entry that was called saved is lost, whichever system call of the writing fails, and however often."""

from __future__ import annotations

import contextlib
import errno
import itertools
import os
import sys
from pathlib import Path

import pytest
from faults import CALLS, ERRORS, Faults, calls_of

from readingroom.learning.record import FOLDER, Record, RecordError

FIRST, SECOND, THIRD, LAST = "first", "second", "third", "last"
MODES = {"once": lambda number, n: number == n, "from then on": lambda number, n: number >= n}


def note(id: str, text: str = "why?") -> dict:
    return {"id": id, "at": "2026-01-01T00:00:00.000Z", "what": "note", "paragraph": "opening-1", "text": text}


def ids(root: Path) -> list[str]:
    return sorted(entry["id"] for entry in Record(root).entries)


def nothing(root: Path) -> Record:
    return Record(root)


def some(root: Path) -> Record:
    record = Record(root)
    record.append([note(FIRST)])
    return record


def damaged(root: Path) -> Record:
    record = some(root)
    file = next((root / FOLDER).glob("*.jsonl"))
    file.write_bytes(b"\x00\xff\n" + file.read_bytes())
    return record


def append(record: Record) -> list[str]:
    return record.append([note(SECOND, "x" * 50), note(THIRD, "\U0001f600")])


def restore(record: Record) -> list[str]:
    record.restore('{"id": "second", "at": "2026", "what": "note"}\n{"id": "third", "at": "2026", "what": "note"}')
    return [SECOND, THIRD]


def append_after_refresh(record: Record) -> list[str]:
    record.refresh()
    return append(record)


SCENES = list(itertools.product((nothing, some, damaged), (append, restore, append_after_refresh)))


def failures(before, action, root: Path) -> list[tuple[str, int, str, str]]:
    """Every way in which a call that `action` makes can fail: its name, its number, the error, once or from then on."""
    root.mkdir()
    prepared = before(root)
    counts = calls_of(lambda: action(prepared))
    calls = [(name, number) for name in CALLS for number in range(1, counts[name] + 1)]
    return [(*call, error, mode) for call in calls for error in ERRORS for mode in MODES]


def fail(before, action, root: Path, name: str, number: int, error: str, mode: str) -> None:
    root.mkdir()
    record = before(root)
    saved = {entry["id"] for entry in record.entries}
    faults = Faults(lambda call, n: call == name and MODES[mode](n, number), ERRORS[error])
    with faults.active(), contextlib.suppress(RecordError):
        saved |= set(action(record))
    saved |= set(record.append([note(LAST)]))
    assert saved <= set(ids(root)), (name, number, error, mode)
    action(record)
    assert ids(root) == sorted({*saved, LAST, SECOND, THIRD}), (name, number, error, mode)


@pytest.mark.parametrize("before, action", SCENES, ids=lambda function: function.__name__)
def test_a_failing_system_call_loses_nothing_and_later_saving_works(tmp_path, before, action):
    every = failures(before, action, tmp_path / "counted")
    # Each call fails, in one mode and with one error; all of both are tried at each call in the test below.
    for case, failure in enumerate(every[:: 2 * len(ERRORS) - 1]):
        fail(before, action, tmp_path / str(case), *failure)


@pytest.mark.door
@pytest.mark.parametrize("before, action", SCENES, ids=lambda function: function.__name__)
def test_every_error_of_every_system_call_loses_nothing_and_later_saving_works(tmp_path, before, action):
    for case, failure in enumerate(failures(before, action, tmp_path / "counted")):
        fail(before, action, tmp_path / str(case), *failure)


@pytest.mark.parametrize("error", ERRORS)
def test_half_a_line_that_cannot_be_taken_back_costs_no_other_entry(tmp_path, error):
    record = some(tmp_path)
    with Faults(lambda name, _: name in ("write", "ftruncate", "unlink"), ERRORS[error]).active():
        for _ in range(3):
            with pytest.raises(RecordError):
                append(record)

    append(record)

    assert (ids(tmp_path), Record(tmp_path).damaged) == ([FIRST, SECOND, THIRD], [])


@pytest.mark.parametrize("before, files", [(nothing, 0), (some, 1)])
def test_no_file_and_no_handle_is_left_by_what_fails(tmp_path, before, files):
    record = before(tmp_path)
    record.folder.mkdir(exist_ok=True)
    handles = len(os.listdir("/proc/self/fd")) if sys.platform == "linux" else 0
    with Faults(lambda name, _: name == "fsync", ERRORS["ENOSPC"]).active():
        for _ in range(20):
            with pytest.raises(RecordError):
                append(record)

    assert len(list((tmp_path / FOLDER).iterdir())) == files
    assert not handles or len(os.listdir("/proc/self/fd")) == handles


def test_short_writes_are_carried_on_with(tmp_path):
    record, write = some(tmp_path), os.write
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(os, "write", lambda handle, data: write(handle, bytes(data)[:7]))
        append(record)

    assert ids(tmp_path) == [FIRST, SECOND, THIRD]


def test_a_file_system_that_knows_no_fsync_is_written_to_all_the_same(tmp_path):
    with Faults(lambda name, _: name == "fsync", lambda: OSError(errno.ENOTSUP, "not supported")).active():
        append(some(tmp_path))

    assert ids(tmp_path) == [FIRST, SECOND, THIRD]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no handle of a folder")
def test_what_is_called_saved_was_synced_after_it_was_written_and_a_new_name_too(tmp_path):
    record = Record(tmp_path)
    with Faults(lambda name, number: False, OSError).active() as first:
        record.append([note(FIRST)])
    with Faults(lambda name, number: False, OSError).active() as second:
        record.append([note(SECOND)])

    steps = [name for name, _ in first.trace if name in ("mkdir", "open", "write", "fsync")]
    assert steps == ["mkdir", "open", "fsync", "open", "write", "fsync", "open", "fsync"]
    assert [name for name, _ in second.trace if name in ("mkdir", "open", "write", "fsync")] == [
        "open",
        "write",
        "fsync",
    ]


def test_a_kernel_interrupted_while_it_writes_leaves_no_half_line(tmp_path):
    record = some(tmp_path)
    with (
        Faults(lambda name, _: name == "write", KeyboardInterrupt).active(),
        pytest.raises(KeyboardInterrupt),
    ):
        append(record)
    append(record)

    assert (ids(tmp_path), Record(tmp_path).damaged) == ([FIRST, SECOND, THIRD], [])


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limits of a process")
def test_when_all_file_handles_are_used_up_nothing_is_lost(tmp_path):
    record = some(tmp_path)
    record.append([note(str(number)) for number in range(500)])
    import resource

    limits = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(limits[0], 256), limits[1]))
    held = []
    try:
        with contextlib.suppress(OSError):
            while True:
                held.append(os.open(os.devnull, os.O_RDONLY))
        with pytest.raises(RecordError, match="could not be written"):
            append(record)
    finally:
        for handle in held:
            os.close(handle)
        resource.setrlimit(resource.RLIMIT_NOFILE, limits)
    append(record)

    assert len(ids(tmp_path)) == 503
