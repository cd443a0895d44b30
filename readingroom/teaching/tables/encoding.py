"""In which encoding a CSV file was saved.

Excel saves "CSV" in the code page of its Windows, "CSV UTF-8" with a mark and "Unicode text" in UTF-16. The files that
come back say it by the letters in the head of their last column (`LETTERS`): each encoding writes them otherwise.
"""

from __future__ import annotations

import codecs
import locale
import re
from pathlib import Path

import msgspec

from .alphabets import ALPHABETS, plausibility

LETTERS = "letters éčЖωıā"  # Western, Central European, Cyrillic, Greek, Turkish, Baltic
_NAMES = {
    "utf-8-sig": "UTF-8",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "cp1252": "Windows-1252 (Western)",
    "cp1250": "Windows-1250 (Central European)",
    "cp1251": "Windows-1251 (Cyrillic)",
    "cp1253": "Windows-1253 (Greek)",
    "cp1254": "Windows-1254 (Turkish)",
    "cp1257": "Windows-1257 (Baltic)",
    "mac_roman": "Mac Roman",
    "mac_latin2": "Mac Central European",
    "mac_cyrillic": "Mac Cyrillic",
    "cp932": "Windows-932 (Japanese)",
    "gbk": "Windows-936 (Chinese)",
    "cp949": "Windows-949 (Korean)",
    "cp950": "Windows-950 (Chinese)",
}
_STEP, _HEAD = 1 << 16, 4_096  # bytes


class Encoding(msgspec.Struct, frozen=True):
    """An encoding by the name that Python gives it, and as a teacher may know it."""

    codec: str

    def __str__(self) -> str:
        return _NAMES[self.codec]


def encodings(path: Path) -> list[Encoding]:
    """Return the encodings in which the file may have been saved: one, or those that cannot be told apart, or none."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if head.startswith(codecs.BOM_UTF8):
        return [Encoding("utf-8-sig")] if _is_utf_8(path) else []
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return [Encoding("utf-16")]
    if b"\0" in head:
        return [Encoding(codec) for codec in _utf_16_without_mark(head)]
    if _is_utf_8(path):
        return [Encoding("utf-8-sig")]
    return [Encoding(codec) for codec in _of_8_bits(path.read_bytes())]


def _is_utf_8(path: Path) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        with path.open("rb") as file:
            while step := file.read(_STEP):
                decoder.decode(step)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _utf_16_without_mark(head: bytes) -> list[str]:
    even, odd = head[::2].count(0), head[1::2].count(0)
    if even * 4 < odd:
        return ["utf-16-le"]
    return ["utf-16-be"] if odd * 4 < even else []


def _of_8_bits(data: bytes) -> list[str]:
    signed = [codec for codec in _NAMES if not codec.startswith("utf") and _signature(codec).search(data[:_HEAD])]
    if signed:
        return [codec for codec in signed if _decoded(data, codec) is not None]
    texts = {codec: text for codec in ALPHABETS if (text := _decoded(data, codec)) is not None}
    marks = {codec: plausibility(text, codec) for codec, text in texts.items()}
    best = [codec for codec, mark in marks.items() if mark and mark == max(marks.values())]
    own = codecs.lookup(locale.getencoding()).name  # what the spreadsheets of this machine save in, on Windows
    return [own] if own in best else best


def _signature(codec: str) -> re.Pattern[bytes]:
    """Return how `LETTERS` look in the encoding; a letter that it lacks became a question mark or a plainer letter."""
    parts = [re.escape(_encoded(letter, codec)) if _encoded(letter, codec) else rb"[\x20-\x7e]" for letter in LETTERS]
    return re.compile(b"".join(parts))


def _encoded(letter: str, codec: str) -> bytes:
    try:
        return letter.encode(codec)
    except UnicodeEncodeError:
        return b""


def _decoded(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None
