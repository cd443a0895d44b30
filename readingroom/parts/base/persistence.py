"""Widgets that save what a reader does and offer the record as a file: the kernel's half of save.js and
download-record.js."""

from __future__ import annotations

from typing import Any

import traitlets

from ...learning.progress import progress_of
from ...learning.record import Entry, Record, RecordError, displayable
from ...learning.record_id import on_binder
from .answering import AnsweringWidget
from .frontend import styles


class RecordDownload(AnsweringWidget):
    """Offers the record as a file: each change of `wanted` asks for it.

    `download` then holds its text, empty where nothing is in it, and `given` the number of the request.
    """

    answers: tuple[str, ...] = ("download", "given")
    wanted = traitlets.Int(0).tag(sync=True)
    given = traitlets.Int(0).tag(sync=True)
    download = traitlets.Unicode("").tag(sync=True)

    def __init__(self, record: Record, **state: Any):
        super().__init__(**state)
        self.record = record
        self.observe(self._offer_download, names="wanted")

    def _offer_download(self, _: Any) -> None:
        self.download = self.record.export()
        self.given = self.wanted


class SavingWidget(RecordDownload):
    """Shows `content` and saves entries.

    `state` is the progress it starts from; entries that arrive in `outbox` are written to the record and their ids
    returned in `saved`, or a sentence in `trouble`, from the start where the record could not be read. `fleeting` says
    that the disk itself is soon lost, `record_id` tells the record from others that the reader's browser sends to.
    """

    _css = styles()
    answers: tuple[str, ...] = ("state", "saved", "trouble", *RecordDownload.answers)
    content = traitlets.Dict().tag(sync=True)
    state = traitlets.Dict().tag(sync=True)
    outbox: traitlets.List[Entry] = traitlets.List().tag(sync=True)
    saved: traitlets.List[str] = traitlets.List().tag(sync=True)
    trouble = traitlets.Unicode("").tag(sync=True)
    fleeting = traitlets.Bool(False).tag(sync=True)
    record_id = traitlets.Unicode("").tag(sync=True)

    def __init__(self, record: Record, content: dict[str, Any], places: tuple[str, ...]):
        progress = progress_of(record)
        super().__init__(
            record,
            content=content,
            state={place: progress[place] for place in places},
            fleeting=on_binder(),
            record_id=record.id,
        )
        self.trouble = record.unreadable
        self._arrived: list[Entry] = []
        self.observe(self._save_entries, names="outbox")

    def set_state(self, sync_data: dict[str, Any]) -> None:
        """Take what the page has set.

        Jupyter sends it back to all pages, and fails on half a character: such text is saved as it is, and sent back
        as it can be shown.
        """
        self._arrived = sync_data.get("outbox", [])
        super().set_state(displayable(sync_data))

    def _save_entries(self, change: Any) -> None:
        entries, self._arrived = self._arrived or change["new"], []
        try:
            saved = self.record.append(entries)
        except RecordError as error:
            self.trouble = str(error)
            self.saved = error.saved or self.saved
        else:
            self.trouble = ""
            self.saved = saved
