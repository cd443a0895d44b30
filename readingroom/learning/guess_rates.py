"""What somebody scores who knows nothing and guesses by a rule: no rule may beat chance."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from math import sqrt

from ..content.errors import Fault
from ..content.kinds import kind_name
from ..content.library import Library
from ..content.models import Item
from ..content.readability import content_stems, plain, words
from .kinds import KINDS

STANDARD_ERRORS = 2  # how far above chance a rate may lie and still be luck
FEWEST = 8  # items of a kind: where there are three, one rule or another is right in all of them by luck
_SWEEPING = re.compile(
    r"^(all|always|any|anybody|anyone|anything|cannot|completely|every|everybody|everything|"
    r"must|never|no|nobody|none|nothing|only|whole)$"
)


@dataclass(frozen=True)
class Question:
    """An item of which one option is picked.

    Its options in the order in which they stand, and which of them are right.
    """

    kind: str
    prompt: str
    options: tuple[str, ...]
    right: frozenset[int]
    common: frozenset[str] = frozenset()

    @property
    def chance(self) -> float:
        return len(self.right) / len(self.options)


@dataclass(frozen=True)
class Rate:
    """How often one way of guessing is right in one kind of item, beside chance and its standard error."""

    guesser: str
    kind: str
    items: int
    right: float
    chance: float
    error: float

    @property
    def better_than_chance(self) -> bool:
        return self.items >= FEWEST and self.right > self.chance + STANDARD_ERRORS * self.error


# A guesser names the options between which it cannot decide: one, or several that are equal by its rule.
Guesser = Callable[[Question], list[int]]


def most(measure: Callable[[Question, int], float]) -> Guesser:
    """Return the guesser who takes the option with the highest measure."""

    def guess(question: Question) -> list[int]:
        values = [measure(question, place) for place in range(len(question.options))]
        return [place for place, value in enumerate(values) if value == max(values)]

    return guess


def middle(question: Question) -> list[int]:
    """Take the option in the middle; of an even number the two."""
    many = len(question.options)
    return sorted({(many - 1) // 2, many // 2})


def shared_words(question: Question, place: int) -> int:
    """Count the words of meaning that an option shares with the prompt."""
    return len(
        content_stems(question.prompt, question.common) & content_stems(question.options[place], question.common)
    )


def sweeping_words(question: Question, place: int) -> int:
    """Count the words that leave no exception, such as *always* and *only*."""
    return sum(bool(_SWEEPING.match(word.lower())) for word in words(question.options[place]))


BY_WORDING: dict[str, Guesser] = {
    "the longest": most(lambda question, place: len(question.options[place])),
    "the shortest": most(lambda question, place: -len(question.options[place])),
    "most words of the prompt": most(shared_words),
    "fewest words of the prompt": most(lambda question, place: -shared_words(question, place)),
    "least sweeping": most(lambda question, place: -sweeping_words(question, place)),
}
BY_PLACE: dict[str, Guesser] = {
    "the first": lambda question: [0],
    "the middle": middle,
    "the last": lambda question: [len(question.options) - 1],
}


def rates(library: Library) -> list[Rate]:
    """Return every guesser's rates over the bank, for each kind of item and for all together."""
    items = [item for quiz in library.quizzes for item in library.items(quiz)]
    shown, filed = (list(questions(library, items, as_shown)) for as_shown in (True, False))
    found = [rate for name, guess in BY_WORDING.items() for rate in rates_of(name, guess, shown)]
    for where, asked in (("as shown", shown), ("in the file", filed)):
        found += [rate for name, guess in BY_PLACE.items() for rate in rates_of(f"{name} {where}", guess, asked)]
    return found


def questions(library: Library, items: Iterable[Item], as_shown: bool) -> Iterator[Question]:
    """Yield the items of which an option can be picked, with options as a learner sees them or as the file has them."""
    for item in items:
        pickable = KINDS[kind_name(item)].pickable(library, item, as_shown)
        if pickable is None:
            continue
        options, right = pickable
        yield Question(
            kind_name(item),
            plain(library.text(item.prompt)),
            tuple(plain(text) for _, text in options),
            frozenset(place for place, (name, _) in enumerate(options) if name in right),
            library.course.common,
        )


def rates_of(name: str, guess: Guesser, asked: list[Question]) -> list[Rate]:
    """Return one guesser's rate for each kind that is asked and for all together."""
    kinds = sorted({question.kind for question in asked})
    groups = {kind: [question for question in asked if question.kind == kind] for kind in kinds} | {"all": asked}
    return [_rate(name, kind, guess, group) for kind, group in groups.items() if group]


def _rate(name: str, kind: str, guess: Guesser, asked: list[Question]) -> Rate:
    many = len(asked)
    hits = [len(question.right.intersection(taken)) / len(taken) for question in asked for taken in [guess(question)]]
    # Chance: an option picked blindly. Its standard error is that of as many independent picks.
    error = sqrt(sum(question.chance * (1 - question.chance) for question in asked)) / many
    return Rate(name, kind, many, sum(hits) / many, sum(question.chance for question in asked) / many, error)


def guessing_faults(found: Iterable[Rate]) -> list[Fault]:
    """Return a fault for each way of guessing that beats chance."""
    return [
        Fault(
            "data/quizzes",
            f"{rate.kind} items",
            rate.guesser,
            f"is right in {rate.right:.0%}, more than luck explains (chance {rate.chance:.0%}, "
            f"standard error {rate.error:.0%}): "
            "mend items in which this gives the answer away",
        )
        for rate in found
        if rate.better_than_chance
    ]


def table(found: list[Rate]) -> str:
    """Return the rates as a table: a line for chance, then one for each way of guessing."""
    kinds = list(dict.fromkeys(rate.kind for rate in found))
    first = {rate.kind: rate for rate in reversed(found)}
    rows = [
        ["guesser always picks", *(f"{kind} ({first[kind].items})" for kind in kinds)],
        ["(chance, standard error)", *(f"{first[kind].chance:.0%} ± {first[kind].error:.0%}" for kind in kinds)],
    ]
    for name in dict.fromkeys(rate.guesser for rate in found):
        of_kind = {rate.kind: rate for rate in found if rate.guesser == name}
        rows.append(
            [name, *(f"{of_kind[kind].right:.0%}{' !' if of_kind[kind].better_than_chance else ''}" for kind in kinds)]
        )
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )
