"""What is exported: the quizzes of the course or one exercise, as questions that know no format."""

from __future__ import annotations

import html
from collections.abc import Iterable

import msgspec

from ...content import exercise as x
from ...content import models as m
from ...content.errors import CourseError
from ...content.library import Library, find, section_of
from ...content.parameters import key_for
from ...content.prose import blocks, inline
from ...content.references import REFERENCE
from ...content.variants import plain
from ...learning.ordering import opening_sentence, out_of_order, shuffled
from .questions import (
    Card,
    Criterion,
    Decoy,
    Essay,
    Figure,
    Option,
    Ordering,
    Part,
    Pick,
    Placing,
    Question,
    Shape,
    Words,
    WrongNumber,
    WrongWords,
)

_TITLES = {"start": "What do you know before you start?", "whole": "The whole article"}


def quiz_parts(library: Library, names: Iterable[str] = ()) -> list[Part]:
    """Return the quizzes called `names`, or all of them."""
    known = {name: name for name in library.quizzes}
    return [_quiz(library, find(known, name, "quiz")) for name in names or known]


def _quiz(library: Library, name: str) -> Part:
    title = _TITLES.get(name) or library.sections[name].title
    return Part(name, title, tuple(_asked(library, item, _points(item), _tags(item)) for item in library.items(name)))


def _points(item: m.QuizItem) -> int:
    return (
        sum(max(level.points for level in line.level) for line in item.criterion) if isinstance(item, m.Written) else 1
    )


def _tags(item: m.QuizItem) -> tuple[str, ...]:
    return tuple(tag for tag in (item.thinking, item.habit, item.use) if tag and tag != "quiz")


def _asked(library: Library, item: m.QuizItem, points: float, tags: tuple[str, ...], to_all: str = "") -> Question:
    explained = f"<p>{inline(library, to_all)}</p>" if to_all else ""
    dated = bool(REFERENCE.search(msgspec.json.encode(item).decode() + to_all))
    return Question(
        item.id,
        inline(library, item.prompt),
        shape_of(library, item),
        points,
        explained + _read_again(library, item.paragraphs),
        tags,
        dated,
    )


def _read_again(library: Library, paragraphs: list[str]) -> str:
    places = (
        f"\N{PILCROW SIGN}{library.paragraphs[p].number} ({html.escape(library.sections[section_of(p)].title)})"
        for p in paragraphs
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
        else {task.id: _unanswered(plain(task).asked) for task in exercise.tasks.values()}
    )
    missing = [task for task in exercise.tasks if task not in keys]
    if missing:
        raise CourseError(f"exercises/key/{name}.toml holds no answer to {', '.join(missing)}; nothing was written.")
    return Part(
        name,
        exercise.about.title,
        tuple(question for task in exercise.tasks.values() for question in _task(library, task, keys[task.id])),
    )


def exercise_losses(library: Library, name: str) -> list[str]:
    """Return what no export can carry of the exercise called `name`."""
    tasks = x.assignment(library.root, name).tasks.values()
    varied, tables = [t.id for t in tasks if t.vary or t.draw], [t.id for t in tasks if t.kind == "table"]
    return [
        *(
            [f"what varies from student to student; everybody is asked the same in {', '.join(varied)}."]
            if varied
            else []
        ),
        *([f"the table of {', '.join(tables)}; each of its cells is a question of its own."] if tables else []),
    ]


def _keys(library: Library, name: str) -> dict[str, x.Key]:
    if not (library.root / f"exercises/key/{name}.toml").is_file():
        raise CourseError(
            f"the answers to exercise {name} are not in this copy of the course (exercises/key/{name}.toml), and this export "
            "needs them. Export it where the key is, or print the paper without --key."
        )
    return {key.task: key for key in x.key(library.root, name)}


def _unanswered(task: x.Task) -> x.Key:
    # Only the paper without its key is made from this, and it prints none of it; it is there to be read as an answer of the right form.
    lines = [option.id for option in task.option]
    answer = {"order": lines, "choices": lines[:1], "passage": task.passage[:1], "choice": (lines or [""])[0]}.get(
        task.kind, "0"
    )
    place = {line.id: (task.right or task.bin)[0].id for line in (*task.left, *task.card)}
    return x.Key(
        task=task.id,
        points=0,
        why="-",
        answer=answer,
        place=place,
        cell={row.id: {c.id: "0" for c in task.column} for row in task.row},
    )


def _task(library: Library, task: x.Task, key: x.Key) -> list[Question]:
    """The questions of one task as a class without a roster is asked it; a table becomes a question for each cell."""
    variant = plain(task)
    asked, key = variant.asked, key_for(key, variant.values)
    if asked.kind == "table":
        return [
            _asked(library, item, key.points / (len(asked.row) * len(asked.column)), ())
            for item in _cells(library, asked, key)
        ]
    item = _item(library, asked, key)
    to_all = key.why if asked.kind not in ("number", "short") else ""
    return [_asked(library, item, key.points, (), to_all)]


def _item(library: Library, task: x.Task, key: x.Key) -> m.QuizItem:
    asked = {"id": task.id, "thinking": "application", "paragraphs": task.paragraphs, "prompt": task.prompt}
    whys = {option.id: option.why for option in key.option}
    why = key.why.strip() or " "

    def options(lines: Iterable[x.TaskOption]) -> list[m.Option]:
        return [m.Option(id=line.id, text=line.text, why=whys.get(line.id, "")) for line in lines]

    match task.kind:
        case "choice":
            return m.Choice(**asked, option=options(task.option), answer=str(key.answer))
        case "choices":
            return m.Choices(**asked, option=options(task.option), answer=list(key.answer))
        case "order":
            return m.Order(
                **asked, option=sorted(options(task.option), key=lambda option: list(key.answer).index(option.id))
            )
        case "passage":
            answers = [key.answer] if isinstance(key.answer, str) else key.answer
            return m.PassageItem(
                **asked, option=[m.Passage(id=p, why=whys.get(p, "")) for p in task.passage], answer=answers
            )
        case "match":
            rights = {line.id: line.text for line in task.right}
            unused = [line for line in task.right if line.id not in key.place.values()]
            return m.Match(
                **asked,
                pair=[
                    m.Pair(id=line.id, left=line.text, right=rights[key.place[line.id]], why=whys.get(line.id, ""))
                    for line in task.left
                ],
                decoy=[m.Decoy(id=line.id, right=line.text, why="") for line in unused],
            )
        case "sort":
            return m.Sort(
                **asked,
                bin=[m.Bin(id=b.id, text=b.text) for b in task.bin],
                card=[m.Card(id=c.id, text=c.text, bin=key.place[c.id], why=whys.get(c.id, "")) for c in task.card],
            )
        case "number":
            return m.Number(
                **asked,
                answer=_figure(library, str(key.answer), task.decimals),
                tolerance=key.tolerance,
                unit=task.unit,
                why=why,
                otherwise=why,
                mistake=[
                    m.NumberMistake(
                        value=_figure(library, text, task.decimals), tolerance=key.tolerance, why=mistake.why
                    )
                    for mistake in key.mistake
                    for text in mistake.answers
                ],
            )
        case "short":
            forms = key.answer if isinstance(key.answer, list) else [key.answer]
            return m.Short(
                **asked,
                answer=forms,
                why=why,
                otherwise=why,
                mistake=[m.ShortMistake(answers=mistake.answers, why=mistake.why) for mistake in key.mistake],
            )
    return m.Written(**asked, model=key.model or " ", criterion=key.criterion)


def _cells(library: Library, task: x.Task, key: x.Key) -> Iterable[m.Number]:
    for row in task.row:
        for column in task.column:
            yield m.Number(
                id=f"{task.id}-{row.id}-{column.id}",
                thinking="application",
                paragraphs=task.paragraphs,
                prompt=f"{task.prompt.strip()} **{row.text}: {column.text}.**",
                answer=_figure(library, key.cell[row.id][column.id], column.decimals),
                tolerance=key.tolerance,
                unit=column.unit,
                why=key.why.strip() or " ",
                otherwise=key.why.strip() or " ",
            )


def _figure(library: Library, text: str, decimals: int | None) -> str:
    value = library.reckoned(text)
    return repr(value if decimals is None else round(value, decimals))


# --- shapes --------------------------------------------------------------------------------------------------------


def shape_of(library: Library, item: m.QuizItem) -> Shape:
    """Return what there is to answer in `item`, laid out as the course lays it out."""

    def text(words: str) -> str:
        return inline(library, words)

    match item:
        case m.Choice():
            return Pick(
                tuple(
                    Option(text(o.text), 100.0 * (o.id == item.answer), text(o.why))
                    for o in shuffled(item.id, item.option)
                )
            )
        case m.Choices():
            share = 100 / len(item.answer)
            return Pick(
                tuple(
                    Option(text(o.text), share if o.id in item.answer else -share, text(o.why))
                    for o in shuffled(item.id, item.option)
                ),
                many=True,
            )
        case m.PassageItem():
            return Pick(
                tuple(
                    Option(text(opening_sentence(library, p.id)), 100.0 * (p.id in item.answer), text(p.why))
                    for p in item.option
                ),
                mixed=False,
            )
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
            return Figure(
                library.number(item.answer),
                item.tolerance,
                html.escape(item.unit),
                text(item.why),
                text(item.otherwise),
                wrong,
            )
        case m.Short():
            wrong = tuple(WrongWords(tuple(w.answers), text(w.why)) for w in item.mistake)
            return Words(tuple(item.answer), text(item.why), text(item.otherwise), wrong)
        case m.Written():
            return Essay(
                blocks(library, item.model),
                tuple(
                    Criterion(text(c.text), tuple((level.points, text(level.text)) for level in c.level))
                    for c in item.criterion
                ),
            )
