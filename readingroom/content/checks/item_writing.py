"""What the wording of one quiz item may not do: give its answer away, hide a *not*, leave a wrong answer unexplained.

The rules are those of Haladyna, Downing and Rodriguez (2002) that a machine can hold; whether an option is plausible only people can say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from .. import models as m
from ..readability import content_stems, grade, plain

Says = tuple[str, str]
Shown = Callable[[str], str]

MOST_OPTIONS = 4  # three good options beat more poor ones (Rodriguez 2005); a fourth is suffered
ALONE_BY = 1.15  # a right option may be longer or shorter than every wrong one by this much
LENGTHS_WITHIN = {"choice": 1.35, "choices": 1.75, "order": 3.0, "match": 3.0, "sort": 3.0}
WRONG_WHY_WORDS = 12  # room for two things: what speaks for the option, and what speaks against it
OTHER_WHY_WORDS = 7
# The article itself is of grade 17. Ten years of school are enough to understand what is asked: what is hard should be the article.
HIGHEST_GRADE = 10.0

_ABOVE = re.compile(
    r"\b(?:all|both|any|none|neither|either|some) (?:of )?(?:the|these|them|those)\b(?: (?:above|options|answers))?[.!]?$|\b(?:the|as) above\b|^(?:both|neither)[.!]?$",
    re.I,
)
_NEGATIVE = re.compile(
    r"\b(?:not|no|never|none|neither|nor|nobody|nothing|nowhere|except|cannot|unless|without|hardly|\w+n['\N{RIGHT SINGLE QUOTATION MARK}]t)\b",
    re.I,
)
_QUOTED = re.compile(
    r"\"[^\"]*\"|\N{LEFT DOUBLE QUOTATION MARK}[^\N{RIGHT DOUBLE QUOTATION MARK}]*\N{RIGHT DOUBLE QUOTATION MARK}"
)
_EMPHASISED = re.compile(r"\*[^*]+\*")
_VERDICT = re.compile(
    r"^(?:no|wrong|incorrect|false|not (?:quite|right|this one|so)|yes|right|correct)\b[.,:;!]*\s*", re.I
)
_TURN = re.compile(r"[.;:?](?=\s+\S)|\b(?:but|yet|though|although|while|whereas|nor|not)\b", re.I)
_ARTICLES = {"a", "an", "the"}
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def lint(item: m.QuizItem, shown: Shown) -> list[Says]:
    """Return (field, what is wrong) for the wording of `item`; `shown` fills figures in."""
    return [*_prompt(item), *_reading(item, shown), *_parallel(item, shown), *_giveaways(item, shown), *_feedback(item)]


def offered(item: m.QuizItem) -> list[tuple[str, list[str]]]:
    """Return (field, texts) for each group of texts a reader chooses between."""
    match item:
        case m.Choice() | m.Choices() | m.Order():
            return [("option", [option.text for option in item.option])]
        case m.Match():
            return [("right", [side.right for side in (*item.pair, *item.decoy)])]
        case m.Sort():
            return [("card", [card.text for card in item.card]), ("bin", [bin.text for bin in item.bin])]
    return []


def feedback(item: m.QuizItem) -> Iterator[tuple[str, str, bool]]:
    """Yield (field, text, is said to a wrong answer) for all that is said after an answer."""
    match item:
        case m.Choice() | m.Choices() | m.PassageItem():
            answers = [item.answer] if isinstance(item.answer, str) else item.answer
            for option in item.option:
                yield f"option {option.id} why", option.why, option.id not in answers
        case m.Order():
            for option in item.option:
                yield f"option {option.id} why", option.why, False
        case m.Match():
            for side in (*item.pair, *item.decoy):
                yield f"{side.id} why", side.why, False
        case m.Sort():
            for card in item.card:
                yield f"card {card.id} why", card.why, False
        case m.Number() | m.Short():
            yield "why", item.why, False
            yield "otherwise", item.otherwise, False
            for number, mistake in enumerate(item.mistake, start=1):
                yield f"mistake {number} why", mistake.why, False


# --- the question ----------------------------------------------------------------------------------------------------


def _prompt(item: m.QuizItem) -> Iterator[Says]:
    asked = _EMPHASISED.sub("", _QUOTED.sub("", " ".join(item.prompt.split())))
    for found in _NEGATIVE.finditer(asked):
        yield "prompt", f"{found[0]!r} is easily overlooked: emphasise it (*{found[0]}*) or ask without it"


def _reading(item: m.QuizItem, shown: Shown) -> Iterator[Says]:
    lefts = [pair.left for pair in item.pair] if isinstance(item, m.Match) else []
    asked = [item.prompt, *lefts, *(text for _, texts in offered(item) for text in texts)]
    level = grade(shown(text) for text in asked)
    if level > HIGHEST_GRADE:
        yield (
            "prompt",
            f"reads at grade {level:.1f}, above {HIGHEST_GRADE:.0f}: shorter sentences or words in the prompt and options",
        )


# --- the options -----------------------------------------------------------------------------------------------------


def _parallel(item: m.QuizItem, shown: Shown) -> Iterator[Says]:
    kind = m.kind_of(item)
    if isinstance(item, (m.Choice, m.PassageItem)) and len(item.option) > MOST_OPTIONS:
        yield "option", f"{len(item.option)} options; three good ones are best, more than {MOST_OPTIONS} are too many"
    for field, raw in offered(item):
        texts = [plain(shown(text)) for text in raw]
        for text in texts:
            if field == "option" and _ABOVE.search(text):
                yield field, f"{text!r} refers to the other options, which come in any order: say what is meant"
        if len({_end(text) for text in texts}) > 1:
            yield field, "some end in a full stop and some do not: that sets one apart"
        if len({_start(text) for text in texts}) > 1:
            yield field, "some begin with a capital and some do not: that sets one apart"
        sizes = [len(text) for text in texts]
        if field != "bin" and sizes and max(sizes) > LENGTHS_WITHIN[kind] * min(sizes):
            yield field, f"the longest has {max(sizes)} characters and the shortest {min(sizes)}: make them alike"


def _end(text: str) -> str:
    last = text.rstrip("\"')\N{RIGHT DOUBLE QUOTATION MARK}")[-1:]
    return last if last in ".!?:;," else ""


def _start(text: str) -> str:
    first = next((character for character in text if character.isalpha()), "")
    return "small" if first.islower() and not text[:1].isdigit() else "capital"


def _giveaways(item: m.QuizItem, shown: Shown) -> Iterator[Says]:
    if isinstance(item, m.Order):
        dated = [option for option in item.option if _YEAR.search(option.text)]
        if len(dated) > 1:
            yield "option", f"{len(dated)} carry a year, which gives their order away"
    if (
        not isinstance(item, m.Choice)
        or item.answer not in {option.id for option in item.option}
        or len(item.option) < 2
    ):
        return
    right = next(plain(shown(option.text)) for option in item.option if option.id == item.answer)
    wrong = [plain(shown(option.text)) for option in item.option if option.id != item.answer]
    if len(right) > ALONE_BY * max(map(len, wrong)):
        yield f"option {item.answer}", "is right and alone the longest: that gives it away"
    if len(right) * ALONE_BY < min(map(len, wrong)):
        yield f"option {item.answer}", "is right and alone the shortest: that gives it away"
    clues = content_stems(shown(item.prompt)) & content_stems(right) - set().union(*map(content_stems, wrong))
    for clue in sorted(clues):
        yield f"option {item.answer}", f"is right and alone repeats a word of the prompt ({clue}…): that gives it away"
    starts = {text.split()[0].lower() for text in wrong}
    if len(wrong) > 1 and len(starts) == 1 and right.split()[0].lower() not in starts and not starts <= _ARTICLES:
        yield (
            f"option {item.answer}",
            f"is right and alone does not begin with {wrong[0].split()[0]!r}: make the options alike in form",
        )


# --- what is said afterwards -----------------------------------------------------------------------------------------


def _feedback(item: m.QuizItem) -> Iterator[Says]:
    seen: dict[str, str] = {}
    for field, text, to_wrong in feedback(item):
        said = plain(text)
        reason = _VERDICT.sub("", said)
        least = WRONG_WHY_WORDS if to_wrong else OTHER_WHY_WORDS
        if len(reason.split()) < least:
            yield (
                field,
                f"{len(reason.split())} words beyond the verdict; say {'why one might choose it and why it fails' if to_wrong else 'why'} in {least} or more",
            )
        elif to_wrong and not _TURN.search(reason.rstrip(".")):
            yield field, "makes one point only; say why one might choose it *and* why it fails"
        if said.lower() in seen:
            yield field, f"says the same as {seen[said.lower()]}"
        seen[said.lower()] = field
