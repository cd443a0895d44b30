"""What is exported: the quizzes of the course or one exercise, as questions that know no format."""

from __future__ import annotations

import html
from collections.abc import Iterable

import msgspec

from ...content import exercise as x
from ...content import models as m
from ...content.faults import CourseError
from ...content.library import Library, find, section_of
from ...content.prose import blocks, inline
from ...content.references import REFERENCE
from ...learning.laying import opening_sentence, out_of_order, shuffled
from .shapes import (Card, Criterion, Decoy, Essay, Figure, Option, Ordering, Part, Pick, Placing, Question, Shape,
                     Words, WrongNumber, WrongWords)

_TITLES = {"start": "What do you know before you start?", "whole": "The whole article"}


def quiz_parts(library: Library, names: Iterable[str] = ()) -> list[Part]:
    """Return the quizzes called `names`, or all of them."""
    known = {name: name for name in library.quizzes}
    return [_quiz(library, find(known, name, "quiz")) for name in names or known]


def _quiz(library: Library, name: str) -> Part:
    title = _TITLES.get(name) or library.sections[name].title
    return Part(name, title, tuple(_asked(library, item, _points(item), _tags(item)) for item in library.items(name)))


def _points(item: m.QuizItem) -> int:
    return sum(max(level.points for level in line.level) for line in item.criterion) if isinstance(item, m.Written) else 1


def _tags(item: m.QuizItem) -> tuple[str, ...]:
    return tuple(tag for tag in (item.thinking, item.habit, item.use) if tag and tag != "quiz")


def _asked(library: Library, item: m.QuizItem, points: float, tags: tuple[str, ...], to_all: str = "") -> Question:
    explained = f"<p>{inline(library, to_all)}</p>" if to_all else ""
    dated = bool(REFERENCE.search(msgspec.json.encode(item).decode() + to_all))
    return Question(item.id, inline(library, item.prompt), shape_of(library, item), points,
                    explained + _read_again(library, item.paragraphs), tags, dated)


def _read_again(library: Library, paragraphs: list[str]) -> str:
    places = (f"\N{PILCROW SIGN}{library.paragraphs[p].number} ({html.escape(library.sections[section_of(p)].title)})" for p in paragraphs)
    return f"<p>Read again: {', '.join(places)}.</p>" if paragraphs else ""


# --- exercises -----------------------------------------------------------------------------------------------------

def exercise_part(library: Library, name: str, with_key: bool) -> Part:
    """Return the exercise called `name`; without its key the questions hold no answer, reason, model or rubric."""
    find({known: known for known in x.names(library.root)}, name, "exercise")
    exercise = x.assignment(library.root, name)
    keys = _keys(library, name) if with_key else {task: _unanswered(task) for task in exercise.tasks}
    missing = [task for task in exercise.tasks if task not in keys]
    if missing:
        raise CourseError(f"exercises/key/{name}.toml holds no answer to {', '.join(missing)}; nothing was written.")
    return Part(name, exercise.about.title, tuple(_task(library, task, keys[task.id]) for task in exercise.tasks.values()))


def _keys(library: Library, name: str) -> dict[str, x.Key]:
    if not (library.root / f"exercises/key/{name}.toml").is_file():
        raise CourseError(f"the answers to exercise {name} are not in this copy of the course (exercises/key/{name}.toml), and this export "
                          "needs them. Export it where the key is, or print the paper without --key.")
    return {key.task: key for key in x.key(library.root, name)}


def _unanswered(task: str) -> x.Key:
    # Only the paper without its key is made from this, and it prints none of it; the nought is there to be read as a number.
    return x.Key(task=task, points=0, why="", answer="0")


def _task(library: Library, task: x.Task, key: x.Key) -> Question:
    asked = {"id": task.id, "thinking": "application", "paragraphs": task.paragraphs, "prompt": task.prompt}
    whys = {option.id: option.why for option in key.option}
    match task.kind:
        case "choice":
            options = [m.Option(id=o.id, text=o.text, why=whys.get(o.id, "")) for o in task.option]
            return _asked(library, m.Choice(**asked, option=options, answer=key.answer), key.points, (), key.why)
        case "number":
            item = m.Number(**asked, answer=key.answer, tolerance=key.tolerance, unit=task.unit, why=key.why, otherwise=key.why)
        case "short":
            forms = key.answer if isinstance(key.answer, list) else [key.answer]
            item = m.Short(**asked, answer=forms, why=key.why, otherwise=key.why)
        case "written":
            item = m.Written(**asked, model=key.model, criterion=key.criterion)
            return _asked(library, item, key.points, (), key.why)
    return _asked(library, item, key.points, ())


# --- shapes --------------------------------------------------------------------------------------------------------

def shape_of(library: Library, item: m.QuizItem) -> Shape:
    """Return what there is to answer in `item`, laid out as the course lays it out."""
    def text(words: str) -> str:
        return inline(library, words)

    match item:
        case m.Choice():
            return Pick(tuple(Option(text(o.text), 100.0 * (o.id == item.answer), text(o.why)) for o in shuffled(item.id, item.option)))
        case m.Choices():
            share = 100 / len(item.answer)
            return Pick(tuple(Option(text(o.text), share if o.id in item.answer else -share, text(o.why))
                              for o in shuffled(item.id, item.option)), many=True)
        case m.PassageItem():
            return Pick(tuple(Option(text(opening_sentence(library, p.id)), 100.0 * (p.id in item.answer), text(p.why))
                              for p in item.option), mixed=False)
        case m.Order():
            lines = {o.id: Card(text(o.text), str(place), text(o.why)) for place, o in enumerate(item.option, start=1)}
            return Ordering(tuple(lines.values()), tuple(lines[o.id] for o in out_of_order(item.id, item.option)))
        case m.Match():
            cards = tuple(Card(text(p.left), library.text(p.right), text(p.why)) for p in item.pair)
            decoys = tuple(Decoy(library.text(d.right), text(d.why)) for d in item.decoy)
            return Placing(cards, tuple(shuffled(item.id, [part.place for part in (*cards, *decoys)])), decoys)
        case m.Sort():
            boxes = {b.id: library.text(b.text) for b in item.bin}
            cards = tuple(Card(text(c.text), boxes[c.bin], text(c.why)) for c in shuffled(item.id, item.card))
            return Placing(cards, tuple(boxes.values()))
        case m.Number():
            wrong = tuple(WrongNumber(library.number(w.value), w.tolerance, text(w.why)) for w in item.mistake)
            return Figure(library.number(item.answer), item.tolerance, html.escape(item.unit), text(item.why), text(item.otherwise), wrong)
        case m.Short():
            wrong = tuple(WrongWords(tuple(w.answers), text(w.why)) for w in item.mistake)
            return Words(tuple(item.answer), text(item.why), text(item.otherwise), wrong)
        case m.Written():
            return Essay(blocks(library, item.model), tuple(
                Criterion(text(c.text), tuple((level.points, text(level.text)) for level in c.level)) for c in item.criterion))
