"""A made-up class: students of known ability who answer an exercise, hand in, and whose files suffer as files do."""

from __future__ import annotations

import random
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from readingroom.content.exercise import Assignment, assignment, key
from readingroom.content.library import Library
from readingroom.content.parameters import key_for
from readingroom.content.tasks import Key, Task
from readingroom.content.variants import Variant, variant_tag, variants
from readingroom.learning.submission.format import Answer, Submission, file_name, read, serialize
from readingroom.teaching.assign.assign import assign

DUE = "2026-12-01T12:00:00Z"
ON_TIME, TOO_LATE = "2026-11-30T10:00:00Z", "2026-12-02T10:00:00Z"


class Class:
    """`size` students with abilities from 0 to 1, and tasks whose difficulty the simulation sets."""

    def __init__(self, root: Path, exercise: str, size: int, seed: str, chance: int = 1):
        self.root, self.exercise, self.seed = root, exercise, seed
        self.given: Assignment = assignment(root, exercise)
        self.keys: dict[str, Key] = {entry.task: entry for entry in key(root, exercise)}
        self.library = Library(root)
        self._random = random.Random(chance)
        self.students = [f"s{number:05}" for number in range(size)]
        self.ability = {student: self._random.random() for student in self.students}
        machine = [task.id for task in self.given.tasks.values() if task.kind != "written"]
        self.difficulty = {
            task: 0.1 + 0.8 * number / max(1, len(machine) - 1)
            for number, task in enumerate(self._random.sample(machine, len(machine)))
        }
        self.earned: dict[str, dict[str, float]] = {}
        self._bundles: Path | None = None

    def roster(self, path: Path) -> Path:
        """Write the list of the class."""
        path.write_text(
            "id,name,email\n" + "".join(f"{s},Student {s[1:]},{s}@example.org\n" for s in self.students),
            encoding="utf-8",
        )
        return path

    def assign(self, roster: Path, out: Path) -> None:
        """Give everybody a bundle; what they answer from then on is what they read there."""
        assign(self.root, self.exercise, out, roster, self.seed)
        self._bundles = out

    def hand_ins(self, made: str = ON_TIME) -> Iterator[tuple[str, str, str]]:
        """Yield (student, name of the file, text) for everybody, fully right or fully wrong in each task."""
        for student in self.students:
            submission = self.submission(student, made)
            text = serialize(submission)
            yield student, file_name(submission, read(text).receipt), text

    def submission(self, student: str, made: str = ON_TIME) -> Submission:
        """Answer every task as somebody of this ability would; what part of it is right is kept in `earned`."""
        own, tag_ = self._asked(student)
        self.earned[student] = {}
        answers = {}
        for task, variant in own.items():
            if variant.task.kind == "written":
                answers[task] = Answer(f"What {student} thinks of it.")
                continue
            knows = self._random.random() < 0.15 + 0.7 * (0.5 + self.ability[student] - self.difficulty[task])
            response, part = response_of(self.library, variant, self.keys[task], knows), float(knows)
            if knows and self._random.random() < 0.1:
                response, part = slipped(variant.task.kind, response)
            self.earned[student][task] = part
            answers[task] = Answer(response, self._random.choice([0, 1, 2, 3]))
        puzzling = tuple(p for p in self.given.about.paragraphs if self._random.random() < 0.2)
        return Submission(self.exercise, student, made, answers, puzzling, tag_)

    def _asked(self, student: str) -> tuple[dict[str, Variant], str]:
        own, tag_ = variants(self.given, self.seed, student), variant_tag(self.given, self.seed, student)
        if not self._bundles:
            return own, tag_
        name = f"{self.exercise}--{student}"
        with zipfile.ZipFile(self._bundles / f"{name}.zip") as bundle:
            read = tomllib.loads(bundle.read(f"{name}/exercises/tasks/{self.exercise}.toml").decode())
        tasks = {task["id"]: msgspec.convert(task, Task) for task in read["task"]}
        return {task: msgspec.structs.replace(variant, task=tasks[task]) for task, variant in own.items()}, read[
            "assigned"
        ]["tag"]


def slipped(kind: str, response: Any) -> tuple[Any, float]:
    """Return a right response with one slip in it, and what is left of the mark by the rule of the kind, counted by hand."""
    match kind:
        case "choices" if len(response) > 1:
            return response[1:], (len(response) - 1) / len(response)
        case "order":
            pairs = len(response) * (len(response) - 1) // 2
            return [response[1], response[0], *response[2:]], (pairs - 2) / pairs
        case "match" | "sort":
            return {**response, next(iter(response)): ""}, (len(response) - 1) / len(response)
        case "table":
            cells = sum(len(row) for row in response.values())
            row, columns = next(iter(response.items()))
            return {**response, row: {**columns, next(iter(columns)): "?"}}, (cells - 1) / cells
    return response, 1.0


def response_of(library: Library, variant: Variant, key_: Key, right: bool) -> Any:
    """Return a fully right or a fully wrong response under the names that the student sees."""
    task, key_ = variant.task, key_for(key_, variant.values)
    new = {own: name for name, own in variant.names.items()}
    answers = [key_.answer] if isinstance(key_.answer, str) else key_.answer
    match task.kind:
        case "choice":
            return next(option.id for option in task.option if (variant.names[option.id] == key_.answer) == right)
        case "choices":
            return [option.id for option in task.option if (variant.names[option.id] in answers) == right]
        case "passage":
            return next(p for p in task.passage if (p in answers) == right)
        case "order":
            order = [new[name] for name in answers if name in new]
            return order if right else order[::-1]
        case "match" | "sort":
            cards, places = task.left or task.card, [place.id for place in (task.right or task.bin)]
            return {
                card.id: next(p for p in places if (variant.names[p] == key_.place[variant.names[card.id]]) == right)
                for card in cards
            }
        case "number":
            return _number(library, answers[0], task.decimals, right)
        case "table":
            return {
                row.id: {c.id: _number(library, key_.cell[row.id][c.id], c.decimals, right) for c in task.column}
                for row in task.row
            }
    return answers[0] if right else "nothing of the kind"


def _number(library: Library, text: str, decimals: int | None, right: bool) -> str:
    value = round(library.evaluate(text), decimals) if decimals is not None else library.evaluate(text)
    return repr(value if right else value + 1000)


def sentences(key_) -> list[str]:
    """Everything a key says in words: none of it may be found where students look."""
    said = [
        key_.why,
        key_.model,
        key_.marking,
        *(o.why for o in key_.option),
        *(x.why for x in key_.mistake),
        *(c.why for c in key_.case),
    ]
    said += [text for c in key_.criterion for text in (c.text, *(level.text for level in c.level))]
    return [" ".join(text.split())[:60] for text in said if len(" ".join(text.split())) > 20]
