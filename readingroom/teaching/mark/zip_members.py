"""The members of a zip file found one after the other, for a zip whose table of contents is damaged or gone.

Each member has a header of its own before it (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3.7).
"""

from __future__ import annotations

import mmap
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from .upload import LARGEST

FORMS = (0, 8)  # stored and deflated; all that Canvas and Moodle write
_HEADER = struct.Struct("<4s5H3I2H")
_LOCAL, _DESCRIPTOR, _STEP = b"PK\x03\x04", b"PK\x07\x08", 65_536
_END, _END_SIZE, _LONGEST_END, _IN_ZIP64 = b"PK\x05\x06", 22, 22 + 65_535, 0xFFFF
_ENCRYPTED, _SIZES_BEHIND, _UTF8 = 0x1, 0x8, 0x800


def listed_by_end_record(where: Path, many: int) -> int:
    """Return how many files the end of a zip says its table of contents lists.

    Python's zipfile reads the table no further than its length and takes what it got, however few those are. `many` is
    returned where the number is too great for the field, or there is no end record.
    """
    with where.open("rb") as file:
        file.seek(-min(_LONGEST_END, where.stat().st_size), 2)
        tail = file.read()
    at = tail.rfind(_END)
    if not 0 <= at <= len(tail) - _END_SIZE:
        return many
    count = int.from_bytes(tail[at + 10 : at + 12], "little")
    return many if count == _IN_ZIP64 else count


class _Head(NamedTuple):
    signature: bytes
    version: int
    flags: int
    form: int
    time: int
    date: int
    crc: int
    packed: int
    size: int
    name: int
    extra: int


class _Unpacked(NamedTuple):
    content: bytes
    end: int
    crc: int


class ZipMembers:
    """The files in a zip, in the order in which they lie; folders are left out.

    Bytes stay on the disk until they are asked for.
    """

    def __init__(self, where: Path):
        with where.open("rb") as file:
            self._data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self.places = list(self._found())

    def content(self, place: int) -> bytes:
        """Return the bytes of the file whose header is at `place`; ValueError says why there are none."""
        return self._read(place).content

    def _found(self) -> Iterator[tuple[str, int]]:
        at = self._data.find(_LOCAL)
        while 0 <= at <= len(self._data) - _HEADER.size:
            name = _name(self._data, at)
            if name and not name.endswith("/"):
                yield name, at
            at = self._data.find(_LOCAL, self._end(at))

    def _end(self, place: int) -> int:
        try:
            return self._read(place).end
        except ValueError:
            return place + len(_LOCAL)

    def _read(self, place: int) -> _Unpacked:
        head = _Head(*_HEADER.unpack_from(self._data, place))
        try:
            unpacked = _unpacked(self._data, head, place + _HEADER.size + head.name + head.extra)
        except zlib.error as error:
            raise ValueError(str(error)) from None
        if len(unpacked.content) <= LARGEST and zlib.crc32(unpacked.content) != unpacked.crc:
            raise ValueError("its checksum does not fit")
        return unpacked


def _name(data: mmap.mmap, at: int) -> str:
    head = _Head(*_HEADER.unpack_from(data, at))
    raw = data[at + _HEADER.size : at + _HEADER.size + head.name]
    return raw.decode("utf-8", "surrogateescape") if head.flags & _UTF8 else raw.decode("cp437")


def _unpacked(data: mmap.mmap, head: _Head, start: int) -> _Unpacked:
    if head.flags & _ENCRYPTED:
        raise ValueError("it is locked with a password")
    if head.form not in FORMS:
        raise ValueError("it is packed in an uncommon way")
    content, end = _inflated(data, start) if head.form else _stored(data, head, start)
    if head.flags & _SIZES_BEHIND and not head.crc:
        behind = end + (4 if data[end : end + 4] == _DESCRIPTOR else 0)
        return _Unpacked(content, end, int.from_bytes(data[behind : behind + 4], "little"))
    return _Unpacked(content, end, head.crc)


def _stored(data: mmap.mmap, head: _Head, start: int) -> tuple[bytes, int]:
    end = start + head.packed
    if head.flags & _SIZES_BEHIND and not head.packed:
        end = data.find(_DESCRIPTOR, start)
    if not start <= end <= len(data):
        raise ValueError("its end is missing")
    return data[start : min(end, start + LARGEST + 1)], end


def _inflated(data: mmap.mmap, start: int) -> tuple[bytes, int]:
    unpacker, parts, room, at = zlib.decompressobj(-15), [], LARGEST + 1, start
    while not unpacker.eof and room > 0:
        step = unpacker.unconsumed_tail or data[at : at + _STEP]
        at += 0 if unpacker.unconsumed_tail else len(step)
        if not step:
            raise ValueError("its end is missing")
        parts.append(unpacker.decompress(step, room))
        room -= len(parts[-1])
    return b"".join(parts), at - len(unpacker.unused_data) - len(unpacker.unconsumed_tail)
