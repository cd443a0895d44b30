"""No file given as a copy stops or fills the course: what it is, is said, and the copy that there was stays.

READINGROOM_LONG_TEXTS=yes takes files a hundred times as large, and more damaged ones.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import textwrap
import time
import zipfile
from itertools import accumulate
from pathlib import Path

import copies
import odd_copies
import pytest

from readingroom.cli import main
from readingroom.content.fingerprints import Fingerprint, make, to_json
from readingroom.learning.own_copy import apart, child, limits
from readingroom.learning.own_copy.apart import aligned
from readingroom.learning.own_copy.copy_file import file_bytes
from readingroom.learning.own_copy.errors import CopyError
from readingroom.learning.own_copy.store import keep, words_of
from readingroom.learning.own_copy.take import take_copy

ROOT = Path(__file__).resolve().parents[2]
IS_LONG = bool(os.environ.get("READINGROOM_LONG_TEXTS"))
PDFS, TEXTS = (3_500, 700_000) if IS_LONG else (60, 5_000)
MUTATIONS = 300 if IS_LONG else 10
ODD = odd_copies.pdfs(PDFS) | odd_copies.texts(TEXTS)
UNKNOWN = [Fingerprint(paragraph="p", letters=200, opens=[1], closes=[1], inside=[7, 8, 9])]
SENTENCE = "The path leaves the village by the mill and climbs through beech woods to an open ridge. "
ARTICLE = {f"p-{number}": f"Paragraph {'abcde'[number]} opens. {SENTENCE}" * 2 for number in range(5)}
PRINTS = make(copies.as_source(ARTICLE))


def trouble(name: str, data: bytes, prints: list[Fingerprint] = UNKNOWN) -> str:
    """What is said of a file that is not the article; nothing where it was read."""
    try:
        assert not aligned(prints, name, data).is_recognised
    except CopyError as error:
        return str(error)
    return ""


def here(name: str, data: bytes) -> str:
    """What the process would write, without starting one."""
    return b"".join(child.answers(child.Request(name, UNKNOWN, 0), lambda: data)).decode()


@pytest.fixture
def our_course(course):
    (course / "data/fingerprints.json").write_text(to_json(PRINTS), encoding="utf-8")
    return course


@pytest.mark.slow
@pytest.mark.parametrize("kind", ODD)
def test_a_file_of_any_kind_is_read_or_refused_in_words_and_soon(kind):
    name, data = ODD[kind]()
    began = time.process_time()

    said = trouble(name, data) if IS_LONG else here(name, data)

    assert time.process_time() - began < 10
    assert "breaks the program" not in said


def test_a_damaged_pdf_is_read_or_refused_in_words():
    for seed in range(MUTATIONS):
        assert "breaks the program" not in here("copy.pdf", odd_copies.mutated(seed)), seed


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["a password", "another kind of lock", "no such filter", "an end that is not there"])
def test_a_pdf_that_cannot_be_read_says_what_to_do(kind):
    assert "copy its text and paste it" in trouble(*ODD[kind]())


def test_zero_bytes_in_a_text_are_no_words(our_course):
    data = "\n\n".join(ARTICLE.values()).replace(" by the", "\0by\0the").encode()

    assert take_copy(our_course, "copy.txt", b" " * 2_000 + data).is_recognised
    assert "\0" not in "".join(words_of(our_course).values())


# --- limits ----------------------------------------------------------------------------------------------------------


def test_what_takes_too_long_is_ended_and_said(monkeypatch):
    monkeypatch.setattr(limits, "SECONDS", 0.01)

    assert trouble("copy.txt", b"words") == str(limits.too_slow("copy.txt", 0.01))


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="needs a system that keeps a limit of memory")
def test_what_needs_too_much_memory_is_said(monkeypatch):
    monkeypatch.setattr(limits, "MEMORY", 100_000_000)

    assert trouble("copy.txt", b"a" * 59_000_000).startswith("copy.txt needs more than 0.1 GB of memory")


def test_a_process_that_takes_more_than_its_memory_ends_itself():
    code = "from readingroom.learning.own_copy.process_limits import _end_above; _end_above(1)"

    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT).returncode == apart.MEMORY_CODE


def test_a_text_of_more_letters_than_two_books_is_not_compared():
    assert "more than 2 million letters" in trouble("copy.txt", b"word " * 400_001)


@pytest.mark.slow
@pytest.mark.parametrize("wide", [80, 10**9])
def test_prose_of_ten_times_the_length_is_about_ten_times_the_work(wide):
    chance = random.Random(1)
    words = ["".join(chance.choices("aeioubcdfglmnprst", k=chance.randint(2, 9))) for _ in range(4_000)]
    often = list(accumulate(1 / (1 + rank) for rank in range(len(words))))  # a few words are most of a text

    def work(count: int) -> float:
        prose = textwrap.fill(" ".join(chance.choices(words, cum_weights=often, k=count)), wide).encode()
        began = time.process_time()
        assert '"trouble":""' in here("copy.txt", prose)
        return time.process_time() - began

    assert work(3_000) * 30 > work(30_000)


def test_where_no_process_can_be_started_smaller_files_are_read(monkeypatch):
    monkeypatch.setattr(apart.sys, "platform", "emscripten")
    monkeypatch.setattr(apart.subprocess, "run", None)

    assert aligned(PRINTS, "copy.txt", copies.plain(ARTICLE).encode()).missing == []
    assert "more than 5 MB, too much for this browser" in trouble("copy.pdf", bytes(5_000_001))
    assert "copy its text" in trouble(*ODD["a page tree in a circle"]())


# --- the process that reads ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "code",
    [
        "pass",
        "import os; os.abort()",
        "print('x' * 20_000_000)",
        "print('{}' * 9)",
        "print('[' * 100_000)",
        'print(\'{"hits": 1, "placed": [{"number": 7, "words": "w", "whole": true}]}\')',
        "print('{\"hits\": -1}')",
        'print(\'{"placed": [{"number": 0, "words": 5, "whole": true}]}\')',
        'print(\'{"hits": 1, "placed": [{"number": 0, "words": "w"\', end="")',
    ],
)
def test_an_answer_that_is_none_is_not_believed(code, monkeypatch):
    monkeypatch.setattr(apart, "_START", code)

    assert "breaks the program that reads it" in trouble("copy.txt", b"words")


def test_the_readings_before_a_process_ended_count(monkeypatch):
    placed = ", ".join(f'{{"number": {at}, "words": "w", "whole": true}}' for at in range(3))
    monkeypatch.setattr(
        apart, "_START", f'print(\'{{"hits": 9, "placed": [{placed}]}}\', flush=True); import os; os.abort()'
    )

    assert [each.paragraph for each in aligned(PRINTS, "copy.txt", b"words").placed] == ["p-0", "p-1", "p-2"]


def test_a_machine_that_starts_no_process_says_so(monkeypatch):
    monkeypatch.setattr(apart.sys, "executable", "/no/such/python")

    assert "could not be started (No such file or directory)" in trouble("copy.txt", b"words")


def test_an_error_that_nobody_foresaw_is_a_sentence(monkeypatch):
    monkeypatch.setattr(child, "better_and_better", lambda *of: 1 / 0)

    (line,) = child.answers(child.Request("copy.txt", [], 0), bytes)

    assert b"breaks the program that reads it (ZeroDivisionError)" in line


@pytest.mark.slow
def test_a_process_reads_with_the_package_in_a_zip_file_and_starts_soon(tmp_path):
    with zipfile.ZipFile(tmp_path / "a:b.zip", "w") as packed_package:
        for path in (ROOT / "readingroom").rglob("*.py"):
            packed_package.write(path, path.relative_to(ROOT))
    (tmp_path / "json.py").write_text("raise SystemExit('a module of the folder, not of Python')")
    code = (
        f"import sys; sys.path[:] = [{str(tmp_path / 'a:b.zip')!r}, *sys.path[1:]]\n"
        "from readingroom.learning.own_copy.apart import __file__ as place, aligned\n"
        "print('.zip' in place, aligned([], 'copy.txt', b'words').hits)"
    )

    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True)

    assert done.stdout.split() == ["True", "0"], done.stderr


def test_the_process_loads_nothing_heavy():
    code = (
        "import sys, readingroom.learning.own_copy.child\n"
        "print({'pypdf', 'anywidget', 'pandas', 'numpy', 'traitlets', 'mistune', 'asyncio'} & set(sys.modules))"
    )

    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True).stdout == "set()\n"


# --- the file and the copy that there was ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "kind, says", [("folder", "is a folder"), ("pipe", "no ordinary file"), ("loop", "symbolic"), ("none", "No such")]
)
def test_what_is_no_file_is_refused_at_once(kind, says, tmp_path):
    path = tmp_path / "copy.txt"
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        getattr(os, "mkfifo", lambda _: pytest.skip("needs pipes with names"))(path)
    elif kind == "loop":
        path.symlink_to(path)

    with pytest.raises(CopyError, match=says):
        file_bytes(path)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs a device without an end")
def test_a_device_without_an_end_is_refused_at_once():
    with pytest.raises(CopyError, match="may never end"):
        file_bytes(Path("/dev/zero"))


def test_a_file_of_a_hundred_megabytes_is_refused_unread(tmp_path):
    with (tmp_path / "copy.txt").open("wb") as file:
        file.truncate(100_000_000)

    with pytest.raises(CopyError, match="more than 60 MB"):
        file_bytes(tmp_path / "copy.txt")


def test_the_command_says_it_in_words(tmp_path, capsys):
    assert main.main(["copy", str(tmp_path)]) != 0

    assert "is a folder" in capsys.readouterr().err


def test_a_copy_that_cannot_be_written_leaves_the_one_there_was(tmp_path, monkeypatch):
    keep(tmp_path, {"p-1": "earlier words"})
    for function in ("fsync", "replace"):
        with monkeypatch.context() as patch:
            patch.setattr(os, function, failing)
            with pytest.raises(CopyError, match="No space"):
                keep(tmp_path, {"p-1": "later words"})

    assert words_of(tmp_path) == {"p-1": "earlier words"}
    assert sorted(path.name for path in (tmp_path / "my-copy").iterdir()) == [".gitignore", "words.json"]


def failing(*_: object) -> None:
    raise OSError(28, "No space left on device")


def test_a_hostile_name_is_shown_in_what_can_be_shown():
    assert limits.shown_name("a\x1b[31m\udc80" + "x" * 300 + ".pdf")[-7:] == "xxx.pdf"
    assert limits.shown_name("a\x1b\udc80.pdf") == "a\ufffd\ufffd.pdf"
