"""A learner gives the course their own copy of the text, and removes it."""

from __future__ import annotations

from typing import Any

import traitlets

from ...content.errors import CourseError
from ...content.library import Library
from ...learning.own_copy.report import report
from ...learning.own_copy.store import FOLDER, remove_copy, words_of
from ...learning.own_copy.take import take_copy
from ...learning.record import Record
from ..base.answering import AnsweringWidget
from ..base.frontend import module, styles
from ..base.words import words_content


class OwnCopy(AnsweringWidget):
    """Takes a file's bytes in `upload` under its `name`.

    Each change of `removals` asks for removal; `answer` says what was done.
    """

    _esm = module("own_copy/own_copy.js")
    _css = styles("own_copy/own_copy.css")
    answers: tuple[str, ...] = ("answer",)
    content = traitlets.Dict().tag(sync=True)
    name = traitlets.Unicode("").tag(sync=True)
    upload = traitlets.Bytes(b"").tag(sync=True, from_json=lambda value, _: bytes(value))
    removals = traitlets.Int(0).tag(sync=True)
    answer = traitlets.Dict().tag(sync=True)

    def __init__(self, library: Library):
        self.root, self.mark = library.root, library.course.mark
        super().__init__(content=own_copy_content(library), answer=self._answer(""))
        self.observe(self._take_file, names="upload")
        self.observe(self._remove, names="removals")

    def _take_file(self, change: Any) -> None:
        if not change["new"]:
            return
        # A widget's traits may be saved in the notebook: the file must not stay in one.
        self.upload = b""
        try:
            message, kind = report(take_copy(self.root, self.name, change["new"]), self.mark), "right"
        except CourseError as error:
            message, kind = _sentence(str(error)), "wrong"
        self.answer = self._answer(message, kind)

    def _remove(self, _: Any) -> None:
        try:
            remove_copy(self.root)
            message, kind = "Your copy was removed from the course. The file you gave it is where it was.", "right"
        except CourseError as error:
            message, kind = _sentence(str(error)), "wrong"
        self.answer = self._answer(message, kind)

    def _answer(self, message: str, kind: str = "right") -> dict[str, Any]:
        # The number makes the same sentence, said twice, a change.
        return {
            "says": message,
            "kind": kind,
            "held": len(words_of(self.root)),
            "number": self.answer.get("number", 0) + 1,
        }


def own_copy_content(library: Library) -> dict[str, Any]:
    """Return what own_copy.js shows."""
    return {"folder": FOLDER, "paragraphs": len(library.paragraphs), "words": words_content(library)}


def own_copy(library: Library, record: Record) -> OwnCopy:
    """Return the widget that takes a copy; `record` is left alone, since it is what a learner hands on."""
    return OwnCopy(library)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
