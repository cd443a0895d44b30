"""What a class's hand-ins of a lesson say: puzzling paragraphs, split votes, answers that were sure and wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import msgspec

from ....content import models as m
from ....content.errors import CourseError
from ....content.kinds import kind_name, kind_of
from ....content.library import Library
from ....learning.kinds import KINDS as ANSWERS
from ....learning.kinds import answer_key
from ....learning.scoring import fraction
from ...kinds import KINDS
from ...kinds.base import Misunderstood
from ...mark.lessons.marks import LINES, LessonLine

SURE = 3


@dataclass(frozen=True)
class Puzzle:
    """A paragraph: how many found it puzzling, and how many marked it at all."""

    paragraph: m.Paragraph
    puzzled: int
    marked: int


@dataclass(frozen=True)
class Split:
    """A claim: how many gave each vote, the commonest first."""

    claim: m.Claim
    votes: list[tuple[str, int]]

    @property
    def count(self) -> int:
        """How many voted."""
        return sum(count for _, count in self.votes)

    @property
    def against(self) -> float:
        """The part of the class that did not give the commonest vote."""
        return 1 - self.votes[0][1] / self.count


@dataclass(frozen=True)
class Missed:
    """An item: how many answered it, how many were wrong, and how many of these called themselves very sure."""

    item: m.Item
    answered: int
    wrong: int
    sure_and_wrong: int
    misunderstood: list[tuple[Misunderstood, int]]


def lesson_lines(folder: Path, lesson: str) -> list[LessonLine]:
    """Return the hand-ins of `lesson` that `mark` wrote into `folder`."""
    path = folder / LINES
    if not path.is_file():
        raise CourseError(
            f"{folder} holds no {LINES}: no lesson's hand-in was marked into it. "
            "Name the folder that `mark` wrote into."
        )
    found = []
    for number, line in enumerate(path.read_bytes().splitlines(), start=1):
        try:
            found.append(msgspec.json.decode(line, type=LessonLine))
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise CourseError(f"{path}, line {number}, is damaged ({error}); run `mark` again.") from None
    return [line for line in found if line.hand_in.lesson == lesson]


def puzzles(library: Library, lesson: str, class_: Iterable[LessonLine]) -> list[Puzzle]:
    """Return the paragraphs that somebody found puzzling, the most puzzling first."""
    class_ = list(class_)
    paragraphs = library.of_section(lesson) if lesson in library.sections else []
    found = []
    for paragraph in paragraphs:
        marks = Counter(line.hand_in.marks.get(paragraph.id, "") for line in class_)
        found.append(Puzzle(paragraph, marks["puzzling"], marks.total() - marks[""]))
    return sorted((each for each in found if each.puzzled), key=lambda each: (-each.puzzled, each.paragraph.number))


def splits(library: Library, lesson: str, class_: Iterable[LessonLine]) -> list[Split]:
    """Return the claims on which the class did not agree, the most divided first."""
    class_ = list(class_)
    claims = library.section_claims(lesson) if lesson in library.sections else []
    found = []
    for claim in claims:
        votes = Counter(vote for line in class_ if (vote := line.hand_in.votes.get(claim.id)))
        if len(votes) > 1:
            found.append(Split(claim, sorted(votes.items(), key=lambda each: (-each[1], each[0]))))
    return sorted(found, key=lambda each: (-each.against, -each.count))


def missed(library: Library, lesson: str, class_: Iterable[LessonLine]) -> list[Missed]:
    """Return the items that somebody got wrong, those with the most sure and wrong answers first.

    Answers are marked here, by the course's own key: what a file says of its marks is its maker's word.
    """
    class_ = list(class_)
    items = [item for item in library.items(lesson) if not kind_of(item).marked_by_people]
    found = [_missed(library, item, class_) for item in items]
    return sorted((each for each in found if each.wrong), key=lambda each: (-each.sure_and_wrong, -each.wrong))


def _missed(library: Library, item: m.Item, class_: list[LessonLine]) -> Missed:
    key, name = answer_key(item, library.evaluate), kind_name(item)
    given = [line.hand_in.answers[item.id] for line in class_ if item.id in line.hand_in.answers]
    responses = [(ANSWERS[name].well_formed(answer.response), answer.sure) for answer in given]
    wrong = [(response, sure) for response, sure in responses if fraction(key, response) < 1]
    chosen = Counter(each for response, _ in wrong for each in KINDS[name].misunderstood(library, item, key, response))
    most = sorted(chosen.items(), key=lambda each: (-each[1], each[0].chosen))
    return Missed(item, len(given), len(wrong), sum(sure == SURE for _, sure in wrong), most)
