"""The end of a lesson in a class: what the record holds of it, as one small file for the teacher."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import traitlets

from ...content.library import Library
from ...learning.progress import progress_of
from ...learning.record import Entry, Record
from ...learning.submission.lesson_format import LARGEST, named, read
from ...learning.submission.receipts import file_name
from ...learning.submission.save import FOLDER
from ..base.frontend import module, styles
from ..base.persistence import SavingWidget

STYLES = ("hand_in/hand-in.css",)
PLACES = ("marks", "votes", "weighings", "answers", "notes", "settings")
_WHAT_COUNTS = {"mark", "vote", "weighing", "answer", "note", "reset"}
_NOT_WRITTEN = (
    "The file could not be written ({}). What you did is safe in your record. "
    "Make room, or make the notebook's folder writable, and press the button again."
)
_NOT_SOUND = "The file came to the kernel damaged, and was not written. Press the button again."


class LessonHandInView(SavingWidget):
    """Shows what would be handed in; the text of the file comes in `asked`, and what was written goes out in `made`,
    or a sentence in `refused`.
    """

    _esm = module("hand_in/hand-in.js")
    _css = styles(*STYLES)
    answers: tuple[str, ...] = (*SavingWidget.answers, "made", "refused")
    asked = traitlets.Dict().tag(sync=True)
    made = traitlets.Dict().tag(sync=True)
    refused = traitlets.Unicode("").tag(sync=True)

    def __init__(self, library: Library, record: Record, lesson: str):
        super().__init__(record, hand_in_content(library, lesson, writes=True), PLACES)
        record.on_change.append(self._update)
        self.observe(self._write, names="asked")

    def _update(self, entries: Iterable[Entry]) -> None:
        if any(entry["what"] in _WHAT_COUNTS for entry in entries):
            progress = progress_of(self.record)
            self.state = {place: dict(progress[place]) for place in PLACES}

    def _write(self, change: Any) -> None:
        self.refused, self.made = "", {}
        try:
            self.made = write(str(change["new"].get("text", "")), Path.cwd())
        except OSError as trouble:
            self.refused = _NOT_WRITTEN.format(trouble.strerror or trouble)
        except ValueError:
            self.refused = _NOT_SOUND


def hand_in(library: Library, record: Record, lesson: str) -> LessonHandInView:
    """Return the part that makes the hand-in of `lesson`, with what other notebooks have written since."""
    record.refresh()
    return LessonHandInView(library, record, lesson)


def hand_in_content(library: Library, lesson: str, writes: bool) -> dict[str, Any]:
    """Return what hand-in.js shows: what there is to hand in of a section, or of a quiz over the whole course."""
    is_section = lesson in library.sections
    return {
        "lesson": lesson,
        "title": library.quiz_label(lesson),
        "paragraphs": [
            {"id": p.id, "label": library.paragraph_label(p.id)}
            for p in (library.of_section(lesson) if is_section else ())
        ],
        "claims": [claim.id for claim in (library.section_claims(lesson) if is_section else ())],
        "items": [item.id for item in library.items(lesson)],
        "writes": writes,
    }


def write(text: str, folder: Path) -> dict[str, str]:
    """Write a hand-in below `folder`, completely or not at all; return its receipt and path. Earlier files stay.

    ValueError where the text is no sound hand-in.
    """
    found = read(text)
    if found.hand_in is None or found.damage or len(text.encode("utf-8", "replace")) > LARGEST:
        raise ValueError(found.damage)
    path = folder / FOLDER / file_name(named(found.hand_in), found.receipt)
    path.parent.mkdir(exist_ok=True)
    unfinished = path.with_suffix(".writing")
    unfinished.write_text(text, encoding="utf-8", newline="\n")
    os.replace(unfinished, path)
    return {"receipt": found.receipt, "path": f"{FOLDER}/{path.name}"}
