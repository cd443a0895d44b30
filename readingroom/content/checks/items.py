"""What must hold within one quiz item for it to be answered and explained."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from .. import models as m

Says = tuple[str, str]


def item_faults(item: m.QuizItem, paragraphs: Iterable[str]) -> list[Says]:
    """Return (field, what is wrong) for everything wrong within `item`."""
    return list(_FAULTS[type(item)](item, set(paragraphs)))


def _options(item: m.Choice | m.Choices | m.Order | m.PassageItem) -> Iterator[Says]:
    if len(item.option) < 2:
        yield "option", "at least two options are needed"
    yield from _twice("option", (option.id for option in item.option))


def _twice(field: str, ids: Iterable[str]) -> Iterator[Says]:
    for name, count in Counter(ids).items():
        if count > 1:
            yield field, f"{name!r} stands {count} times"


def _choice(item: m.Choice, _: set[str]) -> Iterator[Says]:
    yield from _options(item)
    if item.answer not in {option.id for option in item.option}:
        yield "answer", f"{item.answer!r} is not one of the options"


def _choices(item: m.Choices | m.PassageItem, paragraphs: set[str]) -> Iterator[Says]:
    yield from _options(item)
    ids = {option.id for option in item.option}
    if not item.answer:
        yield "answer", "names no right option"
    for answer in item.answer:
        if answer not in ids:
            yield "answer", f"{answer!r} is not one of the options"
    if ids and set(item.answer) == ids:
        yield "answer", "every option is right; one at least must be wrong"


def _passage(item: m.PassageItem, paragraphs: set[str]) -> Iterator[Says]:
    yield from _choices(item, paragraphs)
    for option in item.option:
        if option.id not in paragraphs:
            yield "option", f"there is no paragraph {option.id!r}"


def _order(item: m.Order, _: set[str]) -> Iterator[Says]:
    yield from _options(item)


def _match(item: m.Match, _: set[str]) -> Iterator[Says]:
    if len(item.pair) < 2:
        yield "pair", "at least two pairs are needed"
    yield from _twice("pair", (*(pair.id for pair in item.pair), *(decoy.id for decoy in item.decoy)))
    yield from _twice("pair", (pair.right for pair in item.pair))


def _sort(item: m.Sort, _: set[str]) -> Iterator[Says]:
    bins = {bin.id for bin in item.bin}
    if len(bins) < 2:
        yield "bin", "at least two boxes are needed"
    yield from _twice("bin", (bin.id for bin in item.bin))
    yield from _twice("card", (card.id for card in item.card))
    for card in item.card:
        if card.bin not in bins:
            yield f"card {card.id}", f"there is no box {card.bin!r}"
    for empty in sorted(bins - {card.bin for card in item.card}):
        yield "bin", f"nothing belongs in {empty!r}"


def _number(item: m.Number, _: set[str]) -> Iterator[Says]:
    if item.tolerance < 0:
        yield "tolerance", "cannot be below nought"


def _short(item: m.Short, _: set[str]) -> Iterator[Says]:
    if not item.answer:
        yield "answer", "names no accepted answer"


def _written(item: m.Written, _: set[str]) -> Iterator[Says]:
    if not item.criterion:
        yield "criterion", "a written item has a rubric"
    yield from _twice("criterion", (criterion.id for criterion in item.criterion))
    for criterion in item.criterion:
        points = [level.points for level in criterion.level]
        if len(points) < 2 or points != sorted(set(points)):
            yield f"criterion {criterion.id}", "needs two levels or more, with rising points"


_FAULTS = {
    m.Choice: _choice,
    m.Choices: _choices,
    m.Order: _order,
    m.Match: _match,
    m.Sort: _sort,
    m.Number: _number,
    m.PassageItem: _passage,
    m.Short: _short,
    m.Written: _written,
}
