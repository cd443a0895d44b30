"""What more than one format cannot carry."""

from __future__ import annotations

from .questions import Essay, Figure, Loss, Ordering, Pick, Placing, Question, Words


def _scored(question: Question) -> bool:
    return not isinstance(question.shape, Essay)


def _ordered(question: Question) -> bool:
    return isinstance(question.shape, Ordering)


def _has_cards(question: Question) -> bool:
    return isinstance(question.shape, (Ordering, Placing))


def _has_decoys(question: Question) -> bool:
    return isinstance(question.shape, Placing) and bool(question.shape.decoys)


def _has_mistakes(question: Question) -> bool:
    return isinstance(question.shape, (Figure, Words)) and bool(question.shape.wrong)


def _accepts_several(question: Question) -> bool:
    shape = question.shape
    return isinstance(shape, Pick) and not shape.many and sum(option.weight > 0 for option in shape.options) > 1


BEFORE_READING = "that these are asked before reading"
OF_THAT_DAY = "the link from figures to the data: they are those of the day of the export"
ALWAYS: list[Loss] = [
    (BEFORE_READING, lambda q: "before" in q.tags),
    (OF_THAT_DAY, lambda q: q.dated),
]
CERTAINTY: Loss = ("the mark for certainty", _scored)
CERTAINTY_IN_MOODLE: Loss = (
    'the mark for certainty; a quiz set to "deferred feedback with CBM" comes near it',
    _scored,
)
TAGS: Loss = ("the tags: kind of thinking, habit of reading, use", lambda q: bool(q.tags))
PLACES: Loss = (
    "the marking of an order by its pairs: each line is matched with its number and counts for itself",
    _ordered,
)
CARDS: Loss = ("what is said to each card or line alone: it stands in the general feedback", _has_cards)
DECOYS: Loss = ("what is said to whoever uses a decoy: it stands in the general feedback", _has_decoys)
NUMBERS: Loss = (
    'the reading of a unit, a thousands mark or "about" typed with a number: only a bare number is sure to count',
    lambda q: isinstance(q.shape, Figure),
)
WORDS: Loss = (
    "the overlooking of accents, punctuation, words in brackets and a leading article",
    lambda q: isinstance(q.shape, Words),
)
MISTAKES: Loss = (
    "what is said to a foreseen mistake alone: it stands in what is said to every wrong answer",
    _has_mistakes,
)
ESSAYS: Loss = (
    "the rubric as a form to mark by: it stands with the model answer in the general "
    "feedback, which students see when they "
    "have answered",
    lambda q: not _scored(q),
)
SEVERAL: Loss = (
    "that more than one option is accepted: the file says so, but a program may keep only the first",
    _accepts_several,
)
