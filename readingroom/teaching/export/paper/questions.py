"""What a paper asks: a quiz's items, or an exercise's tasks as they stand in its file, and the answers for its key."""

from __future__ import annotations

from collections.abc import Iterable

from ....content import exercise as x
from ....content.library import Library
from ....content.prose import inline
from ....content.tasks import Exercise
from ....content.variants import default_variant
from ...kinds import KINDS
from ..bank import keys_of, known_exercise, task_questions
from ..questions import Part, Question, Value
from .sheets import Sheet, sheet_of


class PaperQuestion(Value, frozen=True):
    """One numbered question; `answers` are printed with the key alone. Points are 0 where no key says them."""

    id: str
    prompt: str
    sheet: Sheet
    points: float
    answers: tuple[Question, ...] = ()
    tags: tuple[str, ...] = ()
    dated: bool = False


class PaperPart(Value, frozen=True):
    """The questions of a quiz or an exercise; `minutes` and `needs` are an exercise's."""

    title: str
    questions: tuple[PaperQuestion, ...]
    minutes: int = 0
    needs: tuple[str, ...] = ()


def quizzes_on_paper(parts: Iterable[Part]) -> list[PaperPart]:
    """Return quizzes as a paper asks them."""
    return [PaperPart(part.title, tuple(map(_item, part.questions))) for part in parts]


def _item(question: Question) -> PaperQuestion:
    return PaperQuestion(
        question.id,
        question.prompt,
        sheet_of(question.shape),
        question.points,
        (question,),
        question.tags,
        question.dated,
    )


def exercise_on_paper(library: Library, name: str, key: bool) -> PaperPart:
    """Return an exercise as a paper asks it: laid out from its tasks, with points where the key stands in the course.

    With `key`, which must then be there, each question holds its answers too; the layout is the same.
    """
    known_exercise(library, name)
    exercise = x.assignment(library.root, name)
    needed = key or (library.root / f"exercises/key/{name}.toml").is_file()
    keys = keys_of(library, name, exercise.tasks) if needed else {}
    questions = []
    for task in exercise.tasks.values():
        asked = default_variant(task).asked
        answers = task_questions(library, task, keys[task.id]) if key else []
        points = keys[task.id].points if keys else 0
        sheet = KINDS[asked.kind].sheet(library, asked)
        questions.append(PaperQuestion(task.id, inline(library, asked.prompt), sheet, points, tuple(answers)))
    return _part(library, exercise.about, questions)


def _part(library: Library, about: Exercise, questions: list[PaperQuestion]) -> PaperPart:
    needs = tuple(inline(library, need) for need in about.needs)
    return PaperPart(about.title, tuple(questions), about.minutes, needs)
