"""The engine on another text: a whole course of two sections and four paragraphs, in which nothing is called as in the large one."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import nbformat
import pytest
from classroom import DUE, Class

from readingroom.content.checks.course import faults
from readingroom.content.kinds import ITEM_TYPES, KINDS
from readingroom.content.library import Library
from readingroom.learning.record import Record
from readingroom.site.build import build
from readingroom.teaching.anki import write_deck
from readingroom.teaching.export.export import export
from readingroom.teaching.mark.mark import MarkingOptions, mark
from readingroom.teaching.report.report import report

TINY = Path(__file__).parent / "tiny"
ROOT = Path(__file__).resolve().parents[1]
EXERCISE = "01-count-and-read"
SEED = "two minutes are enough"
# What only the large course may say: its author, its journal, its sections and quizzes, its sign, its word for the text.
FOREIGN = re.compile(
    r"Wallander|Current History|Russia|Putin|October 2003|Pillars|\b(?:the|this) article\b|Reading Room|\N{PILCROW SIGN}"
)
# The program's own name: in what it writes about itself, and where an older site is known by it.
OWN_NAME = ('<meta name="generator" content="Reading Room">',)


@pytest.fixture(scope="module")
def tiny() -> Library:
    return Library(TINY)


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("tiny") / "site"
    build(TINY, out)
    return out


def foreign(text: str) -> list[str]:
    for own in OWN_NAME:
        text = text.replace(own, "")
    return FOREIGN.findall(text)


def test_its_content_is_sound(tiny):
    assert [str(fault) for fault in faults(tiny)] == []


def test_it_has_an_item_of_every_kind_and_a_task_of_every_kind(tiny):
    items = {type(item) for quiz in tiny.quizzes for item in tiny.items(quiz)}
    given = Class(TINY, EXERCISE, 1, SEED).given

    assert items == set(ITEM_TYPES)
    assert {task.kind for task in given.tasks.values()} == set(KINDS)


def test_its_pages_speak_of_its_own_text_only(site):
    pages = [*site.glob("*.html"), *site.glob("*.json"), *site.glob("parts/*.json"), *site.glob("figures/*")]

    assert {page.name: found for page in pages if (found := foreign(page.read_text(encoding="utf-8")))} == {}


def test_its_pages_are_named_after_its_lessons(site):
    lessons = {path.stem for path in (TINY / "notebooks").glob("*.ipynb")}

    assert {page.stem for page in site.glob("*.html")} == lessons | {"index"}


def test_every_cell_of_its_lessons_can_be_called(tiny, tmp_path, monkeypatch):
    monkeypatch.chdir(TINY)
    monkeypatch.setattr("readingroom.notebook._opened", lambda root: (tiny, Record(tmp_path)))
    for path in sorted((TINY / "notebooks").glob("*.ipynb")):
        names: dict[str, object] = {}
        for cell in nbformat.read(path, as_version=4).cells:
            if cell.cell_type == "code":
                exec(cell.source, names)


def test_it_is_exported_in_every_form(tiny, tmp_path):
    for form in ("gift", "moodle", "paper"):
        export(tiny, form, tmp_path / form)

        assert foreign((tmp_path / form).read_text(encoding="utf-8")) == []
    assert export(tiny, "qti", tmp_path / "qti")
    assert write_deck(tiny, tmp_path / "deck.apkg")


@pytest.mark.slow
def test_it_is_assigned_marked_and_reported(tmp_path):
    class_ = Class(TINY, EXERCISE, 4, SEED)
    roster = class_.roster(tmp_path / "class.csv")
    class_.assign(roster, tmp_path / "bundles")
    (tmp_path / "in").mkdir()
    for _, name, text in class_.hand_ins():
        (tmp_path / "in" / name).write_text(text, encoding="utf-8")

    key = TINY / f"exercises/key/{EXERCISE}.toml"
    mark(TINY, tmp_path / "in", key, tmp_path / "marked", MarkingOptions(roster, SEED, DUE))
    page = report(TINY, tmp_path / "marked", EXERCISE)

    rows = list(csv.DictReader((tmp_path / "marked/files.csv").open(encoding="utf-8-sig")))
    assert len(rows) == 4
    assert foreign(page) == []
    assert [p.name for p in (tmp_path / "marked/feedback").glob("*.html") if foreign(p.read_text("utf-8"))] == []


def test_no_module_of_the_package_knows_the_large_course():
    large = Library(ROOT)
    article = large.article
    names = [article.author, article.author.split()[-1], article.title, article.journal, "Russia", "Putin", "Moscow"]
    names += [f'"{name}"' for name in (*large.sections, *large.course_quizzes) if name not in ("check", "start")]
    names += [section.title for section in large.sections.values() if " " in section.title]
    texts = {
        path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
        for path in (ROOT / "readingroom").rglob("*")
        if path.suffix in (".py", ".js", ".css")
    }

    assert len(texts) > 500
    assert [(path, name) for path, text in texts.items() for name in names if name in text] == []
