"""Whatever lies in the record's folder is kept as it is and named, and everything sound in it is read."""

from __future__ import annotations

import json
import multiprocessing
import os
import random
import sys
import tempfile
from pathlib import Path

import pytest
from faults import ERRORS, Faults

from readingroom.learning.record import FOLDER, Record

needs_links = pytest.mark.skipif(sys.platform == "win32", reason="Windows asks for a right to make links")


def note(id: str, text: str = "why?") -> dict:
    return {"id": id, "at": "2026-01-01T00:00:00.000Z", "what": "note", "paragraph": "opening-1", "text": text}


def line(id: str, text: str = "why?") -> bytes:
    return json.dumps(note(id, text), ensure_ascii=False).encode() + b"\n"


def ids(record: Record) -> list[str]:
    return sorted(entry["id"] for entry in record.entries)


def laid(root: Path, data: bytes, name: str = "a.jsonl") -> Path:
    (root / FOLDER).mkdir(exist_ok=True)
    (root / FOLDER / name).write_bytes(data)
    return root / FOLDER / name


def aside(root: Path) -> list[bytes]:
    return sorted(path.read_bytes() for path in (root / FOLDER / "damaged").glob("*"))


def test_a_live_file_damaged_again_and_again_loses_no_other_entry(tmp_path):
    record = Record(tmp_path)
    for number in range(10):
        record.append([note(f"{number}")])
        live = tmp_path / FOLDER / record._session._path.name
        live.write_bytes(b"torn\n" + live.read_bytes())
        Record(tmp_path)
    record.append([note("last")])

    assert ids(Record(tmp_path)) == sorted([*map(str, range(10)), "last"])
    assert len(aside(tmp_path)) == 10


def test_a_mended_file_damaged_again_gets_no_longer_and_longer_names(tmp_path):
    laid(tmp_path, line("a") + b"torn\n", "x" * 200 + ".jsonl")
    for _ in range(20):
        Record(tmp_path)
        mended = next((tmp_path / FOLDER).glob("*.jsonl"))
        mended.write_bytes(mended.read_bytes() + b"torn\n")

    assert (ids(Record(tmp_path)), len(next((tmp_path / FOLDER).glob("*.jsonl")).name) < 100) == (["a"], True)


def test_bytes_that_are_no_utf_8_are_kept_in_a_file_set_aside_and_named(tmp_path):
    data = line("a", "sound") + line("b", "caf?").replace(b"?", b"\xe9")
    laid(tmp_path, data)

    record = Record(tmp_path)

    assert [entry["text"] for entry in record.entries] == ["sound", "caf\N{REPLACEMENT CHARACTER}"]
    assert aside(tmp_path) == [data]
    assert record.damaged[0].startswith("a.jsonl had a line with bytes that are no text (UTF-8)")
    assert (ids(Record(tmp_path)), Record(tmp_path).damaged) == (["a", "b"], [])


def test_sound_lines_are_copied_byte_by_byte(tmp_path):
    odd = b'{ "id" : "a", "at":"2026", "what":"note", "text":"\\u00e9 \xe2\x80\xa8", "n": 1e999, "n": 2 }\r\n'
    laid(tmp_path, b"\xef\xbb\xbf" + odd + b"torn\n")

    Record(tmp_path)

    assert next((tmp_path / FOLDER).glob("*.jsonl")).read_bytes() == odd


SOUND = {
    "half a last line": line("a") + line("b")[:40],
    "zeros at the end": line("a") + b"\0" * 10_000,
    "no line feed at the end": line("a").rstrip(),
    "a byte order mark": b"\xef\xbb\xbf" + line("a"),
    "lines as Windows ends them": line("a").replace(b"\n", b"\r\n"),
    "empty lines": b"\n\n" + line("a") + b"  \n",
    "a long line": line("a", "x" * 3_000_000),
    "nested": b'{"id":"a","at":"2026","what":"note","x":' + b"[" * 99 + b"]" * 99 + b"}\n",
    "a record separator in the text": line("a", "one\u2028two"),
}
BROKEN = {
    "zeros in between": b"\0" * 10_000 + b"\n" + line("a"),
    "nested too deeply": b'{"id":"b","at":"2026","what":"note","x":'
    + b"[" * 100_000
    + b"]" * 100_000
    + b"}\n"
    + line("a"),
    "nested deeply": b'{"id":"b","at":"2026","what":"note","x":' + b"[" * 100 + b"]" * 100 + b"}\n" + line("a"),
    "a number too long": b'{"id":"b","at":"2026","what":"note","x":' + b"1" * 10_000 + b"}\n" + line("a"),
    "half a character as id": b'{"id":"\\ud83d","at":"2026","what":"note"}\n' + line("a"),
    "another program's lines": b'{"name":"x"}\n' + line("a") + b"[1]\n",
    "two lines run together": line("b").rstrip() + line("c") + line("a"),
    "old lines of a Mac": line("b").replace(b"\n", b"\r") + b"torn\n" + line("a"),
}


@pytest.mark.parametrize("data", SOUND.values(), ids=SOUND)
def test_it_is_read_and_left_as_it_is(tmp_path, data):
    file = laid(tmp_path, data)

    record = Record(tmp_path)

    assert (ids(record), record.damaged, file.read_bytes() == data) == (["a"], [], True)


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN)
def test_it_is_set_aside_as_it_is_and_the_sound_lines_are_read(tmp_path, data):
    laid(tmp_path, data)

    record = Record(tmp_path)

    assert (ids(record), aside(tmp_path) == [data]) == (["a"], True)
    assert "could not be read; the file was set aside in my-record/damaged" in record.damaged[0]
    assert (ids(Record(tmp_path)), Record(tmp_path).damaged) == (["a"], [])


def test_a_line_larger_than_can_be_read_is_passed_over(tmp_path, monkeypatch):
    monkeypatch.setattr("readingroom.learning.record_files.reading.LONGEST_LINE", 200)
    laid(tmp_path, line("b", "x" * 1000) + line("a"))

    assert ids(Record(tmp_path)) == ["a"]


@pytest.mark.parametrize("error", ERRORS)
def test_a_folder_that_cannot_be_listed_is_said_and_shown_once_it_can(tmp_path, monkeypatch, error):
    laid(tmp_path, line("a"))

    def refuse(folder):
        raise ERRORS[error]()

    with monkeypatch.context() as patched:
        patched.setattr(os, "listdir", refuse)
        record = Record(tmp_path)
    record.append([note("b")])

    assert "could not be read" in record.damaged[0] and "is not lost" in record.unreadable
    record.refresh()
    assert (ids(record), record.damaged, record.unreadable) == (["a", "b"], [], "")


@pytest.fixture
def root_without_rights():
    """A folder of somebody who may not read everything; root, who may, is nobody for a while."""
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(65534)
    try:
        with tempfile.TemporaryDirectory() as folder:
            yield Path(folder)
    finally:
        if is_root:
            os.seteuid(0)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights")
@pytest.mark.parametrize("mode", [0o000, 0o300, 0o400])
def test_a_folder_without_rights_is_said(root_without_rights, mode):
    laid(root_without_rights, line("a"))
    (root_without_rights / FOLDER).chmod(mode)
    try:
        assert "could not be read" in Record(root_without_rights).unreadable
    finally:
        (root_without_rights / FOLDER).chmod(0o700)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights")
def test_a_live_file_made_read_only_is_left_and_another_is_begun(root_without_rights):
    record = Record(root_without_rights)
    record.append([note("a")])
    record._session._path.chmod(0o400)
    record.append([note("b")])

    assert ids(Record(root_without_rights)) == ["a", "b"]


def test_files_that_cannot_be_opened_are_named_each(tmp_path, monkeypatch):
    laid(tmp_path, line("a"))
    laid(tmp_path, line("b"), "b.jsonl")

    def refuse(path, mode="r"):
        raise ERRORS["EMFILE"]()

    with monkeypatch.context() as patched:
        patched.setattr(Path, "open", refuse)
        record = Record(tmp_path)

    assert [sentence[:23] for sentence in record.damaged] == ["a.jsonl could not be re", "b.jsonl could not be re"]
    assert record.unreadable.endswith("(and so with 1 more)")
    record.refresh()
    assert (ids(record), record.damaged) == (["a", "b"], [])


@needs_links
@pytest.mark.parametrize("target", ["nowhere", "a.jsonl", "/dev/zero", "."])
def test_a_link_that_leads_to_no_file_is_named(tmp_path, target):
    laid(tmp_path, line("b"), "b.jsonl")
    (tmp_path / FOLDER / "a.jsonl").symlink_to(target)

    record = Record(tmp_path)

    assert (ids(record), record.unreadable.startswith("a.jsonl could not be read")) == (["b"], True)


@needs_links
def test_a_link_to_a_damaged_file_is_read_and_left(tmp_path):
    (tmp_path / "real.jsonl").write_bytes(b"torn\n" + line("a"))
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / "a.jsonl").symlink_to(tmp_path / "real.jsonl")

    record = Record(tmp_path)

    assert (ids(record), record.damaged) == (
        ["a"],
        ["a.jsonl had a line that could not be read; it could not be set aside, and was left as it is"],
    )


@needs_links
def test_a_record_kept_in_another_folder_through_a_link_works(tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / FOLDER).symlink_to(tmp_path / "elsewhere")
    Record(tmp_path).append([note("a")])

    assert (ids(Record(tmp_path)), len([*(tmp_path / "elsewhere").iterdir()])) == (["a"], 1)


@needs_links
def test_a_link_of_the_folder_that_leads_nowhere_is_said(tmp_path):
    (tmp_path / FOLDER).symlink_to(tmp_path / "elsewhere")

    assert "could not be read" in Record(tmp_path).unreadable


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems refuse such names")
def test_a_name_that_is_no_text_is_shown_as_far_as_it_is(tmp_path):
    laid(tmp_path, line("a") + b"torn\n", os.fsdecode(b"caf\xe9.jsonl"))

    record = Record(tmp_path)

    assert ids(record) == ["a"]
    assert record.damaged[0].startswith("caf\N{REPLACEMENT CHARACTER}.jsonl had a line")
    record.damaged[0].encode()


def test_a_folder_in_the_place_of_the_live_file_stops_no_saving(tmp_path):
    record = Record(tmp_path)
    record.append([note("a")])
    live = record._session._path
    live.rename(live.with_name("kept.jsonl"))
    live.mkdir()
    record.append([note("b")])

    assert ids(Record(tmp_path)) == ["a", "b"]


def test_a_file_that_cannot_be_set_aside_leaves_no_more_copies_each_time(tmp_path):
    laid(tmp_path, line("a") + b"torn\n")
    with Faults(lambda name, _: name == "rename", ERRORS["sharing violation"]).active():
        for _ in range(5):
            assert ids(Record(tmp_path)) == ["a"]

    assert [path.name for path in (tmp_path / FOLDER).glob("*.jsonl")] == ["a.jsonl"]


def _write(root: str, name: str, count: int, said) -> None:
    record = Record(Path(root))
    for number in range(count):
        said.send(record.append([note(f"{name}-{number}", "x" * (number % 50))])[0])
    said.close()


def _spoil(root: str, seed: int, stop) -> None:
    chance = random.Random(seed)
    while not stop.wait(0.002):
        files = [*(Path(root) / FOLDER).glob("*.jsonl")]
        if files:
            with open(chance.choice(files), "ab") as file:
                file.write(b"torn\n")
        Record(Path(root))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets nobody move a file that is open")
def test_kernels_that_write_while_others_set_their_files_aside_lose_nothing(tmp_path):
    fork = multiprocessing.get_context("fork")
    (tmp_path / FOLDER).mkdir()
    count = int(os.environ.get("READINGROOM_RACES", "60"))
    stop = fork.Event()
    spoilers = [fork.Process(target=_spoil, args=(str(tmp_path), seed, stop)) for seed in range(2)]
    pipes = [fork.Pipe(duplex=False) for _ in range(3)]
    writers = [
        fork.Process(target=_write, args=(str(tmp_path), f"{number}", count, say))
        for number, (_, say) in enumerate(pipes)
    ]
    for process in (*spoilers, *writers):
        process.start()
    saved = {hear.recv() for hear, _ in pipes for _ in range(count)}
    for process in writers:
        process.join()
    stop.set()
    for process in spoilers:
        process.join()

    assert len(saved) == 3 * count
    assert saved <= set(ids(Record(tmp_path)))
