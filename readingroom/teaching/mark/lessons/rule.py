"""When a lesson is complete: how much of it, in per cent, a student must have done."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable

import msgspec

from ....content.errors import CourseError
from ....content.lessons import hand_in_name
from ....content.library import Library
from ....learning.submission.lesson_records import LessonHandIn
from ..policy.model import LessonRule

PARTS = ("paragraphs", "votes", "items")


class Rule(msgspec.Struct, frozen=True):
    """The least part of a lesson's paragraphs marked, claims voted on and items answered, in per cent."""

    paragraphs: float = 100
    votes: float = 100
    items: float = 60


class Rules(msgspec.Struct, frozen=True):
    """The rule for all lessons, and those of single ones."""

    general: Rule = Rule()
    own: dict[str, Rule] = {}

    def of(self, lesson: str) -> Rule:
        """Return the rule for `lesson`."""
        return self.own.get(lesson, self.general)

    def unknown(self, lessons: Container[str]) -> list[str]:
        """Return a sentence for each rule that is for no lesson of the course."""
        return [
            f"policy.toml has a rule for the lesson {name!r}, which there is not; it is passed over."
            for name in self.own
            if name not in lessons
        ]


class Done(msgspec.Struct, frozen=True):
    """How much of a lesson a student did, as (done, of how many) for each of PARTS."""

    paragraphs: tuple[int, int]
    votes: tuple[int, int]
    items: tuple[int, int]

    def completes(self, rule: Rule) -> bool:
        """Say whether it is enough; what a lesson does not have is not asked."""
        return all(100 * done >= getattr(rule, part) * whole for part in PARTS for done, whole in [getattr(self, part)])


def rules_of(typed: str, written: Iterable[LessonRule], library: Library) -> Rules:
    """Return the rule that was typed, else those that the class's policy has, else the course's own."""
    if typed:
        return Rules(rule_of(typed))
    rules = {
        each.id and hand_in_name(library, each.id): Rule(each.paragraphs, each.votes, each.items) for each in written
    }
    return Rules(rules.pop("", Rule()), rules)


def rule_of(text: str) -> Rule:
    """Return the rule that a teacher typed, as in `paragraphs 100, votes 80, items 60`; what is not named stays."""
    given: dict[str, int] = {}
    for piece in filter(None, (piece.strip() for piece in text.split(","))):
        found = re.fullmatch(r"(\w+)[ =]+(\d{1,3})\s*%?", piece)
        if not found or found[1] not in PARTS or int(found[2]) > 100:
            raise CourseError(
                f"--complete {text!r}: {piece!r} is no part of a rule; write it as in 'paragraphs 100, votes 100, "
                "items 60', each with a number of per cent from 0 to 100."
            )
        given[found[1]] = int(found[2])
    return Rule(**given)


def done(library: Library, lesson: str, hand_in: LessonHandIn) -> Done:
    """Return how much of `lesson` a hand-in holds; what is not of the lesson does not count."""
    is_section = lesson in library.sections
    paragraphs = [p.id for p in library.of_section(lesson)] if is_section else []
    claims = [claim.id for claim in library.section_claims(lesson)] if is_section else []
    items = [item.id for item in library.items(lesson)]
    return Done(
        (sum(bool(hand_in.marks.get(p)) for p in paragraphs), len(paragraphs)),
        (sum(bool(hand_in.votes.get(claim)) for claim in claims), len(claims)),
        (sum(item in hand_in.answers for item in items), len(items)),
    )
