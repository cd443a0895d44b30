"""What the content says of each kind of item: its record, the lines of its tasks, what can be wrong with both.

Each module of this folder that defines KIND is a kind. The base class answers for a kind that has no say in a matter.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator
from typing import Any, ClassVar, Generic, TypeVar

from ..errors import ContentError
from ..models import Criterion, Item
from ..references import UnknownReferenceError
from ..tasks import Key, Task

I = TypeVar("I", bound=Item)  # noqa: E741 - the record of the kind's items

Problem = tuple[str, str]
"""(field, what is wrong with it)."""
Evaluate = Callable[[str], float]
"""Returns the figure that a text comes to; raises UnknownReferenceError or ContentError."""
Fill = Callable[[str], str]
"""Returns a text with its figures filled in."""
MOST_OPTIONS = 4  # three good options beat more poor ones (Rodriguez 2005); a fourth is tolerated


class ContentKind(Generic[I]):
    """One kind of item and of tasks. `item` is None for a kind that exercises alone have."""

    name: ClassVar[str]
    item: ClassVar[type[Item] | None] = None
    task_lines: ClassVar[tuple[str, ...]] = ()  # the fields of a task that hold its lines
    explained_lines: ClassVar[tuple[str, ...]] = ()  # those whose every line the key says something about
    key_field: ClassVar[str] = "answer"  # the field of a key that says what is right
    least_lines: ClassVar[tuple[int, str]] = (2, "two")  # as a number and in words
    can_draw: ClassVar[bool] = False  # each student may get some of the lines
    renames_response: ClassVar[bool] = False  # a variant gives its lines other names, which a response repeats
    lines_are_mixed: ClassVar[bool] = False  # the file has the lines out of order already
    marked_by_people: ClassVar[bool] = False
    most_options: ClassVar[int | None] = None
    length_ratio: ClassVar[float] = 3.0  # of the longest to the shortest text that is offered

    def item_problems(self, item: I, paragraphs: set[str]) -> Iterator[Problem]:
        """Yield what keeps an item from being answered and explained."""
        return iter(())

    def figures(self, item: I) -> Iterator[tuple[str, str]]:
        """Yield (field, number as written) for the numbers that an item is scored with."""
        return iter(())

    def offered(self, item: I) -> list[tuple[str, list[str]]]:
        """Return (field, texts) for each group of texts that a reader chooses between."""
        return []

    def also_asked(self, item: I) -> list[str]:
        """Return what an item asks besides its prompt."""
        return []

    def feedback(self, item: I) -> Iterator[tuple[str, str, bool]]:
        """Yield (field, text, is said to a wrong answer) for all that is said after an answer."""
        return iter(())

    def giveaways(self, item: I, fill: Fill, common: Container[str]) -> Iterator[Problem]:
        """Yield what in the wording gives the answer away; `common` are words that the whole course repeats."""
        return iter(())

    def key_problems(self, task: Task, key: Key, evaluate: Evaluate) -> Iterator[Problem]:
        """Yield where a key does not fit its task as a student was asked it."""
        return iter(())

    def file_problems(self, task: Task, key: Key) -> Iterator[Problem]:
        """Yield where a key does not fit its task as they stand in the files, whatever varies."""
        return iter(())


def repeated(field: str, names: Iterable[str]) -> Iterator[Problem]:
    """Yield each name that stands more than once."""
    for name, count in Counter(names).items():
        if count > 1:
            yield field, f"{name!r} stands {count} times"


def too_few_options(options: list[Any]) -> Iterator[Problem]:
    """Yield a problem where there is nothing to choose between, and each option that is there twice."""
    if len(options) < 2:
        yield "option", "at least two options are needed"
    yield from repeated("option", (option.id for option in options))


def unknown_answers(answers: list[str], options: Iterable[str]) -> Iterator[Problem]:
    """Yield where a list of right options names none, an unknown one, or all there are."""
    ids = set(options)
    if not answers:
        yield "answer", "names no right option"
    for answer in answers:
        if answer not in ids:
            yield "answer", f"{answer!r} is not one of the options"
    if ids and set(answers) == ids:
        yield "answer", "every option is right; one at least must be wrong"


def misnamed_options(answers: list[str], task: Task, exactly: int = 0) -> Iterator[Problem]:
    """Yield where a key's answers are not among the options of its task."""
    if not answers or (exactly and len(answers) != exactly):
        yield "answer", "names no right option" if not answers else f"names {len(answers)} options"
    for name in answers:
        if name not in {option.id for option in task.option}:
            yield "answer", f"there is no option {name!r}"


def misplaced_cards(key: Key, cards: Iterable[str], places: Iterable[str]) -> Iterator[Problem]:
    """Yield each card without a place in the task, and each place of a card that is not in the task."""
    cards, known = list(cards), set(places)
    for card in cards:
        if key.place.get(card) not in known:
            yield "place", f"{card!r} has no place, or one that is not in the task"
    for name in sorted(set(key.place) - set(cards)):
        yield "place", f"there is no {name!r} in the task"


def not_a_figure(field: str, text: str, evaluate: Evaluate) -> Iterator[Problem]:
    """Yield why `text` comes to no number."""
    if not text:
        yield field, "there is no number"
        return
    try:
        evaluate(text)
    except UnknownReferenceError as error:
        yield field, str(error)
    except ContentError:
        pass  # the series file's own fault is reported already


def mistakes_without_figure(key: Key, evaluate: Evaluate) -> Iterator[Problem]:
    """Yield the foreseen mistakes of a key that come to no number."""
    for mistake in key.mistake:
        for text in mistake.answers:
            yield from not_a_figure("mistake", text, evaluate)


def foreseen_feedback(item: Any) -> Iterator[tuple[str, str, bool]]:
    """Yield what an item says to the right answer, to any other, and to each mistake that was foreseen."""
    yield "why", item.why, False
    yield "otherwise", item.otherwise, False
    for number, mistake in enumerate(item.mistake, start=1):
        yield f"mistake {number} why", mistake.why, False


def level_problems(criteria: Iterable[Criterion]) -> Iterator[Problem]:
    """Yield each criterion whose levels do not rise."""
    for criterion in criteria:
        points = [level.points for level in criterion.level]
        if len(points) < 2 or points != sorted(set(points)):
            yield f"criterion {criterion.id}", "needs two levels or more, with rising points"
