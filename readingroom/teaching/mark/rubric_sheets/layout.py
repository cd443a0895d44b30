"""Sheets laid out for a person to mark: what came in this time, and below it what was marked and did not come."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path

import msgspec

from ....content.library import Library
from ....content.tasks import Key, Task
from ..spill import DiskStore
from .entries import Entry
from .rubric import rubric_page
from .sheets import FORMS, Sheet, code, file_of, form_of, read_entries


class Layout:
    """The sheets being written: texts come student by student and are kept, outside the memory, task by task."""

    _only_where_needed = False
    _to_do = "to mark"

    def __init__(
        self,
        library: Library,
        folder: Path,
        exercise: str,
        keys: Mapping[str, Key],
        sheets: Mapping[str, Sheet],
        hide_names: bool,
        form: str = "",
    ):
        self._library, self._folder, self._exercise, self._keys = library, folder, exercise, keys
        self._sheets, self._hide, self._form = sheets, hide_names, form
        self._texts = {task: DiskStore(Entry) for task in keys}

    def add(self, task: str, student: str, name: str, text: str) -> None:
        """Lay out one text, with what has been typed about it already."""
        entry = self._entry(task, student, name, text)
        self._texts[task].put(entry.code, entry)

    def _entry(self, task: str, student: str, name: str, text: str) -> Entry:
        own = code(self._exercise, task, student, text)
        who = ("", "") if self._hide else (student, name)
        return Entry(own, *who, text, self._sheets[task].typed.get(own, {}))

    def write(self, tasks: Mapping[str, Task]) -> list[str]:
        """Write the sheets and what to mark by; return what to say about them."""
        self._folder.mkdir(parents=True, exist_ok=True)
        says = []
        for task, texts in self._texts.items():
            key, sheet, older = self._keys[task], self._sheets[task], file_of(self._folder, task)
            if self._only_where_needed and not texts.names and not sheet.typed:
                continue
            form = FORMS[self._form or form_of(older)]
            path = self._folder / f"{task}{form.SUFFIX}"
            left = self._left(sheet, key, set(texts.names))
            form.write(
                path,
                self._library,
                tasks[task],
                key,
                self._hide,
                chain((texts[name] for name in texts.names), sorted(left, key=lambda entry: entry.code)),
            )
            if older and older != path:
                older.unlink()  # all that was typed in it now stands in the other form
            (self._folder / f"{task}.html").write_text(
                rubric_page(self._library, tasks[task], key), encoding="utf-8", newline="\n"
            )
            says += self._said(path, texts, sheet)
        return says

    def _left(self, sheet: Sheet, key: Key, present: set[str]) -> Iterator[Entry]:
        """The texts that were marked and did not come this time: a teacher's work outlives a wrong folder."""
        for path in reversed(sheet.files):
            for _, entry in read_entries(path, key):
                if entry.typed and entry.code not in present:
                    present.add(entry.code)
                    yield msgspec.structs.replace(entry, student="", name="") if self._hide else entry

    def _said(self, path: Path, texts: DiskStore, sheet: Sheet) -> list[str]:
        open_ = sum(name not in sheet.points for name in texts.names)
        left = len(sheet.typed.keys() - set(texts.names))
        says = (
            [
                f"{path}: {open_} of {len(texts.names)} texts {self._to_do}; {path.with_suffix('.html').name} "
                "has the rubric. Then give this command again."
            ]
            if open_
            else []
        )
        return says + (
            [
                f"{path}: {left} marked text{'s that were' if left != 1 else ' that was'} not handed in "
                f"this time stand{'s' if left == 1 else ''} at the end."
            ]
            if left
            else []
        )
