"""The course's content, read on demand, each file once."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from . import models as m
from .documents import FILE as DOCUMENTS_FILE
from .documents import QUIZ as DOCUMENTS
from .documents import Document
from .errors import CourseError, Fault
from .expressions import evaluate
from .kinds import ANY_ITEM
from .loading import Tables
from .memory import kept
from .references import UnknownReferenceError, number, resolve
from .series import Table, read_series
from .story import FILE as STORY_FILE
from .story import QUIZ as STORY
from .story import Stop, Story
from .turns import FILE as TURNS_FILE
from .turns import QUIZ as TURNS
from .turns import Turn, question_of
from .ways import FILE as WAYS_FILE
from .ways import Fold, Way, WayClaims, WayItems

COURSE = "data/course.toml"
Row = TypeVar("Row")


class Library:
    """All content below `root`; every attribute reads its own file when it is first asked for."""

    def __init__(self, root: Path):
        self.root = root
        self.tables = kept(lambda name: Tables(root, name))
        self.table = kept(self._table)
        self.notes = kept(self._notes)
        self.items = kept(self._items)
        self.section_claims = kept(self._section_claims)

    def rows(self, name: str, table: str, model: type[Row]) -> list[Row]:
        """Return the `[[table]]` rows of data/NAME.toml as `model`."""
        return self.tables(f"data/{name}.toml").rows(table, model)

    def sound_rows(self, name: str, table: str, model: type[Row]) -> tuple[list[Row], list[Fault]]:
        """Return the `[[table]]` rows of data/NAME.toml that fit `model`, and a fault for each that does not."""
        return self.tables(f"data/{name}.toml").sound_rows(table, model)

    def raw_rows(self, name: str, table: str) -> list[dict[str, Any]]:
        """Return the `[[table]]` rows of data/NAME.toml as they are written, sound or not."""
        return self.tables(f"data/{name}.toml").raw(table)

    @cached_property
    def course(self) -> m.Course:
        return self.tables(COURSE).row("course", m.Course)

    @cached_property
    def course_quizzes(self) -> dict[str, m.CourseQuiz]:
        """The quizzes over the whole course."""
        return {quiz.id: quiz for quiz in self.rows("course", "quiz", m.CourseQuiz)}

    @cached_property
    def themes(self) -> dict[str, m.Theme]:
        return {theme.id: theme for theme in self.rows("course", "theme", m.Theme)}

    @cached_property
    def periods(self) -> list[m.Period]:
        return self.rows("course", "period", m.Period)

    @cached_property
    def page_sentences(self) -> list[m.PageSentence]:
        """What plain pages say otherwise than the notebooks; a course may have no such file."""
        has_file = (self.root / "data/pages.toml").is_file()
        return self.rows("pages", "sentence", m.PageSentence) if has_file else []

    @cached_property
    def article(self) -> m.Article:
        return self.tables("data/article.toml").row("article", m.Article)

    @cached_property
    def sections(self) -> dict[str, m.Section]:
        return {s.id: s for s in self.rows("article", "section", m.Section)}

    @cached_property
    def paragraphs(self) -> dict[str, m.Paragraph]:
        return {p.id: p for p in self.rows("article", "paragraph", m.Paragraph)}

    @cached_property
    def argument(self) -> dict[str, m.ArgumentNode]:
        return {n.id: n for n in self.rows("argument", "node", m.ArgumentNode)}

    @cached_property
    def events(self) -> dict[str, m.Event]:
        return {e.id: e for e in self.rows("events", "event", m.Event)}

    @cached_property
    def sources(self) -> dict[str, m.Source]:
        return {s.id: s for s in self.rows("sources", "source", m.Source)}

    @cached_property
    def terms(self) -> dict[str, m.Term]:
        return {t.id: t for t in self.rows("glossary", "term", m.Term)}

    @cached_property
    def people(self) -> dict[str, m.Person]:
        return {p.id: p for p in self.rows("people", "person", m.Person)}

    @cached_property
    def forecasts(self) -> dict[str, m.Forecast]:
        return {f.id: f for f in self.rows("forecasts", "forecast", m.Forecast)}

    @cached_property
    def documents(self) -> dict[str, Document]:
        """The primary documents to go to; a course may have no such file."""
        has_file = (self.root / DOCUMENTS_FILE).is_file()
        rows = self.rows("documents", "document", Document) if has_file else []
        return {document.id: document for document in rows}

    @cached_property
    def turns(self) -> dict[str, Turn]:
        """The steps that a reader works out from the figures; a course may have no such file."""
        has_file = (self.root / TURNS_FILE).is_file()
        return {turn.id: turn for turn in (self.rows("turns", "turn", Turn) if has_file else [])}

    @cached_property
    def story(self) -> Story | None:
        """The walk from one turning point to the next; a course may have none."""
        return self.tables(STORY_FILE).row("story", Story) if (self.root / STORY_FILE).is_file() else None

    @cached_property
    def stops(self) -> dict[str, Stop]:
        """The stops of the story, in their order."""
        return {stop.id: stop for stop in (self.rows("story", "stop", Stop) if self.story else [])}

    @cached_property
    def ways(self) -> dict[str, Way]:
        """The ways through a lesson, from the shortest to the longest; a course may have no such file."""
        return {way.id: way for way in self._way_rows("way", Way)}

    @cached_property
    def way_items(self) -> list[WayItems]:
        return self._way_rows("items", WayItems)

    @cached_property
    def way_claims(self) -> list[WayClaims]:
        return self._way_rows("votes", WayClaims)

    @cached_property
    def folds(self) -> list[Fold]:
        return self._way_rows("fold", Fold)

    def _way_rows(self, table: str, model: type[Row]) -> list[Row]:
        return self.rows("ways", table, model) if (self.root / WAYS_FILE).is_file() else []

    @cached_property
    def charts(self) -> dict[str, m.Chart]:
        return {c.id: c for c in self.rows("charts", "chart", m.Chart)}

    @cached_property
    def series(self) -> dict[str, m.Series]:
        return {s.id: s for s in self.rows("series", "series", m.Series)}

    @property
    def claims(self) -> dict[str, m.Claim]:
        return {claim.id: claim for section in self.sections for claim in self.section_claims(section)}

    def _notes(self, section: str) -> list[m.Note]:
        return self.rows(f"notes/{section}", "note", m.Note)

    def _items(self, quiz: str) -> list[m.Item]:
        if quiz == DOCUMENTS:
            return [document.question for document in self.documents.values()]
        if quiz == TURNS:
            return [question_of(turn, self.evaluate) for turn in self.turns.values()]
        if quiz == STORY:
            return [stop.question for stop in self.stops.values()]
        return self.rows(f"quizzes/{quiz}", "item", ANY_ITEM)

    def _section_claims(self, section: str) -> list[m.Claim]:
        return self.rows(f"claims/{section}", "claim", m.Claim)

    def _table(self, series: str) -> Table:
        return read_series(self.root, self.series[series])

    @property
    def quizzes(self) -> list[str]:
        """The names of all quizzes: one for each section, and those over the whole course."""
        return [*self.sections, *self.course_quizzes]

    @property
    def quizzes_in_order(self) -> list[str]:
        """All that a reader answers: quizzes before reading, of each section, over the whole; then what is no quiz."""
        before = [quiz.id for quiz in self.course_quizzes.values() if quiz.before]
        after = [name for name in self.course_quizzes if name not in before]
        return [
            *before,
            *self.sections,
            *after,
            *([DOCUMENTS] if self.documents else []),
            *([TURNS] if self.turns else []),
            *([STORY] if self.stops else []),
        ]

    def quiz_title(self, name: str) -> str:
        """The title of a quiz: the section's, or the quiz's own."""
        return self.course_quizzes[name].title if name in self.course_quizzes else self.sections[name].title

    def quiz_label(self, name: str) -> str:
        """What a row of a table calls a quiz."""
        if name == DOCUMENTS:
            return "Documents"
        if name == TURNS:
            return "Your turn"
        if name == STORY and self.story:
            return self.story.title
        return self.course_quizzes[name].label if name in self.course_quizzes else self.sections[name].title

    def paragraph_label(self, paragraph: str) -> str:
        """How readers see a paragraph's number: \N{PILCROW SIGN}25."""
        return f"{self.course.mark}{self.paragraphs[paragraph].number}"

    def of_section(self, section: str) -> list[m.Paragraph]:
        """Return the paragraphs of `section`, in order."""
        return [p for p in self.paragraphs.values() if section_of(p.id) == section]

    def documents_on(self, section: str) -> list[Document]:
        """Return the documents that bear on a paragraph of `section`."""
        return [each for each in self.documents.values() if section in map(section_of, each.paragraphs)]

    def text(self, text: str) -> str:
        """Return `text` with its references replaced by figures."""
        return resolve(text, self.table)

    def number(self, text: str) -> float:
        """Return the number that `text` writes or refers to."""
        return number(text, self.table)

    def evaluate(self, text: str) -> float:
        """Return the value of `text`: a number as `number` reads it, or an expression of references."""
        try:
            return self.number(text)
        except UnknownReferenceError:
            return evaluate(text, self.table)


def section_of(paragraph: str) -> str:
    """Return the section that a paragraph's id belongs to: `bureaucrats` for `bureaucrats-6`."""
    return paragraph.rpartition("-")[0]


def find(known: Mapping[str, Row], name: str, what: str) -> Row:
    """Return known[name], or raise a CourseError that offers the right names."""
    if not isinstance(name, str):
        raise CourseError(f"the name of a {what} stands in quotation marks.")
    if name in known:
        return known[name]
    near = difflib.get_close_matches(str(name), known, n=1, cutoff=0.5)
    hint = f"did you mean {near[0]!r}? " if near else ""
    plural = {"quiz": "quizzes", "series": "series"}.get(what, f"{what}s")
    raise CourseError(f"no {what} {name!r}; {hint}{plural.capitalize()}: {', '.join(known)}.")
