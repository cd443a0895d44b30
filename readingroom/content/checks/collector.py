"""What the checks of one run share: the content as far as it can be read, and the faults found so far."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from functools import partial
from typing import TypeVar

from .. import models as m
from ..errors import ContentError, Fault
from ..library import Library
from ..references import UnknownReferenceError
from .typed_figures import Texts

Content = TypeVar("Content")
Default = TypeVar("Default")


class Collector:
    """One run over the content. A file that cannot be read counts as empty, and its faults are kept.

    `texts` collects the prose for the check of typed figures; `item_ids` and `claims` grow as their files are checked.
    """

    def __init__(self, library: Library):
        self.library = library
        self.faults: list[Fault] = []
        self.texts: Texts = []
        self.all_readable = True
        self.course: m.Course | None = self.read(lambda: library.course, None)
        self.sections: dict[str, m.Section] = self.read(lambda: library.sections, {})
        self.paragraphs: dict[str, m.Paragraph] = self.read(lambda: library.paragraphs, {})
        self.sources: dict[str, m.Source] = self.read(lambda: library.sources, {})
        self.events: dict[str, m.Event] = self.read(lambda: library.events, {})
        self.series: dict[str, m.Series] = self.read(lambda: library.series, {})
        self.charts: dict[str, m.Chart] = self.read(lambda: library.charts, {})
        tables = {name: self.read(partial(library.table, name), None) for name in self.series}
        self.tables = {name: table for name, table in tables.items() if table}
        self.claims: dict[str, m.Claim] = {}
        self.all_claims_known = True
        self.item_ids: set[str] = set()

    def read(self, read: Callable[[], Content], default: Default) -> Content | Default:
        """Return what `read` returns; where it cannot read a file, note the file's faults and return `default`."""
        try:
            return read()
        except ContentError as error:
            self.faults += [fault for fault in error.faults if fault not in self.faults]
            self.all_readable = False
            return default

    def add(self, file: str, record: str, field: str, message: str) -> None:
        """Note one fault."""
        self.faults.append(Fault(file, record, field, message))

    def unknown(
        self, file: str, record: str, field: str, names: Iterable[str], known: Iterable[str], what: str
    ) -> None:
        """Note each of `names` that is not among `known`."""
        known = set(known)
        for name in names:
            if name not in known:
                self.add(file, record, field, f"there is no {what} {name!r}")

    def duplicates(self, file: str, what: str, ids: Iterable[str]) -> None:
        """Note each id that stands more than once."""
        for name, count in Counter(ids).items():
            if count > 1:
                self.add(file, f"{what} {name}", "id", f"stands {count} times")

    def fill(self, text: str) -> str:
        """Return `text` with its figures filled in, or unchanged where that fails (reported with its record)."""
        try:
            return self.library.text(text)
        except (UnknownReferenceError, ContentError):
            return text
