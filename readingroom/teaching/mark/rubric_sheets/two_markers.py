"""The same texts marked by two people, each on sheets of their own, and the third sheet on which one decides.

written/markers/NAME/ has a marker's sheets. Where both gave a text the same points, these count; where they differ, the
text stands in written/TASK, and what is typed there decides, criterion by criterion.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from ....content.errors import CourseError
from ....content.library import Library
from ....content.tasks import Key
from .agreement import Agreement
from .decision_layout import DecisionLayout, MarkersLayout
from .entries import COMMENT
from .layout import Layout
from .sheets import Sheet, file_of, form_of, read_sheets

MARKERS = "markers"


def chosen(written: Path, asked: str) -> list[str]:
    """Return the names of the two markers, as asked for or as found from before; none where one person marks."""
    folder = written / MARKERS
    before = sorted(path.name for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else []
    names = list(dict.fromkeys(name.strip() for name in asked.split(",") if name.strip())) or before
    if names and (len(names) != 2 or any(name.startswith(".") or set(name) & set('/\\\\:*?"<>|') for name in names)):
        raise CourseError(
            f"--markers takes two names with a comma between them, as in ada,ben, which become folders; here are: "
            f"{', '.join(names)}."
        )
    if before and set(names) - set(before) and len(set(names) | set(before)) > 2:
        raise CourseError(
            f"{folder} has sheets of {' and '.join(before)}; go on with these two, or move that folder away and begin "
            "anew."
        )
    return names


class TwoMarkers:
    """What the two have given so far, and what was decided."""

    def __init__(self, written: Path, names: list[str], keys: Iterable[Key], elsewhere: Path | None = None):
        self._written, self._names, self._keys = written, names, {key.task: key for key in keys}
        self.messages: list[str] = []
        self._damaged: list[str] = []
        self._given = {name: self._read(self._folders(name, elsewhere)) for name in names}
        self._decided = self._read([written, *([elsewhere] if elsewhere else [])], in_part=True)
        if self._damaged:  # nothing was written yet: every sheet stays as it was sent
            raise CourseError("\n".join(self._damaged))
        self.sheets = {task: self._settled(task) for task in self._keys}

    def _folder(self, name: str) -> Path:
        return self._written / MARKERS / name

    def _folders(self, name: str, elsewhere: Path | None) -> list[Path]:
        return [self._folder(name), *([elsewhere / name] if elsewhere else [])]

    def _read(self, folders: list[Path], in_part: bool = False) -> dict[str, Sheet]:
        try:
            sheets, says = read_sheets(folders, self._keys.values(), in_part)
        except CourseError as error:
            self._damaged.append(str(error))
            return {}
        self.messages += [f"{folders[0].name}: {line}" for line in says]
        return sheets

    def _both(self, task: str) -> dict[str, tuple[dict[str, float], dict[str, float]]]:
        one, two = (self._given[name][task].points for name in self._names)
        return {code: (one[code], two[code]) for code in sorted(one.keys() & two.keys())}

    def _settled(self, task: str) -> Sheet:
        """What counts: the decision where there is one, else what both gave."""
        points, typed = {}, {}
        both, decided = self._both(task), self._decided[task]
        for code in sorted(both.keys() | decided.points.keys()):
            one, two = both.get(code, ({}, {}))
            same = {criterion: value for criterion, value in one.items() if two[criterion] == value}
            settled = same | decided.points.get(code, {})
            if len(settled) == len(self._keys[task].criterion):
                points[code] = settled
                typed[code] = {COMMENT: self._comment(task, code)}
        return Sheet(typed, points, [])

    def _comment(self, task: str, code: str) -> str:
        comments = [self._given[name][task].comment(code) for name in self._names]
        return self._decided[task].comment(code) or "\n\n".join(dict.fromkeys(filter(None, comments)))

    def agreement(self) -> list[Agreement]:
        """Return, for each criterion of each task, what the two gave to the texts that both have marked."""
        return [
            Agreement(task, criterion.id, [(one[criterion.id], two[criterion.id]) for one, two in pairs])
            for task, key in self._keys.items()
            if (pairs := list(self._both(task).values()))
            for criterion in key.criterion
        ]

    def differing(self, task: str) -> dict[str, str]:
        """Return the codes of the texts to which the two gave other points, each with what they gave."""
        return {code: self._shown(task, code, *pair) for code, pair in self._both(task).items() if pair[0] != pair[1]}

    def _shown(self, task: str, code: str, one: Mapping[str, float], two: Mapping[str, float]) -> str:
        first, second = self._names
        lines = [
            f"{criterion}: {first} {one[criterion]:g}, {second} {two[criterion]:g}"
            + ("" if one[criterion] == two[criterion] else " (they differ)")
            for criterion in one
        ]
        comments = {name: self._given[name][task].comment(code) for name in self._names}
        return "\n".join([*lines, *(f"{name} writes: {comment}" for name, comment in comments.items() if comment)])

    def _form_before(self, name: str) -> str:
        """Return the form of the sheets from before there were two markers, where this one has none yet."""
        theirs = any(file_of(self._folder(name), task) for task in self._keys)
        before = [form_of(found) for task in self._keys if (found := file_of(self._written, task))]
        return before[0] if before and not theirs else ""

    def layout(self, library: Library, exercise: str, hide_names: bool, form: str) -> MarkersLayout:
        """Return the sheets to be written: one for each marker, and the third."""
        own = [
            Layout(library, self._folder(name), exercise, self._keys, self._given[name], hide_names, own_form)
            for name, own_form in ((name, form or self._form_before(name)) for name in self._names)
        ]
        settled = {task: sheet.points for task, sheet in self.sheets.items()}
        decided = {task: msgspec.structs.replace(sheet, points=settled[task]) for task, sheet in self._decided.items()}
        has_third = any(file_of(self._written, task) for task in self._keys)
        as_theirs = [form_of(found) for task in self._keys if (found := file_of(self._folder(self._names[0]), task))]
        third_form = form or ("" if has_third or not as_theirs else as_theirs[0])
        third = DecisionLayout(library, self._written, exercise, self._keys, decided, hide_names, third_form)
        third.given = {task: self.differing(task) for task in self._keys}
        return MarkersLayout(own, third, self._names, self.agreement(), self._written / MARKERS)
