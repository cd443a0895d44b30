"""The end of an exercise: what was answered and what not, and the one small file for the teacher."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import traitlets

from ...content.exercise import Assignment
from ...content.library import Library
from ...learning.ordering import opening_sentence
from ...learning.progress import Progress, fold
from ...learning.record import Record, RecordError, displayable
from ...learning.submission.format import Submission, serialize
from ...learning.submission.save import FOLDER, answers, write
from ..base.answering import AnsweringWidget
from ..base.frontend import module, styles
from ..base.prose import inline

NAME = "hand-in name"


class HandInView(AnsweringWidget):
    """Shows `content`; `asked` says who hands in and what puzzles them, and the file comes back in `made`."""

    _esm = module("exercise/submission.js")
    _css = styles("exercise/exercise.css")
    answers: tuple[str, ...] = ("made", "trouble")
    content = traitlets.Dict().tag(sync=True)
    asked = traitlets.Dict().tag(sync=True)
    made = traitlets.Dict().tag(sync=True)
    trouble = traitlets.Unicode("").tag(sync=True)

    def __init__(self, library: Library, record: Record, exercise: Assignment):
        self.library, self.record, self.exercise = library, record, exercise
        super().__init__(content=hand_in_content(library, record, exercise))
        record.on_change.append(lambda _: self._show())
        self.observe(self._make, names="asked")

    def set_state(self, sync_data: dict[str, Any]) -> None:
        """Take what the page has set, in characters that a file and a message can hold."""
        super().set_state(displayable(sync_data))

    def _show(self) -> None:
        self.content = hand_in_content(self.library, self.record, self.exercise)

    def _make(self, change: Any) -> None:
        self.trouble, self.made = "", {}
        try:
            self.made = make(self.record, self.exercise, change["new"], Path.cwd())
        except (OSError, RecordError) as trouble:
            self.trouble = (
                f"The file could not be written ({getattr(trouble, 'strerror', None) or trouble}). Your "
                "answers are safe in your record. "
                "Make room, or make the notebook's folder writable, and press the button again."
            )


def hand_in(library: Library, record: Record, exercise: Assignment) -> HandInView:
    """Return the part that makes the hand-in, with what other notebooks have written since."""
    record.refresh()
    return HandInView(library, record, exercise)


def make(record: Record, exercise: Assignment, asked: dict[str, Any], folder: Path) -> dict[str, str]:
    """Write the hand-in below `folder`.

    Return its name, path, receipt and text. Who hands in is kept for the next time.
    """
    student = exercise.assigned.student if exercise.assigned else " ".join(str(asked.get("student", "")).split())
    record.refresh()
    state = fold(record.entries)
    if not exercise.assigned and state["settings"].get(NAME, {}).get("value") != student:
        record.append([{"what": "setting", "name": NAME, "value": student}])
    now = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    made = Submission(
        exercise.about.id,
        student,
        now,
        answers(exercise.about.id, exercise.tasks, state["tasks"]),
        tuple(str(name) for name in asked.get("puzzling", [])),
        exercise.assigned.tag if exercise.assigned else "",
    )
    path, receipt = write(made, folder)
    return {"name": path.name, "path": f"{FOLDER}/{path.name}", "receipt": receipt, "text": serialize(made)}


def hand_in_content(library: Library, record: Record, exercise: Assignment) -> dict[str, Any]:
    """Return what hand_in.js shows."""
    state = fold(record.entries)
    done = answers(exercise.about.id, exercise.tasks, state["tasks"])
    return {
        "title": exercise.about.title,
        "student": exercise.assigned.student if exercise.assigned else _kept_name(state),
        "fixed": exercise.assigned is not None,
        "tasks": [
            {"number": number, "id": task, "answered": task in done}
            for number, task in enumerate(exercise.tasks, start=1)
        ],
        "paragraphs": [
            {
                "id": p,
                "html": inline(library, opening_sentence(library, p)),
                "puzzling": state["marks"].get(p, {}).get("mark") == "puzzling",
            }
            for p in exercise.about.paragraphs
        ],
    }


def _kept_name(state: Progress) -> str:
    name = state["settings"].get(NAME, {}).get("value")
    return name if isinstance(name, str) else ""
