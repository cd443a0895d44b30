"""The course's content as a lesson asks for it: read on demand, each file once."""

from __future__ import annotations

import difflib
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from . import models as m
from .errors import CourseError
from .expressions import reckon
from .loading import Tables
from .references import UnknownReferenceError, number, resolve
from .series import Table, read_series

WHOLE_COURSE_QUIZZES = ("start", "whole")


class Library:
    """All content below `root`; every attribute reads its own file when it is first asked for."""

    def __init__(self, root: Path):
        self.root = root
        self._tables = lru_cache(maxsize=None)(lambda name: Tables(root, name))
        self.table = lru_cache(maxsize=None)(self._table)
        self.notes = lru_cache(maxsize=None)(self._notes)
        self.items = lru_cache(maxsize=None)(self._items)
        self.section_claims = lru_cache(maxsize=None)(self._section_claims)

    def _rows(self, name: str, table: str, model: Any) -> list[Any]:
        return self._tables(f"data/{name}.toml").rows(table, model)

    @cached_property
    def article(self) -> m.Article:
        return self._tables("data/article.toml").row("article", m.Article)

    @cached_property
    def sections(self) -> dict[str, m.Section]:
        return {s.id: s for s in self._rows("article", "section", m.Section)}

    @cached_property
    def paragraphs(self) -> dict[str, m.Paragraph]:
        return {p.id: p for p in self._rows("article", "paragraph", m.Paragraph)}

    @cached_property
    def argument(self) -> dict[str, m.ArgumentNode]:
        return {n.id: n for n in self._rows("argument", "node", m.ArgumentNode)}

    @cached_property
    def events(self) -> dict[str, m.Event]:
        return {e.id: e for e in self._rows("events", "event", m.Event)}

    @cached_property
    def sources(self) -> dict[str, m.Source]:
        return {s.id: s for s in self._rows("sources", "source", m.Source)}

    @cached_property
    def terms(self) -> dict[str, m.Term]:
        return {t.id: t for t in self._rows("glossary", "term", m.Term)}

    @cached_property
    def people(self) -> dict[str, m.Person]:
        return {p.id: p for p in self._rows("people", "person", m.Person)}

    @cached_property
    def forecasts(self) -> dict[str, m.Forecast]:
        return {f.id: f for f in self._rows("forecasts", "forecast", m.Forecast)}

    @cached_property
    def charts(self) -> dict[str, m.Chart]:
        return {c.id: c for c in self._rows("charts", "chart", m.Chart)}

    @cached_property
    def series(self) -> dict[str, m.Series]:
        return {s.id: s for s in self._rows("series", "series", m.Series)}

    @property
    def claims(self) -> dict[str, m.Claim]:
        return {claim.id: claim for section in self.sections for claim in self.section_claims(section)}

    def _notes(self, section: str) -> list[m.Note]:
        return self._rows(f"notes/{section}", "note", m.Note)

    def _items(self, quiz: str) -> list[m.QuizItem]:
        return self._rows(f"quizzes/{quiz}", "item", m.QuizItem)

    def _section_claims(self, section: str) -> list[m.Claim]:
        return self._rows(f"claims/{section}", "claim", m.Claim)

    def _table(self, series: str) -> Table:
        return read_series(self.root, self.series[series])

    @property
    def quizzes(self) -> list[str]:
        """The names of all quizzes: one a section, and those over the whole course."""
        return [*self.sections, *WHOLE_COURSE_QUIZZES]

    def of_section(self, section: str) -> list[m.Paragraph]:
        """The paragraphs of `section`, in order."""
        return [p for p in self.paragraphs.values() if section_of(p.id) == section]

    def text(self, text: str) -> str:
        """`text` with its figures filled in."""
        return resolve(text, self.table)

    def number(self, text: str) -> float:
        """The number `text` writes or refers to."""
        return number(text, self.table)

    def reckoned(self, text: str) -> float:
        """The number `text` comes to: one as `number` reads it, or a sum of references with + - * / and brackets."""
        try:
            return self.number(text)
        except UnknownReferenceError:
            return reckon(text, self.table)


def section_of(paragraph: str) -> str:
    """The section a paragraph id belongs to: `bureaucrats-6` is of `bureaucrats`."""
    return paragraph.rpartition("-")[0]


def find(known: dict[str, Any], name: str, what: str) -> Any:
    """Return known[name], or raise a CourseError that offers the right names."""
    if name in known:
        return known[name]
    near = difflib.get_close_matches(str(name), known, n=1, cutoff=0.5)
    hint = f"did you mean {near[0]!r}? " if near else ""
    plural = {"quiz": "quizzes", "series": "series"}.get(what, f"{what}s")
    raise CourseError(f"no {what} {name!r}; {hint}{plural.capitalize()}: {', '.join(known)}.")
