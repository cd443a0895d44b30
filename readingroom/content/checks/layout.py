"""Which files the content has: their tables, the record of each, and which of them may be empty."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from .. import models as m
from ..documents import Document
from ..kinds import ANY_ITEM
from ..models import ID_PATTERN, LONGEST_ID
from ..story import Stop, Story
from ..tasks import Assigned, Exercise, Key, Task
from ..turns import Turn
from ..ways import Fold, Way, WayClaims, WayItems
from .typed_figures import TypedFigure

_ID = re.compile(ID_PATTERN)


@dataclass(frozen=True)
class Rows:
    """A table of a file: `[name]` where it stands `once`, else `[[name]]`; some have one row `at_least`."""

    name: str
    model: Any
    once: bool = False
    at_least: int = 1


@dataclass(frozen=True)
class TomlFile:
    """A file of the content with its tables; a course may do without an optional one."""

    name: str
    tables: tuple[Rows, ...]
    optional: bool = False


def course_files(sections: Iterable[str], quizzes: Iterable[str]) -> list[TomlFile]:
    """Return the files of data/ in the order in which their faults are reported."""
    sections = names_of_files(sections)
    names = dict.fromkeys([*sections, *names_of_files(quizzes)])
    return [
        _file(
            "course",
            Rows("course", m.Course, once=True),
            Rows("quiz", m.CourseQuiz, at_least=0),
            Rows("theme", m.Theme),
            Rows("period", m.Period, at_least=0),
        ),
        _file(
            "article",
            Rows("article", m.Article, once=True),
            Rows("section", m.Section),
            Rows("paragraph", m.Paragraph),
        ),
        _file("sources", Rows("source", m.Source)),
        _file("events", Rows("event", m.Event)),
        _file("people", Rows("person", m.Person, at_least=0)),
        _file("glossary", Rows("term", m.Term, at_least=0)),
        *(_file(f"notes/{section}", Rows("note", m.Note)) for section in sections),
        *(_file(f"claims/{section}", Rows("claim", m.Claim)) for section in sections),
        *(_file(f"quizzes/{name}", Rows("item", ANY_ITEM)) for name in names),
        _file("forecasts", Rows("forecast", m.Forecast, at_least=0)),
        _file("argument", Rows("node", m.ArgumentNode, at_least=0)),
        _file("documents", Rows("document", Document), optional=True),
        _file("turns", Rows("turn", Turn), optional=True),
        _file("story", Rows("story", Story, once=True), Rows("stop", Stop), optional=True),
        _file(
            "ways",
            Rows("way", Way),
            Rows("items", WayItems, at_least=0),
            Rows("votes", WayClaims, at_least=0),
            Rows("fold", Fold, at_least=0),
            optional=True,
        ),
        _file("series", Rows("series", m.Series, at_least=0)),
        _file("charts", Rows("chart", m.Chart, at_least=0)),
        _file("figures", Rows("figure", TypedFigure, at_least=0)),
        _file("pages", Rows("sentence", m.PageSentence, at_least=0), optional=True),
    ]


def names_of_files(ids: Iterable[str] | None) -> list[str]:
    """Return those of `ids` that are such, in order, so that no other can lead out of its folder."""
    return sorted(name for name in ids or () if _ID.search(name) and len(name) <= LONGEST_ID)


def exercise_files(name: str) -> tuple[TomlFile, TomlFile]:
    """Return the files of an exercise: its tasks, and its key, which only a teacher's copy has."""
    about, own = Rows("exercise", Exercise, once=True), Rows("assigned", Assigned, once=True, at_least=0)
    return (
        TomlFile(f"exercises/tasks/{name}.toml", (about, own, Rows("task", Task))),
        TomlFile(f"exercises/key/{name}.toml", (Rows("key", Key),), optional=True),
    )


def _file(name: str, *tables: Rows, optional: bool = False) -> TomlFile:
    return TomlFile(f"data/{name}.toml", tables, optional)
