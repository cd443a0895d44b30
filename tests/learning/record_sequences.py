"""Random days of a record: entries, faults, damage, kernels that come and go; and what must hold after each."""

from __future__ import annotations

import contextlib
import json
import random
from pathlib import Path

from faults import CALLS, ERRORS, Faults

from readingroom.learning.record import FOLDER, Record, RecordError

TEXTS = ["why?", "", "half \ud83d", "\U0001f600 \u2028 \x00 \x7f", "x" * 3000, "\\ud83d", "a\nb\r\n", "Мой ½"]
TIMES = ["2026-01-01T00:00:00.000Z", "2099-01-01T00:00:00.000Z", "1970-01-01T00:00:00.000Z", "soon", ""]
JUNK = [b"torn", b"\0" * 500, b"\xff\xfe\xfd", b"{}", b"[" * 5000, b'{"id":1,"at":2,"what":3}', b"\x80" * 3 + b"{"]


class Day:
    """A record below `root` to which everything happens that `chance` wants; `saved` has what was called saved."""

    def __init__(self, root: Path, seed: int):
        self.root = root
        self.chance = random.Random(seed)
        self.saved: dict[str, dict] = {}
        self.spoilt: list[bytes] = []
        self.kernels = [Record(root), Record(root)]
        self.made = 0

    def live(self, steps: int) -> None:
        acts = [self.append, self.append_under_faults, self.reopen, self.refresh, self.restore, self.spoil, self.cut]
        for _ in range(steps):
            self.chance.choices(acts, [6, 6, 2, 3, 1, 2, 1])[0]()

    def entry(self) -> dict:
        self.made += 1
        return {
            "id": f"e{self.made}",
            "at": self.chance.choice(TIMES),
            "what": self.chance.choice(["note", "answer", "of a later edition"]),
            "paragraph": "p",
            "text": self.chance.choice(TEXTS),
        }

    def append(self) -> None:
        entries = [self.entry() for _ in range(self.chance.randrange(1, 4))]
        self.chance.choice(self.kernels).append(entries)
        self.saved |= {entry["id"]: entry for entry in entries}

    def append_under_faults(self) -> None:
        likely = self.chance.choice([0.1, 0.5, 1])
        calls = self.chance.sample(CALLS, self.chance.randrange(1, len(CALLS)))
        error = ERRORS[self.chance.choice([*ERRORS])]
        faults = Faults(lambda name, _: name in calls and self.chance.random() < likely, error)
        with faults.active(), contextlib.suppress(RecordError):
            self.chance.choice([self.append, self.append, self.reopen, self.refresh])()

    def reopen(self) -> None:
        self.kernels[self.chance.randrange(2)] = Record(self.root)

    def refresh(self) -> None:
        self.chance.choice(self.kernels).refresh()

    def restore(self) -> None:
        entries = [self.entry() for _ in range(3)]
        lines = [json.dumps(entry) for entry in entries] + ["torn", ""]
        assert self.chance.choice(self.kernels).restore("\n".join(lines)) == (3, 1)
        self.saved |= {entry["id"]: entry for entry in entries}

    def spoil(self) -> None:
        """Put a line that is none between the lines of a file."""
        if file := self._some_file():
            lines = file.read_bytes().splitlines(keepends=True) if b"\r" not in file.read_bytes() else []
            if lines and lines[-1].endswith(b"\n"):
                junk = self.chance.choice(JUNK) + b" %d" % len(self.spoilt)
                lines.insert(self.chance.randrange(len(lines) + 1), junk + b"\n")
                file.write_bytes(b"".join(lines))
                self.spoilt.append(junk)

    def cut(self) -> None:
        """Take the line feed at the end of a file away, or put half a line behind it."""
        if (file := self._some_file()) and (data := file.read_bytes()).endswith(b"\n"):
            file.write_bytes(data[:-1] if self.chance.random() < 0.5 else data + b'{"id"')

    def _some_file(self) -> Path | None:
        files = sorted((self.root / FOLDER).glob("*.jsonl"))
        return self.chance.choice(files) if files else None

    def check(self) -> None:
        """Everything called saved is there as it was, in a new kernel and in a download; damaged bytes are kept."""
        for kernel in self.kernels:
            kernel.append([last := self.entry()])
            self.saved[last["id"]] = last
        record = Record(self.root)
        exported = {entry["id"]: entry for entry in map(json.loads, record.export().split("\n")[:-1])}
        assert {id: exported.get(id) for id in self.saved} == self.saved
        assert set(self.saved) <= {entry["id"] for entry in record.entries}
        json.dumps([record.entries, record.damaged, record.unreadable], ensure_ascii=False).encode()
        kept = b"".join(path.read_bytes() for path in (self.root / FOLDER).rglob("*") if path.is_file())
        assert all(junk in kept for junk in self.spoilt)
