"""A store of records on the disk: a class of ten thousand takes hardly more memory than one of thirty."""

from __future__ import annotations

import tempfile
from typing import Any

import msgspec


class DiskStore:
    """Records of one `kind` by name, in a temporary file: written once, read as often as wished."""

    def __init__(self, kind: type):
        self._kind, self._file = kind, tempfile.TemporaryFile()  # noqa: SIM115 - it lives as long as the store
        self._at: dict[str, tuple[int, int]] = {}

    def put(self, name: str, record: Any) -> None:
        """Write `record` under `name`."""
        written = msgspec.json.encode(record)
        self._at[name] = self._file.seek(0, 2), len(written)
        self._file.write(written)

    def __getitem__(self, name: str) -> Any:
        start, length = self._at[name]
        self._file.seek(start)
        return msgspec.json.decode(self._file.read(length), type=self._kind)

    def get(self, name: str) -> Any:
        """Return the record of that name; None where there is none."""
        place = self._at.get(name)
        return None if place is None else self[name]

    def __contains__(self, name: str) -> bool:
        return name in self._at

    @property
    def names(self) -> list[str]:
        """The names of the records, sorted."""
        return sorted(self._at)
