"""The record keeps what was done, whatever happens to the disk, the file or the kernel."""

from __future__ import annotations

import json
import multiprocessing
import os
import random
import signal
import sys
import time
from pathlib import Path

import pytest

from readingroom.learning.record import FOLDER, Record, RecordError, parse_lines


def note(text: str, id: str = "n1") -> dict:
    return {"id": id, "at": "2026-01-01T00:00:00.000Z", "what": "note", "paragraph": "opening-1", "text": text}


def test_an_entry_is_there_the_next_day(tmp_path):
    Record(tmp_path).append([note("why?")])

    assert [entry["text"] for entry in Record(tmp_path).entries] == ["why?"]


def test_an_entry_sent_twice_is_kept_once(record):
    record.append([note("why?")])
    record.append([note("why?")])

    assert len(record.entries) == 1


def test_two_kernels_write_two_files(tmp_path):
    Record(tmp_path).append([note("one", "a")])
    Record(tmp_path).append([note("two", "b")])

    assert len(list((tmp_path / FOLDER).glob("*.jsonl"))) == 2


def test_a_kernel_takes_up_what_another_wrote(tmp_path):
    first, second = Record(tmp_path), Record(tmp_path)
    second.append([note("from the other lesson")])

    first.refresh()

    assert first.entries[0]["text"] == "from the other lesson"


def test_a_torn_last_line_loses_that_line_at_most(tmp_path):
    Record(tmp_path).append([note("kept", "a")])
    file = next((tmp_path / FOLDER).glob("*.jsonl"))
    file.write_text(file.read_text() + '{"id": "b", "at": "2026-01', encoding="utf-8")

    again = Record(tmp_path)

    assert ([e["id"] for e in again.entries], again.damaged) == (["a"], [])


def test_a_damaged_file_is_reported_set_aside_and_never_deleted(tmp_path):
    Record(tmp_path).append([note("first", "a"), note("second", "b")])
    file = next((tmp_path / FOLDER).glob("*.jsonl"))
    broken = file.read_text().replace('{"id": "a"', "\x00\x00garbage")
    file.write_text(broken, encoding="utf-8")

    again = Record(tmp_path)

    assert [e["id"] for e in again.entries] == ["b"]
    assert "set aside" in again.damaged[0]
    assert [p.read_text() for p in (tmp_path / FOLDER / "damaged").iterdir()] == [broken]


def test_what_was_mended_is_sound_the_next_time(tmp_path):
    folder = tmp_path / FOLDER
    folder.mkdir()
    (folder / "a.jsonl").write_text("not json\n" + json.dumps(note("kept")) + "\n")
    Record(tmp_path)

    again = Record(tmp_path)

    assert (again.damaged, [e["text"] for e in again.entries]) == ([], ["kept"])


def test_a_file_of_random_bytes_stops_nothing(tmp_path):
    folder = tmp_path / FOLDER
    folder.mkdir()
    (folder / "a.jsonl").write_bytes(bytes(random.Random(1).randrange(256) for _ in range(5000)) + b"\n")

    assert Record(tmp_path).entries == []


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no /dev/full to stand for a full disk")
def test_a_full_disk_is_one_clear_sentence(tmp_path, record):
    record._session._path = Path("/dev/full")

    with pytest.raises(RecordError, match=r"could not be written.*still on this page"):
        record.append([note("why?")])


def test_what_could_not_be_written_is_written_when_there_is_room_again(tmp_path, record):
    (tmp_path / FOLDER).write_text("a file where the folder should be")
    with pytest.raises(RecordError):
        record.append([note("why?")])
    (tmp_path / FOLDER).unlink()

    record.append([note("why?")])

    assert [e["text"] for e in Record(tmp_path).entries] == ["why?"]


def test_half_a_line_is_taken_back_before_the_next_is_written(tmp_path, record, monkeypatch):
    record.append([note("first", "a")])
    real = os.fsync

    def torn(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", torn)
    with pytest.raises(RecordError):
        record.append([note("second", "b")])
    monkeypatch.setattr(os, "fsync", real)
    record.append([note("second", "b")])

    assert [e["id"] for e in Record(tmp_path).entries] == ["a", "b"]


def test_a_line_half_written_is_cut_off_before_the_next_one(tmp_path, record, monkeypatch):
    record.append([note("first", "a")])
    file = next((tmp_path / FOLDER).glob("*.jsonl"))
    sound = file.read_text()

    def full(descriptor):
        os.truncate(file, file.stat().st_size - 9)
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(RecordError):
            record.append([note("second", "b")])

    assert file.read_text() == sound


def test_listeners_hear_of_new_entries_alone(record):
    heard = []
    record.append([note("first", "a")])
    record.on_change.append(lambda entries: heard.append([entry["id"] for entry in entries]))

    record.append([note("first", "a"), note("second", "b")])
    record.append([note("second", "b")])

    assert heard == [["b"]]


def test_entries_come_in_the_order_of_their_times(record):
    record.append([{**note("late", "a"), "at": "2026-01-02"}, {**note("early", "b"), "at": "2026-01-01"}])

    assert [entry["id"] for entry in record.entries] == ["b", "a"]


def test_an_export_has_what_another_kernel_wrote_since(tmp_path):
    first, second = Record(tmp_path), Record(tmp_path)
    second.append([note("from the other lesson")])

    assert "from the other lesson" in first.export()


def test_a_file_that_cannot_be_read_is_named_once(tmp_path):
    (tmp_path / FOLDER / "a.jsonl").mkdir(parents=True)

    record = Record(tmp_path)
    record.refresh()

    assert [message.startswith("a.jsonl could not be read") for message in record.damaged] == [True]


def test_a_record_whose_last_line_has_no_end_is_restored_whole(record, tmp_path):
    text = json.dumps(note("one", "a")) + "\n" + json.dumps(note("two", "b"))

    assert record.restore(text) == (2, 0)


def test_an_export_restores_in_an_empty_place(tmp_path, record):
    record.append([note("why?"), note("who says so?", "n2")])
    elsewhere = Record(tmp_path / "elsewhere") if (tmp_path / "elsewhere").mkdir() is None else None

    assert elsewhere.restore(record.export()) == (2, 0)


def test_restoring_twice_adds_nothing(record):
    record.append([note("why?")])

    assert record.restore(record.export()) == (0, 0)


def test_restoring_a_torn_record_says_how_many_lines_were_left_out(record):
    record.append([note("why?")])

    assert record.restore(record.export() + "torn\n") == (0, 1)


def test_restoring_a_file_that_is_no_record_says_so_and_changes_nothing(record):
    with pytest.raises(RecordError, match="not a record of this program; nothing was changed"):
        record.restore("dear diary\nyours\n")

    assert record.entries == []


def test_lines_without_id_time_or_kind_are_broken():
    for field in ("id", "at", "what"):
        entry = {name: value for name, value in note("x").items() if name != field}
        assert parse_lines(json.dumps(entry) + "\n") == ([], 1)
    assert parse_lines('[1]\n\n{"id": 1, "at": "", "what": ""}\n') == ([], 2)


def _write_until_killed(root, said):
    record = Record(Path(root))
    for number in range(100_000):
        said.send(record.append([note("x" * (number % 300), f"{os.getpid()}-{number}")])[0])


@pytest.mark.door
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_fifty_killed_writers_lose_no_answer_that_was_called_saved(tmp_path):
    fork, chance = multiprocessing.get_context("fork"), random.Random(7)
    saved = set()
    for _ in range(50):
        hear, say = fork.Pipe(duplex=False)
        writer = fork.Process(target=_write_until_killed, args=(str(tmp_path), say))
        writer.start()
        say.close()
        time.sleep(chance.uniform(0.005, 0.05))
        os.kill(writer.pid, signal.SIGKILL)
        writer.join()
        try:
            while True:
                saved.add(hear.recv())
        except (EOFError, OSError):
            pass

    assert len(saved) > 50
    assert saved <= {entry["id"] for entry in Record(tmp_path).entries}
