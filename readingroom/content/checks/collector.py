"""What the checks of one run share: the content as far as it can be read, and the faults found so far."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TypeVar

from .. import models as m
from ..errors import ContentError, Fault
from ..library import Library
from ..references import UnknownReferenceError
from .layout import names_of_files
from .typed_figures import Texts

Content = TypeVar("Content")
Default = TypeVar("Default")
Row = TypeVar("Row")
Ids = frozenset[str] | None
"""The ids that stand in a file, in sound records and others; None where the file cannot be read."""


class Collector:
    """One run over the content. A record that cannot be read is left out, and its fault is kept.

    `texts` collects the prose for the check of typed figures; `item_ids` and `claims` grow as their files are checked.
    """

    def __init__(self, library: Library):
        self.library = library
        self.faults: list[Fault] = []
        self.texts: Texts = []
        self.all_readable = True
        self.course: m.Course | None = self.read(lambda: library.course, None)
        self.sections = {section.id: section for section in self.rows("article", "section", m.Section)}
        self.paragraphs = {paragraph.id: paragraph for paragraph in self.rows("article", "paragraph", m.Paragraph)}
        self.events = self.rows("events", "event", m.Event)
        self.series = {series.id: series for series in self.rows("series", "series", m.Series)}
        self.charts = self.rows("charts", "chart", m.Chart)
        tables = {name: self.read(partial(library.table, name), None) for name in self.series}
        self.tables = {name: table for name, table in tables.items() if table}
        self.section_ids = self.ids("article", "section")
        self.known: dict[str, Ids] = {
            "source": self.ids("sources", "source"),
            "paragraph": self.ids("article", "paragraph"),
            "event": self.ids("events", "event"),
            "series": self.ids("series", "series"),
            "section": self.section_ids,
        }
        self.claims: dict[str, m.Claim] = {}
        self.item_ids: set[str] = set()

    @property
    def quiz_ids(self) -> Ids:
        """The names of all quizzes; None where a file that has some of them cannot be read."""
        named = self.ids("course", "quiz")
        return None if named is None or self.section_ids is None else named | self.section_ids

    @property
    def quizzes(self) -> list[str]:
        """The names of the quizzes that are known: of each section, and those over the whole course."""
        return sorted((self.section_ids or frozenset()) | (self.ids("course", "quiz") or frozenset()))

    @property
    def claim_ids(self) -> Ids:
        """The ids of all claims; None where a file that has some of them cannot be read."""
        sections = names_of_files(self.section_ids)
        ids = [self.ids(f"claims/{section}", "claim") for section in sections]
        if None in ids or not sections:
            return None
        return frozenset(name for of_section in ids for name in of_section or ())

    def read(self, read: Callable[[], Content], default: Default) -> Content | Default:
        """Return what `read` returns; where it cannot read a file, note the file's faults and return `default`."""
        try:
            return read()
        except ContentError as error:
            self.note(error.faults)
            return default

    def rows(self, name: str, table: str, model: type[Row]) -> list[Row]:
        """Return the sound `[[table]]` rows of data/NAME.toml, and note the faults of the others."""
        rows, faults = self.read(partial(self.library.sound_rows, name, table, model), ([], []))
        self.note(faults)
        return rows

    def ids(self, name: str, table: str) -> Ids:
        """Return the ids of the `[[table]]` rows of data/NAME.toml."""
        rows = self.read(partial(self.library.raw_rows, name, table), None)
        return None if rows is None else frozenset(row["id"] for row in rows if isinstance(row.get("id"), str))

    def note(self, faults: Iterable[Fault]) -> None:
        """Keep what keeps a record from being read."""
        for fault in faults:
            self.all_readable = False
            self.faults.append(fault)

    def add(self, file: str, record: str, field: str, message: str) -> None:
        """Note one fault."""
        self.faults.append(Fault(file, record, field, message))

    def unknown(
        self, file: str, record: str, field: str, names: Iterable[str], known: Iterable[str] | None, what: str
    ) -> None:
        """Note each of `names` that is not among `known`; where nobody can say what is known, none."""
        if known is None:
            return
        known = set(known)
        for name in names:
            if name not in known:
                self.add(file, record, field, f"there is no {what} {name!r}")

    def fill(self, text: str) -> str:
        """Return `text` with its figures filled in, or unchanged where that fails (reported with its record)."""
        try:
            return self.library.text(text)
        except (UnknownReferenceError, ContentError):
            return text
