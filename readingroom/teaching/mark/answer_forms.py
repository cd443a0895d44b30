"""Whether answers have the form of their tasks, and answers in a form that can be scored."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...content.kinds import KINDS as CONTENT_KINDS
from ...learning.kinds import KINDS as LEARNING_KINDS
from ...learning.submission.format import Submission

LONGEST_TYPED = 2_000  # letters of an answer that no person reads


def misfits(submission: Submission, kinds: Mapping[str, str]) -> list[str]:
    """Return a sentence for each answer that does not fit its task; `kinds` has the kind of each task."""
    says = []
    for task, answer in submission.answers.items():
        if task not in kinds:
            says.append(f"task {task[:60]}: this exercise has no such task")
        elif not _fits(answer.response, LEARNING_KINDS[kinds[task]].well_formed(answer.response)):
            says.append(f"task {task}: the answer has not the form that answers to it have")
        elif _longest(answer.response) > LONGEST_TYPED and not CONTENT_KINDS[kinds[task]].marked_by_people:
            says.append(f"task {task}: the answer has more than {LONGEST_TYPED:,} letters")
    return says


def scorable(kind: str, response: Any) -> Any:
    """Return a response in the form of its kind, no longer than scoring needs."""
    formed = LEARNING_KINDS[kind].well_formed(response)
    return formed if CONTENT_KINDS[kind].marked_by_people else _cut(formed)


def _fits(said: Any, formed: Any) -> bool:
    if isinstance(said, dict) and isinstance(formed, dict):
        return said.keys() == formed.keys() and all(_fits(said[name], formed[name]) for name in said)
    if isinstance(said, list) and isinstance(formed, list):
        return len(said) == len(formed) and all(map(_fits, said, formed))
    return said is None or (not isinstance(said, bool) and str(said) == formed)


def _longest(response: Any) -> int:
    parts = response.values() if isinstance(response, dict) else response if isinstance(response, list) else None
    return max(map(_longest, parts), default=0) if parts is not None else len(str(response))


def _cut(formed: Any) -> Any:
    if isinstance(formed, dict):
        return {name: _cut(part) for name, part in formed.items()}
    return [_cut(part) for part in formed] if isinstance(formed, list) else formed[:LONGEST_TYPED]
