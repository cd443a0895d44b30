"""Whatever lies in a folder or in a zip of hand-ins, each file is looked at by itself and none stops the others."""

from __future__ import annotations

import io
import os
import random
import socket
import stat
import sys
import warnings
import zipfile
from pathlib import Path

import pytest

from readingroom.learning.submission.format import Answer, Submission, serialize
from readingroom.teaching.mark.collect import LARGEST, Upload, uploads
from readingroom.teaching.mark.triage import Class, decided, triage
from readingroom.teaching.mark.upload import LONGEST_NAME, readable_name

ANYBODY = Class("e", None)
posix_only = pytest.mark.skipif(sys.platform == "win32", reason="only Unix has such files")


def text_of(student: str, answer: str = "x") -> str:
    return serialize(Submission("e", student, "2026-11-20T10:00:00Z", {"t": Answer(answer)}))


def found(where: Path) -> dict[str, Upload]:
    everything = list(uploads(where))
    names = [upload.name for upload in everything]
    assert len(set(names)) == len(names), "two files have one name, so one would be taken for the other"
    "\n".join(names).encode()
    return {upload.name: upload for upload in everything}


def zipped(*members: tuple[str | zipfile.ZipInfo, str | bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", how) as packed, warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # two members of one name
        for name, content in members:
            packed.writestr(name, content)
    return made.getvalue()


def unzipped(tmp_path: Path, content: bytes) -> dict[str, Upload]:
    (tmp_path / "all.zip").write_bytes(content)
    return found(tmp_path / "all.zip")


# --- a folder ------------------------------------------------------------------------------------------------------


@posix_only
def test_only_plain_files_inside_the_folder_are_opened(tmp_path):
    (tmp_path / "sound.jsonl").write_text(text_of("anna"))
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    (tmp_path / "up").symlink_to("..")
    (tmp_path / "nowhere").symlink_to("gone")
    (tmp_path / "device").symlink_to("/dev/zero")
    os.mkfifo(tmp_path / "pipe.jsonl")
    (tmp_path / "folder.jsonl").mkdir()
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep/round").symlink_to("../deep")
    here = os.getcwd()
    os.chdir(tmp_path)
    try:
        with socket.socket(socket.AF_UNIX) as open_socket:
            open_socket.bind("socket")
    finally:
        os.chdir(here)

    looked = found(tmp_path)

    assert [name for name, upload in looked.items() if not upload.problem] == ["sound.jsonl"]
    assert set(looked) == {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")} - {"deep"}


@posix_only
def test_a_name_that_is_no_utf_8_is_written_out(tmp_path):
    for name in (b"b\xff\xfe.jsonl", b"line\nfeed.jsonl", b"\x1b[31mred.jsonl", rb"b\xff\xfe.jsonl"):
        (tmp_path / os.fsdecode(name)).write_text(text_of("bob"))

    assert set(found(tmp_path)) == {
        "b\\xff\\xfe.jsonl",
        "b\\xff\\xfe.jsonl (2)",
        "line\\x0afeed.jsonl",
        "\\x1b[31mred.jsonl",
    }


def test_of_a_very_long_name_the_end_is_shown_and_no_two_become_one():
    first, second = ("x" * 3_000 + letter + "y" * 600 for letter in "ab")

    assert len(readable_name(first)) == LONGEST_NAME and readable_name(first) != readable_name(second)
    assert readable_name("a" * 1_000 + "--anna--K7QD.jsonl").endswith("aaa--anna--K7QD.jsonl")
    assert readable_name("Müller \N{GRINNING FACE}.jsonl") == "Müller \N{GRINNING FACE}.jsonl"


@pytest.mark.parametrize("call", ["scandir", "stat"])
def test_what_the_disk_refuses_is_named(tmp_path, monkeypatch, call):
    (tmp_path / "in/shut").mkdir(parents=True)
    (tmp_path / "in/shut/b.jsonl").write_text("x")
    (tmp_path / "in/a.jsonl").write_text(text_of("anna"))
    real = getattr(os, call)

    def refuse(path, *rest, **more):
        if "shut" in os.fspath(path):
            raise PermissionError(13, "Permission denied", path)
        return real(path, *rest, **more)

    monkeypatch.setattr(f"readingroom.teaching.mark.folder_uploads.os.{call}", refuse)

    looked = found(tmp_path / "in")

    assert "Permission denied" in next(upload.problem for name, upload in looked.items() if "shut" in name)
    assert looked["a.jsonl"].problem == ""


def test_folders_in_folders_without_end_are_looked_into(tmp_path):
    deep = tmp_path
    here = os.getcwd()
    try:
        for _ in range(200):
            deep = deep / "d"
            deep.mkdir()
    finally:
        os.chdir(here)
    (deep / "a.jsonl").write_text("x")

    assert len(found(tmp_path)) == 1


# --- a zip ---------------------------------------------------------------------------------------------------------


def test_of_two_files_of_one_name_each_counts_for_whom_it_names(tmp_path):
    looked = unzipped(
        tmp_path,
        zipped(
            ("b.jsonl", text_of("bob")), ("a.jsonl", text_of("anna")), ("b.jsonl", text_of("cleo")), ("b.jsonl", "")
        ),
    )
    files = decided([triage(upload, ANYBODY) for upload in looked.values()], set())

    assert [(file.name, file.student, file.counts) for file in files] == [
        ("a.jsonl", "anna", True),
        ("b.jsonl", "bob", True),
        ("b.jsonl (2)", "cleo", True),
        ("b.jsonl (3)", "", False),
    ]
    assert [("same name" in file.problems, "3 files of this name" in file.advice) for file in files] == [
        (False, False),
        *[(True, True)] * 3,
    ]


def test_no_numbered_name_takes_the_place_of_a_real_one(tmp_path):
    looked = unzipped(tmp_path, zipped(("b", "1"), ("b", "2"), ("b (2)", "3")))

    assert sorted(upload.text for upload in looked.values()) == ["1", "2", "3"]


def link(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return info


@pytest.mark.parametrize(
    "name, content, says",
    [
        ("bomb.jsonl", b"\0" * (LARGEST + 1), "far more than a hand-in"),
        ("inner.zip", zipped(("a.jsonl", "x")), "a zip file"),
        ("essay.docx", zipped(("a.xml", "x")), "a document or an archive"),
        ("empty.zip", zipped(), "a zip file"),
        (link("link.jsonl"), "/etc/passwd", "no file"),
        ("latin.jsonl", "é".encode("latin-1"), "not text"),
    ],
    ids=["bomb", "zip in zip", "document", "empty zip", "link", "latin"],
)
def test_what_no_hand_in_is_is_named(tmp_path, name, content, says):
    looked = unzipped(tmp_path, zipped((name, content), ("sound.jsonl", text_of("anna"))))

    assert [says in upload.problem for upload in looked.values()].count(True) == 1
    assert looked["sound.jsonl"].problem == ""


@pytest.mark.parametrize("how", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_ways_of_packing_that_unpack_without_a_limit_are_not_unpacked(tmp_path, how):
    assert "uncommon way" in unzipped(tmp_path, zipped(("a.jsonl", "x" * 100), how=how))["a.jsonl"].problem


def test_a_size_that_lies_unpacks_no_more_than_a_hand_in_has(tmp_path):
    bomb = zipped(("bomb.jsonl", b"\0" * 5_000_000), ("sound.jsonl", "x"))
    size = (5_000_000).to_bytes(4, "little")

    looked = unzipped(tmp_path, bomb.replace(size, (100).to_bytes(4, "little")))

    assert (bool(looked["bomb.jsonl"].problem), looked["sound.jsonl"].text) == (True, "x")


def test_of_members_that_lie_over_one_another_each_is_unpacked_once(tmp_path):
    changed = bytearray(zipped(("a.jsonl", "x" * 9_000), ("b.jsonl", "y" * 9_000), ("c.jsonl", "z")))
    first, second = (changed.rindex(name) - 46 for name in (b"a.jsonl", b"b.jsonl"))
    changed[second + 42 : second + 46] = changed[first + 42 : first + 46]  # both begin where the first does
    changed[first + 46 : first + 47] = b"d"

    looked = unzipped(tmp_path, bytes(changed))

    assert "lies over another" in looked["d.jsonl"].problem
    assert (looked["b.jsonl"].text, looked["c.jsonl"].text) == ("y" * 9_000, "z")


def locked(content: bytes, name: bytes) -> bytes:
    """Mark a member as locked with a password, in both places where the zip says so."""
    changed = bytearray(content)
    for at in (content.index(name) - 30 + 6, content.rindex(name) - 46 + 8):
        changed[at] |= 1
    return bytes(changed)


@pytest.mark.parametrize("how", [zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED])
@pytest.mark.parametrize(
    "damage, sound, named",
    [
        (lambda z: locked(z, b"b.jsonl"), {"a.jsonl", "c.jsonl"}, "b.jsonl"),
        (lambda z: z.replace(b"PK\x01\x02", b"PK\x01\x03"), {"a.jsonl", "b.jsonl", "c.jsonl"}, "all.zip"),
        (lambda z: z[: z.index(b"PK\x01\x02")], {"a.jsonl", "b.jsonl", "c.jsonl"}, "all.zip"),
        (lambda z: z[: z.index(b"c.jsonl") + 12], {"a.jsonl", "b.jsonl"}, "c.jsonl"),
        (lambda z: z[: z.index(b"b.jsonl") - 8], {"a.jsonl"}, "all.zip"),
        (lambda z: z[: z.rindex(b"PK\x05\x06") + 16] + b"\0\0\0\0" + z[-2:], {"a.jsonl", "b.jsonl", "c.jsonl"}, ""),
    ],
    ids=["locked", "contents overwritten", "contents gone", "cut in a member", "cut in a header", "contents misplaced"],
)
def test_a_zip_that_came_damaged_gives_all_that_is_whole_in_it(tmp_path, how, damage, sound, named):
    whole = zipped(*((f"{student}.jsonl", text_of(student)) for student in "abc"), how=how)

    looked = unzipped(tmp_path, damage(whole))

    assert {name for name, upload in looked.items() if not upload.problem} == sound
    assert not named or looked[named].problem


@pytest.mark.parametrize("how", [zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED])
def test_a_zip_whose_sizes_stand_behind_its_members_is_found_again(tmp_path, how):
    class Stream(io.RawIOBase):
        """Takes bytes and cannot go back, as a server's answer."""

        def __init__(self):
            self.content = b""

        def writable(self):
            return True

        def write(self, more):
            self.content += bytes(more)
            return len(more)

    stream = Stream()
    with zipfile.ZipFile(stream, "w", how) as packed:
        for student in "ab":
            packed.writestr(f"{student}.jsonl", text_of(student))

    looked = unzipped(tmp_path, stream.content[: stream.content.index(b"PK\x01\x02")])

    assert [looked[f"{student}.jsonl"].text for student in "ab"] == [text_of("a"), text_of("b")]


def test_a_member_whose_name_is_no_utf_8_costs_nobody_anything(tmp_path):
    whole = zipped(("a.jsonl", text_of("anna")), ("bé.jsonl", text_of("bob")))

    looked = unzipped(tmp_path, whole.replace("é".encode(), b"\xff\xfe"))

    assert {name: bool(upload.text) for name, upload in looked.items()} == {
        "all.zip": False,
        "a.jsonl": True,
        "b\\xff\\xfe.jsonl": True,
    }


def test_zips_with_random_damage_never_stop_and_never_credit_anybody_else(tmp_path):
    chance = random.Random(5)
    texts = {text_of(student, student * 50) for student in "abcd"}
    whole = zipped(*((f"{number}.jsonl", text) for number, text in enumerate(sorted(texts))))
    for _ in range(120):
        damaged = bytearray(whole)
        for _ in range(chance.randint(1, 6)):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        if chance.random() < 0.3:
            damaged = damaged[: chance.randrange(4, len(damaged))]
        (tmp_path / "all.zip").write_bytes(b"PK\x03\x04" + damaged[4:])
        looked = found(tmp_path / "all.zip").values()
        assert {upload.text for upload in looked if not upload.problem} <= texts
        assert all(triage(upload, ANYBODY).name for upload in looked)


@pytest.mark.parametrize("bit", range(8))
def test_one_bit_of_the_table_of_contents_loses_nobody_without_a_word(tmp_path, bit):
    whole = zipped(*((f"{student}.jsonl", text_of(student)) for student in "abc"))
    silent = []
    for place in range(whole.index(b"PK\x01\x02"), len(whole)):
        damaged = bytearray(whole)
        damaged[place] ^= 1 << bit
        looked = unzipped(tmp_path, bytes(damaged)).values()
        if not any(upload.problem for upload in looked) and len(looked) < 3:
            silent.append(place)

    assert silent == []
