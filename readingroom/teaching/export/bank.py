"""What is exported: the quizzes of the course or one exercise, as questions that know no format."""

from __future__ import annotations

import html
from collections.abc import Iterable

import msgspec

from ...content import exercise as x
from ...content import tasks as t
from ...content.errors import CourseError
from ...content.kinds import kind_name
from ...content.library import Library, find, section_of
from ...content.models import Item
from ...content.parameters import key_for
from ...content.prose import inline
from ...content.references import REFERENCE
from ...content.variants import default_variant
from ..kinds import KINDS
from .questions import Part, Question


def quiz_parts(library: Library, names: Iterable[str] = ()) -> list[Part]:
    """Return the quizzes called `names`, or all of them."""
    known = {name: name for name in library.quizzes}
    return [_quiz(library, find(known, name, "quiz")) for name in names or known]


def _quiz(library: Library, name: str) -> Part:
    title = library.quiz_title(name)
    items = library.items(name)
    return Part(
        name, title, tuple(_question(library, item, _points(item), _tags(item)) for item in items), library.course.id
    )


def _points(item: Item) -> float:
    return KINDS[kind_name(item)].points(item)


def _tags(item: Item) -> tuple[str, ...]:
    return tuple(tag for tag in (item.thinking, item.habit, item.use) if tag and tag != "quiz")


def _question(library: Library, item: Item, points: float, tags: tuple[str, ...], to_all: str = "") -> Question:
    explained = f"<p>{inline(library, to_all)}</p>" if to_all else ""
    dated = bool(REFERENCE.search(msgspec.json.encode(item).decode() + to_all))
    return Question(
        item.id,
        inline(library, item.prompt),
        KINDS[kind_name(item)].shape(library, item),
        points,
        explained + _read_again(library, item.paragraphs),
        tags,
        dated,
    )


def _read_again(library: Library, paragraphs: list[str]) -> str:
    places = (
        f"{library.paragraph_label(p)} ({html.escape(library.sections[section_of(p)].title)})" for p in paragraphs
    )
    return f"<p>Read again: {', '.join(places)}.</p>" if paragraphs else ""


# --- exercises -----------------------------------------------------------------------------------------------------


def exercise_part(library: Library, name: str, with_key: bool) -> Part:
    """Return the exercise called `name`; without its key the questions hold no answer, reason, model or rubric."""
    find({known: known for known in x.names(library.root)}, name, "exercise")
    exercise = x.assignment(library.root, name)
    keys = (
        _keys(library, name)
        if with_key
        else {task.id: _unanswered(default_variant(task).asked) for task in exercise.tasks.values()}
    )
    missing = [task for task in exercise.tasks if task not in keys]
    if missing:
        raise CourseError(f"exercises/key/{name}.toml holds no answer to {', '.join(missing)}; nothing was written.")
    return Part(
        name,
        exercise.about.title,
        tuple(question for task in exercise.tasks.values() for question in _task(library, task, keys[task.id])),
        library.course.id,
    )


def exercise_losses(library: Library, name: str) -> list[str]:
    """Return what no export can carry of the exercise called `name`."""
    tasks = x.assignment(library.root, name).tasks.values()
    varied, tables = (
        [task.id for task in tasks if task.vary or task.draw],
        [task.id for task in tasks if KINDS[task.kind].has_parts],
    )
    return [
        *(
            [f"what varies from student to student; everybody is asked the same in {', '.join(varied)}."]
            if varied
            else []
        ),
        *([f"the table of {', '.join(tables)}; each of its cells is a question of its own."] if tables else []),
    ]


def _keys(library: Library, name: str) -> dict[str, t.Key]:
    if not (library.root / f"exercises/key/{name}.toml").is_file():
        raise CourseError(
            f"the answers to exercise {name} are not in this copy of the course "
            f"(exercises/key/{name}.toml), and this export "
            "needs them. Export it where the key is, or print the paper without --key."
        )
    return {key.task: key for key in x.key(library.root, name)}


def _unanswered(task: t.Task) -> t.Key:
    # Only the paper without its key is made from this, and it prints none of it; it must have the form of an answer.
    place = {line.id: (task.right or task.bin)[0].id for line in (*task.left, *task.card)}
    cells = {row.id: {column.id: "0" for column in task.column} for row in task.row}
    return t.Key(task=task.id, points=0, why="-", answer=KINDS[task.kind].placeholder(task), place=place, cell=cells)


def _task(library: Library, task: t.Task, key: t.Key) -> list[Question]:
    """Return the questions of one task as a class without a roster is asked it."""
    variant = default_variant(task)
    asked, key = variant.asked, key_for(key, variant.values)
    kind = KINDS[asked.kind]
    common = {"id": asked.id, "thinking": "application", "paragraphs": asked.paragraphs, "prompt": asked.prompt}
    items = kind.items_of_task(library, asked, key, common)
    to_all = key.why if kind.says_why_to_all() else ""
    return [_question(library, item, key.points / len(items), (), to_all) for item in items]
