"""The files that came in, from a zip as Canvas and Moodle make it. Nothing is unpacked to the disk."""

from __future__ import annotations

import stat
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from pathlib import Path

import msgspec

from .upload import LARGEST, Upload, is_passed_over, readable_name, too_large, upload_of
from .zip_members import FORMS, ZipMembers, listed_by_end_record

_DAMAGED = (
    "Its files were found one by one and marked. Download the zip again and see whether there are more, or unpack it "
    "and name the folder."
)


def zip_uploads(where: Path) -> Iterator[Upload]:
    """Yield every file in the zip file `where`, in the order of their names."""
    try:
        packed = zipfile.ZipFile(where)
        if (listed := len(packed.infolist())) != (count := listed_by_end_record(where, listed)):
            packed.close()
            raise ValueError(f"it lists {listed} files, and its end says {count}")
    except Exception as error:  # a damaged table of contents raises as many kinds as there are ways to read it
        problem = f"the table of contents of this zip is damaged ({_short(error)})"
        yield Upload(readable_name(where.name), "", problem, advice=_DAMAGED)
        yield from _without_contents(ZipMembers(where))
        return
    with packed:
        yield from _Zip(where, packed).uploads()


def _without_contents(members: ZipMembers) -> Iterator[Upload]:
    found = sorted((name, place) for name, place in members.places if not is_passed_over(name))
    names = _own_names([readable_name(name) for name, _ in found])
    for (name, note), (_, place) in zip(names, found, strict=True):
        try:
            upload = upload_of(name, members.content(place))
        except ValueError as error:
            upload = Upload(name, "", f"it is damaged inside the zip ({error})")
        yield msgspec.structs.replace(upload, note=note)


class _Zip:
    """A zip file whose table of contents can be read."""

    def __init__(self, where: Path, packed: zipfile.ZipFile):
        self._where, self._packed = where, packed

    def uploads(self) -> Iterator[Upload]:
        entries = [e for e in self._packed.infolist() if not e.is_dir() and not is_passed_over(e.filename)]
        entries.sort(key=lambda entry: entry.filename)
        names = _own_names([readable_name(entry.filename) for entry in entries])
        for (name, note), entry in zip(names, entries, strict=True):
            yield msgspec.structs.replace(self._read(name, entry), note=note)

    def _read(self, name: str, entry: zipfile.ZipInfo) -> Upload:
        kind = stat.S_IFMT(entry.external_attr >> 16)
        if kind not in (0, stat.S_IFREG):
            return Upload(name, "", "it is a link or another thing that is no file, and was not followed")
        if entry.flag_bits & 0x1:
            return Upload(name, "", "it is locked with a password; pack the files without one")
        if entry.compress_type not in FORMS:  # others unpack without a limit
            return Upload(name, "", "it is packed in an uncommon way; unpack the zip and name the folder")
        if entry.file_size > LARGEST:
            return too_large(name)
        if entry.header_offset in self._overlapping:
            return self._rescued(name, entry) or Upload(name, "", "it lies over another file in the zip")
        try:
            with self._packed.open(entry) as file:
                return upload_of(name, file.read(LARGEST + 1))
        except Exception as error:  # zlib.error, BadZipFile, EOFError, struct.error: damage has no one name
            return self._rescued(name, entry) or Upload(name, "", f"it is damaged inside the zip ({_short(error)})")

    def _rescued(self, name: str, entry: zipfile.ZipInfo) -> Upload | None:
        """Return what the zip holds under this name where only the table of contents is wrong about it."""
        places = [place for found, place in self._members.places if found == entry.filename]
        try:
            return upload_of(name, self._members.content(places[0])) if len(places) == 1 else None
        except ValueError:
            return None

    @cached_property
    def _overlapping(self) -> set[int]:
        """Where members begin whose packed bytes reach into the next: a few kilobytes can so unpack to terabytes."""
        entries = sorted(self._packed.infolist(), key=lambda entry: entry.header_offset)
        return {
            entry.header_offset
            for entry, after in pairwise(entries)
            if entry.header_offset + entry.compress_size > after.header_offset
        }

    @cached_property
    def _members(self) -> ZipMembers:
        return ZipMembers(self._where)


def _short(error: Exception) -> str:
    return readable_name(str(error)[:120])


def _own_names(names: Sequence[str]) -> list[tuple[str, str]]:
    """Return a name for each file that no other has, and what to say where the zip gave several the same."""
    counts, seen, own = Counter(names), Counter[str](), []
    for name in names:
        seen[name] += 1
        note = (
            f"The zip holds {counts[name]} files of this name, of which this is number {seen[name]}; "
            "each was looked at by itself, and counts for whom it names."
            if counts[name] > 1
            else ""
        )
        number = seen[name]
        free = name
        while number > 1 and (free := f"{name} ({number})") in counts:
            number += 1
        own.append((free, note))
    return own
