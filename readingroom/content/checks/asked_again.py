"""Checks of a quiz that asks an earlier one again in other words: each question has its partner."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..errors import Fault
from ..library import COURSE
from ..models import CourseQuiz, Item

Banks = Mapping[str, Sequence[Item]]


def asked_again_faults(quizzes: Iterable[CourseQuiz], banks: Banks) -> Iterator[Fault]:
    """Yield a fault for each quiz, item or judged claim that names no partner, and for each item that has none."""
    items = {item.id for bank in banks.values() for item in bank}
    again = {quiz.id: quiz.again for quiz in quizzes if quiz.again}
    for quiz in quizzes:
        if quiz.again and (quiz.again not in banks or quiz.again == quiz.id):
            yield Fault(COURSE, f"quiz {quiz.id}", "again", f"there is no other quiz {quiz.again!r}")
        if quiz.judges and quiz.judges not in items:
            yield Fault(COURSE, f"quiz {quiz.id}", "judges", f"there is no item {quiz.judges!r}")
    for name, bank in banks.items():
        earlier = banks.get(again.get(name, ""), [])
        yield from _item_faults(name, bank, [item.id for item in earlier])


def _item_faults(quiz: str, bank: Sequence[Item], earlier: Sequence[str]) -> Iterator[Fault]:
    file = f"data/quizzes/{quiz}.toml"
    partners: set[str] = set()
    for item in bank:
        label = f"item {item.id}"
        if not item.again:
            if item.topic:
                yield Fault(file, label, "topic", "is used only where the item asks an earlier one again")
            continue
        if item.again not in earlier:
            yield Fault(file, label, "again", f"there is no item {item.again!r} in the quiz that this one asks again")
        elif item.again in partners:
            yield Fault(file, label, "again", f"{item.again!r} is asked again by another item already")
        if not item.topic.strip():
            yield Fault(file, label, "topic", "is missing: what a table calls the question")
        partners.add(item.again)
    for lonely in [name for name in earlier if name not in partners]:
        yield Fault(file, "", "again", f"no item asks {lonely!r} again")
