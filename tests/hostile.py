"""Hand-ins that somebody unkind, or a broken disk, might make: generated, the same for the same seed."""

from __future__ import annotations

import hashlib
import io
import json
import os
import random
import socket
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from readingroom.learning.submission.format import Answer, Submission, file_name, read, serialize

EXERCISE, MADE = "04-pillars", "2026-11-20T10:00:00Z"
ANSWERS: dict[str, Any] = {
    "pillar-and-test": {"oil-rank": "output", "arsenal-limit": "treaty-text"},
    "oil-gap": "95.5",
    "two-counts": {"energy": {"place": "2"}, "liquids": {"place": "3"}},
    "second-largest": "second-by",
    "growth-since": "30",
    "one-line": ["rules", "stored"],
    "strongest-pillar": "The economy was strongest, I think.",
}
STRANGE: list[Any] = [
    *("\ud800", "a \udfff b", "\x00", "a\x1b[31mb", "x" * 150_000, "(" * 150_000, "1," * 75_000, "\u0301" * 150_000),
    *(True, [[[[[[[[[[]]]]]]]]]], {"a": {"b": {"c": {"d": {"e": {"f": {"g": 1}}}}}}}),
    *(10**400, -(10**18), 1e308, float("nan"), float("inf"), ["x"] * 3_000, {str(n): n for n in range(3_000)}),
    *([None, [1], {"a": 2}, "\udc80"], {"\udc80": "\udc80"}, {"x" * 5_000: "y"}),
]


def lines_of(student: str) -> list[dict[str, Any]]:
    """Return the lines of a sound hand-in, without its checksum."""
    return [json.loads(line) for line in sound(student)[1].splitlines()[:-1]]


def sound(student: str) -> tuple[str, str]:
    """Return the name and the text of a sound hand-in."""
    submission = Submission(EXERCISE, student, MADE, {task: Answer(said, 2, MADE) for task, said in ANSWERS.items()})
    text = serialize(submission)
    return file_name(submission, read(text).receipt), text


def summed(lines: list[Any]) -> bytes:
    """Return the bytes of a file whose checksum fits, whatever its lines hold."""
    body = "".join(f"{line if isinstance(line, str) else json.dumps(line)}\n" for line in lines)
    return (body + json.dumps({"sum": hashlib.sha256(body.encode()).hexdigest()}) + "\n").encode()


def flipped(student: str, chance: random.Random) -> bytes:
    """Bytes changed at random."""
    content = bytearray(sound(student)[1].encode())
    for at in chance.sample(range(len(content) - 1), chance.randint(1, 9)):
        content[at] ^= 1 << chance.randrange(8)
    return bytes(content)


def cut(student: str, chance: random.Random) -> bytes:
    """An end that is missing, or a piece in the middle."""
    content = sound(student)[1].encode()
    first, second = sorted(chance.sample(range(1, len(content) - 2), 2))
    return content[:first] if chance.random() < 0.5 else content[:first] + content[second:]


def swapped(student: str, chance: random.Random) -> bytes:
    """The values of two fields exchanged."""
    lines = lines_of(student)
    pairs = [(line, *pair) for line in lines[1:-1] for pair in (("task", "response"), ("response", "sure"))]
    pairs += [(lines[0], "exercise", field) for field in ("student", "made", "variant", "version", "tasks")]
    line, one, other = chance.choice(pairs)
    line[one], line[other] = line[other], line[one]
    return summed(lines)


def strange(student: str, chance: random.Random) -> bytes:
    """What no hand-in holds, anywhere in it."""
    lines = lines_of(student)
    line = chance.choice(lines)
    line[chance.choice([field for field in line if field not in ("format", "tasks")])] = chance.choice(STRANGE)
    return summed(lines)


def strange_checksum(student: str, chance: random.Random) -> bytes:
    """No checksum that there is."""
    return "".join(json.dumps(line) + "\n" for line in [*lines_of(student), {"sum": chance.choice(STRANGE)}]).encode()


def nested(student: str, chance: random.Random) -> bytes:
    """Nesting up to a hundred thousand deep."""
    deep = chance.choice([8, 500, 2_000, 100_000])
    opening, closing = chance.choice([("[", "]"), ('{"a":', "}")])
    inner = "" if opening == "[" else "1"
    return summed([*lines_of(student), f'{{"task":"oil-gap","response":{opening * deep}{inner}{closing * deep}}}'])


def no_hand_in(student: str, chance: random.Random) -> bytes:
    """Another kind of file, or no text at all."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as inner:
        inner.writestr(*sound(student))
    return chance.choice(
        [
            b"",
            b"\0" * 4_000,
            chance.randbytes(chance.randint(1, 4_000)),
            packed.getvalue(),
            sound(student)[1].encode("utf-16"),
            b"x" * 2_000_001,
            sound(student)[1].encode() + b"\n{}" * 10_000,
            b"[" * 100_000,
            json.dumps(lines_of(student)).encode(),
        ]
    )


MAKERS: list[Callable[[str, random.Random], bytes]] = [
    *(flipped, cut, swapped, strange, strange, strange_checksum, nested, no_hand_in),
]


def names(number: int, chance: random.Random) -> bytes:
    """A name that a disk takes, though few lists do."""
    plain = b"h%05d" % number
    strange_names = [
        *(plain + b".jsonl", plain + b"\xff\xfe.jsonl", b"=" + plain, b"-" + plain + b"\n.jsonl", b"\x1b[2J" + plain),
        *((plain + b"x" * 300)[:255], plain + "\u202eLMTH.".encode(), b" " + plain + b" "),
    ]
    return chance.choice(strange_names if sys.platform == "linux" else strange_names[:1])


def fill(folder: Path, count: int, seed: int) -> set[str]:
    """Lay `count` hostile files into `folder`; return the students that they name, where anybody can tell."""
    chance = random.Random(seed)
    for number in range(count):
        student = f"evil-{number:05}"
        path = os.fsencode(folder) + b"/" + names(number, chance)
        if number % 25 == 24 and sys.platform == "linux":
            special(path, number, chance)
        else:
            with open(path, "wb") as file:
                file.write(chance.choice(MAKERS)(student, chance))
    return {f"evil-{number:05}" for number in range(count)}


def special(path: bytes, number: int, chance: random.Random) -> None:
    """Make what is no file."""
    kind = chance.choice(["loop", "away", "device", "pipe", "folder", "socket"])
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        os.mkdir(path.removesuffix(b".jsonl") + b".jsonl" if len(path) < 200 else path[:200] + b".jsonl")
    elif kind == "socket":
        here = os.getcwd()
        os.chdir(os.path.dirname(path))
        try:
            with socket.socket(socket.AF_UNIX) as made:
                made.bind(b"h%05d.socket" % number)
        finally:
            os.chdir(here)
    else:
        os.symlink({"loop": os.path.basename(path), "away": b"/etc/passwd", "device": b"/dev/zero"}[kind], path)
