"""Choice: one right option."""

from __future__ import annotations

from collections.abc import Container, Iterator

from ..models import Id, Item, Option
from ..readability import content_stems, plain
from ..tasks import Key, Task
from .base import MOST_OPTIONS, ContentKind, Evaluate, Fill, Problem, misnamed_options, too_few_options

ALONE_BY = 1.15  # a right option may be longer or shorter than every wrong one by this much
_ARTICLES = {"a", "an", "the"}


class Choice(Item, frozen=True, kw_only=True, tag="choice"):
    """One right option."""

    option: list[Option]
    answer: Id


def _first_word(text: str) -> str:
    return next(iter(text.lower().split()), "")


class ChoiceKind(ContentKind[Choice]):
    """One right option of several."""

    name = "choice"
    item = Choice
    task_lines = explained_lines = ("option",)
    renames_response = True
    most_options = MOST_OPTIONS
    length_ratio = 1.35

    def item_problems(self, item: Choice, paragraphs: set[str]) -> Iterator[Problem]:
        yield from too_few_options(item.option)
        if item.answer not in {option.id for option in item.option}:
            yield "answer", f"{item.answer!r} is not one of the options"

    def offered(self, item: Choice) -> list[tuple[str, list[str]]]:
        return [("option", [option.text for option in item.option])]

    def feedback(self, item: Choice) -> Iterator[tuple[str, str, bool]]:
        for option in item.option:
            yield f"option {option.id} why", option.why, option.id != item.answer

    def giveaways(self, item: Choice, fill: Fill, common: Container[str]) -> Iterator[Problem]:
        if item.answer not in {option.id for option in item.option} or len(item.option) < 2:
            return
        right = next(plain(fill(option.text)) for option in item.option if option.id == item.answer)
        wrong = [plain(fill(option.text)) for option in item.option if option.id != item.answer]
        field = f"option {item.answer}"
        if len(right) > ALONE_BY * max(map(len, wrong)):
            yield field, "is right and alone the longest: that gives it away"
        if len(right) * ALONE_BY < min(map(len, wrong)):
            yield field, "is right and alone the shortest: that gives it away"
        elsewhere = {stem for text in wrong for stem in content_stems(text, common)}
        clues = content_stems(fill(item.prompt), common) & content_stems(right, common) - elsewhere
        for clue in sorted(clues):
            yield field, f"is right and alone repeats a word of the prompt ({clue}…): that gives it away"
        starts = {_first_word(text) for text in wrong}
        if len(wrong) > 1 and len(starts) == 1 and _first_word(right) not in starts and not starts <= _ARTICLES:
            start = next(iter(wrong[0].split()), "")
            yield field, f"is right and alone does not begin with {start!r}: make the options alike in form"

    def key_problems(self, task: Task, key: Key, evaluate: Evaluate) -> Iterator[Problem]:
        return misnamed_options([key.answer] if isinstance(key.answer, str) else [], task, exactly=1)


KIND = ChoiceKind()
