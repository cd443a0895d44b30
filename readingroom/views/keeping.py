"""A widget that keeps what its reader does: the kernel's half of keep.js."""

from __future__ import annotations

from typing import Any

import anywidget
import traitlets

from ..learning.progress import fold
from ..learning.record import Record, RecordTrouble
from .frontend import source


class Keeping(anywidget.AnyWidget):
    """Shows `content`, starts from `state`, writes what arrives in `outbox` to the record and answers in `saved`."""

    _css = source("lesson.css")
    content = traitlets.Dict().tag(sync=True)
    state = traitlets.Dict().tag(sync=True)
    outbox = traitlets.List().tag(sync=True)
    saved = traitlets.List().tag(sync=True)
    trouble = traitlets.Unicode("").tag(sync=True)

    def __init__(self, record: Record, content: dict[str, Any], places: tuple[str, ...]):
        progress = fold(record.entries)
        super().__init__(content=content, state={place: progress[place] for place in places})
        self.record = record
        self.observe(self._keep, names="outbox")

    def _keep(self, change: Any) -> None:
        try:
            saved = self.record.append(change["new"])
        except RecordTrouble as trouble:
            self.trouble = str(trouble)
        else:
            self.trouble = ""
            self.saved = saved
