"""The learner's record: what was read, noted and answered, to download and to restore."""

from __future__ import annotations

from typing import Any

import traitlets

from ...content.kinds import kind_of
from ...content.library import Library, section_of
from ...content.models import Item
from ...learning.entry_schema import count_unreadable
from ...learning.progress import Progress, calibration, certainty_marks, progress_of
from ...learning.record import Record, RecordError
from ...learning.weighings import claims_judged
from ..base.frontend import module, styles
from ..base.persistence import RecordDownload

STYLES = ("record/record.css",)

Items = dict[str, tuple[str, Item]]
"""Each item by its id, with the name of its quiz."""


class RecordWidget(RecordDownload):
    """Shows the record and offers it as a file; `upload` is the text of a file to restore, `says` the outcome.

    `unread` entries do not fit their kind, `gone` answers and notes are about nothing that the course has.
    """

    _esm = module("record/record.js")
    _css = styles(*STYLES)
    answers: tuple[str, ...] = ("says", "upload", *RecordDownload.answers)
    content = traitlets.Dict().tag(sync=True)
    unread = traitlets.Int(0).tag(sync=True)
    gone = traitlets.Int(0).tag(sync=True)
    upload = traitlets.Unicode("").tag(sync=True)
    says = traitlets.Unicode("").tag(sync=True)

    def __init__(self, library: Library, record: Record):
        super().__init__(record, content=record_content(library, record))
        self.library = library
        self._count()
        record.on_change.append(lambda _: self._show())
        self.observe(self._restore, names="upload")

    def _show(self) -> None:
        self.content = record_content(self.library, self.record)
        self._count()

    def _count(self) -> None:
        self.unread = count_unreadable(self.record.entries)
        self.gone = count_gone(self.library, progress_of(self.record))

    def _offer_download(self, change: Any) -> None:
        super()._offer_download(change)
        self._show()

    def _restore(self, change: Any) -> None:
        if not change["new"]:
            return
        try:
            new, broken = self.record.restore(change["new"])
        except RecordError as error:
            self.says = str(error)
        else:
            self.says = _restored(new, broken)
        self.upload = ""
        self._show()


def record_widget(library: Library, record: Record) -> RecordWidget:
    """Return the widget that shows `record`, with what other lessons have written since."""
    record.refresh()
    return RecordWidget(library, record)


def record_content(library: Library, record: Record) -> dict[str, Any]:
    """Return what record.js shows: plain values."""
    progress = progress_of(record)
    quizzes = {item.id: (quiz, item) for quiz in library.quizzes_in_order for item in library.items(quiz)}
    rows = [_section_row(library, progress, quizzes, quiz) for quiz in library.quizzes_in_order]
    numbers = {p.id: p.number for p in library.paragraphs.values()}
    notes = [
        {"paragraph": library.paragraph_label(p), "text": note["text"]}
        for p, note in sorted(progress["notes"].items(), key=lambda entry: numbers.get(entry[0], 0))
        if p in numbers and note["text"].strip()
    ]
    puzzling = [library.paragraph_label(p) for p in numbers if progress["marks"].get(p, {}).get("mark") == "puzzling"]
    return {
        "rows": rows,
        "notes": notes,
        "puzzling": puzzling,
        "damaged": record.damaged,
        "entries": len(record.entries),
        "claims": claims_judged(library, progress),
        "certainty": [
            {"level": level, "answers": count, "right": share}
            for level, (count, share) in calibration(progress["answers"].values()).items()
        ],
    }


def count_gone(library: Library, progress: Progress) -> int:
    """Return how many answers are to items, and notes on paragraphs, that the course has no longer."""
    items = {item.id for quiz in library.quizzes_in_order for item in library.items(quiz)}
    notes = {paragraph for paragraph, note in progress["notes"].items() if note["text"].strip()}
    return len(progress["answers"].keys() - items) + len(notes - library.paragraphs.keys())


def _section_row(library: Library, progress: Progress, quizzes: Items, quiz: str) -> dict[str, Any]:
    section = library.sections.get(quiz)
    paragraphs = [p.id for p in library.of_section(quiz)] if section else []
    answers = {i: a for i, a in progress["answers"].items() if i in quizzes and quizzes[i][0] == quiz}
    scored = [a for i, a in answers.items() if not kind_of(quizzes[i][1]).marked_by_people]
    won = [marks for a in scored if (marks := certainty_marks(a)) is not None]
    return {
        "title": library.quiz_label(quiz),
        "paragraphs": len(paragraphs),
        "read": sum(bool(progress["marks"].get(p, {}).get("mark")) for p in paragraphs),
        "noted": sum(section_of(p) == quiz and bool(n["text"].strip()) for p, n in progress["notes"].items()),
        "items": len(library.items(quiz)),
        "answered": len(answers),
        "right": sum(a["fraction"] >= 1 for a in scored),
        "marks": sum(won),
        "possible": 3 * len(won),
    }


def _restored(new: int, broken: int) -> str:
    restored = (
        f"{new} new {'entry was' if new == 1 else 'entries were'} restored."
        if new
        else "Nothing new was in that file: your record has all of it already."
    )
    if not broken:
        return restored
    lines = (
        "line of the file could not be read and was" if broken == 1 else "lines of the file could not be read and were"
    )
    return f"{restored} {broken} {lines} left out."
