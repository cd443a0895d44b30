"""A paper asks all, tells nothing, offers each line once, and its key speaks of the letters that stand on it."""

from __future__ import annotations

import html
import re
import shutil
from pathlib import Path

import pytest

from readingroom.content import exercise as x
from readingroom.content import models as m
from readingroom.content.library import Library
from readingroom.content.prose import inline
from readingroom.content.variants import default_variant
from readingroom.teaching.export.bank import quiz_parts
from readingroom.teaching.export.export import export
from readingroom.teaching.export.paper.fields import MOST_LINES, fields, lines_for
from readingroom.teaching.export.paper.key import answer_in_short
from readingroom.teaching.export.paper.losses import losses_on_paper
from readingroom.teaching.export.paper.paper import written
from readingroom.teaching.export.paper.questions import (
    PaperPart,
    PaperQuestion,
    exercise_on_paper,
    quizzes_on_paper,
)
from readingroom.teaching.export.paper.sheets import Placement, Ruled, Sheet, Ticks, choices_of, sheet_of
from readingroom.teaching.export.questions import Card, Essay, Ordering, Pick, Placing, Question, Shape, Words

ROOT = Path(__file__).resolve().parents[2]
TINY = ROOT / "tests/tiny"
EXERCISE = "01-trade-shares"
EXERCISES = [(course, name) for course in (ROOT, TINY) for name in x.names(course)]


def plain(markup: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", markup)).split())


def on_paper(*shapes: Shape) -> list[PaperPart]:
    asked = [
        PaperQuestion(f"q{n}", "What?", sheet_of(s), 1, (Question(f"q{n}", "What?", s),)) for n, s in enumerate(shapes)
    ]
    return [PaperPart("A small/quiz", tuple(asked))]


@pytest.fixture(scope="module")
def quizzes(library):
    return quizzes_on_paper(quiz_parts(library))


@pytest.fixture(scope="module")
def papers(library, quizzes) -> dict[str, PaperPart]:
    """Every paper of both courses by its title."""
    libraries = {ROOT: library, TINY: Library(TINY)}
    parts = [
        *quizzes,
        *quizzes_on_paper(quiz_parts(libraries[TINY])),
        *(exercise_on_paper(libraries[course], name, key=True) for course, name in EXERCISES),
    ]
    return {part.title: part for part in parts}


@pytest.fixture(scope="module")
def items(library):
    return {item.id: item for quiz in library.quizzes for item in library.items(quiz)}


def whys(item: m.Item) -> list[str]:
    return [part.why for name in ("option", "pair", "decoy", "card", "mistake") for part in getattr(item, name, [])]


# --- what can be chosen ----------------------------------------------------------------------------------------------


def test_no_option_stands_twice_on_any_paper(papers):
    twice = [
        (part.title, question.id, line)
        for part in papers.values()
        for question in part.questions
        for lines in choices_of(question.sheet)
        for line in {plain(line) for line in lines}
        if [plain(line) for line in lines].count(line) > 1
    ]

    assert len(papers) >= 24 and twice == []


def test_no_mark_of_the_files_is_left_on_any_paper(papers):
    marked = [
        (part.title, question.id, line)
        for part in papers.values()
        for question in part.questions
        for lines in choices_of(question.sheet)
        for line in lines
        if re.search(r"\*\w|\{\w+:", plain(line))
    ]

    assert marked == []


@pytest.mark.parametrize(("course", "name"), EXERCISES, ids=lambda value: getattr(value, "name", value))
def test_an_exercise_offers_each_line_of_its_tasks_once(course, name):
    library = Library(course)
    paper = exercise_on_paper(library, name, key=False)

    for question, task in zip(paper.questions, x.assignment(course, name).tasks.values(), strict=True):
        asked = default_variant(task).asked
        lines = [*asked.option, *asked.left, *asked.right, *asked.card, *asked.bin, *asked.row]
        offered = [plain(line) for lines in choices_of(question.sheet) for line in lines]
        assert {plain(inline(library, line.text)) for line in lines} <= set(offered), task.id
        assert len(offered) == len(lines) + len(asked.passage) + len(asked.column), task.id


@pytest.mark.parametrize(("course", "name"), EXERCISES, ids=lambda value: getattr(value, "name", value))
def test_the_key_to_an_exercise_speaks_of_the_letters_on_its_paper(course, name):
    library = Library(course)
    given_out, marked = exercise_on_paper(library, name, key=False), exercise_on_paper(library, name, key=True)
    tasks, keys = x.assignment(course, name).tasks, {key.task: key for key in x.key(course, name)}
    assert [question.sheet for question in given_out.questions] == [question.sheet for question in marked.questions]

    for question in marked.questions:
        if isinstance(question.sheet, Placement):
            task, place = default_variant(tasks[question.id]).asked, keys[question.id].place
            texts = {line.id: plain(inline(library, line.text)) for line in (*task.right, *task.bin)}
            cards = {plain(inline(library, line.text)): line.id for line in (*task.left, *task.card)}
            places = [plain(text) for text in question.sheet.places]
            right = [places.index(texts[place[cards[plain(card)]]]) for card in question.sheet.cards]
            assert answer_in_short(question) == " ".join("ABCDEFGHI"[at] for at in right)


def test_the_key_in_short_says_what_a_right_paper_shows():
    lines = tuple(Card(text, str(place), "") for place, text in enumerate("abc", start=1))
    cards = (Card("one", "A & B", ""), Card("two", "C", ""))
    (part,) = on_paper(Ordering(lines, (lines[2], lines[0], lines[1])), Placing(cards, ("C", "D", "A & B")))

    assert [answer_in_short(question) for question in part.questions] == ["3 1 2", "C A"]


# --- what is told, and what is not -----------------------------------------------------------------------------------


def test_the_paper_asks_everything_and_without_the_key_tells_nothing(library, quizzes, items):
    text = plain(written(quizzes, "Reading Room").decode())
    for item in items.values():
        assert plain(inline(library, item.prompt)) in text
        told = [
            *whys(item),
            getattr(item, "why", ""),
            getattr(item, "otherwise", ""),
            getattr(item, "model", ""),
            *(level.text for criterion in getattr(item, "criterion", []) for level in criterion.level),
        ]
        for secret in filter(None, told):
            assert plain(inline(library, secret)) not in text, item.id


def test_nothing_in_the_markup_of_the_paper_sets_the_right_option_apart(quizzes):
    for question in (question for part in quizzes for question in part.questions):
        if isinstance(question.sheet, Ticks):
            rows = re.findall(r"<li>(.*?)</li>", fields(question.sheet, "", 1))
            bare = {
                re.sub(r">[A-Z]</b>", "></b>", row.replace(option, ""))
                for row, option in zip(rows, question.sheet.options, strict=True)
            }
            assert len(bare) == 1


def test_the_paper_with_the_key_tells_every_reason(library, quizzes, items):
    text = written(quizzes, "Reading Room", key=True).decode()
    for item in items.values():
        assert all(inline(library, why) in text for why in (*whys(item), getattr(item, "why", ""))), item.id


def test_the_paper_of_an_exercise_needs_no_key_and_is_the_same_but_for_its_points(course, library, root, tmp_path):
    export(library, "paper", tmp_path / "with.html", exercise=EXERCISE)
    shutil.rmtree(course / "exercises/key")
    export(Library(course), "paper", tmp_path / "without.html", exercise=EXERCISE)

    text, without = ((tmp_path / name).read_text(encoding="utf-8") for name in ("with.html", "without.html"))
    unpointed = re.sub(r'--room: \d|( · )?\d+ points?(?= *<)|\n<div class="rule">.*', "", text)
    assert unpointed == re.sub(r'--room: \d|\n<div class="rule">.*', "", without)
    for key in x.key(root, EXERCISE):
        told = [
            key.why,
            key.model,
            *(o.why for o in key.option),
            *(level.text for c in key.criterion for level in c.level),
        ]
        assert not [secret for secret in told if secret and plain(inline(library, secret)) in plain(text)], key.task


def test_the_paper_needs_nothing_beside_it(quizzes):
    made = written(quizzes, "Reading Room", key=True).decode()
    assert not re.search(r"<(script|link|img|iframe)|src=|url\(|@import", made)


def test_plain_text_is_escaped_on_paper():
    shapes = (Placing((Card("a", "<i>&", ""),), ("<i>&",)), Words(("<i>&",), "", ""))
    made = written(on_paper(*shapes), 'A "course"} </style><i>', key=True).decode()

    assert "<i>" not in made and made.count("&lt;i&gt;&amp;") >= 4
    assert "</style>" not in made[: made.index("<title>")] and made.count("</style>") == 1


# --- room to write ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("prompt", "points", "lines"),
    [
        ("In 120 to 170 words.", 8, 19),
        ("Say why.", 4, 8),
        ("Say why.", 0, 5),
        ("In two sentences of ten words.", 1, 5),
        ("Write 900 words.", 8, MOST_LINES),
    ],
)
def test_room_to_write_fits_the_words_asked_for_or_the_points(prompt, points, lines):
    assert lines_for(prompt, points) == lines
    assert fields(Ruled(), prompt, points).count('"rule"') == lines


def test_cards_that_share_places_are_ticked_in_a_grid_and_others_take_letters():
    grid = fields(Placement(("a", "b", "c"), ("X", "Y")), "", 1)
    pairs = fields(Placement(("a", "b"), ("X", "Y", "Z")), "", 1)

    assert grid.count("<tr>") == 4 and "A. X" in grid
    assert 'class="match"' in pairs and "Some letters are not needed" in pairs


def test_a_paper_has_a_line_for_the_name_and_the_key_has_none():
    assert "Name:" in written(on_paper(Words(("a",), "", "")), "C").decode()
    assert "Name:" not in written(on_paper(Words(("a",), "", "")), "C", key=True).decode()


# --- what is lost ----------------------------------------------------------------------------------------------------


def test_what_paper_cannot_carry_is_named_with_its_questions():
    parts = on_paper(Pick(()), Essay("", ()))

    assert losses_on_paper(parts, key=True) == ["the mark for certainty: q0"]
    assert losses_on_paper(parts, key=False)[-1].endswith("--key prints them: q0, q1")


def test_every_kind_of_sheet_is_laid_out(papers):
    kinds = {type(question.sheet) for part in papers.values() for question in part.questions}
    assert kinds == set(Sheet.__args__)
