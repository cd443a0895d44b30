"""Widgets that keep what their reader does, and give it as a file: the kernel's half of keep.js and taking.js."""

from __future__ import annotations

import os
from typing import Any

import anywidget
import traitlets

from ...learning.progress import fold
from ...learning.record import Record, RecordError
from .frontend import source

BINDER = "BINDER_REPO_URL"
"""What is set in the environment on Binder, and nowhere else."""


class Taking(anywidget.AnyWidget):
    """Gives the record as a file: `wanted` asks for it, and it comes in `download`."""

    wanted = traitlets.Int(0).tag(sync=True)
    download = traitlets.Unicode("").tag(sync=True)

    def __init__(self, record: Record, **state: Any):
        super().__init__(**state)
        self.record = record
        self.observe(self._give, names="wanted")

    def _give(self, _: Any) -> None:
        self.download = ""  # so that a second download of the same record is a change too
        self.download = self.record.export()


class Keeping(Taking):
    """Shows `content`, starts from `state`, writes what arrives in `outbox` to the record and answers in `saved`; `fleeting` where that is soon lost."""

    _css = source("base/lesson.css")
    content = traitlets.Dict().tag(sync=True)
    state = traitlets.Dict().tag(sync=True)
    outbox = traitlets.List().tag(sync=True)
    saved = traitlets.List().tag(sync=True)
    trouble = traitlets.Unicode("").tag(sync=True)
    fleeting = traitlets.Bool(False).tag(sync=True)

    def __init__(self, record: Record, content: dict[str, Any], places: tuple[str, ...]):
        progress = fold(record.entries)
        super().__init__(
            record, content=content, state={place: progress[place] for place in places}, fleeting=BINDER in os.environ
        )
        self.observe(self._keep, names="outbox")

    def _keep(self, change: Any) -> None:
        try:
            saved = self.record.append(change["new"])
        except RecordError as trouble:
            self.trouble = str(trouble)
        else:
            self.trouble = ""
            self.saved = saved
