"""Fingerprints of the article's paragraphs: enough to find them in a copy, too little to recover them.

The article is under copyright and the course ships none of it. For each paragraph data/fingerprints.json holds
- how many letters it has;
- hashes of some of its three-word sequences, chosen by winnowing: of every WINDOW neighbours the smallest hash is kept
  (Schleimer, Wilkerson and Aiken 2003), cut to BITS bits and sorted, so that their order is lost;
- EDGE_BITS bits for each of its first and last three words, by which its edges are found in a badly read copy.

What this gives away: a guess at a sequence of three words can be tested, but one wrong guess in a million passes the
test as well. A list of the hundred million commonest sequences leaves about a hundred candidates for each hash,
without order and with gaps between them. All that is shipped comes to less than half a bit for each character of the
text, while English needs 0.6 to 1.3 (Shannon 1951); a test adds it up. Short paragraphs are sampled more densely, the
shortest, of some 35 words, with about one bit a character. The fingerprints do confirm a text to somebody who has it
already, which is their purpose. SALT is no secret, since it is shipped too: it only keeps the hashes from being looked
up in lists made for other purposes.

They are made by `python3 -m readingroom fingerprints FILE` from a plain text in UTF-8: before each paragraph a line
with its id and number, `[opening-1] (¶1)`, then the paragraph on one or more lines, then an empty line. All other
lines are ignored. FILE itself belongs outside the course's folder.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Annotated

import msgspec

from .errors import ContentError, CourseError
from .files import read_bytes
from .models import Id, Record
from .unfit_rows import unfit_json

FILE = "data/fingerprints.json"
SALT = b"reading room 1"
RUN = 3
WINDOW = 12
ENOUGH = 12
BITS = 20
EDGE_BITS = 6
# Shorter sequences, such as "it is a", stand in any text.
LEAST_LETTERS = 10

_WORD = re.compile("[^\\W\\d_]+(?:['\N{RIGHT SINGLE QUOTATION MARK}][^\\W\\d_]+)*")
_PIECE = re.compile(r"[^\W\d_]+")
_BLOCK = re.compile(r"^\[([a-z0-9-]+)\] \(\D*\d+\)\n(.+?)(?=\n[ \t]*\n|\n?\Z)", re.MULTILINE | re.DOTALL)


class Fingerprint(Record, frozen=True, kw_only=True):
    """What is shipped of one paragraph: its letters, and the hashes of its first, last and inner words."""

    paragraph: Id
    letters: Annotated[int, msgspec.Meta(ge=1)]
    opens: list[int]
    closes: list[int]
    inside: list[int]


def fingerprints(root: Path) -> list[Fingerprint]:
    """Return the fingerprints below course root `root`, in the order of reading."""
    if not (root / FILE).exists():
        raise CourseError(
            f"this course has no {FILE}, so it cannot find the article's paragraphs in a copy. "
            "Take the file again from the course's download."
        )
    raw = read_bytes(root, FILE)
    try:
        return msgspec.json.decode(raw, type=list[Fingerprint])
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ContentError(unfit_json(FILE, "fingerprint", raw, Fingerprint, error)) from None


def to_json(prints: list[Fingerprint]) -> str:
    """Return `prints` as the text of FILE, a line for each paragraph."""
    return "[\n" + ",\n".join(json.dumps(msgspec.to_builtins(p), separators=(",", ":")) for p in prints) + "\n]\n"


def make(text: str) -> list[Fingerprint]:
    """Return the fingerprints of a text in the format above; CourseError if it is in another."""
    blocks = _BLOCK.findall(text.replace("\r\n", "\n"))
    repeated = [name for name, count in Counter(name for name, _ in blocks).items() if count > 1]
    if not blocks or repeated:
        message = "no line like '[opening-1] (¶1)' begins a paragraph"
        if repeated:
            message = f"the id {repeated[0]!r} stands twice"
        raise CourseError(f"no fingerprints can be made of this text: {message}.")
    runs = {name: _runs([letters(word) for word in _WORD.findall(body)]) for name, body in blocks}
    # A sequence that the article uses twice says little about where it was found.
    counts = Counter(run for of_paragraph in runs.values() for run in of_paragraph)
    return [
        _fingerprint(name, body, [run for run in runs[name] if counts[run] == 1 and len(run) >= LEAST_LETTERS])
        for name, body in blocks
    ]


def _fingerprint(name: str, body: str, runs: list[str]) -> Fingerprint:
    pieces = [letters(piece) for _, _, piece in split(body)]
    return Fingerprint(
        paragraph=name,
        letters=sum(map(len, pieces)),
        opens=edge(pieces[:RUN]),
        closes=edge(pieces[-RUN:]),
        inside=sorted(_winnow([digest(run) for run in runs])),
    )


def _runs(words: list[str]) -> list[str]:
    return ["".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1)]


def _winnow(hashes: list[int]) -> set[int]:
    # A short paragraph is sampled more densely, so that some hashes survive a badly read copy.
    for window in range(WINDOW, 0, -1):
        chosen = {min(hashes[i : i + window]) for i in range(len(hashes) - window + 1)}
        if len(chosen) >= ENOUGH:
            break
    return chosen


def split(text: str) -> list[tuple[int, int, str]]:
    """Return the unbroken strings of letters in `text`, each with where it starts and ends."""
    return [(match.start(), match.end(), match[0]) for match in _PIECE.finditer(text)]


def letters(word: str) -> str:
    """Return the letters of `word`, lower case and without accents; a ligature becomes its letters."""
    return "".join(c for c in unicodedata.normalize("NFKD", word).lower() if c.isalpha())


def digest(text: str) -> int:
    """Return the hash of a sequence written without spaces: hyphens and line breaks leave no trace in it."""
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=4, key=SALT).digest()) >> (32 - BITS)


def edge(words: list[str]) -> list[int]:
    """Return a few bits for each of the words at a paragraph's edge."""
    return [digest(word) % 2**EDGE_BITS for word in words]
