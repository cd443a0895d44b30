"""One slip of an author or one fault of a disk in a file of the content, drawn from a seed."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

Edit = Callable[[bytes, random.Random], bytes | None]
"""Returns a file's new bytes; None where the file has nothing to edit so."""
_FIELD = re.compile(r'^([a-z_]+) = ("[^"\n]*"|\[.*\]|-?[\d.]+|true|false)$', re.MULTILINE)
_ID = re.compile(r'^\[\[(?P<table>\w+)\]\]\n(?:id|task) = "(?P<id>[^"]+)"$', re.MULTILINE)
_LINES = re.compile(r'\{ id = "([^"]+)"(.*)\n(\s*)\{ id = "([^"]+)"')
_DATE = re.compile(r"^(?:start|end|by|date) = \"\d{4}[^\"]*\"$", re.MULTILINE)
_YEAR = re.compile(r"^\d{4}[\d-]*(?=,)", re.MULTILINE)


@dataclass(frozen=True)
class Mutation:
    """What was done to which file, and the file's bytes before and after."""

    kind: str
    file: str
    before: bytes
    after: bytes


def _pick(pattern: re.Pattern[str], change: Callable[[re.Match[str], random.Random], str]) -> Edit:
    """An edit that changes one match of `pattern`."""

    def edit(raw: bytes, draw: random.Random) -> bytes | None:
        text = raw.decode("utf-8")
        found = list(pattern.finditer(text))
        if not found:
            return None
        match = draw.choice(found)
        return (text[: match.start()] + change(match, draw) + text[match.end() :]).encode("utf-8")

    return edit


def _rows(raw: bytes) -> tuple[list[bytes], list[int]]:
    """The pieces of a TOML file that begin with a record, or the lines of a CSV file, and which may be moved."""
    toml = b"[[" in raw
    pieces = re.split(rb"(?m)^(?=\[\[\w+\]\])", raw) if toml else raw.splitlines(keepends=True)
    return pieces, list(range(1, len(pieces)))


def _record(change: Callable[[list[bytes], int], None]) -> Edit:
    def edit(raw: bytes, draw: random.Random) -> bytes | None:
        pieces, places = _rows(raw)
        if not places:
            return None
        change(pieces, draw.choice(places))
        return b"".join(pieces)

    return edit


def _two_ids(text: str, draw: random.Random) -> list[re.Match[str]]:
    """The ids of two records of one table, in the order of the file; none where there are no two."""
    found = list(_ID.finditer(text))
    if not found:
        return []
    table = draw.choice(found)["table"]
    alike = [match for match in found if match["table"] == table]
    return sorted(draw.sample(alike, 2), key=lambda match: match.start()) if len(alike) > 1 else []


def _swap_ids(raw: bytes, draw: random.Random) -> bytes | None:
    text = raw.decode("utf-8")
    two = _two_ids(text, draw)
    if not two:
        return None
    first, second = two
    swapped = text[: first.start("id")] + second["id"] + text[first.end("id") : second.start("id")] + first["id"]
    return (swapped + text[second.end("id") :]).encode("utf-8")


def _same_id(raw: bytes, draw: random.Random) -> bytes | None:
    text = raw.decode("utf-8")
    two = _two_ids(text, draw)
    if not two:
        return None
    return (text[: two[1].start("id")] + two[0]["id"] + text[two[1].end("id") :]).encode("utf-8")


def _flip(raw: bytes, draw: random.Random) -> bytes:
    place = draw.randrange(len(raw))
    return raw[:place] + bytes([raw[place] ^ (1 << draw.randrange(8))]) + raw[place + 1 :]


def _misdated(match: re.Match[str], draw: random.Random) -> str:
    year = re.search(r"\d{4}", match[0])
    assert year
    wrong = draw.choice(["20x3", "99", "20031", "1998-13-01", "2003-02-30", "31.10.2003", "0000"])
    return match[0][: year.start()] + wrong + (match[0][-1] if match[0].endswith('"') else "")


def _no_notebook(change: Callable[[dict, random.Random], None]) -> Edit:
    def edit(raw: bytes, draw: random.Random) -> bytes | None:
        notebook = json.loads(raw)
        change(notebook, draw)
        return json.dumps(notebook, indent=1).encode()

    return edit


def _output(notebook: dict, draw: random.Random) -> None:
    cell = draw.choice([cell for cell in notebook["cells"] if cell["cell_type"] == "code"])
    cell["outputs"] = [{"output_type": "stream", "name": "stdout", "text": ["left behind\n"]}]


def _unnamed(notebook: dict, draw: random.Random) -> None:
    cell = draw.choice([cell for cell in notebook["cells"] if cell["cell_type"] == "code"])
    del cell[draw.choice(["source", "outputs", "cell_type"])]


def _cut_cell(raw: bytes, draw: random.Random) -> bytes:
    lines = raw.splitlines(keepends=True)
    place = draw.randrange(1, len(lines))
    cells = lines[place].rstrip(b"\r\n").split(b",")
    cells[draw.randrange(len(cells))] = draw.choice(
        [b"nan", b"1e999", b"x" * 200_000, b"1,2", b"1_000", b'"', b"\0", b"n/a"]
    )
    lines[place] = b",".join(cells) + b"\n"
    return b"".join(lines)


TEXT: dict[str, Edit] = {
    "field deleted": _pick(_FIELD, lambda match, draw: ""),
    "field emptied": _pick(_FIELD, lambda match, draw: f"{match[1]} = " + ("[]" if match[2][0] == "[" else '""')),
    "field of a wrong type": _pick(
        _FIELD, lambda match, draw: f"{match[1]} = {draw.choice(['{ a = 1 }', '[[1]]', '1979-05-27', 'nan', '-7'])}"
    ),
    "field misspelt": _pick(_FIELD, lambda match, draw: match[0].replace(match[1], f"{match[1]}x", 1)),
    "table misspelt": _pick(re.compile(r"^\[\[(\w+)\]\]", re.MULTILINE), lambda match, draw: f"[[{match[1]}x]]"),
    "table in single brackets": _pick(re.compile(r"^\[\[(\w+)\]\]", re.MULTILINE), lambda match, draw: f"[{match[1]}]"),
    "ids swapped": _swap_ids,
    "an id twice": _same_id,
    "an option's id twice": _pick(_LINES, lambda match, draw: match[0][: -len(match[4]) - 1] + f'{match[1]}"'),
    "date that is none": _pick(_DATE, _misdated),
    "brackets nested deep": lambda raw, draw: b"deep = " + b"[" * 100_000 + raw,
}
ROWS: dict[str, Edit] = {
    "record twice": _record(lambda pieces, place: pieces.insert(place, pieces[place])),
    "record deleted": _record(lambda pieces, place: pieces.pop(place) and None),
}
CELLS: dict[str, Edit] = {
    "row of a date that is none": _pick(_YEAR, _misdated),
    "cell that is no figure": _cut_cell,
}
NOTEBOOKS: dict[str, Edit] = {"outputs left": _no_notebook(_output), "part of a cell gone": _no_notebook(_unnamed)}
BYTES: dict[str, Edit] = {
    "emptied": lambda raw, draw: b"",
    "cut off": lambda raw, draw: raw[: draw.randrange(1, len(raw))],
    "a bit flipped": _flip,
    "UTF-16": lambda raw, draw: raw.decode("utf-8").encode("utf-16"),
    "a letter in Latin-1": lambda raw, draw: raw[: (place := draw.randrange(len(raw)))] + b"\xe9" + raw[place:],
    "byte order mark": lambda raw, draw: b"\xef\xbb\xbf" + raw,
    "zero bytes": lambda raw, draw: raw[: (place := draw.randrange(len(raw)))] + bytes(64) + raw[place:],
}
HARMLESS = {"lines end as on Windows": lambda raw, draw: raw.replace(b"\n", b"\r\n")}


def files_of(root: Path) -> list[str]:
    """Return the files of the content that `check` answers for."""
    found = (path for folder in ("data", "exercises", "notebooks") for path in (root / folder).rglob("*"))
    names = (path.relative_to(root).as_posix() for path in found if path.suffix in (".toml", ".csv", ".ipynb"))
    return sorted(name for name in names if not name.endswith("accessibility.toml"))


def mutations(root: Path, count: int, seed: int) -> list[Mutation]:
    """Return `count` mutations of the files below `root`, each kind as often as the others."""
    draw = random.Random(seed)
    names = files_of(root)
    kinds = [*TEXT, *ROWS, *CELLS, *NOTEBOOKS, *BYTES]
    found: list[Mutation] = []
    while len(found) < count:
        kind = kinds[len(found) % len(kinds)]
        name = draw.choice([name for name in names if _fits(kind, name)])
        before = (root / name).read_bytes()
        edit = {**TEXT, **ROWS, **CELLS, **NOTEBOOKS, **BYTES}[kind]
        after = edit(before, draw)
        if after is not None and after != before:
            found.append(Mutation(kind, name, before, after))
    return found


def _fits(kind: str, name: str) -> bool:
    endings = {**dict.fromkeys(TEXT, (".toml",)), **dict.fromkeys(ROWS, (".toml", ".csv"))}
    endings |= dict.fromkeys(CELLS, (".csv",)) | dict.fromkeys(NOTEBOOKS, (".ipynb",))
    return name.endswith(endings.get(kind, (".toml", ".csv", ".ipynb")))
