"""Entries stand in the order in which they were made, also where a clock was wrong."""

from __future__ import annotations

import json
import random
from datetime import UTC, datetime, timedelta

import pytest

from readingroom.learning.progress import fold
from readingroom.learning.record import FOLDER, Record
from readingroom.learning.record_files.order import chronological, latest_time

NOW = "2026-01-10T10:00:00.000Z"
WRONG_TIMES = [
    "2099-01-01T00:00:00.000Z",
    "1970-01-01T00:00:00.000Z",
    "2009-01-01T00:00:00.000Z",
    "yesterday",
    "²⁰²⁶",
    "9" * 400,
]


def note(id: str, at: str = NOW) -> dict:
    return {"id": id, "at": at, "what": "note", "paragraph": "opening-1", "text": id}


def ids(record: Record) -> list[str]:
    return [entry["id"] for entry in record.entries]


def shown(record: Record) -> str:
    return fold(record.entries)["notes"]["opening-1"]["text"]


@pytest.mark.parametrize("at", WRONG_TIMES)
def test_an_entry_of_a_wrong_clock_stands_where_it_was_made(tmp_path, record, at):
    record.append([note("first", "2026-01-10T09:00:00.000Z")])
    record.append([note("wrong", at)])
    assert (shown(record), shown(Record(tmp_path))) == ("wrong", "wrong")

    record.append([note("last")])

    assert ids(record) == ids(Record(tmp_path)) == ["first", "wrong", "last"]


@pytest.mark.parametrize("at", WRONG_TIMES)
def test_it_stands_there_in_the_eyes_of_the_next_kernel_too(tmp_path, at):
    Record(tmp_path).append([note("first", "2026-01-10T09:00:00.000Z")])
    Record(tmp_path).append([note("wrong", at)])
    Record(tmp_path).append([note("last")])

    assert ids(Record(tmp_path)) == ["first", "wrong", "last"]


def test_a_whole_day_of_a_wrong_clock_comes_after_what_its_kernel_had_seen():
    files = {
        "20260110T000000Z-1-aaaaaa-1.jsonl": [note("monday", "2026-01-10")],
        "20990111T000000Z-1-aaaaaa-2.jsonl": [note("tuesday", "2099-01-11T10"), note("tuesday noon", "2099-01-11T09")],
        "20260112T000000Z-1-aaaaaa-3.jsonl": [note("wednesday", "2026-01-12")],
    }

    order = chronological(files, latest_time(datetime(2026, 2, 1, tzinfo=UTC)))

    assert [entry["id"] for entry in order] == ["monday", "tuesday", "tuesday noon", "wednesday"]


@pytest.mark.parametrize("at", WRONG_TIMES)
def test_a_restored_entry_of_a_wrong_clock_hides_nothing_that_is_done_later(tmp_path, record, at):
    record.append([note("here", "2026-01-10T09:00:00.000Z")])
    record.restore("".join(json.dumps(entry) + "\n" for entry in (note("there", "2026-01-01"), note("wrong", at))))
    record.append([note("last")])

    assert ids(record) == ids(Record(tmp_path)) == ["there", "wrong", "here", "last"]


@pytest.mark.parametrize("at", WRONG_TIMES)
def test_a_file_of_an_earlier_version_is_read_so_too(tmp_path, at):
    (tmp_path / FOLDER).mkdir()
    old = tmp_path / FOLDER / "20260301T080000Z-17-a1b2c3.jsonl"
    lines = [note("early", "2026-02-01"), note("wrong", at), note("later", "2026-03-02")]
    old.write_text("".join(json.dumps(entry) + "\n" for entry in lines), encoding="utf-8")

    assert ids(Record(tmp_path)) == ["early", "wrong", "later"]


def test_on_a_computer_whose_clock_never_ran_the_times_of_others_count(tmp_path):
    files = {"20260110T000000Z-1-aaaaaa-1.jsonl": [note("b", "2026-01-10"), note("a", "2026-01-09")]}

    order = chronological(files, latest_time(datetime(1970, 1, 1, tzinfo=UTC)))

    assert [entry["id"] for entry in order] == ["a", "b"]


def test_wrong_times_are_named_and_what_was_exported_is_restored_in_the_same_order(tmp_path, record):
    record.append([note("first", "2026-01-01"), note("wrong", "2099-01-01"), note("last", "2026-01-02")])
    (tmp_path / "elsewhere").mkdir()
    elsewhere = Record(tmp_path / "elsewhere")

    elsewhere.restore(record.export())

    assert ids(elsewhere) == ["first", "wrong", "last"]
    assert elsewhere.export() == record.export()
    assert "a time that cannot be right (2099-01-01)" in record.damaged[0]


@pytest.mark.parametrize("seed", range(20))
def test_right_times_are_in_order_and_wrong_ones_hide_nothing_later(seed):
    """Kernels one after the other, with clocks that run mad at times: the last entry of all is the last in order."""
    chance, now = random.Random(seed), datetime(2026, 1, 1, tzinfo=UTC)
    files: dict[str, list[dict]] = {}
    made: list[str] = []
    for ordinal in range(1, 6):
        is_mad = chance.random() < 0.3
        begun = now.replace(year=2099 if is_mad else 2026)
        name = f"{begun:%Y%m%dT%H%M%SZ}-1-aaaaaa-{ordinal}.jsonl"
        files[name] = []
        for _ in range(chance.randrange(1, 6)):
            now += timedelta(minutes=chance.randrange(1, 600))
            at = chance.choice(WRONG_TIMES) if is_mad or chance.random() < 0.2 else now.isoformat()
            made.append(f"{len(made)}")
            files[name].append(note(made[-1], at))
        now += timedelta(minutes=1)

    order = [entry["id"] for entry in chronological(files, latest_time(now))]

    assert order == made
