"""What is exported: the quizzes of the course or one exercise, as questions that know no format."""

from __future__ import annotations

import html
import itertools
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


def exercise_part(library: Library, name: str) -> Part:
    """Return the exercise called `name` with the answers of its key."""
    known_exercise(library, name)
    exercise = x.assignment(library.root, name)
    keys = keys_of(library, name, exercise.tasks)
    questions = (task_questions(library, task, keys[task.id]) for task in exercise.tasks.values())
    return Part(name, exercise.about.title, tuple(itertools.chain.from_iterable(questions)), library.course.id)


def known_exercise(library: Library, name: str) -> None:
    """Raise CourseError, with the nearest name, where no exercise is called `name`."""
    find({known: known for known in x.names(library.root)}, name, "exercise")


def exercise_losses(library: Library, name: str) -> list[str]:
    """Return what no program's file can carry of the exercise called `name`."""
    tasks = x.assignment(library.root, name).tasks.values()
    tables = [task.id for task in tasks if KINDS[task.kind].has_parts]
    as_cells = f"the table of {', '.join(tables)}; each of its cells is a question of its own."
    return [*varying(library, name), *([as_cells] if tables else [])]


def varying(library: Library, name: str) -> list[str]:
    """Return what is lost where everybody is asked the same."""
    tasks = x.assignment(library.root, name).tasks.values()
    varied = [task.id for task in tasks if task.vary or task.draw]
    says = f"what varies from student to student; everybody is asked the same in {', '.join(varied)}."
    return [says] if varied else []


def keys_of(library: Library, name: str, tasks: Iterable[str]) -> dict[str, t.Key]:
    """Return the key to each of `tasks`; raises CourseError where one has none."""
    if not (library.root / f"exercises/key/{name}.toml").is_file():
        raise CourseError(
            f"the answers to exercise {name} are not in this copy of the course "
            f"(exercises/key/{name}.toml), and this export "
            "needs them. Export it where the key is, or print the paper without --key."
        )
    keys = {key.task: key for key in x.key(library.root, name)}
    missing = [task for task in tasks if task not in keys]
    if missing:
        raise CourseError(f"exercises/key/{name}.toml holds no answer to {', '.join(missing)}; nothing was written.")
    return keys


def task_questions(library: Library, task: t.Task, key: t.Key) -> list[Question]:
    """Return the questions of one task as a class without a roster is asked it."""
    variant = default_variant(task)
    asked, key = variant.asked, key_for(key, variant.values)
    kind = KINDS[asked.kind]
    common = {"id": asked.id, "thinking": "application", "paragraphs": asked.paragraphs, "prompt": asked.prompt}
    items = kind.items_of_task(library, asked, key, common)
    to_all = key.why if kind.says_why_to_all() else ""
    return [_question(library, item, key.points / len(items), (), to_all) for item in items]
