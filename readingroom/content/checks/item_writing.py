"""What the wording of one quiz item may not do: give its answer away, hide a *not*, leave a wrong answer unexplained.

The rules are those of Haladyna, Downing and Rodriguez (2002) that a machine can hold; whether an option is plausible
only people can say.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from ..kinds import kind_of
from ..kinds.base import Fill, Problem
from ..models import Item
from ..readability import grade, plain

WRONG_WHY_WORDS = 12  # room for two things: what speaks for the option, and what speaks against it
OTHER_WHY_WORDS = 7
# The article itself is of grade 17. Ten years of school are enough to understand what is asked: what is hard should
# be the article.
HIGHEST_GRADE = 10.0

_ABOVE = re.compile(
    r"\b(?:all|both|any|none|neither|either|some) (?:of )?(?:the|these|them|those)\b(?: "
    r"(?:above|options|answers))?[.!]?$|\b(?:the|as) above\b|^(?:both|neither)[.!]?$",
    re.I,
)
_NEGATIVE = re.compile(
    r"\b(?:not|no|never|none|neither|nor|nobody|nothing|nowhere|except|cannot|unless|without|"
    r"hardly|\w+n['\N{RIGHT SINGLE QUOTATION MARK}]t)\b",
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


def lint(item: Item, fill: Fill, common: Container[str] = ()) -> list[Problem]:
    """Return (field, what is wrong) for the wording of `item`; `common` words give nothing away."""
    return [
        *_prompt(item),
        *_reading(item, fill),
        *_parallel(item, fill),
        *kind_of(item).giveaways(item, fill, common),
        *_feedback(item),
    ]


# --- the question ----------------------------------------------------------------------------------------------------


def _prompt(item: Item) -> Iterator[Problem]:
    asked = _EMPHASISED.sub("", _QUOTED.sub("", " ".join(item.prompt.split())))
    for found in _NEGATIVE.finditer(asked):
        yield "prompt", f"{found[0]!r} is easily overlooked: emphasise it (*{found[0]}*) or ask without it"


def _reading(item: Item, fill: Fill) -> Iterator[Problem]:
    kind = kind_of(item)
    asked = [item.prompt, *kind.also_asked(item), *(text for _, texts in kind.offered(item) for text in texts)]
    level = grade(fill(text) for text in asked)
    if level > HIGHEST_GRADE:
        yield (
            "prompt",
            f"reads at grade {level:.1f}, above {HIGHEST_GRADE:.0f}: shorter sentences or words in the "
            "prompt and options",
        )


# --- the options -----------------------------------------------------------------------------------------------------


def _parallel(item: Item, fill: Fill) -> Iterator[Problem]:
    kind = kind_of(item)
    options, most = getattr(item, "option", []), kind.most_options
    if most is not None and len(options) > most:
        yield "option", f"{len(options)} options; three good ones are best, more than {most} are too many"
    for field, raw in kind.offered(item):
        texts = [plain(fill(text)) for text in raw]
        for text in texts:
            if field == "option" and _ABOVE.search(text):
                yield field, f"{text!r} refers to the other options, which come in any order: say what is meant"
        if len({_end(text) for text in texts}) > 1:
            yield field, "some end in a full stop and some do not: that sets one apart"
        if len({_start(text) for text in texts}) > 1:
            yield field, "some begin with a capital and some do not: that sets one apart"
        sizes = [len(text) for text in texts]
        if field != "bin" and sizes and max(sizes) > kind.length_ratio * min(sizes):
            yield field, f"the longest has {max(sizes)} characters and the shortest {min(sizes)}: make them alike"


def _end(text: str) -> str:
    last = text.rstrip("\"')\N{RIGHT DOUBLE QUOTATION MARK}")[-1:]
    return last if last in ".!?:;," else ""


def _start(text: str) -> str:
    first = next((character for character in text if character.isalpha()), "")
    return "small" if first.islower() and not text[:1].isdigit() else "capital"


# --- what is said afterwards -----------------------------------------------------------------------------------------


def _feedback(item: Item) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for field, text, to_wrong in kind_of(item).feedback(item):
        wording = plain(text)
        reason = _VERDICT.sub("", wording)
        least = WRONG_WHY_WORDS if to_wrong else OTHER_WHY_WORDS
        asked = "why one might choose it and why it fails" if to_wrong else "why"
        if len(reason.split()) < least:
            yield (
                field,
                f"{len(reason.split())} words beyond the verdict; say {asked} in {least} or more",
            )
        elif to_wrong and not _TURN.search(reason.rstrip(".")):
            yield field, "makes one point only; say why one might choose it *and* why it fails"
        if wording.lower() in seen:
            yield field, f"says the same as {seen[wording.lower()]}"
        seen[wording.lower()] = field
